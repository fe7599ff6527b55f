import { formatAmount } from "../pb/amount.ts";
import type { Finding } from "../pb/findings.ts";
import type { Compared } from "./compare-rules.ts";
import type { Counted } from "./count-file.ts";

/** What --json prints; `more` holds what further options asked for. */
export function jsonReport(counted: Counted, more: Readonly<Record<string, unknown>>): string {
  const { outcome } = counted;
  return toJson({
    file: counted.path,
    sha256: counted.sha256,
    rule: outcome.parameters.rule,
    parameters: outcome.parameters,
    winners: outcome.winners,
    totalCost: amount(outcome.totalCost),
    endowment: outcome.endowment,
    ...(outcome.search === null ? {} : { search: outcome.search }),
    ...(outcome.comparison === null ? {} : { comparison: outcome.comparison }),
    ties: outcome.ties,
    findings: counted.findings,
    elapsedMs: counted.elapsedMs,
    ...more,
  });
}

/** One rule of --compare. */
export function jsonCompared({ rule, completion, outcome, fairness }: Compared): Readonly<Record<string, unknown>> {
  const { parameters, winners, totalCost, endowment } = outcome;
  return { rule, completion, parameters, winners, totalCost: amount(totalCost), endowment, fairness };
}

/** What --json prints about a file that cannot be counted. */
export function jsonRefusal(path: string, sha256: string, findings: readonly Finding[]): string {
  return toJson({ file: path, sha256, error: "unreadable", findings });
}

/** Cents as an amount in the currency of the file; two decimals are exact in JSON up to 90 billion. */
export function amount(cents: bigint): number | string {
  const text = formatAmount(cents);
  return Number.isSafeInteger(Number(cents)) ? Number(text) : text;
}

/** JSON in which whole numbers of any size keep their digits. */
export function toJson(value: unknown): string {
  const plain = (_: string, part: unknown) => {
    if (typeof part === "bigint") return Number.isSafeInteger(Number(part)) ? Number(part) : part.toString();
    return part instanceof Map ? Object.fromEntries(part) : part;
  };
  return `${JSON.stringify(value, plain, 2)}\n`;
}
