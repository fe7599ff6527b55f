import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { portalEnvironment } from "../../packages/local/src/environment.ts";
import { startGateway } from "../../packages/local/src/gateway.ts";
import { type Parts, startParts } from "../../packages/local/src/parts.ts";
import { freePort } from "../../packages/local/src/ports.ts";
import { demoMunicipality } from "../../packages/local/src/seed/municipality.ts";
import { seedDemo } from "../../packages/local/src/seed/seed.ts";
import { demoStaff } from "../../packages/local/src/seed/staff.ts";
import { startStreamWorker } from "../../packages/local/src/stream-worker.ts";
import { arnOf, type Deployed } from "../deployed.ts";
import { type RunningFunction, startFunction } from "./function.ts";
import { eventOf, type FunctionAnswer, responseOf } from "./function-url.ts";
import { type Guard, startGuard } from "./guard.ts";

/** The functions of a deployment, as `infra/` calls them. */
export const functionNames = ["Api", "Outbox", "Schedule", "MailFeedback"] as const;

export type FunctionName = (typeof functionNames)[number];

/** The deployed functions on one machine, each behind a guard that knows its policy. */
export type GuardedPortal = {
  readonly origin: string;
  readonly mailbox: string;
  readonly parts: Parts;
  readonly pepper: string;
  readonly functions: Readonly<Record<FunctionName, RunningFunction>>;
  readonly guards: Readonly<Record<FunctionName, Guard>>;
  /** What went wrong in the background. */
  readonly errors: readonly unknown[];
  runSchedule(): Promise<void>;
  stop(): Promise<void>;
};

const pepper = "a-pepper-of-more-than-sixteen";

/** Starts the bundles of a dry run against real parts, with nothing allowed but what their policies allow. */
export async function startGuardedPortal(deployed: Deployed, bundles: string): Promise<GuardedPortal> {
  const dataDir = mkdtempSync(join(tmpdir(), "hevel-guarded-"));
  const [port, mailboxPort, identityPort] = [await freePort(), await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const parts = await startParts({
    dataDir,
    siteOrigin: origin,
    mailboxPort,
    identityPort,
    municipality: demoMunicipality.name,
    staff: demoStaff,
    staffRedirectUri: `${origin}/v1/staff-sign-in/callback`,
  });
  const { engine, tableName, files, identity } = parts;
  const { endpoint } = engine;
  const stops: { stop(): Promise<void> }[] = [parts];
  await seedDemo({ endpoint, tableName, files, issuer: identity.issuer, pepper, story: false });
  installBeside(bundles);
  const told = portalEnvironment(parts, { siteOrigin: origin, municipality: demoMunicipality.code, pepper });
  const [functions, guards] = [{}, {}] as [Record<FunctionName, RunningFunction>, Record<FunctionName, Guard>];
  for (const name of functionNames) {
    const behind = { table: endpoint, files: files.endpoint, mail: parts.mailbox.endpoint };
    guards[name] = await startGuard(deployed.statements(name), arnsOf(deployed), behind);
    functions[name] = await startFunction(bundleOf(bundles, name), environmentOf(deployed, name, told, guards[name]));
    stops.push(guards[name], functions[name]);
  }
  const { Api, Outbox, Schedule } = functions;
  const siteDir = join(dataDir, "site");
  mkdirSync(siteDir);
  writeFileSync(join(siteDir, "index.html"), "<!doctype html>\n");
  const api = { fetch: async (asked: Request) => responseOf(await Api.invoke<FunctionAnswer>(await eventOf(asked))) };
  stops.push(await startGateway({ port, api, siteDir, uploads: guards.Api.endpoint }));
  const handler = (event: unknown) => Outbox.invoke<{ batchItemFailures: { itemIdentifier: string }[] }>(event);
  stops.push(await startStreamWorker({ endpoint, streamArn: parts.streamArn, handler, onError }));
  return {
    origin,
    mailbox: parts.mailbox.endpoint,
    parts,
    pepper,
    functions,
    guards,
    errors,
    runSchedule: () => Schedule.invoke({}),
    async stop() {
      for (const part of stops.toReversed()) await part.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the deployment tells a function, with our own places in it: what it is not told there it does not know here either. */
function environmentOf(
  deployed: Deployed,
  name: FunctionName,
  told: Readonly<Record<string, string>>,
  { endpoint }: Guard,
): Record<string, string> {
  const variables = { ...deployed.variables(name) };
  for (const variable of Object.keys(variables)) variables[variable] = told[variable] ?? variables[variable] ?? "";
  return {
    ...variables,
    // The one address the policy lets letters come from.
    HEVEL_MAIL_FROM: deployed.variables(name)["HEVEL_MAIL_FROM"] ?? "",
    HEVEL_LOG: "off",
    AWS_REGION: told["AWS_REGION"] ?? "",
    AWS_ACCESS_KEY_ID: told["AWS_ACCESS_KEY_ID"] ?? "",
    AWS_SECRET_ACCESS_KEY: told["AWS_SECRET_ACCESS_KEY"] ?? "",
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ENDPOINT_URL_SES: endpoint,
  };
}

function arnsOf({ outputs }: Deployed) {
  const { TableArn = "", BucketArn = "" } = outputs["foundation"] as Record<string, string>;
  return { table: TableArn, bucket: BucketArn, sending: ["MailIdentity", "MailSettings"].map(arnOf) };
}

function bundleOf(bundles: string, name: FunctionName): string {
  const folder = join(bundles, name);
  const [entry] = readdirSync(folder).filter((file) => /^(api|outbox|schedule|mail-feedback)\.mjs$/.test(file));
  return join(folder, entry ?? "");
}

/** Native code stands beside the bundle of the function that is given it, and of no other. */
function installBeside(bundles: string): void {
  const sharp = createRequire(join(import.meta.dirname, "../../packages/store/package.json")).resolve("sharp");
  const modules = join(bundles, "Api", "node_modules");
  mkdirSync(modules, { recursive: true });
  symlinkSync(sharp.slice(0, sharp.lastIndexOf("/sharp/") + "/sharp".length), join(modules, "sharp"));
}
