import { dateIn } from "../calendar.ts";
import { eachDistrict } from "../district/districts.ts";
import { type Enterprise, moneyObstacles } from "../enterprise/enterprise.ts";
import { type Mandate, nextPlanned } from "../mandate/mandate.ts";
import { whyMoneyRests } from "../mandate/phase.ts";
import { type Order, orderRoles } from "../order/order.ts";
import { sitePaths } from "../site-paths.ts";
import { isAccountChanged } from "../transfer/account.ts";
import type { Transfer } from "../transfer/transfer.ts";
import { type Draft, madeBy, named, type RowDeps, type Waiting } from "./waiting.ts";

/** What one person prepared to be booked waits for another. */
export function ofOrder({ clock, municipality }: RowDeps, waiting: Waiting, order: Order): readonly Draft[] {
  const pot = waiting.pots.get(order.potId);
  const mandate = order.kind === "REFUND" ? waiting.mandates.get(order.mandateId) : undefined;
  const enterprise = waiting.enterprises.get(mandate?.enterpriseId ?? "");
  // Over time, and the clock has not ended it yet.
  if (order.expiresAt < clock.now().toISOString()) return [];
  if (pot === undefined || (order.kind === "REFUND" && mandate === undefined)) return [];
  const ofPot = pot.district === undefined ? [] : [pot.district];
  return [
    {
      act: "confirmOrder",
      ...(mandate === undefined ? {} : { caseId: mandate.proposalId }),
      task: `confirmOrder#${order.id}`,
      path: sitePaths.staffOrder(order.id),
      heldBy: orderRoles[order.kind].confirm,
      title: mandate?.title ?? pot.name,
      ...(enterprise === undefined ? {} : { enterprise: named(enterprise) }),
      districts: mandate === undefined ? ofPot : [...eachDistrict(municipality, mandate.districts)],
      ...(mandate === undefined ? {} : { mandateId: mandate.id, proposalId: mandate.proposalId }),
      orderId: order.id,
      amountCents: order.amountCents,
      since: order.preparedAt,
      dueOn: dateIn(new Date(order.expiresAt)),
      ...madeBy(waiting, order.preparedBy),
    },
  ];
}

/** A transfer that waits for its second or third person. */
export function ofTransfer({ clock, municipality }: RowDeps, waiting: Waiting, transfer: Transfer): readonly Draft[] {
  const mandate = waiting.mandates.get(transfer.mandateId);
  const enterprise = waiting.enterprises.get(transfer.enterpriseId);
  if (mandate === undefined || enterprise === undefined) return [];
  const isApproved = transfer.status === "approved";
  const plannedOn = mandate.instalments.find(({ id }) => id === transfer.instalmentId)?.plannedOn;
  const dueOn = isApproved ? plannedOn : dateIn(new Date(transfer.expiresAt));
  const now = clock.now();
  if (!isApproved && transfer.expiresAt < now.toISOString()) return [];
  const act = actOn(transfer, enterprise);
  const holdsNone = moneyObstacles(enterprise).length > 0 ? "cannot-hold-money" : undefined;
  const rests = holdsNone ?? whyMoneyRests(mandate, payDay(transfer, now));
  // Sending back is possible whatever keeps the money where it is.
  const obstacle = act === "refuseTransfer" ? undefined : rests;
  return [
    {
      act,
      caseId: transfer.proposalId,
      task: `${act}#${transfer.id}`,
      path: sitePaths.staffTransfer(transfer.id),
      heldBy: act === "payTransfer" ? "finance" : "council",
      title: mandate.title,
      enterprise: named(enterprise),
      districts: [...eachDistrict(municipality, mandate.districts)],
      proposalId: transfer.proposalId,
      mandateId: transfer.mandateId,
      transferId: transfer.id,
      amountCents: transfer.amountCents,
      since: sinceOf(act, transfer, enterprise),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...handsOf(waiting, transfer, act, municipality.threePeople),
      ...(obstacle === undefined ? {} : { obstacle }),
    },
  ];
}

/** What is asked: money that was approved for another account is not paid, it is sent back. */
function actOn(transfer: Transfer, enterprise: Enterprise): "approveTransfer" | "payTransfer" | "refuseTransfer" {
  if (transfer.status !== "approved") return "approveTransfer";
  return isAccountChanged(transfer, enterprise) ? "refuseTransfer" : "payTransfer";
}

function sinceOf(act: Draft["act"], { proposedAt, approvedAt = proposedAt }: Transfer, { ibanSince }: Enterprise) {
  if (act === "approveTransfer") return proposedAt;
  return act === "refuseTransfer" && ibanSince !== undefined && ibanSince > approvedAt ? ibanSince : approvedAt;
}

/** The earliest day on which it could have been paid: the bank's date is not before the approval. */
const payDay = ({ approvedAt }: Transfer, now: Date) => dateIn(approvedAt === undefined ? now : new Date(approvedAt));

/** Who prepared it and who approved it, and which of them may not do what is asked now. */
function handsOf(waiting: Waiting, { proposedBy, approvedBy }: Transfer, act: Draft["act"], threePeople: boolean) {
  const approver = waiting.staff.get(approvedBy ?? "")?.name;
  const { preparedBy } = madeBy(waiting, proposedBy);
  const first = act === "payTransfer" ? [approvedBy, threePeople ? proposedBy : undefined] : [proposedBy];
  return {
    // Anybody of the council takes an approval back, who gave it too.
    firstHalf: act === "refuseTransfer" ? [] : first.filter((id) => id !== undefined),
    ...(preparedBy === undefined ? {} : { preparedBy }),
    ...(approver === undefined ? {} : { approvedBy: approver }),
  };
}

/** The next instalment that nobody proposed yet, as soon as the ledger takes it: not before the mandate's first day. */
export function ofMandate({ clock, municipality }: RowDeps, waiting: Waiting, mandate: Mandate): readonly Draft[] {
  const enterprise = waiting.enterprises.get(mandate.enterpriseId);
  const planned = nextPlanned(mandate);
  if (planned === undefined || enterprise === undefined) return [];
  if (whyMoneyRests(mandate, dateIn(clock.now())) !== undefined) return [];
  const obstacle = moneyObstacles(enterprise).length > 0 ? "cannot-hold-money" : undefined;
  return [
    {
      act: "proposeTransfer",
      caseId: mandate.proposalId,
      task: `proposeTransfer#${mandate.id}#${planned.id}`,
      path: sitePaths.staffMandate(mandate.id),
      heldBy: "finance",
      title: mandate.title,
      enterprise: named(enterprise),
      districts: [...eachDistrict(municipality, mandate.districts)],
      proposalId: mandate.proposalId,
      mandateId: mandate.id,
      amountCents: planned.amountCents,
      since: mandate.createdAt,
      dueOn: planned.plannedOn,
      firstHalf: [],
      ...(obstacle === undefined ? {} : { obstacle }),
    },
  ];
}
