import { createSignal } from "solid-js";
import { createReading, type Reading } from "./resource.tsx";

/** A part of a list as the API gives it; `cursor` is there when more is to come. */
export interface ListPart<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}

/** A list that grows under what is there. */
export interface GrowingList<T> {
  readonly reading: Reading<ListPart<T>>;
  /** Fetches the next part; resolves to how many lines came, 0 when it failed. */
  readonly more: () => Promise<number>;
  /** The last press on "toon meer" failed; what is shown stays. */
  readonly hasFailed: () => boolean;
}

/** Reads the first part whenever `key` changes (`undefined` waits), and the next parts on request. */
export function createGrowingList<K, T>(
  key: () => K | undefined,
  read: (key: K, cursor: string | undefined) => Promise<ListPart<T>>,
): GrowingList<T> {
  const [hasFailed, setFailed] = createSignal(false);
  const reading = createReading(key, (current: K) => {
    setFailed(false);
    return read(current, undefined);
  });
  const more = async () => {
    const [current, shown] = [key(), reading.value()];
    if (current === undefined || shown?.cursor === undefined) return 0;
    setFailed(false);
    try {
      const next = await read(current, shown.cursor);
      // Another filter was chosen meanwhile: these lines belong to a list that is gone.
      if (reading.value() !== shown) return 0;
      reading.replace({ ...next, items: [...shown.items, ...next.items] });
      return next.items.length;
    } catch {
      setFailed(true);
      return 0;
    }
  };
  return { reading, more, hasFailed };
}

/** The rest of a list whose first part came with a page: what is there together, and more of it on request. */
export interface GrowingTail<T> extends Pick<GrowingList<T>, "more" | "hasFailed"> {
  readonly part: () => ListPart<T>;
}

/** Grows under the first part of a list; `read` fetches what comes after a cursor. Another first part begins again. */
export function createGrowingTail<T>(
  first: () => ListPart<T>,
  read: (cursor: string) => Promise<ListPart<T>>,
): GrowingTail<T> {
  const [rest, setRest] = createSignal<ListPart<T> & { readonly of: readonly T[] }>();
  const [hasFailed, setFailed] = createSignal(false);
  const part = () => {
    const [begin, grown] = [first(), rest()];
    return grown?.of === begin.items ? { items: [...begin.items, ...grown.items], cursor: grown.cursor } : begin;
  };
  const more = async () => {
    const [{ items: of }, { cursor }] = [first(), part()];
    if (cursor === undefined) return 0;
    setFailed(false);
    try {
      const next = await read(cursor);
      const before = rest();
      if (first().items !== of) return 0;
      setRest({ of, items: [...(before?.of === of ? before.items : []), ...next.items], cursor: next.cursor });
      return next.items.length;
    } catch {
      setFailed(true);
      return 0;
    }
  };
  return { part, more, hasFailed };
}
