import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createTestApi } from "@hevel/testing/api";
import { expect, onTestFinished, test } from "vitest";
import { documentation } from "./app.ts";
import { policy } from "./policy.ts";
import { apiVersion } from "./version.ts";

const root = join(import.meta.dirname, "..", "..", "..");
/** The API rules' own linter: test material that is not part of this repository. */
const ruleset = join(process.env["HEVEL_SHARED"] ?? join(root, "..", "shared"), "data", "adr", "spectral-adr-2.2.yaml");

const document = documentation(apiVersion);
const routes = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item ?? {}).map(([method, route]) => ({ name: `${method.toUpperCase()} ${path}`, path, route })),
);

test("the document is published where the rules say, for every origin", async () => {
  const { send } = await createTestApi();
  const response = await send("GET", "/v1/openapi.json");
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(((await response.json()) as { openapi: string }).openapi).toMatch(/^3\.1\./);
});

test("every path is kebab-case, without trailing slash", () => {
  for (const { name, path } of routes) expect(path, name).toMatch(/^(\/([a-z]+(-[a-z]+)*|\{[a-zA-Z]+\}))+$/);
});

test("every route says in its description whom it is for", () => {
  for (const { name, route } of routes) {
    const { operationId, description } = route as { operationId: keyof typeof policy; description: string };
    expect(description, name).toBe(`For: ${policy[operationId].join(", ")}.`);
  }
});

test("every route says whether it asks for a session: the open ones too", () => {
  for (const { name, route } of routes) {
    const { operationId, security } = route as { operationId: keyof typeof policy; security?: unknown };
    const parties: readonly string[] = policy[operationId];
    expect(security, name).toEqual(parties.includes("everyone") ? [] : [{ session: [] }]);
  }
});

test("every route that takes a body says that it may be wrong, too large or of another kind", () => {
  const withBody = routes.filter(({ route }) => "requestBody" in (route as object));
  expect(withBody.length).toBeGreaterThan(20);
  for (const { name, route } of withBody) {
    const { responses } = route as { responses: Record<string, { content?: object }> };
    for (const status of ["400", "413", "415"])
      expect(Object.keys(responses[status]?.content ?? {}), `${name} ${status}`).toEqual(["application/problem+json"]);
  }
});

test.skipIf(!existsSync(ruleset))("NL API Design Rules 2.2: the linter finds no error", () => {
  const folder = mkdtempSync(join(tmpdir(), "hevel-openapi-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  const cli = join(root, "node_modules", ".bin", "spectral");
  const { status, stdout } = spawnSync(cli, ["lint", "--ruleset", ruleset, "--format", "json", file], {
    encoding: "utf8",
  });
  // After the list Spectral prints a sentence for people.
  const findings = JSON.parse(stdout.slice(0, stdout.lastIndexOf("]") + 1)) as { severity: number; code: string }[];
  expect(findings.filter(({ severity }) => severity === 0)).toEqual([]);
  expect(status).toBe(0);
});
