import * as fc from "fast-check";
import { hostileText, hostileValue } from "./hostile.ts";

type Path = readonly (string | number)[];

/** Every place in a value, the value itself first. */
function places(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, part]) => places(part, [...at, name]))];
}

/** The value with something else at a place; what it was made from stays as it is. */
function withAt(value: unknown, [name, ...rest]: Path, other: unknown): unknown {
  if (name === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  // Not by assignment: `__proto__` must become a name like any other.
  const part = (value as Record<string | number, unknown>)[name];
  Object.defineProperty(copy, name, { value: withAt(part, rest, other), enumerable: true, configurable: true });
  return copy;
}

/** A value that fits, spoiled in up to three places: something hostile there, a name nobody knows beside it, or a twin of a whole part. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  const all = places(value);
  const blow = fc.record({
    place: fc.constantFrom(...all),
    other: hostileValue,
    name: fc.option(hostileText, { freq: 4, nil: undefined }),
  });
  return fc.array(blow, { maxLength: 3 }).map((blows) =>
    blows.reduce<unknown>((sofar, { place, other, name }) => {
      const at = name === undefined ? place : [...place.slice(0, -1), name];
      return reaches(sofar, at.slice(0, -1)) ? withAt(sofar, at, other) : sofar;
    }, value),
  );
}

/** An earlier blow may have taken away what a later one was meant for. */
function reaches(value: unknown, path: Path): boolean {
  const end = path.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, name)
        ? (part as Record<string | number, unknown>)[name]
        : undefined,
    value,
  );
  return typeof end === "object" && end !== null;
}
