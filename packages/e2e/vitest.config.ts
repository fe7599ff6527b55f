import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The whole loop is one long test: it goes first, and the others run beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLoop = ({ moduleId }: TestSpecification) => moduleId.endsWith("/loop.e2e.ts");
    return (await super.sort(files)).toSorted((one, other) => Number(isLoop(other)) - Number(isLoop(one)));
  }
}

/** The journeys in a real browser: one portal for the whole run, one browser for each file. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["src/**/*.e2e.ts"],
    globalSetup: ["src/global-setup.ts"],
    // Two people at a time is what two processors can serve; each test has people and addresses of its own.
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // A limit against waiting for ever: the loop is long, and other work may share the processors.
    testTimeout: 480_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
