import { createTestDeps, storeEnterprise, storeProposal } from "@hevel/testing/deps";
import { beforeEach, describe, expect, test } from "vitest";
import {
  accountIds,
  type Deps,
  type Ending,
  type Enterprise,
  type Expense,
  emptyAccount,
  getEnterprise,
  getMyPage,
  type Mandate,
  type Proposal,
  type SignedIn,
  setMyName,
} from "../index.ts";

let deps: Deps;
let enterprise: Enterprise;
let chair: SignedIn;
let treasurer: SignedIn;
beforeEach(async () => {
  ({ deps } = await createTestDeps());
  ({ enterprise, chair, treasurer } = await storeEnterprise(deps));
  for (const { personId } of [chair, treasurer]) await join(personId);
});

const join = (personId: SignedIn["personId"]) =>
  deps.store.commit([
    { put: "membership", record: { personId, enterpriseId: enterprise.id, since: enterprise.registeredAt } },
  ]);

const waitingFor = async (actor: SignedIn) =>
  (await getMyPage(deps, actor)).waiting.map(({ what, dueOn }) => [what, dueOn].filter(Boolean).join(" "));

async function storeMandate(proposal: Proposal, changed: Partial<Mandate> = {}): Promise<Mandate> {
  const record: Mandate = {
    id: deps.ids.next("man"),
    proposalId: proposal.id,
    enterpriseId: enterprise.id,
    districts: proposal.plan?.districts ?? "all",
    decisionId: deps.ids.next("dec"),
    decisionReference: "B-1",
    potId: deps.ids.next("pot"),
    instrument: "subsidy",
    title: "Bomen in de Noorderstraat",
    amountCents: 1_000_000,
    startsOn: "2026-01-01",
    endsOn: "2027-12-31",
    conditions: [],
    instalments: [],
    milestones: [
      { id: "m1", title: "Geplant", plannedOn: "2026-03-01", reachedOn: "2026-04-01" },
      { id: "m2", title: "Verzorgd", plannedOn: "2026-11-20" },
      { id: "m3", title: "Gevierd", plannedOn: "2026-11-21" },
    ],
    status: "active",
    createdAt: "2026-01-01T00:00:00.000Z",
    revision: 0,
    ...changed,
  };
  await deps.store.commit([{ put: "mandate", record }]);
  return record;
}

function storeExpense(mandate: Mandate, changed: Partial<Expense> = {}): Promise<void> {
  const record: Expense = {
    id: deps.ids.next("exp"),
    mandateId: mandate.id,
    proposalId: mandate.proposalId,
    enterpriseId: enterprise.id,
    amountCents: 4_500,
    spentOn: "2026-11-20",
    category: "material",
    supplier: "De kwekerij",
    isSupplierPerson: false,
    note: "",
    receiptId: deps.ids.next("fil"),
    receiptSha256: "a".repeat(64),
    status: "entered",
    enteredBy: treasurer.personId,
    enteredAt: "2026-11-21T12:00:00.000Z",
    expiresAt: "2027-01-20T12:00:00.000Z",
    revision: 0,
    ...changed,
  };
  return deps.store.commit([{ put: "expense", record }]);
}

describe("what waits", () => {
  test("an expense waits for another than who entered it", async () => {
    await storeExpense(await storeMandate(await storeProposal(deps, enterprise)));
    expect(await waitingFor(chair)).toEqual(["confirm-expense 2027-01-20"]);
    expect(await waitingFor(treasurer)).toEqual([]);
  });

  test("a correction waits for another than who asked it", async () => {
    const mandate = await storeMandate(await storeProposal(deps, enterprise));
    await storeExpense(mandate, { status: "correction-asked", correctionAskedBy: treasurer.personId });
    await storeExpense(mandate, { status: "confirmed" });
    expect(await waitingFor(chair)).toEqual(["correct-expense"]);
    expect(await waitingFor(treasurer)).toEqual([]);
  });

  test("a question and an evaluation wait for the whole board, the first due first", async () => {
    const proposal = await storeProposal(deps, enterprise);
    await storeMandate(proposal, { status: "evaluation", evaluationDueOn: "2026-12-20" });
    const completionAsked = { question: "Wie doet het?", askedOn: "2026-11-21", answerBy: "2026-12-19" };
    await storeProposal(deps, enterprise, { status: "completion-asked", completionAsked });
    for (const actor of [chair, treasurer])
      expect(await waitingFor(actor)).toEqual(["complete-proposal 2026-12-19", "write-evaluation 2026-12-20"]);
  });

  test("money to pay back waits with its amount", async () => {
    const mandate = await storeMandate(await storeProposal(deps, enterprise), { status: "refund-due" });
    const cash = { ...emptyAccount(accountIds.cash(mandate.id), "2026-01-01"), posted: 12_345, available: 12_345 };
    await deps.store.commit([{ put: "account", record: cash }]);
    expect((await getMyPage(deps, chair)).waiting).toMatchObject([{ what: "refund", amountCents: 12_345 }]);
  });

  test("money to pay back waits until the last day that the decision names", async () => {
    const proposal = await storeProposal(deps, enterprise);
    const endingId = deps.ids.next("end");
    const mandate = await storeMandate(proposal, { status: "refund-due", endingId });
    const words = { reference: "E-1", legalBasis: "Awb 4:46", motivation: "Klaar." };
    const record: Ending = {
      id: endingId,
      mandateId: mandate.id,
      proposalId: proposal.id,
      enterpriseId: enterprise.id,
      draft: { ...words, claim: words },
      sums: { spentCents: 0, releasedCents: 0, refundDueCents: 12_345 },
      status: "taken",
      preparedBy: chair.personId,
      preparedAt: "2026-11-20T12:00:00.000Z",
      decidedOn: "2026-11-21",
      objectionUntil: "2027-01-04",
      payment: { iban: "NL91ABNA0417164300", holder: "Gemeente", reference: "T-1", dueOn: "2027-01-05" },
      revision: 1,
    };
    await deps.store.commit([{ put: "ending", record }]);
    expect(await waitingFor(treasurer)).toEqual(["refund 2027-01-05"]);
  });

  test("what stands before money waits for who can do it, until somebody is asked", async () => {
    const { iban: _iban, ibanHolder: _holder, ...bare } = enterprise;
    const store = (changed: Partial<Enterprise>) =>
      deps.store.commit([{ replace: "enterprise", record: { ...bare, ...changed }, when: [] }]);
    await store({});
    expect(await waitingFor(treasurer)).toEqual(["add-account"]);
    expect(await waitingFor(chair)).toEqual([]);
    const [seat] = enterprise.members.filter(({ personId }) => personId === treasurer.personId);
    if (seat === undefined) throw new Error("the treasurer has a seat");
    const ibanProposal = {
      iban: "NL57HEVL0123456789",
      holder: "De Schuur",
      proposedBy: seat.id,
      proposedAt: "2026-11-21T12:00:00.000Z",
      expiresAt: "2026-12-05T22:59:59.000Z",
    };
    await store({ ibanProposal });
    expect(await waitingFor(treasurer)).toEqual([]);
    const alone = enterprise.members.filter(({ personId }) => personId === chair.personId);
    await store({ members: alone });
    expect(await waitingFor(chair)).toEqual(["fill-board"]);
    const asked = { ...seat, status: "invited", invitationExpiresAt: "2026-12-05T22:59:59.000Z" } as const;
    await store({ members: [...alone, asked] });
    expect(await waitingFor(chair)).toEqual([]);
    await store({ members: alone, status: "refused" });
    expect(await waitingFor(chair)).toEqual(["apply-again"]);
  });

  test("nothing of a board one has left", async () => {
    await storeExpense(await storeMandate(await storeProposal(deps, enterprise)));
    const members = enterprise.members.map((member) => ({ ...member, status: "left" as const }));
    await deps.store.commit([{ replace: "enterprise", record: { ...enterprise, members }, when: [] }]);
    expect(await getMyPage(deps, chair)).toMatchObject({ waiting: [], boards: [], proposals: [] });
  });
});

test("proposals are there from their draft on, with who has them", async () => {
  await storeProposal(deps, enterprise, { status: "draft", draft: { title: "Idee" } });
  await storeProposal(deps, enterprise);
  expect((await getMyPage(deps, chair)).proposals).toMatchObject([
    { title: "Bomen in de Noorderstraat", status: "submitted", standing: { heldBy: "officer" } },
    { title: "Idee", status: "draft", standing: { heldBy: "board" } },
  ]);
});

test("a name is kept for the next board", async () => {
  await setMyName(deps, chair, { name: " Femke " });
  expect((await getMyPage(deps, chair)).name).toBe("Femke");
});

test("the public page counts promises that are due and what they cost", async () => {
  await storeMandate(await storeProposal(deps, enterprise));
  const view = await getEnterprise(deps, { kind: "visitor" }, { enterpriseId: enterprise.id });
  expect(view.promises).toMatchObject({ kept: 1, due: 2 });
  expect(view.mandates).toMatchObject([{ title: "Bomen in de Noorderstraat", promises: { kept: 1, due: 2 } }]);
  expect(view.board).toEqual([{ role: "chair" }, { role: "treasurer" }]);
});

test("the public page counts what residents said only after it was published", async () => {
  const evaluationPublishedAt = "2026-11-01T12:00:00.000Z";
  const proposal = await storeProposal(deps, enterprise);
  for (const [published, score] of [
    [true, 4],
    [true, 5],
    [false, 1],
  ] as const) {
    const { id: mandateId } = await storeMandate(proposal, {
      status: published ? "closed" : "evaluation",
      ...(published ? { evaluationPublishedAt } : {}),
    });
    const author = `resident-${"a".repeat(64)}`;
    const content = { score, sentence: "Mooi gedaan." };
    const voice = {
      id: deps.ids.next("eva"),
      mandateId,
      author,
      content,
      writtenAt: evaluationPublishedAt,
      revision: 0,
    };
    await deps.store.commit([{ put: "evaluation", record: { ...voice, by: "resident", status: "confirmed" } }]);
  }
  const { scores } = await getEnterprise(deps, { kind: "visitor" }, { enterpriseId: enterprise.id });
  expect(scores).toEqual({ evaluations: 2, residents: 2, averageScore: 4.5 });
});
