import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./context.ts";
import { versionHeader } from "./route.ts";

interface Operation {
  readonly requestBody?: unknown;
  responses: Record<string, unknown>;
}

/** What every route with a body may answer before it looks at what the body says (request.ts). */
const refusalsOfBodies = Object.fromEntries(
  (
    [
      [413, "Refused: too-large"],
      [415, "Refused: media-type"],
    ] as const
  ).map(([status, description]) => [
    status,
    {
      description,
      headers: versionHeader,
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]),
);

/** The OpenAPI 3.1 document of the routes. The server URL carries the major version (NL API Design Rules /core/uri-version). */
export function describe(routes: OpenAPIHono<Env>, version: string) {
  const document = routes.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Hevel",
      version,
      description:
        "Hands real budget to resident enterprises and shows every euro. Names are English by decision 0002; docs/glossary.md maps them to Dutch. Amounts are integer euro cents, dates ISO 8601, instants UTC.",
      contact: {
        name: "Team Hevel",
        email: "hevel@voorbeeldstad.example",
        url: "https://hevel.voorbeeldstad.example/contact",
      },
      license: { name: "EUPL-1.2", url: "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12" },
    },
    servers: [{ url: "/v1", description: "This portal" }],
  });
  for (const item of Object.values(document.paths ?? {}))
    for (const operation of Object.values(item ?? {}) as Operation[])
      if (operation.requestBody !== undefined) operation.responses = { ...operation.responses, ...refusalsOfBodies };
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-hevel",
          description: "Session cookie, given by signing in.",
        },
      },
    },
  };
}
