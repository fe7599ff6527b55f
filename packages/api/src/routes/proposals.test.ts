import {
  DecisionTakenView,
  DecisionView,
  DistrictView,
  DraftView,
  HomeView,
  IsoDate,
  ProposalCard,
  ProposalView,
  ReceiptView,
  type SignedIn,
  VersionView,
  WorkListView,
} from "@hevel/core";
import { createTestApi } from "@hevel/testing/api";
import { storeEnterprise, storePot, storeProposal, storeSession, storeStaff, testPlan } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Problem } from "../problem.ts";

const key = "01K00000000000000000000001";

/** The API with a board, an officer, a council member and a full pot; requests go out as one of them, or as a visitor. */
async function city() {
  const api = await createTestApi();
  const { deps } = api;
  const board = await storeEnterprise(deps);
  const officer = await storeStaff(deps, "officer");
  const council = await storeStaff(deps, "council");
  const pot = await storePot(deps, 5_000_000);
  const cookieOf = (who: SignedIn) => storeSession(deps, who);
  /** Sends a request and reads the answer with the schema that the route promises for this status. */
  const send = async <S extends z.ZodType>(
    who: SignedIn | undefined,
    line: string,
    expected: { status: number; as: S },
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<z.output<S>> => {
    const [method = "", path = ""] = line.split(" ");
    const response = await api.send(method, `/v1${path}`, {
      ...(who === undefined ? {} : { as: await cookieOf(who) }),
      ...(body === undefined ? {} : { body }),
      headers,
    });
    const text = await response.text();
    expect(`${response.status} ${response.status === expected.status ? "" : text}`).toBe(`${expected.status} `);
    return expected.as.parse(text === "" ? undefined : JSON.parse(text));
  };
  const award = {
    outcome: "award",
    reference: "B-2026-1",
    legalBasis: "Awb 4.2",
    motivation: "Goed voor de straat.",
    instrument: "subsidy",
    potId: pot.id,
    amountCents: 1_000_000,
    startsOn: "2026-12-01",
    endsOn: "2027-12-31",
    instalments: [{ id: "i1", amountCents: 1_000_000, plannedOn: "2026-12-15" }],
    conditions: [],
  };
  return { ...api, ...board, officer, council, pot, send, award };
}

const nothing = { status: 204, as: z.undefined() };
const refused = (status: number) => ({ status, as: Problem });
const items = <S extends z.ZodType>(schema: S) => ({
  status: 200,
  as: z.strictObject({ items: z.array(schema), cursor: z.string().optional() }),
});

test("a proposal goes from draft to decision, and everybody can follow it", async () => {
  const { deps, clock, chair, treasurer, officer, council, enterprise, send, award } = await city();
  const draft = await send(chair, `POST /enterprises/${enterprise.id}/proposals`, { status: 201, as: DraftView }, {});
  const at = `/proposals/${draft.id}`;
  await send(undefined, `GET ${at}`, refused(404));
  const saved = await send(
    treasurer,
    `PUT ${at}/draft`,
    { status: 200, as: DraftView },
    { draft: testPlan(deps), revision: draft.revision },
  );
  expect(saved).toMatchObject({ revision: 1, problems: [] });
  // The same draft for the other member of the board, with the name of who saved it.
  const { saved: save, ...rest } = saved;
  expect(save).toMatchObject({ isMine: true });
  expect(await send(chair, `GET ${at}/draft`, { status: 200, as: DraftView })).toMatchObject({
    ...rest,
    saved: { at: save?.at, isMine: false, name: expect.any(String) },
  });
  const receipt = await send(chair, `POST ${at}/submissions`, { status: 201, as: ReceiptView }, { revision: 1 });
  expect(receipt).toMatchObject({ answerBy: "2027-01-18", contact: { phone: "000 000 00 01" } });
  const edit = { plan: testPlan(deps, { title: "Dertig bomen" }), note: "Tien meer." };
  await send(treasurer, `POST ${at}/edits`, { status: 201, as: ReceiptView }, edit);
  await send(officer, `POST ${at}/reviews`, nothing, {});
  await send(officer, `POST ${at}/completion-requests`, nothing, { question: "Welke bomen?" });
  clock.advance({ days: 2 });
  const completion = { plan: testPlan(deps, { what: "Wij planten dertig lindes." }), note: "" };
  const completed = await send(chair, `POST ${at}/completions`, { status: 201, as: ReceiptView }, completion);
  expect(completed).toMatchObject({ version: 3, status: "in-review" });
  expect((await send(officer, `GET ${at}/versions`, items(VersionView))).items.map(({ reason }) => reason)).toEqual([
    "completed",
    "edited",
    "submitted",
  ]);
  const advice = { outcome: "award", reason: "Goed plan.", costingCents: 1_000_000, costingNote: "" };
  await send(officer, `POST ${at}/advices`, nothing, advice);
  const prepared = z.strictObject({ decisionId: z.string() });
  const first = await send(officer, `POST ${at}/decisions`, { status: 201, as: prepared }, award);
  await send(council, `POST ${at}/decisions/${first.decisionId}/returns`, nothing, { reason: "Te kort." });
  const { decisionId } = await send(officer, `POST ${at}/decisions`, { status: 201, as: prepared }, award);
  const waiting = await send(council, "GET /work-list?role=council", { status: 200, as: WorkListView });
  expect(waiting.rows).toMatchObject([{ act: "takeDecision", proposalId: draft.id, preparedBy: officer.name }]);
  const listed = { items: z.array(DecisionView.strict()), objectionUntilIfTakenToday: IsoDate };
  const shown = await send(council, `GET ${at}/decisions`, { status: 200, as: z.strictObject(listed) });
  expect(shown.objectionUntilIfTakenToday).toBe("2027-01-04");
  expect(shown.items).toMatchObject([{ id: decisionId, pot: { availableCents: 5_000_000 } }, { status: "returned" }]);
  const confirm = `POST ${at}/decisions/${decisionId}/confirmations`;
  const taken = await send(council, confirm, { status: 201, as: DecisionTakenView }, {}, { "idempotency-key": key });
  expect(taken).toMatchObject({ status: "awarded", decidedOn: "2026-11-23", objectionUntil: "2027-01-04" });
  expect(await send(council, confirm, { status: 201, as: DecisionTakenView }, {}, { "idempotency-key": key })).toEqual(
    taken,
  );

  const page = await send(undefined, `GET ${at}`, { status: 200, as: ProposalView });
  expect(page).toMatchObject({ status: "awarded", mandate: { id: taken.mandateId }, decision: { draft: award } });
  const cards = await send(undefined, "GET /proposals?status=awarded", items(ProposalCard));
  expect(cards.items).toMatchObject([{ id: draft.id, vessel: { awardedCents: 1_000_000 } }]);
  const home = await send(undefined, "GET /home", { status: 200, as: HomeView });
  expect(home.figures).toEqual({ awardedCents: 1_000_000, paidCents: 0, spentCents: 0, activeEnterprises: 1 });
  expect(home.events.map(({ code }) => code)).toEqual([
    "proposal-awarded",
    "decision-prepared",
    "decision-returned",
    "decision-prepared",
    "advice-given",
    "proposal-completed",
    "completion-asked",
    "review-started",
    "proposal-edited",
    "proposal-submitted",
  ]);
  const district = `GET /districts/${testPlan(deps).districts[0]}`;
  expect(await send(undefined, district, { status: 200, as: DistrictView })).toMatchObject({
    enterprises: [{ name: "Buurtbeheer Noord" }],
    proposals: [{ id: draft.id }],
    team: { name: "Wijkteam" },
  });
});

describe("refusals over HTTP", () => {
  test("every problem of a plan comes in one answer of 400, with its path", async () => {
    const { deps, chair, enterprise, send } = await city();
    const draft = {
      title: "Bomen",
      budgetLines: [{ id: "b1", category: "material", description: "", amountCents: 0 }],
    };
    const { id } = await storeProposal(deps, enterprise, { status: "draft", draft: { ...draft } as never });
    const problem = await send(chair, `POST /proposals/${id}/submissions`, refused(400), { revision: 0 });
    expect(problem.code).toBe("invalid");
    expect(problem.errors?.map(({ path, code }) => `${path}: ${code}`).sort()).toEqual(
      [
        "audience: required",
        "budgetLines.0.amountCents: amount-min",
        "budgetLines.0.description: required",
        "districts: required",
        "milestones: required",
        "summary: required",
        "themes: required",
        "what: required",
        "why: required",
      ].sort(),
    );
  });

  test("a save over an older revision is 409 with the newest revision", async () => {
    const { deps, chair, enterprise, send } = await city();
    const { id } = await storeProposal(deps, enterprise, { status: "draft", revision: 4 });
    const problem = await send(chair, `PUT /proposals/${id}/draft`, refused(409), { draft: {}, revision: 3 });
    expect(problem).toMatchObject({ code: "stale", details: { revision: 4 } });
  });

  test("a discarded draft is gone, also for its board", async () => {
    const { deps, chair, enterprise, send } = await city();
    const { id } = await storeProposal(deps, enterprise, { status: "draft" });
    await send(chair, `DELETE /proposals/${id}`, nothing);
    await send(chair, `GET /proposals/${id}/draft`, refused(404));
  });

  test("a withdrawn proposal keeps its page and takes no further steps", async () => {
    const { deps, chair, officer, enterprise, send } = await city();
    const { id } = await storeProposal(deps, enterprise);
    await send(chair, `POST /proposals/${id}/withdrawals`, nothing, { reason: "" });
    expect((await send(undefined, `GET /proposals/${id}`, { status: 200, as: ProposalView })).status).toBe("withdrawn");
    expect(await send(officer, `POST /proposals/${id}/reviews`, refused(409), {})).toMatchObject({
      code: "wrong-state",
      details: { status: "withdrawn" },
    });
  });

  test("an award by who prepared it is 403 four-eyes; without an Idempotency-Key nothing is tried", async () => {
    const { deps, enterprise, send, award } = await city();
    const both = await storeStaff(deps, "officer", "council");
    const { id } = await storeProposal(deps, enterprise, { status: "advised" });
    const as = z.strictObject({ decisionId: z.string() });
    const { decisionId } = await send(both, `POST /proposals/${id}/decisions`, { status: 201, as }, award);
    const confirm = `POST /proposals/${id}/decisions/${decisionId}/confirmations`;
    expect((await send(both, confirm, refused(403), {}, { "idempotency-key": key })).code).toBe("four-eyes");
    expect((await send(both, confirm, refused(400), {})).errors).toMatchObject([{ path: "idempotency-key" }]);
  });

  test("a decision that does not add up is 400 at its fields", async () => {
    const { deps, officer, enterprise, send, award } = await city();
    const { id } = await storeProposal(deps, enterprise, { status: "advised" });
    const wrong = {
      ...award,
      endsOn: "2026-12-01",
      instalments: [{ id: "i1", amountCents: 999_999, plannedOn: "2026-12-02" }],
    };
    const problem = await send(officer, `POST /proposals/${id}/decisions`, refused(400), wrong);
    expect(problem.errors?.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      "endsOn: end-before-start",
      "instalments: instalments-sum",
      "instalments.0.plannedOn: after-end",
    ]);
  });

  test("a draft is no status to list, a district of elsewhere no district, and an unknown field no field", async () => {
    const { deps, chair, enterprise, send } = await city();
    await send(undefined, "GET /proposals?status=draft", refused(400));
    await send(undefined, "GET /proposals?limit=0", refused(400));
    await send(undefined, "GET /districts/WK000000", refused(404));
    await send(undefined, "GET /districts/noord", refused(400));
    const body = { draft: { titel: "Bomen" }, revision: 0 };
    const { id } = await storeProposal(deps, enterprise, { status: "draft" });
    expect((await send(chair, `PUT /proposals/${id}/draft`, refused(400), body)).errors).toEqual([
      { path: "draft.titel", code: "unknown-field" },
    ]);
  });

  test("an object of another municipality does not exist", async () => {
    const here = await city();
    const there = await city();
    const { id } = await storeProposal(there.deps, there.enterprise);
    await here.send(undefined, `GET /proposals/${id}`, refused(404));
    await here.send(here.officer, `POST /proposals/${id}/reviews`, refused(404), {});
  });
});
