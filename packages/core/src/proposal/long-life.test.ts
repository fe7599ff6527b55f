import { codeOf, testPlan } from "@hevel/testing/deps";
import { longestPlan } from "@hevel/testing/longest-words";
import { createMandateWorld, type MandateWorld, visitor } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { listPublishedEvaluations } from "../evaluation/list-published.ts";
import { listEvents } from "../event/list.ts";
import { listPublicExpenses } from "../expense/list-public.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Change, Page } from "../store.ts";
import { getUpdate, listUpdates } from "../update/list.ts";
import { getProposal } from "./get.ts";

/** Lambda carries 6 MB, and the page that is made of an answer is larger than the answer. */
const answerBytesMax = 2_500_000;
/** More of each than one answer gives, twice. */
const many =
  2 * Math.max(limits.updatesShownMax, limits.eventsShownMax, limits.expensesShownMax, limits.voicesShownMax) + 1;
const words = (max: number) => "🚲".repeat(max);

async function store(deps: Deps, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += 20) await deps.store.commit(changes.slice(from, from + 20));
}

/** A proposal with all the news, events, expenses and voices of a long life, each as long as is allowed. */
async function longLife(count = many): Promise<MandateWorld> {
  const own = await createMandateWorld();
  const { deps, mandate, world } = own;
  const { proposalId, enterpriseId, districts } = mandate;
  const at = deps.clock.now().toISOString();
  const each = Array.from({ length: count }, (_, index) => index);
  const [title, note] = [words(limits.titleLengthMax), words(limits.noteLengthMax)];
  const plan = longestPlan(words, testPlan(deps));
  const proposal = await deps.store.get("proposal", { id: proposalId });
  if (proposal === undefined) throw new Error("the proposal is there");
  await store(deps, [
    { replace: "proposal", record: { ...proposal, plan }, when: [] },
    {
      replace: "mandate",
      record: { ...mandate, title, milestones: plan.milestones, evaluationPublishedAt: at, status: "closed" },
      when: [],
    },
    ...each.map((): Change => {
      const id = deps.ids.next("upd");
      const body = words(limits.textLengthMax);
      const of = { id, proposalId, enterpriseId, districts, postedBy: world.chair.personId, postedAt: at };
      return { put: "update", record: { ...of, title, body, photoAlt: words(200), revision: 0 } };
    }),
    ...each.map((): Change => {
      const facts = { title, headline: title, updateId: deps.ids.next("upd") };
      const of = { id: deps.ids.next("evt"), code: "update-posted", at, enterpriseId, proposalId } as const;
      return { put: "event", record: { ...of, facts } };
    }),
    ...each.map((index): Change => {
      const hash = deps.digest.of(String(index));
      const record = {
        id: deps.ids.next("exp"),
        mandateId: mandate.id,
        proposalId,
        enterpriseId,
        amountCents: 100,
        spentOn: "2026-11-20",
        category: "material",
        supplier: words(limits.nameLengthMax),
        isSupplierPerson: false,
        note,
        receiptId: deps.ids.next("fil"),
        receiptSha256: hash,
        overrideReason: note,
        correctionReason: note,
        status: "confirmed",
        enteredBy: world.treasurer.personId,
        enteredAt: at,
        expiresAt: at,
        revision: 0,
      } as const;
      return { put: "expense", record };
    }),
    ...each.map((index): Change => {
      const content = { score: (index % 10) + 1, sentence: words(limits.summaryLengthMax) };
      const of = {
        id: deps.ids.next("eva"),
        mandateId: mandate.id,
        by: "resident",
        author: deps.digest.of(`${index}`),
      };
      return { put: "evaluation", record: { ...of, writtenAt: at, content, revision: 0 } as never };
    }),
  ]);
  return own;
}

/** Every part of a list, one after the other. */
async function all<T extends { readonly id: string }>(read: (cursor?: string) => Promise<Page<T>>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor);
    ids.push(...page.items.map(({ id }) => id));
    if (page.cursor === undefined) return ids;
    cursor = page.cursor;
  }
}

describe("the page of a proposal with a long life", () => {
  test("is no larger than it was long before, and each of its lists goes on to the end", async () => {
    const { deps, mandate } = await longLife();
    const { id: mandateId, proposalId } = mandate;
    const page = await getProposal(deps, visitor, { proposalId });
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(answerBytesMax);
    expect([page.updates, page.events, page.mandate?.expenses, page.evaluations].map((list) => list?.length)).toEqual([
      limits.updatesShownMax,
      limits.eventsShownMax,
      limits.expensesShownMax,
      limits.voicesShownMax,
    ]);
    const at = (cursor?: string) => (cursor === undefined ? {} : { cursor });
    const lists = [
      [
        page.updates,
        await all((cursor) => listUpdates(deps, visitor, { proposalId, ...at(cursor) })),
        page.more.updates,
      ],
      [page.events, await all((cursor) => listEvents(deps, visitor, { proposalId, ...at(cursor) })), page.more.events],
      [
        page.mandate?.expenses ?? [],
        await all((cursor) => listPublicExpenses(deps, visitor, { mandateId, ...at(cursor) })),
        page.mandate?.expensesCursor,
      ],
      [
        page.evaluations,
        await all((cursor) => listPublishedEvaluations(deps, visitor, { mandateId, ...at(cursor) })),
        page.more.evaluations,
      ],
    ] as const;
    for (const [shown, ids, cursor] of lists) {
      expect(new Set(ids).size).toBe(many);
      expect(ids.slice(0, shown.length)).toEqual(shown.map(({ id }) => id));
      expect(cursor).toBeDefined();
    }
    const oldest = await all((cursor) => listUpdates(deps, visitor, { proposalId, ...at(cursor) }));
    const updateId = oldest.at(-1) as Parameters<typeof getUpdate>[2]["updateId"];
    expect((await getUpdate(deps, visitor, { proposalId, updateId })).id).toBe(updateId);
  });

  test("has no more to come while it is short, and gives a stranger nothing of what is not there", async () => {
    const { deps, mandate } = await longLife(2);
    const page = await getProposal(deps, visitor, { proposalId: mandate.proposalId });
    expect([page.more, page.mandate?.expensesCursor]).toEqual([{}, undefined]);
    expect(page.updates).toHaveLength(2);
    const [proposalId, mandateId, updateId] = [deps.ids.next("prp"), deps.ids.next("man"), deps.ids.next("upd")];
    const refused = await Promise.all([
      codeOf(listUpdates(deps, visitor, { proposalId })),
      codeOf(listEvents(deps, visitor, { proposalId })),
      codeOf(listPublicExpenses(deps, visitor, { mandateId })),
      codeOf(listPublishedEvaluations(deps, visitor, { mandateId })),
      codeOf(getUpdate(deps, visitor, { proposalId: mandate.proposalId, updateId })),
    ]);
    expect(refused).toEqual(Array(5).fill("not-found"));
  });
});
