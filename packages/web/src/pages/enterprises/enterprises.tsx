import { Show } from "solid-js";
import { EnterpriseCard } from "../../blocks/enterprise-card.tsx";
import { ListEnd } from "../../blocks/list-end.tsx";
import { Part } from "../../blocks/part.tsx";
import { answer, api } from "../../reading/api.ts";
import { createGrowingList } from "../../reading/growing-list.ts";
import { paths } from "../../site/paths.ts";
import { createSearch, filled } from "../../site/search.ts";
import { useSite } from "../../site/site.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Cards } from "../../ui/cards.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { enterprises } from "../../words/nl.ts";

const pageSize = "24";

export function EnterprisesPage() {
  const site = useSite();
  const search = createSearch<"wijk">();
  const list = createGrowingList(
    () => search.get("wijk"),
    (district, cursor) => answer(api.enterprises.$get({ query: filled({ district, limit: pageSize, cursor }) })),
  );
  return (
    <Page
      title={enterprises.title}
      lead={enterprises.lead}
      crumbs={[]}
      acts={<ButtonLink href={paths.registerEnterprise()}>{enterprises.register}</ButtonLink>}
    >
      <div class="stack stack--loose">
        <div class="sieve">
          <SelectField
            name="wijk"
            label={enterprises.district}
            value={search.get("wijk")}
            onInput={(value) => search.set("wijk", value)}
            alwaysChosen
            options={[
              { value: "", label: enterprises.allDistricts },
              ...(site().municipality?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </div>
        <Part reading={list.reading} shape="cards">
          {(part) => (
            <Show
              when={part().items.length > 0}
              fallback={
                <Show when={search.get("wijk")} fallback={<EmptyState>{enterprises.empty}</EmptyState>}>
                  <EmptyState act={<Button onPress={() => search.set("wijk", "")}>{enterprises.showAll}</Button>}>
                    {enterprises.emptyFiltered}
                  </EmptyState>
                </Show>
              }
            >
              <div class="stack">
                <Cards each={part().items}>
                  {(enterprise) => <EnterpriseCard enterprise={enterprise} level={2} />}
                </Cards>
                <ListEnd list={list} part={part()} />
              </div>
            </Show>
          )}
        </Part>
      </div>
    </Page>
  );
}
