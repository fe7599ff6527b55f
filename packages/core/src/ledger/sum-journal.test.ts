import { counted } from "@hevel/testing/counted";
import { codeOf, createTestDeps } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld } from "@hevel/testing/money-world";
import { expect, test } from "vitest";
import type { JournalFilter } from "./journal-filter.ts";
import { sumJournal } from "./sum-journal.ts";

async function ledger() {
  const { deps } = await createTestDeps();
  const world = await createMoneyWorld(deps, 900_00);
  const mandate = await awardMandate(world, [100_00]);
  return { world, mandate, ...counted(deps) };
}

test("a selection of which a total is kept costs one reading, however long the ledger is", async () => {
  const { deps, reads, world, mandate } = await ledger();
  const district = deps.municipality.districts[0]?.code;
  if (district === undefined) throw new Error("a municipality has a district");
  const kept: readonly (readonly [JournalFilter, number])[] = [
    [{}, 100_00],
    [{ year: 2026 }, 100_00],
    [{ district }, 100_00],
    [{ potId: world.potId, kind: "COMMIT" }, 100_00],
    [{ mandateId: mandate.id, figure: "awarded" }, 100_00],
    [{ enterpriseId: world.enterprise.id, year: 2026, category: "material" }, 0],
    [{ kind: "SPEND" }, 0],
  ];
  for (const [filter, awardedCents] of kept) expect(await sumJournal(deps, filter)).toMatchObject({ awardedCents });
  expect(reads).toEqual(kept.map(() => "level"));
});

test("any other selection has no total, and costs nothing", async () => {
  const { deps, reads, mandate } = await ledger();
  const district = deps.municipality.districts[0]?.code;
  const others: readonly JournalFilter[] = [
    { kind: "COMMIT", from: "2026-01-01" },
    { until: "2026-12-31" },
    { mandateId: mandate.id, until: "2026-12-31" },
    { year: 2026, ...(district === undefined ? {} : { district }) },
  ];
  for (const filter of others) expect(await sumJournal(deps, filter)).toBeUndefined();
  expect(reads).toEqual([]);
});

test("a district that is not of here is refused, with or without a period", async () => {
  const { deps, reads } = await ledger();
  const district = "WK000000" as NonNullable<JournalFilter["district"]>;
  expect(await codeOf(sumJournal(deps, { district }))).toBe("invalid");
  expect(await codeOf(sumJournal(deps, { district, until: "2026-12-31" }))).toBe("invalid");
  expect(reads).toEqual([]);
});
