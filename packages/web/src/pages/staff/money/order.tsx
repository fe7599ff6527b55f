import { useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { answer, api, send } from "../../../reading/api.ts";
import { createReading } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import type { DataRow } from "../../../ui/data-list.tsx";
import { Link } from "../../../ui/link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { StatusTone } from "../../../ui/status-badge.tsx";
import { formatDate, formatMoment } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { staffMoney, order as text, transfer } from "../../../words/nl.ts";
import type { Order } from "../answers.ts";
import { type Halves, HalvesPage } from "./halves-page.tsx";
import { Refuse } from "./refuse.tsx";
import { SecondHalf } from "./second-half.tsx";

const tones: Record<Order["status"], StatusTone> = {
  prepared: "waiting",
  confirmed: "good",
  refused: "attention",
  expired: "quiet",
};

/** One booking that somebody prepared, and the second person's half of it. */
export function OrderPage() {
  const params = useParams<{ orderId: string }>();
  const reading = createReading(
    () => params.orderId,
    (orderId) => answer(api.orders[":orderId"].$get({ param: { orderId } })),
  );
  return (
    <HalvesPage
      reading={reading}
      words={text}
      show={halvesOf}
      act={(found, finish) => <Act order={found()} onDone={finish} />}
    />
  );
}

const halvesOf = (found: Order): Halves => ({
  title: text.title[found.kind](formatCents(found.amountCents), found.enterprise ?? found.pot),
  status: { tone: tones[found.status], label: text.statuses[found.status] },
  facts: factsOf(found),
  chain: chainOf(found),
});

function Act(props: { readonly order: Order; readonly onDone: (what: string) => void }) {
  const over = () => (props.order.status === "prepared" ? undefined : props.order.status);
  return (
    <>
      <Switch>
        <Match when={over()}>
          {(status) => <Notice tone={status() === "confirmed" ? "good" : "info"} title={text.over[status()]} />}
        </Match>
        <Match when={props.order.status === "prepared"}>
          <Confirm order={props.order} onDone={props.onDone} />
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
        <Refuse
          draftKey={`boeking-afkeuren:${props.order.id}`}
          amountCents={props.order.amountCents}
          open={props.order.isPreparedByYou ? text.refuse.open.own : text.refuse.open.other}
          words={text.refuse}
          send={(reason, key) =>
            send(
              api.orders[":orderId"].refusals.$post({
                param: { orderId: props.order.id },
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

function Confirm(props: { readonly order: Order; readonly onDone: (what: string) => void }) {
  const of = () => props.order;
  return (
    <SecondHalf
      by={of().preparedBy}
      at={of().preparedAt}
      amountCents={of().amountCents}
      refusal={of().confirmRefusal}
      words={text.confirm}
      text={text.confirm.text[of().kind]}
      waiting={text.confirm.waiting[of().kind]}
      send={(key) =>
        send(
          api.orders[":orderId"].confirmations.$post({
            param: { orderId: of().id },
            header: { "idempotency-key": key },
          }),
        )
      }
      onDone={props.onDone}
    />
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
  const { confirmedBy, confirmedAt, refusedBy, refusedAt, refusal } = order;
  return [
    { term: text.prepared, value: transfer.byOn(order.preparedBy, formatMoment(order.preparedAt)) },
    ...(confirmedBy === undefined || confirmedAt === undefined
      ? []
      : [{ term: text.confirmed, value: transfer.byOn(confirmedBy, formatMoment(confirmedAt)) }]),
    ...(refusedBy === undefined
      ? []
      : [
          {
            term: text.refusedBy,
            value: refusedAt === undefined ? refusedBy : transfer.byOn(refusedBy, formatMoment(refusedAt)),
          },
        ]),
    ...(refusal === undefined ? [] : [{ term: transfer.refusedWhy, value: <span class="lines">{refusal}</span> }]),
  ];
}
