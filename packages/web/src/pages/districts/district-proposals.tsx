import { For, Show } from "solid-js";
import { ProposalCard } from "../../blocks/proposal-card.tsx";
import type { ProposalCard as CardOf } from "../../reading/answers.ts";
import { paths } from "../../site/paths.ts";
import { Cards } from "../../ui/cards.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { districts } from "../../words/nl.ts";

type Group = keyof typeof districts.stages;

const groupOf: Record<CardOf["status"], Group> = {
  draft: "deciding",
  submitted: "deciding",
  "in-review": "deciding",
  "completion-asked": "deciding",
  advised: "deciding",
  "decision-prepared": "deciding",
  awarded: "running",
  evaluation: "running",
  closed: "finished",
  rejected: "stopped",
  withdrawn: "stopped",
};

const order: readonly Group[] = ["running", "deciding", "finished", "stopped"];

/** The proposals of a district, by how far they are. */
export function DistrictProposals(props: { readonly code: string; readonly proposals: readonly CardOf[] }) {
  const groups = () =>
    order
      .map((group) => ({ group, cards: props.proposals.filter(({ status }) => groupOf[status] === group) }))
      .filter(({ cards }) => cards.length > 0);
  return (
    <section id="voorstellen" class="section stack stack--loose">
      <div class="section__head">
        <Heading level={2}>{districts.proposalsTitle}</Heading>
        <Show when={props.proposals.length > 0}>
          <Link href={`${paths.proposals()}?wijk=${encodeURIComponent(props.code)}`} onward>
            {districts.proposalsLink}
          </Link>
        </Show>
      </div>
      <For each={groups()} fallback={<EmptyState>{districts.proposalsEmpty}</EmptyState>}>
        {({ group, cards }) => (
          <div class="stack stack--close">
            <Heading level={3}>{districts.stages[group]}</Heading>
            <Cards each={cards}>{(proposal) => <ProposalCard proposal={proposal} level={4} hideDistrict />}</Cards>
          </div>
        )}
      </For>
    </section>
  );
}
