import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { refusalOf } from "../../reading/api.ts";
import { Form } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-area.tsx";

/** One question, why, and one act with the answer. */
export function ReasonForm<T>(props: {
  readonly draftKey: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly empty: string;
  readonly action: string;
  readonly send: (reason: string, key: string) => Promise<T>;
  readonly onSent: (answer: T) => void;
}) {
  let answered: { readonly value: T } | undefined;
  const form = createForm({
    draftKey: props.draftKey,
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.text("reason", reason, limits.note, props.empty);
      return found.errors;
    },
    send: async ({ reason }, key) => {
      try {
        answered = { value: await props.send(reason.trim(), key) };
        return { ok: true };
      } catch (error) {
        return refusalOf(error);
      }
    },
  });
  const sent = () => {
    if (answered !== undefined) props.onSent(answered.value);
  };
  return (
    <Form form={form} action={props.action} onSent={sent} look="secondary" short>
      <TextArea {...form.bind("reason")} label={props.label} hint={props.hint} max={limits.note} rows={3} />
    </Form>
  );
}
