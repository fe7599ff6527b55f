import * as fc from "fast-check";

/** Texts that are as long as some limit and have an emoji there: who cuts them in UTF-16 units keeps half of it. */
const emojiAtTheCut: readonly string[] = [35, 40, 60, 80, 100, 120, 200, 400, 1_000, 4_000].flatMap((max) => [
  `${"a".repeat(max - 1)}🚲`,
  `a${"🚲".repeat(max - 1)}`,
  `${"a".repeat(max - 1)}👩‍👩‍👧‍👦`,
]);

/** Text that has broken software before: names of JavaScript's own, half characters, directions, patterns of other languages, sheer length. */
const hostileTexts: readonly string[] = [
  "",
  " ",
  "__proto__",
  "constructor",
  "toString",
  "\u0000",
  "\u0085",
  "\u2028",
  "\u202e\u2066",
  "\u200d\u200b\ufeff",
  "\ud800",
  "a\udfff",
  "e\u0301".repeat(300),
  "👩‍👩‍👧‍👦".repeat(200),
  "../../../etc/passwd",
  "%00%ff%",
  "<script>alert(1)</script>",
  "' OR 1=1 --",
  "=cmd|'/C calc'!A0",
  "#PK#SK#GM0000#",
  "GM9999#LOGIN",
  "12345678901234567890",
  "1e400",
  "2026-02-30",
  "9999-12-31",
  "0000-00-00",
  "+275760-09-13",
  "2026-11-21T25:61:00Z",
  "01ARZ3NDEKTSV4RRFFQ69G5FAV",
  "per_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  "pot_zzzzzzzzzzzzzzzzzzzzzzzzzz",
  "x".repeat(5_000),
  "é".repeat(40_000),
  ...emojiAtTheCut,
];

const hostileNumbers: readonly number[] = [
  -0,
  -1,
  0.1,
  1e12 + 1,
  1e15,
  Number.MAX_SAFE_INTEGER,
  2 ** 53 + 2,
  1e308,
  -1e308,
  Number.MIN_VALUE,
  2 ** 31,
  2 ** 63,
];

/** Lists in lists, or objects in objects, as JSON; with half a character at the bottom. */
const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}"\\ud800"${close.repeat(depth)}`;

/** Bodies that are no JSON, or as deep as 128 kB can hold. */
export const hostileBodies: readonly string[] = [
  "",
  "{",
  "[1,",
  "nul",
  '{"a":1}{"b":2}',
  "\ufeff{}",
  '"\\ud800"',
  '{"__proto__":null}',
  nested(60_000, "[", "]"),
  nested(20_000, '{"a":', "}"),
  `{"a":${"[".repeat(100_000)}`,
];

/** Objects as only JSON makes them: `__proto__` is a name like any other there. */
const hostileObjects: readonly unknown[] = [
  JSON.parse('{"__proto__": {"isAdmin": true}}'),
  JSON.parse('{"constructor": {"prototype": {}}, "toString": 1, "then": 1}'),
  JSON.parse('{"": {"": []}}'),
  Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`onbekend${index}`, index])),
  Array.from({ length: 20_000 }, () => 0),
  JSON.parse(nested(500, '{"a":', "}")),
  JSON.parse(nested(1_000, "[", "]")),
];

/** A text that means harm, or any text at all: well-formed and not. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);

/** Any value that JSON can carry, most of it where nobody expects it. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], ...hostileObjects),
  fc.jsonValue({ maxDepth: 3 }),
);

/** What comes as a cursor: a place in a table, of which somebody guessed the shape. */
export const hostileCursor: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  fc
    .dictionary(
      fc.constantFrom("PK", "SK", "GSI1PK", "GSI1SK", "GSI2PK", "GSI2SK", "__proto__"),
      fc.oneof(hostileText, fc.constantFrom("GM0000#ACCOUNTS", "#", "GM0000#")),
    )
    .map((key) => Buffer.from(JSON.stringify(key)).toString("base64url")),
);
