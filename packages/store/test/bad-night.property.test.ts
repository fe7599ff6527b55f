import { expect, test } from "vitest";
import { liveAll, seedsFrom } from "./money-lives.ts";

test("money is conserved and never below zero on a night when a quarter of all replies is lost", async () => {
  const bad = { conflict: 25, lostReply: 25, throttle: 10 };
  const { broken } = await liveAll(seedsFrom(151, 200), bad, "packages/store/test/bad-night.property.test.ts");
  expect(broken).toBe("");
}, 600_000);
