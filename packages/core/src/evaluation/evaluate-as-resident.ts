import * as z from "zod";
import { seatOf } from "../actor.ts";
import { next, untilFresh } from "../change.ts";
import { boardOf, type Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { assertLettersWithinDay } from "../letter/within-day.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { findMandate, type MandateCase } from "../mandate/find.ts";
import { parse } from "../parse.ts";
import { addressHash } from "../person/by-address.ts";
import type { Actor, Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import { assertWithin } from "../sign-in/within-limit.ts";
import { sitePaths } from "../site-paths.ts";
import { Email } from "../text.ts";
import { maySee, publicIdentity } from "../visibility/visibility.ts";
import { type Evaluation, ResidentEvaluation } from "./evaluation.ts";
import type { ResidentHeard } from "./view.ts";
import { assertWritable, stillWritable } from "./write.ts";

/** Input of a resident's voice. Without `email`: the address somebody is signed in with. */
export const ResidentVoice = z
  .strictObject({ ...ResidentEvaluation.shape, email: Email.optional() })
  .meta({ id: "ResidentVoice" });

type Resident = Extract<Evaluation, { by: "resident" }>;

const perPrefix = {
  name: "evaluate-prefix",
  max: limits.signInsPerPrefixMax,
  minutes: limits.signInsPerPrefixMinutes,
};

/** Under which name a resident's voice is kept: once for each address, without telling whose. */
export function authorOf(deps: Deps, email: string): Resident["author"] {
  return `resident-${addressHash(deps.digest, email)}`;
}

/** Throws `own-interest` when this is the voice of somebody on the board, under any name. */
export function assertNotOfBoard(deps: Deps, enterprise: Enterprise, author: string): void {
  if (boardOf(enterprise).some(({ email }) => authorOf(deps, email) === author))
    throw new DomainError("own-interest", "The board has a voice of its own.");
}

/**
 * A resident gives a score and a sentence, once for each address. A signed-in resident is heard at once. Any other address
 * gets a letter to confirm it first, and the answer is the same whether it was heard before, or sits on the board:
 * nobody learns what somebody else said. @throws DomainError `not-found`, `invalid`, `wrong-state`, `own-interest`,
 * `conflict` (the signed-in resident was heard before), `limit-reached`.
 */
export async function evaluateAsResident(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof ResidentVoice> & { readonly mandateId: MandateId },
  caller: { readonly ip: string },
): Promise<ResidentHeard> {
  const { mandateId, ...rest } = input;
  const own = actor.kind === "resident" ? actor.email : undefined;
  const { email = "", ...content } = parse(
    ResidentVoice,
    rest.email === undefined ? { ...rest, email: own ?? "" } : rest,
  );
  const found = await findMandate(deps, mandateId);
  if (!maySee(actor, found.enterprise)) throw new DomainError("not-found", "There is no such mandate.");
  assertWritable(found.mandate);
  const heard = { title: found.mandate.title, enterprise: publicIdentity(found.enterprise).name };
  if (email === own) {
    if (seatOf(actor, found.enterprise) !== undefined)
      throw new DomainError("own-interest", "The board has a voice of its own.");
    await untilFresh(() => hear(deps, found, email, content));
    return { status: "confirmed", ...heard };
  }
  await assertWithin(deps, perPrefix, addressPrefix(caller.ip));
  await assertLettersWithinDay(deps, email);
  await untilFresh(() => askToConfirm(deps, found, email, content));
  return { status: "letter-sent", ...heard };
}

async function hear(
  deps: Deps,
  { mandate, enterprise }: MandateCase,
  email: string,
  content: ResidentEvaluation,
): Promise<void> {
  const author = authorOf(deps, email);
  assertNotOfBoard(deps, enterprise, author);
  const earlier = await findVoice(deps, mandate.id, author);
  if (earlier?.status === "confirmed") throw new DomainError("conflict", "You said what you think before.");
  await deps.store.commit([
    voiceChange(deps, mandate.id, author, earlier, { content, status: "confirmed", confirmHash: undefined }),
    stillWritable(mandate),
  ]);
}

/** Keeps what was said until the address is confirmed; the newest letter counts. */
async function askToConfirm(
  deps: Deps,
  { mandate, enterprise }: MandateCase,
  email: string,
  content: ResidentEvaluation,
): Promise<void> {
  const author = authorOf(deps, email);
  const earlier = await findVoice(deps, mandate.id, author);
  // Heard before: what was confirmed stays, and the answer tells no stranger that it was.
  if (earlier?.status === "confirmed") return;
  const secret = deps.ids.secret();
  const id = earlier?.id ?? deps.ids.next("eva");
  const waiting = { content, status: "awaiting-confirmation", confirmHash: deps.digest.of(secret) } as const;
  await deps.store.commit([
    voiceChange(deps, mandate.id, author, earlier, { id, ...waiting }),
    stillWritable(mandate),
    writeLetter(deps, "evaluation-confirm", email, {
      title: mandate.title,
      enterprise: publicIdentity(enterprise).name,
      path: sitePaths.evaluationConfirmation(mandate.id, id, secret),
    }),
  ]);
}

async function findVoice(deps: Deps, mandateId: MandateId, author: string): Promise<Resident | undefined> {
  const voice = await deps.store.get("evaluation", { mandateId, author });
  return voice?.by === "resident" ? voice : undefined;
}

function voiceChange(
  deps: Deps,
  mandateId: MandateId,
  author: string,
  earlier: Resident | undefined,
  said: Pick<Resident, "content" | "status"> & { id?: Resident["id"]; confirmHash: string | undefined },
) {
  const writtenAt = deps.clock.now().toISOString();
  if (earlier !== undefined) return next("evaluation", earlier, { ...said, id: earlier.id, writtenAt });
  const { confirmHash, id = deps.ids.next("eva"), ...rest } = said;
  const record: Evaluation = {
    by: "resident",
    author,
    mandateId,
    id,
    ...rest,
    ...(confirmHash === undefined ? {} : { confirmHash }),
    writtenAt,
    revision: 0,
  };
  return { put: "evaluation", record, refusal: "stale" } as const;
}
