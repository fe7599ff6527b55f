import { type FindingLog, shorten } from "./findings.ts";

/** A record beyond this many characters is a broken quote or not a .pb file; holding it would defeat streaming. */
export const RECORD_LENGTH_MAX = 1_048_576;

type LineEnding = "\n" | "\r\n" | "\r";

/**
 * Cuts text into records of cells: `;` separates, `"` quotes, `""` is a quote inside a quoted cell. Chunks may end
 * anywhere. Holds at most one record. A line break inside a quoted cell is read as LF.
 */
export class RecordReader {
  readonly #log: FindingLog;
  readonly #take: (line: number, cells: string[]) => void;
  #tail: string[] = [];
  #tailLength = 0;
  #line = 0;
  #started = false;
  #firstEnding: LineEnding | undefined;
  #mixed = false;
  #blankLine: number | undefined;
  #open: OpenRecord | undefined;

  constructor(log: FindingLog, take: (line: number, cells: string[]) => void) {
    this.#log = log;
    this.#take = take;
  }

  push(chunk: string): void {
    let text = chunk;
    if (!this.#started && text !== "") {
      this.#started = true;
      if (text.startsWith("\uFEFF")) {
        this.#log.add("PB101", 1, "The byte order mark before the first character was skipped.");
        text = text.slice(1);
      }
    }
    let from = 0;
    let newline = text.indexOf("\n");
    if (newline !== -1 && this.#tailLength > 0) {
      const first = this.#takeTail() + text.slice(0, newline);
      this.#endLine(first, "\n");
      from = newline + 1;
      newline = text.indexOf("\n", from);
    }
    while (newline !== -1) {
      this.#endLine(text.slice(from, newline), "\n");
      from = newline + 1;
      newline = text.indexOf("\n", from);
    }
    if (from < text.length) {
      const rest = text.slice(from);
      this.#tail.push(rest);
      this.#tailLength += rest.length;
    }
    if (this.#tailLength > RECORD_LENGTH_MAX) this.#flushOldMacLines();
  }

  end(): void {
    const last = this.#takeTail();
    if (last !== "") {
      const endsWithCr = last.endsWith("\r");
      if (!endsWithCr)
        this.#log.add("PB105", this.#line + last.split("\r").length, "The last line has no line ending.");
      this.#endLine(last, undefined);
    }
    if (this.#open !== undefined) {
      const message = "The quoted cell that opens in this record is not closed before the end of the file.";
      this.#log.fail("PB109", this.#open.line, message);
    }
    if (this.#firstEnding === "\r\n" && !this.#mixed) {
      this.#log.add("PB103", 1, "Lines end with CR LF; the canonical form has LF.");
    }
    // One empty line at the end is allowed by the format, so the last one is not reported.
  }

  #takeTail(): string {
    const text = this.#tail.length === 1 ? (this.#tail[0] ?? "") : this.#tail.join("");
    this.#tail = [];
    this.#tailLength = 0;
    return text;
  }

  /** A file with CR alone as line ending has no LF to cut at; cut at what is there before giving up. */
  #flushOldMacLines(): void {
    const text = this.#takeTail();
    const cut = text.lastIndexOf("\r", text.length - 2);
    const rest = text.slice(cut + 1);
    if (rest.length > RECORD_LENGTH_MAX) this.#refuseLength(this.#line + 1);
    if (cut !== -1) this.#endLine(text.slice(0, cut), "\r");
    this.#tail = [rest];
    this.#tailLength = rest.length;
  }

  #refuseLength(line: number): never {
    return this.#log.fail("PB110", line, `A record of more than ${RECORD_LENGTH_MAX} characters was refused.`);
  }

  /** One stretch that ended at LF, at a flush or at the end of the input; it may hold CRs of its own. */
  #endLine(stretch: string, ending: "\n" | "\r" | undefined): void {
    let text = stretch;
    let last: LineEnding | undefined = ending;
    if (text.endsWith("\r") && ending !== "\r") {
      text = text.slice(0, -1);
      last = ending === "\n" ? "\r\n" : "\r";
    }
    if (text.includes("\r")) {
      const pieces = text.split("\r");
      text = pieces.pop() ?? "";
      for (const piece of pieces) this.#takeLine(piece, "\r");
    }
    this.#takeLine(text, last);
  }

  #takeLine(text: string, ending: LineEnding | undefined): void {
    this.#line += 1;
    if (ending !== undefined && ending !== this.#firstEnding) {
      if (this.#firstEnding === undefined) this.#firstEnding = ending;
      else if (!this.#mixed) {
        this.#mixed = true;
        const message = `From this line on lines end in more than one way (${nameEnding(this.#firstEnding)}, ${nameEnding(ending)}).`;
        this.#log.add("PB104", this.#line, message);
      }
    }
    if (text.includes("\uFFFD")) {
      this.#log.add("PB102", this.#line, "The line holds U+FFFD where bytes were not UTF-8.");
    }
    if (this.#open === undefined) {
      this.#reportBlankLine();
      if (text === "") {
        this.#blankLine = this.#line;
        return;
      }
      if (!text.includes('"')) {
        if (text.length > RECORD_LENGTH_MAX) this.#refuseLength(this.#line);
        this.#take(this.#line, text.split(";"));
        return;
      }
      this.#open = new OpenRecord(this.#line);
    } else {
      this.#open.breakLine();
    }
    this.#scan(this.#open, text);
  }

  #scan(record: OpenRecord, text: string): void {
    const done = record.scan(text, this.#log, this.#line);
    if (record.length > RECORD_LENGTH_MAX) this.#refuseLength(record.line);
    if (!done) return;
    this.#open = undefined;
    this.#take(record.line, record.cells);
  }

  #reportBlankLine(): void {
    if (this.#blankLine === undefined) return;
    this.#log.add("PB106", this.#blankLine, "An empty line was skipped.");
    this.#blankLine = undefined;
  }
}

function nameEnding(ending: LineEnding): string {
  if (ending === "\n") return "LF";
  return ending === "\r" ? "CR" : "CR LF";
}

/** The slow path: a record with a quote in it, which may run over several lines. */
class OpenRecord {
  readonly line: number;
  readonly cells: string[] = [];
  length = 0;
  #cell = "";
  #raw = "";
  #quoted = false;

  constructor(line: number) {
    this.line = line;
  }

  breakLine(): void {
    this.#cell += "\n";
    this.#raw += "\n";
  }

  /** @returns whether the record is complete. */
  scan(text: string, log: FindingLog, line: number): boolean {
    this.length += text.length + 1;
    let at = 0;
    if (!this.#quoted && text.startsWith('"')) at = this.#openQuote(at);
    for (;;) {
      if (this.#quoted) {
        at = this.#scanQuoted(text, at);
        if (this.#quoted) return false;
      }
      const separator = text.indexOf(";", at);
      const end = separator === -1 ? text.length : separator;
      this.#endCell(text.slice(at, end), log, line);
      if (separator === -1) return true;
      at = separator + 1;
      if (text[at] === '"') at = this.#openQuote(at);
    }
  }

  #openQuote(at: number): number {
    this.#quoted = true;
    this.#raw = '"';
    return at + 1;
  }

  #scanQuoted(text: string, from: number): number {
    let at = from;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote === -1) {
        this.#cell += text.slice(at);
        this.#raw += text.slice(at);
        return text.length;
      }
      this.#cell += text.slice(at, quote);
      this.#raw += text.slice(at, quote + 1);
      if (text[quote + 1] !== '"') {
        this.#quoted = false;
        return quote + 1;
      }
      this.#cell += '"';
      this.#raw += '"';
      at = quote + 2;
    }
  }

  /** `rest` is what stands between the closing quote, or the start of the cell, and the separator. */
  #endCell(rest: string, log: FindingLog, line: number): void {
    if (this.#raw === "") {
      if (rest.includes('"')) log.add("PB107", line, `The quote in the unquoted cell ${shorten(rest)} was kept.`);
      this.cells.push(rest);
    } else if (rest === "") {
      this.cells.push(this.#cell);
    } else {
      const whole = this.#raw + rest;
      log.add("PB108", line, `Text follows the closing quote in ${shorten(whole)}; the quotes were kept as text.`);
      this.cells.push(whole);
    }
    this.#cell = "";
    this.#raw = "";
  }
}
