import { expect } from "vitest";
import type { DryRun } from "./dry-run.ts";

/** What a resource was given. Test code reads into nested values of many shapes, hence the loose type. */
// biome-ignore lint/suspicious/noExplicitAny: the inputs of a hundred resource types have no one shape
export type Inputs = any;

/** One statement of an evaluated policy, as AWS would get it. */
export type Statement = {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

/** Reads what a dry run would have deployed; for tests. */
export type Deployed = {
  /** What the one resource of this name was given. */
  inputs(name: string): Inputs;
  /** What every resource of a type was given. */
  ofType(type: string): Inputs[];
  /** The statements of a function's own policy. */
  statements(functionName: string): Statement[];
  /** What a function is told. */
  variables(functionName: string): Readonly<Record<string, string>>;
  readonly outputs: DryRun["outputs"];
  readonly app: DryRun["app"];
};

/** Reads a dry run. */
export function readDeployed({ registered, outputs, app }: DryRun): Deployed {
  function inputs(name: string): Inputs {
    const found = registered.filter((resource) => resource.name === name);
    expect(found.map((resource) => resource.type)).toHaveLength(1);
    return found[0]?.inputs;
  }
  return {
    outputs,
    app,
    inputs,
    ofType: (type) => registered.filter((resource) => resource.type === type).map((resource) => resource.inputs),
    statements(functionName) {
      const policies: { policy: string }[] = inputs(`${functionName}Role`).inlinePolicies;
      expect(policies).toHaveLength(1);
      return policies.flatMap(({ policy }) => JSON.parse(policy).Statement);
    },
    variables: (functionName) => unsecret(inputs(`${functionName}Function`).environment).variables,
  };
}

/** The ARN that a resource has in a dry run. */
export const arnOf = (name: string): string => `arn:aws:mock:eu-central-1:123456789012:${name}`;

/** Pulumi wraps a value that holds a secret; the mocks see the wrapping. */
function unsecret(value: Inputs): Inputs {
  return value !== null && typeof value === "object" && "value" in value && Object.keys(value).length === 2
    ? value.value
    : value;
}
