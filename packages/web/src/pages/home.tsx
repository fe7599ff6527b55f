import { For, Show } from "solid-js";
import { EventStream } from "../blocks/event-stream.tsx";
import { MunicipalityMap } from "../blocks/municipality-map.tsx";
import { Part } from "../blocks/part.tsx";
import { UpdateFeed } from "../blocks/update-feed.tsx";
import { Siphon } from "../pictures/siphon.tsx";
import { answer, api } from "../reading/api.ts";
import { createReading } from "../reading/resource.tsx";
import { linesPath, paths } from "../site/paths.ts";
import { useSite } from "../site/site.ts";
import { Amount } from "../ui/amount.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Figure } from "../ui/figure.tsx";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { createPageTitle } from "../ui/page-title.ts";
import { Paragraph } from "../ui/paragraph.tsx";
import { Shape } from "../ui/shape.tsx";
import { districts, events, home, howItWorks } from "../words/nl.ts";

const doors = [
  { ...home.doors.plan, href: paths.takePart(), look: "primary" },
  { ...home.doors.follow, href: paths.districts(), look: "secondary" },
  { ...home.doors.staff, href: paths.staff(), look: "secondary" },
] as const;

const firstEvents = 8;

export function HomePage() {
  createPageTitle(() => home.title);
  const reading = createReading(
    () => true,
    () => answer(api.home.$get()),
  );
  return (
    <Page title={home.title} bare wide>
      <Hero />
      <section class="container section split split--map" aria-labelledby="kaart">
        <div class="stack stack--close">
          <Heading level={2} id="kaart">
            {home.mapTitle}
          </Heading>
          <Paragraph>{home.mapText}</Paragraph>
          <Paragraph look="small">{districts.legend}</Paragraph>
          <Link href={paths.districts()} onward>
            {home.mapLink}
          </Link>
        </div>
        <MunicipalityMap isBrief />
      </section>
      <section class="band" aria-labelledby="stand">
        <div class="container">
          <div class="section__head">
            <Heading level={2} id="stand">
              {home.figuresTitle}
            </Heading>
            <Link href={paths.money()} onward>
              {home.moneyLink}
            </Link>
          </div>
          <Part reading={reading} shape="cards">
            {(view) => (
              <div class="grid grid--narrow">
                <Figure words={home.figures.awarded} href={linesPath({ soort: "toegekend" })}>
                  <Amount cents={view().figures.awardedCents} large />
                </Figure>
                <Figure words={home.figures.paid} href={linesPath({ soort: "betaald" })}>
                  <Amount cents={view().figures.paidCents} large />
                </Figure>
                <Figure words={home.figures.spent} href={linesPath({ soort: "uitgegeven" })}>
                  <Amount cents={view().figures.spentCents} large />
                </Figure>
                <Figure words={home.figures.active(view().figures.activeEnterprises)} href={paths.enterprises()}>
                  <span class="amount amount--large">{view().figures.activeEnterprises}</span>
                </Figure>
              </div>
            )}
          </Part>
        </div>
      </section>
      <div class="container section">
        <Part reading={reading} shape="table">
          {(view) => (
            <div class="split split--even split--start">
              <section class="stack">
                <Heading level={2}>{events.title}</Heading>
                <Show when={view().events.length > 0} fallback={<EmptyState>{events.empty}</EmptyState>}>
                  <EventStream events={view().events} first={firstEvents} />
                </Show>
              </section>
              <section class="stack">
                <Heading level={2}>{home.newsTitle}</Heading>
                <Show when={view().updates.length > 0} fallback={<EmptyState>{home.newsEmpty}</EmptyState>}>
                  <UpdateFeed updates={view().updates.slice(0, 3)} about isShort />
                </Show>
              </section>
            </div>
          )}
        </Part>
      </div>
      <Steps />
    </Page>
  );
}

function Hero() {
  return (
    <>
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
    </>
  );
}

function Steps() {
  const site = useSite();
  const isProudest = (index: number) => site().municipality?.proudestStep === index + 1;
  return (
    <section class="band">
      <div class="container">
        <div class="section__head">
          <Heading level={2}>{home.stepsTitle}</Heading>
          <Link href={paths.howItWorks()} onward>
            {home.stepsLink}
          </Link>
        </div>
        <ol class="seven">
          <For each={howItWorks.steps}>
            {(step, index) => (
              <li class="seven__step" classList={{ "seven__step--proud": isProudest(index()) }}>
                <span>{step.title}</span>
                <Show when={isProudest(index())}>
                  <span class="seven__proud">
                    <Shape name="star" class="seven__star" />
                    {home.proud}
                  </span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </div>
    </section>
  );
}
