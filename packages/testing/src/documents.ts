import { createHash } from "node:crypto";

/** A small PDF that every reader opens. `user` is the password to open it with, `owner` the one to change it. */
export function pdfOf(
  options: { pages?: number; before?: string; after?: string; user?: string; owner?: string } = {},
): Uint8Array {
  const { pages = 1, before = "", after = "", user = "", owner } = options;
  const isLocked = user !== "" || owner !== undefined;
  const first = isLocked ? 4 : 3;
  const kids = Array.from({ length: pages }, (_, page) => `${first + page} 0 R`);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids.join(" ")}] >>`,
    ...(isLocked ? [lock(user, owner ?? user)] : []),
    ...kids.map(() => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>"),
  ];
  let text = `${before}%PDF-1.4\n`;
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  const size = objects.length + 1;
  const encrypt = isLocked ? `/Encrypt 3 0 R /ID [<${fileId}> <${fileId}>] ` : "";
  text += `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${size} /Root 1 0 R ${encrypt}>>\n`;
  return new Uint8Array(Buffer.from(`${text}startxref\n${start}\n%%EOF\n${after}`, "latin1"));
}

const fileId = "00112233445566778899aabbccddeeff";
const permissions = -44;
const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const padded = (password: string) => Buffer.concat([Buffer.from(password, "latin1"), padding]).subarray(0, 32);
const md5 = (...parts: readonly Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest();

/** The standard security handler, revision 2 (PDF 1.7 section 7.6.3, algorithms 2 to 4). */
function lock(user: string, owner: string): string {
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const p = Buffer.alloc(4);
  p.writeInt32LE(permissions);
  const key = md5(padded(user), o, p, Buffer.from(fileId, "hex")).subarray(0, 5);
  const u = rc4(key, padding);
  const hex = (bytes: Buffer) => `<${bytes.toString("hex")}>`;
  return `<< /Filter /Standard /V 1 /R 2 /O ${hex(o)} /U ${hex(u)} /P ${permissions} >>`;
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number) => box[index % 256] ?? 0;
  const swap = (one: number, other: number) => {
    [box[one], box[other]] = [at(other), at(one)];
  };
  let [i, j] = [0, 0];
  for (; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) % 256;
      j = (j + at(i)) % 256;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
