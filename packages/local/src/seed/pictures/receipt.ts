import type { FileAtHand } from "../story/stage.ts";
import { drawing, paint } from "./parts.ts";

/** What stands on a receipt. Amounts are euros. */
export interface ReceiptContent {
  readonly supplier: string;
  readonly date: string;
  readonly number: string;
  readonly euros: number;
  readonly receipt: readonly (readonly [item: string, euros: number])[];
  readonly isPhotographed?: boolean;
}

const euro = (amount: number): string =>
  amount.toLocaleString("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

interface Line {
  readonly left: string;
  readonly right: string;
  readonly isStrong: boolean;
}

function linesOf({ supplier, date, number, receipt }: ReceiptContent): readonly Line[] {
  const total = receipt.reduce((sum, [, amount]) => sum + amount, 0);
  const tax = total - total / 1.21;
  const line = (left: string, right = "", isStrong = false): Line => ({ left, right, isStrong });
  return [
    line(supplier, "", true),
    line("Voorbeeldstad"),
    line(`Datum ${date.split("-").reverse().join("-")}`),
    line(`Bon ${number}`),
    line(""),
    ...receipt.map(([item, amount]) => line(item, euro(amount))),
    line(""),
    line("Totaal (EUR)", euro(total), true),
    line("Waarvan btw 21%", euro(tax)),
    line(""),
    line("Voorbeeld: niet echt gekocht"),
  ];
}

/** A receipt as a photo of the slip, or as the PDF that a web shop sends. The same content gives the same bytes. */
export async function drawReceipt(content: ReceiptContent): Promise<FileAtHand> {
  const lines = linesOf(content);
  if (content.isPhotographed !== true) return { bytes: asPdf(lines), contentType: "application/pdf" };
  const { default: sharp } = await import("sharp");
  const bytes = await sharp(Buffer.from(asSlip(lines)))
    .resize(960)
    .png({ palette: true })
    .toBuffer();
  return { bytes, contentType: "image/png" };
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A slip of paper on a wooden table. */
function asSlip(lines: readonly Line[]): string {
  const top = 360 - lines.length * 19;
  const rows = lines.map(({ left, right, isStrong }, index) => {
    const y = top + 40 + index * 38;
    const look = `y="${y}" font-family="monospace" font-size="26" font-weight="${isStrong ? 700 : 400}" fill="${paint.ink}"`;
    return `<text x="420" ${look}>${escaped(left)}</text><text x="880" ${look} text-anchor="end">${right}</text>`;
  });
  return drawing(
    `<rect width="1280" height="720" fill="${paint.oak}"/>`,
    `<g transform="rotate(-2 640 360)"><rect x="370" y="-40" width="560" height="800" fill="${paint.paper}"/>${rows.join("")}</g>`,
  );
}

/** One page of text, in the smallest PDF that readers take: a font, a page and its lines. */
function asPdf(lines: readonly Line[]): Uint8Array {
  const inPdf = (text: string) => text.replace(/[\\()]/g, "\\$&");
  const rows = lines.flatMap(({ left, right, isStrong }, index) => {
    const y = 560 - index * 20;
    const font = isStrong ? "/F2 13 Tf" : "/F1 11 Tf";
    const at = (x: number, text: string) => `BT ${font} ${x} ${y} Td (${inPdf(text)}) Tj ET`;
    return right === "" ? [at(40, left)] : [at(40, left), at(330, right)];
  });
  const page = rows.join("\n");
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    font("Helvetica"),
    font("Helvetica-Bold"),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  // One byte for each character, as WinAnsi has them: names with an accent stay readable.
  return Buffer.from(`${body}${table}${end}`, "latin1");
}
