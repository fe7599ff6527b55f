import type { Ballot, BallotKind, Election, Project } from "../election.ts";
import { formatAmount, formatPoints, parseAmount } from "./amount.ts";
import { inCanonicalOrder, knownColumns } from "./columns.ts";
import { canonicalMeta } from "./meta.ts";
import { WITHDRAWN_COST } from "./projects.ts";
import type { PbTable } from "./read.ts";
import { hasPoints } from "./votes.ts";

/** What can be written: an election, and what else a file may say about it. A {@link PbFile} is one. */
export interface PbContent {
  readonly election: Election;
  readonly meta?: ReadonlyMap<string, string>;
  /** Further columns of PROJECTS; one row per project of the election. */
  readonly projectTable?: PbTable;
  /** Further columns of VOTES; one row per ballot of the election. */
  readonly voteTable?: PbTable;
}

const voteTypes: Readonly<Record<BallotKind, string>> = {
  approval: "approval",
  single: "choose-1",
  knapsack: "approval",
  cumulative: "cumulative",
  score: "scoring",
  ordinal: "ordinal",
};

/**
 * The canonical text: LF, no byte order mark, quotes only where they are needed, keys and columns in the order of the
 * format, unknown ones after them, counts and amounts from the election. Rows keep their order.
 * @throws RangeError when an id cannot be written so that it is read back, or a table does not fit the election.
 */
export function writePb(content: PbContent): string {
  return [...pbLines(content)].join("");
}

/** The canonical text line by line, for files too big to hold as one string. */
export function* pbLines(content: PbContent): Generator<string, void, void> {
  const { election } = content;
  const ids = election.projects.map((project) => writableProjectId(project.id));
  yield "META\n";
  yield row(["key", "value"]);
  for (const entry of metaEntries(content)) yield row(entry);
  yield "PROJECTS\n";
  yield* projectLines(election.projects, ids, content.projectTable ?? emptyTable(election.projects.length));
  yield "VOTES\n";
  yield* voteLines(election, ids, content.voteTable ?? emptyTable(election.ballots.length));
}

function emptyTable(rows: number): PbTable {
  return { columns: [], rows: Array.from({ length: rows }, () => []) };
}

function metaEntries({ election, meta = new Map() }: PbContent): [string, string][] {
  const values = new Map<string, string>(meta);
  for (const [key, value] of values) if (value === "") values.delete(key);
  values.set("num_projects", String(election.projects.length));
  values.set("num_votes", String(election.ballots.length));
  values.set("budget", formatAmount(election.budget));
  values.set("vote_type", voteTypes[election.kind]);
  const capped = parseAmount(values.get("max_sum_cost") ?? "", "down") !== undefined;
  if (election.kind === "knapsack" && !capped) values.set("max_sum_cost", formatAmount(election.budget));
  if (election.kind === "approval" && capped) {
    throw new RangeError(
      "An approval vote with max_sum_cost is a knapsack vote; the two cannot be told apart in a file.",
    );
  }
  return canonicalMeta(values);
}

function* projectLines(projects: readonly Project[], ids: readonly string[], table: PbTable): Generator<string> {
  const named = projects.some((project) => project.name !== undefined);
  const own = ["project_id", "cost", ...(named ? ["name"] : [])];
  const layout = new Layout(own, table, projects.length, knownColumns.PROJECTS, "PROJECTS");
  yield row(layout.header);
  for (const [index, project] of projects.entries()) {
    const cost = formatAmount(project.withdrawn === true ? WITHDRAWN_COST : project.cost);
    yield row(layout.cells([ids[index] ?? "", cost, ...(named ? [project.name ?? ""] : [])], index));
  }
}

function* voteLines(election: Election, ids: readonly string[], table: PbTable): Generator<string> {
  const pointed = hasPoints(election.kind);
  const own = ["voter_id", "vote", ...(pointed ? ["points"] : [])];
  const layout = new Layout(own, table, election.ballots.length, knownColumns.VOTES, "VOTES");
  yield row(layout.header);
  for (const [index, ballot] of election.ballots.entries()) {
    const cells = [writableVoterId(ballot.voterId), voteCell(ballot, ids)];
    if (pointed) cells.push((ballot.points ?? []).map(formatPoints).join(","));
    yield row(layout.cells(cells, index));
  }
}

function voteCell(ballot: Ballot, ids: readonly string[]): string {
  return ballot.projects
    .map((project) => {
      const id = ids[project];
      if (id === undefined) throw new RangeError(`A ballot names project ${project}, of ${ids.length}.`);
      return id;
    })
    .join(",");
}

/** Where the columns the election holds and those of a table stand in a written row. */
class Layout {
  readonly header: readonly string[];
  readonly #sources: readonly number[];
  readonly #table: PbTable;

  constructor(own: readonly string[], table: PbTable, rows: number, known: readonly string[], section: string) {
    if (table.rows.length !== rows) {
      throw new RangeError(`${section} has ${table.rows.length} rows of further cells for ${rows} of the election.`);
    }
    const all = [...own, ...table.columns];
    if (new Set(all).size < all.length) throw new RangeError(`${section} has a column twice: ${all.join(", ")}.`);
    this.header = inCanonicalOrder(all, known);
    this.#sources = this.header.map((name) => all.indexOf(name));
    this.#table = table;
  }

  cells(own: readonly string[], index: number): string[] {
    const further = this.#table.rows[index] ?? [];
    return this.#sources.map((source) => (source < own.length ? own[source] : further[source - own.length]) ?? "");
  }
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(";")}\n`;
}

function cell(text: string): string {
  if (!/[;"\r\n]/.test(text)) return text;
  return `"${text.replaceAll(/\r\n?/g, "\n").replaceAll('"', '""')}"`;
}

function writableProjectId(id: string): string {
  if (id === "" || id === "None" || id.trim() !== id || /[,\r\n]/.test(id)) {
    throw new RangeError(
      `The project id '${id}' cannot be written: not empty, no comma, no blanks around it, not None.`,
    );
  }
  return id;
}

function writableVoterId(id: string): string {
  if (id.trim() !== id || /[\r\n]/.test(id)) throw new RangeError(`The voter id '${id}' has blanks around it.`);
  return id;
}
