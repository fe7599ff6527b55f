/** A point in metres east and north of the south-western corner of the map. */
type Point = readonly [east: number, north: number];

/**
 * The borders of the demo municipality, drawn for it. Two neighbours share the same line, so districts fit without a gap or an overlap;
 * the river has two banks, 170 metres apart, and belongs to nobody.
 */
const borders = {
  // The river, from west to east.
  "north-bank-west": [
    [300, 3650],
    [820, 3790],
    [1400, 3850],
    [1980, 3770],
    [2500, 3610],
    [2930, 3590],
    [3300, 3700],
  ],
  "north-bank-centre": [
    [3300, 3700],
    [3720, 3900],
    [4200, 4160],
    [4620, 4360],
    [5000, 4450],
    [5480, 4420],
    [5900, 4360],
    [6320, 4400],
    [6700, 4550],
  ],
  "north-bank-east": [
    [6700, 4550],
    [7240, 4790],
    [7850, 4990],
    [8450, 5040],
    [9100, 4950],
    [9700, 4850],
  ],
  "south-bank-west": [
    [260, 3480],
    [850, 3620],
    [1410, 3680],
    [1950, 3600],
    [2470, 3440],
    [2960, 3420],
    [3380, 3540],
  ],
  "south-bank-centre": [
    [3380, 3540],
    [3800, 3740],
    [4290, 4000],
    [4680, 4190],
    [5030, 4280],
    [5470, 4250],
    [5920, 4190],
    [6370, 4230],
    [6770, 4390],
  ],
  "south-bank-east": [
    [6770, 4390],
    [7290, 4620],
    [7880, 4820],
    [8450, 4870],
    [9080, 4780],
    [9720, 4680],
  ],
  // The old ring canal around the centre, clockwise.
  "canal-west": [
    [3300, 3700],
    [3180, 4050],
    [3210, 4420],
    [3360, 4760],
  ],
  "canal-north-west": [
    [3360, 4760],
    [3620, 5120],
    [4020, 5390],
    [4480, 5560],
    [4920, 5610],
  ],
  "canal-north-east": [
    [4920, 5610],
    [5420, 5620],
    [5900, 5510],
    [6310, 5290],
    [6600, 5010],
  ],
  "canal-east": [
    [6600, 5010],
    [6700, 4780],
    [6700, 4550],
  ],
  // Roads and ditches from the canal outwards.
  "dike-road": [
    [3360, 4760],
    [2940, 5040],
    [2480, 5220],
    [2160, 5580],
    [1760, 5930],
    [1290, 6380],
  ],
  "mill-road": [
    [4920, 5610],
    [4830, 6090],
    [4620, 6480],
    [4640, 6960],
    [4420, 7350],
    [4330, 7720],
  ],
  "park-lane": [
    [6600, 5010],
    [6960, 5460],
    [7080, 5920],
    [7420, 6330],
    [7480, 6850],
    [7640, 7380],
  ],
  "peat-canal": [
    [3380, 3540],
    [3240, 3080],
    [2980, 2660],
    [2960, 2180],
    [2510, 1760],
    [1720, 1290],
  ],
  "lime-avenue": [
    [6770, 4390],
    [6640, 3860],
    [6720, 3340],
    [7010, 2890],
    [7600, 2550],
    [8050, 2180],
    [8610, 1880],
  ],
  // The edge of the municipality, clockwise from the river in the west.
  "edge-west": [
    [300, 3650],
    [180, 4230],
    [360, 4790],
    [590, 5180],
    [720, 5760],
    [1290, 6380],
  ],
  "edge-north-west": [
    [1290, 6380],
    [1830, 6850],
    [2420, 7020],
    [3010, 7410],
    [3700, 7520],
    [4330, 7720],
  ],
  "edge-north-east": [
    [4330, 7720],
    [4980, 7660],
    [5560, 7890],
    [6320, 7810],
    [6930, 7600],
    [7640, 7380],
  ],
  "edge-east": [
    [7640, 7380],
    [8290, 7010],
    [8560, 6480],
    [9120, 6120],
    [9310, 5560],
    [9700, 4850],
  ],
  "edge-south-east": [
    [9720, 4680],
    [9800, 4080],
    [9510, 3520],
    [9380, 2900],
    [8960, 2450],
    [8610, 1880],
  ],
  "edge-south": [
    [8610, 1880],
    [7920, 1530],
    [7380, 980],
    [6630, 820],
    [5920, 430],
    [5210, 520],
    [4440, 380],
    [3690, 710],
    [2850, 760],
    [1720, 1290],
  ],
  "edge-south-west": [
    [1720, 1290],
    [1180, 1820],
    [860, 2290],
    [430, 2740],
    [260, 3480],
  ],
} as const satisfies Record<string, readonly Point[]>;

type Border = keyof typeof borders;

/** Each district as its borders, counter-clockwise (RFC 7946, section 3.1.6); a `-` walks a border from its end to its start. */
const outlines = {
  WK999901: ["north-bank-centre", "-canal-east", "-canal-north-east", "-canal-north-west", "-canal-west"],
  WK999902: ["north-bank-west", "canal-west", "dike-road", "-edge-west"],
  WK999903: ["canal-north-west", "mill-road", "-edge-north-west", "-dike-road"],
  WK999904: ["canal-north-east", "park-lane", "-edge-north-east", "-mill-road"],
  WK999905: ["canal-east", "north-bank-east", "-edge-east", "-park-lane"],
  WK999906: ["-south-bank-west", "-edge-south-west", "-peat-canal"],
  WK999907: ["peat-canal", "-edge-south", "-lime-avenue", "-south-bank-centre"],
  WK999908: ["lime-avenue", "-edge-south-east", "-south-bank-east"],
} as const satisfies Record<string, readonly (Border | `-${Border}`)[]>;

/** The code of a district of the demo municipality. */
export type DemoDistrictCode = keyof typeof outlines;

/** South-western corner of the map, in the middle of the Markermeer, so that nobody takes Voorbeeldstad for a place that exists. */
const corner = { longitude: 5.14, latitude: 52.5 };
const METRES_PER_DEGREE = 111_320;

/** The shape of a district as GeoJSON's coordinates of a MultiPolygon: longitude and latitude (CRS84), first point equal to the last. */
export function districtPolygons(code: DemoDistrictCode): [number, number][][][] {
  const ring: [number, number][] = [];
  for (const step of outlines[code]) {
    for (const point of walk(step)) {
      const place = locate(point);
      const last = ring.at(-1);
      if (last === undefined || last[0] !== place[0] || last[1] !== place[1]) ring.push(place);
    }
  }
  return [[ring]];
}

function walk(step: Border | `-${Border}`): readonly Point[] {
  if (isBorder(step)) return borders[step];
  const border = step.slice(1);
  return isBorder(border) ? borders[border].toReversed() : [];
}

function isBorder(name: string): name is Border {
  return name in borders;
}

function locate([east, north]: Point): [number, number] {
  const perLongitude = METRES_PER_DEGREE * Math.cos((corner.latitude * Math.PI) / 180);
  return [round(corner.longitude + east / perLongitude), round(corner.latitude + north / METRES_PER_DEGREE)];
}

/** Five decimals are about a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
