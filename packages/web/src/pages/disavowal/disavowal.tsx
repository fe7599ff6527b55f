import { useLocation } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { answer, api, Refused } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { follow, refusals, disavowal as text } from "../../words/nl.ts";

/** What the letter's link carries behind the `#`: browsers send that to no server. Of an enterprise, or of any stranger. */
type LetterLink =
  | { readonly enterpriseId: string; readonly address: string; readonly secret: string }
  | { readonly network: string; readonly address: string; readonly secret: string };

/** Reads `#enterprise.address.secret` or `#mail.address.network.secret`; undefined when a part is missing. */
export function readLink(hash: string): LetterLink | undefined {
  const mail = /^#?mail\.([0-9a-f]{64})\.([0-9a-f]{64})\.([0-9a-f]{64})$/.exec(hash);
  if (mail !== null) return { address: mail[1] ?? "", network: mail[2] ?? "", secret: mail[3] ?? "" };
  const match = /^#?(ent_[0-9A-Z]{26})\.([0-9a-f]{64})\.([0-9a-f]{64})$/.exec(hash);
  const [, enterpriseId, address, secret] = match ?? [];
  return enterpriseId === undefined || address === undefined || secret === undefined
    ? undefined
    : { enterpriseId, address, secret };
}

/** "I do not know this", with the link in a letter: one press, without signing in. Never acts on load. */
export function DisavowalPage() {
  const location = useLocation();
  const words = () => (location.hash.startsWith("#mail.") ? text.mail : text);
  const [isDone, setDone] = createSignal(false);
  return (
    <Show
      when={isDone()}
      fallback={
        <Page title={words().title} lead={words().lead} crumbs={[]}>
          <Show
            when={readLink(location.hash)}
            fallback={
              <Notice tone="attention" title={follow.broken.title}>
                <p>{follow.broken.text}</p>
              </Notice>
            }
          >
            {(link) => <Press link={link()} onDone={() => setDone(true)} />}
          </Show>
        </Page>
      }
    >
      <Page title={words().done} lead={words().doneText} crumbs={[]}>
        <ButtonLink href={paths.contact()}>{text.toContact}</ButtonLink>
      </Page>
    </Show>
  );
}

function Press(props: { readonly link: LetterLink; readonly onDone: () => void }) {
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const press = async () => {
    if (isBusy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await send(props.link);
      props.onDone();
    } catch (error) {
      setFailure(error instanceof Refused ? sentenceOf(error) : refusals.unreachable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      <Show when={failure()}>
        {(sentence) => (
          <Notice tone="attention" title={follow.failed} spoken>
            <p>{sentence()}</p>
          </Notice>
        )}
      </Show>
      <Button look="primary" busy={isBusy()} onPress={() => void press()}>
        {isBusy() ? follow.busy : text.action}
      </Button>
    </div>
  );
}

function send(link: LetterLink) {
  if ("network" in link) return answer(api["mail-refusals"].$post({ json: link }));
  const { enterpriseId, ...json } = link;
  return answer(api.enterprises[":enterpriseId"].disavowals.$post({ param: { enterpriseId }, json }));
}

const sentenceOf = (refused: Refused): string =>
  refused.problem.status === 404 ? refusals.codes["code-wrong"]() : refused.message;
