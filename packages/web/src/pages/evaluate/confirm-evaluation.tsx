import { useLocation } from "@solidjs/router";
import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from "solid-js";
import { answer, api, Refused, refusalOf } from "../../reading/api.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { evaluate } from "../../words/nl.ts";

const text = evaluate.confirm;

/** The link of the letter: the voice counts at the press of a button and never by itself. */
export function ConfirmEvaluationPage() {
  const location = useLocation();
  const [title, setTitle] = createSignal<string>();
  const [failure, setFailure] = createSignal<string>();
  const [isSending, setSending] = createSignal(false);
  const link = createMemo(() => {
    const [mandateId, evaluationId, secret, ...rest] = location.hash.replace(/^#/, "").split(".");
    return mandateId && evaluationId && secret && rest.length === 0 ? { mandateId, evaluationId, secret } : undefined;
  });
  // Another letter opened in the same tab is another question.
  createEffect(
    on(
      link,
      () => {
        setTitle(undefined);
        setFailure(undefined);
      },
      { defer: true },
    ),
  );
  const press = async () => {
    const found = link();
    if (found === undefined || isSending()) return;
    const { secret, ...param } = found;
    setSending(true);
    setFailure(undefined);
    try {
      const route = api.mandates[":mandateId"].evaluations[":evaluationId"].confirmations;
      setTitle((await answer(route.$post({ param, json: { secret } }))).title);
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <Switch
        fallback={
          <div class="stack">
            <Show when={failure()}>
              {(sentence) => (
                <Notice tone="attention" title={text.failedTitle} spoken>
                  <p>{sentence()}</p>
                </Notice>
              )}
            </Show>
            <Button look="primary" busy={isSending()} onPress={() => void press()}>
              {text.button}
            </Button>
          </div>
        }
      >
        <Match when={link() === undefined}>
          <Notice tone="attention" title={text.brokenTitle}>
            <p>{text.broken}</p>
          </Notice>
        </Match>
        <Match when={title()}>
          {(about) => (
            <Notice tone="good" title={text.doneTitle} spoken>
              <p>{text.done(about())}</p>
            </Notice>
          )}
        </Match>
      </Switch>
    </Page>
  );
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Refused ? error.problem.code : "";
  if (Object.hasOwn(text.refused, code)) return text.refused[code as keyof typeof text.refused];
  const refusal = refusalOf(error);
  return (refusal.ok ? undefined : refusal.message) ?? text.refused["code-wrong"];
}
