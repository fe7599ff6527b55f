import { describe, expect, test } from "vitest";
import { BUNDLE_BYTES_MAX, workerLoads } from "../bench/bundle-size.ts";

describe("the bundle for the browser", () => {
  // Building for a browser also fails on any node: import.
  test("counts after one small load, and loads the rest in small parts", async () => {
    const loads = await workerLoads();
    expect(loads.map(({ name }) => name).toSorted()).toEqual([
      "src/explain.ts",
      "src/fairness.ts",
      "src/pb/read.ts",
      "src/worker.ts",
    ]);
    expect(loads[0]?.name).toBe("src/worker.ts");
    for (const { brotli } of loads) expect(brotli).toBeLessThan(BUNDLE_BYTES_MAX);
  });
});
