// Cold import of the API's bundle against a bare import of the DynamoDB document client, in turn, each in a fresh process.
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { bundleFunction, bundleOptions } from "../build/bundle.ts";

const runs = 15;
const folder = mkdtempSync(join(tmpdir(), "hevel-import-"));
const here = import.meta.dirname;

/** Bundles the least there is in the way the functions are bundled. */
async function bundleBare(entry: string): Promise<string> {
  const outdir = join(folder, "bare");
  await build({ ...bundleOptions, entryPoints: { main: entry }, outdir });
  return join(outdir, "main.mjs");
}

/** Bundles a function as a deploy does. */
async function bundleApi(): Promise<string> {
  const outdir = join(folder, "api");
  mkdirSync(outdir);
  await bundleFunction("api", outdir);
  return join(outdir, "api.mjs");
}

const bare = join(here, "bare-import.ts");
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const environment = {
  // Lambda starts without it.
  NODE_DISABLE_COMPILE_CACHE: "1",
  AWS_REGION: "eu-west-1",
  HEVEL_TABLE: "bench",
  HEVEL_BUCKET: "bench",
  HEVEL_SITE_URL: "https://hevel.example",
  HEVEL_MAIL_FROM: "Hevel <hevel@hevel.example>",
  HEVEL_PEPPER: "0123456789abcdef0123456789abcdef",
  HEVEL_MUNICIPALITIES: JSON.stringify({ "hevel.example": "GM9999" }),
  HEVEL_OIDC_PRIVATE_KEY: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
};

const files = {
  "empty file": join(folder, "empty.mjs"),
  "bare lib-dynamodb": await bundleBare(bare),
  "API bundle": await bundleApi(),
};
writeFileSync(files["empty file"], "export {};\n");

/**
 * Milliseconds of processor time from the import statement to the end of the module, in a process of its own. Processor time, because
 * that is what a cold start waits for on Lambda, and because it says the same on a machine that is busy with other things.
 */
function importMs(file: string): number {
  const script = `const c=process.cpuUsage();await import(${JSON.stringify(file)});const {user,system}=process.cpuUsage(c);process.stdout.write(String((user+system)/1000));process.exit(0)`;
  const { stdout, status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** Bytes of a module and of everything it imports at once; what is imported on demand does not count. */
function loadedBytes(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const source = readFileSync(file, "utf8");
  const imports = [...source.matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g)].map(([, path]) =>
    join(dirname(file), path ?? ""),
  );
  return imports.reduce((sum, path) => sum + loadedBytes(path, seen), Buffer.byteLength(source));
}

const times = Object.fromEntries(Object.keys(files).map((name) => [name, [] as number[]]));
for (let run = 0; run <= runs; run++)
  for (const [name, file] of Object.entries(files)) {
    const ms = importMs(file);
    if (run > 0) times[name]?.push(ms);
  }

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
console.log(`\nCold import, processor time, median and minimum of ${runs} fresh processes in turn`);
for (const [name, file] of Object.entries(files)) {
  const values = times[name] ?? [];
  const kb = (loadedBytes(file) / 1024).toFixed(0).padStart(6);
  console.log(
    `  ${name.padEnd(20)} ${median(values).toFixed(1).padStart(7)} ms  min ${Math.min(...values)
      .toFixed(1)
      .padStart(6)} ms ${kb} kB`,
  );
}
const ratio = median(times["API bundle"] ?? []) / median(times["bare lib-dynamodb"] ?? []);
console.log(`  API bundle / bare import: ${ratio.toFixed(2)} (aim: at most 2.50)`);
rmSync(folder, { recursive: true });
