import process from "node:process";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** What a browser may have to fetch at once, in bytes after brotli. */
export const BUNDLE_BYTES_MAX = 15_000;

/** One load: an entry, or a part that is fetched when it is first needed; with the chunks it cannot start without. */
export interface Load {
  readonly name: string;
  readonly brotli: number;
}

const root = fileURLToPath(new URL("..", import.meta.url));

const forBrowser = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  write: false,
} satisfies BuildOptions;

const brotli = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** What a page needs to count, explain, measure, certify and verify: all of src/index.ts but the reading and writing of .pb files. */
const withoutFiles = [
  "BallotChecker",
  "BallotRefusedError",
  "CURRENCY_UNIT",
  "POINT",
  "TALLY_VERSION",
  "TallyClient",
  "canonicalText",
  "certify",
  "checkCertificate",
  "completeParameters",
  "count",
  "defaultUtility",
  "explain",
  "fairness",
  "groupAccounts",
  "lotNumber",
  "parameterProblems",
  "sha256",
  "voterAccount",
];

/** One module with the given exports of src/index.ts, as a page that imports them would bundle it. */
async function bundle(exports: string): Promise<number> {
  const contents = `export ${exports} from "./src/index.ts"`;
  const { outputFiles } = await build({ ...forBrowser, stdin: { contents, resolveDir: root } });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + brotli(bytes), 0);
}

/** The size of one bundle without, and of one with, the reading and writing of .pb files. */
export async function bundles(): Promise<readonly Load[]> {
  return [
    { name: "all of src/index.ts but .pb files", brotli: await bundle(`{ ${withoutFiles.join()} }`) },
    { name: "all of src/index.ts", brotli: await bundle("*") },
  ];
}

/** The loads of the worker, as a browser would fetch them: minified, split where it imports on demand. */
export async function workerLoads(): Promise<readonly Load[]> {
  const { outputFiles, metafile } = await build({
    ...forBrowser,
    entryPoints: ["src/worker.ts"],
    outdir: "dist",
    splitting: true,
    metafile: true,
  });
  const sizes = new Map(outputFiles.map(({ path, contents }) => [path.slice(root.length), brotli(contents)]));
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

/** Prints every size. @returns whether what has to be small is. */
export async function printBundles(): Promise<boolean> {
  const line = ({ name, brotli: bytes }: Load) => console.log(`  ${name.padEnd(34)} ${String(bytes).padStart(6)}`);
  const [lean, ...whole] = await bundles();
  const loads = await workerLoads();
  const small = lean === undefined ? loads : [lean, ...loads];
  console.log(
    `Bytes for a browser, minified and after brotli; at most ${BUNDLE_BYTES_MAX} to count, explain and verify.`,
  );
  console.log("As one file:");
  for (const load of lean === undefined ? whole : [lean, ...whole]) line(load);
  console.log("The worker, in the parts it loads when they are asked for:");
  for (const load of loads) line(load);
  return small.every(({ brotli: bytes }) => bytes <= BUNDLE_BYTES_MAX);
}

if (import.meta.filename === process.argv[1] && !(await printBundles())) process.exitCode = 1;
