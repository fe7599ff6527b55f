/**
 * Every deviation a .pb file can show, as a closed list of codes. docs/tally/findings.md says what each one means; a test
 * keeps the two the same. Codes are never reused: a retired one stays retired.
 *
 * note: read without a guess. warning: read with a stated repair, or the file contradicts itself.
 * error: what was voted on, or what a ballot says, cannot be known, so the file is refused.
 */
export const findingCodes = {
  note: [
    "PB101",
    "PB103",
    "PB104",
    "PB105",
    "PB106",
    "PB113",
    "PB114",
    "PB115",
    "PB202",
    "PB210",
    "PB211",
    "PB212",
    "PB213",
    "PB304",
    "PB305",
    "PB311",
    "PB312",
    "PB409",
    "PB505",
    "PB508",
    "PB511",
  ],
  warning: [
    "PB102",
    "PB107",
    "PB108",
    "PB111",
    "PB112",
    "PB206",
    "PB208",
    "PB209",
    "PB301",
    "PB303",
    "PB307",
    "PB308",
    "PB309",
    "PB313",
    "PB314",
    "PB315",
    "PB316",
    "PB317",
    "PB318",
    "PB319",
    "PB404",
    "PB405",
    "PB406",
    "PB407",
    "PB501",
    "PB502",
    "PB504",
    "PB509",
    "PB510",
    "PB601",
    "PB602",
    "PB603",
    "PB604",
  ],
  error: [
    "PB109",
    "PB110",
    "PB201",
    "PB203",
    "PB204",
    "PB205",
    "PB207",
    "PB302",
    "PB306",
    "PB310",
    "PB401",
    "PB402",
    "PB403",
    "PB408",
    "PB503",
    "PB506",
    "PB507",
  ],
} as const;

export type FindingCode = (typeof findingCodes)[keyof typeof findingCodes][number];
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

const levels = new Map<FindingCode, FindingLevel>();
for (const level of ["note", "warning", "error"] as const)
  for (const code of findingCodes[level]) levels.set(code, level);

/** How grave a finding of this code is. */
export function levelOf(code: FindingCode): FindingLevel {
  return levels.get(code) ?? "error";
}

/** Collects findings while a file is read. */
export class FindingLog {
  #entries: Omit<Finding, "number">[] = [];
  #counts = new Map<FindingCode, number>();
  #errors = 0;

  add(code: FindingCode, line: number, message: string): void {
    const level = levelOf(code);
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
  // Foreign text may be a million characters long; enough of it to fill the line is looked at.
  const flat = text.slice(0, 200).replaceAll(/\s+/g, " ");
  return flat.length <= 40 ? `'${flat}'` : `'${flat.slice(0, 39)}…'`;
}
