import {
  AuditLineView,
  endSessions,
  GroupRoles,
  listAudit,
  listGroupRoles,
  listStaff,
  MunicipalityView,
  PersonId,
  StaffMember,
  setGroupRoles,
  viewMunicipality,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, ok, operation, PagingQuery, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getMunicipality = createRoute({
  ...operation("getMunicipality", "Municipality", "The municipality and its districts"),
  method: "get",
  path: "/municipality",
  responses: { 200: ok(MunicipalityView, "The municipality"), ...problems(404) },
});

const listGroupRolesRoute = createRoute({
  ...operation("listGroupRoles", "Municipality", "Which groups of the identity provider give which roles"),
  method: "get",
  path: "/group-roles",
  responses: { 200: ok(GroupRoles, "Groups with their roles"), ...problems(401, 403) },
});

const setGroupRolesRoute = createRoute({
  ...operation("setGroupRoles", "Municipality", "Say which groups give which roles"),
  method: "put",
  path: "/group-roles",
  request: { body: body(GroupRoles) },
  responses: { 200: ok(GroupRoles, "Groups with their roles"), ...problems(400, 401, 403, 409) },
});

const listStaffRoute = createRoute({
  ...operation("listStaff", "Municipality", "Everybody who signed in as staff"),
  method: "get",
  path: "/staff",
  responses: { 200: ok(z.object({ items: z.array(StaffMember) }), "Staff in order of name"), ...problems(401, 403) },
});

const endSessionsRoute = createRoute({
  ...operation("endSessions", "Municipality", "End every session of somebody of staff"),
  method: "post",
  path: "/staff/{personId}/session-endings",
  request: { params: z.object({ personId: PersonId }) },
  responses: { 201: ok(StaffMember, "Signed out everywhere"), ...problems(400, 401, 403, 404, 409) },
});

const listAuditRoute = createRoute({
  ...operation("listAudit", "Municipality", "Acts of power at city hall, newest first"),
  method: "get",
  path: "/audit-lines",
  request: {
    query: z.object({
      month: z
        .string()
        .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, "date")
        .optional(),
      cursor: PagingQuery.shape.cursor,
    }),
  },
  responses: {
    200: ok(z.object({ items: z.array(AuditLineView), cursor: z.string().optional() }), "Lines of one month"),
    ...problems(400, 401, 403),
  },
});

/** Routes about the municipality itself. */
export const municipalityRoutes = createRouter()
  .openapi(getMunicipality, (c) => c.json(viewMunicipality(c.var.deps), 200))
  .openapi(listGroupRolesRoute, async (c) => c.json(await listGroupRoles(c.var.deps, c.var.actor), 200))
  .openapi(setGroupRolesRoute, async (c) =>
    c.json(await setGroupRoles(c.var.deps, c.var.actor, c.req.valid("json")), 200),
  )
  .openapi(listStaffRoute, async (c) => c.json({ items: [...(await listStaff(c.var.deps, c.var.actor))] }, 200))
  .openapi(endSessionsRoute, async (c) => c.json(await endSessions(c.var.deps, c.var.actor, c.req.valid("param")), 201))
  .openapi(listAuditRoute, async (c) => {
    const { month, cursor } = c.req.valid("query");
    const where = { ...(month === undefined ? {} : { month }), ...(cursor === undefined ? {} : { cursor }) };
    return c.json(await listAudit(c.var.deps, c.var.actor, where), 200);
  });
