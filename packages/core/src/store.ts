import type { ErrorCode } from "./errors.ts";
import type { Queries, QueryName, RecordKind, Records, Refs } from "./records.ts";

/**
 * A condition on the record as it is at the moment of writing. The database enforces it; when it does not hold the
 * commit throws a DomainError with `refusal` (the first guard that fails, in order).
 */
export type Guard<R> = {
  [F in keyof R & string]:
    | { readonly field: F; readonly is: "equal" | "differ"; readonly value: R[F]; readonly refusal: ErrorCode }
    | { readonly field: F; readonly is: "in"; readonly value: readonly R[F][]; readonly refusal: ErrorCode }
    | { readonly field: F; readonly is: "at-least" | "at-most"; readonly value: R[F]; readonly refusal: ErrorCode }
    | { readonly field: F; readonly is: "absent" | "present"; readonly refusal: ErrorCode }
    /** The field is a list (or text) that does not hold, or does hold, the value. */
    | { readonly field: F; readonly is: "lacks" | "has"; readonly value: string; readonly refusal: ErrorCode };
}[keyof R & string];

type Numbers<R> = { [F in keyof R as NonNullable<R[F]> extends number ? F : never]?: number };

type PutOf<K extends RecordKind> = {
  readonly put: K;
  readonly record: Records[K];
  /** What to say when it exists already; `conflict` when left out. */
  readonly refusal?: ErrorCode;
};
type ReplaceOf<K extends RecordKind> = {
  readonly replace: K;
  readonly record: Records[K];
  readonly when: readonly Guard<Records[K]>[];
};
type PatchOf<K extends RecordKind> = {
  readonly patch: K;
  readonly ref: Refs[K];
  /** Fields to overwrite. */
  readonly set?: Partial<Records[K]>;
  /** Numbers to add to (negative: subtract from) what is there. */
  readonly add?: Numbers<Records[K]>;
  readonly when: readonly Guard<Records[K]>[];
};
type SumOf<K extends RecordKind> = {
  readonly sum: K;
  /** What finds the record and where it stands in lists; these fields are overwritten, no others. */
  readonly record: Records[K];
  /** Numbers to add to (negative: subtract from) what is there; nothing there counts as zero. */
  readonly add: Numbers<Records[K]>;
  readonly when?: readonly Guard<Records[K]>[];
};
type CheckOf<K extends RecordKind> = {
  readonly check: K;
  readonly ref: Refs[K];
  readonly when: readonly Guard<Records[K]>[];
};
type RemoveOf<K extends RecordKind> = {
  readonly remove: K;
  readonly ref: Refs[K];
  readonly when: readonly Guard<Records[K]>[];
};

/**
 * One change of a commit. `put` writes something new; `replace` overwrites something that exists; `patch` changes some
 * fields of something that exists (not fields that are part of an index); `sum` adds to numbers of something that may not exist
 * yet; `check` only looks; `remove` deletes.
 */
export type Change = {
  [K in RecordKind]: PutOf<K> | ReplaceOf<K> | PatchOf<K> | SumOf<K> | CheckOf<K> | RemoveOf<K>;
}[RecordKind];

/** A page of a list; `cursor` is opaque and absent on the last page. */
export interface Page<R> {
  readonly items: readonly R[];
  readonly cursor?: string;
}

/** How to read a list: newest (highest key) first or oldest first, at most `limit` (default `limits.pageSizeMax`), from a cursor. */
export interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
  readonly newestFirst?: boolean;
}

/**
 * A request that may arrive twice. The same key with the same `request` gives the first `result` again; with another
 * request it throws `idempotency-mismatch`. Money keys never expire (reference: money 1.5).
 */
export interface Idempotency<T> {
  readonly key: string;
  readonly request: unknown;
  readonly result: T;
  /** When it may be forgotten; absent for money, which never is. */
  readonly expiresAt?: string;
}

/** Where one record is, of any kind. */
export type RecordRef = { [K in RecordKind]: { readonly kind: K; readonly ref: Refs[K] } }[RecordKind];

/** What a list of references gives: each record in its place, undefined where there is none. */
export type RecordsOf<L extends readonly RecordRef[]> = { [I in keyof L]: Records[L[I]["kind"]] | undefined };

/** The port to everything that is kept, for one municipality. */
export interface Store {
  /** Reads one record, strongly consistent; undefined when there is none. */
  get<K extends RecordKind>(kind: K, ref: Refs[K]): Promise<Records[K] | undefined>;
  /**
   * Reads several different records (at most `limits.transactionItemsMax`) as they were at one moment, so that their
   * balances add up.
   */
  snapshot<const L extends readonly RecordRef[]>(refs: L): Promise<RecordsOf<L>>;
  /**
   * Reads one page of a list. Eventually consistent, never used to decide about money; only what is kept together
   * (entries of an account, versions, events, decisions and evaluations of their owner) is up to date.
   */
  list<Q extends QueryName>(
    query: Q,
    params: Queries[Q]["params"],
    paging?: Paging,
  ): Promise<Page<Records[Queries[Q]["kind"]]>>;
  /** Reads a list to its end. For lists that are small by nature (a municipality's pots, a mandate's expenses). */
  listAll<Q extends QueryName>(query: Q, params: Queries[Q]["params"]): Promise<readonly Records[Queries[Q]["kind"]][]>;
  /**
   * Writes all changes or none, in one transaction of at most `limits.transactionItemsMax`. Repeats by itself what may
   * be repeated (throttling, conflicts, lost replies). No two changes may touch the same record.
   * @throws DomainError with the refusal of the guard that did not hold; `stale` means: read again and rebuild.
   */
  commit(changes: readonly Change[]): Promise<void>;
  /** As `commit`, for a request that may arrive twice: returns the result of the first time. */
  commitOnce<T>(changes: readonly Change[], idempotency: Idempotency<T>): Promise<T>;
  /** The result of an earlier `commitOnce` with this key, if there was one; throws `idempotency-mismatch` on other content. */
  replay<T>(key: string, request: unknown): Promise<T | undefined>;
  /** Adds one to a counter that may not pass `max` before it expires; returns false when it is full. */
  countWithin(key: string, max: number, expiresAt: Date): Promise<boolean>;
  /** Takes one off a counter: what was counted did not happen. */
  countBack(key: string): Promise<void>;
}
