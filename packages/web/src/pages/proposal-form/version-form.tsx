import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { limits } from "../../forms/limits.ts";
import { api, send } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { type Step, Steps } from "../../ui/steps.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { proposalForm } from "../../words/nl.ts";
import type { Proposal } from "./answers.ts";
import { AskedNotice } from "./asked-notice.tsx";
import { createPlanForm, planField } from "./plan-form.ts";
import { planSteps } from "./plan-steps.tsx";
import { planOf, valuesOf } from "./plan-values.ts";
import { textSentAt } from "./text-sent.ts";

const text = proposalForm;

/** A plan that was sent in, changed: before the review begins, or as the answer to a question of the officer. */
export function VersionForm(props: { readonly proposal: Proposal; readonly isAnswer: boolean }) {
  const navigate = useNavigate();
  const site = useSite();
  const proposalId = props.proposal.id;
  const form = createPlanForm({
    // Another version is another text: what was typed over the earlier one does not come back over this one.
    draftKey: `voorstel-versie:${proposalId}:${textSentAt(props.proposal)}`,
    initial: valuesOf(props.proposal.plan, undefined),
    submittedAt: props.proposal.submittedAt,
    alsoCheck: ({ note }) => {
      const found = gatherErrors();
      if (props.isAnswer) found.text("note", note, limits.note, text.note.answerEmpty);
      else found.optional("note", note, limits.note);
      return found.errors;
    },
    send: (values, key) => {
      const header = { "idempotency-key": key };
      const param = { proposalId };
      const json = { plan: planOf(values), note: values.note.trim() };
      const route = api.proposals[":proposalId"];
      return props.isAnswer
        ? send(route.completions.$post({ param, header, json }), undefined, planField)
        : send(route.edits.$post({ param, header, json }), undefined, planField);
    },
  });
  const words = () =>
    props.isAnswer
      ? { title: text.note.title, label: text.note.answer, hint: text.note.answerHint }
      : { title: text.note.changeTitle, label: text.note.change, hint: text.note.changeHint };
  const note: Step = {
    title: words().title,
    fields: ["note"],
    body: () => (
      <TextArea
        {...form.bind("note")}
        label={words().label}
        hint={words().hint}
        max={limits.note}
        optional={!props.isAnswer}
      />
    ),
    answers: () => [{ term: words().label, value: <span class="lines">{form.values.note}</span> }],
  };
  const plan = planSteps(form, site);
  return (
    <Steps
      form={form}
      steps={props.isAnswer ? [note, ...plan] : [...plan, note]}
      overview={{
        title: text.overview.title,
        text: text.overview.editText,
        action: props.isAnswer ? text.overview.completeAction : text.overview.editAction,
      }}
      onSent={() =>
        navigate(props.isAnswer ? paths.answerReceived(proposalId) : paths.changeReceived(proposalId), {
          replace: true,
        })
      }
      above={
        <Show when={props.isAnswer}>
          <AskedNotice proposal={props.proposal} />
        </Show>
      }
    />
  );
}
