import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, describe, expect, test } from "vitest";
import { startGateway } from "./gateway.ts";

const siteDir = mkdtempSync(join(tmpdir(), "hevel-site-"));
mkdirSync(join(siteDir, "assets"));
const script = `export const words = ${JSON.stringify("overhevelen ".repeat(400))};`;
writeFileSync(join(siteDir, "index.html"), "<!doctype html><title>Hevel</title>");
writeFileSync(join(siteDir, "favicon.svg"), "<svg/>");
writeFileSync(join(siteDir, "assets", "main-abc123.js"), script);

const api = new Hono().all("/v1/*", async (c) =>
  c.json({
    method: c.req.method,
    path: c.req.path,
    body: await c.req.text(),
    host: c.req.header("x-forwarded-host"),
    caller: c.req.header("x-forwarded-for"),
  }),
);
const gateway = await startGateway({ port: 0, api, siteDir, uploads: "http://127.0.0.1:9" });
afterAll(async () => {
  await gateway.stop();
  rmSync(siteDir, { recursive: true });
});

describe("the API", () => {
  test("gets everything under /v1, with its body", async () => {
    const response = await fetch(`${gateway.origin}/v1/proposals?page=2`, { method: "POST", body: "{}" });
    expect(await response.json()).toMatchObject({ method: "POST", path: "/v1/proposals", body: "{}" });
  });

  test("hears the host and the caller's address from the front door, whatever the caller says", async () => {
    const headers = { "x-forwarded-host": "elsewhere.example", "x-forwarded-for": "203.0.113.9" };
    const heard = (await (await fetch(`${gateway.origin}/v1/x`, { headers })).json()) as Record<string, string>;
    expect(heard["host"]).toBe(new URL(gateway.origin).host);
    expect(heard["caller"]).toBe("203.0.113.9, 127.0.0.1");
  });
});

describe("the site", () => {
  test("answers every address of the application with the same page, never kept", async () => {
    for (const path of ["/", "/voorstellen/nieuw", "/wijken/binnenstad?tab=geld", "/v1x"]) {
      const response = await fetch(gateway.origin + path);
      expect([path, response.status, await response.text()]).toEqual([
        path,
        200,
        "<!doctype html><title>Hevel</title>",
      ]);
      expect(response.headers.get("cache-control")).toBe("no-cache");
    }
  });

  test("lets a browser keep what has a hash in its name", async () => {
    const response = await fetch(`${gateway.origin}/assets/main-abc123.js`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await response.text()).toBe(script);
  });

  test.each(["br", "gzip"])("sends text as %s to who takes it", async (coding) => {
    const headers = { "accept-encoding": coding };
    const response = await fetch(`${gateway.origin}/assets/main-abc123.js`, { headers });
    expect(response.headers.get("content-encoding")).toBe(coding);
    expect(Number(response.headers.get("content-length"))).toBeLessThan(script.length / 4);
    expect(await response.text()).toBe(script);
  });

  test("says 304 to who has it already", async () => {
    const first = await fetch(gateway.origin);
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await fetch(gateway.origin, { headers })).status).toBe(304);
  });

  test("says 404 for a file that is not there, instead of a page", async () => {
    for (const path of ["/assets/gone-1.js", "/robots.txt"])
      expect((await fetch(gateway.origin + path)).status).toBe(404);
  });

  test("says 405 to whoever wants to change it", async () => {
    const response = await fetch(gateway.origin, { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test.each(["/../package.json", "/assets/..%2f..%2fpackage.json", "/%2e%2e/secret.json", "/%zz"])(
    "gives nothing outside its folder: %s",
    async (path) => {
      expect(await rawStatus(path)).toBe(404);
    },
  );

  test("comes with production's headers, and may send files to the file store", async () => {
    const { headers } = await fetch(gateway.origin);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get("content-security-policy")).toContain("connect-src 'self' http://127.0.0.1:9;");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });
});

test("a busy port is told, with what to do", async () => {
  const port = Number(new URL(gateway.origin).port);
  const second = startGateway({ port, api, siteDir, uploads: "" });
  await expect(second).rejects.toThrow(`Port ${port}, meant for the site, is in use by another program.`);
});

/** The path as it is: fetch would tidy it up first. */
function rawStatus(path: string): Promise<number> {
  const { hostname, port } = new URL(gateway.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}
