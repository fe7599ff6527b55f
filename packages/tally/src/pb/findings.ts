/**
 * Every deviation a .pb file can show, as a closed list of codes. The table in docs/tally/findings.md is this list;
 * a test keeps the two the same. Codes are never reused: a retired one stays retired.
 *
 * note: read without a guess. warning: read with a stated repair or a contradiction in the file.
 * error: what was voted on, or what a ballot says, cannot be known, so the file is refused.
 */
export const findingTitles = {
  PB101: ["note", "The file starts with a byte order mark."],
  PB102: ["warning", "Bytes that are not UTF-8 were replaced by U+FFFD."],
  PB103: ["note", "Lines end with CR LF instead of LF."],
  PB104: ["note", "Lines end in more than one way."],
  PB105: ["note", "The last line has no line ending."],
  PB106: ["note", "An empty line was skipped."],
  PB107: ["warning", "A quote inside an unquoted cell was kept as text."],
  PB108: ["warning", "Text follows a closing quote; the whole cell was kept as it stands."],
  PB109: ["error", "A quoted cell is never closed."],
  PB110: ["error", "One record is longer than any reader should hold."],
  PB111: ["warning", "A row has more cells than the header; the surplus was dropped."],
  PB112: ["warning", "A row has fewer cells than the header; the missing ones were read as empty."],
  PB113: ["note", "Blanks around a value were removed."],
  PB114: ["note", "The literal None was read as an empty value."],
  PB115: ["note", "More findings of one code than are listed one by one."],
  PB201: ["error", "There is text before the first section."],
  PB202: ["note", "A section title was not written exactly as the format has it."],
  PB203: ["error", "A section is missing."],
  PB204: ["error", "A section occurs twice."],
  PB205: ["error", "VOTES comes before META or PROJECTS, so its ballots cannot be read."],
  PB206: ["warning", "PROJECTS comes before META."],
  PB207: ["error", "A required column is missing."],
  PB208: ["warning", "A column occurs twice; the first one counts, the other was dropped."],
  PB209: ["warning", "A column without a name was dropped."],
  PB210: ["note", "A column the format does not know was kept."],
  PB211: ["note", "An old column name was replaced by the one in use now."],
  PB212: ["note", "META has no key;value header."],
  PB213: ["note", "A column name was not written exactly as the format has it."],
  PB301: ["warning", "META lacks an obligatory key."],
  PB302: ["error", "META lacks a key without which nothing can be counted."],
  PB303: ["warning", "META has a key twice; the last one counts."],
  PB304: ["note", "META has a key the format does not know; it was kept."],
  PB305: ["note", "An unquoted semicolon in a META value was kept as text."],
  PB306: ["error", "The budget is not an amount above zero."],
  PB307: ["warning", "An amount has a decimal comma."],
  PB308: ["warning", "An amount has more than two decimals: a budget was rounded down, a cost up."],
  PB309: ["warning", "An amount has blanks between its digits."],
  PB310: ["error", "The vote type is not one that can be counted."],
  PB311: ["note", "The vote type was not written exactly as the format has it."],
  PB312: ["note", "The rule is not one the format lists."],
  PB313: ["warning", "A date is neither dd.mm.yyyy nor yyyy."],
  PB314: ["warning", "The vote ends before it begins."],
  PB315: ["warning", "A limit is not a number and was not applied."],
  PB316: ["warning", "num_projects differs from the number of projects."],
  PB317: ["warning", "num_votes differs from the number of ballots."],
  PB318: ["warning", "fully_funded contradicts the costs and the budget."],
  PB319: ["warning", "A minimum is above its maximum."],
  PB401: ["error", "A project has no id."],
  PB402: ["error", "Two projects have the same id."],
  PB403: ["error", "A project's cost is not an amount of zero or more."],
  PB404: ["warning", "A project costs nothing."],
  PB405: ["warning", "A project has the sentinel cost 999999999: it was withdrawn."],
  PB406: ["warning", "A project costs more than the whole budget."],
  PB407: ["warning", "An official figure is not a number; it was not compared."],
  PB408: ["error", "A project id holds a comma, so no ballot can name it."],
  PB409: ["note", "PROJECTS has neither a votes nor a score column."],
  PB501: ["warning", "A ballot has no voter id."],
  PB502: ["warning", "Two ballots have the same voter id; both were counted."],
  PB503: ["error", "A ballot names a project that is not in PROJECTS."],
  PB504: ["warning", "A ballot names a project twice; it was counted once, points were added."],
  PB505: ["note", "A ballot names no project; it counts as a voter."],
  PB506: ["error", "A ballot does not have one number of points for each project."],
  PB507: ["error", "A ballot has points that are not a number of at most four decimals."],
  PB508: ["note", "Points in a vote that has no points were kept as an unknown column."],
  PB509: ["warning", "An empty place in a list of projects was skipped."],
  PB510: ["warning", "A ballot breaks a limit the file itself sets; it was counted."],
  PB511: ["note", "The points of a ballot are not in descending order."],
  PB601: ["warning", "The official number of votes differs from the recount."],
  PB602: ["warning", "The official score differs from the recount."],
  PB603: ["warning", "The projects the file marks as selected cost more than the budget."],
  PB604: ["warning", "The projects the file marks as selected differ from the recount by its own rule."],
} as const satisfies Record<string, readonly ["note" | "warning" | "error", string]>;

export type FindingCode = keyof typeof findingTitles;
export type FindingLevel = "note" | "warning" | "error";

/** One deviation. `number` counts from 1 in the order of the file; `line` counts from 1, 0 is the file as a whole. */
export interface Finding {
  readonly number: number;
  readonly code: FindingCode;
  readonly level: FindingLevel;
  readonly line: number;
  /** One English sentence that names what was found and what was done. */
  readonly message: string;
}

/** The input cannot be counted. `findings` holds everything seen until then, the errors among them. */
export class PbUnreadableError extends Error {
  override name = "PbUnreadableError";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const errors = findings.filter((finding) => finding.level === "error");
    const first = errors[0];
    super(
      `The .pb input cannot be read: ${errors.length} error${errors.length === 1 ? "" : "s"}${first === undefined ? "" : `, the first ${first.code} on line ${first.line}: ${first.message}`}`,
    );
    this.findings = findings;
  }
}

/** A file with one flaw on every line must not fill the memory: beyond this many of one code they are only counted. */
export const FINDINGS_PER_CODE_MAX = 1000;

/** Collects findings while a file is read. */
export class FindingLog {
  #entries: Omit<Finding, "number">[] = [];
  #counts = new Map<FindingCode, number>();
  #errors = 0;

  add(code: FindingCode, line: number, message: string): void {
    const level = findingTitles[code][0];
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (level === "error") this.#errors += 1;
    if (count <= FINDINGS_PER_CODE_MAX) this.#entries.push({ code, level, line, message });
  }

  /** Reading cannot go on at all. */
  fail(code: FindingCode, line: number, message: string): never {
    this.add(code, line, message);
    throw new PbUnreadableError(this.list());
  }

  /** Everything so far, in the order of the file. */
  list(): readonly Finding[] {
    const entries = [...this.#entries];
    for (const [code, count] of this.#counts) {
      if (count <= FINDINGS_PER_CODE_MAX) continue;
      const message = `${count - FINDINGS_PER_CODE_MAX} more findings of ${code} are not listed one by one; ${count} in all.`;
      entries.push({ code: "PB115", level: "note", line: 0, message });
    }
    return entries
      .sort((left, right) => left.line - right.line)
      .map((entry, index) => ({ number: index + 1, ...entry }));
  }

  /** @throws PbUnreadableError when an error was found. */
  assertReadable(): void {
    if (this.#errors > 0) throw new PbUnreadableError(this.list());
  }
}

/** Foreign text in a message: short, and on one line. */
export function shorten(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ");
  return flat.length <= 40 ? `'${flat}'` : `'${flat.slice(0, 39)}…'`;
}
