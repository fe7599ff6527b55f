// Runs inside the program that dry-run.ts bundles: SST's own run() of our sst.config.ts, with Pulumi's mocks as the cloud.
import { writeFileSync } from "node:fs";
import process from "node:process";
import config from "../sst.config.ts";
import type { DryRunResource } from "./dry-run.ts";
import { answerCall, stateOf } from "./dry-run-cloud.ts";

/** SST's `run`, handed over rather than imported: every tool that follows imports would follow it through all of Pulumi. */
export type SstRun = (program: typeof config.run) => Promise<Record<string, unknown>>;

/** Evaluates the configuration to its end and leaves what it registered in the file that `DRY_RUN_RESULT` names. */
export async function evaluate(run: SstRun): Promise<void> {
  const registered: DryRunResource[] = [];
  await $util.runtime.setMocks(
    {
      newResource({ type, name, inputs, custom, id }) {
        registered.push({ type, name, inputs });
        // One that is looked up rather than made has the name of the other.
        return { id: custom ? id || `${name}-id` : undefined, state: stateOf(type, id || name, inputs) };
      },
      call: ({ token, inputs }) => answerCall(token, inputs),
    },
    $app.name,
    $app.stage,
    false,
  );
  const app = await config.app({ stage: $app.stage });
  const outputs = await $util.runtime.runInPulumiStack(() => run(config.run));
  await $util.runtime.disconnect();
  writeFileSync(process.env["DRY_RUN_RESULT"] ?? "", JSON.stringify({ app, registered, outputs }));
}
