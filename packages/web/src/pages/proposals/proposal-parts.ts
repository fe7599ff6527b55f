import type { Proposal } from "../../reading/answers.ts";
import type { PagePart } from "../../ui/contents.tsx";
import { formatCents } from "../../words/money.ts";
import { ending, proposals } from "../../words/nl.ts";
import { isOff } from "./proposal-plan.tsx";

/** What the money of a proposal is called: where it went once there is any, and until then what the plan costs. */
export const moneyTitle = ({ mandate }: Proposal): string =>
  mandate === undefined
    ? proposals.money.planTitle
    : proposals.money.whereTitle(formatCents(mandate.balances.grantedCents));

/** An officer hid the words, and the reader is not of the board or city hall: only the decision and the money are here. */
export const isOnRecord = ({ hidden, wordsHidden }: Proposal): boolean =>
  wordsHidden !== undefined && hidden === undefined;

/** The parts its page has, in their order. */
export function partsOf(proposal: Proposal): readonly PagePart[] {
  const { mandate, advice, decision, updates, status } = proposal;
  const parts: readonly (PagePart | false)[] = [
    !isOnRecord(proposal) && { id: "plan", label: proposals.plan.title },
    { id: "beloften", label: proposals.plan.milestones },
    { id: "geld", label: moneyTitle(proposal) },
    { id: "regels", label: proposals.money.byLine },
    mandate !== undefined && { id: "uitgaven", label: proposals.money.expenses },
    !isOnRecord(proposal) && (updates.length > 0 || !isOff(status)) && { id: "nieuws", label: proposals.news.title },
    advice !== undefined && { id: "advies", label: proposals.advice.title },
    decision !== undefined && { id: "besluit", label: proposals.decision.title },
    mandate !== undefined && { id: "afspraak", label: proposals.facts.title },
    mandate?.ending !== undefined && { id: "einde", label: ending.title },
    mandate !== undefined && { id: "evaluatie", label: proposals.evaluation.title },
    { id: "tijdlijn", label: proposals.timeline },
  ];
  return parts.filter((part) => part !== false);
}
