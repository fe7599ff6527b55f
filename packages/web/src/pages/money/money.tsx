import { Show } from "solid-js";
import { Part } from "../../blocks/part.tsx";
import { Flow } from "../../pictures/flow.tsx";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { Amount } from "../../ui/amount.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { money } from "../../words/nl.ts";
import { flowOf } from "./flow-of.ts";
import { Hands } from "./hands.tsx";
import { JournalList } from "./journal-list.tsx";

/** All the money: the drawing of how it flowed, and below it every single line. */
export function MoneyPage() {
  const reading = createReading(
    () => true,
    () => answer(api.money.$get({ query: {} })),
  );
  return (
    <Page title={money.title} heading={money.heading} lead={money.lead} crumbs={[]}>
      <Part reading={reading}>
        {(view) => (
          <Show when={view().appropriatedCents > 0} fallback={<EmptyState>{money.flowEmpty}</EmptyState>}>
            <div class="stack stack--loose">
              <div class="grid">
                <Figure words={money.levels.appropriated}>
                  <Amount cents={view().appropriatedCents} large />
                </Figure>
                <Figure words={money.levels.delegated}>
                  <Amount cents={view().delegatedCents} large />
                </Figure>
                <Figure words={money.levels.spent}>
                  <Amount cents={view().spentCents} large />
                </Figure>
              </div>
              <section class="stack">
                <Heading level={2}>{money.flowTitle}</Heading>
                <Flow data={flowOf(view())} />
                <Paragraph look="small">{money.flowNote}</Paragraph>
              </section>
            </div>
          </Show>
        )}
      </Part>
      <Hands />
      <JournalList />
    </Page>
  );
}
