import * as z from "zod";
import { dateIn, IsoDate, lastDayToObject } from "../calendar.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { DomainError } from "../errors.ts";
import type { PersonId } from "../ids.ts";
import { findMandate } from "../mandate/find.ts";
import type { ModerationCase } from "../moderation/moderation.ts";
import type { Actor, Deps } from "../ports.ts";
import { planOf } from "../proposal/step.ts";
import {
  isInsider,
  isPublic,
  nameOnRecord,
  publicIdentity,
  visibilityOfProposal,
  wordsHidden,
} from "../visibility/visibility.ts";
import type { FormalSubject } from "./formal-message.ts";

/** What somebody is about to write about: what it is called on the site, and until when an objection is in time. */
export const FormalSubjectView = z
  .object({
    /** Absent where it is not public and the reader is not of its board or city hall. */
    title: z.string().optional(),
    /** Number of the decision. */
    reference: z.string().optional(),
    announcedOn: IsoDate.optional(),
    objectionUntil: IsoDate.optional(),
  })
  .meta({ id: "FormalSubjectView" });
export type FormalSubjectView = z.infer<typeof FormalSubjectView>;

/** A subject as it is now, with whose it is and who made it. */
export interface FoundSubject extends FormalSubjectView {
  readonly enterprise: Enterprise;
  readonly notBy: readonly PersonId[];
}

const missing = () => new DomainError("not-found", "There is no such thing to write about.");

/** What a formal message can be about, for who is about to write one. @throws DomainError `not-found`. */
export async function viewFormalSubject(deps: Deps, actor: Actor, subject: FormalSubject): Promise<FormalSubjectView> {
  const { enterprise: _enterprise, notBy: _notBy, ...view } = await findSubject(deps, actor, subject);
  return view;
}

/** Reads a subject. @throws DomainError `not-found`. */
export function findSubject(deps: Deps, actor: Actor, subject: FormalSubject): Promise<FoundSubject> {
  switch (subject.about) {
    case "decision":
      return ofDecision(deps, actor, subject.id);
    case "ending":
      return ofEnding(deps, actor, subject.id);
    case "hidden":
      return ofHidden(deps, actor, subject.id);
    case "proposal":
      return ofProposal(deps, actor, subject.id);
    case "enterprise":
      return ofEnterprise(deps, actor, subject.id);
  }
}

type IdOf<A extends FormalSubject["about"]> = Extract<FormalSubject, { about: A }>["id"];

async function readProposal(deps: Deps, actor: Actor, id: IdOf<"proposal">) {
  const proposal = await deps.store.get("proposal", { id });
  if (proposal === undefined || proposal.status === "draft") throw missing();
  const enterprise = await findEnterprise(deps, proposal.enterpriseId);
  // The title of what was decided stays while only the page of its enterprise is hidden.
  const isOnRecord = proposal.hidden === undefined && wordsHidden(proposal, enterprise) !== undefined;
  const isReadable = isOnRecord || visibilityOfProposal(proposal, enterprise).isPublic || isInsider(actor, enterprise);
  return { proposal, enterprise, titled: isReadable ? { title: planOf(proposal).title } : {} };
}

async function ofProposal(deps: Deps, actor: Actor, id: IdOf<"proposal">): Promise<FoundSubject> {
  const { enterprise, titled } = await readProposal(deps, actor, id);
  return { enterprise, notBy: [], ...titled };
}

async function ofDecision(deps: Deps, actor: Actor, proposalId: IdOf<"decision">): Promise<FoundSubject> {
  const { proposal, enterprise, titled } = await readProposal(deps, actor, proposalId);
  const id = proposal.decisionId;
  const decision = id === undefined ? undefined : await deps.store.get("decision", { id, proposalId });
  if (decision?.status !== "taken") throw missing();
  return { enterprise, ...titled, ...announced(decision) };
}

async function ofEnding(deps: Deps, actor: Actor, mandateId: IdOf<"ending">): Promise<FoundSubject> {
  const { mandate, enterprise } = await findMandate(deps, mandateId);
  const id = mandate.endingId;
  const ending = id === undefined ? undefined : await deps.store.get("ending", { id, mandateId });
  if (ending?.status !== "taken") throw missing();
  const titled = nameOnRecord(enterprise) !== undefined || isInsider(actor, enterprise) ? { title: mandate.title } : {};
  return { enterprise, ...titled, ...announced(ending) };
}

interface Announced {
  readonly draft: { readonly reference: string };
  readonly decidedOn?: IsoDate | undefined;
  readonly objectionUntil?: IsoDate | undefined;
  readonly preparedBy: PersonId;
  readonly decidedBy?: PersonId | undefined;
}

function announced({ draft, decidedOn, objectionUntil, preparedBy, decidedBy }: Announced) {
  return {
    reference: draft.reference,
    ...(decidedOn === undefined ? {} : { announcedOn: decidedOn }),
    ...(objectionUntil === undefined ? {} : { objectionUntil }),
    notBy: [preparedBy, ...(decidedBy === undefined ? [] : [decidedBy])],
  };
}

/** What an officer hid. The title of a page that is hidden as a whole is as hidden as the page. */
async function ofHidden(deps: Deps, actor: Actor, id: IdOf<"hidden">): Promise<FoundSubject> {
  const found = await deps.store.get("moderation-case", { id });
  if (found?.hidden === undefined) throw missing();
  const enterprise = await findEnterprise(deps, found.enterpriseId);
  const isPage = found.target.kind === "enterprise" || found.target.kind === "proposal";
  const isReadable = (!isPage && (await standsInPublic(deps, found, enterprise))) || isInsider(actor, enterprise);
  const announcedOn = dateIn(new Date(found.hidden.at));
  return {
    enterprise,
    notBy: found.hiddenBy === undefined ? [] : [found.hiddenBy],
    ...(isReadable ? { title: found.title } : {}),
    announcedOn,
    objectionUntil: lastDayToObject(announcedOn),
  };
}

/** Whether the page that a hidden part stands on is public itself: else its title is not either. */
async function standsInPublic(deps: Deps, { target }: ModerationCase, enterprise: Enterprise): Promise<boolean> {
  if (!("proposalId" in target)) return isPublic(enterprise);
  const proposal = await deps.store.get("proposal", { id: target.proposalId });
  return proposal !== undefined && visibilityOfProposal(proposal, enterprise).isPublic;
}

async function ofEnterprise(deps: Deps, actor: Actor, id: IdOf<"enterprise">): Promise<FoundSubject> {
  const enterprise = await findEnterprise(deps, id);
  const name = isPublic(enterprise)
    ? publicIdentity(enterprise).name
    : isInsider(actor, enterprise)
      ? enterprise.profile.name
      : undefined;
  const { refusedBy } = enterprise;
  return {
    enterprise,
    notBy: refusedBy === undefined ? [] : [refusedBy],
    ...(name === undefined ? {} : { title: name }),
  };
}
