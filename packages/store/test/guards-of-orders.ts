import {
  appropriate,
  confirmOrder,
  type Deps,
  type OrderId,
  recordRefund,
  refuseOrder,
  type SignedIn,
} from "@hevel/core";
import { storeProposal } from "@hevel/testing/deps";
import { keyOf } from "@hevel/testing/money-world";
import { changeBoard, end, on, type Row, retire } from "./guard-row.ts";
import { codeOf, type Scene } from "./money-scene.ts";

/** The mandate is over and 100 euro of it must come back. */
async function due(scene: Scene): Promise<void> {
  const { deps, mandate, world } = scene;
  await scene.advance("i1");
  await end(scene, deps);
  const linked = { id: mandate.proposalId, status: "evaluation", mandateId: mandate.id } as const;
  await storeProposal(deps, world.enterprise, linked);
  await deps.store.commit([{ patch: "mandate", ref: { id: mandate.id }, set: { status: "refund-due" }, when: [] }]);
}

const refund = (scene: Scene, deps: Deps, amountCents: number, by: SignedIn = scene.world.finance) =>
  recordRefund(deps, by, {
    mandateId: scene.mandate.id,
    amountCents,
    receivedOn: "2026-11-20",
    bankReference: "terug",
    idempotencyKey: keyOf(deps),
  });

const fill = (scene: Scene, deps: Deps, by: SignedIn = scene.world.finance) =>
  appropriate(deps, by, {
    potId: scene.world.potId,
    amountCents: 5_00,
    decisionReference: "RB-1",
    decidedOn: "2026-11-20",
    idempotencyKey: keyOf(deps),
  });

const confirm = (deps: Deps, orderId: OrderId, by: SignedIn) =>
  confirmOrder(deps, by, { orderId, idempotencyKey: keyOf(deps) });

/** Guards of what one person prepares and another books. */
export const ordering: readonly Row[] = [
  {
    guard: "order.preparedBy",
    attack: "a pot filled by who prepared it",
    held: "four-eyes",
    act: async (scene, deps) => {
      const { id } = await fill(scene, scene.deps, scene.jack);
      return codeOf(confirm(deps, id, scene.jack));
    },
  },
  {
    guard: "order.preparedBy",
    attack: "a refund booked by who prepared it",
    held: "four-eyes",
    act: async (scene, deps) => {
      await due(scene);
      const { id } = await refund(scene, scene.deps, 50_00);
      return codeOf(confirm(deps, id, scene.world.finance));
    },
  },
  {
    guard: "order.status",
    attack: "a booking confirmed while another refuses it",
    held: "wrong-state",
    act: async (scene, deps) => {
      const { id: orderId } = await fill(scene, scene.deps);
      const refuse = () => refuseOrder(scene.deps, scene.world.mayor, { orderId, reason: "Nee" });
      return codeOf(confirm(on(deps, refuse), orderId, scene.world.council));
    },
  },
  {
    guard: "order.status",
    attack: "a booking refused while another confirms it",
    held: "wrong-state",
    act: async (scene, deps) => {
      const { id: orderId } = await fill(scene, scene.deps);
      const late = on(deps, () => confirm(scene.deps, orderId, scene.world.council));
      return codeOf(refuseOrder(late, scene.world.mayor, { orderId, reason: "Nee" }));
    },
  },
  {
    guard: "order.expiresAt",
    attack: "a booking confirmed after its time",
    held: "wrong-state",
    act: async (scene, deps) => {
      const { id } = await fill(scene, scene.deps);
      scene.clock.advance({ days: 29 });
      return codeOf(confirm(deps, id, scene.world.council));
    },
  },
  {
    guard: "person.roles",
    attack: "a booking prepared by somebody who loses the role meanwhile",
    held: "forbidden",
    act: (scene, deps) => codeOf(fill(scene, on(deps, retire(scene, scene.world.finance)))),
  },
  {
    guard: "person.roles",
    attack: "a booking confirmed by somebody who loses the role meanwhile",
    held: "forbidden",
    act: async (scene, deps) => {
      const { id } = await fill(scene, scene.deps);
      return codeOf(confirm(on(deps, retire(scene, scene.world.council)), id, scene.world.council));
    },
  },
  {
    guard: "person.roles",
    attack: "a booking refused by somebody who loses the role meanwhile",
    held: "forbidden",
    act: async (scene, deps) => {
      const { id: orderId } = await fill(scene, scene.deps);
      const late = on(deps, retire(scene, scene.world.mayor));
      return codeOf(refuseOrder(late, scene.world.mayor, { orderId, reason: "Nee" }));
    },
  },
  ...(
    [
      ["account.available", { available: 49_99 }, "not-enough-money"],
      ["account.status", { status: "closed" }, "period-closed"],
      ["account.mandateStatus", { mandateStatus: "active" }, "wrong-state"],
    ] as const
  ).map(
    ([guard, set, held]): Row => ({
      guard,
      on: "cash",
      attack: `a refund prepared while the account changes to ${JSON.stringify(set)}`,
      held,
      act: async (scene, deps) => {
        await due(scene);
        return codeOf(
          refund(
            scene,
            on(deps, () => scene.patchAccount(scene.cash, set)),
            50_00,
          ),
        );
      },
    }),
  ),
  {
    guard: "mandate.status",
    attack: "a refund prepared while the mandate closes",
    held: "wrong-state",
    act: async (scene, deps) => {
      await due(scene);
      const { id } = scene.mandate;
      const close = () =>
        scene.deps.store.commit([{ patch: "mandate", ref: { id }, set: { status: "closed" }, when: [] }]);
      return codeOf(refund(scene, on(deps, close), 50_00));
    },
  },
  {
    guard: "account.reserved",
    on: "cash",
    attack: "a refund booked that is not set apart any more",
    held: "wrong-state",
    act: async (scene, deps) => {
      await due(scene);
      const { id } = await refund(scene, scene.deps, 50_00);
      const forget = () => scene.patchAccount(scene.cash, { reserved: 49_99 });
      return codeOf(confirm(on(deps, forget), id, scene.world.payer));
    },
  },
  {
    guard: "enterprise.revision",
    attack: "a refund confirmed by somebody who comes on its board meanwhile",
    held: "own-interest",
    act: async (scene, deps) => {
      await due(scene);
      const { id } = await refund(scene, scene.deps, 50_00);
      const [first, ...others] = scene.world.enterprise.members;
      if (first === undefined) throw new Error("a board has members");
      const members = [{ ...first, personId: scene.world.payer.personId }, ...others];
      return codeOf(confirm(on(deps, changeBoard(scene, { members })), id, scene.world.payer));
    },
  },
];
