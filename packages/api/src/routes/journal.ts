import {
  exportJournal,
  getJournal,
  JournalFilter,
  JournalId,
  JournalSum,
  JournalTrail,
  JournalView,
  LedgerVerification,
  listJournal,
  readVerification,
  refreshVerification,
  sumJournal,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { ok, operation, PagingQuery, problems, versionHeader } from "../route.ts";
import { createRouter } from "../router.ts";

const listJournalRoute = createRoute({
  ...operation("listJournal", "Money", "The journal, newest line first"),
  method: "get",
  path: "/journal",
  request: { query: PagingQuery.extend(JournalFilter.shape) },
  responses: {
    200: ok(z.object({ items: z.array(JournalView), cursor: z.string().optional() }), "Lines of the journal"),
    ...problems(400),
  },
});

const sumJournalRoute = createRoute({
  ...operation("sumJournal", "Money", "What a selection of the journal comes to"),
  method: "get",
  path: "/journal-sum",
  // Nothing else: every other name would be another answer to keep at the edge.
  request: { query: z.strictObject(JournalFilter.shape) },
  responses: {
    200: ok(
      z.object({ sum: JournalSum.optional() }),
      "The sums per kind; absent for a selection of which none are kept",
    ),
    ...problems(400),
  },
});

const exportJournalRoute = createRoute({
  ...operation("exportJournal", "Money", "The journal as CSV, oldest line first, of the last time it was added up"),
  method: "get",
  path: "/journal-export",
  // Nothing else: every other name would be another answer to keep at the edge.
  request: {
    query: z.strictObject({
      ...JournalFilter.shape,
      part: z.coerce
        .number()
        .int()
        .min(1)
        .max(10_000)
        .default(1)
        .meta({ description: "A long journal comes in parts" }),
    }),
  },
  responses: {
    200: {
      description: "CSV (RFC 4180, UTF-8); text that could be a formula has one apostrophe before it",
      headers: {
        ...versionHeader,
        Link: { description: "The next part, if there is one (rel=next)", schema: { type: "string" as const } },
        "Last-Modified": { description: "When it was added up", schema: { type: "string" as const } },
      },
      content: { "text/csv": { schema: z.string() } },
    },
    ...problems(400, 404),
  },
});

const getJournalRoute = createRoute({
  ...operation("getJournal", "Money", "One line with the way its money came"),
  method: "get",
  path: "/journal/{journalId}",
  request: { params: z.object({ journalId: JournalId }) },
  responses: { 200: ok(JournalTrail, "The line, from the council's decision to the receipt"), ...problems(400, 404) },
});

const verifyLedgerRoute = createRoute({
  ...operation("verifyLedger", "Money", "What came of adding the whole ledger up, the last time"),
  method: "get",
  path: "/verification",
  request: { query: z.strictObject({}) },
  responses: { 200: ok(LedgerVerification, "What came of it, and the heads of all chains"), ...problems(400, 404) },
});

const refreshVerificationRoute = createRoute({
  ...operation("refreshVerification", "Money", "Add the whole ledger up now"),
  method: "post",
  path: "/verification",
  responses: { 200: ok(LedgerVerification, "What came of it, from now on for everybody"), ...problems(400, 401, 403) },
});

/** What is the same for everybody may be kept at the edge, for a minute. */
const keptForAMinute = "public, max-age=60";

/** Routes about the journal. */
export const journalRoutes = createRouter()
  .openapi(listJournalRoute, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid("query");
    const paging = { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
    const page = await listJournal(c.var.deps, filter, paging);
    return c.json({ ...page, items: [...page.items] }, 200);
  })
  .openapi(sumJournalRoute, async (c) => {
    const sum = await sumJournal(c.var.deps, c.req.valid("query"));
    c.header("Cache-Control", keptForAMinute);
    return c.json(sum === undefined ? {} : { sum }, 200);
  })
  .openapi(exportJournalRoute, async (c) => {
    const { part: asked, ...filter } = c.req.valid("query");
    const { csv, version, part, parts } = await exportJournal(c.var.deps, filter, asked);
    c.header("Cache-Control", keptForAMinute);
    c.header("Last-Modified", new Date(version).toUTCString());
    if (part < parts) {
      const query = new URLSearchParams({ ...c.req.query(), part: String(part + 1) });
      c.header("Link", `</v1/journal-export?${query}>; rel="next"`);
    }
    const name = parts === 1 ? "journaal.csv" : `journaal-${part}-van-${parts}.csv`;
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    return c.body(csv, 200, { "Content-Type": "text/csv; charset=utf-8" });
  })
  .openapi(getJournalRoute, async (c) => c.json(await getJournal(c.var.deps, c.req.valid("param").journalId), 200))
  .openapi(verifyLedgerRoute, async (c) => {
    const verification = await readVerification(c.var.deps);
    c.header("Cache-Control", keptForAMinute);
    return c.json(verification, 200);
  })
  .openapi(refreshVerificationRoute, async (c) => c.json(await refreshVerification(c.var.deps, c.var.actor), 200));
