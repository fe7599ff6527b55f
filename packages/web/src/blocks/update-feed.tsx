import { useLocation } from "@solidjs/router";
import { createSignal, For, onMount, Show } from "solid-js";
import type { Update } from "../reading/answers.ts";
import type { GrowingTail } from "../reading/growing-list.ts";
import { paths } from "../site/paths.ts";
import { Button } from "../ui/button.tsx";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { formatDate } from "../words/dates.ts";
import { expense, proposals, ui } from "../words/nl.ts";
import { Linked } from "./linked.tsx";
import { ListEnd } from "./list-end.tsx";
import { HiddenNote, ReportLink } from "./moderation.tsx";
import { photoOf } from "./photo.ts";

type Hidden = NonNullable<Update["hidden"]>;

/** News, newest first, with its photos. `about` says whose it is, on pages of more than one enterprise. */
export function UpdateFeed(props: {
  readonly updates: readonly Update[];
  readonly level?: 3 | 4 | undefined;
  readonly about?: boolean | undefined;
  /** Only the first paragraph, with a link to the rest. */
  readonly isShort?: boolean | undefined;
  /** For the board that wrote it: each item can be corrected. */
  readonly mayEdit?: boolean | undefined;
  /** So many at first; the rest comes at the press of a button. */
  readonly first?: number | undefined;
  /** Where older news comes from, when not all of it came with the page. */
  readonly list?: GrowingTail<Update> | undefined;
}) {
  // Who came for one of the items sees all of them.
  const location = useLocation();
  const [isWhole, setWhole] = createSignal(props.updates.some(({ id }) => location.hash === `#${id}`));
  const hasOlder = () => props.list?.part().cursor !== undefined;
  onMount(() => void findNamed(location.hash, props, () => setWhole(true)));
  const shown = () => (isWhole() || props.first === undefined ? props.updates : props.updates.slice(0, props.first));
  return (
    <>
      <ol class="news">
        <For each={shown()}>
          {(update) => (
            <li class="news__item" id={update.id}>
              <Show when={photoOf(update)}>
                {(photo) => (
                  <a class="news__enlarge" href={photo().src} target="_blank" rel="noopener">
                    <img
                      class="news__photo"
                      src={photo().src}
                      srcset={photo().copies}
                      sizes="(min-width: 48em) 40rem, 100vw"
                      alt={proposals.news.enlarge(photo().alt)}
                      loading="lazy"
                      width="640"
                      height="360"
                    />
                  </a>
                )}
              </Show>
              <div class="stack stack--tight">
                <p class="small quiet">
                  <Link href={paths.update(update.proposalId, update.id)}>{formatDate(update.postedAt)}</Link>
                  <Show when={update.editedAt}>{(at) => <>. {expense.update.edited(formatDate(at()))}</>}</Show>
                </p>
                <Show
                  when={update.hidden === undefined}
                  fallback={
                    <HiddenNote hidden={update.hidden as Hidden} caseId={`${update.proposalId}.${update.id}`} />
                  }
                >
                  <Heading level={props.level ?? 3}>{update.title}</Heading>
                  <For each={paragraphsOf(update.body).slice(0, props.isShort === true ? 1 : undefined)}>
                    {(paragraph) => (
                      <p>
                        <Linked text={paragraph} />
                      </p>
                    )}
                  </For>
                  <Show when={props.isShort !== true}>
                    <Show
                      when={props.mayEdit}
                      fallback={
                        <ReportLink
                          of={{ kind: "update", id: update.proposalId, part: update.id }}
                          about={update.title}
                        />
                      }
                    >
                      <p class="small no-print">
                        <Link href={paths.editUpdate(update.proposalId, update.id)}>
                          {expense.update.edit} <span class="visually-hidden">{update.title}</span>
                        </Link>
                      </p>
                    </Show>
                  </Show>
                </Show>
                <Show when={props.about}>
                  <p class="small">
                    <Link href={paths.proposal(update.proposalId)}>{update.enterprise.name}</Link>
                  </p>
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
      <Show when={shown().length < props.updates.length}>
        <div class="no-print">
          <Button onPress={() => setWhole(true)}>
            {hasOlder() ? ui.showMore.button : proposals.news.all(props.updates.length)}
          </Button>
        </div>
      </Show>
      <Show when={shown().length === props.updates.length && hasOlder() ? props.list : undefined}>
        {(list) => <ListEnd list={list()} part={list().part()} />}
      </Show>
    </>
  );
}

/** Older news that an address names is fetched, part by part, and shown. */
async function findNamed(
  hash: string,
  { updates, list }: { readonly updates: readonly Update[]; readonly list?: GrowingTail<Update> | undefined },
  show: () => void,
): Promise<void> {
  const isNamed = ({ id }: Update) => hash === `#${id}`;
  if (list === undefined || !hash.startsWith("#upd_") || updates.some(isNamed)) return;
  while (!list.part().items.some(isNamed)) if ((await list.more()) === 0) return;
  show();
  document.getElementById(hash.replace("#", ""))?.scrollIntoView();
}

/** Text of a person as paragraphs: a line break begins a new one. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
