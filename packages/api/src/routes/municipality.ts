import { MunicipalityView, viewMunicipality } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import { ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getMunicipality = createRoute({
  ...operation("getMunicipality", "Municipality", "The municipality and its districts"),
  method: "get",
  path: "/municipality",
  responses: { 200: ok(MunicipalityView, "The municipality"), ...problems(404) },
});

/** Routes about the municipality itself. */
export const municipalityRoutes = createRouter().openapi(getMunicipality, (c) =>
  c.json(viewMunicipality(c.var.deps), 200),
);
