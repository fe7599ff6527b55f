import { For } from "solid-js";
import { paths } from "../site/paths.ts";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { Table } from "../ui/table.tsx";
import { openData } from "../words/nl.ts";

export function OpenDataPage() {
  return (
    <Page title={openData.title} lead={openData.lead} crumbs={[]}>
      <div class="stack stack--sections">
        <section class="stack stack--close">
          <Heading level={2}>{openData.journal}</Heading>
          <Paragraph>{openData.journalText}</Paragraph>
          <p>
            <Link href="/v1/journal-export" download="journaal.csv">
              {openData.journalAct}
            </Link>
          </p>
          <Table
            caption={openData.columns}
            rows={openData.columnRows}
            columns={[
              { key: "name", label: openData.column, cell: (row) => <span class="hash">{row.name}</span> },
              { key: "text", label: openData.meaning, cell: (row) => row.text },
            ]}
          />
          <Link href={paths.checkMoney()} onward>
            {openData.check}
          </Link>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{openData.api}</Heading>
          <Paragraph>{openData.apiText}</Paragraph>
          <ul class="promises">
            <For each={openData.endpoints}>
              {(endpoint) => (
                <li class="promises__promise">
                  <a class="nl-link hash" href={endpoint.path}>
                    {endpoint.path}
                  </a>
                  <span>{endpoint.text}</span>
                </li>
              )}
            </For>
          </ul>
          <p>
            <a class="nl-link" href="/v1/openapi.json">
              {openData.apiAct}
            </a>
          </p>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{openData.licence}</Heading>
          <Paragraph>{openData.licenceText}</Paragraph>
          <p>
            <a class="nl-link" href="/notices.txt">
              {openData.notices}
            </a>
          </p>
        </section>
      </div>
    </Page>
  );
}
