import { createSignal, Show } from "solid-js";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { formatCents } from "../../../words/money.ts";
import { order, staff } from "../../../words/nl.ts";
import type { Order } from "../answers.ts";

const text = order.refuse;

/** Stops a prepared booking with the reason, or takes one's own back; folded away. */
export function RefuseOrder(props: { readonly order: Order; readonly onDone: (what: string) => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const { id, amountCents } = props.order;
  const form = createForm({
    draftKey: `boeking-afkeuren:${id}`,
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.text("reason", reason, limits.note, staff.reasonEmpty);
      return found.errors;
    },
    send: ({ reason }, key) => {
      const json = { reason: reason.trim() };
      const header = { "idempotency-key": key };
      return send(api.orders[":orderId"].refusals.$post({ param: { orderId: id }, header, json }));
    },
  });
  return (
    <div class="act act--quiet stack stack--close">
      <div>
        <Button expanded={isOpen()} onPress={() => setOpen(!isOpen())}>
          {props.order.isPreparedByYou ? text.open.own : text.open.other}
        </Button>
      </div>
      <Show when={isOpen()}>
        <Form form={form} action={text.button} onSent={() => props.onDone(text.done(formatCents(amountCents)))} short>
          <TextArea {...form.bind("reason")} label={text.reason} hint={text.reasonHint} max={limits.note} rows={4} />
        </Form>
      </Show>
    </div>
  );
}
