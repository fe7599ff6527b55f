import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { prepareSstPlatform } from "../tools/sst-platform.ts";

const root = join(import.meta.dirname, "..");

/** Stands in what SST's own builder made, so that a bundle tells who made it. */
export const sstBanner = "// made by SST";

/** A resource as `sst deploy` would register it: its Pulumi type, its name and everything it was given. */
export type DryRunResource = {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
};

/** Everything one deploy would register, and what `app()` and `run()` returned. */
export type DryRun = {
  readonly app: Readonly<Record<string, unknown>>;
  readonly registered: readonly DryRunResource[];
  readonly outputs: Readonly<Record<string, unknown>>;
};

export type DryRunOptions = {
  readonly stage: string;
  /** The stage's settings, as they would be in `.env.<stage>`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Where the bundles of the functions stay, one folder for each; they are thrown away when left out. */
  readonly bundles?: string;
};

/**
 * Evaluates `sst.config.ts` as `sst deploy` does, with Pulumi's mocks in the place of the cloud: SST's own program around our
 * configuration, bundled the way SST bundles it, in a process of its own. Handlers are really bundled, so a handler that is not
 * there or does not build fails here. The site is not built; a page and two files stand for it.
 *
 * @throws Error with the program's own words when it does not run to its end.
 */
export async function dryRun(options: DryRunOptions): Promise<DryRun> {
  const platform = prepareSstPlatform();
  const workshop = mkdtempSync(join(tmpdir(), "hevel-dry-run-"));
  const program = join(platform, `dry-run-${process.pid}-${Date.now()}.mjs`);
  const server = await startBuilder(options.bundles ?? join(workshop, "bundles"));
  try {
    imitateRoot(workshop);
    await bundleProgram(platform, program, workshop, options.stage);
    const result = join(workshop, "result.json");
    await runProgram(program, {
      ...options.settings,
      ...Object.fromEntries(Object.entries(options.secrets).map(([name, value]) => [`SST_SECRET_${name}`, value])),
      PATH: process.env["PATH"] ?? "",
      HOME: workshop,
      SST_SERVER: server.url,
      DRY_RUN_RESULT: result,
    });
    return JSON.parse(readFileSync(result, "utf8"));
  } finally {
    server.close();
    rmSync(workshop, { recursive: true, force: true });
    rmSync(program, { force: true });
  }
}

/** SST writes beside the configuration; a dry run leaves the sources alone. */
function imitateRoot(workshop: string) {
  const dist = join(workshop, "packages", "web", "dist");
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(dist, "index.html"), "<!doctype html>\n");
  writeFileSync(join(dist, "favicon.svg"), "<svg/>\n");
  writeFileSync(join(dist, "assets", "main-AAAAAAAA.js"), "export {};\n");
  for (const path of ["node_modules", "infra", "packages/functions", "packages/web/public", "pnpm-workspace.yaml"])
    symlinkSync(join(root, path), join(workshop, path));
}

async function bundleProgram(platform: string, program: string, workshop: string, stage: string) {
  const permanent = stage === "production";
  const entry = [
    'import * as aws from "@pulumi/aws";',
    `import * as sst from ${JSON.stringify(join(platform, "src", "components"))};`,
    `import { run } from ${JSON.stringify(join(platform, "src", "auto", "run.ts"))};`,
    `import { evaluate } from ${JSON.stringify(join(root, "infra", "dry-run-program.ts"))};`,
    "Object.assign(globalThis, { aws, sst });",
    "await evaluate(run);",
  ];
  await build({
    stdin: { contents: entry.join("\n"), resolveDir: root, sourcefile: "dry-run.ts", loader: "ts" },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2023",
    mainFields: ["module", "main"],
    nodePaths: [join(platform, "node_modules")],
    // As SST does: these stay where they are, beside the program.
    external: ["@pulumi/*", "@pulumiverse/*", "@aws-sdk/*", "archiver", "esbuild", "glob", "undici", "vite"],
    inject: [join(platform, "src", "shim", "run.js")],
    banner: {
      js: [
        'import { createRequire as dryRunCreateRequire } from "node:module";',
        "const require = dryRunCreateRequire(import.meta.url);",
        "const __filename = import.meta.filename;",
        "const __dirname = import.meta.dirname;",
      ].join("\n"),
    },
    define: {
      $app: JSON.stringify({
        name: "hevel",
        stage,
        removal: permanent ? "retain" : "remove",
        protect: permanent,
        providers: {},
      }),
      $cli: JSON.stringify({
        command: "deploy",
        rpc: "",
        paths: { home: workshop, root: workshop, work: join(workshop, ".sst"), platform },
        state: { version: {} },
      }),
      $dev: "false",
    },
    logLevel: "silent",
  });
}

function runProgram(program: string, env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--no-deprecation", "--disable-warning=ExperimentalWarning", program], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`sst.config.ts could not be evaluated (${status}):\n${said}`)),
    );
  });
}

/** The part of the `sst` command line that its components call for: where assets go, and bundling a handler. */
async function startBuilder(folder: string): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", async () => {
      const { method, params } = JSON.parse(body);
      const answer = await answerRpc(method, params[0], folder).then(
        (result) => ({ result }),
        (error: Error) => ({ error: error.message }),
      );
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function answerRpc(method: string, argument: { functionID: string; handler: string }, folder: string) {
  if (method === "Provider.Aws.Bootstrap") return { asset: "sst-asset", state: "sst-state" };
  if (method === "Runtime.Build") return bundleHandler(argument.functionID, argument.handler, folder);
  throw new Error(`rpc: can't find ${method}`);
}

/** As SST's builder: `path/name.exported` becomes `name.mjs` in a folder of the function. Our own bundler then replaces it. */
async function bundleHandler(functionId: string, handler: string, folder: string) {
  const [file = "", exported = ""] = basename(handler).split(".");
  const out = join(folder, functionId);
  await build({
    entryPoints: [join(root, dirname(handler), `${file}.ts`)],
    outfile: join(out, `${file}.mjs`),
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["sharp"],
    banner: { js: sstBanner },
    logLevel: "silent",
  });
  return { handler: `${file}.${exported}`, out, errors: [], sourcemaps: [] };
}
