import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { localCredentials } from "./aws.ts";
import { BUCKET, startFileStore } from "./file-store.ts";

const { filesEndpoint, region } = inject("parts");
const client = clientAt(filesEndpoint);
afterAll(() => client.destroy());

const receipt = new TextEncoder().encode("%PDF-1.7 a receipt of 12 euro");
const digest = createHash("sha256").update(receipt).digest("base64");
const headers = { "content-type": "application/pdf", "x-amz-checksum-sha256": digest };

describe("a presigned PUT with length, type and checksum in its signature", () => {
  test("stores exactly what was announced", async () => {
    const { key, url } = await presign();
    const response = await fetch(url, { method: "PUT", body: receipt, headers });
    expect(response.status).toBe(200);

    const head = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: key, ChecksumMode: "ENABLED" }));
    expect(head).toMatchObject({
      ContentLength: receipt.length,
      ContentType: "application/pdf",
      ChecksumSHA256: digest,
    });
  });

  test("refuses one byte more", async () => {
    const { url } = await presign();
    const response = await fetch(url, { method: "PUT", body: new Uint8Array([...receipt, 32]), headers });
    expect([response.status, await codeOf(response)]).toEqual([403, "SignatureDoesNotMatch"]);
  });

  test("refuses another type", async () => {
    const { url } = await presign();
    const response = await fetch(url, {
      method: "PUT",
      body: receipt,
      headers: { ...headers, "content-type": "text/html" },
    });
    expect([response.status, await codeOf(response)]).toEqual([403, "SignatureDoesNotMatch"]);
  });

  test("refuses other content of the same length", async () => {
    const { url } = await presign();
    const response = await fetch(url, { method: "PUT", body: receipt.toReversed(), headers });
    expect([response.status, await codeOf(response)]).toEqual([400, "BadDigest"]);
  });

  test("refuses another name for the file", async () => {
    const { key, url } = await presign();
    const response = await fetch(url.replace(key, `${key}x`), { method: "PUT", body: receipt, headers });
    expect([response.status, await codeOf(response)]).toEqual([403, "SignatureDoesNotMatch"]);
  });

  test("refuses after it has expired", async () => {
    const { url } = await presign({ signingDate: new Date(Date.now() - 61_000), expiresIn: 60 });
    const response = await fetch(url, { method: "PUT", body: receipt, headers });
    expect([response.status, await codeOf(response)]).toEqual([403, "AccessDenied"]);
  });
});

test("a presigned GET returns the file, and no other does without a signature", async () => {
  const { key } = await stored();
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: BUCKET, Key: key }), { expiresIn: 60 });

  expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(receipt);
  expect((await fetch(url.replace(/\?.*/, ""))).status).toBe(403);
});

test("a browser may put from the site's origin and from no other", async () => {
  const own = await startFileStore({ siteOrigin: "http://localhost:4180" });
  onTestFinished(() => own.stop());
  const ask = (origin: string) =>
    fetch(`${own.endpoint}/${BUCKET}/quarantine/x`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "PUT" },
    });

  const allowed = await ask("http://localhost:4180");
  const refused = await ask("http://elsewhere.example");
  expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([204, "http://localhost:4180"]);
  expect(refused.headers.has("access-control-allow-origin")).toBe(false);
});

test("files in a folder are there after a restart", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hevel-files-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const first = await startFileStore({ dataDir });
  const key = { Bucket: BUCKET, Key: "GM0001/receipts/a.pdf" };
  const writer = clientAt(first.endpoint);
  await writer.send(new PutObjectCommand({ ...key, Body: receipt, ContentType: "application/pdf" }));
  writer.destroy();
  await first.stop();

  const second = await startFileStore({ dataDir });
  onTestFinished(() => second.stop());
  const reader = clientAt(second.endpoint);
  onTestFinished(() => reader.destroy());
  const found = await reader.send(new GetObjectCommand(key));
  expect(await found.Body?.transformToByteArray()).toEqual(receipt);
});

test("a presigned GET answers with the headers it asks for, and with no others", async () => {
  const { key } = await stored();
  const object = { Bucket: BUCKET, Key: key };
  const asked = { ResponseContentDisposition: 'attachment; filename="bon.pdf"', ResponseCacheControl: "no-store" };
  const given = await fetch(await getSignedUrl(client, new GetObjectCommand({ ...object, ...asked })));
  expect(given.status).toBe(200);
  expect(given.headers.get("content-disposition")).toBe('attachment; filename="bon.pdf"');
  expect(given.headers.get("cache-control")).toBe("no-store");
  const plain = await fetch(await getSignedUrl(client, new GetObjectCommand(object)));
  expect(plain.headers.get("content-disposition")).toBeNull();
});

async function presign(options: { signingDate?: Date; expiresIn?: number } = {}) {
  const key = `quarantine/${randomUUID()}`;
  const put = new PutObjectCommand({
    Bucket: BUCKET,
    Key: key,
    ContentLength: receipt.length,
    ContentType: "application/pdf",
    ChecksumSHA256: digest,
  });
  const url = await getSignedUrl(client, put, {
    expiresIn: 300,
    ...options,
    signableHeaders: new Set(["content-length", "content-type", "host", "x-amz-checksum-sha256"]),
    unhoistableHeaders: new Set(["x-amz-checksum-sha256"]),
  });
  return { key, url };
}

async function stored() {
  const { key, url } = await presign();
  await fetch(url, { method: "PUT", body: receipt, headers });
  return { key };
}

async function codeOf(response: Response): Promise<string | undefined> {
  return /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
}

function clientAt(endpoint: string): S3Client {
  return new S3Client({ endpoint, region, credentials: localCredentials, forcePathStyle: true });
}
