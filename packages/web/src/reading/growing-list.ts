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
