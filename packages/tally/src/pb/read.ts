import type { BallotLimits } from "../ballot/limits.ts";
import type { Ballot, Election } from "../election.ts";
import { inCanonicalOrder, knownColumns } from "./columns.ts";
import type { Finding } from "./findings.ts";
import { PbParser, type PbSink, type PbSummary } from "./parser.ts";
import type { OfficialFigures } from "./projects.ts";

/** Columns of a section beyond those the election holds, in canonical order, and per row the cells as written. */
export interface PbTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A whole .pb file. */
export interface PbFile {
  readonly election: Election;
  /** META as written, unknown keys too, without num_projects, num_votes, budget, vote_type and empty values. */
  readonly meta: ReadonlyMap<string, string>;
  readonly limits: BallotLimits;
  /** Per project of the election, what the organiser published. */
  readonly official: readonly OfficialFigures[];
  /** PROJECTS without project_id, cost and name, which the election holds. */
  readonly projectTable: PbTable;
  /** VOTES without voter_id, vote and points, which the election holds. */
  readonly voteTable: PbTable;
  readonly findings: readonly Finding[];
}

/**
 * Reads a whole .pb file: a string, or its bytes in UTF-8.
 * @throws PbUnreadableError with every finding when it cannot be counted.
 */
export function readPb(input: string | Uint8Array): PbFile {
  const collector = new Collector();
  const decode = decoder();
  collector.parser.push(decode(input));
  collector.parser.push(decode());
  return collector.file();
}

/**
 * Reads a whole .pb file from chunks that may end anywhere, also inside a character or a quoted cell.
 * @throws PbUnreadableError with every finding when it cannot be counted.
 */
export async function readPbChunks(chunks: AsyncIterable<string | Uint8Array>): Promise<PbFile> {
  const collector = new Collector();
  await feed(collector.parser, chunks);
  return collector.file();
}

/** What a stream leaves behind: everything but the ballots. */
export interface PbStreamed extends PbSummary {
  readonly findings: readonly Finding[];
}

/**
 * Reads a .pb file of any size and hands each project and ballot to `sink` without keeping the ballots: memory grows
 * with the number of projects only. Voter ids are not kept either, so a repeated one (PB502) goes unnoticed. Ballots
 * reach the sink before the end of the file is seen: discard what was collected when this throws.
 * @throws PbUnreadableError with every finding when it cannot be counted.
 */
export async function streamPb(chunks: AsyncIterable<string | Uint8Array>, sink: PbSink): Promise<PbStreamed> {
  const parser = new PbParser(sink);
  await feed(parser, chunks);
  const summary = parser.end();
  return { ...summary, findings: parser.log.list() };
}

async function feed(parser: PbParser, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const decode = decoder();
  for await (const chunk of chunks) parser.push(decode(chunk));
  parser.push(decode());
}

/** Bytes to text across chunk borders; without an argument, what an unfinished character leaves. */
function decoder(): (chunk?: string | Uint8Array) => string {
  // The byte order mark is kept here so that it can be reported.
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  return (chunk) => {
    if (typeof chunk === "string") return chunk;
    return chunk === undefined ? utf8.decode() : utf8.decode(chunk, { stream: true });
  };
}

class Collector implements PbSink {
  readonly parser = new PbParser(this);
  readonly #ballots: Ballot[] = [];
  readonly #projectRows: (readonly string[])[] = [];
  readonly #voteRows: (readonly string[])[] = [];
  readonly #voters = new Map<string, number>();

  project(_project: unknown, cells: readonly string[]): void {
    this.#projectRows.push(cells);
  }

  ballot(ballot: Ballot, cells: readonly string[], line: number): void {
    const earlier = this.#voters.get(ballot.voterId);
    if (earlier === undefined) this.#voters.set(ballot.voterId, line);
    else if (ballot.voterId !== "") {
      const message = `The voter id is already that of line ${earlier}; both ballots were counted.`;
      this.parser.log.add("PB502", line, message);
    }
    this.#ballots.push(ballot);
    this.#voteRows.push(cells);
  }

  file(): PbFile {
    const { kind, budget, meta, facts, projects, official, projectColumns, voteColumns } = this.parser.end();
    const votePart = kind === "cumulative" || kind === "score" ? ["voter_id", "vote", "points"] : ["voter_id", "vote"];
    return {
      election: { kind, budget, projects, ballots: this.#ballots },
      meta,
      limits: facts.limits,
      official,
      projectTable: without(["project_id", "cost", "name"], knownColumns.PROJECTS, projectColumns, this.#projectRows),
      voteTable: without(votePart, knownColumns.VOTES, voteColumns, this.#voteRows),
      findings: this.parser.log.list(),
    };
  }
}

/** A table without the columns that are held elsewhere. */
function without(
  held: readonly string[],
  known: readonly string[],
  names: readonly string[],
  rows: readonly (readonly string[])[],
): PbTable {
  const columns = inCanonicalOrder(names, known).filter((name) => !held.includes(name));
  const sources = columns.map((name) => names.indexOf(name));
  return { columns, rows: rows.map((row) => sources.map((source) => row[source] ?? "")) };
}
