import { countCharacters } from "@hevel/api/client";
import { describe, expect, test } from "vitest";
import { type FlowData, type FlowNode, layOutFlow, wrapLabel } from "./flow-layout.ts";

const node = (id: string, label: string, cents: number): FlowNode => ({
  id,
  label,
  cents,
  fillings: [
    { as: "spent", cents: cents / 4 },
    { as: "paid", cents: cents / 4 },
    { as: "awarded", cents: cents / 2 },
  ],
});

const data: FlowData = {
  columns: [
    { label: "Raad", nodes: [node("raad", "Gemeenteraad", 100_000)] },
    {
      label: "Potten",
      nodes: [node("noord", "Noord", 60_000), node("zuid", "Zuid", 30_000)],
    },
    { label: "Uitgaven", nodes: [node("groen", "Groen", 50_000)] },
  ],
  links: [
    { from: "raad", to: "zuid", cents: 30_000 },
    { from: "raad", to: "noord", cents: 60_000 },
    { from: "noord", to: "groen", cents: 45_000 },
    { from: "zuid", to: "groen", cents: 5_000 },
  ],
};
const sizes = { mainLength: 900, crossLength: 300, blockLength: 14, gap: 10, slotMin: 0 };

describe("a flow drawing is to scale", () => {
  const placed = layOutFlow(data, sizes);
  const placedNode = (id: string) => placed.nodes.find((each) => each.id === id);

  test("the same amount has the same size as a node and as a link", () => {
    expect(placedNode("raad")?.size).toBeCloseTo(300);
    expect(placedNode("noord")?.size).toBeCloseTo(180);
    expect(placed.links.find((link) => link.to === "noord")?.size).toBeCloseTo(180);
  });

  test("links leave and enter a node side by side, without a gap or an overlap", () => {
    const fromCouncil = placed.links.filter((link) => link.from === "raad");
    expect(fromCouncil.map((link) => link.to)).toEqual(["noord", "zuid"]);
    expect(fromCouncil[1]?.sourceStart).toBeCloseTo((fromCouncil[0]?.sourceStart ?? 0) + (fromCouncil[0]?.size ?? 0));
    const intoGreen = placed.links.filter((link) => link.to === "groen");
    expect(intoGreen[1]?.targetStart).toBeCloseTo((intoGreen[0]?.targetStart ?? 0) + (intoGreen[0]?.size ?? 0));
  });

  test("a bar is its fillings end to end, to the same scale", () => {
    const bars = placedNode("noord")?.bars ?? [];
    expect(bars.map(({ as, size }) => [as, Math.round(size)])).toEqual([
      ["spent", 45],
      ["paid", 45],
      ["awarded", 90],
    ]);
    expect(bars[0]?.start).toBeCloseTo(placedNode("noord")?.start ?? -1);
    expect(bars[2]?.start).toBeCloseTo((placedNode("noord")?.start ?? 0) + 90);
  });

  test("columns stand at equal distances, the last one at the end", () => {
    expect([...new Set(placed.nodes.map((each) => each.at))]).toEqual([0, 443, 886]);
  });
});

test("a node with a small amount still gets room for its label", () => {
  const placed = layOutFlow(data, { ...sizes, slotMin: 100 });
  const [, noord, zuid] = placed.nodes;
  expect((zuid?.slotStart ?? 0) - (noord?.slotStart ?? 0)).toBeCloseTo(190);
  expect(zuid).toMatchObject({ slot: 100, size: 90 });
  expect((zuid?.start ?? 0) - (zuid?.slotStart ?? 0)).toBeCloseTo(5);
  expect(placed.crossTotal).toBeCloseTo(300);
});

test("no money at all is drawn without a division by nothing", () => {
  const placed = layOutFlow({ columns: [{ label: "Raad", nodes: [node("raad", "Raad", 0)] }], links: [] }, sizes);
  expect(placed.nodes[0]).toMatchObject({ size: 0, start: 0, at: 0 });
});

test("a long label becomes as many lines as it needs, and loses nothing", () => {
  expect(wrapLabel("Buurtbos Noord", 22)).toEqual(["Buurtbos Noord"]);
  expect(wrapLabel("Bewonersonderneming De Zonnebloem", 22)).toEqual(["Bewonersonderneming De", "Zonnebloem"]);
  expect(wrapLabel("Wijkbudget burgerondernemingen Noord 2027", 21)).toEqual([
    "Wijkbudget",
    "burgerondernemingen",
    "Noord 2027",
  ]);
  expect(wrapLabel(`a${"🚲".repeat(30)} b`, 22)).toEqual([`a${"🚲".repeat(20)}-`, `${"🚲".repeat(10)} b`]);
  for (let length = 1; length <= 120; length++) {
    const label = Array.from({ length }, (_, index) => ((index * length) % 17 === 3 ? " " : "é"))
      .join("")
      .trim();
    const lines = wrapLabel(label, 21);
    expect(Math.max(...lines.map(countCharacters))).toBeLessThanOrEqual(21);
    expect(lines.join("").replace(/[\s-]/g, "")).toBe(label.replace(/\s/g, ""));
  }
});

test("a drawing with little room shrinks until every block fits, each with its own room", () => {
  const many: FlowData = {
    columns: [
      { label: "Potten", nodes: Array.from({ length: 9 }, (_, index) => node(`p${index}`, "Pot", 10 ** index)) },
    ],
    links: [],
  };
  const placed = layOutFlow(many, { ...sizes, gap: 4, slotMin: 26, crossMax: 328 });
  expect(placed.crossTotal).toBeLessThanOrEqual(328);
  expect(Math.min(...placed.nodes.map(({ slot }) => slot))).toBeGreaterThanOrEqual(26);
});

test("a block takes the room that its own label needs", () => {
  const slotMin = ({ id }: FlowNode) => (id === "zuid" ? 120 : 40);
  const [, noord, zuid] = layOutFlow(data, { ...sizes, slotMin }).nodes;
  expect([Math.round(noord?.slot ?? 0), zuid?.slot]).toEqual([180, 120]);
});
