import type { Parameters } from "../parameters.ts";
import { type Finding, levelOf } from "./findings.ts";
import type { PbFile } from "./read.ts";

/**
 * The parameters a file's own `rule` stands for, as the organisers who use that name count: Add1 from a whole currency
 * unit, without an early stop, without a completion afterwards. Undefined for rules a file does not fully describe
 * (greedy-exclusive lacks its groups, greedy-custom its rule).
 */
export function declaredParameters(file: PbFile): Partial<Parameters> | undefined {
  const rule = file.meta.get("rule") ?? "";
  const shares = /^equalshares(\/add1)?(-comparison)?$/.exec(rule);
  if (shares !== null) {
    return {
      rule: "equal-shares",
      completion: shares[1] === undefined ? "none" : "add1",
      start: "integral",
      stopWhenExhaustive: false,
      comparison: shares[2] === undefined ? "none" : "satisfaction",
    };
  }
  if (rule === "greedy" || rule === "greedy-no-skip") return { rule };
  const threshold = Number(file.meta.get("min_project_score_threshold") ?? "");
  if (rule !== "greedy-threshold" || !Number.isFinite(threshold)) return undefined;
  return { rule, minimumScore: threshold };
}

/** Whether a count was made by the file's own rule, as far as these parameters tell rules apart. */
export function isDeclaredRule(file: PbFile, counted: Parameters): boolean {
  const declared = declaredParameters(file);
  if (declared === undefined) return false;
  return (
    declared.rule === counted.rule &&
    (declared.completion ?? counted.completion) === counted.completion &&
    (declared.comparison ?? counted.comparison) === counted.comparison &&
    (declared.minimumScore ?? counted.minimumScore) === counted.minimumScore
  );
}

/** PB604, when the projects marked as selected are not the winners of a recount by the file's own rule; else nothing. */
export function selectedFindings(file: PbFile, winners: readonly string[]): readonly Finding[] {
  if (!file.official.some(({ selected }) => selected !== undefined)) return [];
  const won = new Set(winners);
  const only = { file: [] as string[], recount: [] as string[] };
  file.election.projects.forEach(({ id }, index) => {
    const selected = file.official[index]?.selected ?? 0;
    // 2 and 3 were funded by a route the file's comment explains, beside the rule.
    if (selected > 1 || (selected === 1) === won.has(id)) return;
    only[selected === 1 ? "file" : "recount"].push(id);
  });
  if (only.file.length + only.recount.length === 0) return [];
  const list = (ids: readonly string[]) => (ids.length === 0 ? "none" : ids.join(", "));
  const message = `Selected in the file only: ${list(only.file)}; in the recount only: ${list(only.recount)}.`;
  return [{ number: file.findings.length + 1, code: "PB604", level: levelOf("PB604"), line: 0, message }];
}
