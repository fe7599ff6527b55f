import {
  announceFile,
  FileAnnouncement,
  FileId,
  FileUpload,
  FileView,
  finishUpload,
  linkReceipt,
  photoWidths,
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

/** One of the widths in which a photo is kept; without it the largest. */
const Width = z
  .enum(photoWidths.map(String))
  .transform((width) => photoWidths.find((kept) => String(kept) === width))
  .meta({ description: "Pixels of the longest side" });

const picture = { schema: z.string().meta({ format: "binary" }) };

const getPhotoRoute = createRoute({
  ...operation("getPhoto", "Files", "A photo"),
  method: "get",
  path: "/photos/{fileId}",
  request: { params, query: z.object({ width: Width.optional() }) },
  responses: {
    304: { description: "The copy that the browser has is still the photo", headers: versionHeader },
    200: {
      description: "The photo; it never changes",
      headers: versionHeader,
      content: { "image/webp": picture, "image/jpeg": picture, "image/png": picture },
    },
    ...problems(400, 404),
  },
});

const getReceiptRoute = createRoute({
  ...operation("getReceipt", "Files", "A receipt, as a link that holds for a minute"),
  method: "get",
  path: "/receipts/{fileId}",
  request: { params, query: z.object({ view: z.literal("inline").optional() }) },
  responses: {
    303: {
      description: "To the receipt itself on another host: to keep, or with `view=inline` to look at",
      headers: { ...versionHeader, Location: { description: "Where it is", schema: { type: "string" as const } } },
    },
    ...problems(400, 401, 403, 404),
  },
});

/** Whether a browser says that it has this answer already (RFC 9110 section 13.1.2); the edge may have marked its tag weak. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}

/** Routes about receipts and photos. */
export const fileRoutes = createRouter()
  .openapi(announceFileRoute, async (c) =>
    c.json(await announceFile(c.var.deps, c.var.actor, c.req.valid("json")), 201),
  )
  .openapi(finishUploadRoute, async (c) =>
    c.json(await finishUpload(c.var.deps, c.var.actor, c.req.valid("param")), 200),
  )
  .openapi(getPhotoRoute, async (c) => {
    const { width } = c.req.valid("query");
    const { read, sha256, isPublic } = await readPhoto(c.var.deps, c.var.actor, { ...c.req.valid("param"), width });
    const etag = `"${sha256}${width === undefined ? "" : `-${width}`}"`;
    // A photo never changes, but it can stop being public: copies on the way are good for a minute, and then asked about.
    c.header("Cache-Control", isPublic ? "public, max-age=60, must-revalidate" : "private, no-store");
    c.header("ETag", etag);
    if (isKnown(c.req.header("if-none-match"), etag)) return c.body(null, 304);
    const { bytes, contentType } = await read();
    return c.body(new Uint8Array(bytes), 200, { "Content-Type": contentType });
  })
  .openapi(getReceiptRoute, async (c) => {
    const { url } = await linkReceipt(c.var.deps, c.var.actor, {
      ...c.req.valid("param"),
      isShown: c.req.valid("query").view === "inline",
    });
    return c.redirect(url, 303);
  });
