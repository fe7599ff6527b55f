import { Show } from "solid-js";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { DataList } from "../../../ui/data-list.tsx";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Paragraph } from "../../../ui/paragraph.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { formatDate } from "../../../words/dates.ts";
import { formal } from "../../../words/nl.ts";
import { useStaff } from "../staff-viewer.ts";
import type { Message } from "./message.tsx";

const text = formal.staff;
type Outcome = Message["outcomes"][number];

const route = api["formal-messages"][":messageId"];

/** Beginning: the sender hears who does it. */
export function TreatMessage(props: { readonly messageId: string; readonly onDone: () => void }) {
  const form = createForm({
    initial: {},
    check: () => [],
    send: () => send(route.treatments.$post({ param: { messageId: props.messageId } })),
  });
  return (
    <section class="act stack stack--close">
      <Heading level={2} looks={4}>
        {text.treat}
      </Heading>
      <Paragraph>{text.treatText}</Paragraph>
      <Form form={form} action={text.treat} onSent={props.onDone} short />
    </section>
  );
}

/** The answer: outcome and reason, which go to the sender and are not changed afterwards. */
export function AnswerMessage(props: { readonly message: Message; readonly onDone: () => void }) {
  const { id: messageId, outcomes } = props.message;
  const form = createForm({
    draftKey: `antwoord:${messageId}`,
    initial: { outcome: "", reason: "" },
    check: ({ outcome, reason }) => {
      const found = gatherErrors();
      found.choice("outcome", outcome, text.outcomeEmpty);
      found.text("reason", reason, limits.text, text.reasonEmpty);
      return found.errors;
    },
    // One of the options of the radio group.
    send: ({ outcome, reason }) =>
      send(
        route.answers.$post({
          param: { messageId },
          json: { outcome: outcome as Outcome, reason: reason.trim() },
        }),
      ),
  });
  return (
    <section class="act stack stack--close">
      <Heading level={2} looks={4}>
        {text.answer}
      </Heading>
      <Paragraph>{text.answerText}</Paragraph>
      <Form
        form={form}
        action={text.send}
        preview={{
          kind: "letter",
          to: text.previewTo,
          body: () => (
            <AnswerLetter
              message={props.message}
              outcome={form.values.outcome as Outcome}
              reason={form.values.reason.trim()}
            />
          ),
        }}
        onSent={props.onDone}
        short
      >
        <RadioGroup
          {...form.bind("outcome")}
          label={text.outcome}
          options={outcomes.map((value) => ({ value, label: formal.outcomes[value] }))}
        />
        <TextArea
          {...form.bind("reason")}
          label={text.reason}
          hint={text.reasonHint[props.message.kind]}
          max={limits.text}
          rows={8}
        />
      </Form>
    </section>
  );
}

/** The letter that the sender gets. */
function AnswerLetter(props: { readonly message: Message; readonly outcome: Outcome; readonly reason: string }) {
  const viewer = useStaff();
  const of = text.letter;
  const { kind, reference, title, decisionReference, appealUntilIfAnsweredToday: appealUntil } = props.message;
  return (
    <>
      <p>
        <strong>{of.subject(of.your[kind], reference)}</strong>
      </p>
      <DataList
        rows={[
          { term: formal.reference, value: reference },
          ...(title === undefined ? [] : [{ term: of.about, value: title }]),
          ...(decisionReference === undefined ? [] : [{ term: text.decision, value: decisionReference }]),
          { term: of.outcome, value: <strong>{of.outcomes[props.outcome]}</strong> },
          { term: of.by, value: viewer()?.name ?? "" },
        ]}
      />
      <Heading level={3}>{of.reason}</Heading>
      <blockquote class="quote lines">{props.reason}</blockquote>
      <Show when={appealUntil}>
        {(until) => (
          <>
            <Heading level={3}>{of.disagree}</Heading>
            <p>{of.appeal(formatDate(until()))}</p>
          </>
        )}
      </Show>
      <Show when={kind === "complaint"}>
        <p>{of.ombudsman}</p>
      </Show>
    </>
  );
}
