import {
  ExpenseView,
  JournalTrail,
  JournalView,
  MandateView,
  OrderSummary,
  PotView,
  publishLedger,
  type SignedIn,
  TransferSummary,
  TransferView,
} from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import { storeSession } from "@hevel/testing/deps";
import { addReceipt, awardMandate, createMoneyWorld, keyOf, type MoneyWorld } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Problem } from "../problem.ts";

interface Api extends TestApi {
  readonly world: MoneyWorld;
  /** Sends as somebody of the world, with a fresh Idempotency-Key unless one is given; gives status and body. */
  readonly act: (
    who: SignedIn | undefined,
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    key?: string,
  ) => Promise<{ status: number; body: unknown; text: string; headers: Headers }>;
}

async function createApi(): Promise<Api> {
  const api = await createTestApi();
  const world = await createMoneyWorld(api.deps);
  const cookies = new Map<string, string>();
  async function cookieOf(who: SignedIn): Promise<string> {
    const cookie = cookies.get(who.personId) ?? (await storeSession(api.deps, who));
    cookies.set(who.personId, cookie);
    return cookie;
  }
  const act: Api["act"] = async (who, method, path, body, key = keyOf(api.deps)) => {
    const response = await api.send(method, `/v1${path}`, {
      ...(who === undefined ? {} : { as: await cookieOf(who) }),
      ...(body === undefined ? {} : { body }),
      headers: { "idempotency-key": key },
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : undefined, text, headers: response.headers };
  };
  return { ...api, world, act };
}

const Expenses = z.object({ items: z.array(ExpenseView) });
const Lines = z.object({ items: z.array(JournalView), cursor: z.string().optional() });

/** The enterprise as it was on the screen of who approves. */
const seen = { enterpriseRevision: 0 };

const cents = (amountCents: number) => ({ amountCents });

async function payFirst({ act, world }: Api, mandateId: string): Promise<string> {
  const proposed = await act(world.finance, "POST", `/mandates/${mandateId}/transfers`, { instalmentId: "i1" });
  expect(proposed.status).toBe(201);
  const { id } = TransferSummary.parse(proposed.body);
  expect((await act(world.council, "POST", `/transfers/${id}/approvals`, seen)).status).toBe(200);
  const payment = { paidOn: "2026-11-21", bankReference: "BNG-1" };
  expect(await act(world.finance, "POST", `/transfers/${id}/payments`, payment)).toMatchObject({
    status: 403,
    body: { code: "four-eyes" },
  });
  const paid = await act(world.payer, "POST", `/transfers/${id}/payments`, {
    paidOn: "2026-11-21",
    bankReference: "BNG-1",
  });
  expect(paid).toMatchObject({ status: 200, body: { status: "paid" } });
  return id;
}

async function draftOf({ world }: Api, amountCents: number, seed: string) {
  const { id: receiptId } = await addReceipt(world, seed);
  return {
    ...cents(amountCents),
    spentOn: "2026-11-20",
    category: "material",
    supplier: "Jan de Boer",
    isSupplierPerson: true,
    note: "Planten van Jan de Boer",
    receiptId,
  };
}

describe("pots", () => {
  test("finance makes a pot and prepares its filling, the council confirms it, everybody sees it", async () => {
    const { act, world } = await createApi();
    const pot = { name: "Groen", programme: "Buiten", year: 2026 };
    const potKey = keyOf(world.deps);
    const made = await act(world.finance, "POST", "/pots", pot, potKey);
    expect((await act(world.finance, "POST", "/pots", pot, potKey)).body).toEqual(made.body);
    expect(made).toMatchObject({ status: 201, body: { appropriatedCents: 0 } });
    const { id } = PotView.parse(made.body);
    const path = `/pots/${id}/appropriations`;
    const decision = { ...cents(250_00), decisionReference: "RB-9", decidedOn: "2026-11-01" };
    expect((await act(world.treasurer, "POST", path, decision)).status).toBe(403);
    const key = keyOf(world.deps);
    const first = await act(world.council, "POST", path, decision, key);
    expect(first.status).toBe(201);
    expect((await act(world.council, "POST", path, decision, key)).body).toEqual(first.body);
    expect(await act(world.council, "POST", path, { ...decision, ...cents(1) }, key)).toMatchObject({
      status: 409,
      body: { code: "idempotency-mismatch" },
    });
    expect((await act(undefined, "GET", "/pots")).body).toMatchObject({ items: [{}, { id, availableCents: 0 }] });
    const { id: orderId } = OrderSummary.parse(first.body);
    const confirmations = `/orders/${orderId}/confirmations`;
    expect(await act(world.council, "POST", confirmations)).toMatchObject({ status: 403, body: { code: "four-eyes" } });
    expect((await act(world.finance, "POST", confirmations)).status).toBe(403);
    expect((await act(world.mayor, "GET", `/orders/${orderId}`)).body).toMatchObject({
      title: "Groen",
      preparedBy: "Wendy Wethouder",
      decisionReference: "RB-9",
    });
    expect((await act(world.mayor, "POST", confirmations)).body).toMatchObject({ status: "confirmed" });
    const { body } = await act(undefined, "GET", "/pots");
    expect(body).toMatchObject({ items: [{}, { id, availableCents: 250_00 }] });
  });

  test("an amount of zero, a date to come and a missing key are told at once or by name", async () => {
    const { act, world, send } = await createApi();
    const path = `/pots/${world.potId}/appropriations`;
    const wrong = await act(world.council, "POST", path, { ...cents(0), decisionReference: "", decidedOn: "morgen" });
    expect(wrong.status).toBe(400);
    expect(
      Problem.parse(wrong.body)
        .errors?.map(({ path }) => path)
        .sort(),
    ).toEqual(["amountCents", "decidedOn", "decisionReference"]);
    const early = { ...cents(1), decisionReference: "RB", decidedOn: "2026-11-22" };
    expect((await act(world.council, "POST", path, early)).body).toMatchObject({
      errors: [{ path: "decidedOn", code: "in-future" }],
    });
    expect((await send("POST", `/v1${path}`, { body: early })).status).toBe(401);
  });
});

describe("the way of an instalment", () => {
  test("proposed by finance, approved by the council, paid; the board can spend it", async () => {
    const api = await createApi();
    const { act, world } = api;
    const mandate = await awardMandate(world, [600_00, 400_00]);
    const id = await payFirst(api, mandate.id);
    const staff = await act(world.finance, "GET", `/transfers/${id}`);
    expect(staff.body).toMatchObject({
      approvedBy: "Wendy Wethouder",
      iban: "NL91ABNA0417164300",
      payRefusal: "wrong-state",
    });
    const forCouncil = TransferView.parse((await act(world.council, "GET", `/transfers/${id}`)).body);
    expect(forCouncil.iban).toBeUndefined();
    expect(forCouncil).toMatchObject({
      maskedIban: "NL91 **** 4300",
      ibanHolder: "De Groene Straat",
      isIbanNew: false,
    });
    expect((await act(world.treasurer, "GET", `/transfers/${id}`)).status).toBe(403);
    const { body } = await act(undefined, "GET", `/mandates/${mandate.id}`);
    expect(MandateView.parse(body).balances).toMatchObject({
      awardedCents: 1_000_00,
      committedCents: 400_00,
      paidNotSpentCents: 600_00,
    });
    expect(JSON.stringify(body)).not.toMatch(/per_|@|NL91/);
  });

  test("nobody does two halves, and a stranger does none", async () => {
    const { act, world } = await createApi();
    const mandate = await awardMandate(world, [600_00]);
    const path = `/mandates/${mandate.id}/transfers`;
    expect((await act(undefined, "POST", path, { instalmentId: "i1" })).status).toBe(401);
    expect((await act(world.council, "POST", path, { instalmentId: "i1" })).status).toBe(403);
    const { id } = TransferSummary.parse((await act(world.finance, "POST", path, { instalmentId: "i1" })).body);
    expect((await act(world.finance, "POST", `/transfers/${id}/approvals`, seen)).status).toBe(403);
    const refused = await act(world.mayor, "POST", `/transfers/${id}/refusals`, { reason: "Te vroeg" });
    expect(refused).toMatchObject({ status: 200, body: { status: "refused", refusal: "Te vroeg" } });
    expect(await act(world.council, "POST", `/transfers/${id}/approvals`, seen)).toMatchObject({
      status: 409,
      body: { code: "wrong-state", details: { status: "refused" } },
    });
  });
});

describe("expenses", () => {
  test("entered by the treasurer, confirmed by another, public without the name of a person", async () => {
    const api = await createApi();
    const { act, world } = api;
    const mandate = await awardMandate(world, [600_00]);
    await payFirst(api, mandate.id);
    const path = `/mandates/${mandate.id}/expenses`;
    const draft = await draftOf(api, 123_45, "bon 1");
    expect((await act(world.chair, "POST", path, draft)).status).toBe(403);
    const entered = await act(world.treasurer, "POST", path, draft);
    expect(entered.status).toBe(201);
    const expense = ExpenseView.parse(entered.body);
    expect(expense.confirmRefusal).toBe("four-eyes");
    expect(await act(world.treasurer, "POST", `/expenses/${expense.id}/confirmations`)).toMatchObject({
      status: 403,
      body: { code: "four-eyes" },
    });
    expect((await act(world.chair, "POST", `/expenses/${expense.id}/confirmations`)).status).toBe(200);
    const again = await draftOf(api, 1_00, "bon 1");
    expect((await act(world.treasurer, "POST", path, again)).body).toMatchObject({ code: "receipt-used" });
    const mandatePage = await act(undefined, "GET", `/mandates/${mandate.id}`);
    expect(MandateView.parse(mandatePage.body).expenses).toMatchObject([{ amountCents: 123_45, description: "" }]);
    expect(mandatePage.text).not.toContain("Boer");
    const waiting = await act(world.treasurer, "POST", `/expenses/${expense.id}/correction-requests`, {
      reason: "Dubbel",
    });
    expect(waiting.body).toMatchObject({ status: "correction-asked" });
    const corrected = await act(world.secretary, "POST", `/expenses/${expense.id}/corrections`);
    expect(corrected.body).toMatchObject({ status: "corrected" });
    const list = await act(world.council, "GET", path);
    expect(Expenses.parse(list.body).items.map(({ enteredBy }) => enteredBy)).toEqual([undefined]);
    expect((await act(world.chair, "GET", path)).body).toMatchObject({ items: [{ enteredBy: "Piet Penning" }] });
    expect((await act(undefined, "GET", path)).status).toBe(401);
  });
});

test("an expense of more than there is is refused with what is left, in cents", async () => {
  const api = await createApi();
  const { act, world } = api;
  const mandate = await awardMandate(world, [600_00]);
  await payFirst(api, mandate.id);
  const path = `/mandates/${mandate.id}/expenses`;
  expect((await act(world.treasurer, "POST", path, await draftOf(api, 150_25, "bon 1"))).status).toBe(201);
  expect(await act(world.treasurer, "POST", path, await draftOf(api, 449_76, "bon 2"))).toMatchObject({
    status: 409,
    body: { code: "not-enough-money", details: { availableCents: 449_75 } },
  });
});

describe("the journal", () => {
  test("has every line, newest first, by page, by filter, as CSV and with its trail", async () => {
    const api = await createApi();
    const { act, world } = api;
    const mandate = await awardMandate(world, [600_00]);
    await payFirst(api, mandate.id);
    const first = Lines.parse((await act(undefined, "GET", "/journal?limit=2")).body);
    expect(first.items.map(({ kind }) => kind)).toEqual(["ADVANCE", "COMMIT"]);
    const cursor = encodeURIComponent(first.cursor ?? "");
    const rest = Lines.parse((await act(undefined, "GET", `/journal?limit=2&cursor=${cursor}`)).body);
    expect(rest.cursor).toBeUndefined();
    expect(rest.items.map(({ kind }) => kind)).toEqual(["APPROPRIATION"]);
    const { body: only } = await act(undefined, "GET", "/journal?kind=COMMIT&from=2026-11-01&until=2026-11-30");
    expect(Lines.parse(only).items).toHaveLength(1);
    expect(JSON.stringify(only)).not.toContain("per_");
    expect((await act(undefined, "GET", "/journal?kind=GIFT")).status).toBe(400);
    expect((await act(undefined, "GET", "/journal?cursor=nonsense")).status).toBe(400);
    expect((await act(undefined, "GET", "/journal-export")).status).toBe(404);
    await publishLedger(api.deps);
    const csv = await act(undefined, "GET", "/journal-export");
    expect(csv.headers.get("cache-control")).toBe("public, max-age=60");
    expect(csv.headers.get("link")).toBeNull();
    for (const query of ["utm_source=x", "part=0", "part=one", "from=yesterday"])
      expect([query, (await act(undefined, "GET", `/journal-export?${query}`)).status]).toEqual([query, 400]);
    expect((await act(undefined, "GET", "/journal-export?part=2")).status).toBe(404);
    const sum = await act(undefined, "GET", "/journal-sum?figure=awarded");
    expect([sum.headers.get("cache-control"), sum.body]).toMatchObject(["public, max-age=60", { sum: {} }]);
    for (const query of ["utm_source=x", "limit=1", "district=WK000000", "district=WK000000&until=2026-12-31"])
      expect([query, (await act(undefined, "GET", `/journal-sum?${query}`)).status]).toEqual([query, 400]);
    expect((await act(undefined, "GET", "/journal-sum?kind=COMMIT&from=2026-01-01")).body).toEqual({});
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.text.split("\r\n")).toHaveLength(5);
    const trail = await act(undefined, "GET", `/journal/${first.items[0]?.id}`);
    expect(JournalTrail.parse(trail.body).before.map(({ kind }) => kind)).toEqual(["APPROPRIATION", "COMMIT"]);
  });

  test("adds up, level by level and account by account", async () => {
    const api = await createApi();
    const { act, world } = api;
    const mandate = await awardMandate(world, [600_00]);
    await payFirst(api, mandate.id);
    const { body: money } = await act(undefined, "GET", "/money");
    expect(money).toMatchObject({
      appropriatedCents: 1_000_000_00,
      inPotsCents: 999_400_00,
      paidNotSpentCents: 600_00,
      enterprises: [
        {
          id: world.enterprise.id,
          name: "De Groene Straat",
          awardedCents: 600_00,
          paidCents: 600_00,
          fromPots: [{ potId: world.potId, awardedCents: 600_00 }],
          spentByCategory: [],
        },
      ],
    });
    const { body: other } = await act(undefined, "GET", "/money?year=2025");
    expect(other).toMatchObject({ appropriatedCents: 0, pots: [], enterprises: [] });
    expect((await act(undefined, "GET", "/verification")).status).toBe(404);
    await publishLedger(api.deps);
    expect((await act(undefined, "GET", "/verification?now=1")).status).toBe(400);
    const { body: verified } = await act(undefined, "GET", "/verification");
    expect(verified).toMatchObject({ isRight: true, differences: [], accounts: 4, journals: 3, entries: 6 });
  });
});
