import type { Statement } from "../deployed.ts";

/** One thing a request needs to be allowed to do, with the values that conditions may ask for. */
export type Need = {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
};

/**
 * Whether a policy allows this, as IAM says it: a statement must allow it and none may deny it.
 *
 * @throws Error for a condition this does not know: what is not understood is not passed over.
 */
export function allows(statements: readonly Statement[], need: Need): boolean {
  const matching = statements.filter((statement) => matches(statement, need));
  return matching.length > 0 && matching.every(({ Effect }) => Effect === "Allow");
}

function matches({ Action, Resource, Condition = {} }: Statement, { action, resource, context }: Need): boolean {
  return (
    Action.some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase())) &&
    Resource.some((pattern) => isLike(resource, pattern)) &&
    Object.entries(Condition).every(([test, variables]) =>
      Object.entries(variables).every(([variable, values]) => holds(test, context[variable], values)),
    )
  );
}

/** A condition on a value that the request does not have does not hold (IAM: "if the key is not present, no match"). */
function holds(test: string, given: readonly string[] | undefined, values: readonly string[]): boolean {
  const [quantifier, operator] = test.includes(":") ? test.split(":") : ["ForAnyValue", test];
  const compare = quantifier === "ForAnyValue" ? comparisons[operator ?? ""] : undefined;
  if (compare === undefined) throw new Error(`Unknown condition: ${test}`);
  return given?.some((one) => values.some((value) => compare(one, value))) ?? false;
}

const comparisons: Readonly<Record<string, (given: string, value: string) => boolean>> = {
  StringEquals: (given, value) => given === value,
  StringLike: (given, pattern) => isLike(given, pattern),
};

/** IAM's wildcards: `*` any number of characters, `?` exactly one. */
function isLike(value: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(value);
}
