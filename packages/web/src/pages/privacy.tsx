import { For, Show } from "solid-js";
import { paths } from "../site/paths.ts";
import { useSite } from "../site/site.ts";
import { ButtonLink } from "../ui/button.tsx";
import { DataList } from "../ui/data-list.tsx";
import { Heading } from "../ui/heading.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { privacy } from "../words/nl.ts";

export function PrivacyPage() {
  const site = useSite();
  return (
    <Page title={privacy.title} lead={privacy.lead} crumbs={[]}>
      <div class="stack stack--sections">
        <Show when={site().municipality}>{(of) => <Paragraph>{privacy.who(of().name)}</Paragraph>}</Show>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.kept}</Heading>
          <DataList rows={privacy.rows} />
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.files}</Heading>
          <Paragraph>{privacy.filesText}</Paragraph>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.device}</Heading>
          <Paragraph>{privacy.deviceText}</Paragraph>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.rights}</Heading>
          <For each={privacy.rightsText}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
          <div class="cluster">
            <ButtonLink href={paths.contact()}>{privacy.ask}</ButtonLink>
          </div>
        </section>
      </div>
    </Page>
  );
}
