import { createSignal, Show } from "solid-js";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { formatCents } from "../../../words/money.ts";
import { staff, transfer } from "../../../words/nl.ts";
import type { Transfer } from "../answers.ts";

const text = transfer.refuse;

/** The council stops a payment that is not made yet, with the reason; folded away. */
export function RefuseTransfer(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const { id, amountCents } = props.transfer;
  const form = createForm({
    draftKey: `afkeuren:${id}`,
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.text("reason", reason, limits.note, staff.reasonEmpty);
      return found.errors;
    },
    send: ({ reason }, key) => {
      const json = { reason: reason.trim() };
      const header = { "idempotency-key": key };
      return send(api.transfers[":transferId"].refusals.$post({ param: { transferId: id }, header, json }));
    },
  });
  return (
    <div class="act act--quiet stack stack--close">
      <div>
        <Button expanded={isOpen()} onPress={() => setOpen(!isOpen())}>
          {text.open}
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
