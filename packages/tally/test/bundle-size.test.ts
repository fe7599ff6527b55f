import { describe, expect, test } from "vitest";
import { BUNDLE_BYTES_MAX, bundles, workerLoads } from "../bench/bundle-size.ts";

describe("the bundle for the browser", () => {
  // Building for a browser also fails on any node: import.
  test("counts, explains, certifies and verifies in one file of less than 15 kB after brotli", async () => {
    const [lean, whole] = await bundles();
    expect(lean?.name).toBe("all of src/index.ts but .pb files");
    expect(lean?.brotli).toBeGreaterThan(5_000);
    expect(lean?.brotli).toBeLessThan(BUNDLE_BYTES_MAX);
    expect(whole?.brotli).toBeGreaterThan(lean?.brotli ?? 0);
  });

  test("of the worker counts after one small load, and loads the rest in small parts", async () => {
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
