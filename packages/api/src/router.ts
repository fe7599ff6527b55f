import { DomainError, fieldProblems } from "@hevel/core";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./context.ts";

/** A router of one noun. Input that does not fit its schema becomes one refusal with every problem in it. */
export function createRouter() {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new DomainError("invalid", "The input is not complete or not right.", {
        fields: fieldProblems(result.error),
      });
    },
  });
}
