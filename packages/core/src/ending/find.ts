import { DomainError } from "../errors.ts";
import type { EndingId } from "../ids.ts";
import { readBalances } from "../mandate/balances.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Deps } from "../ports.ts";
import type { Ending, EndingSums } from "./ending.ts";

/** An ending of this mandate. @throws DomainError `not-found`. */
export async function findEnding(deps: Deps, { id: mandateId }: Pick<Mandate, "id">, id: EndingId): Promise<Ending> {
  const ending = await deps.store.get("ending", { id, mandateId });
  if (ending === undefined) throw new DomainError("not-found", "There is no such decision.");
  return ending;
}

/** What the mandate's money comes to if it ended now. */
export async function readSums(deps: Deps, mandate: Mandate): Promise<EndingSums> {
  const { spentCents, committedCents, paidNotSpentCents } = await readBalances(deps, mandate);
  return { spentCents, releasedCents: committedCents, refundDueCents: paidNotSpentCents };
}

/** Whether the money is still what a decision says. */
export const areSame = (left: EndingSums, right: EndingSums): boolean =>
  left.spentCents === right.spentCents &&
  left.releasedCents === right.releasedCents &&
  left.refundDueCents === right.refundDueCents;
