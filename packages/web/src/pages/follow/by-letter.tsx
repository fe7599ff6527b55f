import { useLocation } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { Refused } from "../../reading/api.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { follow, refusals } from "../../words/nl.ts";

/** What a letter's link carries behind the `#`: browsers send that to no server. */
export interface LetterSecret {
  readonly followId: string;
  readonly secret: string;
}

/** Reads `#id.secret`; undefined when a part is missing. */
export function readSecret(hash: string): LetterSecret | undefined {
  const match = /^#?(flw_[0-9A-Z]{26})\.([\w-]{20,100})$/.exec(hash);
  const [, followId, secret] = match ?? [];
  return followId === undefined || secret === undefined ? undefined : { followId, secret };
}

/** One button that does what the letter was about, and says what went wrong when it did. Never acts on load. */
export function ByLetter(props: { readonly action: string; readonly act: (of: LetterSecret) => Promise<void> }) {
  const location = useLocation();
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const press = async (of: LetterSecret) => {
    if (isBusy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await props.act(of);
    } catch (error) {
      setFailure(error instanceof Refused ? sentenceOf(error) : refusals.unreachable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Show
      when={readSecret(location.hash)}
      fallback={
        <Notice tone="attention" title={follow.broken.title}>
          <p>{follow.broken.text}</p>
        </Notice>
      }
    >
      {(of) => (
        <div class="stack">
          <Show when={failure()}>
            {(sentence) => (
              <Notice tone="attention" title={follow.failed} spoken>
                <p>{sentence()}</p>
              </Notice>
            )}
          </Show>
          <Button look="primary" busy={isBusy()} onPress={() => void press(of())}>
            {isBusy() ? follow.busy : props.action}
          </Button>
        </div>
      )}
    </Show>
  );
}

/** A link that does not fit is told in the same words, whether it is wrong or its follow is gone. */
const sentenceOf = (refused: Refused): string =>
  refused.problem.status === 404 ? refusals.codes["code-wrong"]() : refused.message;
