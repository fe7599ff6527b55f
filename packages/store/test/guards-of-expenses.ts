import {
  askCorrection,
  correctExpense,
  expireExpense,
  letExpenseGo,
  refuseExpense,
  reverse,
  takeBackExpense,
} from "@hevel/core";
import { keyOf } from "@hevel/testing/money-world";
import { changeBoard, end, hands, on, type Row, withoutTreasurer } from "./guard-row.ts";
import { codeOf, type Scene } from "./money-scene.ts";

/** Guards of entering and confirming an expense. */
export const spending: readonly Row[] = [
  {
    guard: "receipt-use.exists",
    attack: "the same receipt entered by two at once",
    held: "receipt-used",
    act: async (scene, deps) => {
      await scene.advance();
      return codeOf(
        scene.enter(
          1_00,
          "bon",
          on(deps, () => scene.enter(2_00, "bon")),
        ),
      );
    },
  },
  {
    guard: "receipt-use.expenseId",
    attack: "the same receipt entered again by two at once, with a reason",
    held: "a chain",
    act: async (scene, deps) => {
      await scene.advance();
      const first = await scene.enter(1_00, "bon");
      let second = first;
      const between = async () => {
        second = await scene.enter(2_00, "bon", scene.deps, "Twee op een vel");
      };
      const third = await scene.enter(3_00, "bon", on(deps, between), "Drie op een vel");
      const { sameReceiptAs } = (await scene.deps.store.get("expense", { id: third })) ?? {};
      return sameReceiptAs === second ? "a chain" : "a fork";
    },
  },
  {
    guard: "enterprise.revision",
    attack: "an expense by a treasurer who loses the seat meanwhile",
    held: "forbidden",
    act: async (scene, deps) => {
      await scene.advance();
      return codeOf(scene.enter(1_00, "bon", on(deps, changeBoard(scene, withoutTreasurer(scene)))));
    },
  },
  {
    guard: "expense.enteredBy",
    attack: "a confirmation by who entered",
    held: "four-eyes",
    act: async (scene, deps) => {
      await scene.advance();
      return codeOf(scene.confirm(await scene.enter(1_00, "bon"), deps, scene.world.treasurer));
    },
  },
  {
    guard: "expense.status",
    attack: "a confirmation while another refuses",
    held: "wrong-state",
    act: async (scene, deps) => {
      await scene.advance();
      await scene.enter(5_00, "andere bon");
      const expenseId = await scene.enter(1_00, "bon");
      const refuse = () => refuseExpense(scene.deps, scene.world.secretary, { expenseId, reason: "Nee" });
      return codeOf(scene.confirm(expenseId, on(deps, refuse)));
    },
  },
  {
    guard: "expense.expiresAt",
    attack: "a confirmation after its time",
    held: "wrong-state",
    act: async (scene, deps) => {
      await scene.advance();
      const id = await scene.enter(1_00, "bon");
      scene.clock.advance({ days: 61 });
      return codeOf(scene.confirm(id, deps));
    },
  },
  {
    guard: "enterprise.revision",
    attack: "a confirmation by a member who leaves meanwhile",
    held: "forbidden",
    act: async (scene, deps) => {
      await scene.advance();
      const [treasurer, ...others] = scene.world.enterprise.members;
      if (treasurer === undefined) return "no board";
      const left = { members: [treasurer, ...others.map((member) => ({ ...member, status: "left" as const }))] };
      return codeOf(scene.confirm(await scene.enter(1_00, "bon"), on(deps, changeBoard(scene, left))));
    },
  },
  {
    guard: "expense.enteredBy",
    attack: "a refusal by who entered",
    held: "four-eyes",
    act: async (scene, deps) => {
      await scene.advance();
      const expenseId = await scene.enter(1_00, "bon");
      return codeOf(refuseExpense(deps, scene.world.treasurer, { expenseId, reason: "Toch niet" }));
    },
  },
  {
    guard: "expense.enteredBy",
    attack: "an expense taken back by somebody else than who entered it",
    held: "forbidden",
    act: async (scene, deps) => {
      await scene.advance();
      const expenseId = await scene.enter(1_00, "bon");
      return codeOf(takeBackExpense(deps, scene.world.chair, { expenseId }));
    },
  },
  {
    guard: "expense.letGoAt",
    attack: "an expense that came back let go twice",
    held: "wrong-state",
    act: async (scene, deps) => {
      await scene.advance();
      const expenseId = await scene.enter(1_00, "bon");
      await refuseExpense(scene.deps, scene.world.chair, { expenseId, reason: "Nee" });
      await letExpenseGo(scene.deps, scene.world.treasurer, { expenseId });
      return codeOf(letExpenseGo(deps, scene.world.treasurer, { expenseId }));
    },
  },
  {
    guard: "expense.enteredAgainAs",
    attack: "an expense let go that was entered again",
    held: "wrong-state",
    act: async (scene, deps) => {
      await scene.advance();
      const expenseId = await scene.enter(1_00, "bon");
      await refuseExpense(scene.deps, scene.world.chair, { expenseId, reason: "Nee" });
      const came = await scene.deps.store.get("expense", { id: expenseId });
      if (came === undefined) return "nothing entered";
      const record = { ...came, enteredAgainAs: deps.ids.next("exp") };
      await scene.deps.store.commit([{ replace: "expense", record, when: [] }]);
      return codeOf(letExpenseGo(deps, scene.world.treasurer, { expenseId }));
    },
  },
  {
    guard: "expense.expiresAt",
    attack: "an expiry before its time",
    held: "false",
    act: async (scene, deps) => {
      await scene.advance();
      return String(await expireExpense(deps, await scene.enter(1_00, "bon")));
    },
  },
];

/** An expense that is booked and asked to be corrected. */
async function correctionAsked(scene: Scene) {
  await scene.advance();
  const expenseId = await scene.enter(1_00, "bon");
  await scene.confirm(expenseId);
  await askCorrection(scene.deps, scene.world.treasurer, { expenseId, reason: "Dubbel" });
  return expenseId;
}

/** Guards of correcting one. */
export const correcting: readonly Row[] = [
  {
    guard: "expense.correctionAskedBy",
    attack: "a correction by who asked for it",
    held: "four-eyes",
    act: async (scene, deps) => {
      const expenseId = await correctionAsked(scene);
      return codeOf(correctExpense(deps, scene.world.treasurer, { expenseId, idempotencyKey: keyOf(deps) }));
    },
  },
  {
    guard: "expense.status",
    attack: "a correction asked of what is not booked",
    held: "wrong-state",
    act: async (scene, deps) => {
      await scene.advance();
      const expenseId = await scene.enter(1_00, "bon");
      return codeOf(askCorrection(deps, scene.world.treasurer, { expenseId, reason: "Dubbel" }));
    },
  },
  {
    guard: "reversal-mark.exists",
    attack: "the mirror of one line booked twice",
    held: "conflict",
    act: async (scene, deps) => {
      await scene.advance("i1");
      const { journalId } = (await scene.deps.store.get("expense", { id: await booked(scene) })) ?? {};
      const original = journalId && (await scene.deps.store.get("journal", { id: journalId }));
      if (!original) return "nothing booked";
      const mirror = async () => deps.store.commit((await reverse(deps, original, hands(scene))).changes);
      await mirror();
      return codeOf(mirror());
    },
  },
  {
    guard: "account.mandateStatus",
    on: "cash",
    attack: "a correction while the mandate ends",
    held: "mandate-not-active",
    act: async (scene, deps) => {
      const expenseId = await correctionAsked(scene);
      const late = on(deps, () => end(scene, scene.deps));
      return codeOf(correctExpense(late, scene.world.chair, { expenseId, idempotencyKey: keyOf(deps) }));
    },
  },
];

/** One of two booked expenses of the same amount and category, so that a second mirror has money to take. */
async function booked(scene: Scene) {
  await scene.confirm(await scene.enter(1_00, "andere bon"));
  const expenseId = await scene.enter(1_00, "bon");
  await scene.confirm(expenseId);
  return expenseId;
}
