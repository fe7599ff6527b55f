import { createSignal, Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { follow } from "../../words/nl.ts";
import { ByLetter } from "./by-letter.tsx";

const text = follow.confirm;

const pathOf = { district: paths.district, enterprise: paths.enterprise, proposal: paths.proposal } as const;

/** Confirming an address with the secret of a letter: at the press of a button, because mail scanners open links. */
export function ConfirmFollowPage() {
  const [done, setDone] = createSignal<{ name: string; href: string }>();
  return (
    <Show
      when={done()}
      fallback={
        <Page title={text.title} lead={text.lead} crumbs={[]}>
          <ByLetter
            action={text.action}
            act={async ({ followId, secret }) => {
              const request = api.follows[":followId"].confirmations.$post({ param: { followId }, json: { secret } });
              const { name, subject } = await answer(request);
              setDone({ name, href: pathOf[subject.kind](subject.id) });
            }}
          />
        </Page>
      }
    >
      {(of) => (
        <Page title={text.done(of().name)} lead={text.doneText} crumbs={[]}>
          <ButtonLink href={of().href} look="primary">
            {text.toSubject(of().name)}
          </ButtonLink>
        </Page>
      )}
    </Show>
  );
}
