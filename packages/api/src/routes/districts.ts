import { DistrictCode, DistrictView, getDistrict } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getDistrictRoute = createRoute({
  ...operation("getDistrict", "Districts", "A district: its enterprises first, the neighbourhood team last"),
  method: "get",
  path: "/districts/{districtCode}",
  request: { params: z.object({ districtCode: DistrictCode }) },
  responses: { 200: ok(DistrictView, "The district"), ...problems(400, 404) },
});

/** Routes about districts. */
export const districtRoutes = createRouter().openapi(getDistrictRoute, async (c) =>
  c.json(await getDistrict(c.var.deps, c.req.valid("param")), 200),
);
