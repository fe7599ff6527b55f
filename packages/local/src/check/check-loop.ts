import { enterpriseSteps } from "./enterprise-steps.ts";
import { firstLook } from "./first-look.ts";
import { moneySteps } from "./money-steps.ts";
import { staffArrives } from "./people.ts";
import { proposalSteps } from "./proposal-steps.ts";
import { type WalkOutcome, walkLoop } from "./walk.ts";
import { createWorld } from "./world.ts";

const steps = [...firstLook, ...staffArrives, ...enterpriseSteps, ...proposalSteps, ...moneySteps];

/** Walks the whole loop over HTTP as every role against a running portal, and reports each step and a last line with the count. */
export async function checkLoop(
  portal: { origin: string; mailbox: string; runSchedule(): Promise<void> },
  report: (line: string) => void,
): Promise<WalkOutcome> {
  const began = performance.now();
  const outcome = await walkLoop(steps, createWorld(portal), report);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  report(`${outcome.passed} passed, ${outcome.failed} failed, in ${seconds} seconds`);
  return outcome;
}
