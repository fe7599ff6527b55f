import { For } from "solid-js";
import { Siphon } from "../pictures/siphon.tsx";
import { paths } from "../site/paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Heading } from "../ui/heading.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { howItWorks } from "../words/nl.ts";

export function HowItWorksPage() {
  return (
    <Page title={howItWorks.title} lead={howItWorks.lead} crumbs={[]}>
      <div class="split split--even split--middle">
        <div class="stack stack--close">
          <Heading level={2}>{howItWorks.nameTitle}</Heading>
          <Paragraph>{howItWorks.name}</Paragraph>
        </div>
        <Siphon from={howItWorks.from} to={howItWorks.to} />
      </div>
      <section class="section">
        <Heading level={2}>{howItWorks.stepsTitle}</Heading>
        <ol class="seven seven--full">
          <For each={howItWorks.steps}>
            {(step) => (
              <li class="seven__step">
                <Heading level={3}>{step.title}</Heading>
                <Paragraph>{step.text}</Paragraph>
              </li>
            )}
          </For>
        </ol>
      </section>
      <section class="section panel stack">
        <Heading level={2}>{howItWorks.seeTitle}</Heading>
        <Paragraph>{howItWorks.seeText}</Paragraph>
        <div class="cluster">
          <ButtonLink look="primary" href={paths.money()}>
            {howItWorks.toMoney}
          </ButtonLink>
          <ButtonLink href={paths.proposals()}>{howItWorks.toProposals}</ButtonLink>
        </div>
      </section>
    </Page>
  );
}
