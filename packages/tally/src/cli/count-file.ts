import { createReadStream } from "node:fs";
import { performance } from "node:perf_hooks";
import { count } from "../count.ts";
import type { Outcome } from "../outcome.ts";
import type { Parameters } from "../parameters.ts";
import type { Finding } from "../pb/findings.ts";
import { type PbFile, readPbChunks } from "../pb/read.ts";
import { isDeclaredRule, selectedFindings } from "../pb/selected.ts";
import { hashFile } from "./input.ts";

/** A file that was read and counted. */
export interface Counted {
  /** As typed. */
  readonly path: string;
  readonly sha256: string;
  readonly pb: PbFile;
  readonly outcome: Outcome;
  /** Those of the file and, counted by its own rule, of its official selection. */
  readonly findings: readonly Finding[];
  /** Reading and counting. */
  readonly elapsedMs: number;
}

/**
 * @throws PbUnreadableError when the file cannot be counted, RangeError when the parameters do not fit it, or what
 * the file system has to say.
 */
export async function countFile(path: string, place: string, parameters: Partial<Parameters>): Promise<Counted> {
  const sha256 = await hashFile(place);
  const started = performance.now();
  const pb = await readPbChunks(createReadStream(place));
  const outcome = count(pb.election, { ...ownThreshold(pb, parameters), ...parameters });
  const elapsedMs = Math.round((performance.now() - started) * 10) / 10;
  const official = isDeclaredRule(pb, outcome.parameters) ? selectedFindings(pb, outcome.winners) : [];
  return { path, sha256, pb, outcome, findings: [...pb.findings, ...official], elapsedMs };
}

/** greedy-threshold without --threshold takes the threshold the organiser put in the file. */
function ownThreshold(pb: PbFile, parameters: Partial<Parameters>): Partial<Parameters> {
  const threshold = Number(pb.meta.get("min_project_score_threshold") ?? "");
  if (parameters.rule !== "greedy-threshold" || !(threshold > 0)) return {};
  return { minimumScore: threshold };
}
