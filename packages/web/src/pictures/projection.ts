/** A place as GeoJSON has it: longitude, latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** The outer ring of each part of a district; holes are drawn as what lies in them. */
export type Rings = readonly (readonly Position[])[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly project: (position: Position) => Point;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/**
 * A flat picture of an area the size of a municipality: x = longitude * cos(middle latitude), y = -latitude, scaled to
 * `width`. The error across 30 km is far below a line's thickness.
 */
export function projectionFor(all: readonly Rings[], width: number, margin = 8): Projection {
  const positions = all.flat(2);
  const longitudes = positions.map(([longitude]) => longitude);
  const latitudes = positions.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / ((east - west) * stretch);
  return {
    width,
    height: Math.ceil((north - south) * scale + 2 * margin),
    project: ([longitude, latitude]) => ({
      x: rounded((longitude - west) * stretch * scale + margin),
      y: rounded((north - latitude) * scale + margin),
    }),
  };
}

/** Rings as the `d` of a path. */
export function pathOf(rings: Rings, projection: Projection): string {
  return rings
    .map((ring) => {
      const points = ring.map(projection.project).map(({ x, y }) => `${x} ${y}`);
      return `M${points.join("L")}z`;
    })
    .join("");
}

/** The middle of the largest ring by area: where a number fits best. */
export function middleOf(rings: Rings, projection: Projection): Point {
  const measured = rings.map((ring) => centroid(ring.map(projection.project)));
  const largest = measured.reduce((best, each) => (each.area > best.area ? each : best), { area: -1, x: 0, y: 0 });
  return { x: rounded(largest.x), y: rounded(largest.y) };
}

function centroid(points: readonly Point[]): Point & { readonly area: number } {
  let [twice, x, y] = [0, 0, 0];
  for (const [index, a] of points.entries()) {
    const b = points[(index + 1) % points.length] ?? a;
    const cross = a.x * b.y - b.x * a.y;
    twice += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  return twice === 0
    ? { area: 0, x: points[0]?.x ?? 0, y: points[0]?.y ?? 0 }
    : { area: Math.abs(twice / 2), x: x / (3 * twice), y: y / (3 * twice) };
}
