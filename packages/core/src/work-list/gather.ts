import { type Enterprise, waitsToBeVerified } from "../enterprise/enterprise.ts";
import type { FormalCase } from "../formal-message/formal-message.ts";
import type { ModerationCase } from "../moderation/moderation.ts";
import { sitePaths } from "../site-paths.ts";
import { ofMandate, ofOrder, ofTransfer } from "./money-rows.ts";
import { ofProposal } from "./proposal-rows.ts";
import { type Draft, named, type RowDeps, type Waiting } from "./waiting.ts";

/**
 * Every row of the work list, in no order. A row asks for an act that would not be refused now for a reason that is known;
 * where there is such a reason for everybody, the row says so (`obstacle`) or is not there yet.
 */
export function gather(deps: RowDeps, waiting: Waiting): readonly Draft[] {
  return [
    ...[...waiting.enterprises.values()].flatMap(ofEnterprise),
    ...waiting.proposals.flatMap((proposal) => ofProposal(deps, waiting, proposal)),
    ...waiting.transfers.flatMap((transfer) => ofTransfer(deps, waiting, transfer)),
    ...waiting.reported.flatMap((reported) => ofReport(waiting, reported)),
    ...waiting.messages.map((message) => ofMessage(waiting, message)),
    ...waiting.orders.flatMap((order) => ofOrder(deps, waiting, order)),
    ...[...waiting.mandates.values()].flatMap((mandate) => ofMandate(deps, waiting, mandate)),
  ];
}

function ofEnterprise(enterprise: Enterprise): readonly Draft[] {
  if (!waitsToBeVerified(enterprise.status)) return [];
  const { profile, registeredAt: since } = enterprise;
  const row = { act: "verifyEnterprise", heldBy: "officer", title: profile.name, since, firstHalf: [] } as const;
  const warnings = [
    ...(enterprise.nameDoubts === undefined ? [] : (["name-held"] as const)),
    ...(enterprise.kvkDoubt === undefined ? [] : (["kvk-taken"] as const)),
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

/** A formal message: what it is about and its number, and no word of who sent it. */
function ofMessage({ enterprises }: Waiting, message: FormalCase): Draft {
  const { id, reference, title, enterpriseId, dueOn, receivedAt: since, notBy } = message;
  const enterprise = enterprises.get(enterpriseId ?? "");
  return {
    act: "answerMessage",
    caseId: id,
    task: `answerMessage#${id}`,
    path: sitePaths.staffMessage(id),
    heldBy: "officer",
    title: title === undefined ? reference : `${title} (${reference})`,
    ...(enterprise === undefined ? {} : { enterprise: named(enterprise) }),
    districts: enterprise?.profile.districts ?? [],
    messageId: id,
    since,
    dueOn,
    firstHalf: notBy,
  };
}
