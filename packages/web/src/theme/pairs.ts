/** A foreground and the ground it stands on, by the names of the theme, with the least contrast WCAG 2.2 AA asks. */
export interface ColourPair {
  readonly front: string;
  readonly ground: string;
  readonly atLeast: number;
  readonly use: string;
}

const text = 4.5;
const largeOrGraphic = 3;

/** Every pair of colours the site puts on top of each other; a theme that breaks one fails its test. */
export const colourPairs: readonly ColourPair[] = [
  { front: "ink", ground: "paper", atLeast: text, use: "text on the page" },
  { front: "ink", ground: "white", atLeast: text, use: "text on a card" },
  { front: "ink", ground: "mist", atLeast: text, use: "text on a quiet panel" },
  { front: "ink", ground: "mist-deep", atLeast: text, use: "text on a hovered row" },
  { front: "ink", ground: "sun", atLeast: text, use: "focus, highlight" },
  { front: "ink", ground: "sun-soft", atLeast: text, use: "notice that asks something" },
  { front: "ink", ground: "clay-soft", atLeast: text, use: "error summary" },
  { front: "ink", ground: "moss-soft", atLeast: text, use: "notice of something reached" },
  { front: "ink", ground: "flow-soft", atLeast: text, use: "numbers inside a light part of a picture" },
  { front: "ink-soft", ground: "paper", atLeast: text, use: "hints on the page" },
  { front: "ink-soft", ground: "white", atLeast: text, use: "hints on a card" },
  { front: "ink-soft", ground: "mist", atLeast: text, use: "hints on a panel" },
  { front: "water", ground: "paper", atLeast: text, use: "links" },
  { front: "water", ground: "white", atLeast: text, use: "links on a card" },
  { front: "water", ground: "mist", atLeast: text, use: "links on a panel" },
  { front: "water", ground: "mist-deep", atLeast: text, use: "status under way" },
  { front: "water-deep", ground: "mist-deep", atLeast: text, use: "secondary button, hovered" },
  { front: "white", ground: "water", atLeast: text, use: "primary button" },
  { front: "white", ground: "water-deep", atLeast: text, use: "header, footer" },
  { front: "mist-deep", ground: "water-deep", atLeast: text, use: "quiet text in the header and footer" },
  { front: "sun", ground: "water-deep", atLeast: largeOrGraphic, use: "mark in the header, focus halo" },
  { front: "clay", ground: "paper", atLeast: text, use: "error at a field" },
  { front: "clay", ground: "white", atLeast: text, use: "error on a card" },
  { front: "clay", ground: "mist", atLeast: text, use: "error on a panel" },
  { front: "clay", ground: "clay-soft", atLeast: text, use: "status that needs attention" },
  { front: "moss", ground: "paper", atLeast: text, use: "reached" },
  { front: "moss", ground: "white", atLeast: text, use: "reached, on a card" },
  { front: "moss", ground: "moss-soft", atLeast: text, use: "status reached" },
  { front: "flow", ground: "paper", atLeast: largeOrGraphic, use: "pictures, large figures" },
  { front: "flow", ground: "white", atLeast: largeOrGraphic, use: "pictures on a card" },
  { front: "flow", ground: "mist", atLeast: largeOrGraphic, use: "level in a vessel" },
  { front: "white", ground: "flow", atLeast: largeOrGraphic, use: "numbers inside a picture" },
  { front: "line-strong", ground: "paper", atLeast: largeOrGraphic, use: "border of a control" },
  { front: "line-strong", ground: "white", atLeast: largeOrGraphic, use: "border of a control" },
  { front: "line-strong", ground: "mist", atLeast: largeOrGraphic, use: "border of a control on a panel" },
];
