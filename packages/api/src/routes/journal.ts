import {
  exportJournal,
  getJournal,
  JournalFilter,
  JournalId,
  JournalTrail,
  JournalView,
  LedgerVerification,
  listJournal,
  verifyLedger,
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

const exportJournalRoute = createRoute({
  ...operation("exportJournal", "Money", "The journal as CSV, oldest line first"),
  method: "get",
  path: "/journal-export",
  request: { query: JournalFilter },
  responses: {
    200: {
      description: "CSV (RFC 4180, UTF-8); text that could be a formula has one apostrophe before it",
      headers: versionHeader,
      content: { "text/csv": { schema: z.string() } },
    },
    ...problems(400),
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
  ...operation("verifyLedger", "Money", "Add the whole ledger up again"),
  method: "get",
  path: "/verification",
  responses: { 200: ok(LedgerVerification, "What came of it, and the heads of all chains") },
});

/** Routes about the journal. */
export const journalRoutes = createRouter()
  .openapi(listJournalRoute, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid("query");
    const paging = { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
    const page = await listJournal(c.var.deps, filter, paging);
    return c.json({ ...page, items: [...page.items] }, 200);
  })
  .openapi(exportJournalRoute, async (c) => {
    const csv = await exportJournal(c.var.deps, c.req.valid("query"));
    c.header("Content-Disposition", 'attachment; filename="journaal.csv"');
    return c.body(csv, 200, { "Content-Type": "text/csv; charset=utf-8" });
  })
  .openapi(getJournalRoute, async (c) => c.json(await getJournal(c.var.deps, c.req.valid("param").journalId), 200))
  .openapi(verifyLedgerRoute, async (c) => {
    // Adding everything up reads the whole ledger: the edge may give the same answer for a minute.
    c.header("Cache-Control", "public, max-age=60");
    return c.json(await verifyLedger(c.var.deps), 200);
  });
