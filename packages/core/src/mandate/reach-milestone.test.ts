import { outcomeOf } from "@hevel/testing/board-world";
import { codeOf, storeEnterprise } from "@hevel/testing/deps";
import { createMandateWorld, end, visitor, writeBoth } from "@hevel/testing/mandate-world";
import { expect, test } from "vitest";
import { askEvaluation } from "../evaluation/ask.ts";
import { reachMilestone } from "./reach-milestone.ts";
import { MilestoneView } from "./view.ts";

const note = "Met twintig buren.";

test("a promise that was kept is public, with its day and a note, and the others stay as they were", async () => {
  const { deps, mandate, world } = await createMandateWorld();
  const input = { mandateId: mandate.id, milestoneId: "m1", reachedOn: "2026-11-20", note };
  const reached = await reachMilestone(deps, world.chair, input);
  expect(MilestoneView.strict().parse(reached)).toEqual({ ...mandate.milestones[0], reachedOn: "2026-11-20", note });
  const stored = await deps.store.get("mandate", { id: mandate.id });
  expect(stored?.milestones).toEqual([reached, mandate.milestones[1]]);
  const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
  expect(events).toMatchObject([
    { code: "milestone-reached", facts: { milestone: "De tuintjes liggen er", reachedOn: "2026-11-20" } },
  ]);
});

test("it was kept between the first day of the mandate and today", async () => {
  const { deps, mandate, world } = await createMandateWorld();
  const on = (reachedOn: string, milestoneId = "m1") =>
    outcomeOf(() => reachMilestone(deps, world.chair, { mandateId: mandate.id, milestoneId, reachedOn, note: "" }));
  expect(await on("2026-11-22")).toBe("invalid reachedOn:in-future");
  expect(await on("2026-10-31")).toBe("invalid reachedOn:before-start");
  expect(await on("20 november")).toBe("invalid reachedOn:date");
  expect(await on("2026-11-21")).toBe("ok");
  expect(await on("2026-11-01", "m2")).toBe("ok");
});

test("it is said once, also by two members at the same moment", async () => {
  const { deps, mandate, world } = await createMandateWorld();
  const input = { mandateId: mandate.id, milestoneId: "m1", reachedOn: "2026-11-20", note: "" };
  const codes = await Promise.all(
    [world.chair, world.treasurer].map((who) => codeOf(reachMilestone(deps, who, input))),
  );
  expect(codes.toSorted()).toEqual(["conflict", "ok"]);
});

test("two promises that are kept at the same moment are both kept", async () => {
  const { deps, mandate, world } = await createMandateWorld();
  const input = { mandateId: mandate.id, reachedOn: "2026-11-20", note: "" };
  await Promise.all(["m1", "m2"].map((milestoneId) => reachMilestone(deps, world.chair, { ...input, milestoneId })));
  const stored = await deps.store.get("mandate", { id: mandate.id });
  expect(stored?.milestones.map(({ reachedOn }) => reachedOn)).toEqual(["2026-11-20", "2026-11-20"]);
});

test("it is for the board, of a promise that was made, until the evaluation is public; late is kept too", async () => {
  const test = await createMandateWorld();
  const { deps, mandate, officer, world } = test;
  const { chair: other } = await storeEnterprise(deps);
  const input = { mandateId: mandate.id, milestoneId: "m1", reachedOn: "2026-11-20", note: "" };
  const as = (actor: Parameters<typeof reachMilestone>[1], changed: object = {}) =>
    codeOf(reachMilestone(deps, actor, { ...input, ...changed }));
  expect(await as(visitor)).toBe("unauthenticated");
  expect(await as(other)).toBe("forbidden");
  expect(await as(officer)).toBe("forbidden");
  expect(await as(world.chair, { milestoneId: "m3" })).toBe("not-found");
  expect(await as(world.chair, { mandateId: deps.ids.next("man") })).toBe("not-found");
  await askEvaluation(deps, officer, { mandateId: mandate.id });
  expect(await as(world.chair)).toBe("ok");
  await writeBoth(test);
  await end(test);
  expect(await as(world.chair, { milestoneId: "m2" })).toBe("wrong-state");
});
