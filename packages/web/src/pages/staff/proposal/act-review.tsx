import { addDays, orNextWorkingDay } from "@hevel/api/client";
import { createSignal, Match, Show, Switch } from "solid-js";
import { dateOf, gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { useSite } from "../../../site/site.ts";
import { DateField } from "../../../ui/date-field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { dayOf, daysUntil, formatLastDay } from "../../../words/dates.ts";
import { refusals, review } from "../../../words/nl.ts";
import type { Refusal } from "../answers.ts";
import { GiveAdvice } from "./advice-form.tsx";
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
  const usual = orNextWorkingDay(addDays(dayOf(new Date()), days));
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
  const letter = () => {
    const { question, answerBy } = form.snapshot();
    const { title } = props.about.proposal.plan;
    return (
      <>
        <p>
          <strong>{text.letter.subject(title)}</strong>
        </p>
        <p>{text.letter.opening}</p>
        <blockquote class="quote lines">{question.trim()}</blockquote>
        <p>{text.letter.until(formatLastDay(orNextWorkingDay(dateOf(answerBy))))}</p>
        <p>{text.letter.clock}</p>
      </>
    );
  };
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
      <Form
        form={form}
        action={text.button}
        preview={{ kind: "letter", to: text.previewTo(props.about.proposal.enterprise.name), body: letter }}
        onSent={finish}
        short
      >
        <TextArea {...form.bind("question")} label={text.question} hint={text.questionHint} max={limits.text} />
        <DateField {...form.bind("answerBy")} label={text.answerBy} hint={text.answerByHint} />
      </Form>
    </div>
  );
}
