import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import { publicName } from "../visibility/list-public.ts";
import { visibilityOfProposal } from "../visibility/visibility.ts";
import type { FollowSubject } from "./follow.ts";

/** What a subject is called, when everybody may see it. @throws DomainError `not-found`. */
export async function subjectName(deps: Deps, subject: FollowSubject): Promise<string> {
  const name = await nameOf(deps, subject);
  if (name === undefined) throw new DomainError("not-found", "There is nothing like this to follow.");
  return name;
}

async function nameOf(deps: Deps, subject: FollowSubject): Promise<string | undefined> {
  if (subject.kind === "district") return deps.municipality.districts.find(({ code }) => code === subject.id)?.name;
  if (subject.kind === "enterprise") return publicName(await deps.store.get("enterprise", { id: subject.id }));
  const proposal = await deps.store.get("proposal", { id: subject.id });
  const enterprise = proposal && (await deps.store.get("enterprise", { id: proposal.enterpriseId }));
  if (enterprise === undefined || !visibilityOfProposal(proposal ?? { status: "draft" }, enterprise).isPublic)
    return undefined;
  return proposal?.plan?.title;
}
