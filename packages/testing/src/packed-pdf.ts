import { deflateSync } from "node:zlib";

/** For tests: how the one object stream of a PDF is written. */
export interface Packing {
  /** Blanks behind its objects. */
  readonly blanks?: number;
  /** What is done with its bytes; deflate once when left out. */
  readonly pack?: (bytes: Buffer) => Buffer;
  /** How its dictionary says so. */
  readonly filter?: string;
  /** The names by which it says how many objects it holds. */
  readonly names?: string;
  /** What stands between its dictionary and its bytes. */
  readonly keyword?: string;
  /** More in the dictionary of the places. */
  readonly places?: string;
  /** Whole objects before it. */
  readonly objects?: readonly Buffer[];
}

/** For tests: a PDF of one page of which catalog and page are packed in an object stream, as programs of today write it. */
export function packedPdf(packing: Packing = {}): Uint8Array {
  const { blanks = 0, pack = (bytes) => deflateSync(bytes), filter = "/Filter /FlateDecode" } = packing;
  const { keyword = "stream\n", places = "/W [1 4 2] /Size 6", objects = [] } = packing;
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>",
  ];
  const begins = parts.map((_, index) => parts.slice(0, index).join(" ").length + (index > 0 ? 1 : 0));
  const header = `${begins.map((begin, index) => `${index + 1} ${begin}`).join(" ")} `;
  const packed = pack(Buffer.concat([Buffer.from(header + parts.join(" ")), Buffer.alloc(blanks, " ")]));
  const { names = `/N 3 /First ${header.length}` } = packing;
  const start = Buffer.concat([Buffer.from("%PDF-1.5\n"), ...objects]);
  const dictionary = `4 0 obj\n<< /Type /ObjStm ${names.replace("FIRST", String(header.length))} ${filter} /Length ${packed.length} >>\n${keyword}`;
  const body = Buffer.concat([start, Buffer.from(dictionary), packed, Buffer.from("\nendstream\nendobj\n")]);
  const row = (type: number, at: number, index: number) => {
    const bytes = Buffer.alloc(7);
    bytes.writeUInt8(type, 0);
    bytes.writeUInt32BE(at, 1);
    bytes.writeUInt16BE(index, 5);
    return bytes;
  };
  const rows = Buffer.concat([
    row(0, 0, 65_535),
    ...parts.map((_, index) => row(2, 4, index)),
    row(1, start.length, 0),
    row(1, body.length, 0),
  ]);
  const xref = `5 0 obj\n<< /Type /XRef ${places} /Root 1 0 R /Length ${rows.length} >>\nstream\n`;
  const end = `\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([body, Buffer.from(xref), rows, Buffer.from(end)]));
}

/** For tests: a whole object with a stream, as a picture of a scan is. */
export function pdfStream(number: number, dictionary: string, bytes: Buffer): Buffer {
  const head = `${number} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\nendstream\nendobj\n")]);
}
