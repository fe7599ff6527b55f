import { hasRole } from "../actor.ts";
import { stillHas } from "../at-commit.ts";
import { endOfTerm } from "../calendar.ts";
import { invariant } from "../errors.ts";
import type { PersonId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Deps, SignedIn } from "../ports.ts";
import type { Change } from "../store.ts";
import { type OrderKind, orderRoles } from "./order.ts";

/** What every order has from the moment it is prepared. */
export function preparedBy(deps: Deps, personId: PersonId) {
  const now = deps.clock.now();
  return {
    id: deps.ids.next("ord"),
    status: "prepared",
    preparedBy: personId,
    preparedAt: now.toISOString(),
    expiresAt: endOfTerm(now, limits.orderDays),
    revision: 0,
  } as const;
}

/** Who prepares still has one of the roles that may, when the commit is written. */
export function stillPrepares(kind: OrderKind, actor: SignedIn): Change {
  const role = orderRoles[kind].prepare.find((one) => hasRole(actor, one));
  invariant(role !== undefined, `who prepares a ${kind} has a role for it`);
  return stillHas(role, actor);
}
