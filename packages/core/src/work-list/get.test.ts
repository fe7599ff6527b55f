import { codeOf, createTestDeps, storeEnterprise, storeProposal, storeStaff, testPlan } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import type { Decision } from "../decision/decision.ts";
import type { Transfer } from "../transfer/transfer.ts";
import { getWorkList, WorkListView } from "./get.ts";

describe("the work list", () => {
  test("is for city hall", async () => {
    const { deps } = await createTestDeps();
    const { chair } = await storeEnterprise(deps);
    expect(await codeOf(getWorkList(deps, { kind: "visitor" }, {}))).toBe("unauthenticated");
    expect(await codeOf(getWorkList(deps, chair, {}))).toBe("forbidden");
    expect(await codeOf(getWorkList(deps, await storeStaff(deps, "admin"), {}))).toBe("forbidden");
    expect(await codeOf(getWorkList(deps, await storeStaff(deps, "professional"), {}))).toBe("ok");
  });

  test("orders what waits by deadline, says who has it, and the state of its clock", async () => {
    const { deps, clock } = await createTestDeps({ now: "2026-11-02T09:00:00.000Z" });
    const officer = await storeStaff(deps, "officer");
    const { enterprise } = await storeEnterprise(deps, { status: "registered" });
    const plan = (title: string) => testPlan(deps, { title });
    const term = (startedOn: string) => ({ startedOn, days: 56, daysStopped: 0 });
    await storeProposal(deps, enterprise, { plan: plan("later"), term: term("2026-11-02"), dueOn: "2026-12-28" });
    await storeProposal(deps, enterprise, {
      plan: plan("overdue"),
      status: "in-review",
      term: term("2026-08-31"),
      dueOn: "2026-10-26",
    });
    await storeProposal(deps, enterprise, {
      plan: plan("asked"),
      status: "completion-asked",
      term: { ...term("2026-10-05"), stoppedOn: "2026-10-12", stoppedUntil: "2026-11-09" },
      completionAsked: { question: "Welke?", askedOn: "2026-10-12", answerBy: "2026-11-09" },
      dueOn: "2026-11-09",
    });
    await storeProposal(deps, enterprise, { plan: plan("over"), status: "rejected" });
    await storeProposal(deps, enterprise, { status: "draft" });
    const read = async (filter: Parameters<typeof getWorkList>[2] = {}) =>
      WorkListView.strict().parse(await getWorkList(deps, officer, filter));
    const { rows, counts } = await read();
    expect(rows.map(({ title, act, heldBy }) => `${title}: ${act} by ${heldBy}`)).toEqual([
      "overdue: giveAdvice by officer",
      "asked: completeProposal by board",
      "later: startReview by officer",
      "Buurtbeheer Noord: verifyEnterprise by officer",
    ]);
    expect(rows.map(({ clock }) => clock)).toEqual([
      { endsOn: "2026-10-26", daysLeft: -7 },
      { endsOn: "2026-12-21", daysLeft: 49, stoppedOn: "2026-10-12" },
      { endsOn: "2026-12-28", daysLeft: 56 },
      undefined,
    ]);
    expect(rows.map(({ refusal }) => refusal)).toEqual([undefined, "forbidden", undefined, undefined]);
    expect(counts).toEqual({ board: 1, officer: 3, council: 0, finance: 0 });
    clock.set("2026-11-10T09:00:00.000Z");
    expect((await read()).rows.find(({ title }) => title === "asked")).toMatchObject({
      act: "startReview",
      heldBy: "officer",
      dueOn: "2026-12-28",
    });
  });

  test("filters by who has it and by district; the counts stay those of the district", async () => {
    const { deps } = await createTestDeps();
    const [, south] = deps.municipality.districts;
    if (south === undefined) throw new Error("two districts");
    const { enterprise } = await storeEnterprise(deps);
    await storeProposal(deps, enterprise, { plan: testPlan(deps, { title: "noord" }) });
    await storeProposal(deps, enterprise, { plan: testPlan(deps, { title: "zuid", districts: [south.code] }) });
    const council = await storeStaff(deps, "council");
    const titles = async (filter: Parameters<typeof getWorkList>[2]) =>
      (await getWorkList(deps, council, filter)).rows.map(({ title }) => title);
    expect((await titles({})).toSorted()).toEqual(["noord", "zuid"]);
    expect(await titles({ district: south.code })).toEqual(["zuid"]);
    expect(await titles({ role: "council" })).toEqual([]);
    expect((await getWorkList(deps, council, { role: "council", district: south.code })).counts.officer).toBe(1);
  });

  test("says who prepared a decision and that this person may not take it, nor a member of the board", async () => {
    const { deps } = await createTestDeps();
    const both = await storeStaff(deps, "officer", "council");
    const onBoard = await storeStaff(deps, "council");
    const { enterprise } = await storeEnterprise(deps, {}, [onBoard]);
    const decisionId = deps.ids.next("dec");
    const { id: proposalId } = await storeProposal(deps, enterprise, { status: "decision-prepared", decisionId });
    const decision: Decision = {
      id: decisionId,
      proposalId,
      enterpriseId: enterprise.id,
      draft: { outcome: "reject", reference: "B-1", legalBasis: "Awb 4.2", motivation: "Nee." },
      status: "prepared",
      preparedBy: both.personId,
      preparedAt: deps.clock.now().toISOString(),
      revision: 0,
    };
    await deps.store.commit([{ put: "decision", record: decision }]);
    const row = async (actor: Parameters<typeof getWorkList>[1]) => (await getWorkList(deps, actor, {})).rows[0];
    expect(await row(both)).toMatchObject({ act: "takeDecision", preparedBy: both.name, refusal: "four-eyes" });
    expect(await row(onBoard)).toMatchObject({ refusal: "own-interest" });
    expect(await row(await storeStaff(deps, "officer"))).toMatchObject({ refusal: "forbidden" });
    expect(await row(await storeStaff(deps, "council"))).not.toHaveProperty("refusal");
  });

  test("holds transfers for their second and third person, and the next instalment nobody proposed", async () => {
    const { deps } = await createTestDeps();
    const world = await createMoneyWorld(deps);
    const mandate = await awardMandate(world, [100_000, 50_000]);
    const read = async (actor: Parameters<typeof getWorkList>[1]) => (await getWorkList(deps, actor, {})).rows;
    expect(await read(world.finance)).toMatchObject([
      { act: "proposeTransfer", heldBy: "finance", amountCents: 100_000, dueOn: "2026-12-01", mandateId: mandate.id },
    ]);
    const transfer: Transfer = {
      id: deps.ids.next("trf"),
      mandateId: mandate.id,
      proposalId: mandate.proposalId,
      enterpriseId: mandate.enterpriseId,
      instalmentId: "i1",
      amountCents: 100_000,
      status: "proposed",
      proposedBy: world.finance.personId,
      proposedAt: deps.clock.now().toISOString(),
      payees: [],
      expiresAt: "2026-12-19T22:59:59.000Z",
      revision: 0,
    };
    const [first, ...rest] = mandate.instalments;
    if (first === undefined) throw new Error("an instalment");
    const marked = {
      ...mandate,
      instalments: [{ ...first, status: "proposed" as const, transferId: transfer.id }, ...rest],
    };
    await deps.store.commit([
      { put: "transfer", record: transfer },
      { replace: "mandate", record: marked, when: [] },
    ]);
    expect(await read(world.council)).toMatchObject([
      { act: "proposeTransfer", amountCents: 50_000, refusal: "forbidden" },
      {
        act: "approveTransfer",
        heldBy: "council",
        transferId: transfer.id,
        dueOn: "2026-12-19",
        preparedBy: "Fatima Financiën",
      },
    ]);
    const approved = { ...transfer, status: "approved" as const, approvedBy: world.council.personId };
    await deps.store.commit([{ replace: "transfer", record: approved, when: [] }]);
    const pay = (await read(world.payer)).find(({ act }) => act === "payTransfer");
    expect(pay).toMatchObject({
      heldBy: "finance",
      dueOn: "2026-12-01",
      preparedBy: "Fatima Financiën",
      approvedBy: "Wendy Wethouder",
    });
    expect(pay).not.toHaveProperty("refusal");
  });
});
