import { type Deps, endOfTerm, expireTransfer, limits, refuseTransfer } from "@hevel/core";
import { awardMandate } from "@hevel/testing/money-world";
import { end, on, type Row, retire } from "./guard-row.ts";
import { codeOf } from "./money-scene.ts";

/** Guards of what ends a transfer or a mandate, and of the limits of pot and cash. */
export const ending: readonly Row[] = [
  {
    guard: "transfer.status",
    attack: "a refusal while another pays",
    held: "wrong-state",
    act: async (scene, deps) => {
      await scene.approved("i2");
      const transferId = await scene.approved("i1");
      const paying = on(deps, () => scene.pay(transferId));
      return codeOf(refuseTransfer(paying, scene.world.mayor, { transferId, reason: "Nee" }));
    },
  },
  {
    guard: "account.reserved transfer.status",
    attack: "the same reservation given back twice (behind the state of the transfer)",
    held: "wrong-state",
    act: async (scene, deps) => {
      const transferId = await scene.propose();
      const refuse = (from: Deps) => refuseTransfer(from, scene.world.mayor, { transferId, reason: "Nee" });
      await refuse(scene.deps);
      return codeOf(refuse(deps));
    },
  },
  {
    guard: "person.roles",
    attack: "a refusal by somebody who loses the role meanwhile",
    held: "forbidden",
    act: async (scene, deps) => {
      const transferId = await scene.propose();
      const late = on(deps, retire(scene, scene.world.mayor));
      return codeOf(refuseTransfer(late, scene.world.mayor, { transferId, reason: "Nee" }));
    },
  },
  {
    guard: "transfer.expiresAt",
    attack: "an expiry before its time",
    held: "false",
    act: async (scene, deps) => String(await expireTransfer(deps, await scene.propose())),
  },
  {
    guard: "transfer.status",
    attack: "an expiry while another approves",
    held: "false",
    act: async (scene, deps) => {
      const id = await scene.propose();
      scene.clock.set(endOfTerm(scene.clock.now(), limits.transferDays));
      return String(
        await expireTransfer(
          on(deps, () => scene.approve(id)),
          id,
        ),
      );
    },
  },
  ...(["committed", "cash"] as const).map(
    (which): Row => ({
      guard: "account.reserved",
      on: which,
      attack: `the end of a mandate with money on its way on ${which}`,
      held: "wrong-state",
      act: async (scene, deps) => {
        await scene.advance("i1");
        if (which === "committed") await scene.propose("i2");
        else await scene.enter(1_00, "bon");
        // Let what is available be enough, so that only the reservation itself stands in the way.
        if (which === "committed") await scene.patchAccount(scene.committed, { available: 200_00 });
        return codeOf(end(scene, deps));
      },
    }),
  ),
  {
    guard: "account.mandateStatus",
    on: "cash",
    attack: "the end of a mandate that has ended",
    held: "mandate-not-active",
    act: async (scene, deps) => {
      for (const id of ["i1", "i2", "i3"]) await scene.advance(id);
      await scene.patchAccount(scene.cash, { mandateStatus: "ended" });
      return codeOf(end(scene, deps));
    },
  },
  {
    guard: "account.available",
    on: "pot",
    attack: "an award of more than the pot holds",
    held: "not-enough-money",
    act: async ({ world }, deps) => {
      return codeOf(awardMandate({ ...world, deps }, [700_01]));
    },
  },
];
