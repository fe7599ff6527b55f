import { createSignal, Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { follow } from "../../words/nl.ts";
import { ByLetter } from "./by-letter.tsx";

const text = follow.stop;

/** Stopping with the link at the bottom of a letter, without signing in. */
export function StopFollowPage() {
  const [isDone, setDone] = createSignal(false);
  return (
    <Show
      when={isDone()}
      fallback={
        <Page title={text.title} lead={text.lead} crumbs={[]}>
          <ByLetter
            action={text.action}
            act={async (param) => {
              await answer(api.follows[":followId"].unsubscriptions[":secret"].$post({ param }));
              setDone(true);
            }}
          />
        </Page>
      }
    >
      <Page title={text.done} lead={text.doneText} crumbs={[]}>
        <ButtonLink href={paths.proposals()}>{text.toProposals}</ButtonLink>
      </Page>
    </Show>
  );
}
