import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roleTableOf } from "@hevel/core";
import { createStore } from "@hevel/store";
import { testClient } from "@hevel/testing/deps";
import { testMunicipality } from "@hevel/testing/municipality";
import { afterAll, describe, expect, test } from "vitest";
import { districtsIn, slugOf } from "./districts.ts";
import { readSettingsFile } from "./settings-file.ts";
import { storeSettings } from "./store-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "hevel-set-up-"));
afterAll(() => rmSync(folder, { recursive: true }));

const team = {
  name: "Wijkteam",
  phone: "(099) 020 20 01",
  email: "wijkteam@gemeente.example",
  openingHours: "Maandag van 9.00 tot 12.00 uur",
  helpsWith: "Alle vragen.",
};
const square = [
  [5.8, 53.2],
  [5.81, 53.2],
  [5.81, 53.21],
  [5.8, 53.2],
];
const feature = (code: string, name: string, coordinates: unknown = [square], type = "Polygon") => ({
  type: "Feature",
  properties: { statcode: code, statnaam: name, jrstatcode: `2026${code}` },
  geometry: { type, coordinates },
});
const shapes = (...features: unknown[]) => ({ type: "FeatureCollection", features });
const two = shapes(feature("WK008010", "Binnenstad"), feature("WK008011", "Sint-Annaparochie / 't Bildt"));

let files = 0;
function file(content: unknown): string {
  const path = join(folder, `${files++}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Settings without districts of their own: those come from a file of shapes. */
function settingsWith(districts: unknown, changed: Record<string, unknown> = {}) {
  const { revision: _none, districts: _own, ...rest } = testMunicipality();
  return { ...rest, code: "GM0080", districts, ...changed };
}
const each = { inhabitants: 0, intro: "Een wijk.", team };

describe("a file of shapes", () => {
  test("gives code, name, address, year and shape of every district", () => {
    expect(districtsIn(two, "GM0080")).toEqual([
      { code: "WK008010", name: "Binnenstad", slug: "binnenstad", year: 2026, polygons: [[square]] },
      {
        code: "WK008011",
        name: "Sint-Annaparochie / 't Bildt",
        slug: "sint-annaparochie-t-bildt",
        year: 2026,
        polygons: [[square]],
      },
    ]);
  });

  test("may hold several parts, heights, and more digits than a metre takes", () => {
    const fine = square.map(([x = 0, y = 0]) => [x + 0.0000012, y - 0.0000012, 3.5]);
    const [district] = districtsIn(shapes(feature("WK008010", "X", [[fine], [fine]], "MultiPolygon")), "GM0080");
    expect(district?.polygons).toEqual([[square], [square]]);
  });

  test("tells two districts of one name apart in their address", () => {
    const found = districtsIn(shapes(feature("WK008010", "Noord"), feature("WK008011", "Noord")), "GM0080");
    expect(found.map(({ slug }) => slug)).toEqual(["noord-10", "noord-11"]);
  });

  test.each([
    ["metres", feature("WK008010", "X", [square.map(([x = 0, y = 0]) => [x * 30_000, y * 10_000])]), "degrees"],
    ["latitude first", feature("WK008010", "X", [square.map(([x, y]) => [y, x])]), "longitude first"],
    ["a ring that is open", feature("WK008010", "X", [[...square.slice(0, 3), [5.8, 53.205]]]), "not closed"],
    ["a ring without surface", feature("WK008010", "X", [square.map(() => [5.8, 53.2])]), "no surface"],
    ["another municipality", feature("WK014010", "X"), "not of GM0080"],
    ["no code", { ...feature("WK008010", "X"), properties: { statnaam: "X" } }, "no code"],
    ["no name", feature("WK008010", " "), "no name"],
    ["a point", feature("WK008010", "X", [5.8, 53.2], "Point"), "not GeoJSON"],
  ])("is refused with %s", (_what, wrong, why) => {
    expect(() => districtsIn(shapes(wrong), "GM0080")).toThrow(why);
  });

  test("is refused with a district twice, or with none", () => {
    expect(() => districtsIn(shapes(feature("WK008010", "X"), feature("WK008010", "Y")), "GM0080")).toThrow("twice");
    expect(() => districtsIn(shapes(), "GM0080")).toThrow("not GeoJSON");
  });

  test("of CBS is read as PDOK gives it", () => {
    const real = join(import.meta.dirname, "../../../../../../shared/data/geo/leeuwarden-wijken-2024.geojson");
    if (!existsSync(real)) return;
    const { settings } = readSettingsFile(file(settingsWith({ shapes: real, each })));
    expect(settings.districts).toHaveLength(22);
    expect(settings.districts[0]).toMatchObject({ code: "WK008010", name: "Binnenstad", year: 2024 });
    expect(new Set(settings.districts.map(({ slug }) => slug)).size).toBe(22);
  });
});

test.each([
  ["De Zuidlanden", "de-zuidlanden"],
  ["Súdwest-Fryslân", "sudwest-fryslan"],
  ["'t Vliet (noord)", "t-vliet-noord"],
  ["--", ""],
])("%s stands in an address as %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

describe("a file of settings", () => {
  test("may write its districts out", () => {
    const { revision: _none, ...whole } = testMunicipality();
    expect(readSettingsFile(file(whole))).toEqual({ settings: { ...whole, revision: 0 }, revision: undefined });
    expect(readSettingsFile(file({ ...whole, revision: 4 }))).toEqual({
      settings: { ...whole, revision: 4 },
      revision: 4,
    });
  });

  test("may name a file of shapes beside it, say what holds for each, and what one has of its own", () => {
    const path = file(two).split("/").at(-1);
    const districts = { shapes: path, each, districts: [{ code: "WK008011", inhabitants: 12, slug: "bildt" }] };
    const { settings } = readSettingsFile(file(settingsWith(districts)));
    expect(settings.districts).toMatchObject([
      { code: "WK008010", slug: "binnenstad", inhabitants: 0, intro: "Een wijk.", team, year: 2026 },
      { code: "WK008011", slug: "bildt", inhabitants: 12, intro: "Een wijk.", team },
    ]);
  });

  const shapesOf = (content: unknown) => ({ shapes: file(content), each });
  test.each<[string, () => unknown, string]>([
    ["that is no JSON", () => "{", "could not be read"],
    ["that is a list", () => [], "no JSON object"],
    ["with an unknown field", () => settingsWith(shapesOf(two), { colour: "red" }), "colour"],
    ["without a contact", () => settingsWith(shapesOf(two), { contact: undefined }), "contact"],
    ["without anybody who administers", () => settingsWith(shapesOf(two), { groupRoles: { a: ["officer"] } }), "admin"],
    ["with a role nobody knows", () => settingsWith(shapesOf(two), { groupRoles: { a: ["mayor"] } }), "groupRoles"],
    [
      "with a district that has no shape",
      () => settingsWith({ ...shapesOf(two), districts: [{ code: "WK008099" }] }),
      "WK008099",
    ],
    [
      "with two districts at one address",
      () => settingsWith({ ...shapesOf(two), districts: [{ code: "WK008011", slug: "binnenstad" }] }),
      "slug",
    ],
    ["with shapes that are not there", () => settingsWith({ shapes: "nowhere.geojson", each }), "nowhere.geojson"],
    [
      "with too much detail for the table",
      () => settingsWith(shapesOf(shapes(feature("WK008010", "X", [detailed])))),
      "simplify",
    ],
  ])("is refused %s", (_what, content, why) => {
    expect(() => readSettingsFile(file(content()))).toThrow(why);
  });
});

const detailed = [...Array.from({ length: 30_000 }, (_, i) => [5 + i / 20_000, 53 + (i % 2) / 100]), [5, 53]];

describe("putting settings in the table", () => {
  const fresh = () => {
    const { revision: _none, ...settings } = testMunicipality();
    const store = createStore({ ...testClient(), municipality: settings.code });
    return { store, settings: { ...settings, revision: 0 } };
  };

  test("begins a municipality, and then takes only a file that was made from what is there", async () => {
    const { store, settings } = fresh();
    expect(await storeSettings(store, { settings, revision: undefined })).toEqual({ isNew: true, revision: 0 });
    await expect(storeSettings(store, { settings, revision: undefined })).rejects.toThrow("has settings already");
    const changed = { ...settings, name: "Nieuwstad" };
    expect(await storeSettings(store, { settings: changed, revision: 0 })).toEqual({ isNew: false, revision: 1 });
    expect(await store.get("municipality", {})).toEqual({ ...changed, revision: 1 });
    expect(await store.get("role-table", {})).toEqual(roleTableOf({ ...changed, revision: 1 }));
    await expect(storeSettings(store, { settings, revision: 0 })).rejects.toThrow("somebody changed them");
  });

  test("of two at the same moment lets one win", async () => {
    const { store, settings } = fresh();
    await storeSettings(store, { settings, revision: undefined });
    const tries = ["Een", "Twee"].map((name) => storeSettings(store, { settings: { ...settings, name }, revision: 0 }));
    const ends = await Promise.allSettled(tries);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("drops a district only when told to", async () => {
    const { store, settings } = fresh();
    await storeSettings(store, { settings, revision: undefined });
    const fewer = { ...settings, districts: settings.districts.slice(1) };
    await expect(storeSettings(store, { settings: fewer, revision: 0 })).rejects.toThrow(settings.districts[0]?.code);
    await storeSettings(store, { settings: fewer, revision: 0 }, { dropsDistricts: true });
    expect((await store.get("municipality", {}))?.districts).toHaveLength(fewer.districts.length);
  });
});
