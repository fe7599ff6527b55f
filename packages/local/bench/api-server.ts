// One server of the benchmark, in its own process: answers the port it got, then its CPU time in ms whenever it is asked.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { apiVersion, createApp } from "@hevel/api";
import { viewMunicipality } from "@hevel/core";
import { createDigest, createDocumentClient, createIds, createStore } from "@hevel/store";
import { serve } from "@hono/node-server";
import { localCredentials, REGION } from "../src/aws.ts";
import { demoMunicipality } from "../src/seed/municipality.ts";

const endpoint = process.env["BENCH_ENDPOINT"] ?? "";
const client = createDocumentClient({ endpoint, region: REGION, credentials: localCredentials });
const store = createStore({ client, table: process.env["BENCH_TABLE"] ?? "", municipality: demoMunicipality.code });
const noFiles = () => Promise.reject(new Error("no files here"));
const deps = {
  store,
  clock: { now: () => new Date() },
  ids: createIds(),
  digest: createDigest("a pepper for the benchmark"),
  files: { presign: noFiles, accept: noFiles, link: noFiles, read: noFiles, forget: noFiles },
  municipality: demoMunicipality,
};

/** The API as it is deployed: all middleware, settings kept for a while, log lines written to nowhere. */
const app = createApp({
  version: apiVersion,
  originOf: () => "http://localhost",
  municipalityOf: () => demoMunicipality.code,
  depsFor: async () => deps,
  staffIdentityOf: () => undefined,
  log: (line) => void JSON.stringify(line),
});

const tell = (port: number) => process.send?.(port);
if (process.argv[2] === "api") {
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => tell(port));
} else {
  // The same answer, made anew for each request as any handler would: what is compared is the way there, not JSON.
  const server = createServer((_request, reply) => {
    const body = JSON.stringify(viewMunicipality(deps));
    reply.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
    reply.end(body);
  });
  server.listen(0, "127.0.0.1", () => tell((server.address() as AddressInfo).port));
}
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
