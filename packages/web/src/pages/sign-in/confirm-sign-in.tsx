import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from "solid-js";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { returnPath } from "../../site/return-to.ts";
import { useSite } from "../../site/site.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { signIn } from "../../words/nl.ts";
import { CodeForm } from "./code-form.tsx";
import { forgetPendingSignIn, readPendingSignIn } from "./pending-sign-in.ts";
import { whyWrong, wrongSentence } from "./sign-in-refusal.ts";

/** The link of the letter: signs in at the press of a button and never by itself, because mail scanners open links too. */
export function ConfirmSignInPage() {
  const location = useLocation();
  const navigate = useNavigate();
  const site = useSite();
  const [failure, setFailure] = createSignal<{ readonly sentence: string; readonly needsCode: boolean }>();
  const [isSending, setSending] = createSignal(false);
  const link = createMemo(() => {
    const [signInId, secret, ...rest] = location.hash.replace(/^#/, "").split(".");
    return signInId && secret && rest.length === 0 ? { signInId, secret } : undefined;
  });
  // Another letter opened in the same tab is another try.
  createEffect(on(link, () => setFailure(undefined), { defer: true }));
  const signedIn = (next: string | undefined) => {
    const target = returnPath(next) ?? readPendingSignIn()?.returnTo ?? paths.mine();
    forgetPendingSignIn();
    navigate(target, { replace: true });
  };
  const press = async () => {
    const json = link();
    if (json === undefined || isSending()) return;
    setSending(true);
    setFailure(undefined);
    try {
      const { returnTo } = await answer(api.sessions.$post({ json }));
      await site().readAgain();
      signedIn(returnTo);
    } catch (error) {
      const refusal = refusalOf(error);
      const sentence = wrongSentence(error) ?? (refusal.ok ? undefined : refusal.message) ?? signIn.wrong.unknown();
      setFailure({ sentence, needsCode: whyWrong(error) === "browser" });
    } finally {
      setSending(false);
    }
  };
  const again = <ButtonLink href={paths.signIn()}>{signIn.confirm.again}</ButtonLink>;
  return (
    <Page title={signIn.confirm.title} lead={signIn.confirm.lead}>
      <Switch
        fallback={
          <Button look="primary" busy={isSending()} onPress={() => void press()}>
            {signIn.confirm.button}
          </Button>
        }
      >
        <Match when={link() === undefined}>
          <Notice tone="attention" title={signIn.confirm.brokenTitle}>
            <p>{signIn.confirm.broken}</p>
            {again}
          </Notice>
        </Match>
        <Match when={failure()}>
          {(failed) => (
            <div class="stack stack--loose">
              <Notice tone="attention" title={signIn.confirm.failedTitle} spoken>
                <p>{failed().sentence}</p>
                <Show when={!failed().needsCode}>{again}</Show>
              </Notice>
              <Show when={failed().needsCode}>
                <CodeForm signInId={link()?.signInId ?? ""} onSignedIn={signedIn} />
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </Page>
  );
}
