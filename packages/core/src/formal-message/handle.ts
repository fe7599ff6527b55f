import type * as z from "zod";
import { assertRole } from "../actor.ts";
import { assertNotPayee, stillHas } from "../at-commit.ts";
import { writeAudit } from "../audit/write.ts";
import { assign } from "../case/assign.ts";
import { untilFresh } from "../change.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { FormalMessageId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import {
  FormalAnswer,
  type FormalCase,
  type FormalMessage,
  formalOutcomes,
  formalTransitions,
} from "./formal-message.ts";
import { findMessage, messagePath } from "./link.ts";
import { forgetOn, stepOf } from "./step.ts";
import { appealIfAnsweredToday } from "./term.ts";

type Officer = Extract<Actor, { kind: "staff" }>;

/**
 * An officer begins to treat a message, and has it from then on; the sender hears who does, and so does a colleague who had
 * it. Not who prepared or took the decision that is objected to (Awb 10:3), and not about one's own board.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`, `four-eyes`, `wrong-state`.
 */
export async function treatMessage(
  deps: Deps,
  actor: Actor,
  { messageId }: { readonly messageId: FormalMessageId },
): Promise<void> {
  assertRole(actor, "officer");
  await untilFresh(async () => {
    const { message, standing, enterprise } = await findForOfficer(deps, actor, messageId);
    assertFrom(formalTransitions.treat, standing.status);
    const { changes, step } = stepOf(deps, standing, formalTransitions.treat.from, said(actor, "treated", ""), {
      status: formalTransitions.treat.to,
    });
    await deps.store.commit([
      stillHas("officer", actor),
      ...changes,
      ...(await take(deps, actor, standing, enterprise)),
      writeAudit(deps, actor, "message-treated", { reference: standing.reference }),
      tell(deps, message, standing, { happened: "treated", at: step.at, by: actor.name, answerBy: standing.dueOn }),
    ]);
  });
}

/**
 * An officer answers a message: the outcome with its reasons goes to the sender, who may go to court against a decision on an
 * objection (Awb 8:1; six weeks, Awb 6:7). What was said stands: an answer is not changed.
 * @throws DomainError `invalid`, also at `outcome` when this kind of message cannot end so; `unauthenticated`, `forbidden`,
 * `not-found`, `own-interest`, `four-eyes`, `wrong-state`.
 */
export async function answerMessage(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof FormalAnswer> & { readonly messageId: FormalMessageId },
): Promise<void> {
  assertRole(actor, "officer");
  const { messageId, ...rest } = input;
  const { outcome, reason } = parse(FormalAnswer, rest);
  await untilFresh(async () => {
    const { message, standing } = await findForOfficer(deps, actor, messageId);
    if (!formalOutcomes[standing.kind].includes(outcome))
      throw new DomainError("invalid", "A message of this kind does not end so.", {
        fields: [{ path: "outcome", code: "choice" }],
      });
    assertFrom(formalTransitions.answer, standing.status);
    const { changes, step } = stepOf(
      deps,
      standing,
      formalTransitions.answer.from,
      { ...said(actor, "decided", reason), outcome },
      { status: formalTransitions.answer.to, forgetOn: forgetOn(deps) },
    );
    const appealUntil = appealIfAnsweredToday(deps, standing.kind);
    const appeal = appealUntil === undefined ? {} : { appealUntil };
    await deps.store.commit([
      stillHas("officer", actor),
      ...changes,
      writeAudit(deps, actor, "message-answered", { reference: standing.reference, outcome }),
      tell(deps, message, standing, { happened: "decided", at: step.at, by: actor.name, outcome, reason, ...appeal }),
    ]);
  });
}

/** Puts the case of a message in the name of who treats it. */
async function take(
  deps: Deps,
  actor: Officer,
  standing: FormalCase,
  enterprise: Enterprise | undefined,
): Promise<readonly Change[]> {
  const part = { caseId: standing.id, role: "officer" } as const;
  const assignment = await deps.store.get("assignment", part);
  if (assignment?.personId === actor.personId) return [];
  const before = assignment && (await deps.store.get("person", { id: assignment.personId }));
  const title = standing.title ?? standing.reference;
  const letters =
    before?.roles.includes("officer") === true
      ? [
          writeLetter(deps, "case-moved", before.email, {
            title,
            enterprise: enterprise?.profile.name ?? title,
            path: sitePaths.staffMessage(standing.id),
            by: actor.name,
            happened: "taken",
            note: "",
          }),
        ]
      : [];
  return [assign(deps, part, assignment, actor.personId), ...letters];
}

function said(actor: Officer, act: "treated" | "decided", words: string) {
  return { act, by: actor.personId, byName: actor.name, words, attachments: [] };
}

async function findForOfficer(
  deps: Deps,
  actor: Officer,
  id: FormalMessageId,
): Promise<{ message: FormalMessage; standing: FormalCase; enterprise: Enterprise | undefined }> {
  const [message, standing, me] = await Promise.all([
    findMessage(deps, id),
    deps.store.get("formal-case", { id }),
    deps.store.get("person", { id: actor.personId }),
  ]);
  if (standing === undefined || me === undefined) throw new DomainError("not-found", "There is no such message.");
  const about = standing.enterpriseId;
  const enterprise = about === undefined ? undefined : await deps.store.get("enterprise", { id: about });
  if (enterprise !== undefined) assertNotPayee(me, enterprise);
  if (standing.notBy.includes(actor.personId))
    throw new DomainError("four-eyes", "Who made the decision does not answer the objection to it.");
  return { message, standing, enterprise };
}

function tell(
  deps: Deps,
  { email, id }: FormalMessage,
  { kind, reference, publicTitle }: FormalCase,
  content: Omit<Parameters<typeof writeLetter<"formal-step">>[3], "messageKind" | "reference" | "path" | "about">,
): Change {
  return writeLetter(deps, "formal-step", email, {
    messageKind: kind,
    reference,
    ...(publicTitle === undefined ? {} : { about: publicTitle }),
    path: messagePath(deps.digest, id),
    ...content,
  });
}
