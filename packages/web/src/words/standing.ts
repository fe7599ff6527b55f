import type { Mandate, ProposalCard } from "../reading/answers.ts";
import { formatDate } from "./dates.ts";
import { ui, words } from "./nl.ts";

type Standing = ProposalCard["standing"];
type Timed = Pick<Mandate, "phase" | "startsOn" | "endsOn">;

/** Where a mandate is, wherever it is said: "Begint op 7 december 2026", "Loopt tot en met 30 juni 2027". */
export const mandateInWords = ({ phase, startsOn, endsOn }: Timed): string =>
  words.mandatePhases[phase]({ startsOn: formatDate(startsOn), endsOn: formatDate(endsOn) });

/**
 * Where a proposal is, in one line: the one who has it and until when; of a mandate that goes on, its term. Undefined when
 * nothing comes any more.
 */
export function standingInWords({ heldBy, dueOn, mandate }: Standing): string | undefined {
  if (mandate !== undefined) return mandateInWords(mandate);
  if (heldBy === undefined) return undefined;
  const who = ui.stages.heldBy(words.holders[heldBy]);
  return dueOn === undefined ? who : `${who}, ${ui.stages.until(formatDate(dueOn))}`;
}

/** What comes next, in a sentence. */
export const nextInWords = ({ next }: Pick<Standing, "next">): string | undefined =>
  next === undefined ? undefined : words.nextSteps[next];

/** The name of a proposal's state; of what the council sent back, that it was. */
export const statusInWords = ({ status, standing }: Pick<ProposalCard, "status" | "standing">): string =>
  standing.next === "mend-decision" ? words.decisionReturned : words.proposalStatuses[status];
