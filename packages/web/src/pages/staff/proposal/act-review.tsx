import { createSignal, Match, Show, Switch } from "solid-js";
import { centsOf, dateOf, gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { useSite } from "../../../site/site.ts";
import { AmountField } from "../../../ui/amount-field.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { dayOf, daysUntil, formatLastDay } from "../../../words/dates.ts";
import { formatCents, inputCents } from "../../../words/money.ts";
import { refusals, review, words } from "../../../words/nl.ts";
import type { Refusal } from "../answers.ts";
import { type Case, readAnswerBy } from "./case.ts";
import type { Done } from "./done.ts";

interface ActProps {
  readonly about: Case;
  readonly onDone: (done: Done) => void;
}

/** Takes the proposal up, or up again when the board did not answer in time. */
export function StartReview(props: ActProps & { readonly refusal: Refusal | undefined }) {
  const text = review.start;
  const isAgain = () => props.about.proposal.status === "completion-asked";
  const form = createForm({
    initial: {},
    check: () => [],
    send: (_values, key) => {
      const param = { proposalId: props.about.proposal.id };
      return send(api.proposals[":proposalId"].reviews.$post({ param, header: { "idempotency-key": key } }));
    },
  });
  return (
    <div class="act stack stack--close">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <Show when={props.refusal === undefined} fallback={<Notice tone="asking" level={3} title={text.tooEarly} />}>
        <p>{isAgain() ? text.resumeText : text.text}</p>
        <Form
          form={form}
          action={isAgain() ? text.resume : text.button}
          onSent={() => props.onDone({ title: text.done, next: text.doneNext })}
          short
        />
      </Show>
    </div>
  );
}

/** In review an officer either misses something or knows enough. */
export function AskOrAdvise(props: ActProps) {
  const [choice, setChoice] = createSignal("");
  return (
    <div class="act stack">
      <RadioGroup
        name="act"
        label={review.choose}
        value={choice()}
        onInput={setChoice}
        options={[
          { value: "ask", label: review.ask.option, hint: review.ask.optionHint },
          { value: "advise", label: review.advise.option, hint: review.advise.optionHint },
        ]}
      />
      <Switch>
        <Match when={choice() === "ask"}>
          <AskCompletion {...props} />
        </Match>
        <Match when={choice() === "advise"}>
          <GiveAdvice {...props} />
        </Match>
      </Switch>
    </div>
  );
}

function AskCompletion(props: ActProps) {
  const text = review.ask;
  const id = props.about.proposal.id;
  const site = useSite();
  const days = site().municipality?.completionDays ?? limits.completionDays;
  const usual = dayOf(new Date(Date.now() + days * 86_400_000));
  const form = createForm({
    draftKey: `aanvulling:${id}`,
    initial: { question: "", answerBy: usual.split("-").reverse().join("-") },
    check: ({ question, answerBy }) => {
      const found = gatherErrors();
      found.date("answerBy", answerBy);
      const left = dateOf(answerBy) === "" ? undefined : daysUntil(dateOf(answerBy), new Date());
      const { completionDaysMin: min, completionDaysMax: max } = limits;
      if (left !== undefined && left < min) found.add("answerBy", refusals.fields["term-short"](min));
      if (left !== undefined && left > max) found.add("answerBy", refusals.fields["term-long"](max));
      found.text("question", question, limits.text, text.questionEmpty);
      return found.errors;
    },
    send: ({ question, answerBy }, key) => {
      const json = { question: question.trim(), answerBy: dateOf(answerBy) };
      const header = { "idempotency-key": key };
      const route = api.proposals[":proposalId"]["completion-requests"];
      return send(route.$post({ param: { proposalId: id }, header, json }));
    },
  });
  const finish = async () => {
    // The last day to answer is the API's to count; without it the sentence says the rest.
    const answerBy = await readAnswerBy(id);
    props.onDone({
      title: text.done(props.about.proposal.enterprise.name),
      next: answerBy === undefined ? undefined : text.doneClock(formatLastDay(answerBy)),
    });
  };
  return (
    <div class="stack stack--close">
      <Notice tone="info" level={3} title={text.clock}>
        <p>{text.clockAfter}</p>
      </Notice>
      <Form form={form} action={text.button} onSent={finish} short>
        <TextArea {...form.bind("question")} label={text.question} hint={text.questionHint} max={limits.text} />
        <DateField {...form.bind("answerBy")} label={text.answerBy} hint={text.answerByHint} />
      </Form>
    </div>
  );
}

const outcomes = ["award", "award-in-part", "reject"] as const;

/** One of the three outcomes, or undefined for anything else that was typed into a draft. */
export const outcomeOf = (value: string) => outcomes.find((outcome) => outcome === value);

export const outcomeOptions = (hints: Partial<Record<(typeof outcomes)[number], string>> = {}) =>
  outcomes.map((value) => ({ value, label: words.outcomes[value], hint: hints[value] }));

function GiveAdvice(props: ActProps) {
  const text = review.advise;
  const { id, appliedForCents } = props.about.proposal;
  const form = createForm({
    draftKey: `advies:${id}`,
    initial: { outcome: "", costing: inputCents(appliedForCents), costingNote: "", reason: "" },
    check: ({ outcome, costing, costingNote, reason }) => {
      const found = gatherErrors();
      found.choice("outcome", outcome, text.outcomeEmpty);
      found.total("costing", costing);
      if (centsOf(costing) > appliedForCents) found.add("costing", refusals.fields["above-request"](appliedForCents));
      found.optional("costingNote", costingNote, limits.note);
      found.text("reason", reason, limits.text, text.reasonEmpty);
      return found.errors;
    },
    send: ({ outcome, costing, costingNote, reason }, key) => {
      const json = {
        outcome: outcomeOf(outcome) ?? "award",
        costingCents: centsOf(costing),
        costingNote: costingNote.trim(),
        reason: reason.trim(),
      };
      const header = { "idempotency-key": key };
      const request = api.proposals[":proposalId"].advices.$post({ param: { proposalId: id }, header, json });
      return send(request, undefined, (path) => (path === "costingCents" ? "costing" : path));
    },
  });
  return (
    <Form form={form} action={text.button} onSent={() => props.onDone({ title: text.done, next: text.doneNext })}>
      <RadioGroup {...form.bind("outcome")} label={text.outcome} options={outcomeOptions()} />
      <AmountField
        {...form.bind("costing")}
        label={text.costing}
        hint={text.costingHint(formatCents(appliedForCents))}
      />
      <TextArea
        {...form.bind("costingNote")}
        label={text.costingNote}
        hint={text.costingNoteHint}
        max={limits.note}
        rows={3}
        optional
      />
      <TextArea {...form.bind("reason")} label={text.reason} hint={text.reasonHint} max={limits.text} />
    </Form>
  );
}
