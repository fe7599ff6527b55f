import process from "node:process";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

/** What a browser may have to fetch at once, in bytes after brotli. */
export const BUNDLE_BYTES_MAX = 15_000;

/** One load: an entry, or a part that is fetched when it is first needed; with the chunks it cannot start without. */
export interface Load {
  readonly name: string;
  readonly brotli: number;
}

/** The loads of the worker, as a browser would fetch them: minified, split where it imports on demand. */
export async function workerLoads(): Promise<readonly Load[]> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/worker.ts"],
    outdir: "dist",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    write: false,
  });
  const sizes = new Map<string, number>();
  for (const { path, contents } of outputFiles) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    sizes.set(path.slice(root.length), brotliCompressSync(contents, { params }).length);
  }
  const needed = new Set<string>();
  const loads: Load[] = [];
  const load = (output: string): number => {
    if (needed.has(output)) return 0;
    needed.add(output);
    const imports = metafile.outputs[output]?.imports ?? [];
    const statics = imports.filter(({ kind, external }) => kind === "import-statement" && external !== true);
    return statics.reduce((sum, { path }) => sum + load(path), sizes.get(output) ?? 0);
  };
  // The entry first: what it fetched is there when a part is asked for later.
  const parts = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  parts.sort(([left], [right]) => Number(right.endsWith("/worker.js")) - Number(left.endsWith("/worker.js")));
  for (const [output, { entryPoint }] of parts) loads.push({ name: entryPoint ?? output, brotli: load(output) });
  return loads;
}

if (import.meta.main) {
  let total = 0;
  for (const { name, brotli } of await workerLoads()) {
    total += brotli;
    console.log(`${name.padEnd(20)} ${brotli} bytes after brotli`);
    if (brotli > BUNDLE_BYTES_MAX) process.exitCode = 1;
  }
  console.log(`${"all of it".padEnd(20)} ${total} bytes; at most ${BUNDLE_BYTES_MAX} for one load`);
}
