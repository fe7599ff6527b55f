import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { drafts } from "../../forms/drafts.ts";
import { answer, api, Refused } from "../../reading/api.ts";
import type { PlanForm } from "./plan-form.ts";
import { draftOf, isWhole, type PlanValues, valuesOf } from "./plan-values.ts";

/** How a draft on the server stands: saved, only on this device, or changed by somebody else meanwhile. */
export type SyncState =
  | { readonly kind: "quiet" | "saving" | "local" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "conflict"; readonly newest: number };

// Long enough that a sentence is one save, short enough that closing the laptop loses nothing of importance.
const saveDelayMs = 1_500;

/**
 * Keeps the draft on the server as it is typed. What the server has, the device forgets; what it does not have (no
 * connection, half a date, an expired session) the device keeps.
 */
export function createDraftSync(proposalId: string, draftKey: string, form: PlanForm, onServer: PlanValues) {
  const [state, setState] = createSignal<SyncState>({ kind: "quiet" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let saved = JSON.stringify(draftOf(onServer));

  const content = () => JSON.stringify(draftOf(form.snapshot()));
  const store = async (): Promise<boolean> => {
    const values = form.snapshot();
    const draft = draftOf(values);
    setState({ kind: "saving" });
    try {
      const json = { draft, revision: Number(values.revision) };
      const kept = await answer(api.proposals[":proposalId"].draft.$put({ param: { proposalId }, json }));
      saved = JSON.stringify(draft);
      form.set("revision", String(kept.revision));
      // After the device has written the new revision down, there is nothing left that only it knows.
      if (isWhole(values)) setTimeout(() => saved === content() && drafts.clear(draftKey), 600);
      setState({ kind: "saved", at: new Date() });
      return true;
    } catch (error) {
      const newest = error instanceof Refused ? error.problem.details?.["revision"] : undefined;
      const isStale = error instanceof Refused && error.problem.code === "stale" && typeof newest === "number";
      setState(isStale ? { kind: "conflict", newest } : { kind: "local" });
      return false;
    }
  };
  /** Saves now, one save at a time; true when the server has everything. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    await running;
    if (saved === content()) return state().kind !== "conflict";
    running = store();
    return running;
  };

  createEffect(
    on(
      () => JSON.stringify(form.values),
      () => {
        clearTimeout(timer);
        if (state().kind !== "conflict" && saved !== content()) timer = setTimeout(() => void flush(), saveDelayMs);
      },
    ),
  );
  createEffect(() => {
    const again = () => void flush();
    addEventListener("online", again);
    onCleanup(() => {
      removeEventListener("online", again);
      clearTimeout(timer);
      if (state().kind !== "conflict") void flush();
    });
  });

  const replaceBy = (values: PlanValues) => {
    for (const [field, value] of Object.entries(values)) form.set(field as keyof PlanValues, value as never);
  };
  return {
    state,
    flush,
    /** Over the conflict: this device's words replace those of the other. */
    keepMine: async () => {
      const now = state();
      if (now.kind !== "conflict") return;
      form.set("revision", String(now.newest));
      setState({ kind: "quiet" });
      await flush();
    },
    /** Over the conflict: what the other wrote replaces the words here. */
    takeTheirs: async () => {
      const theirs = await answer(api.proposals[":proposalId"].draft.$get({ param: { proposalId } }));
      replaceBy(valuesOf(theirs.draft, theirs.revision));
      saved = content();
      setState({ kind: "quiet" });
    },
  };
}
