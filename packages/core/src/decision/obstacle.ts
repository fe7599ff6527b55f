import type { IsoDate } from "../calendar.ts";
import { type Enterprise, moneyObstacles } from "../enterprise/enterprise.ts";
import type { ErrorCode } from "../errors.ts";
import type { Decision } from "./decision.ts";

/** What taking a decision depends on, as far as it is known beforehand; the pot's money in cents. */
export interface TakeFacts {
  readonly enterprise: Enterprise;
  readonly today: IsoDate;
  readonly potCents?: number | undefined;
}

/**
 * Why nobody could take this decision now, whoever it is: an award asks an enterprise that may hold money, a last day that is
 * still to come, and enough in the pot. Undefined when it can be taken.
 */
export function takeObstacle({ draft }: Pick<Decision, "draft">, facts: TakeFacts): ErrorCode | undefined {
  if (draft.outcome === "reject") return undefined;
  if (moneyObstacles(facts.enterprise).length > 0) return "cannot-hold-money";
  if (draft.endsOn <= facts.today) return "mandate-not-active";
  return facts.potCents !== undefined && facts.potCents < draft.amountCents ? "not-enough-money" : undefined;
}
