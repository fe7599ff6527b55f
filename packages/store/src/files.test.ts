import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type FilePurpose, type FileType, limits, type StoredFile } from "@hevel/core";
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
const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF");
const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: "#0a5566" } });
const gps = {
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 12/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "5/1 47/1 0/1" },
};

function announced(bytes: Uint8Array, contentType: FileType, purpose: FilePurpose = "receipt"): StoredFile {
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
async function judged(bytes: Uint8Array, contentType: FileType, purpose?: FilePurpose) {
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
    ["a PNG called JPEG", png, "image/jpeg", "receipt"],
    ["a JPEG called PDF", jpeg, "application/pdf", "receipt"],
    ["a PDF called PNG", async () => pdf, "image/png", "receipt"],
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
  ] as const)("%s is refused", async (_name, make, contentType, purpose) => {
    const { file, outcome } = await judged(await make(), contentType, purpose);
    expect(outcome).toEqual({ outcome: "refused", reason: "file-type" });
    expect(await isKept("", file)).toBe(false);
  });

  test("half a picture is refused", async () => {
    const whole = await png();
    const { outcome } = await judged(whole.slice(0, whole.length / 2), "image/png");
    expect(outcome).toEqual({ outcome: "refused", reason: "file-broken" });
  });

  test("a picture of forty thousand by forty thousand is not decoded", async () => {
    const bomb = pngHeader(40_000, 40_000);
    const { outcome } = await judged(bomb, "image/png");
    expect(outcome).toEqual({ outcome: "refused", reason: "file-broken" });
  });

  test("what hides behind a picture is gone", async () => {
    const whole = await jpeg();
    const { file } = await judged(new Uint8Array([...whole, ...text("<script>alert(1)</script>")]), "image/jpeg");
    const kept = Buffer.from((await files.read(file.id, "receipt"))?.bytes ?? []);
    expect(kept.includes("<script>")).toBe(false);
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
