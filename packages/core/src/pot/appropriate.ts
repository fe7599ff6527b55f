import * as z from "zod";
import { assertRole } from "../actor.ts";
import { dateIn, IsoDate } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import type { PotId } from "../ids.ts";
import { limits } from "../limits.ts";
import { AmountCents } from "../money.ts";
import { once } from "../once.ts";
import { type AppropriationOrder, orderRoles } from "../order/order.ts";
import { preparedBy, stillPrepares } from "../order/prepare.ts";
import { type OrderSummary, summarizeOrder } from "../order/view.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { line } from "../text.ts";
import { yearsLater } from "../typed/planned-day.ts";

/** Input of filling a pot: how much, by which decision of the council, taken when. */
export const Appropriation = z.strictObject({
  amountCents: AmountCents,
  decisionReference: line(60),
  decidedOn: IsoDate,
});
export type Appropriation = z.infer<typeof Appropriation>;

/**
 * Prepares filling a pot with what the council set apart; another person with the council role confirms it, and only then
 * it is booked. For finance and the council role.
 * @throws DomainError `forbidden`, `invalid`, `not-found`, `idempotency-mismatch`.
 */
export async function appropriate(
  deps: Deps,
  actor: Actor,
  input: Appropriation & { readonly potId: PotId; readonly idempotencyKey: string },
): Promise<OrderSummary> {
  assertRole(actor, ...orderRoles.APPROPRIATION.prepare);
  const { potId, idempotencyKey: key, ...rest } = input;
  const appropriation = parse(Appropriation, rest);
  const request = { verb: "appropriate", by: actor.personId, potId, ...appropriation };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const pot = await deps.store.get("pot", { id: potId });
    if (pot === undefined) throw new DomainError("not-found", "There is no such pot.");
    assertDecided(deps, appropriation.decidedOn);
    const order: AppropriationOrder = {
      kind: "APPROPRIATION",
      potId,
      ...appropriation,
      ...preparedBy(deps, actor.personId),
    };
    return {
      changes: [{ put: "order", record: order }, stillPrepares("APPROPRIATION", actor)],
      result: summarizeOrder(order),
    };
  });
}

/** A council decided in the past, and money of longer ago is not set apart now. */
function assertDecided({ clock }: Deps, decidedOn: IsoDate): void {
  const today = dateIn(clock.now());
  const limit = limits.planYearsMax;
  const code = decidedOn > today ? "in-future" : decidedOn < yearsLater(today, -limit) ? "too-long-ago" : undefined;
  if (code === undefined) return;
  throw new DomainError("invalid", "This is not the day of the decision.", {
    fields: [{ path: "decidedOn", code, ...(code === "too-long-ago" ? { limit } : {}) }],
  });
}
