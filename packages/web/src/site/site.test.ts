import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import solid from "vite-plugin-solid";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));

test("no component sets a style attribute: the content security policy refuses it", () => {
  const styled = files.filter((name) => /\sstyle=/.test(readFileSync(source + name, "utf8")));
  expect(styled).toEqual([]);
});

test("no component has a Dutch sentence of its own", () => {
  const spoken = files.flatMap((name) =>
    [...readFileSync(source + name, "utf8").matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)[^<{]*</g)].map(
      (match) => `${name}: ${match[1]}`,
    ),
  );
  expect(spoken).toEqual([]);
});

test("every page renders to text without a browser", async () => {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL("../..", import.meta.url)),
    plugins: [solid({ ssr: true })],
    server: { middlewareMode: true, ws: false, watch: null },
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    logLevel: "error",
    ssr: { noExternal: ["@solidjs/router"] },
  });
  try {
    const { renderPage } = await server.ssrLoadModule("/src/render-for-test.tsx");
    const quiet = ["/over", "/toegankelijkheid", "/privacy", "/open-gegevens", "/contact", "/hoe-het-werkt"];
    const lists = ["/", "/wijken", "/ondernemingen", "/voorstellen", "/geld", "/geld/controle"];
    const objects = ["/wijken/WK999901", "/ondernemingen/id", "/voorstellen/id", "/geld/id"];
    const others = ["/volgen/bevestigen", "/afmelden", "/stijl", "/stijl/voorstel", "/stijl/stappen", "/weg"];
    for (const path of [...quiet, ...lists, ...objects, ...others]) {
      const html: string = await renderPage(path);
      expect(html, path).toContain("<h1");
      expect(html, path).toContain("site-footer");
    }
  } finally {
    await server.close();
  }
});
