import type { ListPart } from "./growing-list.ts";

/** A list read to its end; `isAll` is false when it has more than `max` lines, and then they are not all here. */
export async function readAll<T>(
  read: (cursor: string | undefined) => Promise<ListPart<T>>,
  max: number,
): Promise<{ readonly items: readonly T[]; readonly isAll: boolean }> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const part = await read(cursor);
    items.push(...part.items);
    cursor = part.cursor;
  } while (cursor !== undefined && items.length < max);
  return { items, isAll: cursor === undefined };
}
