import { For, Show } from "solid-js";
import { useSite } from "../../../site/site.ts";
import { DataList } from "../../../ui/data-list.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { dayOf, formatDate, formatLastDay } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { decision, words } from "../../../words/nl.ts";
import { DecisionWords, ObjectionWords } from "../../proposals/proposal-decision.tsx";
import type { Case } from "./case.ts";
import type { draftOf } from "./decision-values.ts";

const text = decision.prepare;
const rows = decision.take;

type Draft = ReturnType<typeof draftOf>;
type Award = Exclude<Draft, { outcome: "reject" }>;

interface Props {
  readonly about: Case;
  readonly draft: Draft;
}

/** A decision that is being prepared, whole: what everybody will read on the page, and the letter that its board gets. */
export function DecisionPreview(props: Props) {
  const site = useSite();
  const body = () => site().municipality?.decidingBody ?? "";
  const today = dayOf(new Date());
  const until = () => formatLastDay(props.about.decisions.objectionUntilIfTakenToday);
  return (
    <>
      <p class="small quiet">{text.prepared(formatDate(today))}</p>
      <Heading level={3}>{text.page}</Heading>
      <DecisionWords draft={props.draft} decidingBody={body()} />
      <Show when={awardOf(props.draft)}>{(award) => <Agreement award={award()} about={props.about} />}</Show>
      <ObjectionWords
        until={text.objectionText(formatDate(today), until())}
        address={site().municipality?.objectionAddress ?? []}
      />
      <hr />
      <Heading level={3}>{text.letterTitle}</Heading>
      <DecisionLetter {...props} body={body()} until={until()} />
    </>
  );
}

const awardOf = (draft: Draft): Award | undefined => (draft.outcome === "reject" ? undefined : draft);

/** What was agreed, as the page of the proposal says it under the decision. */
function Agreement(props: { readonly award: Award; readonly about: Case }) {
  const pot = () => props.about.pots.find(({ id }) => id === props.award.potId)?.name;
  return (
    <>
      <Heading level={4}>{text.agreement}</Heading>
      <DataList
        rows={[
          { term: rows.instrument, value: words.instruments[props.award.instrument] },
          {
            term: rows.term,
            value: rows.termValue(formatDate(props.award.startsOn), formatDate(props.award.endsOn)),
          },
          ...(pot() === undefined ? [] : [{ term: rows.pot, value: pot() }]),
          { term: rows.instalments, value: <Instalments award={props.award} say={rows.instalmentValue} /> },
        ]}
      />
    </>
  );
}

const Instalments = (props: { readonly award: Award; readonly say: (amount: string, date: string) => string }) => (
  <ul class="plain">
    <For each={props.award.instalments}>
      {({ amountCents, plannedOn }) => <li>{props.say(formatCents(amountCents), formatDate(plannedOn))}</li>}
    </For>
  </ul>
);

/** The letter that the board gets on the day of the decision. */
function DecisionLetter(props: Props & { readonly body: string; readonly until: string }) {
  const of = text.letter;
  const proposal = () => props.about.proposal;
  return (
    <>
      <p>
        <strong>{of.subject(proposal().plan.title)}</strong>
      </p>
      <p>{of.headings[props.draft.outcome]}</p>
      <p>
        {of.openingOn} {of.opening(proposal().enterprise.name, props.body)}
      </p>
      <Heading level={4}>{of.reason}</Heading>
      <blockquote class="quote lines">{props.draft.motivation}</blockquote>
      <Show when={awardOf(props.draft)}>
        {(award) => <MoneyInLetter award={award()} appliedForCents={proposal().appliedForCents} />}
      </Show>
      <Heading level={4}>{of.decision}</Heading>
      <DataList
        rows={[
          { term: of.reference, value: props.draft.reference },
          { term: of.basis, value: props.draft.legalBasis },
        ]}
      />
      <Heading level={4}>{of.disagree}</Heading>
      <p>{of.object(props.until)}</p>
      <p>{of.holds}</p>
    </>
  );
}

function MoneyInLetter(props: { readonly award: Award; readonly appliedForCents: number }) {
  const of = text.letter;
  return (
    <>
      <Heading level={4}>{of.money}</Heading>
      <DataList
        rows={[
          { term: of.get, value: formatCents(props.award.amountCents) },
          { term: of.asked, value: formatCents(props.appliedForCents) },
          { term: of.instrument, value: words.instruments[props.award.instrument] },
          { term: of.from, value: formatDate(props.award.startsOn) },
          { term: of.until, value: formatDate(props.award.endsOn) },
        ]}
      />
      <Heading level={4}>{of.when}</Heading>
      <Instalments award={props.award} say={of.instalment} />
      <Show when={props.award.conditions.length > 0}>
        <Heading level={4}>{of.agreements}</Heading>
        <ul class="bullets">
          <For each={props.award.conditions}>{(condition) => <li>{condition}</li>}</For>
        </ul>
      </Show>
      <p>{of.free}</p>
    </>
  );
}
