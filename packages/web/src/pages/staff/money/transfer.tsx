import { groupIban } from "@hevel/api/client";
import { useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { answer, api, send } from "../../../reading/api.ts";
import { createReading } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import type { DataRow } from "../../../ui/data-list.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { StatusTone } from "../../../ui/status-badge.tsx";
import { formatDate, formatMoment } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { staffMoney, transfer as text, words } from "../../../words/nl.ts";
import type { Transfer } from "../answers.ts";
import { type Halves, HalvesPage } from "./halves-page.tsx";
import { PayTransfer } from "./pay-transfer.tsx";
import { Refuse } from "./refuse.tsx";
import { SecondHalf } from "./second-half.tsx";

const tones: Record<Transfer["status"], StatusTone> = {
  proposed: "waiting",
  approved: "going",
  paid: "good",
  refused: "attention",
  expired: "quiet",
};

/** One payment, from proposed to paid. */
export function TransferPage() {
  const params = useParams<{ transferId: string }>();
  const reading = createReading(
    () => params.transferId,
    (transferId) => answer(api.transfers[":transferId"].$get({ param: { transferId } })),
  );
  return (
    <HalvesPage
      reading={reading}
      words={text}
      show={halvesOf}
      act={(found, finish) => <Act transfer={found()} onDone={finish} />}
    />
  );
}

const halvesOf = (found: Transfer): Halves => ({
  title: text.title(formatCents(found.amountCents), found.enterprise),
  lead: found.title,
  status: { tone: tones[found.status], label: words.transferStatuses[found.status] },
  facts: factsOf(found),
  doubt: (
    <Show when={(found.isIbanNew || found.isAccountChanged) && isOpen(found)}>
      <Notice tone="attention" title={found.isAccountChanged ? text.ibanMovedTitle : text.ibanNewTitle}>
        <Show when={found.isAccountChanged}>
          <p>{text.ibanMoved}</p>
        </Show>
        <p>{text.ibanCheck[found.enterpriseStatus]}</p>
        <p>{text.ibanDoubt}</p>
      </Notice>
    </Show>
  ),
  chain: chainOf(found),
  onward: (
    <Link href={paths.staffMandate(found.mandateId)} onward>
      {text.toMandate}
    </Link>
  ),
});

const isOpen = ({ status }: Transfer) => status === "proposed" || status === "approved";

function Act(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  const over = () => {
    const { status } = props.transfer;
    return status === "proposed" || status === "approved" ? undefined : status;
  };
  const mayRefuse = () => props.transfer.refuseRefusal === undefined;
  return (
    <>
      <Switch>
        <Match when={over()}>
          {(status) => <Notice tone={status() === "paid" ? "good" : "info"} title={text.over[status()]} />}
        </Match>
        <Match when={props.transfer.status === "proposed"}>
          <Approve transfer={props.transfer} onDone={props.onDone} />
        </Match>
        <Match when={props.transfer.isAccountChanged}>
          <div class="act stack stack--close">
            <Heading level={2} looks={3}>
              {mayRefuse() ? text.sendBack.title : text.sendBack.titleOther}
            </Heading>
            <p>{mayRefuse() ? text.sendBack.text : text.sendBack.textOther}</p>
          </div>
        </Match>
        <Match when={props.transfer.status === "approved"}>
          <PayTransfer transfer={props.transfer} onDone={props.onDone} />
        </Match>
      </Switch>
      <Show when={mayRefuse()}>
        <Refuse
          draftKey={`afkeuren:${props.transfer.id}`}
          amountCents={props.transfer.amountCents}
          open={props.transfer.isAccountChanged ? undefined : text.refuse.open}
          words={props.transfer.isAccountChanged ? text.sendBack : text.refuse}
          send={(reason, key) =>
            send(
              api.transfers[":transferId"].refusals.$post({
                param: { transferId: props.transfer.id },
                header: { "idempotency-key": key },
                json: { reason },
              }),
            )
          }
          onDone={props.onDone}
        />
      </Show>
    </>
  );
}

function Approve(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  const of = () => props.transfer;
  return (
    <SecondHalf
      by={of().proposedBy}
      at={of().proposedAt}
      amountCents={of().amountCents}
      refusal={of().approveRefusal}
      words={text.approve}
      text={text.approve.text}
      waiting={text.approve.waiting}
      send={(key) =>
        send(
          api.transfers[":transferId"].approvals.$post({
            param: { transferId: of().id },
            header: { "idempotency-key": key },
            json: { enterpriseRevision: of().enterpriseRevision },
          }),
        )
      }
      onDone={props.onDone}
    />
  );
}

function factsOf(transfer: Transfer): readonly DataRow[] {
  return [
    { term: staffMoney.amount, value: <strong>{formatCents(transfer.amountCents)}</strong> },
    {
      term: staffMoney.who,
      value: <Link href={paths.staffEnterprise(transfer.enterpriseId)}>{transfer.enterprise}</Link>,
    },
    { term: text.from, value: <Link href={paths.staffProposal(transfer.proposalId)}>{transfer.title}</Link> },
    { term: text.decision, value: transfer.decisionReference },
    ...(transfer.status === "proposed" ? [{ term: text.expires, value: formatMoment(transfer.expiresAt) }] : []),
    ...accountOf(transfer),
  ];
}

/** Where it goes or went, which account was approved when that is another, and what changed since the last payment. */
function accountOf(transfer: Transfer): readonly DataRow[] {
  const { ibanBefore, lastPaidOn, approvedAccount } = transfer;
  const isOver = !isOpen(transfer);
  const named = ({ maskedIban, holder }: NonNullable<typeof approvedAccount>) => text.ibanOf(maskedIban, holder);
  const approvedLabel = transfer.status === "paid" ? text.ibanPaid : text.ibanApproved;
  return [
    ...(approvedAccount === undefined || !(isOver || transfer.isAccountChanged)
      ? []
      : [{ term: approvedLabel, value: named(approvedAccount) }]),
    ...(isOver ? [] : accountOfNow(transfer)),
    ...(ibanBefore === undefined || isOver ? [] : [{ term: text.ibanBefore, value: named(ibanBefore) }]),
    { term: text.lastPaidOn, value: lastPaidOn === undefined ? text.neverPaid : formatDate(lastPaidOn) },
  ];
}

function accountOfNow(transfer: Transfer): readonly DataRow[] {
  const { iban, maskedIban, ibanHolder, ibanSince, isAccountChanged } = transfer;
  const number = iban === undefined ? maskedIban : groupIban(iban);
  const label = isAccountChanged ? text.ibanNow : text.iban;
  return [
    ...(number === undefined ? [] : [{ term: label, value: <span class="tabular">{number}</span> }]),
    ...(ibanHolder === undefined ? [] : [{ term: text.ibanHolder, value: ibanHolder }]),
    ...(ibanSince === undefined ? [] : [{ term: text.ibanSince, value: formatDate(ibanSince) }]),
  ];
}

/** Who did which half, and when. */
function chainOf(transfer: Transfer): readonly DataRow[] {
  const { approvedBy, approvedAt, paidBy, paidOn, refusedBy, refusedAt, bankReference, refusal } = transfer;
  return [
    { term: text.proposed, value: text.byOn(transfer.proposedBy, formatMoment(transfer.proposedAt)) },
    ...(approvedBy === undefined || approvedAt === undefined
      ? []
      : [{ term: text.approved, value: text.byOn(approvedBy, formatMoment(approvedAt)) }]),
    ...(paidBy === undefined || paidOn === undefined
      ? []
      : [{ term: text.paid, value: text.byOn(paidBy, formatDate(paidOn)) }]),
    ...(refusedBy === undefined
      ? []
      : [
          {
            term: text.refused,
            value: refusedAt === undefined ? refusedBy : text.byOn(refusedBy, formatMoment(refusedAt)),
          },
        ]),
    ...(bankReference === undefined ? [] : [{ term: text.bankReference, value: bankReference }]),
    ...(refusal === undefined ? [] : [{ term: text.refusedWhy, value: <span class="lines">{refusal}</span> }]),
  ];
}
