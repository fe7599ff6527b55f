import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { brotliCompressSync } from "node:zlib";
import { buildSite } from "../packages/local/src/site/build-site.ts";

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Bytes of the first load of every route: the entry, the page's own chunk and all that these import, brotli-compressed. */
const dist = await buildSite();
const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8")) as Record<string, Chunk>;
const brotli = new Map<string, number>();

function bytesOf(file: string): number {
  const known = brotli.get(file) ?? brotliCompressSync(readFileSync(join(dist, file))).length;
  brotli.set(file, known);
  return known;
}

function reach(key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) reach(next, seen);
  return seen;
}

function firstLoad(keys: readonly string[]) {
  const chunks = new Set<string>();
  for (const key of keys) reach(key, chunks);
  const files = [...chunks].flatMap((key) => manifest[key]?.file ?? []);
  const css = new Set([...styles, ...[...chunks].flatMap((key) => manifest[key]?.css ?? [])]);
  const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + bytesOf(name), 0);
  return { js: sum(files.filter((file) => file.endsWith(".js"))), css: sum(css) };
}

/** The one style sheet of the whole site, which index.html asks for. */
const styles = Object.values(manifest).flatMap(({ file }) => (file.endsWith(".css") ? [file] : []));
const entry = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
const pages = Object.keys(manifest).filter(
  (key) => manifest[key]?.isDynamicEntry === true && key.includes("src/pages/"),
);
const sizes = Object.fromEntries(
  pages.sort().map((page) => [page.replace(/^src\/pages\/|\.tsx$/g, ""), firstLoad([...entry, page])]),
);
process.stdout.write(`${JSON.stringify({ unit: "bytes, brotli", routes: sizes }, null, 2)}\n`);
