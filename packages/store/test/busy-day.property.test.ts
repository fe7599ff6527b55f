import process from "node:process";
import { expect, test } from "vitest";
import { liveAll, seedsFrom } from "./money-lives.ts";

test("money is conserved and never below zero, whatever people do at once on a busy day", async () => {
  const busy = { conflict: 10, lostReply: 8, throttle: 3 };
  const { broken, counts } = await liveAll(seedsFrom(1, 150), busy, "packages/store/test/busy-day.property.test.ts");
  expect(broken).toBe("");
  if (process.env["HEVEL_SEED"] !== undefined || process.env["HEVEL_LIVES"] !== undefined) return;
  // The lives must reach what they are about: enough is done, and every refusal that guards money is met.
  expect(counts.get("done") ?? 0).toBeGreaterThan(150 * 15);
  for (const code of [
    "not-enough-money",
    "four-eyes",
    "own-interest",
    "wrong-state",
    "receipt-used",
    "idempotency-mismatch",
    "mandate-not-active",
  ])
    expect(counts.get(code) ?? 0, code).toBeGreaterThan(0);
}, 600_000);
