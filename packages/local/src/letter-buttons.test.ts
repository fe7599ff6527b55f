import {
  askEvaluation,
  completeProposal,
  type Deps,
  evaluateAsResident,
  fanOut,
  handOverCase,
  judgeContent,
  type Letter,
  type LetterKind,
  type PersonId,
  postUpdate,
  prepareDecision,
  requestSignIn,
  sendMorningLetters,
  startFollow,
  submitProposal,
  takeDecision,
  withdrawProposal,
} from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import { invitationDeclined, invited, questionAsked, register } from "@hevel/testing/board-world";
import { storeProposal, storeSession, storeStaff, testPlan } from "@hevel/testing/deps";
import { proposedIban, treasurerLeft } from "@hevel/testing/enterprise-scenes";
import {
  after,
  asked,
  awarded,
  formalSent,
  formalWithdrawn,
  hiddenNews,
  newDeps,
  no,
  now,
  refusedExpense,
  verified,
  withProposal,
} from "@hevel/testing/letter-worlds";
import {
  createMandateWorld,
  end,
  enter,
  evaluated,
  lettersOf,
  payBack,
  payFirst,
  proposeFirst,
  visitor,
} from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { patterns } from "../../e2e/src/pages.ts";
import { paths } from "../../web/src/site/paths.ts";

/** What a page behind a button asks the API, and what must be there for the act; `ids` are those of the address, in order. */
interface Row {
  /** Does what leaves such a letter. */
  readonly write: () => Promise<Deps>;
  /** The address of the page as it stands in the site's routes. */
  readonly page: string;
  readonly reads?: (...ids: string[]) => readonly string[];
  /** What the first of those answers must say, so that the act can be done there. */
  readonly says?: object;
  /** The act itself, for letters whose secret is all it takes. */
  readonly act?: (...parts: string[]) => { readonly path: string; readonly body: object };
  /** Everybody may read the page; no sign-in stands before it. */
  readonly isPublic?: boolean;
}

const caller = { ip: "192.0.2.1" };

const board = (id: string) => [`/enterprises/${id}/board`];
const left = async () => treasurerLeft(await newDeps());
const proposal = (id: string) => [`/proposals/${id}`];
const boardMandate = (id: string, mandate: string) => [
  `/enterprises/${id}/board`,
  `/mandates/${mandate}`,
  `/mandates/${mandate}/expenses`,
  `/mandates/${mandate}/endings`,
];

/** How a formal message stands, read with the secret of its letter. */
const messagePage = {
  page: paths.formalMessage(),
  act: (id: string, secret: string) => ({ path: `/formal-messages/${id}/readings`, body: { secret } }),
  isPublic: true,
};

/** Every kind of letter has a row here, or this does not compile: what its button opens, for who gets it. */
const rows: { readonly [K in LetterKind]: Row } = {
  "sign-in": {
    write: async () => {
      const deps = await newDeps();
      await requestSignIn(deps, visitor, { email: "anna@wijk.example" }, { ...caller, browser: "one" });
      return deps;
    },
    page: paths.confirmSignIn(),
    // The link wants the browser that asked, or the code: that it is known here shows in the refusal.
    isPublic: true,
  },
  invitation: {
    write: async () => {
      const deps = await newDeps();
      const { founder, board: own } = await register(deps);
      await invited(deps, founder, own, "thijs@wijk.example", "treasurer");
      return deps;
    },
    page: paths.acceptInvitation(),
    act: (enterpriseId, memberId, secret) => ({
      path: `/enterprises/${enterpriseId}/members/${memberId}/acceptances`,
      body: { secret, name: "Thijs de Vries", isNamePublic: false },
    }),
    isPublic: true,
  },
  "invitation-declined": {
    write: async () => invitationDeclined(await newDeps()),
    page: "/ondernemingen/:enterpriseId/bestuur/leden",
    reads: board,
  },
  "enterprise-verified": {
    write: () => verified("verify"),
    page: "/ondernemingen/:enterpriseId/bestuur",
    reads: board,
  },
  "enterprise-refused": {
    write: () => verified("refuse"),
    page: "/ondernemingen/:enterpriseId/bestuur/gegevens",
    reads: board,
    says: { status: "refused" },
  },
  "iban-proposed": {
    write: async () => proposedIban(await newDeps(), false),
    page: "/ondernemingen/:enterpriseId/bestuur/rekening",
    reads: board,
    says: { ibanProposal: { mayBeConfirmedByYou: true } },
  },
  "iban-settled": {
    write: async () => proposedIban(await newDeps(), true),
    page: "/ondernemingen/:enterpriseId/bestuur/rekening",
    reads: board,
    says: { iban: "NL57HEVL0123456789" },
  },
  "board-changed": { write: left, page: "/ondernemingen/:enterpriseId/bestuur/leden", reads: board },
  "seat-ended": { write: left, page: "/contact", isPublic: true },
  receipt: {
    write: async () => {
      const { deps, chair, proposalId } = await withProposal({ status: "draft" });
      await submitProposal(deps, chair, { proposalId, revision: 0 });
      return deps;
    },
    page: "/voorstellen/:id",
    reads: proposal,
    isPublic: true,
  },
  withdrawn: {
    write: async () => {
      const { deps, chair, proposalId } = await withProposal({});
      await withdrawProposal(deps, chair, { proposalId, reason: "Te druk." });
      return deps;
    },
    page: "/voorstellen/:id",
    reads: proposal,
    isPublic: true,
  },
  "completion-asked": {
    write: async () => (await asked()).deps,
    page: "/voorstellen/:proposalId/bewerken",
    reads: proposal,
    // The question is read and answered on this very page.
    says: {
      completionAsked: expect.objectContaining({ question: "Wat kost het?" }),
      acts: expect.arrayContaining([{ act: "completeProposal" }]),
    },
  },
  "completion-received": {
    write: async () => {
      const { deps, chair, proposalId } = await asked();
      await completeProposal(deps, chair, { proposalId, plan: testPlan(deps), note: "1.000 euro." });
      return deps;
    },
    page: "/voorstellen/:id",
    reads: proposal,
    isPublic: true,
  },
  decision: {
    write: async () => {
      const { deps, officer, proposalId } = await withProposal({ status: "advised" });
      const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: no });
      const council = await storeStaff(deps, "council");
      await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: keyOf(deps) });
      return deps;
    },
    page: "/voorstellen/:id",
    reads: proposal,
    says: { decision: expect.anything() },
    isPublic: true,
  },
  "transfer-waiting": {
    write: () => awarded(proposeFirst),
    page: "/werk/overhevelingen/:transferId",
    reads: (id) => [`/transfers/${id}`],
    says: { status: "proposed" },
  },
  "transfer-paid": {
    write: () => awarded(payFirst),
    page: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId",
    reads: boardMandate,
  },
  "expense-waiting": {
    write: () => awarded(payFirst, (world) => enter(world, 100_00)),
    page: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId/uitgaven/:expenseId",
    reads: boardMandate,
  },
  "expense-returned": {
    write: refusedExpense,
    page: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId/uitgaven/:expenseId",
    reads: (id, mandate) => [`/mandates/${mandate}/expenses`, `/enterprises/${id}/board`, `/mandates/${mandate}`],
    // Who gets it enters it again from this very page.
    says: { items: [expect.objectContaining({ status: "refused", refusal: "Ander bedrag." })] },
  },
  "follow-confirm": {
    write: async () => {
      const { deps, proposalId } = await withProposal({});
      await startFollow(
        deps,
        visitor,
        { subject: { kind: "proposal", id: proposalId }, email: "b@wijk.example" },
        caller,
      );
      return deps;
    },
    page: paths.confirmFollow(),
    act: (followId, secret) => ({ path: `/follows/${followId}/confirmations`, body: { secret } }),
    isPublic: true,
  },
  question: {
    write: async () => questionAsked(await newDeps()),
    page: "/ondernemingen/:id",
    reads: (id) => [`/enterprises/${id}`],
    isPublic: true,
  },
  update: {
    write: async () => {
      const { deps, treasurer, chair, proposalId } = await withProposal({});
      await startFollow(deps, treasurer, { subject: { kind: "proposal", id: proposalId } }, caller);
      await postUpdate(deps, chair, { proposalId, title: "Nieuws", body: "Het gaat goed." });
      const [left] = await deps.store.listAll("fan-outs-open", {});
      if (left !== undefined) await fanOut(deps, left);
      return deps;
    },
    page: "/voorstellen/:id",
    reads: proposal,
    isPublic: true,
  },
  "evaluation-asked": {
    write: async () => {
      const { deps, officer, mandate } = await createMandateWorld({ now });
      await askEvaluation(deps, officer, { mandateId: mandate.id });
      return deps;
    },
    page: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId/evaluatie",
    reads: (id, mandate) => [`/enterprises/${id}/board`, `/mandates/${mandate}/evaluations`],
  },
  "evaluation-confirm": {
    write: async () => {
      const { deps, mandate } = await evaluated(undefined, { now });
      const voice = { mandateId: mandate.id, score: 8, sentence: "Mooi.", email: "buur@wijk.example" };
      await evaluateAsResident(deps, visitor, voice, caller);
      return deps;
    },
    page: paths.confirmEvaluation(),
    act: (mandateId, evaluationId, secret) => ({
      path: `/mandates/${mandateId}/evaluations/${evaluationId}/confirmations`,
      body: { secret },
    }),
    isPublic: true,
  },
  "content-hidden": {
    write: async () => (await hiddenNews()).deps,
    page: "/voorstellen/:id",
    reads: proposal,
    says: { updates: [expect.objectContaining({ hidden: expect.objectContaining({ reason: "Een nummer." }) })] },
    isPublic: true,
  },
  "content-restored": {
    write: async () => {
      const { deps, officer, target } = await hiddenNews();
      await judgeContent(deps, officer, { outcome: "restore", target, reason: "Het mag." });
      return deps;
    },
    page: "/voorstellen/:id",
    reads: proposal,
    says: { updates: [expect.objectContaining({ title: "Nieuws" })] },
    isPublic: true,
  },
  "mandate-closed": {
    write: () => after(end, payBack),
    page: "/voorstellen/:id",
    reads: proposal,
    says: { evaluations: expect.arrayContaining([expect.anything()]) },
    isPublic: true,
  },
  "task-waiting": {
    write: async () => {
      const { deps, officer, proposalId } = await withProposal({
        status: "advised",
        dueOn: "2026-11-24",
        term: { startedOn: "2026-09-29", days: 56, daysStopped: 0 },
      });
      await storeStaff(deps, "council");
      await prepareDecision(deps, officer, { proposalId, draft: no });
      return deps;
    },
    page: "/werk/voorstellen/:proposalId",
    reads: (id) => [`/proposals/${id}`, `/proposals/${id}/decisions`, `/proposals/${id}/versions`],
    says: { acts: expect.arrayContaining([{ act: "takeDecision" }]) },
  },
  morning: {
    write: async () => {
      const { deps, enterprise } = await withProposal({});
      await storeProposal(deps, enterprise);
      await sendMorningLetters(deps);
      return deps;
    },
    page: paths.staff(),
    reads: () => ["/work-list"],
  },
  "case-moved": {
    write: async () => {
      const { deps, officer, proposalId } = await withProposal({});
      const { personId: to } = await storeStaff(deps, "officer");
      await handOverCase(deps, officer, { caseId: proposalId, role: "officer", to, note: "" });
      return deps;
    },
    page: "/werk/voorstellen/:proposalId",
    reads: (id) => [`/proposals/${id}`, `/cases/${id}/officer`, `/proposals/${id}/versions`],
    says: { acts: expect.arrayContaining([{ act: "startReview" }]) },
  },
  "formal-receipt": { write: async () => (await formalSent()).deps, ...messagePage },
  "formal-step": { write: formalWithdrawn, ...messagePage },
  ending: {
    write: () => after(end),
    page: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId",
    reads: boardMandate,
  },
};

/** The ids in an address, where it is one of this pattern. */
function idsIn(address: string, pattern: string): readonly string[] | undefined {
  const match = new RegExp(`^${pattern.replace(/:\w+/g, "([^/]+)")}$`).exec(address);
  return match?.slice(1);
}

/** People in tests have an address that is their id. */
const personOf = ({ to }: Letter) => `per_${to.split("@")[0]?.slice(4).toUpperCase()}` as PersonId;

async function statusesOf(api: TestApi, asks: readonly string[], as?: string): Promise<readonly number[]> {
  const send = (path: string) => api.send("GET", `/v1${path}`, as === undefined ? {} : { as });
  return Promise.all(asks.map(async (path) => (await send(path)).status));
}

describe.each(Object.entries(rows) as [LetterKind, Row][])("the button of the letter %s", (kind, row) => {
  test("opens the screen where the act is done, for who gets it", async () => {
    const deps = await row.write();
    const [letter] = await lettersOf(deps, kind);
    if (letter === undefined) throw new Error(`no letter ${kind} was written`);
    const [address = "", secret = ""] = String(letter.payload["path"]).split("#");
    expect(patterns, "a page of the site").toContain(row.page);
    const ids = idsIn(address, row.page);
    expect(ids, `${address} is ${row.page}`).toBeDefined();
    const portal = { depsFor: async () => deps, municipalityOf: () => deps.municipality.code };
    const api = await createTestApi({ portal });
    const kindOf = address.startsWith("/werk") ? "staff" : "resident";
    const asks = row.reads?.(...(ids ?? [])) ?? [];
    if (asks.length > 0) {
      const as = await storeSession(deps, { personId: personOf(letter), kind: kindOf });
      expect(await statusesOf(api, asks, as)).toEqual(asks.map(() => 200));
      if (row.says !== undefined)
        expect(await (await api.send("GET", `/v1${asks[0]}`, { as })).json()).toMatchObject(row.says);
      // Who is not signed in is led to sign-in by the first refusal, and back.
      const asVisitor = await statusesOf(api, asks);
      if (row.isPublic === true) expect(asVisitor).toEqual(asks.map(() => 200));
      else if (kind !== "completion-asked") expect(asVisitor).toContain(401);
    }
    if (row.act !== undefined) {
      const { path, body } = row.act(...secret.split("."));
      expect((await api.send("POST", `/v1${path}`, { body })).status).toBeLessThan(300);
    }
  });
});

test("the page where a question is answered asks for a draft first, so that who is not signed in is led to sign-in", async () => {
  const { deps, proposalId } = await asked();
  const portal = { depsFor: async () => deps, municipalityOf: () => deps.municipality.code };
  const api = await createTestApi({ portal });
  expect(await statusesOf(api, [`/proposals/${proposalId}/draft`])).toEqual([401]);
});
