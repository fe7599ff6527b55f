import { createSignal, Show } from "solid-js";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm, type SendResult } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { Button } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { formatCents } from "../../../words/money.ts";
import { staff } from "../../../words/nl.ts";

/** Stops money that is not moved yet, with the reason: a payment that was proposed, a booking that was prepared. Folded away. */
export function Refuse(props: {
  readonly draftKey: string;
  readonly amountCents: number;
  /** What the button says that opens it; absent where this is what is asked, and it stands open. */
  readonly open: string | undefined;
  readonly words: {
    readonly reason: string;
    readonly reasonHint: string;
    readonly button: string;
    readonly done: (amount: string) => string;
  };
  readonly send: (reason: string, key: string) => Promise<SendResult>;
  readonly onDone: (what: string) => void;
}) {
  const [isOpen, setOpen] = createSignal(false);
  const form = createForm({
    draftKey: props.draftKey,
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.text("reason", reason, limits.note, staff.reasonEmpty);
      return found.errors;
    },
    send: ({ reason }, key) => props.send(reason.trim(), key),
  });
  const finish = () => props.onDone(props.words.done(formatCents(props.amountCents)));
  return (
    <div class="act act--quiet stack stack--close">
      <Show when={props.open}>
        {(label) => (
          <div>
            <Button expanded={isOpen()} onPress={() => setOpen(!isOpen())}>
              {label()}
            </Button>
          </div>
        )}
      </Show>
      <Show when={isOpen() || props.open === undefined}>
        <Form form={form} action={props.words.button} onSent={finish} short>
          <TextArea
            {...form.bind("reason")}
            label={props.words.reason}
            hint={props.words.reasonHint}
            max={limits.note}
            rows={4}
          />
        </Form>
      </Show>
    </div>
  );
}
