import { randomInt } from "node:crypto";
import { S3Client } from "@aws-sdk/client-s3";
import {
  type Actor,
  addDays,
  amountAppliedFor,
  approveTransfer,
  askDueEvaluations,
  confirmOrder,
  type DecisionDraft,
  type Deps,
  DomainError,
  dateIn,
  expireOrders,
  expireTransfers,
  getWorkList,
  giveAdvice,
  isForDistrict,
  judgeContent,
  payTransfer,
  prepareDecision,
  prepareEnding,
  proposeTransfer,
  readBalances,
  recordRefund,
  refuseTransfer,
  reportContent,
  returnDecision,
  returnEnding,
  staffOfNow,
  startReview,
  takeDecision,
  takeEnding,
  verifyEnterprise,
  verifyLedger,
  type WorkAct,
  type WorkRow,
  writeOfficerEvaluation,
} from "@hevel/core";
import { createDigest, createDocumentClient, createIds, createStore } from "@hevel/store";
import { createFiles } from "@hevel/store/files";
import { afterAll, describe, expect, inject, test } from "vitest";
import { localCredentials, REGION } from "../aws.ts";
import { createTable } from "../table.ts";
import { demoMunicipality } from "./municipality.ts";
import { seedDemo } from "./seed.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

const parts = inject("parts");
const { endpoint } = parts;
const client = createDocumentClient({ endpoint, region: REGION, credentials: localCredentials });
const files = { endpoint: parts.filesEndpoint, bucket: parts.bucket };
const s3 = new S3Client({
  endpoint: files.endpoint,
  region: REGION,
  credentials: localCredentials,
  forcePathStyle: true,
});
afterAll(() => {
  client.destroy();
  s3.destroy();
});

async function told(today: Date): Promise<Deps & { at: (day: Date) => void }> {
  const { tableName } = await createTable({ endpoint, tableName: `walked-${randomInt(1e9)}`, streams: false });
  const pepper = "pepper of a test, not of a portal";
  await seedDemo({ endpoint, tableName, files, pepper, issuer: "http://127.0.0.1:1", story: true, today });
  const { code } = demoMunicipality;
  let now = today;
  return {
    store: createStore({ client, table: tableName, municipality: code }),
    clock: { now: () => now },
    ids: createIds(() => now),
    digest: createDigest(pepper),
    files: createFiles({ client: s3, bucket: files.bucket, municipality: code }),
    municipality: demoMunicipality,
    at: (day) => {
      now = day;
    },
  };
}

const key = (deps: Deps) => ({ idempotencyKey: deps.ids.next("evt").slice(4) });

async function proposalOf(deps: Deps, { proposalId }: WorkRow) {
  const proposal = proposalId === undefined ? undefined : await deps.store.get("proposal", { id: proposalId });
  if (proposal?.plan === undefined) throw new Error("the row is about a proposal");
  return { proposal, plan: proposal.plan, proposalId: proposal.id };
}

async function mandateOf(deps: Deps, { mandateId }: WorkRow) {
  const mandate = mandateId === undefined ? undefined : await deps.store.get("mandate", { id: mandateId });
  if (mandate === undefined) throw new Error("the row is about a mandate");
  return { mandate, mandateId: mandate.id };
}

function transferOf({ transferId }: WorkRow) {
  if (transferId === undefined) throw new Error("the row is about a transfer");
  return transferId;
}

/** All that was asked, from the first pot that is for this district. */
async function awardOf(deps: Deps, row: WorkRow): Promise<DecisionDraft> {
  const { plan } = await proposalOf(deps, row);
  const pots = await deps.store.listAll("pots", {});
  const pot = pots.find(({ district }) => district === undefined || isForDistrict(plan.districts, district));
  const today = dateIn(deps.clock.now());
  const amountCents = amountAppliedFor(plan);
  const reasons = { reference: `W-${row.proposalId}`, legalBasis: "Awb 4.2", motivation: "Goed." };
  if (pot === undefined) return { outcome: "reject", ...reasons };
  const term = { startsOn: addDays(today, 7), endsOn: addDays(today, 200) };
  const instalments = [{ id: "i1", amountCents, plannedOn: term.startsOn }];
  return {
    outcome: "award",
    ...reasons,
    instrument: "subsidy",
    potId: pot.id,
    amountCents,
    ...term,
    instalments,
    conditions: [],
  };
}

async function endingOf(deps: Deps, row: WorkRow) {
  const { mandate, mandateId } = await mandateOf(deps, row);
  const { paidNotSpentCents } = await readBalances(deps, mandate);
  const base = { legalBasis: "Awb 4:42", motivation: "Klaar." };
  const claim = paidNotSpentCents > 0 ? { claim: { reference: `T-${mandateId}`, ...base } } : {};
  return { mandateId, draft: { reference: `E-${mandateId}`, ...base, ...claim } };
}

async function preparedOf(deps: Deps, row: WorkRow) {
  const { mandate, mandateId } = await mandateOf(deps, row);
  if (mandate.endingId === undefined) throw new Error("an end was prepared");
  return { mandateId, endingId: mandate.endingId };
}

async function decisionOf(deps: Deps, row: WorkRow) {
  const { proposal, proposalId } = await proposalOf(deps, row);
  if (proposal.decisionId === undefined) throw new Error("a decision was prepared");
  return { proposalId, decisionId: proposal.decisionId };
}

/** Each act of city hall as its page does it, with what somebody would fill in. The board's own are done elsewhere. */
const tries: { readonly [A in WorkAct]?: (deps: Deps, actor: Staff, row: WorkRow) => Promise<unknown> } = {
  verifyEnterprise: async (deps, actor, { enterprise: { id } = { id: undefined } }) => {
    const found = id === undefined ? undefined : await deps.store.get("enterprise", { id });
    if (found === undefined) throw new Error("the row is about an enterprise");
    await verifyEnterprise(deps, actor, { enterpriseId: found.id, outcome: "verify", revision: found.revision });
  },
  judgeContent: async (deps, actor, row) => {
    const open = await deps.store.listAll("moderation-open", {});
    const found = open.find(({ title, openSince }) => title === row.title && openSince === row.since);
    if (found === undefined) throw new Error("the row is about something reported");
    await judgeContent(deps, actor, { outcome: "keep", target: found.target, reason: "Het mag blijven." });
  },
  startReview: async (deps, actor, row) =>
    startReview(deps, actor, { proposalId: (await proposalOf(deps, row)).proposalId, ...key(deps) }),
  giveAdvice: async (deps, actor, row) => {
    const { plan, proposalId } = await proposalOf(deps, row);
    const advice = {
      outcome: "award",
      reason: "Goed.",
      costingCents: amountAppliedFor(plan),
      costingNote: "",
    } as const;
    await giveAdvice(deps, actor, { proposalId, advice, ...key(deps) });
  },
  prepareDecision: async (deps, actor, row) => {
    const { proposalId } = await proposalOf(deps, row);
    await prepareDecision(deps, actor, { proposalId, draft: await awardOf(deps, row), ...key(deps) });
  },
  takeDecision: async (deps, actor, row) =>
    takeDecision(deps, actor, { ...(await decisionOf(deps, row)), ...key(deps) }),
  returnDecision: async (deps, actor, row) =>
    returnDecision(deps, actor, { ...(await decisionOf(deps, row)), reason: "Kan zo niet.", ...key(deps) }),
  proposeTransfer: async (deps, actor, row) => {
    const { mandate, mandateId } = await mandateOf(deps, row);
    const [next] = mandate.instalments
      .filter(({ status }) => status === "planned")
      .toSorted((left, right) => (left.plannedOn < right.plannedOn ? -1 : 1));
    await proposeTransfer(deps, actor, { mandateId, instalmentId: next?.id ?? "", ...key(deps) });
  },
  approveTransfer: (deps, actor, row) => approveTransfer(deps, actor, { transferId: transferOf(row), ...key(deps) }),
  payTransfer: async (deps, actor, row) => {
    const transfer = await deps.store.get("transfer", { id: transferOf(row) });
    const paidOn = dateIn(new Date(transfer?.approvedAt ?? ""));
    await payTransfer(deps, actor, { transferId: transferOf(row), paidOn, bankReference: "WANDELING", ...key(deps) });
  },
  refuseTransfer: (deps, actor, row) =>
    refuseTransfer(deps, actor, { transferId: transferOf(row), reason: "De rekening is veranderd.", ...key(deps) }),
  writeOfficerEvaluation: async (deps, actor, row) => {
    const { mandateId } = await mandateOf(deps, row);
    await writeOfficerEvaluation(deps, actor, { mandateId, judgement: "Goed.", advice: "Ga door." });
  },
  prepareEnding: async (deps, actor, row) =>
    prepareEnding(deps, actor, { ...(await endingOf(deps, row)), ...key(deps) }),
  takeEnding: async (deps, actor, row) => takeEnding(deps, actor, { ...(await preparedOf(deps, row)), ...key(deps) }),
  returnEnding: async (deps, actor, row) =>
    returnEnding(deps, actor, { ...(await preparedOf(deps, row)), reason: "Kan zo niet.", ...key(deps) }),
  recordRefund: async (deps, actor, row) => {
    const { mandateId } = await mandateOf(deps, row);
    const receivedOn = dateIn(deps.clock.now());
    const refund = { amountCents: row.amountCents ?? 0, receivedOn, bankReference: "TERUG" };
    await recordRefund(deps, actor, { mandateId, ...refund, ...key(deps) });
  },
  confirmOrder: async (deps, actor, { orderId }) => {
    if (orderId === undefined) throw new Error("the row is about an order");
    await confirmOrder(deps, actor, { orderId, ...key(deps) });
  },
};

const nameOf = ({ act, title, proposalId, transferId, orderId, since, amountCents }: WorkRow) =>
  [act, title, proposalId, transferId, orderId, since, amountCents].join(" ");

/** Does everything that the list asks of anybody, until it asks nothing more; names what was done and what was refused. */
async function walk(deps: Deps): Promise<{ done: readonly WorkAct[]; refused: readonly string[] }> {
  const done: WorkAct[] = [];
  const refused: string[] = [];
  const tried = new Set<string>();
  const nextOf = async (actor: Staff) =>
    (await getWorkList(deps, actor, {})).rows.find((row) => row.refusal === undefined && !tried.has(nameOf(row)));
  const people = (await staffOfNow(deps)).filter(({ roles }) => roles.some((role) => role !== "admin"));
  for (let isBusy = true; isBusy; ) {
    isBusy = false;
    for (const { id: personId, name = "", roles } of people) {
      const actor: Staff = { kind: "staff", personId, name, roles };
      for (let row = await nextOf(actor); row !== undefined; row = await nextOf(actor)) {
        isBusy = true;
        tried.add(nameOf(row));
        try {
          await tries[row.act]?.(deps, actor, row);
          done.push(row.act);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused.push(`${row.act} of ${row.title}: ${error.code} ${error.message}`);
        }
      }
    }
  }
  return { done, refused };
}

describe("the work list of a told municipality", () => {
  test("asks nothing of anybody that is refused, today and as time goes on", { timeout: 120_000 }, async () => {
    const today = new Date("2027-02-16T09:00:00Z");
    const deps = await told(today);
    const done = new Set<WorkAct>();
    const seen = (await deps.store.listAll("proposals-public", {})).find(({ mandateId }) => mandateId === undefined);
    if (seen === undefined) throw new Error("something is public and not decided");
    const report = { target: { kind: "proposal", proposalId: seen.id }, reason: "Klopt dit wel?" } as const;
    await reportContent(deps, { kind: "visitor" }, report, { ip: "192.0.2.7" });
    // Before and after a new mandate begins, once boards were silent, once terms are over, and when all of it is.
    for (const days of [0, 6, 7, 40, 120, 420]) {
      deps.at(new Date(today.getTime() + days * 86_400_000));
      // First with what the clock has still to do, then without.
      for (const before of [[], [expireTransfers, expireOrders, askDueEvaluations]]) {
        for (const act of before) await act(deps);
        const walked = await walk(deps);
        expect(walked.refused, `after ${days} days`).toEqual([]);
        for (const act of walked.done) done.add(act);
      }
    }
    // Every act was asked at some time, but those for when something went wrong since it was prepared.
    const never = Object.keys(tries).filter((act) => !done.has(act as WorkAct));
    expect(never.toSorted()).toEqual(["refuseTransfer", "returnDecision", "returnEnding"]);
    expect((await verifyLedger(deps)).differences).toEqual([]);
  });
});
