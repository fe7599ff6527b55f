import { DomainError, type ErrorCode } from "./errors.ts";
import { limits } from "./limits.ts";
import type { RecordKind, Records } from "./records.ts";
import type { Change, Guard } from "./store.ts";

/** Fields to change; `undefined` takes an optional field away. */
export type Changed<R> = { readonly [F in keyof R]?: R[F] | undefined };

type Revised = { [K in RecordKind]: Records[K] extends { revision: number } ? K : never }[RecordKind];

/**
 * Replaces a record by its next version: the database refuses it as `stale` when somebody else was first, and by the
 * given guards before that. `from` is the list of states of the transition: refused as `wrong-state`.
 */
export function next<K extends Revised>(
  kind: K,
  current: Records[K],
  changed: Changed<Records[K]>,
  guards: readonly Guard<Records[K]>[] = [],
): Change {
  const record = revised(current, changed);
  const revision = { field: "revision", is: "equal", value: current.revision, refusal: "stale" };
  // The compiler cannot follow one kind through the union of all changes; K ties record, guards and kind together.
  return { replace: kind, record, when: [...guards, revision] } as unknown as Change;
}

/** The next version of a record, without the fields that were taken away. */
export function revised<R extends { revision: number }>(current: R, changed: Changed<R>): R {
  const record: Partial<R> = { ...current, ...changed, revision: current.revision + 1 };
  for (const key of Object.keys(record) as (keyof R)[]) if (record[key] === undefined) delete record[key];
  return record as R;
}

/** The guard of a transition: the status must be one it may start from. The rule exists once and the database enforces it. */
export function fromStates<S extends string>(transition: {
  readonly from: readonly S[];
}): {
  field: "status";
  is: "in";
  value: readonly S[];
  refusal: "wrong-state";
} {
  return { field: "status", is: "in", value: transition.from, refusal: "wrong-state" };
}

/** Whether a commit was written; false when it was refused with one of these codes, because somebody else was first. */
export async function unlessRefused(commit: Promise<unknown>, ...codes: readonly ErrorCode[]): Promise<boolean> {
  try {
    await commit;
    return true;
  } catch (error) {
    if (error instanceof DomainError && codes.includes(error.code)) return false;
    throw error;
  }
}

/** Runs a verb's read-decide-commit again while somebody else was first, at most `limits.staleRetriesMax` times. */
export async function untilFresh<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      // One that names the newer revision is for a person: reading again would not make what they looked at fresh.
      const isStale = error instanceof DomainError && error.code === "stale" && !("revision" in error.details);
      if (!isStale || tries >= limits.staleRetriesMax) throw error;
    }
  }
}
