import { Show } from "solid-js";
import { ListEnd } from "../../blocks/list-end.tsx";
import { Part } from "../../blocks/part.tsx";
import { ProposalCard } from "../../blocks/proposal-card.tsx";
import { answer, api } from "../../reading/api.ts";
import { createGrowingList } from "../../reading/growing-list.ts";
import { filled } from "../../site/search.ts";
import { Cards } from "../../ui/cards.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { enterprises } from "../../words/nl.ts";

const pageSize = "4";

/** The proposals of one enterprise, newest first; they load by themselves under its profile. */
export function EnterpriseProposals(props: { readonly enterpriseId: string }) {
  const list = createGrowingList(
    () => props.enterpriseId,
    (enterpriseId, cursor) => answer(api.proposals.$get({ query: filled({ enterpriseId, limit: pageSize, cursor }) })),
  );
  return (
    <section class="stack" id="voorstellen">
      <Heading level={2}>{enterprises.proposalsTitle}</Heading>
      <Part reading={list.reading} shape="cards">
        {(part) => (
          <Show when={part().items.length > 0} fallback={<EmptyState>{enterprises.proposalsEmpty}</EmptyState>}>
            <div class="stack stack--close">
              <Cards each={part().items}>{(proposal) => <ProposalCard proposal={proposal} hideEnterprise />}</Cards>
              <Show when={part().cursor}>
                <ListEnd list={list} part={part()} />
              </Show>
            </div>
          </Show>
        )}
      </Part>
    </section>
  );
}
