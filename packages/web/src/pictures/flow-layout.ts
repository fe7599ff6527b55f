import { countCharacters, firstCharacters } from "@hevel/api/client";

/** How far a part of a holder's money came: only awarded (or still in the pot), paid, or at its end. */
export type FlowFilling = "awarded" | "paid" | "spent";

/** A holder of money in the drawing. `cents` is all that came to it; `fillings` together say how far that got. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
  /** What the block opens. */
  readonly href?: string | undefined;
  readonly fillings: readonly { readonly as: FlowFilling; readonly cents: number }[];
}

export interface FlowColumn {
  readonly label: string;
  readonly nodes: readonly FlowNode[];
}

/** Money that went from one holder to another; `from` stands in an earlier column than `to`. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly cents: number;
}

export interface FlowData {
  readonly columns: readonly FlowColumn[];
  readonly links: readonly FlowLink[];
}

/** Sizes of a drawing. The main axis runs with the money, the cross axis carries the amounts. */
export interface FlowSizes {
  readonly mainLength: number;
  /** Cross length of the fullest column, without gaps. */
  readonly crossLength: number;
  /** Length of a block on the main axis: its label is inside, so no stream runs under it. */
  readonly blockLength: number;
  readonly gap: number;
  /** A block takes at least this much room, so that its label or number fits in it. */
  readonly slotMin: number | ((node: FlowNode) => number);
  /** Room on the cross axis for everything; the scale shrinks until it fits. Without it the drawing grows. */
  readonly crossMax?: number;
}

/**
 * A node in place on the cross axis, `at` on the main axis: the block takes `slot` from `slotStart`, the bar in it `size`
 * from `start`, to scale; `bars` are its fillings.
 */
export interface PlacedNode extends FlowNode {
  readonly number: number;
  readonly column: number;
  readonly at: number;
  readonly slotStart: number;
  readonly slot: number;
  readonly start: number;
  readonly size: number;
  readonly bars: readonly { readonly as: FlowFilling; readonly start: number; readonly size: number }[];
}

export interface PlacedLink extends FlowLink {
  readonly source: PlacedNode;
  readonly target: PlacedNode;
  readonly sourceStart: number;
  readonly targetStart: number;
  readonly size: number;
}

export interface PlacedFlow {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  /** Length on the cross axis that everything needs. */
  readonly crossTotal: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Puts every node and link in place; amounts are to scale, the same scale everywhere. */
export function layOutFlow(data: FlowData, sizes: FlowSizes): PlacedFlow {
  const fullest = Math.max(1, ...data.columns.map((column) => sum(column.nodes.map((node) => node.cents))));
  const step = data.columns.length < 2 ? 0 : (sizes.mainLength - sizes.blockLength) / (data.columns.length - 1);
  const leastOf = (node: FlowNode) => (typeof sizes.slotMin === "number" ? sizes.slotMin : sizes.slotMin(node));
  const extentAt = (scale: number) => (column: FlowColumn) =>
    sum(column.nodes.map((node) => Math.max(node.cents * scale, leastOf(node)))) +
    sizes.gap * Math.max(0, column.nodes.length - 1);
  const totalAt = (scale: number) => Math.max(0, ...data.columns.map(extentAt(scale)));
  let scale = sizes.crossLength / fullest;
  for (let tries = 0; tries < 40 && totalAt(scale) > (sizes.crossMax ?? Number.POSITIVE_INFINITY); tries++)
    scale *= 0.93;
  const extent = extentAt(scale);
  const crossTotal = totalAt(scale);

  const nodes: PlacedNode[] = [];
  for (const [index, column] of data.columns.entries()) {
    let cross = (crossTotal - extent(column)) / 2;
    for (const node of column.nodes) {
      const size = node.cents * scale;
      const slot = Math.max(size, leastOf(node));
      const start = cross + (slot - size) / 2;
      const bars: PlacedNode["bars"][number][] = [];
      let filled = start;
      for (const { as, cents } of node.fillings) {
        if (cents <= 0) continue;
        bars.push({ as, start: filled, size: cents * scale });
        filled += cents * scale;
      }
      const number = nodes.length + 1;
      nodes.push({ ...node, number, column: index, at: index * step, slotStart: cross, slot, start, size, bars });
      cross += slot + sizes.gap;
    }
  }
  return { nodes, links: layOutLinks(data.links, nodes, scale), crossTotal };
}

function layOutLinks(links: readonly FlowLink[], nodes: readonly PlacedNode[], scale: number): PlacedLink[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const used = { out: new Map<string, number>(), in: new Map<string, number>() };
  const take = (side: Map<string, number>, id: string, size: number) => {
    const start = side.get(id) ?? 0;
    side.set(id, start + size);
    return start;
  };
  const order = (link: FlowLink) => (byId.get(link.from)?.number ?? 0) * 10_000 + (byId.get(link.to)?.number ?? 0);
  return [...links]
    .sort((a, b) => order(a) - order(b))
    .flatMap((link) => {
      const source = byId.get(link.from);
      const target = byId.get(link.to);
      if (source === undefined || target === undefined || link.cents <= 0) return [];
      const size = link.cents * scale;
      const sourceStart = source.start + take(used.out, source.id, size);
      return [
        { ...link, source, target, size, sourceStart, targetStart: target.start + take(used.in, target.id, size) },
      ];
    });
}

/**
 * Breaks a label into lines of at most `length` characters: between words, and inside a word that is longer than a line,
 * with a hyphen. Nothing of it is left out: on paper a name that is cut can be read nowhere.
 */
export function wrapLabel(label: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/).flatMap((whole) => partsOf(whole, length))) {
    const line = lines.at(-1);
    if (line === undefined || countCharacters(`${line} ${word}`) > length) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

function partsOf(word: string, length: number): readonly string[] {
  if (countCharacters(word) <= length) return [word];
  const first = firstCharacters(word, length - 1);
  return [`${first}-`, ...partsOf(word.slice(first.length), length)];
}
