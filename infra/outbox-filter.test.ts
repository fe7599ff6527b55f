import { describe, expect, test } from "vitest";
import { toItem } from "../packages/store/src/item.ts";
import { freshLetters } from "./outbox-filter.ts";

type Kind = Parameters<typeof toItem>[1];

/** An item as the stream shows it, for as far as the filters look: texts and numbers. */
function imageOf(kind: Kind, record: Readonly<Record<string, unknown>>): Map<string, Readonly<Record<string, string>>> {
  // The compiler cannot tie a kind that is a variable to its record.
  const entries = Object.entries(toItem("GM9999", kind, record as never));
  return new Map(
    entries
      .filter(([, value]) => typeof value !== "object")
      .map(([name, value]) => [name, { [typeof value === "number" ? "N" : "S"]: String(value) }]),
  );
}

/** Lambda's rule for a filter, for the two forms we use: one of these values, or not there at all. */
function wakes(image: ReturnType<typeof imageOf>): boolean {
  return freshLetters.some(({ dynamodb }) =>
    Object.entries<Readonly<Record<string, readonly unknown[]>>>(dynamodb.NewImage).every(([attribute, byType]) =>
      Object.entries(byType).every(([type, wanted]) => {
        const value = image.get(attribute)?.[type];
        return wanted.some((one) => (typeof one === "string" ? one === value : value === undefined));
      }),
    ),
  );
}

const createdAt = "2026-01-01T10:00:00.000Z";
const letter = {
  id: "ltr_1",
  kind: "receipt",
  to: "a@b.example",
  payload: {},
  createdAt,
  status: "waiting",
  attempts: 0,
};

describe("the outbox function", () => {
  test("wakes for a letter that was just written", () => {
    expect(wakes(imageOf("letter", letter))).toBe(true);
  });

  test.each([
    ["was sent", { status: "sent" }],
    ["was given up", { status: "failed" }],
    ["was tried before", { attempts: 1 }],
  ])("sleeps on for a letter that %s", (_what, changed) => {
    expect(wakes(imageOf("letter", { ...letter, ...changed }))).toBe(false);
  });

  test("wakes for an update whose followers are still to be written to, and not when they have been", () => {
    expect(wakes(imageOf("fan-out", { id: "upd_1", createdAt }))).toBe(true);
    expect(wakes(imageOf("fan-out", { id: "upd_1", createdAt, doneAt: createdAt }))).toBe(false);
  });

  test("sleeps on for anything else", () => {
    expect(wakes(imageOf("reversal-mark", { journalId: "jrn_1" }))).toBe(false);
  });
});
