import { For, Show } from "solid-js";
import { paragraphsOf } from "../../blocks/update-feed.tsx";
import type { Proposal } from "../../reading/answers.ts";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { dayOf, formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { proposals } from "../../words/nl.ts";

/** What the officer advised, with the reason. */
export function ProposalAdvice(props: { readonly proposal: Proposal }) {
  return (
    <Show when={props.proposal.advice}>
      {(advice) => (
        <section class="stack stack--close no-print" id="advies">
          <Heading level={2}>{proposals.advice.title}</Heading>
          <p class="small quiet">
            {proposals.advice.by}&nbsp;· {formatDate(advice().givenAt)}
          </p>
          <p>
            <strong>{proposals.advice.outcome[advice().outcome]}.</strong>
          </p>
          <Show when={props.proposal.decision === undefined} fallback={<Folded advice={advice()} />}>
            <Reasons advice={advice()} />
          </Show>
        </section>
      )}
    </Show>
  );
}

type Advice = NonNullable<Proposal["advice"]>;

/** After the decision the advice is history: its outcome stays in sight, the rest opens. */
function Folded(props: { readonly advice: Advice }) {
  return (
    <details class="more">
      <summary>{proposals.advice.whole}</summary>
      <div class="stack stack--close">
        <Reasons advice={props.advice} />
      </div>
    </details>
  );
}

function Reasons(props: { readonly advice: Advice }) {
  return (
    <>
      <For each={paragraphsOf(props.advice.reason)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
      <Show when={props.advice.costingCents > 0}>
        <Paragraph>
          {proposals.advice.costing(formatCents(props.advice.costingCents))} {props.advice.costingNote}
        </Paragraph>
      </Show>
    </>
  );
}

const text = proposals.decision;

/** The decision in full, with how to object while one can. */
export function ProposalDecision(props: { readonly proposal: Proposal }) {
  return (
    <Show when={props.proposal.decision}>
      {(decision) => (
        <section class="stack stack--close" id="besluit">
          <Heading level={2}>{text.title}</Heading>
          <p>
            <strong>{text.outcome[decision().draft.outcome]}.</strong>{" "}
            {text.by(decision().decidingBody, formatDate(decision().decidedOn))}
          </p>
          <For each={paragraphsOf(decision().draft.motivation)}>
            {(paragraph) => <Paragraph>{paragraph}</Paragraph>}
          </For>
          <DataList
            rows={[
              ...amountOf(decision()),
              { term: text.reference, value: decision().draft.reference },
              { term: text.basis, value: decision().draft.legalBasis },
              ...conditionsOf(decision()),
            ]}
          />
          <Objection decision={decision()} />
        </section>
      )}
    </Show>
  );
}

type Decision = NonNullable<Proposal["decision"]>;

const amountOf = ({ draft }: Decision) =>
  draft.outcome === "reject" ? [] : [{ term: text.amount, value: formatCents(draft.amountCents) }];

const conditionsOf = ({ draft }: Decision) =>
  draft.outcome === "reject" || draft.conditions.length === 0
    ? []
    : [
        {
          term: text.conditions,
          value: (
            <ul class="plain">
              <For each={draft.conditions}>{(condition) => <li>{condition}</li>}</For>
            </ul>
          ),
        },
      ];

function Objection(props: { readonly decision: Decision }) {
  const isOver = () => props.decision.objectionUntil < dayOf(new Date());
  const until = () => formatDate(props.decision.objectionUntil);
  return (
    <Show when={!isOver()} fallback={<Paragraph look="small">{text.objection.over(until())}</Paragraph>}>
      <div class="panel stack stack--tight no-print">
        <Heading level={3}>{text.objection.title}</Heading>
        <Paragraph>{text.objection.hint}</Paragraph>
        <Paragraph>{text.objection.until(until())}</Paragraph>
        <Paragraph>{text.objection.say}</Paragraph>
        <p>{text.objection.to}</p>
        <address class="address">
          <For each={props.decision.objectionAddress}>{(line) => <span>{line}</span>}</For>
        </address>
      </div>
    </Show>
  );
}
