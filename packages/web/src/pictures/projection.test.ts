import { expect, test } from "vitest";
import { middleOf, pathOf, projectionFor, type Rings } from "./projection.ts";

const square: Rings = [
  [
    [5, 52],
    [5.1, 52],
    [5.1, 52.05],
    [5, 52.05],
  ],
];

test("an area keeps its proportions: a degree of longitude is shorter than a degree of latitude", () => {
  const { width, height } = projectionFor([square], 416, 8);
  expect(width).toBe(416);
  // 0.1 degree east-west at 52.025 north is 0.0615 degree of latitude; the square is 0.05 high.
  expect(height - 16).toBeCloseTo(400 * (0.05 / (0.1 * Math.cos((52.025 * Math.PI) / 180))), -0.5);
});

test("north is up and west is left", () => {
  const { project } = projectionFor([square], 416, 8);
  expect(project([5, 52.05])).toEqual({ x: 8, y: 8 });
  expect(project([5.1, 52]).x).toBe(408);
  expect(project([5.1, 52]).y).toBeGreaterThan(300);
});

test("a district becomes one closed path, with a part for each ring", () => {
  const path = pathOf([...square, ...square], projectionFor([square], 416));
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path.endsWith("z")).toBe(true);
});

test("the number stands in the middle of the largest part", () => {
  const islet: Rings = [
    [
      [5.2, 52],
      [5.201, 52],
      [5.201, 52.001],
      [5.2, 52.001],
    ],
  ];
  const rings = [...islet, ...square];
  const projection = projectionFor([rings], 1000);
  const middle = middleOf(rings, projection);
  const expected = projection.project([5.05, 52.025]);
  expect(middle.x).toBeCloseTo(expected.x, 0);
  expect(middle.y).toBeCloseTo(expected.y, 0);
});
