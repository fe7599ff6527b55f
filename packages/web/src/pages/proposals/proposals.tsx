import { Show } from "solid-js";
import { ListEnd } from "../../blocks/list-end.tsx";
import { Part } from "../../blocks/part.tsx";
import { ProposalCard } from "../../blocks/proposal-card.tsx";
import { answer, api } from "../../reading/api.ts";
import { createGrowingList } from "../../reading/growing-list.ts";
import { paths } from "../../site/paths.ts";
import { createSearch, filled, oneOf } from "../../site/search.ts";
import { useSite } from "../../site/site.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Cards } from "../../ui/cards.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { proposals, words } from "../../words/nl.ts";

const pageSize = "24";

const optionsOf = (labels: Readonly<Record<string, string>>) => [
  { value: "", label: proposals.all },
  ...Object.entries(labels).map(([value, label]) => ({ value, label })),
];

const { draft: _nobodysBusiness, ...publicStatuses } = words.proposalStatuses;

export function ProposalsPage() {
  const site = useSite();
  const search = createSearch<"wijk" | "thema" | "fase">();
  const isFiltered = () => search.get("wijk") + search.get("thema") + search.get("fase") !== "";
  const clear = () => search.clear(["wijk", "thema", "fase"]);
  const list = createGrowingList(
    () => ({
      district: search.get("wijk"),
      theme: oneOf(words.themes, search.get("thema")),
      status: oneOf(publicStatuses, search.get("fase")),
    }),
    (filter, cursor) => answer(api.proposals.$get({ query: filled({ ...filter, limit: pageSize, cursor }) })),
  );
  return (
    <Page
      title={proposals.title}
      lead={proposals.lead}
      crumbs={[]}
      acts={<ButtonLink href={paths.newProposal()}>{proposals.start}</ButtonLink>}
    >
      <div class="stack stack--loose">
        <search class="sieve" aria-label={proposals.filters}>
          <SelectField
            name="wijk"
            label={proposals.district}
            value={search.get("wijk")}
            onInput={(value) => search.set("wijk", value)}
            alwaysChosen
            options={[
              { value: "", label: proposals.all },
              ...(site().municipality?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          <SelectField
            name="thema"
            label={proposals.theme}
            value={search.get("thema")}
            onInput={(value) => search.set("thema", value)}
            alwaysChosen
            options={optionsOf(words.themes)}
          />
          <SelectField
            name="fase"
            label={proposals.status}
            value={search.get("fase")}
            onInput={(value) => search.set("fase", value)}
            alwaysChosen
            options={optionsOf(publicStatuses)}
          />
        </search>
        <Part reading={list.reading} shape="cards">
          {(part) => (
            <Show
              when={part().items.length > 0}
              fallback={
                <Show when={isFiltered()} fallback={<EmptyState>{proposals.empty}</EmptyState>}>
                  <EmptyState act={<Button onPress={clear}>{proposals.clear}</Button>}>
                    {proposals.emptyFiltered}
                  </EmptyState>
                </Show>
              }
            >
              <div class="stack">
                <Cards each={part().items}>{(proposal) => <ProposalCard proposal={proposal} level={2} />}</Cards>
                <ListEnd list={list} part={part()} />
              </div>
            </Show>
          )}
        </Part>
      </div>
    </Page>
  );
}
