import { codeOf, createTestDeps } from "@hevel/testing/deps";
import fc from "fast-check";
import { expect, test } from "vitest";
import { usesOfShared } from "./shared-target.ts";
import { withinLimits } from "./within-limit.ts";

const share = { name: "test", perNetwork: 3, total: 7, newcomers: 4 };

test("a network that took nothing has room, whatever others took, until more networks came than the reserve holds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }), async (networks) => {
      const { deps } = await createTestDeps();
      const act = (network: number) =>
        codeOf(withinLimits(deps, usesOfShared(share, "thing", `network ${network}`), async () => {}));
      const taken = new Map<number, number>();
      for (const network of networks)
        if ((await act(network)) === "ok") taken.set(network, (taken.get(network) ?? 0) + 1);
      const all = [...taken.values()].reduce((sum, each) => sum + each, 0);
      expect(all).toBeLessThanOrEqual(share.total + share.newcomers);
      for (const each of taken.values()) expect(each).toBeLessThanOrEqual(share.perNetwork);
      // While the reserve is not used up, whoever comes from elsewhere has one.
      const reserved = Math.max(0, all - share.total);
      if (reserved < share.newcomers) expect(await act(99)).toBe("ok");
    }),
    { numRuns: 10 },
  );
});

test("what is refused is given back, also of the reserve", async () => {
  const { deps } = await createTestDeps();
  const act = (network: string) => codeOf(withinLimits(deps, usesOfShared(share, "thing", network), async () => {}));
  for (const network of ["a", "b"]) for (let time = 0; time < 3; time++) expect(await act(network)).toBe("ok");
  expect(await act("c")).toBe("ok");
  // The total is full: of c one more from the reserve, and what c asks after that costs others nothing.
  expect(await act("c")).toBe("ok");
  for (let time = 0; time < 20; time++) expect(await act("c")).toBe("limit-reached");
  expect([await act("d"), await act("e"), await act("f"), await act("g")]).toEqual(["ok", "ok", "ok", "limit-reached"]);
});
