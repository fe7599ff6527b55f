import { type Step, vitestStep } from "./steps.ts";

/**
 * What needs no portal and no browser, in lanes that run side by side.
 *
 * - `lives`: how many of the ledger's 200 random lives are lived.
 * - `alreadyRun`: test files that are left out.
 */
export function checks(options: {
  lives: "every life" | "every tenth life";
  alreadyRun?: readonly string[];
}): readonly (readonly Step[])[] {
  const { lives, alreadyRun = [] } = options;
  const environment = {
    HEVEL_ALREADY_RUN: alreadyRun.join("\n"),
    ...(lives === "every life" ? {} : { HEVEL_LIVES: "10" }),
  };
  return [
    [{ ...vitestStep("unit and integration tests"), environment }],
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
