import type { BallotLimits } from "../ballot/limits.ts";
import type { BallotKind } from "../election.ts";
import { isUnknowable, parseAmount, parsePoints } from "./amount.ts";
import { type FindingLog, shorten } from "./findings.ts";

/** Keys of META in the order the canonical form writes them; `true` marks those the format makes obligatory. */
export const metaKeys: ReadonlyMap<string, boolean> = new Map(
  (
    "description* country* unit* district subunit instance* num_projects* num_votes* budget* vote_type* rule* date_begin* " +
    "date_end* min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points " +
    "default_score scoring_fn min_project_cost max_project_cost min_project_score_threshold neighborhoods subdistricts " +
    "categories edition language currency fully_funded experimental comment acknowledgments leftover_budget " +
    "budget_per_category budget_per_neighborhood min_length_per_category max_length_per_category " +
    "min_sum_cost_per_category max_sum_cost_per_category"
  )
    .split(" ")
    .map((key) => (key.endsWith("*") ? [key.slice(0, -1), true] : [key, false])),
);

/** Keys whose value the election holds; they are written from it. */
const heldMetaKeys: ReadonlySet<string> = new Set(["num_projects", "num_votes", "budget", "vote_type"]);

/** META without what the election holds and without empty values, in canonical order. */
export function furtherMeta(values: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(canonicalMeta(values).filter(([key, value]) => value !== "" && !heldMetaKeys.has(key)));
}

/** Entries in the order of the format, unknown keys after them in their own order. */
export function canonicalMeta(values: ReadonlyMap<string, string>): [string, string][] {
  const entries: [string, string][] = [];
  for (const key of metaKeys.keys()) {
    const value = values.get(key);
    if (value !== undefined) entries.push([key, value]);
  }
  for (const [key, value] of values) if (!metaKeys.has(key)) entries.push([key, value]);
  return entries;
}

const rules = new Set(
  (
    "greedy greedy-no-skip greedy-threshold greedy-exclusive greedy-custom equalshares equalshares-comparison " +
    "equalshares/add1 equalshares/add1-comparison unknown"
  ).split(" "),
);

const kinds: ReadonlyMap<string, BallotKind> = new Map([
  ["approval", "approval"],
  ["choose-1", "single"],
  ["cumulative", "cumulative"],
  ["scoring", "score"],
  ["ordinal", "ordinal"],
]);

/** Without these two nothing can be counted; their absence is an error, that of the other obligatory keys a warning. */
const indispensable = new Set(["budget", "vote_type"]);

/** What the counting needs from META. */
export interface MetaFacts {
  readonly kind: BallotKind;
  /** Cents. */
  readonly budget: bigint;
  readonly limits: BallotLimits;
}

/** META while it is read: raw values by key, in file order, with the line each stood on. */
export class MetaSection {
  readonly values = new Map<string, string>();
  readonly #lines = new Map<string, number>();
  readonly #log: FindingLog;

  constructor(log: FindingLog) {
    this.#log = log;
  }

  /** The line a key stood on; 0 when it is not there. */
  line(key: string): number {
    return this.#lines.get(key) ?? 0;
  }

  row(line: number, cells: readonly string[]): void {
    const key = trimmed(cells[0] ?? "", line, this.#log);
    const [, ...rest] = cells;
    while (rest.length > 1 && rest.at(-1) === "") rest.pop();
    let value = rest.join(";");
    if (rest.length > 1) this.#log.add("PB305", line, `The value of ${key} holds an unquoted semicolon; it was kept.`);
    value = present(trimmed(value, line, this.#log), line, this.#log);
    if (this.values.has(key)) {
      const message = `META already has ${shorten(key)} on line ${this.line(key)}; the value of line ${line} counts.`;
      this.#log.add("PB303", line, message);
    }
    if (!metaKeys.has(key)) this.#log.add("PB304", line, `META has the unknown key ${shorten(key)}; it was kept.`);
    this.values.set(key, value);
    this.#lines.set(key, line);
  }

  /** Called when the section is over. The facts are only as good as the log is free of errors. */
  facts(): MetaFacts {
    this.#checkObligatory();
    this.#checkDates();
    const rule = this.#value("rule");
    if (rule !== undefined && !rules.has(rule)) {
      this.#log.add("PB312", this.line("rule"), `The rule ${shorten(rule)} is not one the format lists.`);
    }
    const limits = this.#limits();
    return { kind: this.#kind(limits), budget: this.#budget(), limits };
  }

  #value(key: string): string | undefined {
    const value = this.values.get(key);
    return value === "" ? undefined : value;
  }

  #checkObligatory(): void {
    for (const [key, obligatory] of metaKeys) {
      if (!obligatory || this.#value(key) !== undefined) continue;
      const code = indispensable.has(key) ? "PB302" : "PB301";
      this.#log.add(code, this.line(key), `META has no value for ${key}.`);
    }
  }

  #kind(limits: BallotLimits): BallotKind {
    const written = this.#value("vote_type");
    if (written === undefined) return "approval";
    const line = this.line("vote_type");
    const spelled = written.toLowerCase().replaceAll(/[\s_]+/g, "-");
    const kind = kinds.get(spelled);
    if (kind === undefined) {
      this.#log.add("PB310", line, `The vote type ${shorten(written)} is not one of ${[...kinds.keys()].join(", ")}.`);
      return "approval";
    }
    if (spelled !== written) {
      this.#log.add("PB311", line, `The vote type ${shorten(written)} was read as ${spelled}.`);
      this.values.set("vote_type", spelled);
    }
    return kind === "approval" && limits.sumCostMax !== undefined ? "knapsack" : kind;
  }

  #budget(): bigint {
    const text = this.#value("budget");
    if (text === undefined) return 0n;
    const line = this.line("budget");
    const cents = readAmount(text, "down", line, this.#log);
    if (cents !== undefined && cents > 0n) return cents;
    this.#log.add("PB306", line, `The budget ${shorten(text)} ${whyNot(text, "an amount above zero")}.`);
    return 0n;
  }

  #checkDates(): void {
    const [begin, end] = ["date_begin", "date_end"].map((key) => {
      const text = this.#value(key);
      const date = text === undefined ? undefined : readDate(text);
      if (text !== undefined && date === undefined) {
        this.#log.add("PB313", this.line(key), `The ${key} ${shorten(text)} is neither dd.mm.yyyy nor yyyy.`);
      }
      return date;
    });
    // A year alone stands for any day in it.
    if (begin !== undefined && end !== undefined && begin.slice(0, end.length) > end.slice(0, begin.length)) {
      this.#log.add("PB314", this.line("date_end"), "The vote ends before it begins.");
    }
  }

  #limits(): BallotLimits {
    const limits: { -readonly [name in keyof BallotLimits]: BallotLimits[name] } = {};
    for (const [key, name] of countLimits) {
      const value = this.#limit(key, (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined));
      if (value !== undefined) limits[name] = value;
    }
    for (const [key, name] of pointLimits) {
      const value = this.#limit(key, parsePoints);
      if (value !== undefined) limits[name] = value;
    }
    for (const [key, name] of costLimits) {
      const value = this.#limit(key, (text) => readAmount(text, "down", this.line(key), this.#log));
      if (value !== undefined) limits[name] = value;
    }
    this.#checkPair("min_length", limits.lengthMin, "max_length", limits.lengthMax);
    this.#checkPair("min_sum_cost", limits.sumCostMin, "max_sum_cost", limits.sumCostMax);
    this.#checkPair("min_points", limits.pointsMin, "max_points", limits.pointsMax);
    this.#checkPair("min_sum_points", limits.sumPointsMin, "max_sum_points", limits.sumPointsMax);
    return limits;
  }

  #limit<T>(key: string, parse: (text: string) => T | undefined): T | undefined {
    const text = this.#value(key);
    if (text === undefined || isInfinite(text)) return undefined;
    const value = parse(text);
    if (value === undefined) {
      this.#log.add("PB315", this.line(key), `The limit ${key} ${shorten(text)} is not a number and was not applied.`);
    }
    return value;
  }

  #checkPair<T extends number | bigint>(low: string, min: T | undefined, high: string, max: T | undefined): void {
    if (min === undefined || max === undefined || min <= max) return;
    this.#log.add("PB319", this.line(low), `${low} is above ${high}.`);
  }
}

const countLimits = [
  ["min_length", "lengthMin"],
  ["max_length", "lengthMax"],
] as const;
const pointLimits = [
  ["min_points", "pointsMin"],
  ["max_points", "pointsMax"],
  ["min_sum_points", "sumPointsMin"],
  ["max_sum_points", "sumPointsMax"],
] as const;
const costLimits = [
  ["min_sum_cost", "sumCostMin"],
  ["max_sum_cost", "sumCostMax"],
] as const;

function isInfinite(text: string): boolean {
  return /^[+-]?inf(inity)?$/i.test(text);
}

/** Why a text is not the amount it should be, to end a sentence with. */
export function whyNot(text: string, wanted: string): string {
  if (!isUnknowable(text)) return `is not ${wanted}`;
  return "can be thousands or decimals: write it without a separator, or with two or four decimals";
}

/** Reads an amount and reports the liberties its text takes. */
export function readAmount(text: string, round: "down" | "up", line: number, log: FindingLog): bigint | undefined {
  const amount = parseAmount(text, round);
  if (amount === undefined) return undefined;
  if (amount.decimalComma) log.add("PB307", line, `The comma in ${shorten(text)} was read as a decimal comma.`);
  if (amount.grouped) log.add("PB309", line, `The blanks in ${shorten(text)} were read as thousands separators.`);
  if (amount.rounded) log.add("PB308", line, `The amount ${shorten(text)} was rounded ${round} to whole cents.`);
  return amount.cents;
}

/** Sortable text of dd.mm.yyyy or yyyy. */
function readDate(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return text;
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [, day = "", month = "", year = ""] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return exists ? `${year}-${month}-${day}` : undefined;
}

/** A value without the blanks around it, reported when there were any. */
export function trimmed(text: string, line: number, log: FindingLog): string {
  const value = text.trim();
  if (value !== text) log.add("PB113", line, `The blanks around ${shorten(value)} were removed.`);
  return value;
}

/** A value, with the literal None read as missing (a habit of Python writers). */
export function present(text: string, line: number, log: FindingLog): string {
  if (text !== "None") return text;
  log.add("PB114", line, "The literal None was read as an empty value.");
  return "";
}
