import { expect, test } from "vitest";
import type { Proposal } from "./answers.ts";
import { textSentAt } from "./text-sent.ts";

const submittedAt = "2026-11-21T12:00:00.000Z";
const event = (code: string, at: string) => ({ code, at }) as unknown as Proposal["events"][number];

test.each([
  ["no line of its life", [], submittedAt],
  ["what was sent in", [event("proposal-submitted", submittedAt)], submittedAt],
  [
    "the newest text, in any order",
    [
      event("proposal-completed", "2026-12-02T09:00:00.000Z"),
      event("proposal-edited", "2026-11-23T09:00:00.000Z"),
      event("review-started", "2026-12-05T09:00:00.000Z"),
    ],
    "2026-12-02T09:00:00.000Z",
  ],
])("a text was sent in last, by %s", (_what, events, expected) => {
  expect(textSentAt({ events, submittedAt })).toBe(expected);
});
