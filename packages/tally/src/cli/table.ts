/** One column of a table in a terminal. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** Longer texts are cut here. */
  readonly widthMax?: number;
}

/** Lines of a table in which every column is as wide as it needs to be. Empty columns disappear. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => rows.some((row) => (row[index] ?? "") !== ""));
  const cut = (text: string, column: Column) => {
    const characters = [...text.replaceAll(/\s+/g, " ")];
    const max = column.widthMax ?? Number.POSITIVE_INFINITY;
    return characters.length <= max ? characters.join("") : `${characters.slice(0, max - 1).join("")}…`;
  };
  const cells = [columns.map((column) => column.title), ...rows].map((row) =>
    shown.map(({ column, index }) => cut(row[index] ?? "", column)),
  );
  const widths = shown.map((_, at) => Math.max(...cells.map((row) => [...(row[at] ?? "")].length)));
  return cells.map((row) => {
    const padded = row.map((text, at) => {
      const gap = " ".repeat((widths[at] ?? 0) - [...text].length);
      return shown[at]?.column.align === "right" ? gap + text : text + gap;
    });
    return `  ${padded.join("  ").trimEnd()}`;
  });
}

/** Lines with a label and a value. */
export function labelLines(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([label]) => label.length));
  return pairs.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
}
