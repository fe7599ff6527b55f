import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { localCredentials } from "./aws.ts";

/** A refusal in the words of S3: its error code, its status and a reason for whoever reads the log. */
export type Refusal = { readonly status: 400 | 403; readonly code: string; readonly reason: string };

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * Judges a request with a presigned URL as S3 would: signature over method, path, query and signed headers, and its expiry.
 * The local file store checks none of it by itself, so without this a mistake would only show in production.
 * Source: AWS Signature Version 4, "Authenticating Requests: Using Query Parameters".
 */
export function judgePresigned(
  request: { method: string; url: string; headers: IncomingHttpHeaders },
  now: Date,
): Refusal | undefined {
  const url = new URL(request.url, "http://local.invalid");
  const query = url.searchParams;
  const algorithm = query.get("X-Amz-Algorithm");
  const scope = query.get("X-Amz-Credential")?.split("/") ?? [];
  const signedAt = query.get("X-Amz-Date") ?? "";
  const expires = Number(query.get("X-Amz-Expires"));
  const given = query.get("X-Amz-Signature") ?? "";
  const signedHeaders = (query.get("X-Amz-SignedHeaders") ?? "").split(";");
  if (algorithm !== ALGORITHM || scope.length !== 5 || scope[0] !== localCredentials.accessKeyId) {
    return {
      status: 400,
      code: "AuthorizationQueryParametersError",
      reason: "The signature's parameters are not valid.",
    };
  }
  const start = parseAmzDate(signedAt);
  if (!(now.getTime() <= start + expires * 1_000)) {
    return { status: 403, code: "AccessDenied", reason: "Request has expired." };
  }
  const expected = sign(canonicalRequest(request, url, signedHeaders), signedAt, scope.slice(1));
  const isSame = given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  return isSame
    ? undefined
    : {
        status: 403,
        code: "SignatureDoesNotMatch",
        reason: "The request signature we calculated does not match the signature you provided.",
      };
}

/** The header's value, or that of the query parameter into which a presigner may have moved it. */
export function signedValue(name: string, request: { url: string; headers: IncomingHttpHeaders }): string | undefined {
  const header = request.headers[name];
  if (typeof header === "string") return header;
  const query = new URL(request.url, "http://local.invalid").searchParams;
  for (const [key, value] of query) if (key.toLowerCase() === name) return value;
  return undefined;
}

function canonicalRequest(
  request: { method: string; headers: IncomingHttpHeaders },
  url: URL,
  signedHeaders: readonly string[],
): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const)
    .sort(([a, x], [b, y]) => compareCodes(a, b) || compareCodes(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const headers = signedHeaders.map((name) => {
    const value = request.headers[name];
    return `${name}:${(Array.isArray(value) ? value.join(",") : (value ?? "")).trim().replace(/ +/g, " ")}\n`;
  });
  const payload = signedHeaders.includes("x-amz-content-sha256")
    ? request.headers["x-amz-content-sha256"]
    : (url.searchParams.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD");
  return [request.method, url.pathname, query, headers.join(""), signedHeaders.join(";"), payload].join("\n");
}

function sign(canonical: string, signedAt: string, scope: readonly string[]): string {
  const toSign = [ALGORITHM, signedAt, scope.join("/"), createHash("sha256").update(canonical).digest("hex")].join(
    "\n",
  );
  const key = scope.reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${localCredentials.secretAccessKey}`,
  );
  return createHmac("sha256", key).update(toSign).digest("hex");
}

/** `20261121T120000Z` as milliseconds; NaN for anything else, which no comparison accepts. */
function parseAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
