import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./context.ts";

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
