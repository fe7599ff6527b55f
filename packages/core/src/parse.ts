import type * as z from "zod";
import { DomainError, type FieldCode, type FieldProblem, fieldCodes } from "./errors.ts";

const codeOf: Partial<Record<z.core.$ZodIssue["code"], FieldCode>> = {
  invalid_type: "required",
  unrecognized_keys: "unknown-field",
  invalid_value: "choice",
  invalid_union: "choice",
};

/** Turns zod's issues into field problems: one per field, path dotted, code from the site's catalogue. */
export function fieldProblems(error: z.core.$ZodError): readonly FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) {
      const dotted = path.map(String).join(".");
      if (problems.has(dotted)) continue;
      const own = fieldCodes.find((code) => code === issue.message) ?? codeOf[issue.code];
      const limit = "maximum" in issue ? Number(issue.maximum) : "minimum" in issue ? Number(issue.minimum) : undefined;
      problems.set(dotted, { path: dotted, code: own ?? "invalid", ...(limit === undefined ? {} : { limit }) });
    }
  }
  return [...problems.values()];
}

/** Parses input at a boundary. @throws DomainError `invalid` with every problem at once. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new DomainError("invalid", "The input is not complete or not right.", { fields: fieldProblems(result.error) });
}

/** Whether a value that may not have passed its schema is an object whose named fields, where present, are lists of objects. */
export function isListed(value: unknown, fields: readonly string[]): boolean {
  if (value === null || typeof value !== "object") return false;
  const record: Record<string, unknown> = { ...value };
  const isObject = (part: unknown) => part !== null && typeof part === "object";
  return fields.every((field) => {
    const list = record[field];
    return list === undefined || (Array.isArray(list) && list.every(isObject));
  });
}
