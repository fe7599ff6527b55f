import { For } from "solid-js";
import { paths } from "../site/paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Heading } from "../ui/heading.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { about } from "../words/nl.ts";

export function AboutPage() {
  return (
    <Page title={about.title} lead={about.lead} crumbs={[]}>
      <div class="stack stack--sections">
        <For each={about.sections}>
          {(section) => (
            <section class="stack stack--close">
              <Heading level={2}>{section.title}</Heading>
              <For each={section.text}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
            </section>
          )}
        </For>
        <div class="cluster">
          <ButtonLink look="primary" href={paths.howItWorks()}>
            {about.toSteps}
          </ButtonLink>
          <ButtonLink href={paths.contact()}>{about.toContact}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
