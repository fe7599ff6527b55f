/** An exact fraction; `den` is positive. Not necessarily in lowest terms. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** Greatest common divisor of two whole numbers, at least 1. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** The same fraction in lowest terms. */
export function reduce({ num, den }: Rational): Rational {
  const g = gcd(num, den);
  return { num: num / g, den: den / g };
}

/** "num/den" in lowest terms, or "num" when whole. */
export function format(value: Rational): string {
  const { num, den } = reduce(value);
  return den === 1n ? `${num}` : `${num}/${den}`;
}

/** Reads what {@link format} writes. Throws a `RangeError` on anything else. */
export function parse(text: string): Rational {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  const den = BigInt(match?.[2] ?? "1");
  if (!match?.[1] || den === 0n) throw new RangeError(`not a fraction: ${text}`);
  return { num: BigInt(match[1]), den };
}

const bits = (value: bigint): number => value.toString(16).length * 4;

/** The nearest double, to within two units in the last place, for a fraction of zero or more of any size. */
export function toNumber({ num, den }: Rational): number {
  if (num < 9007199254740992n && den < 9007199254740992n) return Number(num) / Number(den);
  const shift = bits(den) - bits(num) + 64;
  const quotient = shift > 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}
