import { randomInt } from "node:crypto";
import { expect, inject, test } from "vitest";
import { createTable } from "../table.ts";
import { seedMunicipality } from "./seed.ts";

test("the demo municipality is put in the table once", async () => {
  const { endpoint } = inject("parts");
  const { tableName } = await createTable({ endpoint, tableName: `seeded-${randomInt(1e9)}`, streams: false });
  expect(await seedMunicipality({ endpoint, tableName })).toBe(true);
  expect(await seedMunicipality({ endpoint, tableName })).toBe(false);
});
