import {
  AnnouncedFile,
  announceFormalFile,
  answerMessage,
  FileId,
  FileUpload,
  FileView,
  FormalAnswer,
  FormalKey,
  FormalMessageId,
  FormalMessageRow,
  FormalMessageView,
  FormalReceipt,
  FormalStandingView,
  FormalSubject,
  FormalSubjectView,
  FormalSupplement,
  FormalWithdrawal,
  finishFormalFile,
  getFormalMessage,
  linkFormalFile,
  listFormalMessages,
  NewFormalMessage,
  parse,
  readFormalMessage,
  sendFormalMessage,
  supplementMessage,
  treatMessage,
  viewFormalSubject,
  withdrawMessage,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, ok, operation, PagingQuery, problems, RepeatHeaders, versionHeader } from "../route.ts";
import { createRouter } from "../router.ts";

const tag = "Formal messages";
const params = z.object({ messageId: FormalMessageId });

const viewSubjectRoute = createRoute({
  ...operation("viewFormalSubject", tag, "What a formal message can be about, and until when an objection is in time"),
  method: "get",
  path: "/formal-subjects/{about}/{subjectId}",
  request: {
    params: z.object({
      about: z.enum(["decision", "ending", "hidden", "proposal", "enterprise"], "choice"),
      subjectId: z.string().max(200, "too-long"),
    }),
  },
  responses: { 200: ok(FormalSubjectView, "What it is called, and its term"), ...problems(400, 404) },
});

const sendRoute = createRoute({
  ...operation("sendFormalMessage", tag, "Object, or send another formal message; it is received at once"),
  method: "post",
  path: "/formal-messages",
  request: { headers: RepeatHeaders, body: body(NewFormalMessage) },
  responses: { 201: ok(FormalReceipt, "The receipt; it goes by letter too"), ...problems(400, 404, 409, 429) },
});

const announceFileRoute = createRoute({
  ...operation("announceFormalFile", tag, "Ask for a place to PUT a file to that goes along with a formal message"),
  method: "post",
  path: "/formal-files",
  request: { body: body(AnnouncedFile) },
  responses: { 201: ok(FileUpload, "Where to PUT the announced bytes"), ...problems(400, 429) },
});

const finishFileRoute = createRoute({
  ...operation("finishFormalFile", tag, "Have an uploaded file judged by its content and cleaned"),
  method: "post",
  path: "/formal-files/{fileId}/uploads",
  request: { params: z.object({ fileId: FileId }) },
  responses: { 200: ok(FileView, "The file as it is kept"), ...problems(400, 404, 409) },
});

const listRoute = createRoute({
  ...operation("listFormalMessages", tag, "The register of formal messages of a year"),
  method: "get",
  path: "/formal-messages",
  request: {
    query: PagingQuery.pick({ cursor: true }).extend({
      year: z
        .string()
        .regex(/^\d{4}$/, "date")
        .optional(),
    }),
  },
  responses: {
    200: ok(z.object({ items: z.array(FormalMessageRow), cursor: z.string().optional() }), "Newest first"),
    ...problems(400, 401, 403),
  },
});

const getRoute = createRoute({
  ...operation("getFormalMessage", tag, "A formal message, for who works on it"),
  method: "get",
  path: "/formal-messages/{messageId}",
  request: { params },
  responses: { 200: ok(FormalMessageView, "The message as it was received"), ...problems(400, 401, 403, 404) },
});

const getFileRoute = createRoute({
  ...operation("getFormalFile", tag, "A file of a formal message, as a link that holds for a minute"),
  method: "get",
  path: "/formal-messages/{messageId}/files/{fileId}",
  request: { params: params.extend({ fileId: FileId }) },
  responses: {
    303: {
      description: "To the file itself, as an attachment from another host",
      headers: { ...versionHeader, Location: { description: "Where it is", schema: { type: "string" as const } } },
    },
    ...problems(400, 401, 403, 404),
  },
});

const treatRoute = createRoute({
  ...operation("treatMessage", tag, "Begin to treat a formal message; its sender hears who does"),
  method: "post",
  path: "/formal-messages/{messageId}/treatments",
  request: { params },
  responses: { 204: empty("It is in treatment"), ...problems(400, 401, 403, 404, 409) },
});

const answerRoute = createRoute({
  ...operation("answerMessage", tag, "Answer a formal message; its sender gets the reasons by letter"),
  method: "post",
  path: "/formal-messages/{messageId}/answers",
  request: { params, body: body(FormalAnswer) },
  responses: { 204: empty("It is answered"), ...problems(400, 401, 403, 404, 409) },
});

const readRoute = createRoute({
  ...operation("readFormalMessage", tag, "How a formal message stands, for who has the link of its letter"),
  method: "post",
  path: "/formal-messages/{messageId}/readings",
  request: { params, body: body(FormalKey) },
  responses: { 200: ok(FormalStandingView, "How it stands"), ...problems(400, 404) },
});

const supplementRoute = createRoute({
  ...operation("supplementMessage", tag, "Add to a formal message, with the link of its letter"),
  method: "post",
  path: "/formal-messages/{messageId}/supplements",
  request: { params, headers: RepeatHeaders, body: body(FormalSupplement) },
  responses: { 201: ok(FormalReceipt, "The receipt of what was added"), ...problems(400, 404, 409, 429) },
});

const withdrawRoute = createRoute({
  ...operation("withdrawMessage", tag, "Take a formal message back, with the link of its letter"),
  method: "post",
  path: "/formal-messages/{messageId}/withdrawals",
  request: { params, body: body(FormalWithdrawal) },
  responses: { 200: ok(FormalStandingView, "How it stands"), ...problems(400, 404, 409) },
});

/** Routes about objections and other formal messages. */
export const formalMessageRoutes = createRouter()
  .openapi(viewSubjectRoute, async (c) => {
    const { about, subjectId: id } = c.req.valid("param");
    return c.json(await viewFormalSubject(c.var.deps, c.var.actor, parse(FormalSubject, { about, id })), 200);
  })
  .openapi(sendRoute, async (c) => {
    const { deps, actor, clientAddress: ip } = c.var;
    const input = { ...c.req.valid("json"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await sendFormalMessage(deps, actor, input, { ip }), 201);
  })
  .openapi(announceFileRoute, async (c) => {
    const { deps, actor, clientAddress: ip } = c.var;
    return c.json(await announceFormalFile(deps, actor, c.req.valid("json"), { ip }), 201);
  })
  .openapi(finishFileRoute, async (c) =>
    c.json(await finishFormalFile(c.var.deps, c.var.actor, c.req.valid("param")), 200),
  )
  .openapi(listRoute, async (c) => c.json(await listFormalMessages(c.var.deps, c.var.actor, c.req.valid("query")), 200))
  .openapi(getRoute, async (c) => c.json(await getFormalMessage(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(getFileRoute, async (c) => {
    const { url } = await linkFormalFile(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.redirect(url, 303);
  })
  .openapi(treatRoute, async (c) => {
    await treatMessage(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(answerRoute, async (c) => {
    await answerMessage(c.var.deps, c.var.actor, { ...c.req.valid("param"), ...c.req.valid("json") });
    return c.body(null, 204);
  })
  .openapi(readRoute, async (c) =>
    c.json(await readFormalMessage(c.var.deps, c.var.actor, { ...c.req.valid("param"), ...c.req.valid("json") }), 200),
  )
  .openapi(supplementRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("param"), ...c.req.valid("json"), idempotencyKey };
    return c.json(await supplementMessage(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(withdrawRoute, async (c) =>
    c.json(await withdrawMessage(c.var.deps, c.var.actor, { ...c.req.valid("param"), ...c.req.valid("json") }), 200),
  );
