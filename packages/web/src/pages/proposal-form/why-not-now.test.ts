import { expect, test } from "vitest";
import { whyNotNow } from "./why-not-now.ts";

test.each([
  ["submitted", "Alleen het bestuur van de onderneming kan het veranderen."],
  ["in-review", "De gemeente is ermee bezig."],
  ["decision-prepared", "De gemeente is ermee bezig."],
  ["awarded", "De gemeente heeft al een besluit genomen."],
  ["rejected", "De gemeente heeft al een besluit genomen."],
  ["withdrawn", "Het bestuur heeft dit voorstel ingetrokken."],
] as const)("of a proposal that is %s the page says: %s", (status, sentence) => {
  expect(whyNotNow({ status })).toBe(sentence);
});
