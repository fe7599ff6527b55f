import { useSearchParams } from "@solidjs/router";

/** Filters that stay in the address, so that a list can be sent to somebody: read one, set one. Empty leaves it out. */
export function createSearch<K extends string>(): {
  readonly get: (name: K) => string;
  readonly set: (name: K, value: string) => void;
  readonly clear: (names: readonly K[]) => void;
} {
  const [params, setParams] = useSearchParams();
  return {
    get: (name) => {
      const value = params[name];
      return typeof value === "string" ? value : "";
    },
    set: (name, value) => setParams({ [name]: value === "" ? null : value }, { replace: true, scroll: false }),
    clear: (names) =>
      setParams(Object.fromEntries(names.map((name) => [name, null])), { replace: true, scroll: false }),
  };
}

/** What an address asks for, if it is one of these; an unknown word is no filter. */
export const oneOf = <K extends string>(known: Readonly<Record<K, unknown>>, value: string): K | undefined =>
  // Checked in the same line: what the object has is a key of it.
  Object.hasOwn(known, value) ? (value as K) : undefined;

/** The filters that have a value, as a query of the API. */
export function filled<T extends Record<string, string | undefined>>(
  query: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  // Only entries of the query itself are left, without those that are empty.
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
