// Requests per second and CPU per request of the API against a bare node:http handler that makes the same JSON, in turn.
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { createDocumentClient, createStore } from "@hevel/store";
import autocannon from "autocannon";
import { localCredentials, REGION } from "../src/aws.ts";
import { startEngine } from "../src/engine.ts";
import { demoMunicipality } from "../src/seed/municipality.ts";
import { createTable } from "../src/table.ts";

const rounds = 5;
const seconds = 4;
const connections = 20;

const engine = await startEngine();
const { tableName } = await createTable({ endpoint: engine.endpoint, streams: false });
const client = createDocumentClient({ endpoint: engine.endpoint, region: REGION, credentials: localCredentials });
const store = createStore({ client, table: tableName, municipality: demoMunicipality.code });
await store.commit([{ put: "municipality", record: demoMunicipality }]);

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  cpuMs(): Promise<number>;
}

/** Starts one of the two servers in a process of its own, so that CPU time is its own. */
function start(kind: "bare" | "api"): Promise<Server> {
  const child = fork(join(import.meta.dirname, "api-server.ts"), [kind], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    env: { ...process.env, BENCH_ENDPOINT: engine.endpoint, BENCH_TABLE: tableName },
  });
  const ask = (question: string) =>
    new Promise<number>((resolve) => {
      child.once("message", (message) => resolve(Number(message)));
      child.send(question);
    });
  return new Promise((resolve) => {
    child.once("message", (port) => {
      resolve({ url: `http://127.0.0.1:${Number(port)}`, process: child, cpuMs: () => ask("cpu") });
    });
  });
}

interface Measured {
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly p99: number;
}

async function measure(server: Server, path: string, duration: number): Promise<Measured> {
  const before = await server.cpuMs();
  const result = await autocannon({
    url: `${server.url}${path}`,
    connections,
    duration,
    headers: { host: "localhost" },
  });
  const cpu = (await server.cpuMs()) - before;
  const requests = result.requests.total;
  if (result.non2xx > 0 || requests === 0) throw new Error(`${path}: ${result.non2xx} answers were not 2xx`);
  return { perSecond: requests / result.duration, cpuMicros: (cpu * 1000) / requests, p99: result.latency.p99 };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const bare = await start("bare");
const api = await start("api");
const cases = [
  { name: "bare node:http, same JSON", server: bare, path: "/v1/municipality" },
  { name: "API, GET /v1/municipality", server: api, path: "/v1/municipality" },
  { name: "API, GET /v1/pots (one query)", server: api, path: "/v1/pots" },
];
const measured = cases.map(() => [] as Measured[]);
for (let round = 0; round <= rounds; round++)
  for (const [index, { server, path }] of cases.entries()) {
    const result = await measure(server, path, round === 0 ? 2 : seconds);
    if (round > 0) measured[index]?.push(result);
  }

console.log(
  `\nAPI, median of ${rounds} rounds of ${seconds} s in turn, ${connections} connections, client on the same machine`,
);
for (const [index, { name }] of cases.entries()) {
  const all = measured[index] ?? [];
  const perSecond = median(all.map((one) => one.perSecond)).toFixed(0);
  const cpu = median(all.map((one) => one.cpuMicros)).toFixed(0);
  const p99 = median(all.map((one) => one.p99)).toFixed(0);
  console.log(`  ${name.padEnd(32)} ${perSecond.padStart(7)} requests/s ${cpu.padStart(6)} us CPU each, p99 ${p99} ms`);
}
const ratios = (measured[1] ?? []).map((one, round) => one.perSecond / (measured[0]?.[round]?.perSecond ?? 1));
console.log(`  API / bare, round by round: ${(median(ratios) * 100).toFixed(0)} % (aim: at least 40 %)`);
for (const server of [bare, api]) server.process.kill();
await engine.stop();
