import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type AnnouncedType, type FilePurpose, limits, photoWidths, type StoredFile } from "@hevel/core";
import { pdfOf } from "@hevel/testing/documents";
import sharp from "sharp";
import { afterAll, describe, expect, inject, test } from "vitest";
import { createFiles } from "./files.ts";
import { createIds } from "./random.ts";

const { bucket, filesEndpoint: endpoint, region } = inject("parts");
const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
afterAll(() => client.destroy());

const ids = createIds();
const municipality = "GM0001";
const files = createFiles({ client, bucket, municipality });
const pdf = pdfOf();
const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: "#0a5566" } });
const gps = {
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 12/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "5/1 47/1 0/1" },
};

function announced(bytes: Uint8Array, contentType: AnnouncedType, purpose: FilePurpose = "receipt"): StoredFile {
  return {
    id: ids.next("fil"),
    purpose,
    contentType,
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    status: "awaited",
    enterpriseId: ids.next("ent"),
    uploadedBy: ids.next("per"),
    createdAt: "2026-11-21T12:00:00.000Z",
    revision: 0,
  };
}

async function upload(file: StoredFile, bytes: Uint8Array) {
  const { url, headers } = await files.presign(file);
  return fetch(url, { method: "PUT", headers, body: Buffer.from(bytes) });
}

/** Announces, uploads and has judged. */
async function judged(bytes: Uint8Array, contentType: AnnouncedType, purpose?: FilePurpose) {
  const file = announced(bytes, contentType, purpose);
  expect((await upload(file, bytes)).status).toBe(200);
  return { file, outcome: await files.accept(file) };
}

const isKept = async (prefix: string, { id }: StoredFile) => {
  const found = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return (found.Contents ?? []).some(({ Key }) => Key?.endsWith(id));
};

describe("an upload", () => {
  test("of a PDF is kept as it is", async () => {
    const { file, outcome } = await judged(pdf, "application/pdf");
    expect(outcome).toEqual({
      outcome: "clean",
      contentType: "application/pdf",
      sizeBytes: pdf.length,
      storedSha256: file.sha256,
    });
    expect((await files.read(file.id, "receipt"))?.bytes).toEqual(pdf);
  });

  test.each(["jpeg", "png"] as const)("of a %s loses where it was taken, and all other metadata", async (format) => {
    const bytes = new Uint8Array(await picture.clone().toFormat(format).withExif(gps).toBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { file, outcome } = await judged(bytes, `image/${format}`);
    expect(outcome).toMatchObject({ outcome: "clean", contentType: `image/${format}` });
    const kept = (await files.read(file.id, "receipt"))?.bytes ?? new Uint8Array();
    const { exif, xmp, iptc, icc, width } = await sharp(kept).metadata();
    expect([exif, xmp, iptc, icc, width]).toEqual([undefined, undefined, undefined, undefined, 40]);
    expect(createHash("sha256").update(kept).digest("hex")).toBe(
      outcome?.outcome === "clean" ? outcome.storedSha256 : "",
    );
  });

  test("of a photo held upright stays upright", async () => {
    const bytes = new Uint8Array(await picture.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer());
    const { file } = await judged(bytes, "image/jpeg", "photo");
    const kept = (await files.read(file.id, "photo"))?.bytes ?? new Uint8Array();
    expect(await sharp(kept).metadata()).toMatchObject({ width: 20, height: 40 });
  });

  test("of a large photo is made as large as a screen; a receipt keeps every pixel", async () => {
    const create = { width: 3_000, height: 300, channels: 3, background: "#fff" } as const;
    const bytes = new Uint8Array(await sharp({ create }).jpeg().toBuffer());
    const widths: (number | undefined)[] = [];
    for (const purpose of ["photo", "receipt"] as const) {
      const { file } = await judged(bytes, "image/jpeg", purpose);
      const kept = (await files.read(file.id, purpose))?.bytes ?? new Uint8Array();
      widths.push((await sharp(kept).metadata()).width);
    }
    expect(widths).toEqual([limits.photoSideMax, 3_000]);
  });

  test("leaves nothing in quarantine, and asking again gives the same answer", async () => {
    const { file, outcome } = await judged(pdf, "application/pdf");
    expect(await isKept("quarantine/", file)).toBe(false);
    expect(await files.accept(file)).toEqual(outcome);
  });

  test("that never came is none", async () => {
    expect(await files.accept(announced(pdf, "application/pdf"))).toBeUndefined();
  });
});

describe("what does not fit the announcement is turned away at the door", () => {
  test("one byte more, other bytes, another type", async () => {
    const file = announced(pdf, "application/pdf");
    const { url, headers } = await files.presign(file);
    const put = (body: Uint8Array, type = "application/pdf") =>
      fetch(url, { method: "PUT", headers: { ...headers, "content-type": type }, body: Buffer.from(body) });
    expect((await put(new Uint8Array([...pdf, 32]))).status).toBe(403);
    expect((await put(pdf.toReversed())).status).toBe(400);
    expect((await put(pdf, "text/html")).status).toBe(403);
    expect(await isKept("quarantine/", file)).toBe(false);
  });

  test("and, should it get in, when it is judged", async () => {
    const file = announced(pdf, "application/pdf");
    const place = { Bucket: bucket, Key: `quarantine/${municipality}/${file.id}` };
    await client.send(new PutObjectCommand({ ...place, Body: new Uint8Array([...pdf, 32]) }));
    expect(await files.accept(file)).toEqual({ outcome: "refused", reason: "sha256" });
    await client.send(new PutObjectCommand({ ...place, Body: new Uint8Array(limits.fileBytesMax + 1) }));
    expect(await files.accept(file)).toEqual({ outcome: "refused", reason: "file-too-large" });
    expect(await isKept("", file)).toBe(false);
  });
});

describe("content decides what a file is", () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const png = async () => new Uint8Array(await picture.clone().png().toBuffer());
  const jpeg = async () => new Uint8Array(await picture.clone().jpeg().toBuffer());

  test.each([
    ["a PDF as a photo", async () => pdf, "application/pdf", "photo"],
    [
      "a zip called JPEG",
      async () => new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(40)]),
      "image/jpeg",
      "receipt",
    ],
    [
      "an SVG with a script",
      async () => text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      "image/png",
      "photo",
    ],
    ["a GIF that is a script too", async () => text("GIF89a/*....*/=alert(1)"), "image/png", "photo"],
    ["a page", async () => text("<!doctype html><script>alert(1)</script>"), "application/pdf", "receipt"],
    ["one byte", async () => text("x"), "image/png", "receipt"],
    ["zeros", async () => new Uint8Array(1_000), "application/pdf", "receipt"],
  ] as const)("%s is refused", async (_name, make, contentType, purpose) => {
    const { file, outcome } = await judged(await make(), contentType, purpose);
    expect(outcome).toEqual({ outcome: "refused", reason: "file-type" });
    expect(await isKept("", file)).toBe(false);
  });

  test.each([
    ["a PNG called JPEG", png, "image/jpeg", "image/png"],
    ["a JPEG called PDF", jpeg, "application/pdf", "image/jpeg"],
    ["a PDF called PNG", async () => pdf, "image/png", "application/pdf"],
    ["a JPEG of an old browser", jpeg, "image/pjpeg", "image/jpeg"],
    ["a JPEG called jpg", jpeg, "image/jpg", "image/jpeg"],
    ["a PDF called x-pdf", async () => pdf, "application/x-pdf", "application/pdf"],
    ["a PDF of a program that knows no types", async () => pdf, "application/octet-stream", "application/pdf"],
    [
      "a PDF with bytes before its header",
      async () => pdfOf({ before: "\r\n\0mail" }),
      "application/pdf",
      "application/pdf",
    ],
    [
      "a PDF with blanks behind its end",
      async () => pdfOf({ after: " \n".repeat(500) }),
      "application/pdf",
      "application/pdf",
    ],
    [
      "a PDF that only asks a password to change it",
      async () => pdfOf({ owner: "x" }),
      "application/pdf",
      "application/pdf",
    ],
  ] as const)("%s is kept as what it is", async (_name, make, announcedAs, contentType) => {
    const { outcome } = await judged(await make(), announcedAs);
    expect(outcome).toMatchObject({ outcome: "clean", contentType });
  });

  test.each([
    ["a page behind the mark of a PDF", () => text("%PDF-1.4\n<html><script>alert(1)</script></html>"), "file-broken"],
    [
      "zeros behind the mark of a PDF",
      () => new Uint8Array([...text("%PDF-1.4\n"), ...new Uint8Array(5_000)]),
      "file-broken",
    ],
    ["a page between the marks of a PDF", () => text("%PDF-1.4\n<html></html>\nstartxref\n9\n%%EOF"), "file-broken"],
    ["half a PDF", () => pdf.slice(0, pdf.length / 2), "file-broken"],
    ["a PDF without its last bytes", () => pdf.slice(0, -8), "file-broken"],
    ["a PDF without pages", () => pdfOf({ pages: 0 }), "file-broken"],
    ["a PDF with a password", () => pdfOf({ user: "geheim" }), "file-password"],
  ] as const)("%s is refused", async (_name, make, reason) => {
    const { file, outcome } = await judged(make(), "application/pdf");
    expect(outcome).toEqual({ outcome: "refused", reason });
    expect(await isKept("", file)).toBe(false);
  });

  test.each([
    ["64 million by 1", 64_000_000, 1],
    ["1 by 64 million", 1, 64_000_000],
    ["20,001 by 10", 20_001, 10],
    ["8,001 by 8,000", 8_001, 8_000],
    ["40,000 by 40,000", 40_000, 40_000],
  ])("a PNG of %s is not decoded", async (_name, width, height) => {
    const { outcome } = await judged(pngHeader(width, height), "image/png");
    expect(outcome).toEqual({ outcome: "refused", reason: "file-pixels" });
  });

  test("a JPEG that says it is larger than any camera makes is not decoded", async () => {
    const bytes = await jpeg();
    const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
    bytes.set([0x75, 0x30, 0x75, 0x30], frame + 5); // 30,000 by 30,000
    expect((await judged(bytes, "image/jpeg")).outcome).toEqual({ outcome: "refused", reason: "file-pixels" });
  });

  test("a JPEG of 108 million pixels is made smaller while it is read", async () => {
    const create = { width: 12_000, height: 9_000, channels: 3, background: "#fff" } as const;
    const bytes = new Uint8Array(await sharp({ create }).jpeg().toBuffer());
    const { file, outcome } = await judged(bytes, "image/jpeg");
    expect(outcome).toMatchObject({ outcome: "clean" });
    const kept = (await files.read(file.id, "receipt"))?.bytes ?? new Uint8Array();
    expect((await sharp(kept).metadata()).width).toBe(limits.receiptSideMax);
  });

  test("half a picture is refused", async () => {
    const whole = await png();
    const { outcome } = await judged(whole.slice(0, whole.length / 2), "image/png");
    expect(outcome).toEqual({ outcome: "refused", reason: "file-broken" });
  });

  test("what hides behind a picture is gone", async () => {
    const whole = await jpeg();
    const { file } = await judged(new Uint8Array([...whole, ...text("<script>alert(1)</script>")]), "image/jpeg");
    const kept = Buffer.from((await files.read(file.id, "receipt"))?.bytes ?? []);
    expect(kept.includes("<script>")).toBe(false);
  });
});

describe("a photo is kept small", () => {
  const noise = (width: number, height: number) => {
    const pixels = new Uint8Array(width * height * 3);
    let seed = 1;
    for (let at = 0; at < pixels.length; at++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      pixels[at] = seed >> 16;
    }
    return sharp(pixels, { raw: { width, height, channels: 3 } });
  };

  test("in several widths, as WebP below 600 kB, whatever is on it", async () => {
    const bytes = new Uint8Array(await noise(2_400, 1_800).jpeg().toBuffer());
    const { file, outcome } = await judged(bytes, "image/jpeg", "photo");
    expect(outcome).toMatchObject({ outcome: "clean", contentType: "image/webp" });
    for (const width of photoWidths) {
      const kept = await files.read(file.id, "photo", width);
      expect(kept?.contentType).toBe("image/webp");
      expect(kept?.bytes.length).toBeLessThanOrEqual(limits.photoBytesMax);
    }
    const small = (await files.read(file.id, "photo", 480))?.bytes ?? new Uint8Array();
    expect(await sharp(small).metadata()).toMatchObject({ width: 480, height: 360 });
    expect(await files.read(file.id, "photo")).toEqual(await files.read(file.id, "photo", limits.photoSideMax));
  });

  test("and never larger than it was", async () => {
    const bytes = new Uint8Array(await picture.clone().png().toBuffer());
    const { file } = await judged(bytes, "image/png", "photo");
    for (const width of photoWidths) {
      const kept = (await files.read(file.id, "photo", width))?.bytes ?? new Uint8Array();
      expect(await sharp(kept).metadata()).toMatchObject({ width: 40, height: 20 });
    }
  });
});

/** Test material that is not part of this repository. */
const shared = process.env["HEVEL_SHARED"] ?? join(import.meta.dirname, "..", "..", "..", "..", "shared");
const found = join(shared, "found", "inputs");
describe.skipIf(!existsSync(found))("what people reported", () => {
  test.each([
    ["png-named.jpg", "image/jpeg", "image/png"],
    ["108-megapixel.jpg", "image/jpeg", "image/jpeg"],
    ["iphone.heic", "image/heic", "image/jpeg"],
    ["iphone.heic", "application/octet-stream", "image/jpeg"],
    ["leadnl.pdf", "application/pdf", "application/pdf"],
  ] as const)("%s as %s is kept as %s", async (name, announcedAs, contentType) => {
    const { outcome } = await judged(new Uint8Array(readFileSync(join(found, name))), announcedAs);
    expect(outcome).toMatchObject({ outcome: "clean", contentType });
  });

  test("html.pdf is refused", async () => {
    const { outcome } = await judged(new Uint8Array(readFileSync(join(found, "html.pdf"))), "application/pdf");
    expect(outcome).toEqual({ outcome: "refused", reason: "file-broken" });
  });
});

test("a link gives the clean copy as an attachment, and only a clean copy", async () => {
  const { file } = await judged(pdf, "application/pdf");
  await expect(files.link(file)).rejects.toThrow("before it was judged");
  const { url } = await files.link({ ...file, status: "clean" });
  const response = await fetch(url);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf);
  const query = new URL(url).searchParams;
  expect(query.get("response-content-disposition")).toBe(`attachment; filename="${file.id}.pdf"`);
  expect(Number(query.get("X-Amz-Expires"))).toBe(60);
  const shown = await files.link({ ...file, status: "clean" }, "bon-2026-11-21-praxis-12,50", true);
  expect(new URL(shown.url).searchParams.get("response-content-disposition")).toBe(
    `inline; filename="${file.id}.pdf"; filename*=UTF-8''bon-2026-11-21-praxis-12%2C50.pdf`,
  );
  expect((await fetch(shown.url)).status).toBe(200);
});

test("files of another municipality do not exist here", async () => {
  const { file } = await judged(pdf, "application/pdf");
  expect(await createFiles({ client, bucket, municipality: "GM0002" }).read(file.id, "receipt")).toBeUndefined();
});

/** The beginning of a PNG that says how large it is, with a right checksum, and then ends. */
function pngHeader(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc(64));
  return new Uint8Array(
    Buffer.concat([signature, chunk("IHDR", size), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]),
  );
}
