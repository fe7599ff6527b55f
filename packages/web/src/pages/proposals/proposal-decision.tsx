import { For, Show } from "solid-js";
import { paragraphsOf } from "../../blocks/update-feed.tsx";
import type { Proposal } from "../../reading/answers.ts";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { dayOf, formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { formal, proposals } from "../../words/nl.ts";

type Advice = NonNullable<Proposal["advice"]>;
type Words = Pick<Advice, "outcome" | "reason" | "costingCents" | "costingNote">;

/** What the officer advised, with the reason; for the board and city hall also what it said before. */
export function ProposalAdvice(props: { readonly proposal: Proposal }) {
  return (
    <Show when={props.proposal.advice}>
      {(advice) => (
        <section class="stack stack--close no-print" id="advies">
          <Heading level={2}>{proposals.advice.title}</Heading>
          <Given {...advice()} />
          <Show when={props.proposal.decision === undefined} fallback={<Folded advice={advice()} />}>
            <Reasons {...advice()} />
          </Show>
          <Show when={(advice().earlier ?? []).length > 0}>
            <details class="more">
              <summary>{proposals.advice.earlier}</summary>
              <For each={advice().earlier}>
                {(before) => (
                  <div class="stack stack--tight">
                    <p class="small quiet">{proposals.advice.earlierUntil(formatDate(before.until))}</p>
                    <Outcome {...before} />
                    <Reasons {...before} />
                  </div>
                )}
              </For>
            </details>
          </Show>
        </section>
      )}
    </Show>
  );
}

/** The words of an advice as everybody reads them. */
export function AdviceWords(props: { readonly advice: Omit<Advice, "earlier"> }) {
  return (
    <>
      <Given {...props.advice} />
      <Reasons {...props.advice} />
    </>
  );
}

/** Who said it and when, since when and why it says something else, and what it comes to. */
function Given(props: Omit<Advice, "earlier">) {
  return (
    <>
      <p class="small quiet">
        {proposals.advice.by}&nbsp;· {formatDate(props.givenAt)}
        <Show when={props.correction}>
          {(correction) => (
            <>
              <br />
              {proposals.advice.corrected(formatDate(correction().at), correction().reason)}
            </>
          )}
        </Show>
      </p>
      <Outcome {...props} />
    </>
  );
}

const Outcome = (props: Pick<Words, "outcome">) => (
  <p>
    <strong>{proposals.advice.outcome[props.outcome]}.</strong>
  </p>
);

/** After the decision the advice is history: its outcome stays in sight, the rest opens. */
function Folded(props: { readonly advice: Words }) {
  return (
    <details class="more">
      <summary>{proposals.advice.whole}</summary>
      <div class="stack stack--close">
        <Reasons {...props.advice} />
      </div>
    </details>
  );
}

function Reasons(props: Words) {
  return (
    <>
      <For each={paragraphsOf(props.reason)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
      <Show when={props.costingCents > 0}>
        <Paragraph>
          {proposals.advice.costing(formatCents(props.costingCents))} {props.costingNote}
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
          <DecisionWords {...decision()} />
          <Objection decision={decision()} proposalId={props.proposal.id} />
        </section>
      )}
    </Show>
  );
}

type Decision = NonNullable<Proposal["decision"]>;

/** What everybody reads of a decision, taken or prepared; a rejection has no amount and no conditions. */
interface PublicWords {
  readonly draft: Pick<Decision["draft"], "outcome" | "motivation" | "reference" | "legalBasis"> & {
    readonly amountCents?: number;
    readonly conditions?: readonly string[];
  };
  readonly decidingBody: string;
  /** Absent while it is prepared: nobody decided yet. */
  readonly decidedOn?: string | undefined;
}

/** The words of a decision as everybody reads them. */
export function DecisionWords(props: PublicWords) {
  return (
    <>
      <p>
        <strong>{text.outcome[props.draft.outcome]}.</strong>{" "}
        {props.decidedOn === undefined
          ? text.prepared(props.decidingBody)
          : text.by(props.decidingBody, formatDate(props.decidedOn))}
      </p>
      <For each={paragraphsOf(props.draft.motivation)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
      <DataList
        rows={[
          ...amountOf(props),
          { term: text.reference, value: props.draft.reference },
          { term: text.basis, value: props.draft.legalBasis },
          ...conditionsOf(props),
        ]}
      />
    </>
  );
}

const amountOf = ({ draft }: PublicWords) =>
  draft.amountCents === undefined ? [] : [{ term: text.amount, value: formatCents(draft.amountCents) }];

const conditionsOf = ({ draft: { conditions = [] } }: PublicWords) =>
  conditions.length === 0
    ? []
    : [
        {
          term: text.conditions,
          value: (
            <ul class="plain">
              <For each={conditions}>{(condition) => <li>{condition}</li>}</For>
            </ul>
          ),
        },
      ];

function Objection(props: { readonly decision: Decision; readonly proposalId: string }) {
  const href = () => paths.writeFormal("bezwaar", "besluit", props.proposalId);
  const isOver = () => props.decision.objectionUntil < dayOf(new Date());
  const until = () => formatDate(props.decision.objectionUntil);
  return (
    <Show
      when={!isOver()}
      fallback={
        <div class="stack stack--tight no-print">
          <Paragraph look="small">{text.objection.over(until())}</Paragraph>
          <p class="small">
            <Link href={href()}>{formal.objectLate}</Link>
          </p>
        </div>
      }
    >
      <div class="panel stack stack--tight no-print">
        <Heading level={3}>{text.objection.title}</Heading>
        <Paragraph>{text.objection.hint}</Paragraph>
        <Paragraph>{text.objection.until(until())}</Paragraph>
        <div class="cluster">
          <ButtonLink href={href()}>{formal.object}</ButtonLink>
        </div>
        <OnPaper address={props.decision.objectionAddress} />
      </div>
    </Show>
  );
}

function OnPaper(props: { readonly address: readonly string[] }) {
  return (
    <>
      <Paragraph>{text.objection.paper}</Paragraph>
      <Paragraph>{text.objection.say}</Paragraph>
      <p>{text.objection.to}</p>
      <address class="address">
        <For each={props.address}>{(line) => <span>{line}</span>}</For>
      </address>
    </>
  );
}

/** How to object, for who looks at a decision that is prepared; `until` is a sentence. */
export function ObjectionWords(props: { readonly until: string; readonly address: readonly string[] }) {
  return (
    <div class="panel stack stack--tight">
      <Heading level={3}>{text.objection.title}</Heading>
      <Paragraph>{text.objection.hint}</Paragraph>
      <Paragraph>{props.until}</Paragraph>
      <OnPaper address={props.address} />
    </div>
  );
}
