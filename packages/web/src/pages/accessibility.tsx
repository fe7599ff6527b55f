import { For, Show } from "solid-js";
import { ContactList } from "../blocks/contact-list.tsx";
import { useSite } from "../site/site.ts";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { accessibility } from "../words/nl.ts";

export function AccessibilityPage() {
  const site = useSite();
  return (
    <Page title={accessibility.title} lead={accessibility.lead(site().municipality?.name ?? "")} crumbs={[]}>
      <div class="stack stack--sections">
        <section class="stack stack--close">
          <Heading level={2}>{accessibility.status}</Heading>
          <For each={accessibility.statusText}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
          <Show when={site().municipality?.accessibility} fallback={<Paragraph>{accessibility.noStatement}</Paragraph>}>
            {(statement) => (
              <>
                <Paragraph>{accessibility.statuses[statement().status]}</Paragraph>
                <Link href={statement().statementUrl} onward>
                  {accessibility.toStatement}
                </Link>
              </>
            )}
          </Show>
        </section>
        <section class="prose">
          <Heading level={2}>{accessibility.tested}</Heading>
          <ul>
            <For each={accessibility.testedItems}>{(item) => <li>{item}</li>}</For>
          </ul>
        </section>
        <section class="prose">
          <Heading level={2}>{accessibility.known}</Heading>
          <ul>
            <For each={accessibility.knownItems}>{(item) => <li>{item}</li>}</For>
          </ul>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{accessibility.report}</Heading>
          <Paragraph>{accessibility.reportText}</Paragraph>
          <Paragraph>{accessibility.reportSteps}</Paragraph>
          <ContactList />
          <Paragraph>{accessibility.unhappy}</Paragraph>
        </section>
      </div>
    </Page>
  );
}
