import { useParams } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { HiddenLine, ReportLink } from "../../blocks/moderation.tsx";
import { PageOf } from "../../blocks/page-of.tsx";
import type { Journal, JournalTrail } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { Amount } from "../../ui/amount.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { money, words } from "../../words/nl.ts";
import { wayOf } from "./journal-list.tsx";

const text = money.trail;

/** One line of the journal with the way its money came, from the council's decision to the receipt. */
export function JournalPage() {
  const params = useParams<{ id: string }>();
  const reading = createReading(
    () => params.id,
    (journalId) => answer(api.journal[":journalId"].$get({ param: { journalId } })),
  );
  return (
    <PageOf reading={reading} name={text.eyebrow}>
      {(trail) => <Whole trail={trail()} />}
    </PageOf>
  );
}

function Whole(props: { readonly trail: JournalTrail }) {
  const line = () => props.trail.journal;
  return (
    <Page
      title={text.title}
      eyebrow={`${text.eyebrow}\u00a0· ${formatDate(line().bookDate)}`}
      heading={`${money.kinds[line().kind]}: ${formatCents(line().amountCents)}`}
      lead={line().description}
      crumbs={[{ label: money.title, href: paths.money() }]}
    >
      <div class="stack stack--loose">
        <Corrections trail={props.trail} />
        <section class="stack">
          <Heading level={2}>{text.title}</Heading>
          <p>{text.lead}</p>
          <ol class="trail">
            <For each={props.trail.before}>
              {(step) => (
                <Step journal={step}>
                  <Show when={step.kind === "COMMIT" ? props.trail.decision : undefined}>
                    {(decision) => <DecisionOf decision={decision()} />}
                  </Show>
                </Step>
              )}
            </For>
            <Step journal={line()} isHere>
              <Show when={line().kind === "COMMIT" ? props.trail.decision : undefined}>
                {(decision) => <DecisionOf decision={decision()} />}
              </Show>
            </Step>
            <Show when={props.trail.expense}>{(expense) => <Receipt expense={expense()} />}</Show>
          </ol>
        </section>
        <Facts journal={line()} />
        <Link href={paths.money()} onward>
          {text.toMoney}
        </Link>
      </div>
    </Page>
  );
}

function Corrections(props: { readonly trail: JournalTrail }) {
  return (
    <>
      <Show when={props.trail.reversedBy}>
        {(other) => (
          <Notice tone="attention" title={text.reversedTitle}>
            <p>{text.reversedText}</p>
            <p>
              <Link href={paths.journal(other().id)}>{text.toReversal}</Link>
            </p>
          </Notice>
        )}
      </Show>
      <Show when={props.trail.reverses}>
        {(other) => (
          <Notice tone="info" title={text.reversesTitle}>
            <p>
              <Link href={paths.journal(other().id)}>{text.toReversed}</Link>
            </p>
          </Notice>
        )}
      </Show>
    </>
  );
}

function Step(props: { readonly journal: Journal; readonly isHere?: boolean; readonly children?: JSX.Element }) {
  return (
    <li
      class="trail__step"
      classList={{ "trail__step--here": props.isHere === true }}
      aria-current={props.isHere === true ? "step" : undefined}
    >
      <div class="trail__head">
        <p class="trail__kind">{money.kinds[props.journal.kind]}</p>
        <p class="trail__cents">
          <Amount cents={props.journal.amountCents} />
        </p>
      </div>
      <p>
        <Show
          when={props.isHere === true}
          fallback={
            <Link href={paths.journal(props.journal.id)}>
              {props.journal.description || money.kinds[props.journal.kind]}
            </Link>
          }
        >
          {props.journal.description}
        </Show>
        <HiddenLine hidden={props.journal.hidden} />
      </p>
      <p class="small quiet">
        {[
          formatDate(props.journal.bookDate),
          wayOf(props.journal),
          text.decision(props.journal.decisionReference),
        ].join("\u00a0· ")}
      </p>
      {props.children}
    </li>
  );
}

function DecisionOf(props: { readonly decision: NonNullable<JournalTrail["decision"]> }) {
  return (
    <p class="small">
      {props.decision.legalBasis}. <Link href={paths.proposal(props.decision.proposalId)}>{text.toProposal}</Link>
    </p>
  );
}

function Receipt(props: { readonly expense: NonNullable<JournalTrail["expense"]> }) {
  return (
    <li class="trail__step trail__step--receipt">
      <p class="trail__kind">{text.receipt}</p>
      <p>
        {[words.categories[props.expense.category], props.expense.supplier ?? "", formatDate(props.expense.spentOn)]
          .filter(Boolean)
          .join("\u00a0· ")}
      </p>
      <p class="small quiet">{text.receiptText}</p>
      <p class="small">{text.receiptHash}</p>
      <p class="hash">{props.expense.receiptSha256}</p>
      <p class="small quiet">{text.receiptHint}</p>
      <Show when={props.expense.supplier !== undefined}>
        <ReportLink of={{ kind: "expense", id: props.expense.id }} about={words.categories[props.expense.category]} />
      </Show>
    </li>
  );
}

function Facts(props: { readonly journal: Journal }) {
  const of = () => props.journal;
  const hash = (sequence: number, value: string) => (
    <>
      {text.sequence(sequence)} <span class="hash">{value}</span>
    </>
  );
  return (
    <details class="more">
      <summary>{text.facts}</summary>
      <DataList
        rows={[
          { term: text.id, value: <span class="hash">{of().id}</span> },
          { term: text.booked, value: formatDate(of().bookDate) },
          { term: text.happened, value: formatDate(of().effectDate) },
          { term: text.reference, value: of().decisionReference },
          { term: text.source, value: <span class="hash">{of().source}</span> },
          { term: text.destination, value: <span class="hash">{of().destination}</span> },
          { term: text.sourceHash, value: hash(of().sourceSequence, of().sourceHash) },
          { term: text.destinationHash, value: hash(of().destinationSequence, of().destinationHash) },
        ]}
      />
    </details>
  );
}
