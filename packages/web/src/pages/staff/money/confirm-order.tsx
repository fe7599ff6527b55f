import { Show } from "solid-js";
import { createForm } from "../../../forms/form.ts";
import { api, send } from "../../../reading/api.ts";
import { ConfirmPanel } from "../../../ui/confirm-panel.tsx";
import { Form } from "../../../ui/form.tsx";
import { formatCents } from "../../../words/money.ts";
import { order } from "../../../words/nl.ts";
import type { Order } from "../answers.ts";
import { staffName, useStaff, whyNot } from "../staff-viewer.ts";

const text = order.confirm;

/** The second person books it, or reads why somebody else must. */
export function ConfirmOrder(props: { readonly order: Order; readonly onDone: (what: string) => void }) {
  const viewer = useStaff();
  const of = () => props.order;
  const refusal = () =>
    of().confirmRefusal === undefined ? undefined : whyNot(of().confirmRefusal ?? "forbidden", text.why);
  return (
    <ConfirmPanel
      title={text.title}
      preparedBy={of().preparedBy}
      preparedAt={of().preparedAt}
      viewer={refusal() === undefined ? staffName(viewer()) : text.waiting[of().kind]}
      refusal={refusal()}
      acts={<Confirm order={of()} onDone={props.onDone} />}
    >
      <Show when={refusal() === undefined}>
        <p>{text.text[of().kind]}</p>
      </Show>
    </ConfirmPanel>
  );
}

function Confirm(props: { readonly order: Order; readonly onDone: (what: string) => void }) {
  const { id, amountCents } = props.order;
  const amount = formatCents(amountCents);
  const form = createForm({
    initial: {},
    check: () => [],
    send: (_values, key) => {
      const header = { "idempotency-key": key };
      return send(api.orders[":orderId"].confirmations.$post({ param: { orderId: id }, header }));
    },
  });
  return <Form form={form} action={text.button(amount)} onSent={() => props.onDone(text.done(amount))} short />;
}
