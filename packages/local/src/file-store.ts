import { createHash } from "node:crypto";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { type BuildAppOptions, buildApp } from "fauxqs";
import { REGION } from "./aws.ts";
import { isPortBusy, LOOPBACK } from "./ports.ts";
import { judgePresigned, type Refusal, signedValue } from "./presigned-request.ts";
import { portBusySentence, StartError } from "./start-error.ts";

/** The one bucket: receipts and photos. */
export const BUCKET = "hevel-files";

/** A running file store that speaks S3. */
export type FileStore = {
  /** What an S3 client takes as `endpoint`, with `forcePathStyle: true`. */
  readonly endpoint: string;
  readonly bucket: string;
  stop(): Promise<void>;
};

type Stores = NonNullable<BuildAppOptions["stores"]>;

/** The requests of which a browser of another origin may ask: what the foundation's bucket allows too. */
const CORS = {
  "access-control-allow-methods": "PUT",
  "access-control-allow-headers": "content-type, x-amz-checksum-sha256",
  "access-control-max-age": "3600",
};

/** Headers that a presigned GET may ask for; S3 sends them, the emulator does not. */
const ASKED_HEADERS = [
  ["response-content-disposition", "content-disposition"],
  ["response-content-type", "content-type"],
  ["response-cache-control", "cache-control"],
] as const;

/**
 * Starts the file store on the loopback address, with its bucket in place.
 *
 * - `dataDir`: folder where every object is a file; without it all are in memory.
 * - `port`: without it, a free one.
 * - `siteOrigin`: the origin from which a browser may PUT; without it, no other origin may.
 *
 * A presigned GET answers with the headers it asks for, as S3 does.
 *
 * On top of the emulator, which accepts whatever it is sent, presigned URLs are judged as S3 does: signature, expiry and the
 * SHA-256 checksum of what arrived. Content-Length and Content-Type count when they are signed. A request without any
 * signature is refused: the bucket is private.
 *
 * @throws StartError when the port is busy.
 */
export async function startFileStore(
  options: { dataDir?: string; port?: number; siteOrigin?: string } = {},
): Promise<FileStore> {
  const { dataDir, port = 0, siteOrigin } = options;
  if (port !== 0 && (await isPortBusy(port))) throw new StartError(portBusySentence("the file store", port, "--port"));
  const s3Store = await openS3Store(dataDir);
  // Queues and topics are not used; without them the emulator makes empty ones of its own.
  const stores = { s3Store } as Stores;
  const app = buildApp({ logger: false, defaultRegion: REGION, stores });

  app.addHook("onRequest", async (request, reply) => {
    if (siteOrigin !== undefined && request.headers.origin === siteOrigin) {
      reply.headers({ "access-control-allow-origin": siteOrigin, vary: "origin" });
      if (request.method === "OPTIONS") return reply.headers(CORS).status(204).send();
    }
    const isPresigned = request.url.includes("X-Amz-Signature=");
    const refusal = isPresigned
      ? judgePresigned(asSent(request), new Date())
      : judgeSigner(request.headers.authorization);
    return refusal === undefined
      ? undefined
      : reply.status(refusal.status).type("application/xml").send(asXml(refusal));
  });
  app.addHook("preHandler", async (request, reply) => {
    if (!Buffer.isBuffer(request.body)) return undefined;
    const promised = signedValue("x-amz-checksum-sha256", request);
    if (promised === undefined || createHash("sha256").update(request.body).digest("base64") === promised)
      return undefined;
    const refusal = { status: 400, code: "BadDigest", reason: "The SHA256 you specified did not match." } as const;
    return reply.status(refusal.status).type("application/xml").send(asXml(refusal));
  });

  app.addHook("onSend", async (request, reply) => {
    if (request.method !== "GET" || reply.statusCode !== 200) return;
    const asked = new URL(request.url, "http://localhost").searchParams;
    for (const [parameter, header] of ASKED_HEADERS) {
      const value = asked.get(parameter);
      if (value !== null) reply.header(header, value);
    }
  });

  const endpoint = await app.listen({ host: LOOPBACK, port });
  s3Store.createBucket(BUCKET);
  return { endpoint, bucket: BUCKET, stop: () => app.close() };
}

/**
 * The emulator's own start function listens on every network address. So its parts are put together here, and for that its
 * store is needed, which it does not export by name.
 */
async function openS3Store(dataDir: string | undefined): Promise<Stores["s3Store"]> {
  const manifest = findPackageJSON("fauxqs", import.meta.url);
  if (manifest === undefined) throw new StartError("The file store (fauxqs) is not installed. Run npm start again.");
  const home = pathToFileURL(manifest);
  const { S3Store } = await import(new URL("dist/s3/s3Store.js", home).href);
  const store: Stores["s3Store"] = new S3Store();
  if (dataDir !== undefined) {
    const { FileS3Persistence } = await import(new URL("dist/s3/fileS3Persistence.js", home).href);
    const files = new FileS3Persistence(dataDir);
    files.loadS3(store);
    store.persistence = files;
  }
  return store;
}

function judgeSigner(authorization: string | undefined): Refusal | undefined {
  if (authorization?.startsWith("AWS4-HMAC-SHA256 ")) return undefined;
  return { status: 403, code: "AccessDenied", reason: "Access Denied" };
}

function asSent(request: {
  method: string;
  originalUrl: string;
  headers: Parameters<typeof judgePresigned>[0]["headers"];
}) {
  return { method: request.method, url: request.originalUrl, headers: request.headers };
}

function asXml({ code, reason }: Refusal): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${reason}</Message></Error>`;
}
