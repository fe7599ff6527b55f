import { type Deps, type Enterprise, endMandate, refundCash, type SignedIn, untilFresh } from "@hevel/core";
import { meanwhile } from "./between.ts";
import type { Scene } from "./money-scene.ts";

/**
 * One guard of the database and an attack that only it stops. `act` gets deps whose store may have forgotten the guard;
 * the other deps of the scene have not. With the guard the attack ends as `held`, without it as something else.
 */
export interface Row {
  /** `kind.field` of the guard, or several with a space between where one stands behind another. */
  readonly guard: string;
  readonly attack: string;
  readonly held: string;
  readonly act: (scene: Scene, deps: Deps) => Promise<string>;
  /** Only of this account, where two accounts of one commit have the same guard. */
  readonly on?: "committed" | "cash" | "pot";
}

/** Deps with which something else happens once between reading and writing. */
export const on = (deps: Deps, something: () => Promise<unknown>): Deps => ({
  ...deps,
  store: meanwhile(deps.store, something),
});

/** Who books in an attack. */
export const hands = ({ world }: Scene) => ({ by: world.council.personId, approvers: [] });

/** The role of this person ends. */
export const retire =
  ({ deps }: Scene, { personId }: SignedIn) =>
  () =>
    deps.store.commit([{ patch: "person", ref: { id: personId }, set: { roles: [] }, when: [] }]);

/** The enterprise changes. */
export const changeBoard =
  ({ deps, world }: Scene, set: Partial<Enterprise>) =>
  () =>
    deps.store.commit([
      { patch: "enterprise", ref: { id: world.enterprise.id }, set: { ...set, revision: 1 }, when: [] },
    ]);

/** Nobody is treasurer any more. */
export const withoutTreasurer = ({ world }: Scene) => ({
  members: world.enterprise.members.map((member) => ({ ...member, role: "member" as const })),
});
/** An officer must verify it anew. */
export const unverified = () => ({ status: "registered" as const });

/** Cash that comes back. */
export const refund = async (scene: Scene, cents: number) => {
  // As it is prepared: set apart first.
  const apart = { available: -cents, reserved: cents };
  await scene.deps.store.commit([{ patch: "account", ref: { id: scene.cash }, add: apart, when: [] }]);
  return untilFresh(async () => {
    const refunded = { amountCents: cents, receivedOn: "2026-11-20", bankReference: "terug" };
    const { changes } = await refundCash(scene.deps, scene.mandate, refunded, hands(scene));
    await scene.deps.store.commit(changes);
  });
};

/** The end of the mandate, as the verb of that name does it with its money. */
export const end = (scene: Scene, deps: Deps) =>
  untilFresh(async () => {
    const { changes } = await endMandate(deps, scene.mandate, hands(scene));
    await deps.store.commit(changes);
  });
