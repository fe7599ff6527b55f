import type { Project } from "../election.ts";
import { parsePoints } from "./amount.ts";
import type { Columns } from "./columns.ts";
import { type FindingLog, shorten } from "./findings.ts";
import { readAmount, trimmed, whyNot } from "./meta.ts";

/** What the organiser published about a project, to be compared with a recount. */
export interface OfficialFigures {
  readonly votes?: number;
  /** In units of POINT. */
  readonly score?: bigint;
  /** 0 not funded, 1 funded, 2 and 3 funded by another route that the file's comment explains. */
  readonly selected?: number;
}

/** The cost with which organisers mark a project as withdrawn, in cents. */
export const WITHDRAWN_COST = 99_999_999_900n;

/** PROJECTS while it is read. */
export class ProjectSection {
  readonly projects: Project[] = [];
  readonly official: OfficialFigures[] = [];
  readonly lines: number[] = [];
  readonly #byId = new Map<string, number>();
  readonly #columns: Columns;
  readonly #log: FindingLog;

  constructor(columns: Columns, line: number, log: FindingLog) {
    this.#columns = columns;
    this.#log = log;
    if (columns.index("votes") === -1 && columns.index("score") === -1) {
      log.add("PB409", line, "PROJECTS has neither a votes nor a score column, so there is nothing to compare with.");
    }
  }

  index(id: string): number | undefined {
    return this.#byId.get(id);
  }

  /** @param cells the row in the order of the columns. */
  row(line: number, cells: readonly string[]): Project {
    const cell = (name: string) => {
      const index = this.#columns.index(name);
      return index === -1 ? "" : trimmed(cells[index] ?? "", line, this.#log);
    };
    const id = cell("project_id");
    this.#checkId(id, line);
    const cost = this.#cost(id, cell("cost"), line);
    const name = cells[this.#columns.index("name")] ?? "";
    const project: Project = {
      id,
      cost,
      ...(name === "" ? {} : { name }),
      ...(cost === WITHDRAWN_COST ? { withdrawn: true } : {}),
    };
    if (!this.#byId.has(id)) this.#byId.set(id, this.projects.length);
    this.projects.push(project);
    this.lines.push(line);
    this.official.push(this.#official(cell, line));
    return project;
  }

  #checkId(id: string, line: number): void {
    if (id === "") this.#log.add("PB401", line, "The project has no id.");
    else if (id.includes(",")) this.#log.add("PB408", line, `The project id ${shorten(id)} holds a comma.`);
    const other = this.#byId.get(id);
    if (other === undefined) return;
    this.#log.add("PB402", line, `The project id ${shorten(id)} is already that of line ${this.lines[other] ?? 0}.`);
  }

  #cost(id: string, text: string, line: number): bigint {
    const cost = readAmount(text, "up", line, this.#log);
    if (cost === undefined || cost < 0n) {
      const message = `The cost ${shorten(text)} of project ${shorten(id)} ${whyNot(text, "an amount of zero or more")}.`;
      this.#log.add("PB403", line, message);
      return 0n;
    }
    if (cost === 0n) this.#log.add("PB404", line, `Project ${shorten(id)} costs nothing.`);
    if (cost === WITHDRAWN_COST) {
      this.#log.add("PB405", line, `Project ${shorten(id)} costs 999999999, which marks it as withdrawn.`);
    }
    return cost;
  }

  #official(cell: (name: string) => string, line: number): OfficialFigures {
    const read = <T>(name: string, parse: (text: string) => T | undefined): T | undefined => {
      const text = cell(name);
      if (text === "") return undefined;
      const value = parse(text);
      if (value === undefined) {
        this.#log.add("PB407", line, `The official ${name} ${shorten(text)} is not a number; it was not compared.`);
      }
      return value;
    };
    const whole = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
    const votes = read("votes", whole);
    const score = read("score", parsePoints);
    const selected = read("selected", whole);
    return {
      ...(votes === undefined ? {} : { votes }),
      ...(score === undefined ? {} : { score }),
      ...(selected === undefined ? {} : { selected }),
    };
  }
}
