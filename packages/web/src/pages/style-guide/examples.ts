import type { MapDistrict } from "../../pictures/district-map.tsx";
import type { FlowData, FlowNode } from "../../pictures/flow-layout.ts";
import type { Position } from "../../pictures/projection.ts";
import { paths } from "../../site/paths.ts";
import type { Stage } from "../../ui/stage-line.tsx";
import { formatCents } from "../../words/money.ts";
import { styleGuide } from "../../words/nl.ts";

// A made-up town: corners shared by neighbours, so that borders meet.
const corner = {
  a: [5.402, 52.238],
  b: [5.438, 52.252],
  c: [5.481, 52.249],
  d: [5.522, 52.233],
  e: [5.539, 52.204],
  f: [5.521, 52.172],
  g: [5.478, 52.158],
  h: [5.431, 52.161],
  i: [5.396, 52.178],
  j: [5.385, 52.209],
  k: [5.441, 52.222],
  l: [5.473, 52.226],
  m: [5.491, 52.211],
  n: [5.486, 52.193],
  o: [5.462, 52.183],
  p: [5.438, 52.19],
  q: [5.43, 52.206],
  r: [5.457, 52.24],
} as const satisfies Record<string, Position>;

const outlines: readonly (readonly Position[])[] = [
  [corner.k, corner.l, corner.m, corner.n, corner.o, corner.p, corner.q],
  [corner.a, corner.b, corner.r, corner.k, corner.q],
  [corner.b, corner.c, corner.l, corner.k, corner.r],
  [corner.c, corner.d, corner.e, corner.m, corner.l],
  [corner.e, corner.f, corner.n, corner.m],
  [corner.f, corner.g, corner.o, corner.n],
  [corner.g, corner.h, corner.i, corner.p, corner.o],
  [corner.i, corner.j, corner.a, corner.q, corner.p],
];
/** The sides of a district, bent a little, the same way for both neighbours: towns have no straight borders. */
function bend(outline: readonly Position[]): readonly Position[] {
  return outline.flatMap((from, index) => {
    const to = outline[(index + 1) % outline.length] ?? from;
    return [from, ...between(from, to, 3)];
  });
}

function between(from: Position, to: Position, depth: number): readonly Position[] {
  if (depth === 0) return [];
  const isForward = from[0] < to[0];
  const [a, b] = isForward ? [from, to] : [to, from];
  const swing = 0.22 * Math.sin(a[0] * 9_173 + b[1] * 7_919 + depth);
  const middle: Position = [
    (a[0] + b[0]) / 2 - (b[1] - a[1]) * swing * 1.6,
    (a[1] + b[1]) / 2 + (b[0] - a[0]) * swing * 0.6,
  ];
  return [...between(from, middle, depth - 1), middle, ...between(middle, to, depth - 1)];
}

const shades = [4, 3, 2, 1, 3, 2, 1, 1] as const;

export const exampleDistricts: readonly MapDistrict[] = styleGuide.districts.map((name, index) => ({
  code: `WK9999${String(index + 1).padStart(2, "0")}`,
  name,
  href: paths.styleGuide(),
  rings: [bend(outlines[index] ?? [])],
  note: styleGuide.districtNote((shades[index] ?? 1) + (index % 2), formatCents((shades[index] ?? 1) * 2_150_000)),
  shade: shades[index],
}));

const [noord = "", zuid = "", groen = ""] = styleGuide.flow.pots;
const [tuin = "", warm = "", zorg = "", molen = ""] = styleGuide.flow.enterprises;
const [materiaal = "", vak = "", huur = "", actief = ""] = styleGuide.flow.categories;
const [raadLabel = "", pottenLabel = "", ondernemingenLabel = "", waaraanLabel = ""] = styleGuide.flow.columns;
const node = (id: string, label: string, euros: number): FlowNode => {
  const cents = euros * 100;
  return {
    id,
    label,
    cents,
    fillings: [
      { as: "spent", cents: Math.round(cents * 0.5) },
      { as: "paid", cents: Math.round(cents * 0.2) },
      { as: "awarded", cents: cents - Math.round(cents * 0.5) - Math.round(cents * 0.2) },
    ],
  };
};
const link = (from: string, to: string, euros: number) => ({ from, to, cents: euros * 100 });

export const exampleFlow: FlowData = {
  columns: [
    { label: raadLabel, nodes: [node("raad", styleGuide.flow.council, 180_000)] },
    {
      label: pottenLabel,
      nodes: [node("noord", noord, 75_000), node("zuid", zuid, 60_000), node("groen", groen, 45_000)],
    },
    {
      label: ondernemingenLabel,
      nodes: [
        node("tuin", tuin, 12_500),
        node("warm", warm, 48_000),
        node("zorg", zorg, 36_000),
        node("molen", molen, 21_400),
      ],
    },
    {
      label: waaraanLabel,
      nodes: [
        node("materiaal", materiaal, 31_200),
        node("vak", vak, 27_500),
        node("huur", huur, 14_000),
        node("actief", actief, 6_840),
      ],
    },
  ],
  links: [
    link("raad", "noord", 75_000),
    link("raad", "zuid", 60_000),
    link("raad", "groen", 45_000),
    link("noord", "tuin", 12_500),
    link("noord", "warm", 32_000),
    link("zuid", "warm", 16_000),
    link("zuid", "zorg", 36_000),
    link("groen", "molen", 21_400),
    link("tuin", "materiaal", 6_200),
    link("tuin", "actief", 2_040),
    link("warm", "materiaal", 18_000),
    link("warm", "vak", 21_500),
    link("zorg", "huur", 14_000),
    link("zorg", "actief", 4_800),
    link("molen", "materiaal", 7_000),
    link("molen", "vak", 6_000),
  ],
};

export const exampleStages: readonly Stage[] = [
  { name: styleGuide.stages.submitted, state: "done", on: "2026-09-14" },
  { name: styleGuide.stages.review, state: "done", on: "2026-10-02" },
  { name: styleGuide.stages.decision, state: "now", heldBy: styleGuide.stageHolder, until: "2026-12-12" },
  { name: styleGuide.stages.mandate, state: "todo" },
  { name: styleGuide.stages.running, state: "todo" },
  { name: styleGuide.stages.evaluated, state: "todo" },
];

export const runningStages: readonly Stage[] = [
  { name: styleGuide.stages.submitted, state: "done", on: "2026-09-14" },
  { name: styleGuide.stages.review, state: "done", on: "2026-10-02" },
  { name: styleGuide.stages.decision, state: "done", on: "2026-12-11" },
  { name: styleGuide.stages.mandate, state: "done", on: "2027-01-01" },
  { name: styleGuide.stages.running, state: "now", heldBy: styleGuide.runningHolder, until: "2028-12-31" },
  { name: styleGuide.stages.evaluated, state: "todo" },
];
