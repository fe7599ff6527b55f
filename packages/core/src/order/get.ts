import { assertRole, hasRole } from "../actor.ts";
import { isOnBoard } from "../at-commit.ts";
import type { ErrorCode } from "../errors.ts";
import type { OrderId, PersonId } from "../ids.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import { type OrderCase, readAboutOrder, readOrder } from "./case.ts";
import { orderRoles } from "./order.ts";
import { type OrderView, summarizeOrder } from "./view.ts";

/** A prepared booking for city hall. @throws DomainError `forbidden`, `not-found`. */
export async function getOrder(deps: Deps, actor: Actor, input: { readonly orderId: OrderId }): Promise<OrderView> {
  assertRole(actor, "finance", "council", "officer", "auditor");
  const about = await readAboutOrder(deps, await readOrder(deps, input.orderId));
  const { order, pot, found } = about;
  const find = async (id: PersonId | undefined) => (id === undefined ? undefined : deps.store.get("person", { id }));
  const [me, preparer, confirmer, refuser] = await Promise.all(
    [actor.personId, order.preparedBy, order.confirmedBy, order.refusedBy].map(find),
  );
  const name = (field: string, person: Person | undefined) =>
    person === undefined ? {} : { [field]: person.name ?? person.email };
  return {
    ...summarizeOrder(order),
    title: found?.mandate.title ?? pot.name,
    pot: pot.name,
    ...(found === undefined ? {} : { enterprise: found.enterprise.profile.name }),
    decisionReference:
      about.found === undefined ? about.order.decisionReference : about.found.mandate.decisionReference,
    ...(order.kind === "REFUND" ? { bankReference: order.bankReference } : {}),
    preparedBy: preparer?.name ?? preparer?.email ?? "",
    preparedAt: order.preparedAt,
    ...(order.confirmedAt === undefined ? {} : { confirmedAt: order.confirmedAt }),
    ...name("confirmedBy", confirmer),
    ...name("refusedBy", refuser),
    ...(order.refusedAt === undefined ? {} : { refusedAt: order.refusedAt }),
    isPreparedByYou: order.preparedBy === actor.personId,
    ...refusals(deps, actor, about, me),
  };
}

/** Why the reader may not act: the same rules as the verbs, so that a page can say so before a button is pressed. */
function refusals(deps: Deps, actor: Actor, { order, found }: OrderCase, me: Person | undefined) {
  const { confirm, prepare } = orderRoles[order.kind];
  const state = order.status === "prepared" ? undefined : "wrong-state";
  const isLate = order.expiresAt < deps.clock.now().toISOString();
  const isPayee = found !== undefined && (me === undefined || isOnBoard(me, found.enterprise));
  const own = isPayee ? "own-interest" : undefined;
  const first = (...reasons: (ErrorCode | undefined)[]) => reasons.find((reason) => reason !== undefined);
  const confirmRefusal = first(
    hasRole(actor, confirm) ? undefined : "forbidden",
    state,
    isLate ? "wrong-state" : undefined,
    me?.id === order.preparedBy ? "four-eyes" : undefined,
    own,
  );
  const refuseRefusal = first(hasRole(actor, ...prepare) ? undefined : "forbidden", state, own);
  return {
    ...(confirmRefusal === undefined ? {} : { confirmRefusal }),
    ...(refuseRefusal === undefined ? {} : { refuseRefusal }),
  };
}
