/** The last link of an account as the API says it. */
export interface Head {
  readonly account: string;
  readonly sequence: number;
  readonly head: string;
  readonly postedCents: number;
}

/** What came of adding up again: `wrong` names the accounts whose sum or last link is another. */
export interface Recounted {
  readonly lines: number;
  readonly accounts: number;
  readonly wrong: readonly string[];
}

/** SHA-256 of UTF-8 text as lower-case hex. */
export type Sha256 = (text: string) => Promise<string>;

/** SHA-256 of the browser itself. */
export const browserSha256: Sha256 = async (text) => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

type Line = Readonly<Record<string, string>>;

/**
 * Adds up the public journal again and computes every link of every account's chain from it, with nothing but the file.
 * What is younger than the heads is left out. @throws Error when the file is no journal.
 */
export async function recountLedger(csv: string, heads: readonly Head[], sha256: Sha256): Promise<Recounted> {
  const lines = parseJournal(csv);
  const wrong: string[] = [];
  for (const { account, sequence, head, postedCents } of heads) {
    const own = legsOf(lines, account).filter((leg) => leg.sequence <= sequence);
    let previous = "";
    for (const leg of own) previous = await sha256(chainText(previous, account, leg.sequence, leg.line));
    const cents = own.reduce((sum, leg) => sum + leg.cents, 0);
    if (own.length !== sequence || previous !== head || cents !== postedCents) wrong.push(account);
  }
  return { lines: lines.length, accounts: heads.length, wrong };
}

function legsOf(lines: readonly Line[], account: string) {
  return lines
    .flatMap((line) => [
      ...(line["van_rekening"] === account
        ? [{ line, sequence: Number(line["seq_van"]), cents: -Number(line["bedrag_cent"]) }]
        : []),
      ...(line["naar_rekening"] === account
        ? [{ line, sequence: Number(line["seq_naar"]), cents: Number(line["bedrag_cent"]) }]
        : []),
    ])
    .sort((left, right) => left.sequence - right.sequence);
}

/** The twelve lines of text whose SHA-256 is a link; the page says them in words. */
function chainText(previous: string, account: string, sequence: number, line: Line): string {
  const at = (column: string) => line[column] ?? "";
  const references = [at("besluit_ref"), at("mandaat_id"), at("storno_van")].join("\t");
  const columns = ["journal_id", "soort", "van_rekening", "naar_rekening", "bedrag_cent", "boekdatum", "effectdatum"];
  return ["hevel-entry-1", previous, account, String(sequence), ...columns.map(at), references].join("\n");
}

function parseJournal(csv: string): readonly Line[] {
  const [header, ...rows] = parseCsv(csv);
  if (header?.[0] !== "journal_id") throw new Error("this file is no journal");
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, unquoted(row[index] ?? "")])));
}

/** The export puts one apostrophe before text that a spreadsheet would take for a formula. */
const unquoted = (field: string) => (field.startsWith("'") ? field.slice(1) : field);

/** RFC 4180: fields with a comma, a quote or a line break stand between quotes. */
function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/g)) {
    if (end === "" && row.length === 0 && quoted === undefined && plain === "") break;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
