import { groupIban } from "@hevel/api/client";
import { useParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { Existing } from "../../../blocks/existing.tsx";
import { answer, api } from "../../../reading/api.ts";
import { createReading, Shown } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import { DataList, type DataRow } from "../../../ui/data-list.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { StatusBadge, type StatusTone } from "../../../ui/status-badge.tsx";
import { formatDate, formatMoment } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { staff, staffMoney, transfer as text, words } from "../../../words/nl.ts";
import type { Transfer } from "../answers.ts";
import { Outcome } from "../outcome.tsx";
import { whoMay } from "../staff-viewer.ts";
import { ApproveTransfer } from "./approve-transfer.tsx";
import { PayTransfer } from "./pay-transfer.tsx";
import { RefuseTransfer } from "./refuse-transfer.tsx";

const tones: Record<Transfer["status"], StatusTone> = {
  proposed: "waiting",
  approved: "going",
  paid: "good",
  refused: "attention",
  expired: "quiet",
};

/** One payment: what it is and who did what on the left; the reader's half on the right. */
export function TransferPage() {
  const params = useParams<{ transferId: string }>();
  const reading = createReading(
    () => params.transferId,
    (transferId) => answer(api.transfers[":transferId"].$get({ param: { transferId } })),
  );
  const [done, setDone] = createSignal<string>();
  const finish = async (what: string) => {
    await reading.again();
    setDone(what);
  };
  const of = () => reading.value();
  const title = () => {
    const found = of();
    return found === undefined ? text.crumb : text.title(formatCents(found.amountCents), found.enterprise);
  };
  return (
    <Existing reading={reading}>
      <Page
        title={title()}
        lead={of()?.title}
        eyebrow={staff.eyebrow}
        acts={
          <Show when={of()}>
            {(found) => (
              <StatusBadge tone={tones[found().status]}>{words.transferStatuses[found().status]}</StatusBadge>
            )}
          </Show>
        }
        crumbs={[{ label: staffMoney.title, href: paths.staffMoney() }]}
      >
        <Shown reading={reading} who={whoMay("finance", "council", "officer", "auditor")} isPart>
          {(found) => (
            <div class="desk">
              <div class="desk__material">
                <section class="stack">
                  <Heading level={2}>{text.facts}</Heading>
                  <DataList rows={factsOf(found())} />
                </section>
                <Show when={found().isIbanNew && isOpen(found())}>
                  <Notice tone="attention" title={text.ibanNewTitle}>
                    <p>{text.ibanNew}</p>
                  </Notice>
                </Show>
                <section class="stack">
                  <Heading level={2}>{text.chain}</Heading>
                  <DataList rows={chainOf(found())} />
                </section>
                <Link href={paths.staffMandate(found().mandateId)} onward>
                  {text.toMandate}
                </Link>
              </div>
              <section class="desk__act" aria-label={staff.actTitle}>
                <Show when={done()} keyed>
                  {(what) => (
                    <Outcome title={what}>
                      <Link href={paths.staffMoney()} onward>
                        {text.toMoney}
                      </Link>
                    </Outcome>
                  )}
                </Show>
                <Act transfer={found()} onDone={finish} />
              </section>
            </div>
          )}
        </Shown>
      </Page>
    </Existing>
  );
}

const isOpen = ({ status }: Transfer) => status === "proposed" || status === "approved";

function Act(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  const over = () => {
    const { status } = props.transfer;
    return status === "proposed" || status === "approved" ? undefined : status;
  };
  return (
    <>
      <Switch>
        <Match when={over()}>
          {(status) => <Notice tone={status() === "paid" ? "good" : "info"} title={text.over[status()]} />}
        </Match>
        <Match when={props.transfer.status === "proposed"}>
          <ApproveTransfer transfer={props.transfer} onDone={props.onDone} />
        </Match>
        <Match when={props.transfer.status === "approved"}>
          <PayTransfer transfer={props.transfer} onDone={props.onDone} />
        </Match>
      </Switch>
      <Show when={props.transfer.refuseRefusal === undefined}>
        <RefuseTransfer transfer={props.transfer} onDone={props.onDone} />
      </Show>
    </>
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

/** Where it goes, and what changed there since this enterprise was last paid. */
function accountOf(transfer: Transfer): readonly DataRow[] {
  const { iban, maskedIban, ibanHolder, ibanSince, ibanBefore, lastPaidOn } = transfer;
  const number = iban === undefined ? maskedIban : groupIban(iban);
  return [
    ...(number === undefined ? [] : [{ term: text.iban, value: <span class="tabular">{number}</span> }]),
    ...(ibanHolder === undefined ? [] : [{ term: text.ibanHolder, value: ibanHolder }]),
    ...(ibanSince === undefined ? [] : [{ term: text.ibanSince, value: formatDate(ibanSince) }]),
    ...(ibanBefore === undefined
      ? []
      : [{ term: text.ibanBefore, value: text.ibanBeforeValue(ibanBefore.maskedIban, ibanBefore.holder) }]),
    { term: text.lastPaidOn, value: lastPaidOn === undefined ? text.neverPaid : formatDate(lastPaidOn) },
  ];
}

/** Who did which half, and when. */
function chainOf(transfer: Transfer): readonly DataRow[] {
  const { approvedBy, approvedAt, paidBy, paidOn, bankReference, refusal } = transfer;
  return [
    { term: text.proposed, value: text.byOn(transfer.proposedBy, formatMoment(transfer.proposedAt)) },
    ...(approvedBy === undefined || approvedAt === undefined
      ? []
      : [{ term: text.approved, value: text.byOn(approvedBy, formatMoment(approvedAt)) }]),
    ...(paidBy === undefined || paidOn === undefined
      ? []
      : [{ term: text.paid, value: text.byOn(paidBy, formatDate(paidOn)) }]),
    ...(bankReference === undefined ? [] : [{ term: text.bankReference, value: bankReference }]),
    ...(refusal === undefined ? [] : [{ term: text.refusedWhy, value: <span class="lines">{refusal}</span> }]),
  ];
}
