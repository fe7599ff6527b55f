import * as core from "@hevel/core";
import {
  type Actor,
  type Deps,
  DomainError,
  enterExpense,
  type Mandate,
  type SignedIn,
  writeEnterpriseEvaluation,
  writeOfficerEvaluation,
} from "@hevel/core";
import { storeProposal, type TestDeps, testPlan } from "@hevel/testing/deps";
import { keyedBoardVerbs } from "@hevel/testing/keyed-board-verbs";
import { createMandateWorld, endingWords, enterpriseWords, prepareEnd } from "@hevel/testing/mandate-world";
import { addReceipt, keyOf, type MoneyWorld, staffOf } from "@hevel/testing/money-world";
import { expect, test } from "vitest";
import { documentation } from "./app.ts";
import type { OperationId } from "./policy.ts";
import { apiVersion } from "./version.ts";

/** Everybody and everything a verb with a key can be about. */
interface World extends TestDeps {
  readonly money: MoneyWorld;
  readonly mandate: Mandate;
  readonly officer: Actor & SignedIn;
}

async function createWorld(): Promise<World> {
  const { world: money, ...rest } = await createMandateWorld();
  return { ...rest, money, officer: await staffOf(rest.deps, "Noor", "officer") };
}

/** Makes what the verb is about, and gives the call: the same for both twins. */
type Row = (world: World) => Promise<(deps: Deps) => Promise<unknown>>;

const isPaid = async ({ deps, money, mandate }: World) => {
  const propose = { mandateId: mandate.id, instalmentId: "i1", idempotencyKey: keyOf(deps) };
  const { id: transferId } = await core.proposeTransfer(deps, money.finance, propose);
  await core.approveTransfer(deps, money.council, { transferId, idempotencyKey: keyOf(deps) });
  const payment = { paidOn: "2026-11-21", bankReference: "R", idempotencyKey: keyOf(deps) };
  await core.payTransfer(deps, money.payer, { transferId, ...payment });
};

const draftOf = async ({ money, mandate }: World) => ({
  mandateId: mandate.id,
  amountCents: 100_00,
  spentOn: "2026-11-20",
  category: "material" as const,
  supplier: "Winkel",
  isSupplierPerson: false,
  note: "",
  receiptId: (await addReceipt(money, keyOf(money.deps))).id,
});

const entered = async (world: World) => {
  const { deps, money } = world;
  await isPaid(world);
  const draft = { ...(await draftOf(world)), idempotencyKey: keyOf(deps) };
  return (await enterExpense(deps, money.treasurer, draft)).id;
};

const confirmed = async (world: World) => {
  const expenseId = await entered(world);
  await core.confirmExpense(world.deps, world.money.chair, { expenseId, idempotencyKey: keyOf(world.deps) });
  return expenseId;
};

const proposed = async ({ deps, money, mandate }: World) => {
  const input = { mandateId: mandate.id, instalmentId: "i1", idempotencyKey: keyOf(deps) };
  return (await core.proposeTransfer(deps, money.finance, input)).id;
};

const evaluated = async ({ deps, money, mandate, officer }: World) => {
  const { id: mandateId } = mandate;
  await core.askEvaluation(deps, officer, { mandateId });
  await writeEnterpriseEvaluation(deps, money.chair, { mandateId, ...enterpriseWords });
  await writeOfficerEvaluation(deps, officer, { mandateId, judgement: "Goed.", advice: "Door." });
};

const prepared = async ({ deps, money }: World) => {
  const amounts = { amountCents: 5_00, decisionReference: "RB-1", decidedOn: "2026-11-20" };
  const input = { potId: money.potId, ...amounts, idempotencyKey: keyOf(deps) };
  return (await core.appropriate(deps, money.finance, input)).id;
};

const inState = async ({ deps, money }: World, status: "draft" | "submitted" | "in-review" | "advised") => {
  const { id } = await storeProposal(deps, money.enterprise, {
    status,
    ...(status === "draft" ? { draft: testPlan(deps), version: 0 } : {}),
  });
  return id;
};

const decisionOf = async (world: World) => {
  const proposalId = await inState(world, "advised");
  const draft = { outcome: "reject", reference: "B-1", legalBasis: "art. 1", motivation: "Past niet." } as const;
  return { proposalId, ...(await core.prepareDecision(world.deps, world.officer, { proposalId, draft })) };
};

/** A row for every verb whose route takes an Idempotency-Key. */
const rows: Readonly<Partial<Record<OperationId, (world: World, key: string) => ReturnType<Row>>>> = {
  ...keyedBoardVerbs,
  proposeTransfer: async ({ money, mandate }, idempotencyKey) => {
    const input = { mandateId: mandate.id, instalmentId: "i1", idempotencyKey };
    return (deps) => core.proposeTransfer(deps, money.finance, input);
  },
  approveTransfer: async (world, idempotencyKey) => {
    const transferId = await proposed(world);
    return (deps) => core.approveTransfer(deps, world.money.council, { transferId, idempotencyKey });
  },
  refuseTransfer: async (world, idempotencyKey) => {
    const transferId = await proposed(world);
    return (deps) => core.refuseTransfer(deps, world.money.council, { transferId, reason: "Nee", idempotencyKey });
  },
  payTransfer: async (world, idempotencyKey) => {
    const transferId = await proposed(world);
    await core.approveTransfer(world.deps, world.money.council, { transferId, idempotencyKey: keyOf(world.deps) });
    const payment = { transferId, paidOn: "2026-11-21", bankReference: "R", idempotencyKey };
    return (deps) => core.payTransfer(deps, world.money.payer, payment);
  },
  enterExpense: async (world, idempotencyKey) => {
    await isPaid(world);
    const draft = { ...(await draftOf(world)), idempotencyKey };
    return (deps) => enterExpense(deps, world.money.treasurer, draft);
  },
  confirmExpense: async (world, idempotencyKey) => {
    const expenseId = await entered(world);
    return (deps) => core.confirmExpense(deps, world.money.chair, { expenseId, idempotencyKey });
  },
  refuseExpense: async (world, idempotencyKey) => {
    const expenseId = await entered(world);
    return (deps) => core.refuseExpense(deps, world.money.chair, { expenseId, reason: "Dubbel", idempotencyKey });
  },
  takeBackExpense: async (world, idempotencyKey) => {
    const expenseId = await entered(world);
    return (deps) => core.takeBackExpense(deps, world.money.treasurer, { expenseId, idempotencyKey });
  },
  letExpenseGo: async (world, idempotencyKey) => {
    const expenseId = await entered(world);
    await core.refuseExpense(world.deps, world.money.chair, { expenseId, reason: "Dubbel" });
    return (deps) => core.letExpenseGo(deps, world.money.treasurer, { expenseId, idempotencyKey });
  },
  askCorrection: async (world, idempotencyKey) => {
    const expenseId = await confirmed(world);
    return (deps) => core.askCorrection(deps, world.money.treasurer, { expenseId, reason: "Fout", idempotencyKey });
  },
  correctExpense: async (world, idempotencyKey) => {
    const expenseId = await confirmed(world);
    await core.askCorrection(world.deps, world.money.treasurer, { expenseId, reason: "Fout" });
    return (deps) => core.correctExpense(deps, world.money.chair, { expenseId, idempotencyKey });
  },
  createPot: async ({ money }, idempotencyKey) => {
    const pot = { name: "Groen", programme: "Buiten", year: 2026, idempotencyKey };
    return (deps) => core.createPot(deps, money.finance, pot);
  },
  appropriate: async ({ money }, idempotencyKey) => {
    const decision = { amountCents: 5_00, decisionReference: "RB-1", decidedOn: "2026-11-20" };
    return (deps) => core.appropriate(deps, money.finance, { potId: money.potId, ...decision, idempotencyKey });
  },
  recordRefund: async (world, idempotencyKey) => {
    await isPaid(world);
    await evaluated(world);
    const { deps: calm, mandate, money } = world;
    const end = { mandateId: mandate.id, endingId: await prepareEnd(world), idempotencyKey: keyOf(calm) };
    await core.takeEnding(calm, money.council, end);
    const received = { amountCents: 600_00, receivedOn: "2026-11-21", bankReference: "TERUG" };
    return (deps) => core.recordRefund(deps, money.finance, { mandateId: mandate.id, ...received, idempotencyKey });
  },
  confirmOrder: async (world, idempotencyKey) => {
    const orderId = await prepared(world);
    return (deps) => core.confirmOrder(deps, world.money.council, { orderId, idempotencyKey });
  },
  refuseOrder: async (world, idempotencyKey) => {
    const orderId = await prepared(world);
    return (deps) => core.refuseOrder(deps, world.money.council, { orderId, reason: "Nee", idempotencyKey });
  },
  prepareEnding: async (world, idempotencyKey) => {
    await evaluated(world);
    const input = { mandateId: world.mandate.id, draft: endingWords, idempotencyKey };
    return (deps) => core.prepareEnding(deps, world.officer, input);
  },
  takeEnding: async (world, idempotencyKey) => {
    await evaluated(world);
    const input = { mandateId: world.mandate.id, endingId: await prepareEnd(world), idempotencyKey };
    return (deps) => core.takeEnding(deps, world.money.council, input);
  },
  returnEnding: async (world, idempotencyKey) => {
    await evaluated(world);
    const input = { mandateId: world.mandate.id, endingId: await prepareEnd(world), reason: "Nee", idempotencyKey };
    return (deps) => core.returnEnding(deps, world.money.council, input);
  },
  askEvaluation: async ({ officer, mandate }, idempotencyKey) => {
    return (deps) => core.askEvaluation(deps, officer, { mandateId: mandate.id, idempotencyKey });
  },
  reachMilestone: async ({ money, mandate }, idempotencyKey) => {
    const reached = { mandateId: mandate.id, milestoneId: "m1", reachedOn: "2026-11-20", note: "", idempotencyKey };
    return (deps) => core.reachMilestone(deps, money.chair, reached);
  },
  postUpdate: async ({ money, mandate }, idempotencyKey) => {
    const news = { proposalId: mandate.proposalId, title: "Nieuws", body: "Het gaat goed.", idempotencyKey };
    return (deps) => core.postUpdate(deps, money.chair, news);
  },
  startProposal: async ({ money }, idempotencyKey) => {
    return (deps) => core.startProposal(deps, money.chair, { enterpriseId: money.enterprise.id, idempotencyKey });
  },
  submitProposal: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "draft");
    return (deps) => core.submitProposal(deps, world.money.chair, { proposalId, revision: 0, idempotencyKey });
  },
  editProposal: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "submitted");
    const plan = testPlan(world.deps, { title: "Anders" });
    return (deps) => core.editProposal(deps, world.money.chair, { proposalId, plan, idempotencyKey });
  },
  completeProposal: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "in-review");
    await core.askCompletion(world.deps, world.officer, { proposalId, question: "Welke?" });
    const plan = testPlan(world.deps);
    return (deps) =>
      core.completeProposal(deps, world.money.chair, { proposalId, plan, note: "Deze.", idempotencyKey });
  },
  withdrawProposal: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "submitted");
    return (deps) => core.withdrawProposal(deps, world.money.chair, { proposalId, reason: "", idempotencyKey });
  },
  startReview: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "submitted");
    return (deps) => core.startReview(deps, world.officer, { proposalId, idempotencyKey });
  },
  askCompletion: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "in-review");
    return (deps) => core.askCompletion(deps, world.officer, { proposalId, question: "Welke?", idempotencyKey });
  },
  giveAdvice: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "in-review");
    const advice = { outcome: "reject", reason: "Past niet.", costingCents: 0, costingNote: "" } as const;
    return (deps) => core.giveAdvice(deps, world.officer, { proposalId, advice, idempotencyKey });
  },
  dropCorrection: async (world, idempotencyKey) => {
    const expenseId = await confirmed(world);
    await core.askCorrection(world.deps, world.money.treasurer, { expenseId, reason: "Fout" });
    return (deps) => core.dropCorrection(deps, world.money.chair, { expenseId, idempotencyKey });
  },
  correctAdvice: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "advised");
    const correction = {
      outcome: "reject",
      reason: "Toch niet.",
      costingCents: 0,
      costingNote: "",
      why: "Te duur.",
    } as const;
    return (deps) => core.correctAdvice(deps, world.officer, { proposalId, correction, idempotencyKey });
  },
  prepareDecision: async (world, idempotencyKey) => {
    const proposalId = await inState(world, "advised");
    const draft = { outcome: "reject", reference: "B-1", legalBasis: "art. 1", motivation: "Past niet." } as const;
    return (deps) => core.prepareDecision(deps, world.officer, { proposalId, draft, idempotencyKey });
  },
  returnDecision: async (world, idempotencyKey) => {
    const decision = await decisionOf(world);
    return (deps) => core.returnDecision(deps, world.money.council, { ...decision, reason: "Nee", idempotencyKey });
  },
  takeDecision: async (world, idempotencyKey) => {
    const decision = await decisionOf(world);
    return (deps) => core.takeDecision(deps, world.money.council, { ...decision, idempotencyKey });
  },
};

/** Every route that takes an Idempotency-Key, from the document the API itself publishes. */
const withKey = Object.values(documentation(apiVersion).paths ?? {})
  .flatMap((item) => Object.values(item ?? {}) as { operationId: OperationId; parameters?: { name: string }[] }[])
  .filter(({ parameters = [] }) => parameters.some(({ name }) => name === "idempotency-key"))
  .map(({ operationId }) => operationId);

test("every verb with a key has a row, and every row a verb with a key", () => {
  expect(Object.keys(rows).sort()).toEqual([...withKey].sort());
});

/** Deps whose twin has the same request: it is done whole after `at` has been read here, and before anything else is. */
function behindTwin(deps: Deps, at: "replay" | "commitOnce", twin: () => Promise<unknown>): Deps {
  let done: Promise<unknown> | undefined;
  const isFirst = () => done === undefined;
  const run = () => {
    done ??= twin();
    return done;
  };
  const { store } = deps;
  if (at === "commitOnce")
    return {
      ...deps,
      store: {
        ...store,
        commitOnce: async (changes, once) => {
          if (isFirst()) await run();
          return store.commitOnce(changes, once);
        },
      },
    };
  const later = async () => {
    // As a slow reader: what was asked in the same breath as the key is read when the twin is done.
    while (isFirst()) await new Promise((resolve) => setImmediate(resolve));
    await done;
  };
  return {
    ...deps,
    store: {
      ...store,
      replay: async (key, request) => {
        const earlier = await store.replay<never>(key, request);
        if (isFirst()) await run();
        return earlier;
      },
      get: async (kind, ref) => {
        await later();
        return store.get(kind, ref);
      },
      list: async (query, params, paging) => {
        await later();
        return store.list(query, params, paging);
      },
      listAll: async (query, params) => {
        await later();
        return store.listAll(query, params);
      },
    },
  };
}

const answerOf = (act: Promise<unknown>) =>
  act.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ refusal: error instanceof DomainError ? error.code : String(error) }),
  );

/** Everything others notice: letters, public lines, news, and lines in the journal. */
async function noticed({ deps, money }: World) {
  const { store } = deps;
  const lists = await Promise.all([
    store.listAll("letters-waiting", {}),
    store.listAll("events-of-enterprise", { enterpriseId: money.enterprise.id }),
    store.listAll("updates", {}),
    store.listAll("pots", {}),
    store.listAll("orders-open", {}),
    store.listAll("transfers-open", {}),
    store.listAll("proposals-of-enterprise", { enterpriseId: money.enterprise.id }),
    store.listAll("journals-of-month", { month: "2026-11" }),
    store.listAll("enterprises", {}),
  ]);
  const reported = await store.listAll("moderation-open", {});
  const reports = reported.reduce((total, { reportCount }) => total + reportCount, 0);
  return [...lists.map((list) => list.length), reports];
}

const less = (after: readonly number[], before: readonly number[]) =>
  after.map((count, index) => count - (before[index] ?? 0));

/** What others notice of one request that nobody disturbs. */
async function effectOf(operationId: OperationId): Promise<readonly number[]> {
  const world = await createWorld();
  const call = await rows[operationId]?.(world, keyOf(world.deps));
  const before = await noticed(world);
  await call?.(world.deps);
  return less(await noticed(world), before);
}

test.concurrent.each(withKey)("%s is done once by twins with the same key, with one answer", async (operationId) => {
  const effect = await effectOf(operationId);
  for (const at of ["replay", "commitOnce"] as const) {
    const world = await createWorld();
    const call = await rows[operationId]?.(world, keyOf(world.deps));
    if (call === undefined) throw new Error(`${operationId} has no row`);
    const before = await noticed(world);
    let first: unknown;
    const deps = behindTwin(world.deps, at, async () => {
      first = await answerOf(call(world.deps));
    });
    const second = await answerOf(call(deps));
    expect(first, `the twin, ${at}`).toHaveProperty("answer");
    expect(second, at).toEqual(first);
    expect(less(await noticed(world), before), at).toEqual(effect);
    expect(await answerOf(call(world.deps)), "and later too").toEqual(first);
  }
});
