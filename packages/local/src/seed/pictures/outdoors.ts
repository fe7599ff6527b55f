import {
  circle,
  cloud,
  drawing,
  each,
  ellipse,
  flower,
  house,
  paint,
  person,
  rect,
  shape,
  steps,
  stroke,
  tree,
} from "./parts.ts";

const sunny = (): string =>
  rect(0, 0, 1280, 720, paint.sky) + circle(1090, 130, 66, paint.sun) + cloud(260, 130, 240) + cloud(760, 90, 190);

/** A street whose residents made gardens along their fronts. */
export const streetGardens = (): string =>
  drawing(
    sunny(),
    house(40, 560, 280, 330, paint.clay, paint.water),
    house(330, 560, 290, 360, paint.rose, paint.moss),
    house(630, 560, 280, 320, paint.clay, paint.sun),
    house(920, 560, 300, 350, paint.oak, paint.water),
    rect(0, 556, 1280, 164, paint.line),
    each(steps(0, 17, 80), (x) => rect(x, 612, 76, 4, `${paint.ink}18`) + rect(x - 36, 662, 76, 4, `${paint.ink}18`)),
    each([40, 330, 630, 920], (x, index) => {
      const colours = [paint.sun, paint.clay, paint.paper, paint.flow];
      return (
        ellipse(x + 84, 556, 92, 26, paint.leaf) +
        each(steps(x + 16, 5, 34), (left, at) =>
          flower(left, 566, 46 + ((at * 3 + index) % 3) * 26, colours[(at + index) % 4] ?? paint.sun),
        )
      );
    }),
    stroke("M612 552 V250 q6 -40 -18 -64", paint.moss, 8),
    each(steps(240, 9, 36), (y, index) => ellipse(612 + (index % 2 === 0 ? -20 : 20), y, 22, 12, paint.leaf)),
    rect(470, 560, 150, 14, paint.oak, 5) +
      rect(486, 574, 10, 40, paint.deep) +
      rect(594, 574, 10, 40, paint.deep) +
      rect(470, 510, 150, 12, paint.oak, 5),
    person(250, 672, 250, paint.water, 1, "forward"),
    person(850, 676, 262, paint.sun, 0, "down"),
    shape("M296 640 h64 l-8 46 h-48z", paint.clay) + flower(328, 642, 44, paint.sun),
  );

/** Residents plant together: a wheelbarrow, young trees and many hands. */
export const plantingDay = (): string =>
  drawing(
    sunny(),
    each([120, 420, 980, 1200], (x, index) =>
      tree(x, 470 + (index % 2) * 14, 300 + (index % 3) * 40, index % 2 === 0 ? paint.moss : paint.leaf),
    ),
    rect(0, 452, 1280, 268, paint.meadow),
    ellipse(640, 620, 560, 96, paint.wood),
    ellipse(640, 612, 560, 92, paint.oak),
    each(steps(260, 8, 108), (x, index) =>
      flower(x, 640 + (index % 2) * 26, 44, [paint.clay, paint.sun, paint.flow][index % 3] ?? paint.sun),
    ),
    person(360, 610, 300, paint.clay, 4, "forward"),
    person(620, 590, 280, paint.water, 2, "down"),
    person(800, 602, 200, paint.sun, 5, "up"),
    person(930, 606, 296, paint.paper, 3, "down"),
    stroke("M1010 560 L1120 600 H1210", paint.ink, 10) +
      shape("M1040 520 h180 l-36 76 h-106z", paint.water) +
      ellipse(1130, 520, 90, 20, paint.wood) +
      circle(1080, 640, 34, paint.ink) +
      circle(1080, 640, 16, paint.line),
    stroke("M700 610 V500", paint.oak, 8),
  );

/** A place to play, under old trees. */
export const playground = (): string =>
  drawing(
    sunny(),
    ellipse(260, 560, 520, 200, paint.meadow),
    ellipse(1040, 580, 560, 220, paint.leaf),
    rect(0, 540, 1280, 180, paint.straw),
    tree(96, 560, 430),
    tree(1190, 560, 460, paint.moss),
    // A tower with a slide.
    rect(400, 250, 14, 330, paint.wood) +
      rect(520, 250, 14, 330, paint.wood) +
      rect(386, 376, 164, 18, paint.oak) +
      shape("M374 254 L467 168 L560 254z", paint.clay) +
      rect(414, 300, 106, 12, paint.oak),
    each(steps(410, 5, 36), (y) => rect(404, y, 16, 8, paint.ink) + rect(372, y, 36, 8, paint.oak)) +
      rect(368, 386, 8, 194, paint.oak),
    stroke("M536 390 Q600 402 640 500 T752 584", paint.sun, 30) +
      stroke("M536 384 Q602 396 646 494 T752 570", paint.oak, 5),
    // Swings.
    stroke("M820 580 L872 300 H1058 L1110 580 M872 300 L900 580 M1058 300 L1030 580", paint.water, 12),
    stroke("M920 304 L896 486 M954 304 L930 486 M1000 304 L1018 482 M1034 304 L1052 482", paint.ink, 4) +
      rect(888, 484, 50, 10, paint.clay, 4) +
      rect(1010, 480, 50, 10, paint.clay, 4),
    person(912, 548, 140, paint.moss, 1, "up"),
    person(466, 378, 128, paint.flow, 5, "up"),
    person(700, 566, 136, paint.clay, 3, "up"),
    person(250, 640, 150, paint.sun, 0, "forward"),
    person(180, 650, 236, paint.water, 4, "down"),
    // A dome to climb.
    stroke(
      "M600 676 a120 110 0 0 1 240 0 M640 676 q80 -190 160 0 M600 676 q120 -90 240 0 M620 618 h200",
      paint.deep,
      7,
    ),
    each([1150, 1200, 1250], (x) => flower(x, 690, 40, paint.clay)),
  );

/** The neighbourhood bus in the evening. */
export const eveningBus = (): string =>
  drawing(
    rect(0, 0, 1280, 720, paint.water),
    rect(0, 210, 1280, 240, paint.flow),
    rect(0, 330, 1280, 130, paint.rose),
    circle(900, 430, 104, paint.sun),
    each(
      [
        [120, 70],
        [330, 130],
        [560, 60],
        [760, 150],
        [1010, 90],
        [1190, 60],
      ] as const,
      ([x, y]) => circle(x, y, 4, paint.straw),
    ),
    rect(0, 446, 1280, 274, paint.moss),
    each(steps(0, 7, 210), (x, index) => ellipse(x, 450, 150, 20 + (index % 2) * 10, paint.leaf)),
    // A mill far away, and willows along the water.
    shape("M196 448 l18 -116 h44 l18 116z", paint.deep) +
      stroke("M236 328 L150 268 M236 328 L322 268 M236 328 L176 412 M236 328 L298 410", paint.paper, 9),
    each([1080, 1150, 1230], (x) => rect(x, 380, 12, 72, paint.wood) + ellipse(x + 6, 372, 32, 36, paint.deep)),
    shape("M0 520 H1280 V610 H0z", paint.ink),
    each(steps(20, 9, 150), (x) => rect(x, 562, 80, 8, paint.straw, 3)),
    shape("M0 640 Q640 612 1280 640 V690 Q640 664 0 690z", `${paint.sky}88`),
    // The bus.
    rect(360, 316, 520, 236, paint.paper, 34) +
      rect(360, 452, 520, 62, paint.sun) +
      rect(360, 316, 520, 34, paint.clay, 17),
    each([394, 500, 606], (x) => rect(x, 366, 90, 78, paint.straw, 10)),
    each(
      [438, 544, 654],
      (x, index) =>
        circle(x, 410, 20, ["#8a5638", "#e9b891", "#f2cdb0"][index] ?? "#e9b891") +
        shape(`M${x - 26} 444 q26 -30 52 0z`, [paint.moss, paint.water, paint.clay][index] ?? paint.moss),
    ),
    rect(716, 366, 72, 176, paint.sky, 8) + rect(750, 366, 4, 176, paint.paper),
    shape("M806 366 h50 q22 0 24 30 v48 h-74z", paint.sky),
    circle(866, 486, 15, paint.straw) + shape("M874 478 L1060 444 V536 L874 500z", `${paint.straw}66`),
    each([470, 770], (x) => circle(x, 556, 46, paint.ink) + circle(x, 556, 22, paint.line)),
    rect(1010, 470, 10, 96, paint.line) +
      circle(1015, 456, 28, paint.water) +
      `<text x="1015" y="466" font-family="sans-serif" font-size="28" font-weight="700" text-anchor="middle" fill="${paint.paper}">H</text>`,
    person(960, 590, 176, paint.flow, 2, "up"),
  );

/** A cargo bike with tools, in front of the flats. */
export const handymanBike = (): string =>
  drawing(
    sunny(),
    each(
      [
        [60, 150, paint.pale],
        [420, 90, paint.line],
        [860, 170, paint.pale],
      ] as const,
      ([x, y, colour]) =>
        rect(x, y, 320, 420, colour, 6) +
        each(steps(y + 34, 5, 76), (row) =>
          each(steps(x + 28, 4, 70), (left, at) =>
            rect(left, row, 48, 44, (at + row) % 3 === 0 ? paint.straw : paint.flow, 4),
          ),
        ),
    ),
    each([400, 1220], (x) => tree(x, 570, 240, paint.leaf)),
    rect(0, 560, 1280, 160, paint.meadow),
    rect(0, 620, 1280, 100, paint.line),
    circle(420, 606, 66, paint.ink) +
      circle(420, 606, 52, paint.line) +
      circle(850, 606, 66, paint.ink) +
      circle(850, 606, 52, paint.line),
    stroke(
      "M420 606 L520 500 H640 L720 606 H850 L790 450 M640 500 L600 440 M790 450 L760 420 L806 408",
      paint.clay,
      13,
    ),
    rect(570, 426, 70, 16, paint.ink, 8),
    shape("M250 440 h240 l-28 132 h-190z", paint.sun) + rect(244, 430, 252, 18, paint.clay, 6),
    stroke("M300 436 V350 M360 436 L352 330 M430 436 L446 356", paint.wood, 12) +
      rect(276, 326, 52, 30, paint.ink, 5) +
      rect(336, 306, 34, 40, paint.line, 5) +
      shape("M424 340 l50 -22 l10 20 l-50 22z", paint.water),
    person(690, 640, 330, paint.water, 1, "forward"),
    person(1040, 660, 300, paint.rose, 2, "up"),
  );

/** A walk under the lime trees, with a bench for two. */
export const limeAvenue = (): string =>
  drawing(
    rect(0, 0, 1280, 720, paint.pale),
    circle(640, 250, 90, paint.straw),
    shape("M520 330 H760 L1120 720 H160z", paint.straw),
    shape("M0 360 Q320 320 520 330 L160 720 H0z", paint.meadow),
    shape("M1280 360 Q960 320 760 330 L1120 720 H1280z", paint.leaf),
    each(
      [
        [520, 340, 130],
        [440, 376, 200],
        [340, 440, 310],
        [170, 560, 520],
      ] as const,
      ([x, y, tall], index) =>
        tree(x, y, tall, index % 2 === 0 ? paint.moss : paint.leaf) +
        tree(1280 - x, y, tall, index % 2 === 0 ? paint.leaf : paint.moss),
    ),
    rect(760, 560, 260, 18, paint.oak, 6) +
      rect(760, 500, 260, 14, paint.oak, 6) +
      rect(760, 528, 260, 12, paint.oak, 6) +
      rect(784, 578, 14, 66, paint.deep) +
      rect(982, 578, 14, 66, paint.deep),
    person(838, 640, 236, paint.clay, 2),
    person(936, 640, 226, paint.water, 2),
    person(560, 560, 170, paint.flow, 4) + person(620, 566, 176, paint.sun, 3),
    each([80, 130, 1180, 1230], (x, index) => flower(x, 690 - (index % 2) * 30, 46, paint.clay)),
  );

/** Raised beds and a greenhouse in a new district. */
export const kitchenGarden = (): string =>
  drawing(
    sunny(),
    each([700, 850, 1000, 1150], (x, index) =>
      house(x, 420, 130, 150, index % 2 === 0 ? paint.paper : paint.straw, paint.clay),
    ),
    rect(0, 416, 1280, 304, paint.meadow),
    shape("M70 470 V290 L210 210 L350 290 V470z", `${paint.sky}`) +
      stroke(
        "M70 470 V290 L210 210 L350 290 V470 M70 290 H350 M140 250 V470 M210 210 V470 M280 250 V470",
        paint.water,
        7,
      ),
    each(
      [
        [80, 560],
        [470, 520],
        [860, 570],
      ] as const,
      ([x, y], bed) =>
        rect(x, y, 320, 92, paint.wood, 8) +
        rect(x + 12, y - 6, 296, 24, "#5b3a24", 6) +
        each(steps(x + 36, 6, 50), (left, index) =>
          bed === 1
            ? circle(left, y - 16, 24, paint.leaf) + circle(left, y - 18, 12, paint.meadow)
            : stroke(`M${left} ${y} V${y - 60}`, paint.moss, 6) +
              ellipse(left - 12, y - 36, 14, 8, paint.leaf) +
              circle(left + 6, y - 60 + (index % 2) * 22, 13, bed === 0 ? paint.clay : paint.sun),
        ),
    ),
    person(440, 690, 280, paint.sun, 0, "forward"),
    person(830, 690, 170, paint.clay, 4, "up"),
    shape("M520 548 h62 v52 h-62z", paint.flow) +
      stroke("M580 560 L626 530", paint.flow, 12) +
      each([0, 1, 2], (drop) => ellipse(640 + drop * 10, 552 + drop * 16, 4, 8, paint.flow)),
    person(1120, 640, 264, paint.water, 3, "down"),
  );

/** A church square that asks for shade. */
export const square = (): string =>
  drawing(
    sunny(),
    rect(820, 150, 120, 420, paint.rose) +
      shape("M806 154 L880 20 L954 154z", paint.deep) +
      circle(880, 220, 34, paint.paper) +
      stroke("M880 220 V198 M880 220 L896 228", paint.ink, 5),
    rect(930, 330, 300, 240, paint.rose) +
      shape("M920 334 L1080 236 L1240 334z", paint.deep) +
      each([966, 1060, 1154], (x) => shape(`M${x} 520 v-90 a24 30 0 0 1 48 0 v90z`, paint.sky)),
    each([60, 250, 440, 630], (x, index) =>
      house(x, 570, 170, 240, [paint.oak, paint.clay, paint.paper, paint.straw][index] ?? paint.oak, paint.water),
    ),
    rect(0, 560, 1280, 160, paint.line),
    each(steps(0, 22, 60), (x) =>
      each([590, 630, 670], (y, row) => rect(x + (row % 2) * 30, y, 54, 34, `${paint.paper}66`, 3)),
    ),
    each([230, 590, 1010], (x) => rect(x - 60, 640, 120, 44, paint.wood, 6) + tree(x, 646, 220, paint.leaf)),
    rect(330, 640, 180, 14, paint.oak, 5) + rect(350, 654, 10, 34, paint.deep) + rect(480, 654, 10, 34, paint.deep),
    person(760, 680, 220, paint.clay, 1) + person(840, 690, 150, paint.sun, 3, "up"),
  );
