import { Show } from "solid-js";
import { Part } from "../../blocks/part.tsx";
import { PrintedAddress } from "../../blocks/printed-address.tsx";
import { Flow } from "../../pictures/flow.tsx";
import type { Money } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { linesPath } from "../../site/paths.ts";
import { filled } from "../../site/search.ts";
import { Amount } from "../../ui/amount.tsx";
import { Contents, type PagePart } from "../../ui/contents.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { money } from "../../words/nl.ts";
import { flowOf } from "./flow-of.ts";
import { Hands } from "./hands.tsx";
import { createJournalSearch, type JournalSearch } from "./journal-filters.tsx";
import { JournalList } from "./journal-list.tsx";

const parts: readonly PagePart[] = [
  { id: "stand", label: money.levels.title },
  { id: "stroom", label: money.flowTitle },
  { id: "boekingen", label: money.journalTitle },
];

/** All the money, or that of one year's pots: the drawing of how it flowed, and below it every single line. */
export function MoneyPage() {
  const search = createJournalSearch();
  const reading = createReading(
    () => ({ year: search.get("jaar") }),
    (asked) => answer(api.money.$get({ query: filled(asked) })),
  );
  return (
    <Page title={money.title} heading={money.heading} lead={money.lead} crumbs={[]}>
      <Contents parts={parts} />
      <Part reading={reading}>
        {(view) => (
          <Show when={view().years.length > 0} fallback={<EmptyState>{money.flowEmpty}</EmptyState>}>
            <div class="stack stack--loose section">
              <YearChoice search={search} years={view().years} />
              <Figures money={view()} year={search.get("jaar")} />
              <section class="stack" id="stroom">
                <Heading level={2}>{money.flowTitle}</Heading>
                <Flow data={flowOf(view(), search.get("jaar"))} />
                <div class="no-print">
                  <Paragraph look="small">{money.flowNote}</Paragraph>
                </div>
              </section>
            </div>
          </Show>
        )}
      </Part>
      <Hands />
      <JournalList search={search} />
      <PrintedAddress />
    </Page>
  );
}

/** Only where there is something to choose. */
function YearChoice(props: { readonly search: JournalSearch; readonly years: readonly number[] }) {
  return (
    <Show when={props.years.length > 1}>
      <div class="no-print">
        <SelectField
          name="jaar"
          label={money.year}
          value={props.search.get("jaar")}
          onInput={(value) => props.search.set("jaar", value)}
          alwaysChosen
          options={[
            { value: "", label: money.allYears },
            ...props.years.map((year) => ({ value: String(year), label: String(year) })),
          ]}
        />
      </div>
    </Show>
  );
}

/** The four figures; each opens the lines it is made of. */
function Figures(props: { readonly money: Money; readonly year: string }) {
  const href = (soort: "vrijgemaakt" | "toegekend" | "betaald" | "uitgegeven") =>
    linesPath({ soort, jaar: props.year });
  return (
    <div class="grid grid--narrow" id="stand">
      <Figure words={money.levels.appropriated} href={href("vrijgemaakt")}>
        <Amount cents={props.money.appropriatedCents} large />
      </Figure>
      <Figure words={money.levels.awarded} href={href("toegekend")}>
        <Amount cents={props.money.awardedCents} large />
      </Figure>
      <Figure words={money.levels.paid} href={href("betaald")}>
        <Amount cents={props.money.paidCents} large />
      </Figure>
      <Figure words={money.levels.spent} href={href("uitgegeven")}>
        <Amount cents={props.money.spentCents} large />
      </Figure>
    </div>
  );
}
