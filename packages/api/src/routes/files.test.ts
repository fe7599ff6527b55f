import { createHash } from "node:crypto";
import { type BoardView, type FileId, FileUpload, FileView } from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import { registered, registration, verified } from "@hevel/testing/api-boards";
import { createTestDeps, testFiles } from "@hevel/testing/deps";
import { pdfOf } from "@hevel/testing/documents";
import { describe, expect, test } from "vitest";
import { Problem } from "../problem.ts";

describe("a file", () => {
  async function withFiles() {
    const base = await createTestDeps();
    const files = testFiles(base.deps.municipality.code);
    const api = await createTestApi({ test: { ...base, deps: { ...base.deps, files } } });
    return { api, ...(await registered(api)) };
  }
  const pdf = Buffer.from(pdfOf());
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

  interface Upload {
    bytes: Buffer;
    contentType: string;
    purpose: string;
  }

  async function uploaded(api: TestApi, cookie: string, board: BoardView, file: Upload) {
    const fileId = await put(api, cookie, board, file);
    return { fileId, finished: await api.send("POST", `/v1/files/${fileId}/uploads`, { as: cookie }) };
  }

  async function put(api: TestApi, cookie: string, board: BoardView, file: Upload) {
    const { bytes, contentType, purpose } = file;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const body = { purpose, contentType, sizeBytes: bytes.length, sha256, enterpriseId: board.id };
    const announced = await api.send("POST", "/v1/files", { as: cookie, body });
    const { fileId, url, headers } = FileUpload.parse(await announced.json());
    expect((await fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) })).status).toBe(200);
    return fileId;
  }

  test("that is finished twenty times at once is kept once, with one answer for all", async () => {
    const { api, cookie, board } = await withFiles();
    const fileId = await put(api, cookie, board, { bytes: png, contentType: "image/png", purpose: "photo" });
    const finish = async () => {
      const response = await api.send("POST", `/v1/files/${fileId}/uploads`, { as: cookie });
      return `${response.status} ${await response.text()}`;
    };
    const answers = new Set(await Promise.all(Array.from({ length: 20 }, finish)));
    expect(answers.size).toBe(1);
    expect([...answers][0]).toMatch(/^200 /);
    expect((await api.deps.store.get("file", { id: fileId as FileId }))?.revision).toBe(1);
  });

  test("that is a photo is shown to everybody once its enterprise is public, and stands on its page", async () => {
    const { api, cookie, board } = await withFiles();
    const { fileId, finished } = await uploaded(api, cookie, board, {
      bytes: png,
      contentType: "image/png",
      purpose: "photo",
    });
    expect(FileView.parse(await finished.json())).toMatchObject({ id: fileId, contentType: "image/webp" });
    const path = `/v1/photos/${fileId}`;
    expect((await api.send("GET", path)).status).toBe(404);
    const own = await api.send("GET", path, { as: cookie });
    expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    const { revision } = await verified(api, board);
    const photo = await api.send("GET", path);
    expect(photo.headers.get("content-type")).toBe("image/webp");
    const etag = photo.headers.get("etag") ?? "";
    const again = (tag: string, query = "") =>
      api.send("GET", `${path}${query}`, { headers: { "if-none-match": tag } });
    const known = await again(`"other", W/${etag}`);
    expect([known.status, known.headers.get("etag"), await known.text()]).toEqual([304, etag, ""]);
    expect((await again('"other"')).status).toBe(200);
    expect((await again(etag, "?width=480")).status).toBe(200);
    expect((await again(etag.replace(/"$/, '-480"'), "?width=480")).status).toBe(304);
    expect((await api.send("GET", `${path}?width=481`)).status).toBe(400);
    expect(photo.headers.get("cache-control")).toBe("public, max-age=60, must-revalidate");
    expect(photo.headers.get("x-content-type-options")).toBe("nosniff");
    const profile = { ...registration(api).profile, photoId: fileId, photoAlt: "De schuur" };
    const edit = await api.send("PUT", `/v1/enterprises/${board.id}/profile`, {
      as: cookie,
      body: { profile, revision },
    });
    expect(edit.status).toBe(200);
    expect((await api.send("GET", `/v1/receipts/${fileId}`, { as: cookie })).status).toBe(404);
  });

  test("that is a receipt leaves by a link from another host, for its board and city hall only", async () => {
    const { api, cookie, board } = await withFiles();
    const { fileId, finished } = await uploaded(api, cookie, board, {
      bytes: pdf,
      contentType: "application/pdf",
      purpose: "receipt",
    });
    expect(finished.status).toBe(200);
    const receipt = await api.send("GET", `/v1/receipts/${fileId}`, { as: cookie });
    expect(receipt.status).toBe(303);
    const bytes = await (await fetch(receipt.headers.get("location") ?? "")).arrayBuffer();
    expect(Buffer.from(bytes)).toEqual(pdf);
    const { cookie: other } = await api.signInAs({});
    const { cookie: clerk } = await api.signInAs({ roles: ["clerk"] });
    const { cookie: auditor } = await api.signInAs({ roles: ["auditor"] });
    const status = async (as: string) => (await api.send("GET", `/v1/receipts/${fileId}`, { as })).status;
    expect([await status(other), await status(clerk), await status(auditor)]).toEqual([403, 403, 303]);
    expect((await api.send("GET", `/v1/receipts/${fileId}`)).status).toBe(401);
    expect((await api.send("GET", `/v1/photos/${fileId}`)).status).toBe(404);
  });

  test("that is announced under another name is kept as what it is", async () => {
    const { api, cookie, board } = await withFiles();
    for (const contentType of ["image/jpg", "application/octet-stream", "application/x-pdf"]) {
      const { finished } = await uploaded(api, cookie, board, { bytes: png, contentType, purpose: "receipt" });
      expect(FileView.parse(await finished.json()).contentType).toBe("image/png");
    }
  });

  test("that is nothing the portal keeps is refused at its field", async () => {
    const { api, cookie, board } = await withFiles();
    const { finished } = await uploaded(api, cookie, board, {
      bytes: Buffer.from("<!doctype html><title>Bon</title>"),
      contentType: "image/jpeg",
      purpose: "receipt",
    });
    expect(finished.status).toBe(400);
    expect(Problem.parse(await finished.json())).toMatchObject({
      code: "file-refused",
      errors: [{ path: "file", code: "file-type" }],
    });
  });
});
