import * as z from "zod";
import { stillTheSame } from "../at-commit.ts";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { limits } from "../limits.ts";
import { Name } from "../name/name.ts";
import { parse } from "../parse.ts";
import { humanHash } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import { type Use, withinLimits } from "../sign-in/within-limit.ts";
import { sitePaths } from "../site-paths.ts";
import { Email, text } from "../text.ts";
import { isPublic, publicIdentity } from "../visibility/visibility.ts";
import { findEnterprise } from "./find.ts";

/** Input of asking an enterprise something: a name to call the asker by, where the answer goes, and the question. */
export const NeighbourQuestion = z
  .strictObject({ name: Name(limits.nameLengthMax), email: Email, question: text(limits.noteLengthMax) })
  .meta({ id: "NeighbourQuestion" });
type Question = z.infer<typeof NeighbourQuestion>;

const perDay = (name: string, max: number) => ({ name, max, minutes: 24 * 60 });
const rules = {
  network: perDay("question-network", limits.questionsPerNetworkDayMax),
  enterprise: perDay("question-enterprise", limits.questionsPerEnterpriseDayMax),
  asker: perDay("question-asker", limits.questionsPerAskerDayMax),
  same: perDay("question-same", 1),
} as const;

/**
 * Asks a public enterprise something, without an account: a letter to its board that answers to the asker. No address of
 * the board is told to anybody, the asker gets no letter (so nobody can have one sent to a stranger), and the question is
 * kept nowhere but in the letter until it is sent. The same question a second time on a day is the same question.
 * @throws DomainError `invalid`; `not-found` for an enterprise that is not public; `limit-reached`.
 */
export async function askEnterprise(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof NeighbourQuestion> & { readonly enterpriseId: EnterpriseId },
  caller: { readonly ip: string },
): Promise<void> {
  const { enterpriseId, ...rest } = input;
  const question = parse(NeighbourQuestion, rest);
  await findPublic(deps, enterpriseId);
  const asker = humanHash(deps.digest, question.email);
  const same = `${enterpriseId}:${asker}:${deps.digest.of(question.question)}`;
  let isNew = false;
  const ask = () => {
    isNew = true;
    return withinLimits(deps, usesOf(enterpriseId, asker, caller), () => write(deps, enterpriseId, question));
  };
  try {
    await withinLimits(deps, [{ rule: rules.same, subject: same }], ask);
  } catch (error) {
    const isAskedBefore = !isNew && error instanceof DomainError && error.code === "limit-reached";
    if (!isAskedBefore) throw error;
  }
}

function usesOf(enterpriseId: EnterpriseId, asker: string, { ip }: { readonly ip: string }): readonly Use[] {
  return [
    { rule: rules.network, subject: addressPrefix(ip) },
    { rule: rules.asker, subject: asker },
    { rule: rules.enterprise, subject: enterpriseId },
  ];
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
