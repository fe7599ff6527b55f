import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { drafts } from "../../forms/drafts.ts";
import { answer, api, Refused } from "../../reading/api.ts";
import { type Draft, readDraft } from "./answers.ts";
import type { PlanForm } from "./plan-form.ts";
import { draftOf, isWhole, newId, type PlanValues, valuesOf } from "./plan-values.ts";

/** How a draft on the server stands: saved, only on this device, refused as it is, or changed by somebody else meanwhile. */
export type SyncState =
  | { readonly kind: "quiet" | "saving" | "local" | "refused" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "conflict"; readonly theirs: Draft };

/** Where a draft is kept for its board; every call may throw. */
export interface DraftServer {
  /** Saves over a revision, under a key of its own. @throws Refused `stale` when there is a newer one. */
  save(draft: ReturnType<typeof draftOf>, revision: number, save: string): Promise<{ readonly revision: number }>;
  read(): Promise<Draft>;
}

// Long enough that a sentence is one save, short enough that closing the laptop loses nothing of importance.
const saveDelayMs = 1_500;
/** How many of its own saves a device remembers: those that can still be under way when a page is opened again. */
const ownSavesMax = 5;

/** The draft of a proposal on the server. */
export const draftServer = (proposalId: string): DraftServer => ({
  save: (draft, revision, save) =>
    answer(api.proposals[":proposalId"].draft.$put({ param: { proposalId }, json: { draft, revision, save } })),
  read: () => answer(readDraft(proposalId)),
});

/** The keys of the saves that this page made, or that were made on this device before it was opened. */
function createOwnSaves(draftKey: string) {
  const key = `${draftKey}:bewaard`;
  const kept = drafts.read(key);
  let known: readonly string[] = Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  return {
    has: (save: string | undefined) => save !== undefined && known.includes(save),
    /** Written down before it is sent: the page may be closed before the answer comes. */
    begin: () => {
      const save = newId();
      known = [...known, save].slice(-ownSavesMax);
      drafts.keep(key, known);
      return save;
    },
  };
}

/**
 * Keeps the draft on the server as it is typed: one save at a time, and one that waited has nothing left to do when the
 * save before it took its words along. What the server has, the device forgets; what it does not have (no connection, half
 * a date, an expired session) the device keeps. A newer revision that this device made itself, such as a save that arrived
 * after the page was closed, is simply taken over; one of somebody else is shown.
 */
export function createDraftSync(server: DraftServer, draftKey: string, form: PlanForm, onServer: PlanValues) {
  const [state, setState] = createSignal<SyncState>({ kind: "quiet" });
  const own = createOwnSaves(draftKey);
  const content = () => textOf(form.snapshot());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<boolean> = Promise.resolve(true);
  let saved = textOf(onServer);

  const settle = (text: string, revision: number) => {
    saved = text;
    form.set("revision", String(revision));
    // After the device has written the new revision down, there is nothing left that only it knows.
    if (isWhole(form.snapshot())) setTimeout(() => saved === content() && drafts.clear(draftKey), 600);
    setState({ kind: "saved", at: new Date() });
    return true;
  };
  /** Somebody was first. True when it was this device itself, so that saving can go on over the newer revision. */
  const adopt = async (): Promise<boolean> => {
    const theirs = await server.read();
    const text = textOf(valuesOf(theirs.draft, theirs.revision));
    if (!own.has(theirs.saved?.save) && text !== saved && text !== content()) {
      setState({ kind: "conflict", theirs });
      return false;
    }
    saved = text;
    form.set("revision", String(theirs.revision));
    return true;
  };
  const store = async (isAgain = false): Promise<boolean> => {
    if (saved === content()) return settle(saved, Number(form.snapshot().revision));
    const values = form.snapshot();
    const draft = draftOf(values);
    setState({ kind: "saving" });
    try {
      const kept = await server.save(draft, Number(values.revision), own.begin());
      return settle(textOf(values), kept.revision);
    } catch (error) {
      const code = error instanceof Refused ? error.problem.code : undefined;
      if (code === "stale" && !isAgain) return (await adopt()) && store(true);
      setState({ kind: code === "invalid" ? "refused" : "local" });
      return false;
    }
  };
  /** Saves what is not saved yet, after the saves that wait; true when the server has everything. */
  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    queue = queue.then(async () => {
      if (state().kind === "conflict") return false;
      if (saved === content()) return true;
      return store().catch(() => {
        setState({ kind: "local" });
        return false;
      });
    });
    return queue;
  };
  keepSaving(form, flush, () => {
    clearTimeout(timer);
    if (state().kind !== "conflict" && saved !== content()) timer = setTimeout(() => void flush(), saveDelayMs);
  });
  onCleanup(() => clearTimeout(timer));

  return {
    state,
    flush,
    /** Over the conflict: what stands here now replaces what the other wrote. */
    keepMine: async () => {
      const now = state();
      if (now.kind !== "conflict") return;
      saved = textOf(valuesOf(now.theirs.draft, now.theirs.revision));
      form.set("revision", String(now.theirs.revision));
      setState({ kind: "quiet" });
      await flush();
    },
    /** Over the conflict: this answer of the other replaces the one here; without a field all of them do. */
    takeTheirs: (field?: keyof PlanValues) => {
      const now = state();
      if (now.kind !== "conflict") return;
      const theirs = valuesOf(now.theirs.draft, now.theirs.revision);
      const fields = field === undefined ? (Object.keys(theirs) as (keyof PlanValues)[]) : [field];
      for (const each of fields) if (each !== "note") form.set(each, theirs[each] as never);
      if (field !== undefined) return;
      saved = content();
      setState({ kind: "quiet" });
    },
  };
}

/** What a plan says, to compare: a row that is still empty says nothing, and what a row is called does not matter. */
function textOf(values: PlanValues): string {
  const draft = draftOf(values);
  const said = <Row extends { readonly id: string }>(rows: readonly Row[], keys: readonly (keyof Row)[]) =>
    rows.filter((row) => keys.some((key) => row[key])).map((row) => ({ ...row, id: "" }));
  return JSON.stringify({
    ...draft,
    milestones: said(draft.milestones, ["title", "plannedOn"]),
    budgetLines: said(draft.budgetLines, ["description", "amountCents"]),
    partners: said(draft.partners, ["name", "contribution"]),
  });
}

/** Saves a while after something was typed, when the connection is back, and when the page is left. */
function keepSaving(form: PlanForm, flush: () => Promise<boolean>, typed: () => void): void {
  createEffect(on(() => JSON.stringify(form.values), typed));
  createEffect(() => {
    const again = () => void flush();
    addEventListener("online", again);
    onCleanup(() => {
      removeEventListener("online", again);
      again();
    });
  });
}
