import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { Districts } from "../district/districts.ts";
import { EnterpriseId, FileId, ProposalId, UpdateId } from "../ids.ts";
import { Hidden } from "../moderation/moderation.ts";
import type { Update } from "./update.ts";

/** News of an enterprise as everybody reads it; who typed it is the board's own business. */
export const UpdateView = z
  .object({
    id: UpdateId,
    proposalId: ProposalId,
    enterprise: z.object({ id: EnterpriseId, name: z.string() }),
    districts: Districts,
    title: z.string(),
    body: z.string(),
    photoId: FileId.optional(),
    photoAlt: z.string().optional(),
    postedAt: IsoInstant,
    editedAt: IsoInstant.optional(),
    /** Hidden by the municipality: title and body are empty, the reason stands in their place. */
    hidden: Hidden.optional(),
  })
  .meta({ id: "Update" });
export type UpdateView = z.infer<typeof UpdateView>;

/** News for a reader; `nameOf` gives an enterprise's name. */
export function viewUpdate(update: Update, nameOf: (id: EnterpriseId) => string): UpdateView {
  const { id, proposalId, enterpriseId, districts, title, body, photoId, photoAlt, postedAt, editedAt, hidden } =
    update;
  const about = { id, proposalId, enterprise: { id: enterpriseId, name: nameOf(enterpriseId) }, districts, postedAt };
  if (hidden !== undefined) return { ...about, title: "", body: "", hidden };
  return {
    ...about,
    title,
    body,
    ...(photoId === undefined ? {} : { photoId }),
    ...(photoAlt === undefined ? {} : { photoAlt }),
    ...(editedAt === undefined ? {} : { editedAt }),
  };
}
