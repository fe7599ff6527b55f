import { For, Show } from "solid-js";
import { toneOfMandate } from "../../blocks/mandate-tone.ts";
import { MandateVessel } from "../../blocks/mandate-vessel.tsx";
import { TrackRecord } from "../../blocks/track-record.tsx";
import type { Enterprise } from "../../reading/answers.ts";
import { paths } from "../../site/paths.ts";
import { Card } from "../../ui/card.tsx";
import { Cards } from "../../ui/cards.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { enterprises, mandates } from "../../words/nl.ts";
import { mandateInWords } from "../../words/standing.ts";

type Mandate = Enterprise["mandates"][number];

/** What the municipality entrusted to an enterprise: the present mandates and those that are over, each a vessel. */
export function EnterpriseMandates(props: { readonly enterprise: Enterprise }) {
  const isOver = ({ status }: Mandate) => status === "closed";
  const groups = () =>
    [
      { title: enterprises.present, cards: props.enterprise.mandates.filter((mandate) => !isOver(mandate)) },
      { title: enterprises.past, cards: props.enterprise.mandates.filter(isOver) },
    ].filter(({ cards }) => cards.length > 0);
  return (
    <section class="stack" id="mandaten">
      <Heading level={2}>{enterprises.mandatesTitle}</Heading>
      <Show when={groups().length > 0} fallback={<EmptyState>{enterprises.mandatesEmpty}</EmptyState>}>
        <Paragraph look="quiet">{mandates.hint}</Paragraph>
        <Show when={props.enterprise.mandates.length > 1}>
          <div class="panel panel--plain stack stack--close">
            <p class="small quiet">{enterprises.together}</p>
            <MandateVessel vessel={props.enterprise.money} scope={{ onderneming: props.enterprise.id }} />
          </div>
        </Show>
        <For each={groups()}>
          {({ title, cards }) => (
            <div class="stack stack--close">
              <Heading level={3}>{title}</Heading>
              <Cards each={cards}>{(mandate) => <MandateCard mandate={mandate} />}</Cards>
            </div>
          )}
        </For>
      </Show>
    </section>
  );
}

function MandateCard(props: { readonly mandate: Mandate }) {
  const of = () => props.mandate;
  return (
    <Card
      title={of().title}
      href={paths.proposal(of().proposalId)}
      level={4}
      above={<StatusBadge tone={toneOfMandate(of().phase)}>{mandateInWords(of())}</StatusBadge>}
      foot={<MandateVessel vessel={of().vessel} />}
    >
      <p class="small quiet">{mandates.term(formatDate(of().startsOn), formatDate(of().endsOn))}</p>
      <TrackRecord promises={of().promises} />
    </Card>
  );
}
