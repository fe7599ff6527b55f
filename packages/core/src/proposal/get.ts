import { hasRole, seatOf } from "../actor.ts";
import { publishDecision } from "../decision/view.ts";
import { eachDistrict } from "../district/districts.ts";
import type { EarlierWords } from "../earlier-words/earlier-words.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import { readPublished } from "../evaluation/list-published.ts";
import type { PublishedEvaluation } from "../evaluation/published.ts";
import { readEvents } from "../event/list.ts";
import { viewEvent } from "../event/view.ts";
import type { ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { getMandate } from "../mandate/view.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Page } from "../store.ts";
import { readUpdates } from "../update/list.ts";
import { isInsider, publicIdentity, wordsHidden } from "../visibility/visibility.ts";
import { actsFor } from "./acts.ts";
import { findProposal } from "./find.ts";
import { amountAppliedFor, costOf, earlierAdvice, type Proposal } from "./proposal.ts";
import { planOnRecord, publicPlanOf } from "./public-plan.ts";
import { standingOf } from "./standing.ts";
import { planOf } from "./step.ts";
import { timelineOf } from "./timeline.ts";
import { EarlierAdvice, type ProposalView } from "./view.ts";

/**
 * The one page of a proposal. A draft has no page: the board that writes it is told so, for everybody else it does not
 * exist.
 * @throws DomainError `not-found`; `wrong-state` (status `draft`) for the board of a draft.
 */
export async function getProposal(deps: Deps, actor: Actor, input: { proposalId: ProposalId }): Promise<ProposalView> {
  const { proposal, enterprise, visibility } = await findProposal(deps, actor, input.proposalId, "record");
  const { id, status, version } = proposal;
  if (status === "draft") throw new DomainError("wrong-state", "A draft has no page yet.", { details: { status } });
  const { begun, events, updates, decision, mandate, evaluations, earlier, person } = await readLife(
    deps,
    actor,
    proposal,
    enterprise,
  );
  const plan = planOf(proposal);
  const nameOf = () => publicIdentity(enterprise).name;
  const marked = wordsHidden(proposal, enterprise);
  const isRecord = marked !== undefined && !isInsider(actor, enterprise);
  const published = decision === undefined ? undefined : publishDecision(deps, decision);
  const view: ProposalView = {
    id,
    status,
    ...(visibility.isPublic || isRecord ? {} : { hidden: visibility.because }),
    ...(marked === undefined ? {} : { wordsHidden: marked }),
    enterprise: viewEnterprise(enterprise),
    districts: eachDistrict(deps.municipality, plan.districts).map((code) => ({
      code,
      name: deps.municipality.districts.find((each) => each.code === code)?.name ?? code,
    })),
    plan: isInsider(actor, enterprise) ? plan : publicPlanOf(proposal),
    ...(proposal.hiddenPassages === undefined ? {} : { hiddenPassages: proposal.hiddenPassages }),
    version,
    submittedAt: proposal.submittedAt ?? proposal.createdAt,
    costCents: costOf(plan),
    appliedForCents: amountAppliedFor(plan),
    stages: [...timelineOf(status, [...begun.items, ...events.items], mandate)],
    standing: standingOf(deps, proposal, mandate),
    ...askedOf(actor, proposal, enterprise),
    ...adviceOf(proposal, earlier),
    ...(published === undefined ? {} : { decision: published }),
    ...(proposal.withdrawnReason ? { withdrawnReason: proposal.withdrawnReason } : {}),
    ...(mandate === undefined ? {} : { mandate }),
    events: events.items.map((event) => viewEvent(event, nameOf)),
    updates: [...updates.items],
    evaluations: [...evaluations.items],
    more: {
      ...(events.cursor === undefined ? {} : { events: events.cursor }),
      ...(updates.cursor === undefined ? {} : { updates: updates.cursor }),
      ...(evaluations.cursor === undefined ? {} : { evaluations: evaluations.cursor }),
    },
    acts: [...actsFor(deps, { actor, person }, proposal, enterprise, decision)],
  };
  return isRecord ? onRecord(view, proposal) : view;
}

/** What stays public with a decision while its words are hidden: nothing that the enterprise wrote. */
function onRecord(view: ProposalView, proposal: Proposal): ProposalView {
  const { withdrawnReason: _reason, hiddenPassages: _passages, ...rest } = view;
  const { id, name } = view.enterprise;
  return {
    ...rest,
    enterprise: { id, name },
    plan: planOnRecord(proposal),
    events: view.events.filter(({ facts }) => facts["updateId"] === undefined),
    updates: [],
    more: {},
    evaluations: view.evaluations.filter(({ by }) => by !== "enterprise"),
  };
}

/** Everything that hangs on a proposal, read at once. */
async function readLife(deps: Deps, actor: Actor, proposal: Proposal, enterprise: Enterprise) {
  const { id: proposalId, decisionId, mandateId, advice } = proposal;
  const { store } = deps;
  const isCorrected = advice?.corrections !== undefined && isTheirs(actor, enterprise);
  const [begun, events, updates, decision, mandate, earlier, person] = await Promise.all([
    // The stages began early in its life; what goes on now is among the newest.
    store.list("events-of-proposal", { proposalId }, { limit: limits.eventsShownMax }),
    readEvents(deps, { proposalId }),
    readUpdates(deps, enterprise, { proposalId }),
    decisionId === undefined ? undefined : store.get("decision", { id: decisionId, proposalId }),
    mandateId === undefined ? undefined : getMandate(deps, actor, { mandateId }),
    isCorrected ? store.listAll("earlier-words-of", { of: earlierAdvice(proposalId) }) : [],
    actor.kind === "staff" ? store.get("person", { id: actor.personId }) : undefined,
  ]);
  const evaluations: Page<PublishedEvaluation> =
    mandate === undefined
      ? { items: [] }
      : await readPublished(deps, {
          mandateId: mandate.id,
          evaluationPublishedAt: mandate.evaluationPublishedAt,
        });
  return { begun, events, updates, decision, mandate, evaluations, earlier, person };
}

function viewEnterprise(enterprise: Enterprise): ProposalView["enterprise"] {
  const { photoId, photoAlt } = enterprise.profile;
  return {
    id: enterprise.id,
    name: publicIdentity(enterprise).name,
    ...(photoId === undefined ? {} : { photoId }),
    ...(photoAlt === undefined ? {} : { photoAlt }),
  };
}

/** The board, and who works on proposals at city hall. */
const isTheirs = (actor: Actor, enterprise: Enterprise) =>
  seatOf(actor, enterprise) !== undefined || hasRole(actor, "officer", "council", "finance", "clerk", "auditor");

function askedOf(actor: Actor, { completionAsked }: Proposal, enterprise: Enterprise) {
  if (completionAsked === undefined) return {};
  const { askedOn, answerBy, question } = completionAsked;
  return { completionAsked: { askedOn, answerBy, ...(isTheirs(actor, enterprise) ? { question } : {}) } };
}

function adviceOf({ advice }: Proposal, earlier: readonly EarlierWords[]): Pick<ProposalView, "advice"> {
  if (advice === undefined) return {};
  const { corrections: _times, ...said } = advice;
  if (earlier.length === 0) return { advice: said };
  return { advice: { ...said, earlier: earlier.map(({ words, until }) => EarlierAdvice.parse({ ...words, until })) } };
}
