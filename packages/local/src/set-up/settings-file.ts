import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { District, Municipality, MunicipalityCode } from "@hevel/core";
import * as z from "zod";
import { StartError } from "../start-error.ts";
import { districtsIn } from "./districts.ts";

/** What a file of shapes does not know of a district. */
const Described = District.pick({ inhabitants: true, intro: true, team: true });

/** Districts whose shapes are in a file beside the settings (docs/municipality.md). */
const FromShapes = z.strictObject({
  /** Path of a GeoJSON file, seen from the file with settings. */
  shapes: z.string().min(1),
  /** The year of the codes, where the file of shapes does not say it. */
  year: z.int().optional(),
  /** What holds for every district that is not named below. */
  each: Described,
  /** Districts that have something of their own, by their code. */
  districts: z.array(District.omit({ polygons: true }).partial().required({ code: true })).default([]),
});

/** The settings in a file, and which revision of them it was made from; undefined in a file that is new. */
export interface SettingsFile {
  readonly settings: Municipality;
  readonly revision: number | undefined;
}

/** An item of the table holds 400 kB; the index's copy of nothing and the names of the fields come on top. */
const bytesMax = 350_000;

/**
 * Reads and checks a file with a municipality's settings.
 *
 * @throws StartError with every problem in it.
 */
export function readSettingsFile(path: string): SettingsFile {
  const given = readJson(path);
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new StartError(`${path} holds no JSON object.`);
  const { revision, ...rest } = given as Record<string, unknown>;
  const settings = { ...rest, districts: districtsOf(rest, path), revision: revision ?? 0 };
  const read = Municipality.safeParse(settings);
  if (!read.success) throw new StartError(`${path} is not right:\n${z.prettifyError(read.error)}`);
  assertWhole(read.data);
  return { settings: read.data, revision: revision === undefined ? undefined : read.data.revision };
}

function districtsOf({ code, districts }: Record<string, unknown>, path: string): unknown {
  if (Array.isArray(districts) || districts === undefined) return districts;
  const from = FromShapes.safeParse(districts);
  if (!from.success) throw new StartError(`The districts in ${path} are not right:\n${z.prettifyError(from.error)}`);
  const municipality = MunicipalityCode.safeParse(code);
  if (!municipality.success) throw new StartError(`${path} has no code such as GM9999.`);
  const { shapes, year, each, districts: own } = from.data;
  const found = districtsIn(readJson(resolve(dirname(path), shapes)), municipality.data);
  const strangers = own.filter((one) => !found.some((shape) => shape.code === one.code));
  if (strangers.length > 0) throw new StartError(`Not in ${shapes}: ${strangers.map((one) => one.code).join(", ")}.`);
  return found.map((shape) => ({
    ...each,
    ...shape,
    year: shape.year ?? year,
    ...own.find((one) => one.code === shape.code),
  }));
}

/** What the schema of one field cannot see. */
function assertWhole({ districts, groupRoles, ...rest }: Municipality): void {
  for (const field of ["code", "slug"] as const) {
    const values = districts.map((district) => district[field]);
    const twice = values.find((value, index) => values.indexOf(value) < index);
    if (twice !== undefined) throw new StartError(`Two districts have the ${field} ${twice}.`);
  }
  if (!Object.values(groupRoles).some((roles) => roles.includes("admin")))
    throw new StartError("No group gives the role admin: then nobody can change roles in the portal.");
  const bytes = Buffer.byteLength(JSON.stringify({ districts, groupRoles, ...rest }));
  if (bytes > bytesMax)
    throw new StartError(
      `The settings are ${Math.ceil(bytes / 1_000)} kB, and may be ${bytesMax / 1_000} kB: simplify the shapes ` +
        "(mapshaper.org: Simplify, then export as GeoJSON).",
    );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new StartError(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
