import { circle, drawing, each, ellipse, paint, person, rect, shape, steam, steps, stroke } from "./parts.ts";

const lamp = (x: number, colour: string, length = 120): string =>
  stroke(`M${x} 0 V${length}`, paint.deep, 5) +
  shape(`M${x - 62} ${length + 62} q62 -108 124 0z`, colour) +
  ellipse(x, length + 62, 62, 10, paint.straw);

const frame = (x: number, y: number, wide: number, tall: number, inside: string): string =>
  rect(x - 14, y - 14, wide + 28, tall + 28, paint.paper, 10) +
  `<svg x="${x}" y="${y}" width="${wide}" height="${tall}" viewBox="0 0 ${wide} ${tall}">${inside}</svg>` +
  rect(x + wide / 2 - 5, y, 10, tall, paint.paper);

const outside = (wide: number, tall: number): string =>
  rect(0, 0, wide, tall, paint.sky) +
  circle(wide * 0.8, tall * 0.28, 34, paint.sun) +
  ellipse(wide * 0.25, tall, wide * 0.5, tall * 0.34, paint.leaf) +
  ellipse(wide * 0.8, tall, wide * 0.5, tall * 0.26, paint.meadow);

const pan = (x: number, y: number, wide: number, colour: string): string =>
  steam(x + wide / 2, y - 18) +
  rect(x - 26, y + 18, wide + 52, 12, paint.ink, 6) +
  rect(x, y, wide, 78, colour, 12) +
  ellipse(x + wide / 2, y, wide / 2, 12, `${paint.ink}88`);

const bowl = (x: number, y: number, colour: string, filling: string): string =>
  each([-34, -12, 12, 34], (shift, index) => circle(x + shift, y - 8 - (index % 2) * 12, 20, filling)) +
  shape(`M${x - 68} ${y - 8} h136 q-6 62 -68 62 q-62 0 -68 -62z`, colour);

/** Neighbours who cook behind a long counter. */
export const kitchen = (): string =>
  drawing(
    rect(0, 0, 1280, 720, paint.straw),
    each(steps(0, 9, 160), (x) => rect(x, 300, 78, 130, `${paint.sun}40`)),
    rect(0, 296, 1280, 8, `${paint.sun}70`),
    frame(80, 96, 330, 220, outside(330, 220)),
    rect(880, 130, 320, 16, paint.oak, 4),
    each([900, 968, 1036, 1104], (x, index) =>
      rect(x, 66, 50, 64, [paint.clay, paint.flow, paint.moss, paint.paper][index] ?? paint.flow, 8),
    ),
    rect(880, 250, 320, 16, paint.oak, 4),
    each(
      [912, 1000, 1092],
      (x) => ellipse(x + 24, 238, 40, 12, paint.paper) + ellipse(x + 24, 228, 40, 12, paint.line),
    ),
    lamp(470, paint.flow),
    lamp(790, paint.flow),
    person(520, 600, 350, paint.clay, 2, "forward"),
    person(730, 596, 372, paint.water, 1, "down"),
    person(1010, 604, 340, paint.moss, 0, "down"),
    rect(0, 486, 1280, 26, paint.paper),
    rect(0, 510, 1280, 210, paint.water),
    each(steps(40, 6, 208), (x) => rect(x, 548, 180, 172, paint.deep, 8) + circle(x + 150, 630, 7, paint.sun)),
    pan(170, 408, 150, paint.ink),
    pan(600, 420, 120, paint.clay),
    bowl(420, 434, paint.paper, paint.clay),
    bowl(900, 434, paint.sun, paint.leaf),
    bowl(1130, 434, paint.paper, paint.sun),
  );

const plate = (x: number, y: number, food: string): string =>
  ellipse(x, y, 66, 19, paint.paper) + ellipse(x, y - 2, 44, 12, paint.line) + ellipse(x - 6, y - 8, 28, 11, food);

/** A long table with people around it. */
export const longTable = (): string =>
  drawing(
    rect(0, 0, 1280, 720, paint.pale),
    frame(120, 90, 300, 210, outside(300, 210)),
    frame(860, 90, 300, 210, outside(300, 210)),
    each(steps(60, 12, 105), (x, index) =>
      shape(
        `M${x} ${28 + (index % 2) * 10} h70 l-35 58z`,
        [paint.clay, paint.sun, paint.flow, paint.moss][index % 4] ?? paint.sun,
      ),
    ),
    stroke("M0 30 Q640 66 1280 30", paint.deep, 4),
    each([150, 345, 545, 745, 945, 1135], (x, index) =>
      person(
        x,
        640,
        350 - (index % 3) * 18,
        [paint.water, paint.clay, paint.sun, paint.moss, paint.flow, paint.rose][index] ?? paint.water,
        index,
        index === 2 ? "up" : "down",
      ),
    ),
    rect(30, 468, 1220, 34, paint.oak, 14),
    rect(60, 500, 1160, 120, paint.wood, 10),
    rect(60, 500, 1160, 16, `${paint.ink}33`),
    rect(0, 620, 1280, 100, paint.line),
    each([150, 345, 545, 745, 945, 1135], (x, index) =>
      plate(x, 468, [paint.clay, paint.leaf, paint.sun][index % 3] ?? paint.leaf),
    ),
    each(
      [246, 646, 1042],
      (x) => rect(x - 14, 388, 28, 76, `${paint.flow}bb`, 10) + rect(x - 7, 366, 14, 30, `${paint.flow}bb`, 5),
    ),
    steam(446, 430) + bowl(446, 440, paint.water, paint.straw),
    steam(845, 430) + bowl(845, 440, paint.clay, paint.leaf),
  );

const tool = (x: number, index: number): string => {
  const handle = rect(x - 8, 150, 16, 92, [paint.clay, paint.flow, paint.sun][index % 3] ?? paint.clay, 8);
  const heads = [
    rect(x - 34, 128, 68, 30, paint.ink, 6),
    shape(`M${x - 5} 242 h10 v62 l-5 12 l-5 -12z`, paint.ink),
    stroke(`M${x - 20} 128 a22 22 0 1 0 40 0`, paint.ink, 12),
  ];
  return handle + (heads[index % 3] ?? "");
};

/** A workbench where neighbours mend what is broken. */
export const repairTable = (): string =>
  drawing(
    rect(0, 0, 1280, 720, paint.water),
    rect(90, 90, 1100, 270, paint.oak, 12),
    each(steps(130, 27, 40), (x) => each(steps(120, 6, 44), (y) => circle(x, y, 3, `${paint.wood}99`))),
    each([190, 290, 390, 890, 990, 1090], (x, index) => tool(x, index)),
    circle(640, 214, 84, paint.paper) +
      circle(640, 214, 72, paint.straw) +
      stroke("M640 214 V164 M640 214 L676 236", paint.ink, 8) +
      circle(640, 214, 8, paint.clay),
    person(330, 660, 400, paint.sun, 4, "forward"),
    person(930, 664, 372, paint.clay, 2, "down"),
    rect(0, 520, 1280, 34, paint.oak),
    rect(0, 552, 1280, 168, paint.wood),
    rect(0, 552, 1280, 14, `${paint.ink}44`),
    // A radio, a toaster, a lamp and a child's bicycle wheel.
    rect(540, 418, 210, 104, paint.clay, 16) +
      circle(600, 470, 36, paint.paper) +
      circle(600, 470, 22, paint.ink) +
      rect(654, 446, 74, 14, paint.straw, 5) +
      rect(654, 474, 74, 26, paint.deep, 5) +
      stroke("M700 418 L752 350", paint.ink, 5),
    rect(1050, 436, 150, 86, paint.line, 24) +
      rect(1072, 424, 46, 22, paint.oak, 6) +
      rect(1130, 424, 46, 22, paint.oak, 6) +
      rect(1196, 462, 18, 28, paint.ink, 4),
    stroke("M150 522 L118 424 L206 372", paint.ink, 11) +
      shape("M184 338 l74 44 l-52 44z", paint.sun) +
      rect(104, 508, 104, 14, paint.ink, 6),
    each([470, 806], (x) => rect(x, 498, 54, 24, paint.flow, 4) + rect(x + 14, 488, 26, 10, paint.ink, 3)),
  );

/** Coffee on a Tuesday morning. */
export const coffeeTable = (): string =>
  drawing(
    rect(0, 0, 1280, 720, paint.rose),
    rect(0, 430, 1280, 290, paint.clay),
    frame(420, 70, 440, 290, outside(440, 290)),
    each(
      [250, 1030],
      (x) =>
        rect(x - 70, 120, 140, 180, paint.paper, 6) +
        rect(x - 56, 134, 112, 152, paint.sky) +
        ellipse(x, 262, 52, 24, paint.leaf) +
        circle(x + 20, 182, 18, paint.sun),
    ),
    person(250, 640, 360, paint.moss, 2),
    person(470, 636, 340, paint.water, 5),
    person(820, 640, 352, paint.sun, 3),
    person(1030, 636, 330, paint.flow, 2),
    ellipse(640, 556, 560, 92, paint.oak),
    ellipse(640, 546, 560, 88, paint.straw),
    each([260, 470, 800, 1010], (x, index) => {
      const y = index % 3 === 0 ? 520 : 560;
      const colour = [paint.water, paint.paper, paint.clay, paint.flow][index] ?? paint.water;
      return (
        steam(x, y - 42) +
        ellipse(x, y + 24, 62, 14, paint.line) +
        shape(`M${x - 40} ${y - 34} h80 l-8 54 q-32 14 -64 0z`, colour) +
        ellipse(x, y - 34, 40, 10, paint.wood) +
        stroke(`M${x + 40} ${y - 20} q30 4 0 30`, colour, 9)
      );
    }),
    // An apple cake, with two pieces gone.
    ellipse(640, 588, 128, 30, paint.paper) +
      shape("M532 560 a108 34 0 0 1 150 -30 L640 562 L742 574 a108 34 0 0 1 -210 -14z", paint.oak) +
      shape("M532 560 v26 a108 34 0 0 0 210 -10 v-4 L640 562z", paint.wood) +
      each([572, 606, 640, 680], (x, index) => circle(x, 552 + (index % 2) * 14, 9, paint.straw)),
  );

/** Learning to speak with each other: a table with word cards. */
export const languageTable = (): string =>
  drawing(
    rect(0, 0, 1280, 720, paint.sky),
    ellipse(240, 560, 560, 200, paint.leaf),
    ellipse(1080, 570, 560, 190, paint.meadow),
    rect(0, 560, 1280, 160, paint.leaf),
    each(
      [90, 1190],
      (x) =>
        rect(x - 18, 220, 36, 340, paint.wood, 8) +
        ellipse(x, 190, 150, 150, paint.moss) +
        ellipse(x + 40, 140, 60, 50, `${paint.meadow}66`),
    ),
    each(
      [
        [330, 90, paint.paper],
        [700, 60, paint.straw],
        [970, 150, paint.paper],
      ] as const,
      ([x, y, colour], index) =>
        rect(x - 124, y, 248, 104, colour, 30) +
        shape(`M${x - 30} ${y + 100} l10 44 l38 -44z`, colour) +
        `<text x="${x}" y="${y + 68}" font-family="sans-serif" font-size="46" font-weight="700" text-anchor="middle" fill="${paint.deep}">${["hallo", "salam", "merhaba"][index] ?? ""}</text>`,
    ),
    person(330, 640, 350, paint.clay, 3, "forward"),
    person(540, 632, 330, paint.sun, 1),
    person(760, 632, 340, paint.water, 5),
    person(970, 640, 350, paint.moss, 4),
    rect(180, 500, 930, 36, paint.oak, 14),
    each([260, 980], (x) => rect(x, 536, 40, 150, paint.wood, 6)),
    each([360, 470, 620, 740, 860], (x, index) =>
      rect(x, 478 + (index % 2) * 6, 84, 24, [paint.paper, paint.straw, paint.rose][index % 3] ?? paint.paper, 5),
    ),
  );
