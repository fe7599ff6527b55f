/** A holder of money in the drawing. `cents` is all that came to it; what did not flow on is still there. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
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
  readonly barLength: number;
  readonly gap: number;
  /** A node takes at least this much room, so that its label fits beside it. */
  readonly slotMin: number;
}

/** A node in place: `start` and `size` on the cross axis, `at` on the main axis; `flowing` is the part that went on. */
export interface PlacedNode extends FlowNode {
  readonly number: number;
  readonly column: number;
  readonly at: number;
  readonly start: number;
  readonly size: number;
  readonly flowing: number;
  readonly isLast: boolean;
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
  const scale = sizes.crossLength / fullest;
  const step = data.columns.length < 2 ? 0 : (sizes.mainLength - sizes.barLength) / (data.columns.length - 1);
  const extent = (column: FlowColumn) =>
    sum(column.nodes.map((node) => Math.max(node.cents * scale, sizes.slotMin))) +
    sizes.gap * Math.max(0, column.nodes.length - 1);
  const crossTotal = Math.max(0, ...data.columns.map(extent));
  const outOf = (id: string) => sum(data.links.filter((link) => link.from === id).map((link) => link.cents));

  const nodes: PlacedNode[] = [];
  for (const [index, column] of data.columns.entries()) {
    let cross = (crossTotal - extent(column)) / 2;
    for (const node of column.nodes) {
      const size = node.cents * scale;
      const isLast = index === data.columns.length - 1;
      const flowing = isLast ? size : Math.min(size, outOf(node.id) * scale);
      nodes.push({
        ...node,
        number: nodes.length + 1,
        column: index,
        at: index * step,
        start: cross,
        size,
        flowing,
        isLast,
      });
      cross += Math.max(size, sizes.slotMin) + sizes.gap;
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

/** Breaks a label into at most two lines of about `length` characters; what is left over ends in an ellipsis. */
export function wrapLabel(label: string, length: number): readonly string[] {
  if (label.length <= length) return [label];
  const cut = label.lastIndexOf(" ", length);
  const first = label.slice(0, cut > 0 ? cut : length);
  const rest = label.slice(first.length).trim();
  return [first, rest.length > length ? `${rest.slice(0, length - 1).trimEnd()}…` : rest];
}
