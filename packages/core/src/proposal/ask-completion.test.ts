import { outcomeOf } from "@hevel/testing/board-world";
import { createTestDeps, storeEnterprise, storeProposal, storeStaff } from "@hevel/testing/deps";
import { lettersOf } from "@hevel/testing/mandate-world";
import { expect, test } from "vitest";
import { askCompletion } from "./ask-completion.ts";

test.each([
  ["without a day: the usual time, 28 days", undefined, "2026-12-21"],
  ["the nearest day", "2026-11-30", "2026-11-30"],
  ["a day too near", "2026-11-29", "invalid answerBy:term-short"],
  ["the farthest day, a Sunday, so the Monday after", "2027-02-21", "2027-02-22"],
  ["a day too far", "2027-02-22", "invalid answerBy:term-long"],
  ["Christmas Day, so the Monday after", "2026-12-25", "2026-12-28"],
])("the officer says by when a board answers: %s", async (_what, answerBy, expected) => {
  const { deps } = await createTestDeps({ now: "2026-11-23T09:00:00.000Z" });
  const { enterprise } = await storeEnterprise(deps);
  const { id: proposalId } = await storeProposal(deps, enterprise, { status: "in-review" });
  const officer = await storeStaff(deps, "officer");
  const outcome = await outcomeOf(() => askCompletion(deps, officer, { proposalId, question: "Wat?", answerBy }));
  const after = await deps.store.get("proposal", { id: proposalId });
  expect(outcome === "ok" ? after?.completionAsked?.answerBy : outcome).toBe(expected);
  if (outcome !== "ok") return;
  expect(after).toMatchObject({ dueOn: expected, term: { stoppedUntil: expected } });
  expect((await lettersOf(deps, "completion-asked"))[0]?.payload).toMatchObject({ answerBy: expected });
});
