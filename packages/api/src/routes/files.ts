import {
  announceFile,
  FileAnnouncement,
  FileId,
  FileUpload,
  FileView,
  finishUpload,
  linkReceipt,
  readPhoto,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, ok, operation, problems, versionHeader } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ fileId: FileId });

const announceFileRoute = createRoute({
  ...operation("announceFile", "Files", "Ask for a place to PUT a receipt or photo to"),
  method: "post",
  path: "/files",
  request: { body: body(FileAnnouncement) },
  responses: { 201: ok(FileUpload, "Where to PUT the announced bytes"), ...problems(400, 401, 403, 404, 429) },
});

const finishUploadRoute = createRoute({
  ...operation("finishUpload", "Files", "Have an uploaded file judged by its content and cleaned"),
  method: "post",
  path: "/files/{fileId}/uploads",
  request: { params },
  responses: { 200: ok(FileView, "The file as it is kept"), ...problems(400, 401, 403, 404, 409) },
});

const picture = { schema: z.string().meta({ format: "binary" }) };

const getPhotoRoute = createRoute({
  ...operation("getPhoto", "Files", "A photo"),
  method: "get",
  path: "/photos/{fileId}",
  request: { params },
  responses: {
    200: {
      description: "The photo; it never changes",
      headers: versionHeader,
      content: { "image/jpeg": picture, "image/png": picture },
    },
    ...problems(400, 404),
  },
});

const getReceiptRoute = createRoute({
  ...operation("getReceipt", "Files", "A receipt, as a link that holds for a minute"),
  method: "get",
  path: "/receipts/{fileId}",
  request: { params },
  responses: {
    303: {
      description: "To the receipt itself, as an attachment from another host",
      headers: { ...versionHeader, Location: { description: "Where it is", schema: { type: "string" as const } } },
    },
    ...problems(400, 401, 403, 404),
  },
});

/** Routes about receipts and photos. */
export const fileRoutes = createRouter()
  .openapi(announceFileRoute, async (c) =>
    c.json(await announceFile(c.var.deps, c.var.actor, c.req.valid("json")), 201),
  )
  .openapi(finishUploadRoute, async (c) =>
    c.json(await finishUpload(c.var.deps, c.var.actor, c.req.valid("param")), 200),
  )
  .openapi(getPhotoRoute, async (c) => {
    const { bytes, contentType, sha256, isPublic } = await readPhoto(c.var.deps, c.var.actor, c.req.valid("param"));
    // A photo never changes, but it can stop being public: copies on the way are good for five minutes.
    c.header("Cache-Control", isPublic ? "public, max-age=300" : "private, no-store");
    c.header("ETag", `"${sha256}"`);
    return c.body(new Uint8Array(bytes), 200, { "Content-Type": contentType });
  })
  .openapi(getReceiptRoute, async (c) => {
    const { url } = await linkReceipt(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.redirect(url, 303);
  });
