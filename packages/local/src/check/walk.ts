/** One thing somebody does in the loop, and what must come of it. */
export type Step<World> = {
  /** Who acts, in a word or two: "treasurer", "council". */
  readonly who: string;
  /** What happens, as a sentence without its subject: "submits the proposal". */
  readonly does: string;
  /** Does it; resolves with what was seen, if that is worth a line. @throws Deviation when something else was seen. */
  run(world: World): Promise<string | undefined>;
};

/** What was expected and what was seen instead. */
export class Deviation extends Error {
  override readonly name = "Deviation";
}

/** How a walk ended. */
export type WalkOutcome = { readonly passed: number; readonly failed: number };

/**
 * Walks the steps in order and reports each in one line. It stops at the first that deviates, because what follows builds on it; those are
 * reported as not walked, and count as failed.
 */
export async function walkLoop<World>(
  steps: readonly Step<World>[],
  world: World,
  report: (line: string) => void,
): Promise<WalkOutcome> {
  const width = Math.max(...steps.map(({ who }) => who.length));
  for (const [index, step] of steps.entries()) {
    const place = `${String(index + 1).padStart(3)}. ${step.who.padEnd(width)}  ${step.does}`;
    const began = performance.now();
    try {
      const seen = await step.run(world);
      const ms = `${Math.round(performance.now() - began)} ms`;
      report(`  ok ${place}${seen === undefined ? "" : `: ${seen}`} (${ms})`);
    } catch (error) {
      report(`FAIL ${place}\n          ${explain(error)}`);
      const left = steps.length - index - 1;
      if (left > 0) report(`     ${left} more ${left === 1 ? "step" : "steps"} not walked.`);
      return { passed: index, failed: steps.length - index };
    }
  }
  return { passed: steps.length, failed: 0 };
}

/** Fails the step unless the two are the same. */
export function expectSame(seen: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(seen), JSON.stringify(expected)];
  if (left !== right) throw new Deviation(`${what}: expected ${right}, saw ${left}`);
}

function explain(error: unknown): string {
  if (error instanceof Deviation) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
