import { createHash } from "node:crypto";
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import {
  type FileId,
  type FilePurpose,
  type Files,
  FileType,
  invariant,
  limits,
  type PhotoWidth,
  photoWidths,
  type RefusedFile,
  type StoredFile,
} from "@hevel/core";

/** What files need: a client, the bucket and the municipality they belong to. */
export interface FilesOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly municipality: string;
}

/** A link to a receipt is followed at once. */
const linkSeconds = 60;

/** What the signature of an upload covers: nothing but the announced bytes under the announced type fits. */
const signedHeaders = ["content-length", "content-type", "host", "x-amz-checksum-sha256"];

const extensions = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" } as const;

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const toBase64 = (hex: string) => Buffer.from(hex, "hex").toString("base64");

/** `Content-Disposition` (RFC 6266): the id for old programs, the readable name for all others. */
function asAttachment(id: FileId, extension: string, name?: string): string {
  const plain = `attachment; filename="${id}.${extension}"`;
  if (name === undefined) return plain;
  const bare = name.replace(/[\\/:*?"<>|]/g, "-").replace(/\.(pdf|jpe?g|png|heic|heif)$/i, "");
  const encoded = encodeURIComponent(`${bare}.${extension}`);
  return `${plain}; filename*=UTF-8''${encoded.replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

/**
 * The files of one municipality on S3. Uploads land under `quarantine/`, where nothing is ever served from; what has been
 * judged and cleaned is kept under `files/`.
 */
export function createFiles({ client, bucket, municipality }: FilesOptions): Files {
  const uploaded = (id: FileId) => ({ Bucket: bucket, Key: `quarantine/${municipality}/${id}` });
  const kept = (id: FileId, purpose: FilePurpose, width?: number) => ({
    Bucket: bucket,
    Key: `files/${municipality}/${purpose}/${id}${width === undefined || width === limits.photoSideMax ? "" : `-${width}`}`,
  });

  async function fetchObject(place: { Bucket: string; Key: string }) {
    try {
      return await client.send(new GetObjectCommand(place));
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async function presign({ id, contentType, sizeBytes, sha256 }: StoredFile) {
    const checksum = toBase64(sha256);
    const put = { ...uploaded(id), ContentLength: sizeBytes, ContentType: contentType, ChecksumSHA256: checksum };
    const expiresIn = limits.uploadMinutes * 60;
    const expiresAt = new Date(Date.now() + expiresIn * 1_000).toISOString();
    const url = await getSignedUrl(client, new PutObjectCommand(put), {
      expiresIn,
      signableHeaders: new Set(signedHeaders),
      unhoistableHeaders: new Set(["x-amz-checksum-sha256"]),
    });
    // The browser sends Content-Length by itself and lets no script set it.
    return { url, headers: { "content-type": contentType, "x-amz-checksum-sha256": checksum }, expiresAt };
  }

  async function read(id: FileId, purpose: FilePurpose, width?: PhotoWidth) {
    const object = await fetchObject(kept(id, purpose, width));
    if (object?.Body === undefined) return undefined;
    return { bytes: await object.Body.transformToByteArray(), contentType: FileType.parse(object.ContentType) };
  }

  /** An earlier call kept the clean copy but was cut off before anybody heard: then that is the answer. */
  async function acceptedBefore({ id, purpose }: StoredFile) {
    const copy = await read(id, purpose);
    if (copy === undefined) return undefined;
    const { bytes, contentType } = copy;
    return { outcome: "clean", contentType, sizeBytes: bytes.length, storedSha256: hashOf(bytes) } as const;
  }

  async function accept(file: StoredFile) {
    const object = await fetchObject(uploaded(file.id));
    if (object?.Body === undefined) return acceptedBefore(file);
    const refuse = async (reason: RefusedFile) => {
      await client.send(new DeleteObjectCommand(uploaded(file.id)));
      return { outcome: "refused", reason } as const;
    };
    const bytes = await object.Body.transformToByteArray();
    if (bytes.length > limits.fileBytesMax) return refuse("file-too-large");
    if (bytes.length !== file.sizeBytes || hashOf(bytes) !== file.sha256) return refuse("sha256");
    // Loaded when a file comes in and not with the API: together they take longer to load than everything else.
    const { cleanContent } = await import("./file-content.ts");
    const content = await cleanContent(bytes, file.purpose);
    if (content.outcome === "refused") return refuse(content.reason);
    const { contentType, copies } = content;
    // The smaller copies first: once the largest is there, all are.
    for (const { width, bytes: copy } of copies.toReversed())
      await client.send(
        new PutObjectCommand({
          ...kept(file.id, file.purpose, width),
          Body: copy,
          ContentType: contentType,
          ChecksumSHA256: toBase64(hashOf(copy)),
        }),
      );
    await client.send(new DeleteObjectCommand(uploaded(file.id)));
    const [largest] = copies;
    invariant(largest !== undefined, `file ${file.id} has a copy`);
    const storedSha256 = hashOf(largest.bytes);
    return { outcome: "clean", contentType, sizeBytes: largest.bytes.length, storedSha256 } as const;
  }

  async function link({ id, purpose, contentType, status }: StoredFile, name?: string, isShown = false) {
    invariant(status === "clean", `file ${id} is served before it was judged`);
    const get = new GetObjectCommand({
      ...kept(id, purpose),
      ResponseContentType: contentType,
      ResponseContentDisposition: isShown
        ? asAttachment(id, extensions[FileType.parse(contentType)], name).replace(/^attachment/, "inline")
        : asAttachment(id, extensions[FileType.parse(contentType)], name),
      ResponseCacheControl: "no-store",
    });
    const expiresAt = new Date(Date.now() + linkSeconds * 1_000).toISOString();
    return { url: await getSignedUrl(client, get, { expiresIn: linkSeconds }), expiresAt };
  }

  async function forget({ id, purpose }: Pick<StoredFile, "id" | "purpose">) {
    const copies = purpose === "photo" ? photoWidths.map((width) => kept(id, purpose, width)) : [kept(id, purpose)];
    for (const place of [uploaded(id), ...copies]) await client.send(new DeleteObjectCommand(place));
  }

  return { presign, accept, read, link, forget };
}
