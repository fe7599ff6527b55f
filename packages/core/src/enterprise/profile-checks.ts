import { DomainError, type FieldProblem } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { EnterpriseProfile } from "./enterprise.ts";

/**
 * Throws `invalid` with every problem that the shape of a profile cannot show: districts of elsewhere, and a photo that
 * is not this enterprise's own. Before registration there is no enterprise, so no photo either.
 */
export async function assertProfileFits(
  deps: Deps,
  profile: EnterpriseProfile,
  enterpriseId: EnterpriseId | undefined,
): Promise<void> {
  const known = new Set<string>(deps.municipality.districts.map(({ code }) => code));
  const problems: FieldProblem[] = profile.districts.flatMap((code, index) =>
    known.has(code) ? [] : [{ path: `profile.districts.${index}`, code: "district-unknown" }],
  );
  if (new Set(profile.districts).size < profile.districts.length)
    problems.push({ path: "profile.districts", code: "twice" });
  if (profile.photoId !== undefined && !(await isOwnPhoto(deps, profile.photoId, enterpriseId)))
    problems.push({ path: "profile.photoId", code: "file-unknown" });
  if (problems.length > 0) throw new DomainError("invalid", "The profile does not fit here.", { fields: problems });
}

async function isOwnPhoto(
  deps: Deps,
  id: NonNullable<EnterpriseProfile["photoId"]>,
  enterpriseId: EnterpriseId | undefined,
): Promise<boolean> {
  const file = enterpriseId === undefined ? undefined : await deps.store.get("file", { id });
  return file?.purpose === "photo" && file.status === "clean" && file.enterpriseId === enterpriseId;
}
