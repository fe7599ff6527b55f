import { Show } from "solid-js";
import { centsOf, dateOf, gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { paths } from "../../../site/paths.ts";
import { AmountField } from "../../../ui/amount-field.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dayOf } from "../../../words/dates.ts";
import { formatCents, inputCents } from "../../../words/money.ts";
import { refusals, staffMandate } from "../../../words/nl.ts";
import type { Done } from "../proposal/done.ts";
import type { MandateCase } from "./case.ts";

const text = staffMandate.refund;

interface Props {
  readonly about: MandateCase;
  readonly onDone: (done: Done) => void;
}

/** Finance writes down money that came back, in one or more parts; a colleague confirms each. */
export function RecordRefund(props: Props) {
  const waiting = () => props.about.mandate.balances.waitingCents;
  const due = () => props.about.mandate.balances.paidNotSpentCents - waiting();
  return (
    <div class="act stack">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <Show when={due() > 0}>
        <p>{text.text(formatCents(due()))}</p>
      </Show>
      <Show when={waiting() > 0}>
        <p>{text.waiting(formatCents(waiting()))}</p>
      </Show>
      {/* Another amount due is another refund: the form begins again with a key of its own. */}
      <Show when={due()} keyed>
        <RefundForm {...props} />
      </Show>
    </div>
  );
}

function RefundForm(props: Props) {
  const { id, pot, balances, startsOn } = props.about.mandate;
  const due = balances.paidNotSpentCents - balances.waitingCents;
  let done: Done = { title: "" };
  const form = createForm({
    draftKey: `terugbetaling:${id}:${due}`,
    initial: { amount: inputCents(due), receivedOn: "", bankReference: "" },
    check: ({ amount, receivedOn, bankReference }) => {
      const found = gatherErrors();
      found.amount("amount", amount);
      if (centsOf(amount) > due) found.add("amount", text.tooMuch(formatCents(due)));
      found.date("receivedOn", receivedOn);
      const day = dateOf(receivedOn);
      if (day > dayOf(new Date())) found.add("receivedOn", text.inFuture);
      else if (day !== "" && day < startsOn) found.add("receivedOn", refusals.fields["before-start"]());
      found.text("bankReference", bankReference, limits.bankReference, text.referenceEmpty);
      return found.errors;
    },
    send: ({ amount, receivedOn, bankReference }, key) => {
      const json = {
        amountCents: centsOf(amount),
        receivedOn: dateOf(receivedOn),
        bankReference: bankReference.trim(),
      };
      const request = api.mandates[":mandateId"].refunds.$post({
        param: { mandateId: id },
        header: { "idempotency-key": key },
        json,
      });
      return send(
        request,
        ({ id: order, amountCents }) => {
          const link = { href: paths.staffOrder(order), label: text.toOrder };
          done = { title: text.done(formatCents(amountCents), pot), next: text.doneNext, link };
        },
        (path) => (path === "amountCents" ? "amount" : path),
      );
    },
  });
  return (
    <Form form={form} action={text.button} onSent={() => props.onDone(done)}>
      <AmountField {...form.bind("amount")} label={text.amount} />
      <DateField {...form.bind("receivedOn")} label={text.receivedOn} hint={text.receivedOnHint} />
      <TextField {...form.bind("bankReference")} label={text.reference} hint={text.referenceHint} width="middle" />
    </Form>
  );
}
