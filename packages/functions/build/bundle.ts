import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { apiVersion, documentation } from "@hevel/api";
import { build, type Plugin } from "esbuild";

/** The Lambda functions, by the name of their file in `packages/functions/src`. */
export const functionFiles = ["api", "outbox", "schedule", "mail-feedback"] as const;

export type FunctionFile = (typeof functionFiles)[number];

const sources = join(import.meta.dirname, "..", "src");

/** What a bundle is made with. Also for what is compared with one (bench/import.bench.ts). */
export const bundleOptions = {
  bundle: true,
  minify: true,
  // SST's own builder keeps the name of every function and class, which is a call for each of them in every cold start.
  keepNames: false,
  // What few requests need is loaded when one asks for it.
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node24",
  mainFields: ["module", "main"],
  // Native code: installed beside the bundle of the one function that cleans pictures.
  external: ["sharp"],
  // Some packages are CommonJS inside and ask for Node's own modules with `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  outExtension: { ".js": ".mjs" },
  logLevel: "silent",
} satisfies Parameters<typeof build>[0];

/** Puts the OpenAPI document in the bundle as the text it is published as (packages/api/src/published-text.ts). */
const documentAsText: Plugin = {
  name: "document-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]published-text\.ts$/ }, () => {
      const text = JSON.stringify(documentation(apiVersion));
      return { contents: `export const publishedText = () => ${JSON.stringify(text)};`, loader: "js" };
    });
  },
};

/**
 * zod brings its sentences in fifty languages, and the routes' library keeps hold of all of zod: a quarter of what every start would
 * read. Nobody reads zod's sentences here (the site has its own, by code), so one language is enough.
 */
const oneLanguage: Plugin = {
  name: "one-language",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: "js",
    }));
  },
};

/** What came of bundling: every file that was bundled in and every package that was left to be installed beside it. */
export interface Bundle {
  readonly inputs: readonly string[];
  readonly installed: readonly string[];
  readonly exports: readonly string[];
}

/**
 * Bundles one function into `folder` as `NAME.mjs`, in the place of what another builder left there.
 *
 * @throws esbuild's BuildFailure when it does not bundle.
 */
export async function bundleFunction(name: FunctionFile, folder: string): Promise<Bundle> {
  for (const old of readdirSync(folder)) if (/\.mjs(\.map)?$/.test(old)) rmSync(join(folder, old));
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: { [name]: join(sources, `${name}.ts`) },
    outdir: folder,
    metafile: true,
    plugins: [documentAsText, oneLanguage],
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const left = imports.filter(({ external, path }) => external === true && bundleOptions.external.includes(path));
  return {
    inputs: Object.keys(metafile.inputs),
    installed: [...new Set(left.map(({ path }) => path))],
    exports: Object.entries(metafile.outputs).find(([path]) => basename(path) === `${name}.mjs`)?.[1].exports ?? [],
  };
}
