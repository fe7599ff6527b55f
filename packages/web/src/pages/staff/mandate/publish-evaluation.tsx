import { For, Show } from "solid-js";
import { createForm } from "../../../forms/form.ts";
import { makeIdempotencyKey } from "../../../forms/idempotency-key.ts";
import { api, send } from "../../../reading/api.ts";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { formatCents } from "../../../words/money.ts";
import { staffMandate } from "../../../words/nl.ts";
import type { Done } from "../proposal/done.ts";
import type { MandateCase } from "./case.ts";

const text = staffMandate.publish;

/** An officer publishes every voice at once and ends the mandate; what happens with the money is said beforehand. */
export function PublishEvaluation(props: { readonly about: MandateCase; readonly onDone: (done: Done) => void }) {
  const obstacles = () => props.about.evaluations?.obstacles ?? [];
  return (
    <div class="act stack stack--close">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <p>{text.text}</p>
      <Consequences about={props.about} />
      <Show
        when={obstacles().length === 0}
        fallback={
          <Notice tone="asking" level={3} title={text.notYet}>
            <ul class="bullets">
              <For each={obstacles()}>{(obstacle) => <li>{text.obstacles[obstacle]}</li>}</For>
            </ul>
          </Notice>
        }
      >
        <Publish about={props.about} onDone={props.onDone} />
      </Show>
    </div>
  );
}

function Consequences(props: { readonly about: MandateCase }) {
  const money = () => props.about.mandate.balances;
  const says = () => [
    ...(money().committedCents > 0
      ? [text.released(formatCents(money().committedCents), props.about.mandate.pot)]
      : []),
    ...(money().paidNotSpentCents > 0
      ? [text.refund(formatCents(money().paidNotSpentCents))]
      : [money().committedCents > 0 ? text.closes : text.nothing]),
  ];
  return (
    <div class="panel stack stack--tight">
      <p>
        <strong>{text.moneyTitle}</strong>
      </p>
      <For each={says()}>{(sentence) => <p>{sentence}</p>}</For>
    </div>
  );
}

function Publish(props: { readonly about: MandateCase; readonly onDone: (done: Done) => void }) {
  // One key for this act: a reply that got lost is asked for again, not done twice.
  const key = makeIdempotencyKey();
  const { id, pot } = props.about.mandate;
  let done: Done = { title: "" };
  const form = createForm({
    initial: {},
    check: () => [],
    send: () =>
      send(
        api.mandates[":mandateId"]["evaluation-publications"].$post({
          param: { mandateId: id },
          header: { "idempotency-key": key },
        }),
        ({ releasedCents, refundDueCents }) => {
          const released = releasedCents > 0 ? formatCents(releasedCents) : undefined;
          done =
            refundDueCents > 0
              ? {
                  title: text.doneRefund(formatCents(refundDueCents)),
                  next: released === undefined ? undefined : text.doneReleased(released, pot),
                }
              : { title: released === undefined ? text.doneNothing : text.doneClosed(released, pot) };
        },
      ),
  });
  return <Form form={form} action={text.button} onSent={() => props.onDone(done)} short />;
}
