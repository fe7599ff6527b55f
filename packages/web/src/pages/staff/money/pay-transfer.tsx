import { Show } from "solid-js";
import { dateOf, gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { makeIdempotencyKey } from "../../../forms/idempotency-key.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { ConfirmPanel } from "../../../ui/confirm-panel.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dayOf, formatDate } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { refusals, transfer } from "../../../words/nl.ts";
import type { Transfer } from "../answers.ts";
import { staffName, useStaff, whyNot } from "../staff-viewer.ts";

const text = transfer.pay;

/** Finance writes down what the bank did; never who approved it. */
export function PayTransfer(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  const viewer = useStaff();
  const of = () => props.transfer;
  const refusal = () => (of().payRefusal === undefined ? undefined : whyNot(of().payRefusal ?? "forbidden", text.why));
  return (
    <ConfirmPanel
      title={text.title}
      preparedLabel={text.approvedBy}
      preparedBy={of().approvedBy ?? ""}
      preparedAt={of().approvedAt ?? of().proposedAt}
      viewer={refusal() === undefined ? staffName(viewer()) : text.second}
      viewerLabel={text.payer}
      refusal={refusal()}
      acts={<Pay transfer={of()} onDone={props.onDone} />}
    >
      <Show when={of().payRefusal === undefined}>
        <p>{text.text}</p>
      </Show>
    </ConfirmPanel>
  );
}

function Pay(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  // One key for this act: a reply that got lost is asked for again, not done twice.
  const key = makeIdempotencyKey();
  const { id, amountCents, enterprise, approvedAt, payUntil } = props.transfer;
  const amount = formatCents(amountCents);
  const form = createForm({
    draftKey: `betalen:${id}`,
    initial: { paidOn: "", bankReference: "" },
    check: ({ paidOn, bankReference }) => {
      const found = gatherErrors();
      found.date("paidOn", paidOn);
      const day = dateOf(paidOn);
      if (day > dayOf(new Date())) found.add("paidOn", text.inFuture);
      else if (day !== "" && approvedAt !== undefined && day < dayOf(approvedAt))
        found.add("paidOn", refusals.fields["before-approval"]());
      else if (day > payUntil) found.add("paidOn", text.afterEnd(formatDate(payUntil)));
      found.text("bankReference", bankReference, limits.bankReference, text.referenceEmpty);
      return found.errors;
    },
    send: ({ paidOn, bankReference }) =>
      send(
        api.transfers[":transferId"].payments.$post({
          param: { transferId: id },
          header: { "idempotency-key": key },
          json: { paidOn: dateOf(paidOn), bankReference: bankReference.trim() },
        }),
      ),
  });
  return (
    <Form form={form} action={text.button(amount)} onSent={() => props.onDone(text.done(amount, enterprise))}>
      <DateField {...form.bind("paidOn")} label={text.paidOn} hint={text.paidOnHint} />
      <TextField {...form.bind("bankReference")} label={text.reference} hint={text.referenceHint} width="middle" />
    </Form>
  );
}
