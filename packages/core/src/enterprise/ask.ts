import * as z from "zod";
import { stillTheSame } from "../at-commit.ts";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { limits } from "../limits.ts";
import { Name, TextWithoutAddress } from "../name/name.ts";
import { parse } from "../parse.ts";
import { humanHash, isSameMailbox } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import { usesOfShared } from "../sign-in/shared-target.ts";
import { type Use, withinLimits } from "../sign-in/within-limit.ts";
import { sitePaths } from "../site-paths.ts";
import { Email } from "../text.ts";
import { isPublic, publicIdentity } from "../visibility/visibility.ts";
import { findEnterprise } from "./find.ts";
import { assertNameOfPerson } from "./may-invite.ts";

/** Input of asking an enterprise something: a name to call the asker by, where the answer goes, and the question. */
export const NeighbourQuestion = z
  .strictObject({ name: Name(limits.nameLengthMax), email: Email, question: TextWithoutAddress(limits.noteLengthMax) })
  .meta({ id: "NeighbourQuestion" });
type Question = z.infer<typeof NeighbourQuestion>;

const perDay = (name: string, max: number) => ({ name, max, minutes: 24 * 60 });
const rules = {
  network: perDay("question-network", limits.questionsPerNetworkDayMax),
  asker: perDay("question-asker", limits.questionsPerAskerDayMax),
  same: perDay("question-same", 1),
} as const;
const perEnterprise = {
  name: "question-enterprise",
  perNetwork: limits.questionsPerNetworkAndEnterpriseDayMax,
  total: limits.questionsPerEnterpriseDayMax,
  newcomers: limits.newcomersPerTargetDayMax,
};

/**
 * Asks a public enterprise something, without an account: a letter to its board that answers to the asker. No address of
 * the board is told to anybody, the asker gets no letter (so nobody can have one sent to a stranger), and the question is
 * kept nowhere but in the letter until it is sent. The same question a second time on a day is the same question.
 * @throws DomainError `invalid`; `not-found` for an enterprise that is not public; `limit-reached`.
 */
export async function askEnterprise(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof NeighbourQuestion> & { readonly enterpriseId: EnterpriseId },
  caller: { readonly ip: string },
): Promise<void> {
  const { enterpriseId, ...rest } = input;
  const question = parse(NeighbourQuestion, rest);
  assertNameOfPerson(deps, question.name);
  await findPublic(deps, enterpriseId);
  const asker: Asker = {
    human: humanHash(deps.digest, question.email),
    network: addressPrefix(caller.ip),
    isSignedIn: actor.kind === "resident" && isSameMailbox(actor.email, question.email),
  };
  // Of one caller: a stranger who guesses the words asks them for nobody else.
  const from = asker.isSignedIn ? "signed-in" : asker.network;
  const same = `${enterpriseId}:${asker.human}:${from}:${deps.digest.of(question.question)}`;
  let isNew = false;
  const ask = () => {
    isNew = true;
    return withinLimits(deps, usesOf(enterpriseId, asker), () => write(deps, enterpriseId, question));
  };
  try {
    await withinLimits(deps, [{ rule: rules.same, subject: same }], ask);
  } catch (error) {
    const isAskedBefore = !isNew && error instanceof DomainError && error.code === "limit-reached";
    if (!isAskedBefore) throw error;
  }
}

/**
 * Nobody confirmed the asker's address, so it counts with the network it is given from: no stranger keeps its owner from
 * asking. Who signed in with it has a budget of their own, which no stranger reaches at all.
 */
function usesOf(enterpriseId: EnterpriseId, asker: Asker): readonly Use[] {
  if (asker.isSignedIn) return [{ rule: rules.asker, subject: asker.human }];
  return [
    { rule: rules.network, subject: asker.network },
    { rule: rules.asker, subject: `${asker.human} ${asker.network}` },
    ...usesOfShared(perEnterprise, enterpriseId, asker.network),
  ];
}

interface Asker {
  readonly human: string;
  readonly network: string;
  readonly isSignedIn: boolean;
}

function write(deps: Deps, enterpriseId: EnterpriseId, { name, email, question }: Question): Promise<void> {
  return untilFresh(async () => {
    const enterprise = await findPublic(deps, enterpriseId);
    await deps.store.commit([
      stillTheSame(enterprise),
      ...writeToBoard(deps, "question", enterprise, {
        enterprise: publicIdentity(enterprise).name,
        answerTo: { name, email },
        question,
        path: sitePaths.enterprise(enterpriseId),
        reportPath: sitePaths.report("enterprise", enterpriseId),
      }),
    ]);
  });
}

async function findPublic(deps: Deps, id: EnterpriseId) {
  const enterprise = await findEnterprise(deps, id);
  if (!isPublic(enterprise)) throw new DomainError("not-found", "There is no such enterprise here.");
  return enterprise;
}
