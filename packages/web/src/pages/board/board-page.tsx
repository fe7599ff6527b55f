import { A, useParams } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Existing } from "../../blocks/existing.tsx";
import { type Answer, answer, api } from "../../reading/api.ts";
import { createReading, type Reading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { board } from "../../words/nl.ts";

const readBoard = (enterpriseId: string) => api.enterprises[":enterpriseId"].board.$get({ param: { enterpriseId } });

/** An enterprise from the inside. */
export type Board = Answer<Awaited<ReturnType<typeof readBoard>>>;

/** The board that the address names. */
export function createBoard(): { readonly enterpriseId: () => string; readonly reading: Reading<Board> } {
  const params = useParams<{ enterpriseId: string }>();
  const enterpriseId = () => params.enterpriseId;
  return { enterpriseId, reading: createReading(enterpriseId, (id) => answer(readBoard(id))) };
}

const places = [
  { label: board.overview, href: paths.board },
  { label: board.members, href: paths.boardMembers },
  { label: board.profile, href: paths.boardProfile },
  { label: board.account, href: paths.boardAccount },
] as const;

/** What stands around every page of a board: whose board it is and the way to its other pages. */
export function BoardPage(props: {
  readonly enterpriseId: string;
  readonly reading: Reading<Board>;
  readonly title: string;
  readonly lead?: JSX.Element;
  /** The first of the pages: its h1 is the enterprise itself. */
  readonly isFirst?: boolean | undefined;
  readonly children: (board: () => Board) => JSX.Element;
}) {
  const name = () => props.reading.value()?.profile.name ?? board.title;
  const isRefused = () => props.reading.error() !== undefined;
  return (
    <Existing reading={props.reading}>
      <Page
        title={props.title}
        lead={isRefused() ? undefined : props.lead}
        heading={props.isFirst === true ? name() : undefined}
        eyebrow={isRefused() ? undefined : props.isFirst === true ? board.title : name()}
        acts={
          <>
            <Show when={props.isFirst === true && props.reading.value()?.obstacles.length === 0}>
              <StatusBadge tone="good">{board.home.ready}</StatusBadge>
            </Show>
            <Link href={paths.enterprise(props.enterpriseId)}>{board.publicPage}</Link>
          </>
        }
      >
        {/* Who may not come in has no use for the way between the rooms. */}
        <Show when={!isRefused()}>
          <nav class="subnav" aria-label={board.nav}>
            <ul class="subnav__list">
              <For each={places}>
                {(place) => (
                  <li>
                    <A href={place.href(props.enterpriseId)} class="subnav__link" activeClass="" inactiveClass="" end>
                      {place.label}
                    </A>
                  </li>
                )}
              </For>
            </ul>
          </nav>
        </Show>
        <Shown reading={props.reading} who={board.who} isPart>
          {(value) => props.children(value)}
        </Shown>
      </Page>
    </Existing>
  );
}
