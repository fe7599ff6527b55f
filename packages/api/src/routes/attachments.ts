import {
  AttachmentsView,
  addAttachment,
  FileId,
  linkAttachment,
  listAttachments,
  NewAttachment,
  ProposalId,
  removeAttachment,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, ok, operation, problems, versionHeader } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ proposalId: ProposalId });
const one = params.extend({ fileId: FileId });

const listAttachmentsRoute = createRoute({
  ...operation(
    "listAttachments",
    "Proposals",
    "The files of a proposal: the public ones, or all for board and city hall",
  ),
  method: "get",
  path: "/proposals/{proposalId}/attachments",
  request: { params },
  responses: { 200: ok(AttachmentsView, "The files that the reader may open"), ...problems(400, 404) },
});

const addAttachmentRoute = createRoute({
  ...operation("addAttachment", "Proposals", "Add an uploaded file to a proposal"),
  method: "post",
  path: "/proposals/{proposalId}/attachments",
  request: { params, body: body(NewAttachment) },
  responses: { 201: ok(AttachmentsView, "The files with the new one"), ...problems(400, 401, 403, 404, 409, 429) },
});

const removeAttachmentRoute = createRoute({
  ...operation("removeAttachment", "Proposals", "Take a file away from a proposal, until its review starts"),
  method: "delete",
  path: "/proposals/{proposalId}/attachments/{fileId}",
  request: { params: one },
  responses: { 204: empty("It is gone"), ...problems(400, 401, 403, 404, 409, 429) },
});

const getAttachmentRoute = createRoute({
  ...operation("getAttachment", "Proposals", "A file of a proposal, as a link that holds for a minute"),
  method: "get",
  path: "/proposals/{proposalId}/attachments/{fileId}",
  request: { params: one },
  responses: {
    303: {
      description: "To the file itself, as an attachment from another host",
      headers: { ...versionHeader, Location: { description: "Where it is", schema: { type: "string" as const } } },
    },
    ...problems(400, 404),
  },
});

/** Routes about the files of a proposal. */
export const attachmentRoutes = createRouter()
  .openapi(listAttachmentsRoute, async (c) =>
    c.json(await listAttachments(c.var.deps, c.var.actor, c.req.valid("param")), 200),
  )
  .openapi(addAttachmentRoute, async (c) =>
    c.json(await addAttachment(c.var.deps, c.var.actor, { ...c.req.valid("param"), ...c.req.valid("json") }), 201),
  )
  .openapi(removeAttachmentRoute, async (c) => {
    await removeAttachment(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(getAttachmentRoute, async (c) => {
    const { url } = await linkAttachment(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.redirect(url, 303);
  });
