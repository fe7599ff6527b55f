import { type FindingLog, shorten } from "./findings.ts";
import { present } from "./meta.ts";

export type TableName = "PROJECTS" | "VOTES";

/** Columns the format knows, in the order the canonical form writes them. The first two of each are required. */
export const knownColumns: Readonly<Record<TableName, readonly string[]>> = {
  PROJECTS: (
    "project_id cost votes score name category beneficiaries selected neighborhood subunit district description " +
    "proposer public_id latitude longitude"
  ).split(" "),
  VOTES: "voter_id vote points age sex voting_method district neighborhood education".split(" "),
};

/** Column names in the order of the format, unknown ones after them in their own order. */
export function inCanonicalOrder(names: readonly string[], known: readonly string[]): string[] {
  const rank = (name: string) => {
    const index = known.indexOf(name);
    return index === -1 ? known.length : index;
  };
  return [...names].sort((left, right) => rank(left) - rank(right));
}

/** Names the format had before, by table. */
const aliases: Readonly<Record<TableName, ReadonlyMap<string, string>>> = {
  PROJECTS: new Map([["target", "beneficiaries"]]),
  VOTES: new Map(),
};

/** The header of a table: which cell of a row is which column. */
export class Columns {
  /** Names in file order, without the dropped ones. */
  readonly names: readonly string[];
  readonly #known: readonly boolean[];
  /** An id may be anything, the word None too. */
  readonly #idAt: number;
  readonly #at: readonly number[];
  readonly #width: number;
  readonly #log: FindingLog;

  constructor(table: TableName, line: number, cells: readonly string[], log: FindingLog) {
    const names: string[] = [];
    const at: number[] = [];
    cells.forEach((cell, index) => {
      const name = columnName(table, cell, line, log);
      if (name === "") log.add("PB209", line, `Column ${index + 1} of ${table} has no name and was dropped.`);
      else if (names.includes(name))
        log.add("PB208", line, `The column ${name} of ${table} occurs twice; the first counts.`);
      else {
        names.push(name);
        at.push(index);
      }
    });
    for (const name of knownColumns[table].slice(0, 2)) {
      if (!names.includes(name)) log.add("PB207", line, `${table} has no column ${name}.`);
    }
    this.names = names;
    this.#at = at;
    this.#known = names.map((name) => knownColumns[table].includes(name));
    this.#idAt = names.indexOf(knownColumns[table][0] ?? "");
    this.#width = cells.length;
    this.#log = log;
  }

  index(name: string): number {
    return this.names.indexOf(name);
  }

  /** The cells of a row in the order of `names`; short rows are padded, the literal None is empty in known columns. */
  row(line: number, cells: readonly string[]): string[] {
    if (cells.length !== this.#width) this.#reportWidth(line, cells);
    const values: string[] = [];
    for (let column = 0; column < this.#at.length; column += 1) {
      const value = cells[this.#at[column] ?? 0] ?? "";
      values.push(this.#known[column] === true && column !== this.#idAt ? present(value, line, this.#log) : value);
    }
    return values;
  }

  #reportWidth(line: number, cells: readonly string[]): void {
    if (cells.length < this.#width) {
      const message = `The row has ${cells.length} cells, the header ${this.#width}; the missing ones were read as empty.`;
      this.#log.add("PB112", line, message);
      return;
    }
    const surplus = cells.slice(this.#width).join(";");
    this.#log.add("PB111", line, `The row has more cells than the header; ${shorten(surplus)} was dropped.`);
  }
}

function columnName(table: TableName, cell: string, line: number, log: FindingLog): string {
  const exact = cell.trim().toLowerCase();
  const known = knownColumns[table].includes(exact) || aliases[table].has(exact);
  const name = known ? exact : cell.trim();
  if (name !== cell) log.add("PB213", line, `The column name ${shorten(cell)} was read as ${shorten(name)}.`);
  const current = aliases[table].get(name);
  if (current !== undefined) {
    log.add("PB211", line, `The column ${name} is called ${current} now and was renamed.`);
    return current;
  }
  if (!known && name !== "" && !(table === "VOTES" && name === "points")) {
    log.add("PB210", line, `The column ${shorten(name)} of ${table} is not one the format knows; it was kept.`);
  }
  return name;
}
