import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiVersion, documentation } from "@hevel/api";
import { afterAll, expect, test } from "vitest";
import { bundleFunction, functionFiles } from "../build/bundle.ts";

const folder = mkdtempSync(join(tmpdir(), "hevel-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(functionFiles)(
  "%s is bundled in the place of what another builder made, and says what goes beside it",
  async (name) => {
    const own = mkdtempSync(join(folder, `${name}-`));
    for (const file of [`${name}.mjs`, `${name}.mjs.map`, "chunk-OLD.mjs"]) writeFileSync(join(own, file), "old");
    writeFileSync(join(own, "package.json"), "{}");
    const { exports, installed, inputs } = await bundleFunction(name, own);
    expect(inputs.filter((input) => /zod\/v4\/locales\/(?!en\.|index\.)/.test(input))).toEqual([]);
    expect([exports, installed]).toEqual([["handler"], name === "api" ? ["sharp"] : []]);
    const files = readdirSync(own);
    expect(files).toContain("package.json");
    expect(files.filter((file) => file.endsWith(".map") || readFileSync(join(own, file), "utf8") === "old")).toEqual(
      [],
    );
  },
);

test("the API's bundle holds the OpenAPI document as text, apart from what every start loads", async () => {
  const own = mkdtempSync(join(folder, "document-"));
  await bundleFunction("api", own);
  const [chunk, ...others] = readdirSync(own).filter((file) => file.startsWith("published-text"));
  const { publishedText } = await import(join(own, chunk ?? ""));
  expect([JSON.parse(publishedText()), others]).toEqual([JSON.parse(JSON.stringify(documentation(apiVersion))), []]);
  expect(readFileSync(join(own, "api.mjs"), "utf8")).not.toContain('"openapi":"3.1.0"');
});
