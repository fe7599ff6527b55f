import { assertRole } from "../actor.ts";
import { assertNotPayee, isOnBoard } from "../at-commit.ts";
import { type Enterprise, enterpriseTransitions } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import { openToSender } from "../formal-message/formal-message.ts";
import type { FormalMessageId, PersonId } from "../ids.ts";
import { staffOfNow } from "../municipality/staff-of-now.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import { planOf } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { Assignment, CaseId, CasePart } from "./case.ts";

/** A part of a case with everything that says who may have it. */
export interface FoundCase {
  readonly part: CasePart;
  readonly actor: Extract<Actor, { kind: "staff" }>;
  readonly me: Person;
  readonly title: string;
  /** Absent for a formal message that is about none. */
  readonly enterprise: Enterprise | undefined;
  /** Where its work is done. */
  readonly path: string;
  /** Who made what an objection is about: they do not treat it (Awb 10:3). */
  readonly notBy: readonly PersonId[];
  readonly assignment: Assignment | undefined;
  /** Who has it, as long as this person may: with the role now, not on the board, and not who made what it objects to. */
  readonly holder: Person | undefined;
  /** Everybody who may have it. */
  readonly able: readonly Person[];
}

const over = new Set<Proposal["status"]>(["draft", "closed", "rejected", "withdrawn"]);

/**
 * Finds a part of a case for somebody who may have it.
 * @throws DomainError `unauthenticated`, `forbidden` without the role, `own-interest`, `four-eyes` for who made what an
 * objection is about, `not-found`, `wrong-state` when nothing of it waits for city hall any more.
 */
export async function findCase(deps: Deps, actor: Actor, part: CasePart): Promise<FoundCase> {
  assertRole(actor, part.role);
  const [about, assignment, me, staff] = await Promise.all([
    subjectOf(deps, part.caseId),
    deps.store.get("assignment", part),
    deps.store.get("person", { id: actor.personId }),
    staffOfNow(deps),
  ]);
  if (me === undefined) throw new DomainError("forbidden", "This employee is not known here.");
  const { enterprise, notBy } = about;
  if (enterprise !== undefined) assertNotPayee(me, enterprise);
  if (notBy.includes(me.id)) throw madeIt();
  const able = staff
    .filter(({ id, roles }) => roles.includes(part.role) && !notBy.includes(id))
    .filter((one) => enterprise === undefined || !isOnBoard(one, enterprise));
  return { part, actor, me, ...about, assignment, able, holder: able.find(({ id }) => id === assignment?.personId) };
}

/** The refusal for who made what is objected to. */
export const madeIt = () => new DomainError("four-eyes", "Who made the decision does not treat the objection to it.");

type Subject = Pick<FoundCase, "title" | "enterprise" | "path" | "notBy">;

async function subjectOf({ store }: Deps, caseId: CaseId): Promise<Subject> {
  if (isMessage(caseId)) return ofMessage(store, caseId);
  const proposal = isProposal(caseId) ? await store.get("proposal", { id: caseId }) : undefined;
  const enterpriseId = isProposal(caseId) ? proposal?.enterpriseId : caseId;
  const enterprise = enterpriseId === undefined ? undefined : await store.get("enterprise", { id: enterpriseId });
  if (enterprise === undefined || proposal?.status === "draft")
    throw new DomainError("not-found", "There is no such case.");
  const verifiable: readonly string[] = enterpriseTransitions.verify.from;
  const isOver = proposal === undefined ? !verifiable.includes(enterprise.status) : over.has(proposal.status);
  if (isOver) throw new DomainError("wrong-state", "This case is over.");
  if (proposal === undefined)
    return { title: enterprise.profile.name, enterprise, path: sitePaths.staffEnterprise(enterprise.id), notBy: [] };
  return { title: planOf(proposal).title, enterprise, path: sitePaths.staffProposal(proposal.id), notBy: [] };
}

async function ofMessage(store: Deps["store"], id: FormalMessageId): Promise<Subject> {
  const message = await store.get("formal-case", { id });
  if (message === undefined) throw new DomainError("not-found", "There is no such case.");
  const open: readonly string[] = openToSender.from;
  if (!open.includes(message.status)) throw new DomainError("wrong-state", "This case is over.");
  const about = message.enterpriseId;
  const enterprise = about === undefined ? undefined : await store.get("enterprise", { id: about });
  const { title = message.reference, notBy } = message;
  return { title, enterprise, path: sitePaths.staffMessage(id), notBy };
}

const isMessage = (caseId: CaseId): caseId is FormalMessageId => caseId.startsWith("fml_");
const isProposal = (caseId: CaseId): caseId is Proposal["id"] => caseId.startsWith("prp_");
