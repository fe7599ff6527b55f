import type * as z from "zod";
import { addDays, dateIn } from "../calendar.ts";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { AnnouncedFile, type StoredFile } from "../file/file.ts";
import { judgeUpload } from "../file/judge.ts";
import type { FileUpload, FileView } from "../file/view.ts";
import type { FileId } from "../ids.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import { usesOfShared } from "../sign-in/shared-target.ts";
import { withinLimits } from "../sign-in/within-limit.ts";

const share = {
  name: "formal-files",
  perNetwork: limits.formalFilesPerNetworkDayMax,
  total: limits.formalFilesDayMax,
  newcomers: limits.formalFilesDayMax,
};

/**
 * Asks for a place to upload a file to that goes along with a formal message, without an account. Nobody reads it before it
 * is sent along, and what is not is forgotten.
 * @throws DomainError `invalid`; `limit-reached`.
 */
export async function announceFormalFile(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof AnnouncedFile>,
  caller: { readonly ip: string },
): Promise<FileUpload> {
  const announcement = parse(AnnouncedFile, input);
  const now = deps.clock.now();
  const file: StoredFile = {
    ...announcement,
    purpose: "message",
    id: deps.ids.next("fil"),
    status: "awaited",
    createdAt: now.toISOString(),
    forgetOn: addDays(dateIn(now), limits.unclaimedFileDays),
    revision: 0,
  };
  return withinLimits(deps, usesOfShared(share, "all", addressPrefix(caller.ip)), async () => {
    const { url, headers, expiresAt } = await deps.files.presign(file);
    await deps.store.commit([{ put: "file", record: file }]);
    return { fileId: file.id, url, headers: { ...headers }, expiresAt };
  });
}

/**
 * Has a file that goes along with a message judged and cleaned. Asking again gives the same answer.
 * @throws DomainError `not-found`; `file-refused` with the reason at `file`; `wrong-state` when nothing was uploaded yet.
 */
export function finishFormalFile(deps: Deps, _actor: Actor, input: { readonly fileId: FileId }): Promise<FileView> {
  return untilFresh(async () => {
    const file = await deps.store.get("file", { id: input.fileId });
    if (file?.purpose !== "message") throw new DomainError("not-found", "There is no such file.");
    return judgeUpload(deps, file);
  });
}
