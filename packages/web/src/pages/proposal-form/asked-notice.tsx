import { Show } from "solid-js";
import { Notice } from "../../ui/notice.tsx";
import { formatLastDay } from "../../words/dates.ts";
import { proposalForm } from "../../words/nl.ts";
import type { Proposal } from "./answers.ts";

const text = proposalForm.note;

/** What the officer asks, and until when an answer is in time. */
export function AskedNotice(props: { readonly proposal: Proposal }) {
  return (
    <Show when={props.proposal.completionAsked}>
      {(asked) => (
        <Notice tone="asking" title={text.questionTitle}>
          <p class="lines">{asked().question}</p>
          <p class="small quiet">{text.answerBy(formatLastDay(asked().answerBy))}</p>
        </Notice>
      )}
    </Show>
  );
}
