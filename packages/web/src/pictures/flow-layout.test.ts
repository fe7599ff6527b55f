import { describe, expect, test } from "vitest";
import { type FlowData, layOutFlow, wrapLabel } from "./flow-layout.ts";

const data: FlowData = {
  columns: [
    { label: "Raad", nodes: [{ id: "raad", label: "Gemeenteraad", cents: 100_000 }] },
    {
      label: "Potten",
      nodes: [
        { id: "noord", label: "Noord", cents: 60_000 },
        { id: "zuid", label: "Zuid", cents: 30_000 },
      ],
    },
    { label: "Uitgaven", nodes: [{ id: "groen", label: "Groen", cents: 50_000 }] },
  ],
  links: [
    { from: "raad", to: "zuid", cents: 30_000 },
    { from: "raad", to: "noord", cents: 60_000 },
    { from: "noord", to: "groen", cents: 45_000 },
    { from: "zuid", to: "groen", cents: 5_000 },
  ],
};
const sizes = { mainLength: 900, crossLength: 300, barLength: 14, gap: 10, slotMin: 0 };

describe("a flow drawing is to scale", () => {
  const placed = layOutFlow(data, sizes);
  const node = (id: string) => placed.nodes.find((each) => each.id === id);

  test("the same amount has the same size as a node and as a link", () => {
    expect(node("raad")?.size).toBeCloseTo(300);
    expect(node("noord")?.size).toBeCloseTo(180);
    expect(placed.links.find((link) => link.to === "noord")?.size).toBeCloseTo(180);
  });

  test("links leave and enter a node side by side, without a gap or an overlap", () => {
    const fromCouncil = placed.links.filter((link) => link.from === "raad");
    expect(fromCouncil.map((link) => link.to)).toEqual(["noord", "zuid"]);
    expect(fromCouncil[1]?.sourceStart).toBeCloseTo((fromCouncil[0]?.sourceStart ?? 0) + (fromCouncil[0]?.size ?? 0));
    const intoGreen = placed.links.filter((link) => link.to === "groen");
    expect(intoGreen[1]?.targetStart).toBeCloseTo((intoGreen[0]?.targetStart ?? 0) + (intoGreen[0]?.size ?? 0));
  });

  test("what did not flow on is still in the node", () => {
    expect(node("raad")?.flowing).toBeCloseTo(270);
    expect(node("zuid")?.flowing).toBeCloseTo(15);
    expect(node("groen")?.flowing).toBe(node("groen")?.size);
  });

  test("columns stand at equal distances, the last one at the end", () => {
    expect([...new Set(placed.nodes.map((each) => each.at))]).toEqual([0, 443, 886]);
  });
});

test("a node with a small amount still gets room for its label", () => {
  const placed = layOutFlow(data, { ...sizes, slotMin: 100 });
  const [, noord, zuid] = placed.nodes;
  expect((zuid?.start ?? 0) - (noord?.start ?? 0)).toBeCloseTo(190);
  expect(placed.crossTotal).toBeCloseTo(300);
});

test("no money at all is drawn without a division by nothing", () => {
  const placed = layOutFlow(
    { columns: [{ label: "Raad", nodes: [{ id: "raad", label: "Raad", cents: 0 }] }], links: [] },
    sizes,
  );
  expect(placed.nodes[0]).toMatchObject({ size: 0, start: 0, at: 0 });
});

test("a long label becomes two lines", () => {
  expect(wrapLabel("Buurtbos Noord", 22)).toEqual(["Buurtbos Noord"]);
  expect(wrapLabel("Bewonersonderneming De Zonnebloem", 22)).toEqual(["Bewonersonderneming De", "Zonnebloem"]);
  expect(wrapLabel("Coöperatieve vereniging Warmte in de Schepenwijk", 22)[1]).toMatch(/…$/);
});
