import { Show } from "solid-js";
import { createForm } from "../../../forms/form.ts";
import { api, send } from "../../../reading/api.ts";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { formatDate, formatLastDay } from "../../../words/dates.ts";
import { staffMandate } from "../../../words/nl.ts";
import type { Done } from "../proposal/done.ts";
import type { MandateCase } from "./case.ts";

const text = staffMandate.ask;

/** An officer asks for the evaluation before the term is over; after it the portal does. */
export function AskEvaluation(props: { readonly about: MandateCase; readonly onDone: (done: Done) => void }) {
  const { id, phase, startsOn, endsOn } = props.about.mandate;
  let dueOn = "";
  const form = createForm({
    initial: {},
    check: () => [],
    send: (_values, key) => {
      const route = api.mandates[":mandateId"]["evaluation-requests"];
      return send(route.$post({ param: { mandateId: id }, header: { "idempotency-key": key } }), (asked) => {
        dueOn = asked.dueOn;
      });
    },
  });
  const finish = () => props.onDone({ title: text.done(formatLastDay(dueOn)), next: text.doneNext });
  return (
    <div class="act stack stack--close">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <p>{text.text}</p>
      <Show when={phase === "to-begin"}>
        <p>{text.before(formatDate(startsOn))}</p>
      </Show>
      <Show when={phase !== "over"}>
        <p>{text.early(formatDate(endsOn))}</p>
      </Show>
      <Form form={form} action={text.button} onSent={finish} short />
    </div>
  );
}
