import type { Enterprise } from "../enterprise/enterprise.ts";
import type { PersonId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Proposal, ProposalVersion } from "./proposal.ts";
import { decideBy, keepVersion, letterSubject, planOf } from "./step.ts";

/**
 * What belongs to receiving a plan: its kept version, and a letter to the whole board with date, time, a copy of the
 * contents and by when an answer comes (Awb 2.3 as of 1 January 2026: a receipt for every formal message).
 */
export function receive(
  deps: Deps,
  proposal: Proposal,
  enterprise: Enterprise,
  by: PersonId,
  reason: ProposalVersion["reason"],
  note?: string,
): readonly Change[] {
  const content = {
    ...letterSubject(proposal, enterprise),
    receivedAt: deps.clock.now().toISOString(),
    answerBy: decideBy(deps, proposal),
    plan: planOf(proposal),
    district: districtName(deps, planOf(proposal).district),
    version: proposal.version,
  };
  const kind = reason === "completed" ? "completion-received" : "receipt";
  return [keepVersion(deps, proposal, by, reason, note), ...writeToBoard(deps, kind, enterprise, content)];
}

const districtName = ({ municipality }: Deps, code: string): string =>
  municipality.districts.find((district) => district.code === code)?.name ?? code;
