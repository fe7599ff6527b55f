import { type Step, vitestStep } from "./steps.ts";

/**
 * What needs no portal and no browser, in lanes that run side by side.
 *
 * - `scope`: `everything`, or `without system tests`: what one waits for while at work (the list and its reason are in vitest.config.ts).
 * - `alreadyRun`: test files that are left out.
 */
export function checks(options: {
  scope: "everything" | "without system tests";
  alreadyRun?: readonly string[];
}): readonly (readonly Step[])[] {
  const { scope, alreadyRun = [] } = options;
  const projects = scope === "everything" ? [] : ["--project=together", "--project=apart"];
  const environment = { HEVEL_ALREADY_RUN: alreadyRun.join("\n") };
  return [
    [{ ...vitestStep("unit and integration tests", ...projects), environment }],
    [
      { name: "format and lint", command: ["biome", "ci", "--colors=off", "--error-on-warnings", "."] },
      { name: "types of all that runs in Node", command: ["tsc", "-p", "tools"] },
      { name: "types of the site", command: ["tsc", "-p", "packages/web"] },
      { name: "types of infra", command: ["node", "tools/typecheck-infra.ts"] },
      { name: "parts and their licences", command: ["node", "tools/sbom.ts"] },
      { name: "dead code", command: ["knip", "--no-config-hints"] },
    ],
  ];
}
