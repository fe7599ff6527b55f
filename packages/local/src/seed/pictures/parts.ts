/** The colours of the house, and the tints that a drawing needs beside them. */
export const paint = {
  ink: "#10242b",
  deep: "#073b47",
  water: "#0a5566",
  flow: "#0f7f8c",
  sky: "#cfe6e6",
  pale: "#e4f1ef",
  sun: "#f2b230",
  straw: "#f8dc9b",
  clay: "#b4471f",
  rose: "#e2a486",
  moss: "#3d6b2f",
  leaf: "#6f9a54",
  meadow: "#a8c68f",
  wood: "#8a5a34",
  oak: "#c08a55",
  line: "#c9d6d6",
  paper: "#fbfaf6",
} as const;

/** Skin and hair of the people in the drawings: as different as in any street. */
const looks = [
  ["#e9b891", "#5b3a24"],
  ["#8a5638", "#1f1713"],
  ["#f2cdb0", "#d9d3c7"],
  ["#c48a5f", "#2b1d16"],
  ["#5e3a26", "#14100e"],
  ["#f0c6a4", "#b4471f"],
] as const;

export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${radius > 0 ? ` rx="${radius}"` : ""}/>`;

export const circle = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

export const stroke = (d: string, colour: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** The same drawing for each of a list. */
export const each = <T>(list: readonly T[], draw: (item: T, index: number) => string): string =>
  list.map(draw).join("");

/** Numbers from `from`, `count` of them, `by` apart. */
export const steps = (from: number, count: number, by: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index * by);

/** A person who stands with the feet at `y`, `tall` pixels high; `look` is one of six. `arms` up, down or forward to the right. */
export function person(
  x: number,
  y: number,
  tall: number,
  shirt: string,
  look: number,
  arms: "down" | "up" | "forward" = "down",
): string {
  const [skin, hair] = looks[look % looks.length] ?? looks[0];
  const unit = tall / 10;
  const shoulder = y - unit * 7.2;
  const hip = y - unit * 4;
  const hands = {
    down: [
      `M${x - unit * 1.2} ${shoulder + unit * 0.5} l${-unit * 0.5} ${unit * 2.9}`,
      `M${x + unit * 1.2} ${shoulder + unit * 0.5} l${unit * 0.5} ${unit * 2.9}`,
    ],
    up: [
      `M${x - unit * 1.2} ${shoulder + unit * 0.5} l${-unit * 1.1} ${-unit * 2.3}`,
      `M${x + unit * 1.2} ${shoulder + unit * 0.5} l${unit * 1.1} ${-unit * 2.3}`,
    ],
    forward: [
      `M${x - unit * 0.8} ${shoulder + unit * 0.6} l${unit * 1.6} ${unit * 1.9} l${unit * 1.5} ${-unit * 0.2}`,
      `M${x + unit * 1.1} ${shoulder + unit * 0.5} l${unit * 1.1} ${unit * 1.3} l${unit * 1.4} ${-unit * 0.3}`,
    ],
  }[arms];
  return [
    stroke(
      `M${x - unit * 0.6} ${hip} V${y - unit * 0.2} M${x + unit * 0.6} ${hip} V${y - unit * 0.2}`,
      paint.deep,
      unit * 0.95,
    ),
    each(hands, (d) => stroke(d, skin, unit * 0.6)),
    rect(x - unit * 1.45, shoulder, unit * 2.9, unit * 3.7, shirt, unit * 1.1),
    rect(x - unit * 0.35, shoulder - unit * 0.5, unit * 0.7, unit * 0.9, skin, unit * 0.3),
    circle(x, shoulder - unit * 1.35, unit * 1.15, skin),
    shape(
      `M${x - unit * 1.2} ${shoulder - unit * 1.25} a${unit * 1.2} ${unit * 1.25} 0 0 1 ${unit * 2.4} 0 q${-unit * 0.5} ${-unit * 0.7} ${-unit * 1.2} ${-unit * 0.7} q${-unit * 0.8} 0 ${-unit * 1.2} ${unit * 0.7}z`,
      hair,
    ),
  ].join("");
}

/** A tree with its foot at (x, y). */
export const tree = (x: number, y: number, tall: number, crown: string = paint.moss): string =>
  rect(x - tall * 0.045, y - tall * 0.45, tall * 0.09, tall * 0.45, paint.wood, 4) +
  ellipse(x, y - tall * 0.66, tall * 0.27, tall * 0.34, crown) +
  ellipse(x - tall * 0.13, y - tall * 0.54, tall * 0.17, tall * 0.2, crown) +
  ellipse(x + tall * 0.13, y - tall * 0.52, tall * 0.17, tall * 0.19, crown) +
  ellipse(x + tall * 0.08, y - tall * 0.76, tall * 0.1, tall * 0.12, `${paint.meadow}55`);

/** A cloud around (x, y). */
export const cloud = (x: number, y: number, wide: number): string =>
  ellipse(x, y, wide * 0.5, wide * 0.13, paint.paper) +
  circle(x - wide * 0.14, y - wide * 0.1, wide * 0.15, paint.paper) +
  circle(x + wide * 0.1, y - wide * 0.13, wide * 0.19, paint.paper);

/** A house front of brick with a door and windows; its lower left corner at (x, y). */
export function house(x: number, y: number, wide: number, tall: number, wall: string, door: string): string {
  const roof = shape(
    `M${x - 10} ${y - tall} L${x + wide / 2} ${y - tall - wide * 0.42} L${x + wide + 10} ${y - tall}z`,
    paint.deep,
  );
  const window = (left: number, top: number) =>
    rect(left, top, wide * 0.24, tall * 0.2, paint.paper, 3) +
    rect(left + 6, top + 6, wide * 0.24 - 12, tall * 0.2 - 12, paint.sky, 2) +
    rect(left + wide * 0.12 - 2, top, 4, tall * 0.2, paint.paper);
  return (
    roof +
    rect(x, y - tall, wide, tall, wall) +
    each([0.14, 0.62], (at) => window(x + wide * at, y - tall * 0.86)) +
    window(x + wide * 0.14, y - tall * 0.46) +
    rect(x + wide * 0.6, y - tall * 0.5, wide * 0.26, tall * 0.5, door, 4) +
    circle(x + wide * 0.64, y - tall * 0.24, 4, paint.sun)
  );
}

/** A flower with its foot at (x, y). */
export const flower = (x: number, y: number, tall: number, petals: string): string =>
  stroke(`M${x} ${y} V${y - tall}`, paint.moss, 4) +
  ellipse(x + 9, y - tall * 0.4, 11, 5, paint.leaf) +
  each([0, 1, 2, 3, 4], (turn) => {
    const angle = (turn / 5) * Math.PI * 2;
    return circle(x + Math.cos(angle) * 9, y - tall + Math.sin(angle) * 9, 8, petals);
  }) +
  circle(x, y - tall, 6, paint.straw);

/** A steaming pan or cup: three curls above (x, y). */
export const steam = (x: number, y: number): string =>
  each([-18, 0, 18], (shift) => stroke(`M${x + shift} ${y} q-10 -16 0 -32 q10 -16 0 -32`, `${paint.paper}cc`, 6));

/** A drawing of 1280 by 720 as SVG. */
export const drawing = (...layers: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" viewBox="0 0 1280 720">${layers.join("")}</svg>`;
