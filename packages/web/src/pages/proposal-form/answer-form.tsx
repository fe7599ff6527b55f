import { useNavigate } from "@solidjs/router";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { api, send } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { Form } from "../../ui/form.tsx";
import { Link } from "../../ui/link.tsx";
import { createPageTitle } from "../../ui/page-title.ts";
import { Paragraph } from "../../ui/paragraph.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { proposalForm } from "../../words/nl.ts";
import type { Proposal } from "./answers.ts";
import { AskedNotice } from "./asked-notice.tsx";
import { planField } from "./plan-form.ts";
import { planOf, valuesOf } from "./plan-values.ts";
import { textSentAt } from "./text-sent.ts";

const text = proposalForm.note;

/** The answer to a question of the officer: one screen, with the plan as it was; who wants to change the plan goes on to it. */
export function AnswerForm(props: { readonly proposal: Proposal }) {
  const navigate = useNavigate();
  const proposalId = props.proposal.id;
  createPageTitle(() => text.title);
  const form = createForm({
    draftKey: `voorstel-antwoord:${proposalId}:${textSentAt(props.proposal)}`,
    initial: { note: "" },
    check: ({ note }) => {
      const found = gatherErrors();
      found.text("note", note, limits.note, text.answerEmpty);
      return found.errors;
    },
    send: ({ note }, key) => {
      const json = { plan: planOf(valuesOf(props.proposal.plan, undefined)), note: note.trim() };
      const route = api.proposals[":proposalId"].completions;
      const header = { "idempotency-key": key };
      return send(route.$post({ param: { proposalId }, header, json }), undefined, planField);
    },
  });
  return (
    <div class="stack form-measure">
      <h1 class="nl-heading nl-heading--level-1" tabindex="-1">
        {text.title}
      </h1>
      <AskedNotice proposal={props.proposal} />
      <Form
        form={form}
        action={text.send}
        onSent={() => navigate(paths.answerReceived(proposalId), { replace: true })}
        short
      >
        <TextArea {...form.bind("note")} label={text.answer} hint={text.answerOnlyHint} max={limits.note} rows={6} />
      </Form>
      <Paragraph>
        {text.alsoPlan} <Link href={paths.answerWithPlan(proposalId)}>{text.toPlan}</Link>
      </Paragraph>
    </div>
  );
}
