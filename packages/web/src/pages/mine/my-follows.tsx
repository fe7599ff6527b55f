import { createSignal, For, Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { announce } from "../../ui/announcer.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { mine } from "../../words/nl.ts";
import type { MyPage } from "./task-list.tsx";

type Follow = MyPage["follows"][number];

const text = mine.follows;
const hrefs = { proposal: paths.proposal, enterprise: paths.enterprise, district: paths.district } as const;

/** What a resident follows, each with a way to stop. */
export function MyFollows(props: { readonly follows: readonly Follow[]; readonly onChanged: () => void }) {
  const [hasFailed, setFailed] = createSignal(false);
  const stop = async (follow: Follow) => {
    setFailed(false);
    try {
      await answer(api.follows[":followId"].$delete({ param: { followId: follow.id } }));
      announce(text.stopped(follow.name));
      props.onChanged();
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="stack stack--close">
      <Show when={hasFailed()}>
        <Notice tone="attention" level={3} title={text.failed} spoken />
      </Show>
      <Show
        when={props.follows.length > 0}
        fallback={
          <EmptyState title={text.emptyTitle} act={<ButtonLink href={paths.proposals()}>{text.browse}</ButtonLink>}>
            {text.empty}
          </EmptyState>
        }
      >
        <ul class="rows">
          <For each={props.follows}>
            {(follow) => (
              <li class="rows__row">
                <div>
                  <p class="rows__title">
                    <Show when={follow.name} fallback={text.gone}>
                      <Link href={hrefs[follow.subject.kind](follow.subject.id)}>{follow.name}</Link>
                    </Show>
                  </p>
                  <p class="small quiet">{text.kinds[follow.subject.kind]}</p>
                </div>
                <Button look="subtle" onPress={() => void stop(follow)}>
                  {text.stop} <span class="visually-hidden">{follow.name}</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
