import { For, Show } from "solid-js";
import { EndingWords } from "../../../blocks/ending-words.tsx";
import { EvaluationList } from "../../../blocks/evaluation-list.tsx";
import { MandateVessel } from "../../../blocks/mandate-vessel.tsx";
import { MandateSums } from "../../../blocks/money-sums.tsx";
import type { Mandate } from "../../../reading/answers.ts";
import { paths } from "../../../site/paths.ts";
import { DataList } from "../../../ui/data-list.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Paragraph } from "../../../ui/paragraph.tsx";
import { StatusBadge, type StatusTone } from "../../../ui/status-badge.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate } from "../../../words/dates.ts";
import { formatCentsExact } from "../../../words/money.ts";
import { staffMandate, words } from "../../../words/nl.ts";
import { type MandateCase, voicesOf } from "./case.ts";

const text = staffMandate;

type Instalment = Mandate["instalments"][number];

const tones: Record<Instalment["status"], StatusTone> = {
  planned: "quiet",
  proposed: "waiting",
  approved: "going",
  paid: "good",
};

/** A mandate: where its money is, its payments, its promises, what is said of it and what was agreed. */
export function MandateMaterial(props: { readonly about: MandateCase }) {
  const mandate = () => props.about.mandate;
  return (
    <>
      <Money mandate={mandate()} />
      <Instalments mandate={mandate()} />
      <Promises mandate={mandate()} />
      <Show when={mandate().status !== "active"}>
        <Voices about={props.about} />
      </Show>
      <Show when={mandate().ending}>
        {(ending) => <EndingWords ending={ending()} mandateId={mandate().id} endsOn={mandate().endsOn} />}
      </Show>
      <section class="stack" id="afspraak">
        <Heading level={2}>{text.facts}</Heading>
        <DataList
          rows={[
            { term: text.decision, value: mandate().decisionReference },
            { term: text.pot, value: mandate().pot },
            { term: text.instrument, value: words.instruments[mandate().instrument] },
            { term: text.term, value: text.termValue(formatDate(mandate().startsOn), formatDate(mandate().endsOn)) },
            {
              term: text.conditions,
              value: (
                <Show when={mandate().conditions.length > 0} fallback={text.none}>
                  <ul class="bullets">
                    <For each={mandate().conditions}>{(condition) => <li>{condition}</li>}</For>
                  </ul>
                </Show>
              ),
            },
          ]}
        />
        <Link href={paths.proposal(mandate().proposalId)} onward>
          {text.toPublic}
        </Link>
      </section>
    </>
  );
}

function Money(props: { readonly mandate: Mandate }) {
  const of = () => props.mandate.balances;
  return (
    <section class="stack" id="geld">
      <Heading level={2}>{text.money}</Heading>
      <MandateVessel vessel={of()} large scope={{ mandaat: props.mandate.id }} />
      <MandateSums mandate={props.mandate} />
      <Show when={of().onItsWayCents > 0}>
        <DataList compact rows={[{ term: text.onItsWay, value: formatCentsExact(of().onItsWayCents) }]} />
      </Show>
    </section>
  );
}

function Instalments(props: { readonly mandate: Mandate }) {
  const of = text.instalments;
  return (
    <section id="betalingen">
      <Table
        caption={of.title}
        rows={props.mandate.instalments.map((part, index) => ({ ...part, number: index + 1 }))}
        columns={[
          {
            key: "part",
            label: of.part,
            cell: (part) => (
              <Show when={part.transferId} fallback={of.number(part.number)}>
                {(id) => <Link href={paths.staffTransfer(id())}>{of.number(part.number)}</Link>}
              </Show>
            ),
          },
          { key: "planned", label: of.planned, cell: (part) => formatDate(part.plannedOn) },
          {
            key: "status",
            label: of.status,
            cell: (part) => (
              <StatusBadge tone={tones[part.status]}>
                {part.paidOn === undefined ? words.instalmentStatuses[part.status] : of.paidOn(formatDate(part.paidOn))}
              </StatusBadge>
            ),
          },
          { key: "amount", label: of.amount, figure: true, cell: (part) => formatCentsExact(part.amountCents) },
        ]}
      />
    </section>
  );
}

function Promises(props: { readonly mandate: Mandate }) {
  const of = text.promises;
  return (
    <section class="stack stack--close" id="beloften">
      <Heading level={2}>{of.title}</Heading>
      <Paragraph look="small">{of.hint}</Paragraph>
      <Show when={props.mandate.milestones.length > 0} fallback={<p>{of.none}</p>}>
        <ul class="promises">
          <For each={props.mandate.milestones}>
            {(promise) => (
              <li class="promises__promise">
                <span>
                  {promise.title}
                  <span class="promises__note">{of.planned(formatDate(promise.plannedOn))}</span>
                  <Show when={promise.note}>{(note) => <span class="promises__note">{note()}</span>}</Show>
                </span>
                <StatusBadge tone={promise.reachedOn === undefined ? "quiet" : "good"}>
                  {promise.reachedOn === undefined ? of.states.open : of.states.reached}
                </StatusBadge>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** For a role that does not read along while it is written. */
function Published(props: { readonly about: MandateCase }) {
  return (
    <Show when={props.about.published.length > 0} fallback={<p>{text.voicesHidden}</p>}>
      <EvaluationList
        voices={props.about.published}
        isPart={props.about.isPublishedInPart}
        milestones={props.about.mandate.milestones}
      />
    </Show>
  );
}

function Voices(props: { readonly about: MandateCase }) {
  return (
    <section class="stack" id="stemmen">
      <Heading level={2}>{text.voices}</Heading>
      <Show when={props.about.evaluations} fallback={<Published about={props.about} />}>
        {(evaluations) => (
          <Show when={voicesOf(evaluations()).length > 0} fallback={<EmptyState>{text.voicesNone}</EmptyState>}>
            <EvaluationList
              voices={voicesOf(evaluations())}
              milestones={evaluations().milestones}
              isDraft={evaluations().publishedAt === undefined}
            />
          </Show>
        )}
      </Show>
    </section>
  );
}
