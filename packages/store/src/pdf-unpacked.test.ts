import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { limits } from "@hevel/core";
import { type Packing, packedPdf, pdfStream } from "@hevel/testing/packed-pdf";
import { describe, expect, test } from "vitest";
import { pdfProblem } from "./pdf-content.ts";

const tooMany = limits.pdfUnpackedBytesMax + 100_000;
const twice = (bytes: Buffer) => deflateSync(deflateSync(bytes));

describe("a PDF that becomes too large when it is opened", () => {
  test.each<readonly [string, Packing]>([
    ["blanks in its object stream", {}],
    ["packed twice", { pack: twice, filter: "/Filter [/FlateDecode /FlateDecode]" }],
    ["packed three times", { pack: (bytes) => deflateSync(twice(bytes)), filter: "/Filter [/Fl /Fl /FlateDecode]" }],
    ["broken at its end", { pack: (bytes) => deflateSync(bytes).subarray(0, -9) }],
    ["a string that is like an object", { names: "/N 3 /First FIRST /X (\n7 0 obj << >> stream\n)" }],
  ])("with %s is refused", async (_, packing) => {
    const bytes = packedPdf({ ...packing, blanks: tooMany });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await pdfProblem(bytes)).toBe("file-unpacked");
  });

  test("by many streams together is refused, and a byte less is not", async () => {
    const half = deflateSync(Buffer.alloc(limits.pdfUnpackedBytesMax / 2, " "));
    const one = (number: number) => pdfStream(number, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", half);
    expect(await pdfProblem(packedPdf({ objects: [one(7), one(8)] }))).toBe("file-unpacked");
    expect(await pdfProblem(packedPdf({ objects: [one(7)] }))).toBeUndefined();
  });

  test("because it says it has a billion objects, in no bytes at all, is refused", async () => {
    expect(await pdfProblem(packedPdf({ places: "/W [0 0 0] /Index [0 1000000000] /Size 6" }))).toBe("file-unpacked");
    expect(await pdfProblem(packedPdf({ places: "/W [0 0 0] /Size 1000000000" }))).toBe("file-unpacked");
  });

  test("in more streams than anybody writes is refused", async () => {
    const small = pdfStream(7, "/N 1 /First 4 /Filter /FlateDecode", deflateSync(Buffer.from("9 0 null")));
    const objects = Array.from({ length: limits.pdfStreamsMax }, () => small);
    expect(await pdfProblem(packedPdf({ objects }))).toBe("file-unpacked");
  });

  test("which cannot be told because it is locked, is refused by how many bytes could become too many", async () => {
    const locked = (length: number) =>
      pdfProblem(
        packedPdf({
          objects: [pdfStream(7, "/Encrypt 9 0 R /N 1 /First 4 /Filter /FlateDecode", randomBytes(length))],
        }),
      );
    expect(await locked(60_000)).toBe("file-unpacked");
    expect(await locked(30_000)).not.toBe("file-unpacked");
  });
});

describe("a PDF of which it cannot be counted what it becomes", () => {
  const asHex = (bytes: Buffer) => Buffer.from(`${deflateSync(bytes).toString("hex")}>`);
  /** Every byte once, by runs of 128: a bomb would repeat one. */
  const asRuns = (bytes: Buffer) =>
    Buffer.concat([...Array.from(bytes, (byte) => Buffer.from([0, byte])), Buffer.from([128])]);

  test.each<readonly [string, Packing]>([
    ["runs", { pack: asRuns, filter: "/Filter /RunLengthDecode" }],
    ["runs, in short", { pack: asRuns, filter: "/F [/RL]" }],
    ["hexadecimal digits", { pack: asHex, filter: "/Filter [/ASCIIHexDecode /FlateDecode]" }],
    ["runs with a code for a letter", { pack: asRuns, filter: "/Filter /RunL#65ngthDecode" }],
    [
      "runs named elsewhere",
      { pack: asRuns, filter: "/Filter 9 0 R", objects: [Buffer.from("9 0 obj\n/RunLengthDecode\nendobj\n")] },
    ],
    ["deflate under a hidden name", { filter: "/Filter /Fl#61teDecode" }],
    ["streams after words on their line", { keyword: "stream of blanks\n" }],
    ["streams after a comment", { keyword: "% stream\nstream\n" }],
    ["streams after a comment that is like an object", { keyword: "% 7 0 obj << >>\nstream\n" }],
    ["a dictionary with other objects in it", { names: "/N 3 /First FIRST /X endobj\n7 0 obj << /Y << >> >>" }],
    ["a dictionary that seems to end before it does", { names: "/A >> /N 3 /First FIRST" }],
    ["hidden names for its objects", { names: "/N 3 /F#69rst FIRST" }],
  ])("because of %s, is not read as far as that", async (_, packing) => {
    expect(await pdfProblem(packedPdf(packing))).toBe("file-broken");
  });
});

describe("a PDF that stays small when it is opened is kept", () => {
  test.each<readonly [string, Packing]>([
    ["as programs of today write it", {}],
    ["with objects that are not packed", { pack: (bytes) => bytes, filter: "" }],
    ["with as much in it as is allowed", { blanks: limits.pdfUnpackedBytesMax - 1_000 }],
  ])("%s", async (_, packing) => expect(await pdfProblem(packedPdf(packing))).toBeUndefined());

  test("a scan of 10 MB, whose pages would be 200 MB of colour", async () => {
    const picture =
      "/Type /XObject /Subtype /Image /Width 5000 /Height 4000 /ColorSpace /DeviceRGB /BitsPerComponent 8";
    const colour = deflateSync(Buffer.alloc(60_000_000, 7));
    const noise = pdfStream(10, `${picture} /Filter /DCTDecode`, randomBytes(9_500_000));
    const objects = [7, 8, 9].map((number) => pdfStream(number, `${picture} /Filter /FlateDecode`, colour));
    const bytes = packedPdf({ objects: [...objects, noise] });
    expect(bytes.length).toBeLessThanOrEqual(limits.fileBytesMax);
    expect(await pdfProblem(bytes)).toBeUndefined();
  });
});
