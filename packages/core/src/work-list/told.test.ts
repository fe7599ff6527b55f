import { createTestDeps, groupsOf, storeEnterprise, storeProposal, storeStaff, testPlan } from "@hevel/testing/deps";
import { lettersOf } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { takeCase } from "../case/take.ts";
import type { DecisionDraft } from "../decision/decision.ts";
import { prepareDecision } from "../decision/prepare.ts";
import type { LetterPayload } from "../letter/letter.ts";
import { limits } from "../limits.ts";
import { setMorningSetting } from "../person/morning-setting.ts";
import type { Deps } from "../ports.ts";
import { callUrgentTasks } from "./call.ts";
import { sendMorningLetters } from "./morning.ts";

/** A Monday, 8.00 in Amsterdam. */
const monday = "2026-11-23T07:00:00.000Z";
const term = { startedOn: "2026-11-02", days: 56, daysStopped: 0 };
const addressOf = ({ personId }: { personId: string }) => `${personId.toLowerCase()}@gemeente.example`;

async function world(now = monday) {
  const { deps, clock } = await createTestDeps({ now });
  const [noor, olaf] = [await storeStaff(deps, "officer"), await storeStaff(deps, "officer")];
  const { enterprise } = await storeEnterprise(deps);
  const waiting = (title: string, dueOn: string) =>
    storeProposal(deps, enterprise, { plan: testPlan(deps, { title }), term, dueOn });
  return { deps, clock, noor, olaf, enterprise, waiting };
}

const mornings = async (deps: Deps) =>
  (await lettersOf(deps, "morning")).map(({ to, payload }) => ({ to, ...(payload as LetterPayload<"morning">) }));

describe("the morning letter", () => {
  test("names what waits for each person, earliest first, and goes out once however often it runs", async () => {
    const { deps, clock, noor, olaf, waiting } = await world();
    await storeStaff(deps, "auditor");
    await storeStaff(deps, "council");
    await waiting("later", "2026-12-28");
    await waiting("eerst", "2026-12-01");
    const counts = await Promise.all([sendMorningLetters(deps), sendMorningLetters(deps), sendMorningLetters(deps)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    clock.advance({ hours: 3 });
    await waiting("nieuw", "2026-12-02");
    expect(await sendMorningLetters(deps)).toBe(0);
    const letters = await mornings(deps);
    expect(letters.map(({ to }) => to).toSorted()).toEqual([addressOf(noor), addressOf(olaf)].toSorted());
    expect(letters[0]?.tasks.map(({ title }) => title)).toEqual(["eerst", "later"]);
    clock.advance({ hours: 24 });
    expect(await sendMorningLetters(deps)).toBe(2);
    expect((await mornings(deps)).at(-1)?.total).toBe(3);
  });

  test.each([
    ["before seven", "2026-11-23T05:59:59.000Z", 0],
    ["at seven", "2026-11-23T06:00:00.000Z", 2],
    ["at seven in summer", "2027-06-14T05:00:00.000Z", 2],
    ["on a Saturday", "2026-11-21T08:00:00.000Z", 0],
    ["on a Sunday", "2026-11-22T08:00:00.000Z", 0],
    ["on Christmas Day", "2026-12-25T08:00:00.000Z", 0],
    ["on King's Day", "2027-04-27T08:00:00.000Z", 0],
  ])("%s: %s leaves %i letters", async (_when, now, letters) => {
    const { deps, waiting } = await world(now);
    await waiting("iets", "2026-12-28");
    expect(await sendMorningLetters(deps)).toBe(letters);
  });

  test("does not go to who switched it off, nor to who has nothing waiting", async () => {
    const { deps, noor, olaf, waiting } = await world();
    const idle = await storeStaff(deps, "finance");
    expect(await setMorningSetting(deps, noor, { isOn: false })).toEqual({ isOn: false });
    await waiting("iets", "2026-12-28");
    await sendMorningLetters(deps);
    expect((await mornings(deps)).map(({ to }) => to)).toEqual([addressOf(olaf)]);
    expect((await mornings(deps)).map(({ to }) => to)).not.toContain(addressOf(idle));
    expect(await setMorningSetting(deps, noor, { isOn: true })).toEqual({ isOn: true });
    expect(await deps.store.get("person", { id: noor.personId })).not.toHaveProperty("hasNoMorningLetter");
  });

  test("names a case to who has it only, and to who has the role now", async () => {
    const { deps, noor, olaf, waiting } = await world();
    const { id: caseId } = await waiting("van Noor", "2026-12-28");
    await waiting("van iedereen", "2026-12-29");
    await takeCase(deps, noor, { caseId, role: "officer" });
    await deps.store.commit([
      { patch: "person", ref: { id: olaf.personId }, set: { groups: groupsOf(deps, ["finance"]) }, when: [] },
    ]);
    const pia = await storeStaff(deps, "officer");
    await sendMorningLetters(deps);
    const titles = Object.fromEntries(
      (await mornings(deps)).map(({ to, tasks }) => [to, tasks.map((one) => one.title)]),
    );
    expect(titles).toEqual({
      [addressOf(noor)]: ["van Noor", "van iedereen"],
      [addressOf(pia)]: ["van iedereen"],
    });
  });

  test("names so many and counts the rest", async () => {
    const { deps, waiting } = await world();
    const many = limits.morningTasksMax + 2;
    for (let day = 0; day < many; day++) await waiting(`zaak ${day}`, `2027-01-${String(day + 1).padStart(2, "0")}`);
    await sendMorningLetters(deps);
    const [letter] = await mornings(deps);
    expect(letter?.total).toBe(many);
    expect(letter?.tasks).toHaveLength(limits.morningTasksMax);
  });
});

describe("a task that cannot wait", () => {
  const draft: DecisionDraft = { outcome: "reject", reference: "B-1", legalBasis: "Awb", motivation: "Nee." };
  const calls = async (deps: Deps) => (await lettersOf(deps, "task-waiting")).map(({ to }) => to);

  test.each([
    ["the last day to call", "2026-11-28", 1],
    ["a day later", "2026-11-29", 0],
    ["over time", "2026-11-20", 1],
  ])("is written about with the act that leaves it: %s", async (_what, dueOn, letters) => {
    const { deps, noor, enterprise } = await world();
    const council = await storeStaff(deps, "council");
    const proposal = await storeProposal(deps, enterprise, { status: "advised", term, dueOn });
    await prepareDecision(deps, noor, { proposalId: proposal.id, draft });
    expect(await calls(deps)).toEqual(Array.from({ length: letters }, () => addressOf(council)));
    const [letter] = await lettersOf(deps, "task-waiting");
    if (letters > 0)
      expect(letter?.payload).toMatchObject({
        act: "takeDecision",
        dueOn,
        path: `/werk/voorstellen/${proposal.id}`,
        preparedBy: noor.name,
      });
    // What was said at once is not said again by the clock.
    await callUrgentTasks(deps);
    expect(await calls(deps)).toHaveLength(letters);
  });

  test("goes to who has the case, also when the morning letter is off; not to who may not do it", async () => {
    const { deps, enterprise } = await world();
    const [both, taker, other] = [
      await storeStaff(deps, "officer", "council"),
      await storeStaff(deps, "council"),
      await storeStaff(deps, "council"),
    ];
    const { id } = await storeProposal(deps, enterprise, { status: "advised", term, dueOn: "2026-11-24" });
    await takeCase(deps, taker, { caseId: id, role: "council" });
    await setMorningSetting(deps, taker, { isOn: false });
    await prepareDecision(deps, both, { proposalId: id, draft });
    expect(await calls(deps)).toEqual([addressOf(taker)]);
    const next = await storeProposal(deps, enterprise, { status: "advised", term, dueOn: "2026-11-24" });
    await takeCase(deps, both, { caseId: next.id, role: "council" });
    await prepareDecision(deps, both, { proposalId: next.id, draft });
    // Who prepared it has the case and may not take the decision: then it waits for the others.
    expect((await calls(deps)).toSorted()).toEqual([taker, taker, other].map(addressOf).toSorted());
  });

  test("that came to be so because time passed is called on a working day, once, and not to who read it this morning", async () => {
    const { deps, clock, noor, olaf, waiting } = await world("2026-11-21T12:00:00.000Z");
    await setMorningSetting(deps, noor, { isOn: false });
    await waiting("bijna te laat", "2026-11-25");
    expect(await callUrgentTasks(deps)).toBe(0);
    clock.set(monday);
    await sendMorningLetters(deps);
    expect((await mornings(deps)).map(({ to }) => to)).toEqual([addressOf(olaf)]);
    const counts = await Promise.all([callUrgentTasks(deps), callUrgentTasks(deps)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await calls(deps)).toEqual([addressOf(noor)]);
    clock.advance({ days: 1 });
    expect(await callUrgentTasks(deps)).toBe(0);
  });

  test("of the board is the board's: its own letters tell", async () => {
    const { deps, enterprise } = await world();
    await storeProposal(deps, enterprise, {
      status: "completion-asked",
      term: { ...term, stoppedOn: "2026-11-02", stoppedUntil: "2026-11-24" },
      completionAsked: { question: "Welke?", askedOn: "2026-11-02", answerBy: "2026-11-24" },
      dueOn: "2026-11-24",
    });
    expect(await callUrgentTasks(deps)).toBe(0);
    expect(await sendMorningLetters(deps)).toBe(0);
  });
});

test("what is over is not read, however much of it there is", async () => {
  const { deps, enterprise, waiting } = await world();
  await waiting("open", "2026-12-28");
  for (let count = 0; count < 5; count++) await storeProposal(deps, enterprise, { status: "rejected" });
  const read: string[] = [];
  const store: Deps["store"] = {
    ...deps.store,
    list: async (query, params, paging) => {
      const page = await deps.store.list(query, params, paging);
      read.push(...page.items.map(() => query));
      return page;
    },
    listAll: (query, params) => {
      if (query !== "morning-letters-of-day") throw new Error(`${query} is read to its end`);
      return deps.store.listAll(query, params);
    },
  };
  await sendMorningLetters({ ...deps, store });
  expect(read.filter((query) => query !== "staff")).toEqual(["proposals-open"]);
});
