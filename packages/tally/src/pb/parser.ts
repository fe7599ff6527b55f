import { BallotChecker } from "../ballot/validate.ts";
import type { Ballot, BallotKind, Project } from "../election.ts";
import { formatAmount } from "./amount.ts";
import { Columns, type TableName } from "./columns.ts";
import { FindingLog, shorten } from "./findings.ts";
import { furtherMeta, type MetaFacts, MetaSection } from "./meta.ts";
import { checkSelectedCost, Recount } from "./official.ts";
import { type OfficialFigures, ProjectSection, WITHDRAWN_COST } from "./projects.ts";
import { RecordReader } from "./records.ts";
import { VoteSection } from "./votes.ts";

/** What the reader hands out while it reads. `cells` stand in the order of the section's columns. */
export interface PbSink {
  project?(project: Project, cells: readonly string[], line: number): void;
  ballot?(ballot: Ballot, cells: readonly string[], line: number): void;
}

/** What remains of a file when its ballots have passed by. */
export interface PbSummary {
  readonly kind: BallotKind;
  /** Cents. */
  readonly budget: bigint;
  /** What META says beyond what the election holds, in canonical order. */
  readonly meta: ReadonlyMap<string, string>;
  readonly facts: MetaFacts;
  readonly projects: readonly Project[];
  readonly official: readonly OfficialFigures[];
  readonly projectColumns: readonly string[];
  readonly voteColumns: readonly string[];
  readonly ballotCount: number;
  readonly recount: Recount;
}

type SectionName = "META" | TableName;

const sectionNames: readonly SectionName[] = ["META", "PROJECTS", "VOTES"];

/** Reads records section by section, in one pass. */
export class PbParser {
  readonly log = new FindingLog();
  readonly #records = new RecordReader(this.log, (line, cells) => this.#record(line, cells));
  readonly #sink: PbSink;
  readonly #meta = new MetaSection(this.log);
  readonly #opened = new Map<SectionName, number>();
  #section: SectionName | undefined;
  #expectHeader = false;
  #facts: MetaFacts | undefined;
  #projectColumns: Columns | undefined;
  #projects: ProjectSection | undefined;
  #voteColumns: Columns | undefined;
  #votes: VoteSection | undefined;
  #recount: Recount | undefined;
  #ballots = 0;

  constructor(sink: PbSink) {
    this.#sink = sink;
  }

  push(text: string): void {
    this.#records.push(text);
  }

  /**
   * @throws PbUnreadableError with all findings when there is an error among them.
   */
  end(): PbSummary {
    this.#records.end();
    for (const name of sectionNames) {
      if (!this.#opened.has(name)) this.log.add("PB203", 0, `The section ${name} is missing.`);
    }
    const facts = this.#metaFacts();
    const { projects, recount } = this.#openVotes(facts);
    if (this.#projectColumns === undefined && this.#opened.has("PROJECTS")) this.#missingHeader("PROJECTS");
    if (this.#voteColumns === undefined && this.#opened.has("VOTES")) this.#missingHeader("VOTES");
    this.#checkCounts(facts, projects);
    // Figures of a file that is refused anyway would differ for reasons already named.
    this.log.assertReadable();
    recount.compare(projects, this.#votes?.repeats ?? [], this.log);
    checkSelectedCost(projects, facts.budget, this.#opened.get("PROJECTS") ?? 0, this.log);
    return {
      kind: facts.kind,
      budget: facts.budget,
      meta: furtherMeta(this.#meta.values),
      facts,
      projects: projects.projects,
      official: projects.official,
      projectColumns: this.#projectColumns?.names ?? [],
      voteColumns: this.#voteColumns?.names ?? [],
      ballotCount: this.#ballots,
      recount,
    };
  }

  #record(line: number, cells: string[]): void {
    const name = this.#sectionTitle(line, cells);
    if (name !== undefined) this.#open(name, line);
    else if (this.#section === undefined) {
      this.log.fail("PB201", line, `Before the first section stands ${shorten(cells.join(";"))}.`);
    } else if (this.#section === "META") this.#metaRecord(line, cells);
    else if (this.#expectHeader) this.#header(this.#section, line, cells);
    else if (this.#section === "PROJECTS") this.#projectRecord(line, cells);
    else this.#voteRecord(line, cells);
  }

  #sectionTitle(line: number, cells: readonly string[]): SectionName | undefined {
    const first = cells[0] ?? "";
    // Long first cells cannot be titles; this keeps the test off the path of every ballot.
    if (first.length > 20 || (cells.length > 1 && !this.#couldBeTitle(cells))) return undefined;
    const title = first.trim().toUpperCase();
    const name = sectionNames.find((candidate) => candidate === title);
    if (name !== undefined && (first !== name || cells.length > 1)) {
      this.log.add("PB202", line, `The title ${shorten(cells.join(";"))} was read as ${name}.`);
    }
    return name;
  }

  /** Spreadsheets pad titles to the width of the sheet; in VOTES such a row is an empty ballot of an oddly named voter. */
  #couldBeTitle(cells: readonly string[]): boolean {
    return this.#section !== "VOTES" && cells.slice(1).every((cell) => cell === "");
  }

  #open(name: SectionName, line: number): void {
    const earlier = this.#opened.get(name);
    if (earlier !== undefined) this.log.fail("PB204", line, `The section ${name} already stands on line ${earlier}.`);
    if (name === "META" && this.#opened.has("PROJECTS")) this.log.add("PB206", line, "PROJECTS comes before META.");
    if (name === "VOTES" && (!this.#opened.has("META") || !this.#opened.has("PROJECTS"))) {
      this.log.fail("PB205", line, "VOTES comes before META or PROJECTS, so its ballots cannot be read.");
    }
    this.#opened.set(name, line);
    this.#section = name;
    this.#expectHeader = true;
  }

  #metaRecord(line: number, cells: readonly string[]): void {
    const header = this.#expectHeader;
    this.#expectHeader = false;
    if (header) {
      if (cells[0]?.trim().toLowerCase() === "key" && cells[1]?.trim().toLowerCase() === "value") return;
      this.log.add("PB212", line, "META has no key;value header; its first line was read as a value.");
    }
    this.#meta.row(line, cells);
  }

  #header(table: TableName, line: number, cells: readonly string[]): void {
    this.#expectHeader = false;
    const columns = new Columns(table, line, cells, this.log);
    if (table === "PROJECTS") {
      this.#projectColumns = columns;
      this.#projects = new ProjectSection(columns, line, this.log);
      return;
    }
    this.#voteColumns = columns;
    const facts = this.#metaFacts();
    const { projects } = this.#openVotes(facts);
    const checker = new BallotChecker(
      { kind: facts.kind, budget: facts.budget, projects: projects.projects },
      facts.limits,
    );
    this.#votes = new VoteSection(facts.kind, columns, line, projects, checker, this.log);
  }

  #projectRecord(line: number, cells: readonly string[]): void {
    const values = this.#projectColumns?.row(line, cells) ?? [];
    const project = this.#projects?.row(line, values);
    if (project !== undefined) this.#sink.project?.(project, values, line);
  }

  #voteRecord(line: number, cells: readonly string[]): void {
    const values = this.#voteColumns?.row(line, cells) ?? [];
    const ballot = this.#votes?.row(line, values);
    if (ballot === undefined) return;
    this.#ballots += 1;
    this.#recount?.add(ballot);
    this.#sink.ballot?.(ballot, values, line);
  }

  #metaFacts(): MetaFacts {
    this.#facts ??= this.#meta.facts();
    return this.#facts;
  }

  /** PROJECTS is over: whatever it lacks is now known. */
  #openVotes(facts: MetaFacts): { projects: ProjectSection; recount: Recount } {
    this.#projects ??= new ProjectSection(
      new Columns("PROJECTS", 0, ["project_id", "cost", "votes"], this.log),
      0,
      this.log,
    );
    this.#recount ??= new Recount(facts.kind, this.#projects.projects.length);
    return { projects: this.#projects, recount: this.#recount };
  }

  #missingHeader(table: TableName): void {
    this.log.add("PB207", this.#opened.get(table) ?? 0, `${table} has no header line.`);
  }

  #checkCounts(facts: MetaFacts, section: ProjectSection): void {
    this.#checkCount("PB316", "num_projects", section.projects.length);
    this.#checkCount("PB317", "num_votes", this.#ballots);
    let total = 0n;
    section.projects.forEach((project, index) => {
      total += project.cost;
      if (project.cost <= facts.budget || project.cost === WITHDRAWN_COST) return;
      const message = `Project ${shorten(project.id)} costs ${formatAmount(project.cost)}, more than the budget of ${formatAmount(facts.budget)}.`;
      this.log.add("PB406", section.lines[index] ?? 0, message);
    });
    const declared = this.#meta.values.get("fully_funded") === "1";
    if (section.projects.length === 0 || declared === total <= facts.budget) return;
    const message = declared
      ? `fully_funded is 1, but the projects cost ${formatAmount(total)}, more than the budget.`
      : "All projects together fit in the budget, but fully_funded is not 1.";
    this.log.add("PB318", this.#meta.line("fully_funded"), message);
  }

  #checkCount(code: "PB316" | "PB317", key: string, actual: number): void {
    const text = this.#meta.values.get(key);
    if (text === undefined || text === "" || text === String(actual)) return;
    this.log.add(code, this.#meta.line(key), `${key} is ${shorten(text)}, the file has ${actual}.`);
  }
}
