import { Show } from "solid-js";
import { createForm, type SendResult } from "../../../forms/form.ts";
import { ConfirmPanel } from "../../../ui/confirm-panel.tsx";
import { Form } from "../../../ui/form.tsx";
import { formatCents } from "../../../words/money.ts";
import type { Refusal } from "../answers.ts";
import { staffName, useStaff, whyNot } from "../staff-viewer.ts";

/** The second person says yes to what another prepared, or reads why somebody else must. */
export function SecondHalf(props: {
  readonly by: string;
  readonly at: string;
  readonly amountCents: number;
  readonly refusal: Refusal | undefined;
  readonly words: {
    readonly title: string;
    readonly why: Partial<Record<Refusal, string>>;
    readonly button: (amount: string) => string;
    readonly done: (amount: string) => string;
  };
  /** What to look at before saying yes. */
  readonly text: string;
  /** Who can, where the reader may not. */
  readonly waiting: string;
  readonly send: (key: string) => Promise<SendResult>;
  readonly onDone: (what: string) => void;
}) {
  const viewer = useStaff();
  const why = () => (props.refusal === undefined ? undefined : whyNot(props.refusal, props.words.why));
  const form = createForm({ initial: {}, check: () => [], send: (_values, key) => props.send(key) });
  const amount = () => formatCents(props.amountCents);
  return (
    <ConfirmPanel
      title={props.words.title}
      preparedBy={props.by}
      preparedAt={props.at}
      viewer={why() === undefined ? staffName(viewer()) : props.waiting}
      refusal={why()}
      acts={
        <Form
          form={form}
          action={props.words.button(amount())}
          onSent={() => props.onDone(props.words.done(amount()))}
          short
        />
      }
    >
      <Show when={why() === undefined}>
        <p>{props.text}</p>
      </Show>
    </ConfirmPanel>
  );
}
