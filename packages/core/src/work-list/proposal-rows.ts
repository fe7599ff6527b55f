import { dateIn } from "../calendar.ts";
import { takeObstacle } from "../decision/obstacle.ts";
import { eachDistrict } from "../district/districts.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { ErrorCode } from "../errors.ts";
import { accountIds } from "../ledger/open.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Proposal } from "../proposal/proposal.ts";
import { type Holder, type NextStep, standingOf } from "../proposal/standing.ts";
import { planOf } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { WorkAct } from "./row.ts";
import { type Draft, madeBy, named, type RowDeps, type Waiting } from "./waiting.ts";

/** The act that what comes next asks for; a mandate that goes on asks nothing of its proposal. */
const actOf: Partial<Record<NextStep, WorkAct>> = {
  review: "startReview",
  "go-on": "startReview",
  advise: "giveAdvice",
  answer: "completeProposal",
  "prepare-decision": "prepareDecision",
  "mend-decision": "prepareDecision",
  "take-decision": "takeDecision",
  evaluate: "writeEnterpriseEvaluation",
  "prepare-ending": "prepareEnding",
  "take-ending": "takeEnding",
  "pay-back": "recordRefund",
};

/** Done on the page of a mandate. */
const actsOnMandate: ReadonlySet<WorkAct> = new Set([
  "writeOfficerEvaluation",
  "prepareEnding",
  "takeEnding",
  "returnEnding",
  "recordRefund",
]);

interface Asked {
  readonly act: WorkAct;
  readonly heldBy: Holder;
  readonly amountCents?: number | undefined;
  readonly obstacle?: ErrorCode | undefined;
  /** Without its last day, which is somebody else's. */
  readonly isOpen?: boolean;
}

/** What waits of a proposal: what comes next, by who has it, and an officer's own voice beside the board's. */
export function ofProposal(deps: RowDeps, waiting: Waiting, proposal: Proposal): readonly Draft[] {
  const enterprise = waiting.enterprises.get(proposal.enterpriseId);
  const mandate = waiting.mandates.get(proposal.mandateId ?? "");
  const { heldBy, next, since, dueOn, clock } = standingOf(deps, proposal, mandate);
  const act = next === undefined ? undefined : actOf[next];
  if (act === undefined || heldBy === undefined || enterprise === undefined) return [];
  const about = { proposal, enterprise, mandate, today: dateIn(deps.clock.now()) };
  const ending = mandate?.status === "ending-prepared" ? waiting.endings.get(mandate.endingId ?? "") : undefined;
  const decision = waiting.decisions.get(proposal.decisionId ?? "");
  const prepared = proposal.status === "decision-prepared" ? decision : ending;
  return asksOf(waiting, about, { act, heldBy }).map(({ isOpen, ...asked }) => ({
    ...asked,
    caseId: proposal.id,
    // What was returned and is prepared once more is another task.
    task: `${asked.act}#${proposal.id}#${ending?.id ?? since}`,
    path:
      mandate !== undefined && actsOnMandate.has(asked.act)
        ? sitePaths.staffMandate(mandate.id)
        : sitePaths.staffProposal(proposal.id),
    title: planOf(proposal).title,
    enterprise: named(enterprise),
    districts: [...eachDistrict(deps.municipality, planOf(proposal).districts)],
    proposalId: proposal.id,
    ...(mandate === undefined ? {} : { mandateId: mandate.id }),
    since,
    ...(dueOn === undefined || isOpen === true ? {} : { dueOn }),
    ...(clock === undefined ? {} : { clock }),
    ...madeBy(waiting, prepared?.preparedBy),
  }));
}

interface About {
  readonly proposal: Proposal;
  readonly enterprise: Enterprise;
  readonly mandate: Mandate | undefined;
  readonly today: string;
}

function asksOf(waiting: Waiting, about: About, usual: Asked): readonly Asked[] {
  switch (usual.act) {
    case "takeDecision":
      return [toTake(waiting, about, usual)];
    case "writeEnterpriseEvaluation":
    case "prepareEnding":
      return ofEvaluation(waiting, about, usual);
    case "takeEnding":
      return [waiting.obstacles.has(about.mandate?.id ?? "") ? { ...usual, act: "returnEnding" } : usual];
    case "recordRefund":
      return toRecord(waiting, about);
    default:
      return [usual];
  }
}

/** What cannot be taken as it is can be sent back. */
function toTake(waiting: Waiting, { proposal, enterprise, today }: About, usual: Asked): Asked {
  const decision = waiting.decisions.get(proposal.decisionId ?? "");
  if (decision === undefined || decision.draft.outcome === "reject") return usual;
  const { amountCents, potId } = decision.draft;
  const potCents = waiting.accounts.get(accountIds.pot(potId))?.available;
  const obstacle = takeObstacle(decision, { enterprise, today, potCents });
  return { ...usual, act: obstacle === undefined ? usual.act : "returnDecision", amountCents };
}

/** The officer writes meanwhile; after both, the end can be prepared once everything is settled. */
function ofEvaluation(waiting: Waiting, { mandate }: About, usual: Asked): readonly Asked[] {
  const isWritten = mandate?.voices?.includes("officer") === true;
  const own: Asked = { act: "writeOfficerEvaluation", heldBy: "officer", isOpen: true };
  if (usual.act === "writeEnterpriseEvaluation") return isWritten ? [usual] : [usual, own];
  return [isWritten ? { ...usual, obstacle: waiting.obstacles.get(mandate?.id ?? "") } : own];
}

/** The board pays back; finance records what came. What came and waits for a second person is asked there. */
function toRecord({ accounts }: Waiting, { mandate }: About): readonly Asked[] {
  const account = mandate === undefined ? undefined : accounts.get(accountIds.cash(mandate.id));
  if (account?.available === 0) return [];
  return [
    { act: "recordRefund", heldBy: "finance", ...(account === undefined ? {} : { amountCents: account.available }) },
  ];
}
