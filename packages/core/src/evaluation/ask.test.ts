import { codeOf, storeEnterprise, storeStaff } from "@hevel/testing/deps";
import { createMandateWorld, lettersOf, visitor } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { askDueEvaluations, askEvaluation } from "./ask.ts";

describe("asking for an evaluation", () => {
  test("moves mandate and proposal, tells everybody, and writes to the board once per address", async () => {
    const { deps, mandate, officer, world } = await createMandateWorld();
    const { id: mandateId, proposalId } = mandate;
    // 28 days after 21 November 2026 is Saturday 19 December.
    expect(await askEvaluation(deps, officer, { mandateId })).toEqual({
      mandateId,
      status: "evaluation",
      dueOn: "2026-12-21",
    });
    expect(await deps.store.get("mandate", { id: mandateId })).toMatchObject({
      status: "evaluation",
      evaluationAskedAt: deps.clock.now().toISOString(),
      evaluationDueOn: "2026-12-21",
    });
    expect(await deps.store.get("proposal", { id: proposalId })).toMatchObject({
      status: "evaluation",
      dueOn: "2026-12-21",
    });
    const letters = await lettersOf(deps, "evaluation-asked");
    expect(letters.map(({ to }) => to).toSorted()).toEqual(
      world.enterprise.members.map(({ email }) => email).toSorted(),
    );
    expect(letters[0]?.payload).toMatchObject({
      dueOn: "2026-12-21",
      path: `/ondernemingen/${world.enterprise.id}/bestuur/mandaten/${mandateId}/evaluatie`,
    });
    const events = await deps.store.listAll("events-of-proposal", { proposalId });
    expect(events).toMatchObject([{ code: "evaluation-asked", facts: { dueOn: "2026-12-21" } }]);
  });

  test("is for an officer who is not on the board, of a mandate that exists and is active", async () => {
    const { deps, mandate, officer, world, neighbour } = await createMandateWorld();
    const input = { mandateId: mandate.id };
    expect(await codeOf(askEvaluation(deps, visitor, input))).toBe("unauthenticated");
    expect(await codeOf(askEvaluation(deps, neighbour, input))).toBe("forbidden");
    expect(await codeOf(askEvaluation(deps, world.chair, input))).toBe("forbidden");
    expect(await codeOf(askEvaluation(deps, world.council, input))).toBe("forbidden");
    expect(await codeOf(askEvaluation(deps, officer, { mandateId: deps.ids.next("man") }))).toBe("not-found");
    expect(await codeOf(askEvaluation(deps, officer, input))).toBe("ok");
    expect(await codeOf(askEvaluation(deps, officer, input))).toBe("wrong-state");
  });

  test("is refused before the first day, when there is nothing yet to look back on", async () => {
    const { deps, clock, mandate, officer } = await createMandateWorld();
    const later = { ...mandate, startsOn: "2026-12-07" };
    await deps.store.commit([{ replace: "mandate", record: later, when: [] }]);
    clock.set("2026-12-06T22:59:59.999Z");
    expect(await codeOf(askEvaluation(deps, officer, { mandateId: mandate.id }))).toBe("mandate-not-active");
    clock.set("2026-12-06T23:00:00.000Z");
    expect(await codeOf(askEvaluation(deps, officer, { mandateId: mandate.id }))).toBe("ok");
  });

  test("is refused to an officer on that board, by person or by address, and to one who lost the role meanwhile", async () => {
    const { deps, mandate, world } = await createMandateWorld();
    const own = await storeStaff(deps, "officer");
    const { enterprise } = await storeEnterprise(deps, {}, [own]);
    await deps.store.commit([
      { replace: "enterprise", record: { ...world.enterprise, members: enterprise.members }, when: [] },
    ]);
    expect(await codeOf(askEvaluation(deps, own, { mandateId: mandate.id }))).toBe("own-interest");
    const former = await storeStaff(deps, "council");
    const session = { ...former, roles: ["officer"] as const };
    expect(await codeOf(askEvaluation(deps, session, { mandateId: mandate.id }))).toBe("forbidden");
  });
});

describe("the schedule", () => {
  test("asks the day after the last day, not on it, and never twice", async () => {
    const { deps, clock, mandate } = await createMandateWorld();
    clock.set("2027-10-31T22:30:00.000Z");
    expect(await askDueEvaluations(deps)).toBe(0);
    // 23:00 UTC is midnight in Amsterdam in winter.
    clock.set("2027-10-31T23:00:00.000Z");
    expect(await askDueEvaluations(deps)).toBe(1);
    expect(await askDueEvaluations(deps)).toBe(0);
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({
      status: "evaluation",
      evaluationDueOn: "2027-11-29",
    });
  });

  test("and an officer at the same moment ask once between them", async () => {
    const { deps, clock, mandate, officer } = await createMandateWorld();
    clock.set("2027-11-02T08:00:00.000Z");
    const [asked, ...schedules] = await Promise.all([
      codeOf(askEvaluation(deps, officer, { mandateId: mandate.id })),
      askDueEvaluations(deps),
      askDueEvaluations(deps),
    ]);
    const times = schedules.reduce((sum, count) => sum + count, 0) + (asked === "ok" ? 1 : 0);
    expect(times).toBe(1);
    expect(await lettersOf(deps, "evaluation-asked")).toHaveLength(3);
  });

  test("leaves alone what was asked before", async () => {
    const { deps, clock, mandate, officer } = await createMandateWorld();
    await askEvaluation(deps, officer, { mandateId: mandate.id });
    clock.set("2027-11-02T08:00:00.000Z");
    expect(await askDueEvaluations(deps)).toBe(0);
  });
});
