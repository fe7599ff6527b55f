import { dateIn } from "../calendar.ts";
import type { Assignment, CaseId } from "../case/case.ts";
import type { Decision } from "../decision/decision.ts";
import type { Ending } from "../ending/ending.ts";
import { type Enterprise, waitsToBeVerified } from "../enterprise/enterprise.ts";
import type { Pot } from "../ledger/account.ts";
import { type Mandate, nextPlanned } from "../mandate/mandate.ts";
import type { ModerationCase } from "../moderation/moderation.ts";
import { type Order, orderRoles } from "../order/order.ts";
import type { Person } from "../person/person.ts";
import type { Deps } from "../ports.ts";
import type { Proposal, ProposalStatus } from "../proposal/proposal.ts";
import { standingOf } from "../proposal/standing.ts";
import { planOf } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { Transfer } from "../transfer/transfer.ts";
import type { WorkAct, WorkRow } from "./row.ts";

/** Everything of the municipality that can be waiting for somebody. */
export interface Waiting {
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  readonly proposals: readonly Proposal[];
  readonly mandates: ReadonlyMap<string, Mandate>;
  readonly transfers: readonly Transfer[];
  readonly orders: readonly Order[];
  readonly pots: ReadonlyMap<string, Pot>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly endings: ReadonlyMap<string, Ending>;
  readonly staff: ReadonlyMap<string, Person>;
  /** Who has which case, by `assignmentKey`. */
  readonly assignments: ReadonlyMap<string, Assignment>;
  /** What was reported and not judged yet. */
  readonly reported: readonly ModerationCase[];
}

/** Where an assignment stands in `Waiting`. */
export const assignmentKey = ({ caseId, role }: Pick<Assignment, "caseId" | "role">): string => `${caseId} ${role}`;

/** A row before it is known who reads it; `firstHalf` are the persons who may not do this second half. */
export interface Draft extends Omit<WorkRow, "refusal" | "takenBy" | "mayTake"> {
  /** Absent where there is no case to take: a pot. */
  readonly caseId?: CaseId;
  /** Names the task as long as it waits in this way: another act, or the same again later, is another task. */
  readonly task: string;
  /** Where it is done. */
  readonly path: string;
  readonly firstHalf: readonly string[];
}

const actOf: Partial<Record<ProposalStatus, WorkAct>> = {
  submitted: "startReview",
  "in-review": "giveAdvice",
  "completion-asked": "completeProposal",
  advised: "prepareDecision",
  "decision-prepared": "takeDecision",
  evaluation: "prepareEnding",
};

/** Every row of the work list, in no order. */
export function gather(deps: Pick<Deps, "clock" | "municipality">, waiting: Waiting): readonly Draft[] {
  return [
    ...[...waiting.enterprises.values()].flatMap(ofEnterprise),
    ...waiting.proposals.flatMap((proposal) => ofProposal(deps, waiting, proposal)),
    ...waiting.transfers.flatMap((transfer) => ofTransfer(deps, waiting, transfer)),
    ...waiting.reported.flatMap((reported) => ofReport(waiting, reported)),
    ...waiting.orders.flatMap((order) => ofOrder(waiting, order)),
    ...[...waiting.mandates.values()].flatMap((mandate) => ofMandate(waiting, mandate)),
  ];
}

const named = ({ id, profile }: Enterprise) => ({ id, name: profile.name });

function ofEnterprise(enterprise: Enterprise): readonly Draft[] {
  if (!waitsToBeVerified(enterprise.status)) return [];
  const { profile, registeredAt: since } = enterprise;
  const row = { act: "verifyEnterprise", heldBy: "officer", title: profile.name, since, firstHalf: [] } as const;
  const warnings = [
    ...(enterprise.nameDoubts === undefined ? [] : (["name-held"] as const)),
    ...(enterprise.disavowals === undefined ? [] : (["disavowed"] as const)),
  ];
  const warned = warnings.length === 0 ? {} : { warnings };
  return [
    {
      ...row,
      caseId: enterprise.id,
      task: `${row.act}#${enterprise.id}#${enterprise.revision}`,
      path: sitePaths.staffEnterprise(enterprise.id),
      enterprise: named(enterprise),
      districts: profile.districts,
      ...warned,
    },
  ];
}

function ofReport({ enterprises }: Waiting, { id, enterpriseId, title, openSince }: ModerationCase): readonly Draft[] {
  const enterprise = enterprises.get(enterpriseId);
  if (enterprise === undefined || openSince === undefined) return [];
  const row = { act: "judgeContent", heldBy: "officer", title, since: openSince, firstHalf: [] } as const;
  return [
    {
      ...row,
      caseId: enterprise.id,
      task: `${row.act}#${id}#${openSince}`,
      path: sitePaths.staffModeration(),
      enterprise: named(enterprise),
      districts: enterprise.profile.districts,
    },
  ];
}

/** Done on the page of a mandate. */
const actsOnMandate: ReadonlySet<WorkAct> = new Set(["recordRefund", "prepareEnding", "takeEnding"]);

function ofProposal(deps: Pick<Deps, "clock">, waiting: Waiting, proposal: Proposal): readonly Draft[] {
  const enterprise = waiting.enterprises.get(proposal.enterpriseId);
  const mandate = waiting.mandates.get(proposal.mandateId ?? "");
  const usual = actOf[proposal.status];
  const { heldBy, since, dueOn, clock } = standingOf(deps, proposal, mandate?.status);
  if (usual === undefined || heldBy === undefined || enterprise === undefined) return [];
  const isSilent = proposal.status === "completion-asked" && heldBy === "officer";
  const isRefund = heldBy === "finance";
  const decision = waiting.decisions.get(proposal.decisionId ?? "");
  const prepared = proposal.status === "decision-prepared" ? decision : undefined;
  const amountCents = prepared?.draft.outcome === "reject" ? undefined : prepared?.draft.amountCents;
  const ending = mandate?.status === "ending-prepared" ? waiting.endings.get(mandate.endingId ?? "") : undefined;
  const ofEvaluation = isRefund ? "recordRefund" : ending === undefined ? usual : "takeEnding";
  const act = isSilent ? "startReview" : ofEvaluation;
  return [
    {
      act,
      caseId: proposal.id,
      // What was returned and is prepared once more is another task.
      task: `${act}#${proposal.id}#${ending?.id ?? since}`,
      path:
        mandate !== undefined && actsOnMandate.has(act)
          ? sitePaths.staffMandate(mandate.id)
          : sitePaths.staffProposal(proposal.id),
      heldBy,
      title: planOf(proposal).title,
      enterprise: named(enterprise),
      districts: [planOf(proposal).district],
      proposalId: proposal.id,
      ...(mandate === undefined ? {} : { mandateId: mandate.id }),
      ...(amountCents === undefined ? {} : { amountCents }),
      since,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(clock === undefined ? {} : { clock }),
      ...madeBy(waiting, (prepared ?? ending)?.preparedBy),
    },
  ];
}

function madeBy({ staff }: Waiting, first: string | undefined, ...others: readonly (string | undefined)[]) {
  const firstHalf = [first, ...others].filter((id) => id !== undefined);
  const preparedBy = first === undefined ? undefined : staff.get(first)?.name;
  return { firstHalf, ...(preparedBy === undefined ? {} : { preparedBy }) };
}

/** What one person prepared to be booked waits for another. */
function ofOrder(waiting: Waiting, order: Order): readonly Draft[] {
  const pot = waiting.pots.get(order.potId);
  const mandate = order.kind === "REFUND" ? waiting.mandates.get(order.mandateId) : undefined;
  const enterprise = waiting.enterprises.get(mandate?.enterpriseId ?? "");
  if (pot === undefined || (order.kind === "REFUND" && mandate === undefined)) return [];
  const districts = mandate === undefined ? [pot.district] : [mandate.district];
  return [
    {
      act: "confirmOrder",
      ...(mandate === undefined ? {} : { caseId: mandate.proposalId }),
      task: `confirmOrder#${order.id}`,
      path: sitePaths.staffOrder(order.id),
      heldBy: orderRoles[order.kind].confirm,
      title: mandate?.title ?? pot.name,
      ...(enterprise === undefined ? {} : { enterprise: named(enterprise) }),
      districts: districts.filter((district) => district !== undefined),
      ...(mandate === undefined ? {} : { mandateId: mandate.id, proposalId: mandate.proposalId }),
      orderId: order.id,
      amountCents: order.amountCents,
      since: order.preparedAt,
      dueOn: dateIn(new Date(order.expiresAt)),
      ...madeBy(waiting, order.preparedBy),
    },
  ];
}

function ofTransfer(
  { municipality }: Pick<Deps, "municipality">,
  waiting: Waiting,
  transfer: Transfer,
): readonly Draft[] {
  const mandate = waiting.mandates.get(transfer.mandateId);
  const enterprise = waiting.enterprises.get(transfer.enterpriseId);
  if (mandate === undefined || enterprise === undefined) return [];
  const isApproved = transfer.status === "approved";
  const plannedOn = mandate.instalments.find(({ id }) => id === transfer.instalmentId)?.plannedOn;
  const dueOn = isApproved ? plannedOn : dateIn(new Date(transfer.expiresAt));
  const act = isApproved ? "payTransfer" : "approveTransfer";
  return [
    {
      act,
      caseId: transfer.proposalId,
      task: `${act}#${transfer.id}`,
      path: sitePaths.staffTransfer(transfer.id),
      heldBy: isApproved ? "finance" : "council",
      title: mandate.title,
      enterprise: named(enterprise),
      districts: [mandate.district],
      proposalId: transfer.proposalId,
      mandateId: transfer.mandateId,
      transferId: transfer.id,
      amountCents: transfer.amountCents,
      since: isApproved ? (transfer.approvedAt ?? transfer.proposedAt) : transfer.proposedAt,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(isApproved
        ? madeBy(waiting, transfer.approvedBy, municipality.threePeople ? transfer.proposedBy : undefined)
        : madeBy(waiting, transfer.proposedBy)),
    },
  ];
}

/** The next instalment that nobody proposed yet. */
function ofMandate(waiting: Waiting, mandate: Mandate): readonly Draft[] {
  const enterprise = waiting.enterprises.get(mandate.enterpriseId);
  const planned = nextPlanned(mandate);
  if (planned === undefined || enterprise === undefined) return [];
  return [
    {
      act: "proposeTransfer",
      caseId: mandate.proposalId,
      task: `proposeTransfer#${mandate.id}#${planned.id}`,
      path: sitePaths.staffMandate(mandate.id),
      heldBy: "finance",
      title: mandate.title,
      enterprise: named(enterprise),
      districts: [mandate.district],
      proposalId: mandate.proposalId,
      mandateId: mandate.id,
      amountCents: planned.amountCents,
      since: mandate.createdAt,
      dueOn: planned.plannedOn,
      firstHalf: [],
    },
  ];
}
