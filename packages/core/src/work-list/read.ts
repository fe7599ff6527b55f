import { CaseRole } from "../case/case.ts";
import { endingObstacle } from "../ending/obstacle.ts";
import { accountIds } from "../ledger/open.ts";
import { limits } from "../limits.ts";
import { listUpTo } from "../list-up-to.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { staffOfNow } from "../municipality/staff-of-now.ts";
import type { Deps } from "../ports.ts";
import { gather } from "./gather.ts";
import { assignmentKey, type Draft, type Waiting } from "./waiting.ts";

/** What waits, as rows before it is known who reads them. */
export interface Work {
  readonly waiting: Waiting;
  readonly drafts: readonly Draft[];
  /** There is more of a kind than is read at once; what is left out is due later. */
  readonly hasMore: boolean;
}

/**
 * Reads what waits for somebody, from the indexes that hold only that: not what is over, and of each kind at most
 * `limits.workListMax`, earliest first. What a row also needs is read by key, together.
 */
export async function readWork(deps: Deps): Promise<Work> {
  const { store } = deps;
  const [enterprises, proposals, toPay, transfers, orders, reported, messages, staff] = await Promise.all([
    listUpTo(store, "enterprises-open", {}, limits.workListMax),
    listUpTo(store, "proposals-open", {}, limits.workListMax),
    listUpTo(store, "mandates-to-pay", {}, limits.workListMax),
    listUpTo(store, "transfers-open", {}, limits.workListMax),
    listUpTo(store, "orders-open", {}, limits.workListMax),
    listUpTo(store, "moderation-open", {}, limits.workListMax),
    listUpTo(store, "messages-open", {}, limits.workListMax),
    staffOfNow(deps),
  ]);
  const refunds = orders.items.filter((order) => order.kind === "REFUND");
  const about = [...proposals.items, ...toPay.items, ...transfers.items, ...refunds, ...reported.items];
  const ownerIds = [...about, ...messages.items].flatMap(({ enterpriseId }) => enterpriseId ?? []);
  const mandateIds = [...proposals.items, ...transfers.items, ...refunds].flatMap(({ mandateId }) => mandateId ?? []);
  const [owners, pots, mandates, decisions] = await Promise.all([
    Promise.all([...new Set(ownerIds)].map((id) => store.get("enterprise", { id }))),
    Promise.all([...new Set(orders.items.map(({ potId: id }) => id))].map((id) => store.get("pot", { id }))),
    Promise.all([...new Set(mandateIds)].map((id) => store.get("mandate", { id }))),
    Promise.all(
      proposals.items.flatMap(({ id: proposalId, status, decisionId: id }) =>
        status === "decision-prepared" && id !== undefined ? [store.get("decision", { id, proposalId })] : [],
      ),
    ),
  ]);
  const endings = await Promise.all(
    mandates.flatMap((mandate) =>
      mandate?.status === "ending-prepared" && mandate.endingId !== undefined
        ? [store.get("ending", { id: mandate.endingId, mandateId: mandate.id })]
        : [],
    ),
  );
  const found = { mandates: byId(mandates), endings: byId(endings), decisions: byId(decisions) };
  const waiting: Waiting = {
    enterprises: byId([...enterprises.items, ...owners]),
    proposals: proposals.items,
    transfers: transfers.items,
    orders: orders.items,
    reported: reported.items,
    messages: messages.items,
    pots: byId(pots),
    ...found,
    mandates: byId([...toPay.items, ...mandates]),
    staff: byId(staff),
    assignments: new Map(),
    ...(await readLedger(deps, found)),
  };
  const drafts = gather(deps, waiting);
  const hasMore = [enterprises, proposals, toPay, transfers, orders, reported, messages].some((list) => list.hasMore);
  return { waiting: { ...waiting, assignments: await readAssignments(deps, drafts) }, drafts, hasMore };
}

/** What of the ledger decides whether a task can be done: by key, and of one mandate where its end waits. */
async function readLedger(
  deps: Deps,
  { mandates, endings, decisions }: Pick<Waiting, "mandates" | "endings" | "decisions">,
): Promise<Pick<Waiting, "accounts" | "obstacles">> {
  const pots = [...decisions.values()].flatMap(({ draft }) =>
    draft.outcome === "reject" ? [] : [accountIds.pot(draft.potId)],
  );
  const due = [...mandates.values()].filter(({ status }) => status === "refund-due");
  const ids = new Set([...pots, ...due.map(({ id }) => accountIds.cash(id))]);
  const ends = [...mandates.values()].filter(waitsToEnd);
  const [accounts, obstacles] = await Promise.all([
    Promise.all([...ids].map((id) => deps.store.get("account", { id }))),
    Promise.all(ends.map((mandate) => endingObstacle(deps, mandate, endings.get(mandate.endingId ?? "")))),
  ]);
  const found = ends.flatMap(({ id }, index) => {
    const obstacle = obstacles[index];
    return obstacle === undefined ? [] : [[id, obstacle] as const];
  });
  return { accounts: byId(accounts), obstacles: new Map(found) };
}

/** Its end can be prepared, or taken, as far as voices go. */
const waitsToEnd = ({ status, voices }: Mandate): boolean =>
  status === "ending-prepared" || (status === "evaluation" && voices?.includes("officer") === true);

/** Who has the cases of these rows. */
export async function readAssignments({ store }: Deps, drafts: readonly Draft[]): Promise<Waiting["assignments"]> {
  const parts = drafts.flatMap(({ caseId, heldBy }) => {
    const role = CaseRole.safeParse(heldBy).data;
    return role === undefined || caseId === undefined ? [] : [{ caseId, role }];
  });
  const different = new Map(parts.map((part) => [assignmentKey(part), part]));
  const found = await Promise.all([...different.values()].map((part) => store.get("assignment", part)));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[assignmentKey(one), one]])));
}

/** Records by their id; of two of one record the later counts. */
export const byId = <R extends { readonly id: string }>(records: readonly (R | undefined)[]): ReadonlyMap<string, R> =>
  new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record]])));
