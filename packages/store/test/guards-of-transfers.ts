import { proposeTransfer, refuseTransfer } from "@hevel/core";
import { keyOf } from "@hevel/testing/money-world";
import { changeBoard, on, type Row, refund, retire, unverified } from "./guard-row.ts";
import { codeOf } from "./money-scene.ts";

/** Guards of setting money apart. */
export const reserving: readonly Row[] = [
  ["account.available", { available: 99_99 }, "not-enough-money"],
  ["account.status", { status: "closed" }, "period-closed"],
  ["account.mandateStatus", { mandateStatus: "ended" }, "mandate-not-active"],
  ["account.mandateFrom", { mandateFrom: "2026-11-22" }, "mandate-not-active"],
  ["account.mandateUntil", { mandateUntil: "2026-11-20" }, "mandate-not-active"],
].map(([guard, set, held]) => ({
  guard: guard as string,
  attack: `a proposal while the account changes to ${JSON.stringify(set)}`,
  held: held as string,
  act: (scene, deps) =>
    codeOf(
      scene.propose(
        "i1",
        on(deps, () => scene.patchAccount(scene.committed, set as object)),
      ),
    ),
}));

/** Guards of proposing a transfer. */
export const proposing: readonly Row[] = [
  {
    guard: "person.roles",
    attack: "a proposal by somebody who loses the role meanwhile",
    held: "forbidden",
    act: (scene, deps) => codeOf(scene.propose("i1", on(deps, retire(scene, scene.world.finance)))),
  },
  {
    guard: "enterprise.revision",
    attack: "a proposal while the enterprise loses its verification",
    held: "cannot-hold-money",
    act: (scene, deps) => codeOf(scene.propose("i1", on(deps, changeBoard(scene, unverified())))),
  },
  {
    guard: "mandate.revision",
    attack: "the same instalment proposed by two at once",
    held: "wrong-state",
    act: (scene, deps) =>
      codeOf(
        scene.propose(
          "i1",
          on(deps, () => scene.propose("i1", scene.deps, scene.world.payer)),
        ),
      ),
  },
  {
    guard: "idempotency.exists",
    attack: "the same key with another instalment",
    held: "idempotency-mismatch",
    act: async ({ world, mandate }, deps) => {
      const input = { mandateId: mandate.id, idempotencyKey: keyOf(deps) };
      await proposeTransfer(deps, world.finance, { ...input, instalmentId: "i1" });
      return codeOf(proposeTransfer(deps, world.finance, { ...input, instalmentId: "i2" }));
    },
  },
];

/** Guards of the second person. */
export const approving: readonly Row[] = [
  {
    guard: "transfer.status",
    attack: "an approval while another refuses",
    held: "wrong-state",
    act: async (scene, deps) => {
      const transferId = await scene.propose();
      const refuse = () => refuseTransfer(scene.deps, scene.world.mayor, { transferId, reason: "Nee" });
      return codeOf(scene.approve(transferId, on(deps, refuse)));
    },
  },
  {
    guard: "transfer.proposedBy",
    attack: "an approval by who proposed",
    held: "four-eyes",
    act: async (scene, deps) =>
      codeOf(scene.approve(await scene.propose("i1", scene.deps, scene.jack), deps, scene.jack)),
  },
  {
    guard: "transfer.payees",
    attack: "an approval by a payee",
    held: "own-interest",
    act: async (scene, deps) => {
      const id = await scene.propose();
      await scene.patchTransfer(id, { payees: [scene.world.council.personId] });
      return codeOf(scene.approve(id, deps));
    },
  },
  {
    guard: "transfer.expiresAt",
    attack: "an approval after its time",
    held: "wrong-state",
    act: async (scene, deps) => {
      const id = await scene.propose();
      scene.clock.advance({ days: 29 });
      return codeOf(scene.approve(id, deps));
    },
  },
  {
    guard: "person.roles",
    attack: "an approval by somebody who loses the role meanwhile",
    held: "forbidden",
    act: async (scene, deps) =>
      codeOf(scene.approve(await scene.propose(), on(deps, retire(scene, scene.world.council)))),
  },
  {
    guard: "enterprise.revision",
    attack: "an approval while the enterprise loses its verification",
    held: "cannot-hold-money",
    act: async (scene, deps) =>
      codeOf(scene.approve(await scene.propose(), on(deps, changeBoard(scene, unverified())))),
  },
  {
    guard: "mandate.revision",
    attack: "an approval while somebody else writes in the mandate",
    held: "kept",
    act: async (scene, deps) => {
      const id = await scene.propose("i1");
      await scene.approve(
        id,
        on(deps, () => scene.propose("i2")),
      );
      const mandate = await scene.deps.store.get("mandate", { id: scene.mandate.id });
      return mandate?.instalments[1]?.status === "proposed" ? "kept" : "lost";
    },
  },
];

/** Guards of booking a payment. */
export const paying: readonly Row[] = [
  ...(
    [
      ["account.status", "committed", { status: "closed" }, "period-closed"],
      ["account.openFrom", "committed", { openFrom: "2026-11-22" }, "period-closed"],
      ["account.mandateStatus", "committed", { mandateStatus: "ended" }, "mandate-not-active"],
      ["account.mandateFrom", "committed", { mandateFrom: "2026-11-22" }, "mandate-not-active"],
      ["account.mandateUntil", "committed", { mandateUntil: "2026-11-20" }, "mandate-not-active"],
      ["account.reserved", "committed", { reserved: 99_99 }, "wrong-state"],
      ["account.status", "cash", { status: "closed" }, "period-closed"],
      ["account.openFrom", "cash", { openFrom: "2026-11-22" }, "period-closed"],
      ["account.mandateStatus", "cash", { mandateStatus: "ended" }, "mandate-not-active"],
    ] as const
  ).map(
    ([guard, which, set, held]): Row => ({
      guard,
      on: which,
      attack: `a payment while ${which} changes to ${JSON.stringify(set)}`,
      held,
      act: async (scene, deps) =>
        codeOf(
          scene.pay(
            await scene.approved(),
            on(deps, () => scene.patchAccount(scene[which], set)),
          ),
        ),
    }),
  ),
  {
    guard: "transfer.status",
    attack: "the same transfer paid by two at once",
    held: "wrong-state",
    act: async (scene, deps) => {
      await scene.approved("i2");
      const id = await scene.approved("i1");
      return codeOf(
        scene.pay(
          id,
          on(deps, () => scene.pay(id, scene.deps, scene.cashier)),
        ),
      );
    },
  },
  {
    guard: "transfer.approvedBy",
    attack: "a payment by who approved",
    held: "four-eyes",
    act: async (scene, deps) => {
      const id = await scene.propose();
      await scene.approve(id, scene.deps, scene.jack);
      return codeOf(scene.pay(id, deps, scene.jack));
    },
  },
  {
    guard: "transfer.proposedBy",
    attack: "a payment by who proposed",
    held: "four-eyes",
    act: async (scene, deps) => codeOf(scene.pay(await scene.approved(), deps, scene.world.finance)),
  },
  {
    guard: "municipality.threePeople",
    attack: "a payment by who proposed, while the municipality has three people again",
    held: "four-eyes",
    act: async (scene, deps) => {
      // Read before the settings changed: what the database says counts.
      const fewer = { ...deps, municipality: { ...deps.municipality, threePeople: false } };
      return codeOf(scene.pay(await scene.approved(), fewer, scene.world.finance));
    },
  },
  {
    guard: "transfer.payees",
    attack: "a payment by a payee",
    held: "own-interest",
    act: async (scene, deps) => {
      const id = await scene.approved();
      await scene.patchTransfer(id, { payees: [scene.world.payer.personId] });
      return codeOf(scene.pay(id, deps));
    },
  },
  {
    guard: "person.roles",
    attack: "a payment by somebody who loses the role meanwhile",
    held: "forbidden",
    act: async (scene, deps) => codeOf(scene.pay(await scene.approved(), on(deps, retire(scene, scene.world.payer)))),
  },
  {
    guard: "enterprise.revision",
    attack: "a payment while the enterprise loses its verification",
    held: "cannot-hold-money",
    act: async (scene, deps) => codeOf(scene.pay(await scene.approved(), on(deps, changeBoard(scene, unverified())))),
  },
  {
    guard: "account.sequence",
    on: "cash",
    attack: "a payment while another booking comes first on the same account",
    held: "ok",
    act: async (scene, deps) => {
      await scene.advance("i1");
      return codeOf(
        scene.pay(
          await scene.approved("i2"),
          on(deps, () => refund(scene, 1)),
        ),
      );
    },
  },
];
