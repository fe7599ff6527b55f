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
import { staff, staffMoney, order as text, transfer } from "../../../words/nl.ts";
import type { Order } from "../answers.ts";
import { Outcome } from "../outcome.tsx";
import { whoMay } from "../staff-viewer.ts";
import { ConfirmOrder } from "./confirm-order.tsx";
import { RefuseOrder } from "./refuse-order.tsx";

const tones: Record<Order["status"], StatusTone> = {
  prepared: "waiting",
  confirmed: "good",
  refused: "attention",
  expired: "quiet",
};

const titleOf = (order: Order) => text.title[order.kind](formatCents(order.amountCents), order.enterprise ?? order.pot);

/** One booking that somebody prepared: what it is on the left; the second person's half on the right. */
export function OrderPage() {
  const params = useParams<{ orderId: string }>();
  const reading = createReading(
    () => params.orderId,
    (orderId) => answer(api.orders[":orderId"].$get({ param: { orderId } })),
  );
  const [done, setDone] = createSignal<string>();
  const finish = async (what: string) => {
    await reading.again();
    setDone(what);
  };
  const of = () => reading.value();
  const title = () => {
    const found = of();
    return found === undefined ? text.crumb : titleOf(found);
  };
  return (
    <Existing reading={reading}>
      <Page
        title={title()}
        eyebrow={staff.eyebrow}
        acts={
          <Show when={of()}>
            {(found) => <StatusBadge tone={tones[found().status]}>{text.statuses[found().status]}</StatusBadge>}
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
                <section class="stack">
                  <Heading level={2}>{text.chain}</Heading>
                  <DataList rows={chainOf(found())} />
                </section>
              </div>
              <section class="desk__act" aria-label={staff.actTitle}>
                <Show when={done()} keyed>
                  {(what) => (
                    <Outcome title={what}>
                      <Link href={paths.staffMoney()} onward>
                        {transfer.toMoney}
                      </Link>
                    </Outcome>
                  )}
                </Show>
                <Act order={found()} onDone={finish} />
              </section>
            </div>
          )}
        </Shown>
      </Page>
    </Existing>
  );
}

function Act(props: { readonly order: Order; readonly onDone: (what: string) => void }) {
  const over = () => (props.order.status === "prepared" ? undefined : props.order.status);
  return (
    <>
      <Switch>
        <Match when={over()}>
          {(status) => <Notice tone={status() === "confirmed" ? "good" : "info"} title={text.over[status()]} />}
        </Match>
        <Match when={props.order.status === "prepared"}>
          <ConfirmOrder order={props.order} onDone={props.onDone} />
        </Match>
      </Switch>
      <Show when={props.order.journalId}>
        {(journal) => (
          <Link href={paths.journal(journal())} onward>
            {text.toJournal}
          </Link>
        )}
      </Show>
      <Show when={props.order.refuseRefusal === undefined}>
        <RefuseOrder order={props.order} onDone={props.onDone} />
      </Show>
    </>
  );
}

function factsOf(order: Order): readonly DataRow[] {
  const { kind, mandateId, enterpriseId, enterprise, bankReference } = order;
  return [
    { term: staffMoney.amount, value: <strong>{formatCents(order.amountCents)}</strong> },
    { term: text.pot, value: order.pot },
    ...(enterpriseId === undefined || enterprise === undefined
      ? []
      : [{ term: staffMoney.who, value: <Link href={paths.staffEnterprise(enterpriseId)}>{enterprise}</Link> }]),
    ...(mandateId === undefined
      ? []
      : [{ term: text.about, value: <Link href={paths.staffMandate(mandateId)}>{order.title}</Link> }]),
    { term: text.decision[kind], value: order.decisionReference },
    { term: text.effectOn[kind], value: formatDate(order.effectOn) },
    ...(bankReference === undefined ? [] : [{ term: transfer.bankReference, value: bankReference }]),
    ...(order.status === "prepared" ? [{ term: text.expires, value: formatDate(order.expiresOn) }] : []),
  ];
}

/** Who did which half, and when. */
function chainOf(order: Order): readonly DataRow[] {
  const { confirmedBy, confirmedAt, refusedBy, refusal } = order;
  return [
    { term: text.prepared, value: transfer.byOn(order.preparedBy, formatMoment(order.preparedAt)) },
    ...(confirmedBy === undefined || confirmedAt === undefined
      ? []
      : [{ term: text.confirmed, value: transfer.byOn(confirmedBy, formatMoment(confirmedAt)) }]),
    ...(refusedBy === undefined ? [] : [{ term: text.refusedBy, value: refusedBy }]),
    ...(refusal === undefined ? [] : [{ term: transfer.refusedWhy, value: <span class="lines">{refusal}</span> }]),
  ];
}
