import { For } from "solid-js";
import { home, howItWorks } from "../messages/nl.ts";
import { paths } from "../paths.ts";
import { Siphon } from "../pictures/siphon.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";

const doors = [
  { ...home.doors.plan, href: paths.newProposal(), look: "primary" },
  { ...home.doors.follow, href: paths.districts(), look: "secondary" },
  { ...home.doors.staff, href: paths.staff(), look: "secondary" },
] as const;

export function HomePage() {
  return (
    <Page title={home.title} bare wide>
      <section class="container split split--even split--middle hero">
        <div class="stack">
          <h1 class="nl-heading nl-heading--level-1 heading--display" tabindex="-1">
            {home.heading}
          </h1>
          <Paragraph look="lead">{home.lead}</Paragraph>
        </div>
        <div class="hero__picture">
          <Siphon from={home.from} to={home.to} />
        </div>
      </section>
      <section class="container section" aria-label={home.doorsTitle}>
        <ul class="doors">
          <For each={doors}>
            {(door) => (
              <li class="doors__door">
                <ButtonLink href={door.href} look={door.look} wide>
                  {door.title}
                </ButtonLink>
                <p class="doors__text">{door.text}</p>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section class="band">
        <div class="container">
          <div class="section__head">
            <Heading level={2}>{home.stepsTitle}</Heading>
            <Link href={paths.howItWorks()} onward>
              {home.stepsLink}
            </Link>
          </div>
          <ol class="seven">
            <For each={howItWorks.steps}>{(step) => <li class="seven__step">{step.title}</li>}</For>
          </ol>
        </div>
      </section>
    </Page>
  );
}
