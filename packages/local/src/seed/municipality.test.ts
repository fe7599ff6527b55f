import { StaffRole } from "@hevel/core";
import { describe, expect, test } from "vitest";
import { demoMunicipality } from "./municipality.ts";
import { demoStaff } from "./staff.ts";

const rings = demoMunicipality.districts.map(({ code, polygons }) => ({ code, ring: polygons[0]?.[0] ?? [] }));

describe("the districts of the demo", () => {
  test("are eight, each with its own code, name and address on the site", () => {
    for (const field of ["code", "name", "slug"] as const) {
      expect(new Set(demoMunicipality.districts.map((district) => district[field])).size).toBe(8);
    }
  });

  test("are closed rings, walked counter-clockwise", () => {
    for (const { ring } of rings) {
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(signedArea(ring)).toBeGreaterThan(0);
    }
  });

  test("fit together: inside the edge and the river banks, every line is shared by exactly two, walked in opposite ways", () => {
    const walks = new Map<string, number>();
    for (const { ring } of rings) {
      for (const [index, point] of ring.slice(0, -1).entries()) {
        const step = [String(point), String(ring[index + 1])];
        const key = step.toSorted().join(" ");
        walks.set(key, (walks.get(key) ?? 0) + (step[0] === key.split(" ")[0] ? 1 : -1) + 10);
      }
    }
    // A line walked once counts 9 or 11, one walked there and back 20; anything else is an overlap.
    expect([...walks.values()].filter((count) => count !== 9 && count !== 11 && count !== 20)).toEqual([]);
    expect([...walks.values()].filter((count) => count === 20).length).toBeGreaterThan(30);
  });

  test("cross themselves nowhere", () => {
    for (const { code, ring } of rings) expect([code, crossings(ring)]).toEqual([code, 0]);
  });

  test("cannot be taken for a place that exists: numbers and addresses are fictional", () => {
    for (const { team } of demoMunicipality.districts) {
      expect(team.phone).toMatch(/^\(099\) 0/);
      expect(team.email).toMatch(/@voorbeeldstad\.example$/);
    }
  });
});

test("every role is given by a group, and somebody is in it", () => {
  const roles = demoStaff.flatMap(({ groups }) => groups.flatMap((group) => demoMunicipality.groupRoles[group] ?? []));
  expect(new Set(roles)).toEqual(new Set(StaffRole.options));
});

type Ring = readonly (readonly [number, number])[];

function signedArea(ring: Ring): number {
  return steps(ring).reduce((sum, [[x, y], [u, v]]) => sum + x * v - u * y, 0) / 2;
}

function crossings(ring: Ring): number {
  const all = steps(ring);
  return all.flatMap((one, index) => all.slice(index + 1).filter((other) => cross(one, other))).length;
}

type Step = readonly [readonly [number, number], readonly [number, number]];

function steps(ring: Ring): Step[] {
  return ring.slice(0, -1).flatMap((point, index) => {
    const next = ring[index + 1];
    return next === undefined ? [] : [[point, next] as const];
  });
}

function cross([a, b]: Step, [c, d]: Step): boolean {
  const side = ([px, py]: Step[0], [qx, qy]: Step[0], [rx, ry]: Step[0]) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
