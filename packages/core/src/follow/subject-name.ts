import { isPublic } from "../enterprise/is-public.ts";
import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import type { FollowSubject } from "./follow.ts";

/** What a subject is called, when everybody may see it. @throws DomainError `not-found`. */
export async function subjectName(deps: Deps, subject: FollowSubject): Promise<string> {
  const name = await publicName(deps, subject);
  if (name === undefined) throw new DomainError("not-found", "There is nothing like this to follow.");
  return name;
}

async function publicName(deps: Deps, subject: FollowSubject): Promise<string | undefined> {
  if (subject.kind === "district") return deps.municipality.districts.find(({ code }) => code === subject.id)?.name;
  if (subject.kind === "proposal") return (await deps.store.get("proposal", { id: subject.id }))?.plan?.title;
  const enterprise = await deps.store.get("enterprise", { id: subject.id });
  return enterprise !== undefined && isPublic(enterprise) ? enterprise.profile.name : undefined;
}
