import { createTestApi } from "@hevel/testing/api";
import { describe, expect, test } from "vitest";
import { Problem } from "./problem.ts";

describe("every response", () => {
  test("carries the version and the security headers, also when it refuses", async () => {
    const { send } = await createTestApi();
    for (const path of ["/v1/municipality", "/v1/nothing-here"]) {
      const { headers } = await send("GET", path);
      expect(headers.get("api-version")).toMatch(/^\d+\.\d+\.\d+$/);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
    }
  });

  test("that refuses is a problem (RFC 9457) with a request id", async () => {
    const { send } = await createTestApi();
    const response = await send("GET", "/v1/nothing-here");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ status: 404, code: "not-found" });
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  });
});

test("a host whose municipality has no settings yet says so, and no alarm counts it", async () => {
  const { send } = await createTestApi({ portal: { depsFor: async () => undefined } });
  for (const path of ["/v1/municipality", "/v1/home", "/v1/session"]) {
    const response = await send("GET", path);
    expect(response.headers.get("api-version")).not.toBeNull();
    expect(Problem.parse(await response.json())).toMatchObject({ status: 404, code: "not-set-up" });
  }
});

describe("a request that is not right", () => {
  test("a trailing slash is another path: 404", async () => {
    const { send } = await createTestApi();
    expect((await send("GET", "/v1/municipality/")).status).toBe(404);
  });

  test("a method that the path does not take: 405 with the methods it takes", async () => {
    const { send } = await createTestApi();
    const response = await send("DELETE", "/v1/municipality");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET");
  });

  test("a method that the path does not take is told before the kind of body, and before where it comes from", async () => {
    const { app } = await createTestApi();
    const headers = { "content-type": "text/plain", "sec-fetch-site": "cross-site" };
    const asked = { method: "POST", headers, body: "x" };
    expect((await app.request("http://hevel.example/v1/municipality", asked)).status).toBe(405);
    expect((await app.request("http://hevel.example/v1/nothing-here", asked)).status).toBe(404);
  });

  test("128 kB of what nobody asked for gets a short answer", async () => {
    const { send } = await createTestApi();
    const many = Object.fromEntries(Array.from({ length: 6_500 }, (_, index) => [`onbekend-${index}`, 1]));
    for (const body of [many, { ["😀".repeat(25_000)]: 1 }]) {
      const response = await send("POST", "/v1/sign-in-requests", { body });
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text.length).toBeLessThan(8_000);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  test.each([["text/plain"], ["application/x-www-form-urlencoded"], ["application/jsonx"], [""]])(
    "a body of type '%s' is refused: 415",
    async (type) => {
      const { app, log } = await createTestApi();
      const headers = { origin: "http://hevel.example", ...(type === "" ? {} : { "content-type": type }) };
      const request = new Request("http://hevel.example/v1/sign-in-requests", {
        method: "POST",
        headers,
        body: new Blob(["{}"]),
      });
      expect((await app.request(request)).status).toBe(415);
      expect(log.at(-1)?.status).toBe(415);
    },
  );

  test.each([
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none" }],
    [{ origin: "http://hevel.example.evil.example" }],
    [{ origin: "null" }],
    [{}],
  ])("what another site sends is refused: %j", async (headers) => {
    const { app } = await createTestApi();
    const request = new Request("http://hevel.example/v1/sign-in-requests", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: "{}",
    });
    expect((await app.request(request)).status).toBe(403);
  });

  test("a host name without a municipality is no place to be", async () => {
    const { app } = await createTestApi();
    expect((await app.request("http://elsewhere.example/v1/municipality")).status).toBe(404);
  });
});
