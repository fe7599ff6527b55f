import { codeOf, storeProposal } from "@hevel/testing/deps";
import {
  createMandateWorld,
  ledgerDifferences,
  lettersOf,
  type MandateWorld,
  payFirst,
  visitor,
} from "@hevel/testing/mandate-world";
import { addReceipt, keyOf } from "@hevel/testing/money-world";
import { beforeEach, describe, expect, test } from "vitest";
import { askCorrection } from "../expense/ask-correction.ts";
import { confirmExpense } from "../expense/confirm.ts";
import { correctExpense } from "../expense/correct.ts";
import { enterExpense } from "../expense/enter.ts";
import { listExpenses } from "../expense/list.ts";
import type { ExpenseId } from "../ids.ts";
import type { ModerationTarget } from "../index.ts";
import { exportJournal } from "../ledger/export-journal.ts";
import { getJournal } from "../ledger/journal-trail.ts";
import { listJournal } from "../ledger/list-journal.ts";
import { publishLedger, readPublishedJournals } from "../ledger/publication.ts";
import { getMandate } from "../mandate/view.ts";
import { getProposal } from "../proposal/get.ts";
import { judgeContent } from "./judge.ts";
import { listModeration } from "./list.ts";
import { reportContent } from "./report.ts";

const name = "Jolanda de Vries";
const note = `Oppas door ${name}, bel 06-12345678`;
const reason = "Er staat een naam van een bewoner in.";

let own: MandateWorld;
beforeEach(async () => {
  own = await createMandateWorld();
  await payFirst(own);
});

async function enterNamed(more: { isSupplierPerson?: boolean; insteadOf?: ExpenseId } = {}) {
  const { deps, world, mandate } = own;
  const receipt = await addReceipt(world, keyOf(deps));
  return enterExpense(deps, world.treasurer, {
    mandateId: mandate.id,
    amountCents: 40_00,
    spentOn: deps.clock.now().toISOString().slice(0, 10),
    category: "people",
    supplier: name,
    isSupplierPerson: false,
    note,
    receiptId: receipt.id,
    idempotencyKey: keyOf(deps),
    ...more,
  });
}

async function spendNamed(more: Parameters<typeof enterNamed>[0] = {}) {
  const { deps, world } = own;
  const { id: expenseId } = await enterNamed(more);
  const { journalId } = await confirmExpense(deps, world.chair, { expenseId, idempotencyKey: keyOf(deps) });
  if (journalId === undefined) throw new Error("it was booked");
  return { expenseId, journalId };
}

async function correctNamed(expenseId: ExpenseId): Promise<void> {
  const { deps, world } = own;
  await askCorrection(deps, world.treasurer, { expenseId, reason: `${name} is een buurvrouw` });
  await correctExpense(deps, world.secretary, { expenseId, idempotencyKey: keyOf(deps) });
}

/** Everything a visitor reads of the money: the mandate, the journal, each line of it, the file and what is kept for files. */
async function moneyInPublic(): Promise<string> {
  const { deps, mandate } = own;
  await publishLedger(deps);
  const journal = await listJournal(deps, { mandateId: mandate.id });
  return JSON.stringify([
    await getMandate(deps, visitor, { mandateId: mandate.id }),
    await getProposal(deps, visitor, { proposalId: mandate.proposalId }),
    journal,
    await Promise.all(journal.items.map(({ id }) => getJournal(deps, id))),
    await exportJournal(deps, {}),
    await readPublishedJournals(deps, 1),
  ]);
}

const inPublic = (text: string) => text.includes(name) || text.includes("06-12345678");

describe("what was typed about an expense", () => {
  test("is hidden by an officer wherever it was public; the money and the ledger stay as they were", async () => {
    const { deps, officer, mandate, world } = own;
    const { expenseId, journalId } = await spendNamed();
    const target: ModerationTarget = { kind: "expense", expenseId };
    expect(inPublic(await moneyInPublic())).toBe(true);
    const booked = await deps.store.get("journal", { id: journalId });
    const { csv } = await exportJournal(deps, {});

    await reportContent(deps, visitor, { target, reason: "Dit ben ik." }, { ip: "198.18.1.1" });
    expect((await listModeration(deps, officer, { state: "open" })).items[0]?.words).toContain(note);
    await judgeContent(deps, officer, { outcome: "hide", target, reason });

    const read = await moneyInPublic();
    expect(inPublic(read)).toBe(false);
    expect(read).toContain(reason);
    const { expenses } = await getMandate(deps, visitor, { mandateId: mandate.id });
    expect(expenses[0]).toMatchObject({ amountCents: 40_00, category: "people", description: "", hidden: { reason } });
    expect(expenses[0]?.receiptSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(expenses[0]?.supplier).toBeUndefined();
    expect(await deps.store.get("journal", { id: journalId })).toEqual(booked);
    expect((await exportJournal(deps, {})).csv).toBe(csv);
    expect(await ledgerDifferences(own)).toEqual([]);
    const [mine] = await listExpenses(deps, world.treasurer, { mandateId: mandate.id });
    expect(mine).toMatchObject({ supplier: name, note, hidden: { reason } });
    expect(await lettersOf(deps, "content-hidden")).toHaveLength(3);
    const month = deps.clock.now().toISOString().slice(0, 7);
    expect((await deps.store.listAll("audit-of-month", { month })).map(({ act }) => act)).toContain("content-hidden");
    const again = reportContent(deps, visitor, { target, reason: "x" }, { ip: "198.18.2.1" });
    expect(await codeOf(again)).toBe("not-found");

    await judgeContent(deps, officer, { outcome: "restore", target, reason: "Het is een bedrijf." });
    expect(inPublic(await moneyInPublic())).toBe(true);
    expect(await lettersOf(deps, "content-restored")).toHaveLength(3);
  });

  test("stays hidden when it is corrected later: the mirror, and the reason of the correction, say nothing either", async () => {
    const { deps, officer } = own;
    const { expenseId } = await spendNamed();
    await judgeContent(deps, officer, { outcome: "hide", target: { kind: "expense", expenseId }, reason });
    await correctNamed(expenseId);
    expect(inPublic(await moneyInPublic())).toBe(false);
  });

  test("is out of sight once it is entered again as to a private person, with all that came before it", async () => {
    const { deps, world, mandate } = own;
    const first = await spendNamed();
    await correctNamed(first.expenseId);
    const second = await spendNamed({ insteadOf: first.expenseId });
    await correctNamed(second.expenseId);
    expect(inPublic(await moneyInPublic())).toBe(true);
    await enterNamed({ insteadOf: second.expenseId, isSupplierPerson: true });
    expect(inPublic(await moneyInPublic())).toBe(false);
    expect(await ledgerDifferences(own)).toEqual([]);
    const views = await listExpenses(deps, world.treasurer, { mandateId: mandate.id });
    expect(views.map(({ isPersonAfterAll }) => isPersonAfterAll)).toEqual([undefined, true, true]);
    const target: ModerationTarget = { kind: "expense", expenseId: first.expenseId };
    expect(await codeOf(reportContent(deps, visitor, { target, reason: "x" }, { ip: "198.18.3.1" }))).toBe("not-found");
  });

  test("cannot be reported or hidden before it is public, nor when nothing of it is", async () => {
    const { deps, officer } = own;
    const { id } = await enterNamed();
    const { expenseId } = await spendNamed({ isSupplierPerson: true });
    const say = (of: ExpenseId) =>
      codeOf(
        reportContent(deps, visitor, { target: { kind: "expense", expenseId: of }, reason }, { ip: "198.18.4.1" }),
      );
    expect(await say(id)).toBe("not-found");
    expect(await say(expenseId)).toBe("not-found");
    expect(await say(deps.ids.next("exp"))).toBe("not-found");
    const hide = judgeContent(deps, officer, { outcome: "hide", target: { kind: "expense", expenseId: id }, reason });
    expect(await codeOf(hide)).toBe("not-found");
  });
});

describe("a passage of a plan that was awarded", () => {
  const passages = [
    "summary",
    "what",
    "why",
    "audience",
    "ownContribution",
    "partners",
    "helpAsked",
    "budget",
  ] as const;

  async function fillPlan() {
    const { deps, mandate } = own;
    const proposal = await deps.store.get("proposal", { id: mandate.proposalId });
    if (proposal?.plan === undefined) throw new Error("a plan");
    const words = Object.fromEntries(passages.map((each) => [each, `woorden van ${each}`]));
    const plan = {
      ...proposal.plan,
      ...words,
      partners: [{ id: "p", name: "woorden van partners", sector: "community" as const, contribution: "Hulp" }],
      budgetLines: proposal.plan.budgetLines.map((each) => ({ ...each, description: "woorden van budget" })),
    };
    const { budget: _not, ...typed } = plan as typeof plan & { budget?: string };
    await deps.store.commit([{ replace: "proposal", record: { ...proposal, plan: typed }, when: [] }]);
    return mandate.proposalId;
  }

  test.each(passages)(
    "%s is hidden for everybody but board and city hall, and comes back; the rest stays",
    async (passage) => {
      const { deps, officer, world } = own;
      const proposalId = await fillPlan();
      const target: ModerationTarget = { kind: "passage", proposalId, passage };
      const before = await getProposal(deps, visitor, { proposalId });
      await reportContent(deps, visitor, { target, reason: "Hier sta ik." }, { ip: "198.18.5.1" });
      await judgeContent(deps, officer, { outcome: "hide", target, reason });
      const after = await getProposal(deps, visitor, { proposalId });
      const { hiddenPassages, ...rest } = after;
      expect(hiddenPassages).toMatchObject([{ passage, reason }]);
      const read = JSON.stringify(rest);
      for (const each of passages) expect(read.includes(`woorden van ${each}`), each).toBe(each !== passage);
      expect(after).toMatchObject({ costCents: before.costCents, status: "awarded" });
      expect(after.decision).toEqual(before.decision);
      const board = await getProposal(deps, world.chair, { proposalId });
      expect(board.plan).toEqual(before.plan);
      expect(board.hiddenPassages).toMatchObject([{ passage }]);
      await judgeContent(deps, officer, { outcome: "restore", target, reason: "Mag wel." });
      expect(await getProposal(deps, visitor, { proposalId })).toEqual(before);
    },
  );

  test("are hidden beside each other, and each comes back by itself", async () => {
    const { deps, officer } = own;
    const proposalId = await fillPlan();
    const judge = (outcome: "hide" | "restore", passage: (typeof passages)[number]) =>
      judgeContent(deps, officer, { outcome, target: { kind: "passage", proposalId, passage }, reason });
    const hidden = async () =>
      (await getProposal(deps, visitor, { proposalId })).hiddenPassages?.map(({ passage }) => passage);
    await Promise.all([judge("hide", "what"), judge("hide", "partners")]);
    expect((await hidden())?.toSorted()).toEqual(["partners", "what"]);
    expect(await codeOf(judge("hide", "what"))).toBe("wrong-state");
    await judge("restore", "what");
    expect(await hidden()).toEqual(["partners"]);
  });

  test("is none before the award, when the whole proposal can be hidden, and none where nothing was typed", async () => {
    const { deps, officer, world, mandate } = own;
    const open = await storeProposal(deps, world.enterprise);
    const hide = (proposalId: typeof open.id, passage: (typeof passages)[number]) =>
      codeOf(
        judgeContent(deps, officer, { outcome: "hide", target: { kind: "passage", proposalId, passage }, reason }),
      );
    expect(await hide(open.id, "what")).toBe("wrong-state");
    const proposal = await deps.store.get("proposal", { id: mandate.proposalId });
    if (proposal?.plan === undefined) throw new Error("a plan");
    const bare = { ...proposal, plan: { ...proposal.plan, helpAsked: "" } };
    await deps.store.commit([{ replace: "proposal", record: bare, when: [] }]);
    expect(await hide(mandate.proposalId, "helpAsked")).toBe("not-found");
  });
});
