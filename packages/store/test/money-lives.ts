import process from "node:process";
import { createTestDeps } from "@hevel/testing/deps";
import fc from "fast-check";
import { brokenRules } from "./money-rules.ts";
import { doAll, operation, prepareRun } from "./money-run.ts";
import { type FaultMix, Simulation } from "./simulation.ts";

const operationsPerLife = 60;
/** Lives that wait for the engine at the same time; each is its own municipality, with its own order of requests. */
const atOnce = 8;

/** What came of many lives: the rules that were broken, ready to be replayed, and how often each answer was given. */
export interface Lives {
  readonly broken: string;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Lives the money of one municipality per seed: 60 operations by a dozen people in six lanes at once, with faults. The
 * same seed is the same life. `HEVEL_SEED=17` lives only that one; `HEVEL_LIVES=10` lives every tenth, for a quick look.
 */
export async function liveAll(seeds: readonly number[], mix: FaultMix, file: string): Promise<Lives> {
  const asked = process.env["HEVEL_SEED"];
  const every = Number(process.env["HEVEL_LIVES"] ?? 1);
  const waiting = seeds.filter((seed) => (asked === undefined ? seed % every === 0 : seed === Number(asked)));
  const broken: string[] = [];
  const counts = new Map<string, number>();
  const lane = async () => {
    const simulation = new Simulation();
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const { sentences, seen } = await live(seed, mix, simulation);
      for (const [code, count] of [...seen.refusals, ["done", seen.done] as const])
        counts.set(code, (counts.get(code) ?? 0) + count);
      if (sentences.length > 0)
        broken.push(`HEVEL_SEED=${seed} npx vitest run ${file}`, ...sentences.map((sentence) => `  ${sentence}`));
    }
    simulation.stop();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { broken: broken.join("\n"), counts };
}

async function live(seed: number, mix: FaultMix, simulation: Simulation) {
  const { deps: calm, clock, table } = await createTestDeps();
  const run = await prepareRun(calm, simulation.begin(seed, mix, calm, table), clock);
  await doAll(run, fc.sample(operation, { seed, numRuns: operationsPerLife }));
  return { sentences: await brokenRules(run, calm), seen: run.seen };
}

/** Seeds from one to another, both included. */
export const seedsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
