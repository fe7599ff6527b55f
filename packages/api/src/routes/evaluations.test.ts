import {
  EndingTaken,
  EvaluationAsked,
  EvaluationsView,
  type LetterKind,
  type Mandate,
  MilestoneView,
  OrderSummary,
  ProposalView,
  ResidentHeard,
  type SignedIn,
  UpdateView,
  WrittenEvaluation,
} from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import { storeProposal, storeResident, storeSession } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld, keyOf, type MoneyWorld, staffOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";

interface Api extends TestApi {
  readonly world: MoneyWorld;
  readonly mandate: Mandate;
  readonly officer: SignedIn;
  /** Sends as somebody of the world, with a fresh Idempotency-Key unless one is given; gives status and body. */
  readonly act: (
    who: SignedIn | undefined,
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: unknown,
    key?: string,
  ) => Promise<{ status: number; body: unknown }>;
}

async function createApi(): Promise<Api> {
  const api = await createTestApi();
  const { deps } = api;
  const world = await createMoneyWorld(deps);
  const officer = await staffOf(deps, "Noor", "officer");
  const awarded = await awardMandate(world, [600_00]);
  const mandate: Mandate = {
    ...awarded,
    milestones: [{ id: "m1", title: "Het bankje staat", plannedOn: "2027-03-15" }],
  };
  await deps.store.commit([{ replace: "mandate", record: mandate, when: [] }]);
  const { proposalId: id, id: mandateId } = mandate;
  await storeProposal(deps, world.enterprise, { id, status: "awarded", mandateId });
  const cookies = new Map<string, string>();
  async function cookieOf(who: SignedIn): Promise<string> {
    const cookie = cookies.get(who.personId) ?? (await storeSession(deps, who));
    cookies.set(who.personId, cookie);
    return cookie;
  }
  const act: Api["act"] = async (who, method, path, body, key = keyOf(deps)) => {
    const response = await api.send(method, `/v1${path}`, {
      ...(who === undefined ? {} : { as: await cookieOf(who) }),
      ...(body === undefined ? {} : { body }),
      headers: { "idempotency-key": key },
    });
    return { status: response.status, body: await response.json() };
  };
  return { ...api, world, mandate, officer, act };
}

async function lettersOf({ deps }: Api, kind: LetterKind) {
  return (await deps.store.listAll("letters-waiting", {})).filter((letter) => letter.kind === kind);
}

/** Pays the one instalment, 600 euro. */
async function pay({ act, world, mandate }: Api): Promise<void> {
  const proposed = await act(world.finance, "POST", `/mandates/${mandate.id}/transfers`, { instalmentId: "i1" });
  const { id } = proposed.body as { id: string };
  expect((await act(world.council, "POST", `/transfers/${id}/approvals`, { enterpriseRevision: 0 })).status).toBe(200);
  const payment = { paidOn: "2026-11-21", bankReference: "BNG-1" };
  expect((await act(world.payer, "POST", `/transfers/${id}/payments`, payment)).status).toBe(200);
}

const voice = { score: 5, sentence: "Er staat een bankje." };
const enterpriseWords = {
  outcomes: [{ milestoneId: "m1", reached: "yes" }],
  peopleReached: 40,
  volunteerHours: 12,
  learned: "Begin klein.",
};

test("from promise to the last cent, over HTTP", async () => {
  const api = await createApi();
  const { act, world, mandate, officer, deps } = api;
  await pay(api);
  const base = `/mandates/${mandate.id}`;

  const reached = await act(world.chair, "POST", `${base}/milestones/m1/completions`, {
    reachedOn: "2026-11-20",
    note: "",
  });
  expect(reached.status).toBe(201);
  expect(MilestoneView.strict().parse(reached.body)).toMatchObject({ reachedOn: "2026-11-20" });
  const news = { title: "Het bankje staat", body: "Kom zitten." };
  const posted = await act(world.chair, "POST", `/proposals/${mandate.proposalId}/updates`, news);
  expect(posted.status).toBe(201);
  UpdateView.strict().parse(posted.body);

  const asked = await act(officer, "POST", `${base}/evaluation-requests`);
  expect(asked.status).toBe(201);
  EvaluationAsked.strict().parse(asked.body);
  const mine = await act(world.treasurer, "PUT", `${base}/evaluations/enterprise`, enterpriseWords);
  expect(mine.status).toBe(200);
  WrittenEvaluation.strict().parse(mine.body);
  const theirs = { judgement: "Goed.", advice: "Nog een bankje." };
  expect((await act(officer, "PUT", `${base}/evaluations/officer`, theirs)).status).toBe(200);

  const resident = await storeResident(deps);
  expect(await act(resident, "POST", `${base}/evaluations`, voice)).toMatchObject({
    status: 201,
    body: { status: "confirmed" },
  });
  const said = await act(undefined, "POST", `${base}/evaluations`, { ...voice, score: 4, email: "buur@example.org" });
  expect(said).toMatchObject({ status: 201, body: { status: "letter-sent" } });
  ResidentHeard.strict().parse(said.body);
  const [letter] = await lettersOf(api, "evaluation-confirm");
  const [, evaluationId, secret] = String(letter?.payload["path"]).split("#")[1]?.split(".") ?? [];
  const confirmation = `${base}/evaluations/${evaluationId}/confirmations`;
  expect(await act(undefined, "POST", confirmation, { secret: "x".repeat(43) })).toMatchObject({
    status: 400,
    body: { code: "code-wrong" },
  });
  expect((await act(undefined, "POST", confirmation, { secret })).status).toBe(200);

  const read = await act(officer, "GET", `${base}/evaluations`);
  expect(EvaluationsView.strict().parse(read.body)).toMatchObject({ residentCount: 2, obstacles: [] });
  const key = keyOf(deps);
  const end = { reference: "EIND-1", legalBasis: "artikel 4:42 Awb", motivation: "Het ging goed." };
  expect(await act(officer, "POST", `${base}/endings`, end)).toMatchObject({
    status: 400,
    body: { errors: [{ code: "required" }] },
  });
  const claim = { reference: "TERUG-1", legalBasis: "artikel 4:57 Awb", motivation: "Dit is over." };
  const prepared = await act(officer, "POST", `${base}/endings`, { ...end, claim });
  expect(prepared.status).toBe(201);
  const ending = `${base}/endings/${(prepared.body as { endingId: string }).endingId}`;
  expect((await act(officer, "POST", `${ending}/confirmations`, undefined, key)).status).toBe(403);
  const published = await act(world.council, "POST", `${ending}/confirmations`, undefined, key);
  expect(published).toMatchObject({
    status: 201,
    body: { status: "refund-due", refundDueCents: 600_00, releasedCents: 0 },
  });
  EndingTaken.strict().parse(published.body);
  expect(await act(world.council, "POST", `${ending}/confirmations`, undefined, key)).toEqual(published);
  const account = { iban: "NL57HEVL0123456789", holder: "Gemeente Testgemeente" };
  for (const reader of [world.treasurer, world.finance])
    expect(await act(reader, "GET", `${base}/endings`)).toMatchObject({
      status: 200,
      body: { items: [{ status: "taken", payment: { ...account, reference: "TERUG-1" } }] },
    });
  expect((await act(resident, "GET", `${base}/endings`)).status).toBe(403);

  const page = await act(undefined, "GET", `/proposals/${mandate.proposalId}`);
  const view = ProposalView.parse(page.body);
  expect(view.evaluations.map(({ by }) => by)).toEqual(["enterprise", "resident", "resident", "officer"]);
  expect(view.standing).toMatchObject({ heldBy: "board", next: "pay-back" });
  expect(view.mandate?.ending).toMatchObject({ sums: { refundDueCents: 600_00 }, draft: { claim } });
  expect(JSON.stringify(page.body)).not.toContain("NL57HEVL0123456789");

  const refund = { amountCents: 600_00, receivedOn: "2026-11-21", bankReference: "TERUG" };
  expect((await act(world.council, "POST", `${base}/refunds`, refund)).status).toBe(403);
  const recorded = await act(world.finance, "POST", `${base}/refunds`, refund);
  expect(recorded.status).toBe(201);
  const order = OrderSummary.strict().parse(recorded.body);
  expect(order).toMatchObject({ kind: "REFUND", status: "prepared" });
  const bookings = `/orders/${order.id}/confirmations`;
  expect((await act(world.finance, "POST", bookings)).body).toMatchObject({ code: "four-eyes" });
  expect((await act(world.payer, "POST", bookings)).body).toMatchObject({ status: "confirmed" });
  const closed = ProposalView.parse((await act(undefined, "GET", `/proposals/${mandate.proposalId}`)).body);
  expect([closed.status, closed.mandate?.balances.returnedCents]).toEqual(["closed", 600_00]);
  expect(await lettersOf(api, "mandate-closed")).toHaveLength(3);
});

describe("what does not fit", () => {
  test("is refused with every problem at its own field", async () => {
    const { act, world, mandate, officer } = await createApi();
    const base = `/mandates/${mandate.id}`;
    await act(officer, "POST", `${base}/evaluation-requests`);
    const empty = { outcomes: [], peopleReached: -1, volunteerHours: 1, learned: "" };
    const refused = await act(world.chair, "PUT", `${base}/evaluations/enterprise`, empty);
    expect(refused).toMatchObject({
      status: 400,
      body: {
        code: "invalid",
        errors: [
          { path: "peopleReached", code: "number" },
          { path: "learned", code: "required" },
        ],
      },
    });
    expect(await act(undefined, "POST", `${base}/evaluations`, voice)).toMatchObject({
      status: 400,
      body: { errors: [{ path: "email", code: "required" }] },
    });
    const end = { reference: "EIND-1", legalBasis: "artikel 4:42 Awb", motivation: "Het ging goed." };
    expect(await act(officer, "POST", `${base}/endings`, end)).toMatchObject({
      status: 409,
      body: { code: "wrong-state", details: { obstacles: "no-enterprise-evaluation no-officer-evaluation" } },
    });
    expect(await act(officer, "POST", `${base}/endings`, { ...end, claim: {} })).toMatchObject({
      status: 400,
      body: {
        errors: [{ path: "claim.reference" }, { path: "claim.legalBasis" }, { path: "claim.motivation" }],
      },
    });
    const confirmation = `${base}/endings/end_01ARZ3NDEKTSV4RRFFQ69G5FAV/confirmations`;
    expect(await act(world.council, "POST", confirmation, undefined, "no ulid")).toMatchObject({
      status: 400,
      body: { errors: [{ path: "idempotency-key" }] },
    });
  });

  test("and a mandate of another municipality does not exist", async () => {
    const { act, officer, world } = await createApi();
    const elsewhere = await createApi();
    const base = `/mandates/${elsewhere.mandate.id}`;
    for (const attempt of [
      act(officer, "POST", `${base}/evaluation-requests`),
      act(officer, "GET", `${base}/evaluations`),
      act(world.chair, "PUT", `${base}/evaluations/enterprise`, enterpriseWords),
      act(officer, "PUT", `${base}/evaluations/officer`, { judgement: "x", advice: "y" }),
      act(undefined, "POST", `${base}/evaluations`, { ...voice, email: "buur@example.org" }),
      act(undefined, "POST", `${base}/evaluations/eva_01ARZ3NDEKTSV4RRFFQ69G5FAV/confirmations`, {
        secret: "x".repeat(43),
      }),
      act(officer, "POST", `${base}/endings`, { reference: "x", legalBasis: "y", motivation: "z" }),
      act(officer, "GET", `${base}/endings`),
      act(world.council, "POST", `${base}/endings/end_01ARZ3NDEKTSV4RRFFQ69G5FAV/confirmations`),
      act(world.council, "POST", `${base}/endings/end_01ARZ3NDEKTSV4RRFFQ69G5FAV/returns`, { reason: "x" }),
      act(world.finance, "POST", `${base}/refunds`, { amountCents: 1, receivedOn: "2026-11-21", bankReference: "x" }),
      act(world.chair, "POST", `${base}/milestones/m1/completions`, { reachedOn: "2026-11-20", note: "" }),
      act(world.chair, "POST", `/proposals/${elsewhere.mandate.proposalId}/updates`, { title: "x", body: "y" }),
    ])
      expect((await attempt).status).toBe(404);
  });
});
