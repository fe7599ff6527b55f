import { type District, DistrictCode } from "@hevel/core";
import * as z from "zod";
import { StartError } from "../start-error.ts";

/** Longitude and latitude, in degrees (CRS84, as GeoJSON says); a height may follow and is left out. */
const Position = z.tuple([z.number(), z.number()]).rest(z.number());
const Rings = z.array(z.array(Position).min(4));

/** A GeoJSON file of districts, such as PDOK gives of CBS "wijken en buurten". */
const Shapes = z.object({
  type: z.literal("FeatureCollection"),
  features: z
    .array(
      z.object({
        type: z.literal("Feature"),
        properties: z.record(z.string(), z.unknown()),
        geometry: z.discriminatedUnion("type", [
          z.object({ type: z.literal("Polygon"), coordinates: Rings }),
          z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(Rings) }),
        ]),
      }),
    )
    .min(1),
});

/** Under which names the sources of such files keep them. */
const properties = {
  code: ["statcode", "wijkcode", "WK_CODE", "code"],
  name: ["statnaam", "wijknaam", "WK_NAAM", "name", "naam"],
  year: ["jrstatcode", "jaar", "year"],
} as const;

/** What a GeoJSON file knows of a district. */
export type DistrictShape = Pick<District, "code" | "name" | "slug" | "polygons"> & {
  readonly year: number | undefined;
};

/** The European part of the Netherlands, roughly: degrees in another order, or metres, are nowhere near it. */
const bounds = { west: 3, east: 7.5, south: 50.5, north: 54 };
/** Five digits after the point are a metre. */
const digits = 5;

/**
 * The districts in a GeoJSON file, with shapes rounded to a metre.
 *
 * @throws StartError that says what is wrong with the file: not GeoJSON, metres instead of degrees, latitude first, another
 * municipality's districts, a district twice, no code or name.
 */
export function districtsIn(source: unknown, municipality: string): readonly DistrictShape[] {
  const read = Shapes.safeParse(source);
  if (!read.success)
    throw new StartError(`The file of shapes is not GeoJSON with districts:\n${z.prettifyError(read.error)}`);
  const districts = read.data.features.map(({ properties: known, geometry }, index) => {
    const code = DistrictCode.safeParse(first(known, properties.code));
    const name = first(known, properties.name);
    if (!code.success)
      throw new StartError(`District ${index + 1} of the file of shapes has no code such as WK999901.`);
    if (typeof name !== "string" || name.trim() === "") throw new StartError(`District ${code.data} has no name.`);
    if (!code.data.startsWith(`WK${municipality.slice(2)}`))
      throw new StartError(
        `District ${code.data} is not of ${municipality}: leave other municipalities out of the file.`,
      );
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const year = Number(String(first(known, properties.year) ?? "").slice(0, 4));
    return {
      code: code.data,
      name: name.trim(),
      slug: slugOf(name),
      year: year > 2000 ? year : undefined,
      polygons: polygons.map((rings) => rings.map((ring) => rounded(ring, code.data))),
    };
  });
  return distinct(districts);
}

const first = (known: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  names.map((name) => known[name]).find((value) => value !== undefined && value !== null);

function rounded(ring: readonly (readonly number[])[], code: string): [number, number][] {
  const round = (degrees: number) => Number(degrees.toFixed(digits));
  const points = ring.map(([longitude = 0, latitude = 0]): [number, number] => {
    const { west, east, south, north } = bounds;
    if (longitude < west || longitude > east || latitude < south || latitude > north)
      throw new StartError(
        `The shape of ${code} holds ${longitude}, ${latitude}: that is not longitude and latitude in the Netherlands. ` +
          "Ask the source for degrees (EPSG:4326 or CRS84), longitude first.",
      );
    return [round(longitude), round(latitude)];
  });
  const kept = points.filter(
    ([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1],
  );
  const [start, end] = [kept[0], kept.at(-1)];
  if (start?.[0] !== end?.[0] || start?.[1] !== end?.[1] || kept.length < 4)
    throw new StartError(`A ring of ${code} is not closed, or has no surface.`);
  return kept;
}

/** What stands in the address of a district's page. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Two of one code are a mistake; two of one name are told apart by their code in the address. */
function distinct(districts: readonly DistrictShape[]): readonly DistrictShape[] {
  const codes = districts.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) < index);
  if (twice !== undefined) throw new StartError(`District ${twice} is in the file of shapes twice.`);
  return districts.map((district) => {
    const isAlone = districts.filter(({ slug }) => slug === district.slug).length === 1;
    return isAlone && district.slug !== ""
      ? district
      : { ...district, slug: [district.slug, district.code.slice(6)].filter((part) => part !== "").join("-") };
  });
}
