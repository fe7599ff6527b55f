import type * as z from "zod";
import { assertBoard } from "../actor.ts";
import { addDays, dateIn } from "../calendar.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { withinLimits } from "../sign-in/within-limit.ts";
import { FileAnnouncement, type StoredFile } from "./file.ts";
import type { FileUpload } from "./view.ts";

const perEnterprise = { name: "files-enterprise", max: limits.filesPerEnterpriseDayMax, minutes: 24 * 60 };

/**
 * Asks for a place to upload a receipt or photo to. Only bytes of this length, type and hash fit there.
 * @throws DomainError `invalid`; `limit-reached`.
 */
export async function announceFile(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof FileAnnouncement>,
): Promise<FileUpload> {
  const announcement = parse(FileAnnouncement, input);
  const enterprise = await findEnterprise(deps, announcement.enterpriseId);
  const { personId } = assertBoard(actor, enterprise);
  const now = deps.clock.now();
  const file: StoredFile = {
    ...announcement,
    id: deps.ids.next("fil"),
    status: "awaited",
    uploadedBy: personId ?? enterprise.registeredBy,
    createdAt: now.toISOString(),
    // A proposal takes it up; what is left behind is forgotten.
    ...(announcement.purpose === "attachment" ? { forgetOn: addDays(dateIn(now), limits.unclaimedFileDays) } : {}),
    revision: 0,
  };
  return withinLimits(deps, [{ rule: perEnterprise, subject: enterprise.id }], async () => {
    const { url, headers, expiresAt } = await deps.files.presign(file);
    await deps.store.commit([{ put: "file", record: file }]);
    return { fileId: file.id, url, headers: { ...headers }, expiresAt };
  });
}
