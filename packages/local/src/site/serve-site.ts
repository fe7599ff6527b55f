import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { isFileAddress } from "../../../web/build/file-endings.ts";

/** Answers one request for something of the site. */
export type SiteHandler = (request: IncomingMessage, response: ServerResponse) => void;

type SiteFile = {
  readonly body: Buffer;
  readonly headers: OutgoingHttpHeaders;
  readonly etag: string;
  /** Made when first asked for, and kept. */
  readonly packed: Map<"br" | "gzip", Buffer>;
};

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const packable = /^(text\/|application\/(json|manifest)|image\/svg)/;

/**
 * Serves a built site as production does (infra/web.ts): names with a hash of the content are kept for good, pages are always asked for
 * again, and every address that is no file is the application itself. All files are read once, so a request never reaches the disk and
 * cannot ask for anything outside the folder.
 */
export function serveSite(folder: string, headers: OutgoingHttpHeaders): SiteHandler {
  const files = new Map(filesIn(folder).map((path) => [addressOf(folder, path), readSiteFile(folder, path, headers)]));
  const application = files.get("/index.html");
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return void response.writeHead(405, { ...headers, allow: "GET, HEAD" }).end();
    }
    const path = pathOf(request.url ?? "/");
    const file = path === undefined ? undefined : (files.get(path) ?? (isFileAddress(path) ? undefined : application));
    if (file === undefined) {
      return void response
        .writeHead(404, { ...headers, "content-type": "text/plain; charset=utf-8" })
        .end("Not found\n");
    }
    answer(request, response, file);
  };
}

function answer(request: IncomingMessage, response: ServerResponse, file: SiteFile): void {
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, { ...file.headers, etag: file.etag }).end();
    return;
  }
  const coding = codingFor(request.headers["accept-encoding"], String(file.headers["content-type"]));
  const body = coding === undefined ? file.body : pack(file, coding);
  response.writeHead(200, {
    ...file.headers,
    etag: file.etag,
    vary: "accept-encoding",
    "content-length": body.length,
    ...(coding !== undefined && { "content-encoding": coding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function codingFor(accepted: string | string[] | undefined, contentType: string): "br" | "gzip" | undefined {
  if (!packable.test(contentType)) return undefined;
  const names = String(accepted ?? "")
    .split(",")
    .map((name) => name.trim().replace(/;.*/, ""));
  return (["br", "gzip"] as const).find((coding) => names.includes(coding));
}

function pack(file: SiteFile, coding: "br" | "gzip"): Buffer {
  let packed = file.packed.get(coding);
  if (packed === undefined) {
    packed =
      coding === "br"
        ? brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : gzipSync(file.body);
    file.packed.set(coding, packed);
  }
  return packed;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function addressOf(folder: string, path: string): string {
  return `/${relative(folder, path).split(sep).join("/")}`;
}

function readSiteFile(folder: string, path: string, headers: OutgoingHttpHeaders): SiteFile {
  const body = readFileSync(path);
  return {
    body,
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    headers: {
      ...headers,
      "content-type": contentTypes[extname(path)] ?? "application/octet-stream",
      "cache-control": cachingOf(addressOf(folder, path)),
    },
    packed: new Map(),
  };
}

function cachingOf(address: string): string {
  if (address.startsWith("/assets/")) return "public, max-age=31536000, immutable";
  return address.endsWith(".html") ? "no-cache" : "public, max-age=300, must-revalidate";
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*/, ""));
  } catch {
    return undefined;
  }
}
