import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { EventStream } from "../../blocks/event-stream.tsx";
import { FollowPanel } from "../../blocks/follow-panel.tsx";
import { HiddenNotice } from "../../blocks/hidden-notice.tsx";
import { ReportLink } from "../../blocks/moderation.tsx";
import { PageOf } from "../../blocks/page-of.tsx";
import { photoOf } from "../../blocks/photo.ts";
import { paragraphsOf, UpdateFeed } from "../../blocks/update-feed.tsx";
import type { Enterprise } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useBoards } from "../../site/site.ts";
import { Contents, type PagePart } from "../../ui/contents.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { enterprises } from "../../words/nl.ts";
import { AskPanel } from "./ask-panel.tsx";
import { EnterpriseFacts } from "./enterprise-facts.tsx";
import { EnterpriseMandates } from "./enterprise-mandates.tsx";
import { EnterpriseProposals } from "./enterprise-proposals.tsx";

const firstEvents = 4;
const firstUpdates = 2;

/** The parts its page has, in their order. */
const partsOf = ({ askUs, hidden }: Enterprise): readonly PagePart[] => [
  ...(askUs.length > 0 ? [{ id: "wat-wij-doen", label: enterprises.askUs }] : []),
  { id: "wie-wij-zijn", label: enterprises.whoWeAre },
  { id: "mandaten", label: enterprises.mandatesTitle },
  { id: "voorstellen", label: enterprises.proposalsTitle },
  { id: "nieuws", label: enterprises.newsTitle },
  { id: "tijdlijn", label: enterprises.timelineTitle },
  ...(hidden === undefined ? [{ id: "vraag", label: enterprises.ask.title }] : []),
];

/** The public page of an enterprise: what you can ask it first, then who it is and what it made of its mandates. */
export function EnterprisePage() {
  const params = useParams<{ id: string }>();
  const reading = createReading(
    () => params.id,
    (enterpriseId) => answer(api.enterprises[":enterpriseId"].$get({ param: { enterpriseId } })),
  );
  return (
    <PageOf reading={reading} name={enterprises.eyebrow}>
      {(enterprise) => <Whole enterprise={enterprise()} />}
    </PageOf>
  );
}

function Whole(props: { readonly enterprise: Enterprise }) {
  const of = () => props.enterprise;
  const isOnBoard = useBoards();
  return (
    <Page
      title={of().name}
      eyebrow={enterprises.eyebrow}
      crumbs={[{ label: enterprises.title, href: paths.enterprises() }]}
    >
      <Show when={of().hidden}>{(because) => <HiddenNotice because={because()} id={of().id} />}</Show>
      <div class="guided" classList={{ section: of().hidden !== undefined }}>
        <Contents parts={partsOf(of())} />
        <div class="guided__main stack stack--sections">
          <Show when={of().askUs.length > 0}>
            <section class="stack stack--close" id="wat-wij-doen">
              <Heading level={2}>{enterprises.askUs}</Heading>
              <ul class="ask ask--large">
                <For each={of().askUs}>{(question) => <li>{question}</li>}</For>
              </ul>
              <Show when={of().hidden === undefined}>
                <p>
                  <Link href={paths.askEnterprise(of().id)}>{enterprises.askAction}</Link>
                </p>
              </Show>
            </section>
          </Show>
          <section class="stack stack--close" id="wie-wij-zijn">
            <Heading level={2}>{enterprises.whoWeAre}</Heading>
            <Show when={photoOf(of())}>
              {(photo) => (
                <img
                  class="photo"
                  src={photo().src}
                  srcset={photo().copies}
                  sizes="(min-width: 60em) 60rem, 100vw"
                  alt={photo().alt}
                  width="960"
                  height="540"
                />
              )}
            </Show>
            <For each={paragraphsOf(of().story)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
          </section>
          <EnterpriseMandates enterprise={of()} />
          <EnterpriseProposals enterpriseId={of().id} />
          <section class="stack" id="nieuws">
            <Heading level={2}>{enterprises.newsTitle}</Heading>
            <Show when={of().updates.length > 0} fallback={<EmptyState>{enterprises.newsEmpty}</EmptyState>}>
              <UpdateFeed updates={of().updates} first={firstUpdates} mayEdit={isOnBoard(of().id)} />
            </Show>
          </section>
          <section class="stack" id="tijdlijn">
            <Heading level={2}>{enterprises.timelineTitle}</Heading>
            <EventStream events={of().events} first={firstEvents} />
          </section>
          <Show when={of().hidden === undefined}>
            <AskPanel enterpriseId={of().id} />
          </Show>
          <ReportLink of={{ kind: "enterprise", id: of().id }} about={of().name} />
        </div>
        <aside class="guided__side stack stack--loose" aria-label={enterprises.facts}>
          <EnterpriseFacts enterprise={of()} />
          <Show when={of().hidden === undefined}>
            <FollowPanel subject={{ kind: "enterprise", id: of().id }} />
          </Show>
        </aside>
      </div>
    </Page>
  );
}
