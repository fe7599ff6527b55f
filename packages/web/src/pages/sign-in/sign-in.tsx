import { useNavigate, useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, For, on, onMount, Show } from "solid-js";
import { drafts } from "../../forms/drafts.ts";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { returnPath } from "../../site/return-to.ts";
import { useSite, viewerName } from "../../site/site.ts";
import { announce } from "../../ui/announcer.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { signIn } from "../../words/nl.ts";
import { CodeForm } from "./code-form.tsx";
import { forgetPendingSignIn, keepPendingSignIn, type PendingSignIn, readPendingSignIn } from "./pending-sign-in.ts";

/** Signing in by e-mail in two screens, and the door for city hall; or once more, for staff who are signed in. */
export function SignInPage() {
  const [query] = useSearchParams();
  const site = useSite();
  const isAgain = () => query["opnieuw"] === "ja" && site().viewer?.kind === "staff";
  const returnTo = () => returnPath(typeof query["terug"] === "string" ? query["terug"] : undefined);
  return (
    <Show when={isAgain()} fallback={<Doors />}>
      <Page title={signIn.again.title} lead={signIn.again.lead}>
        <a class="nl-button nl-button--primary" href={staffDoor(returnTo(), true)} rel="external">
          {signIn.again.button}
        </a>
      </Page>
    </Show>
  );
}

/** Where staff go in: outside the site's own pages, the API sends the browser on to the identity provider. */
const staffDoor = (returnTo: string | undefined, isAnew = false) =>
  `/v1/staff-sign-in?returnTo=${encodeURIComponent(returnTo ?? paths.staff())}${isAnew ? "&anew=yes" : ""}`;

function Doors() {
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const site = useSite();
  const returnTo = () => returnPath(typeof query["terug"] === "string" ? query["terug"] : undefined);
  const notice = () => {
    const code = query["melding"];
    if (typeof code !== "string") return undefined;
    return Object.hasOwn(signIn.staffRefused, code)
      ? signIn.staffRefused[code as keyof typeof signIn.staffRefused]
      : signIn.staffRefused["identity-provider"];
  };
  const [isKept, setKept] = createSignal(false);
  // Only where there is something: who typed nothing, or signed out, is told of nothing that is kept.
  onMount(() => setKept(drafts.hasAny()));
  const lead = () => {
    if (returnTo() === undefined) return signIn.lead;
    return isKept() ? signIn.returningKept : signIn.returning;
  };
  const [pending, setPending] = createSignal<PendingSignIn>();
  onMount(() => setPending(readPendingSignIn()));
  const started = (next: PendingSignIn) => {
    keepPendingSignIn(next);
    setPending(next);
  };
  const restart = () => {
    forgetPendingSignIn();
    setPending(undefined);
  };
  const signedIn = (next: string | undefined) => {
    const target = returnTo() ?? pending()?.returnTo ?? returnPath(next) ?? paths.mine();
    forgetPendingSignIn();
    navigate(target, { replace: true });
  };
  // The link of the letter was pressed in another tab: this one has nothing left to ask.
  const signedInAs = () => (site().viewer?.kind === "resident" ? site().viewer : undefined);
  createEffect(
    on([() => site().isKnown, signedInAs], ([, now], before) => {
      if (before?.[0] === true && before[1] === undefined && now !== undefined && pending() !== undefined)
        signedIn(undefined);
    }),
  );
  return (
    <Show
      when={pending()}
      fallback={
        <Page title={signIn.title} lead={lead()}>
          <div class="split split--start">
            <div class="stack stack--loose">
              <Show when={notice()}>
                {(sentence) => (
                  <Notice tone="attention" title={signIn.staffRefused.title}>
                    <p>{sentence()}</p>
                  </Notice>
                )}
              </Show>
              <Show when={site().viewer}>
                {(viewer) => (
                  <Notice tone="info" title={signIn.already(viewerName(viewer()))}>
                    <ButtonLink href={returnTo() ?? (viewer().kind === "staff" ? paths.staff() : paths.mine())}>
                      {signIn.onward}
                    </ButtonLink>
                  </Notice>
                )}
              </Show>
              <EmailForm returnTo={returnTo()} onStarted={started} />
            </div>
            <StaffDoor returnTo={returnTo()} />
          </div>
        </Page>
      }
    >
      {(waiting) => <CodePage pending={waiting()} onAgain={started} onOther={restart} onSignedIn={signedIn} />}
    </Show>
  );
}

const requestSignIn = async (email: string, returnTo: string | undefined): Promise<PendingSignIn> => {
  const json = { email, ...(returnTo === undefined ? {} : { returnTo }) };
  return { ...(await answer(api["sign-in-requests"].$post({ json }))), email, returnTo };
};

function EmailForm(props: {
  readonly returnTo: string | undefined;
  readonly onStarted: (pending: PendingSignIn) => void;
}) {
  let started: PendingSignIn | undefined;
  const form = createForm({
    initial: { email: "" },
    check: ({ email }) => {
      const found = gatherErrors();
      found.email("email", email);
      return found.errors;
    },
    send: async ({ email }) => {
      try {
        started = await requestSignIn(email.trim(), props.returnTo);
        return { ok: true };
      } catch (error) {
        return refusalOf(error);
      }
    },
  });
  const sent = () => {
    if (started !== undefined) props.onStarted(started);
  };
  return (
    <Form form={form} action={signIn.send} onSent={sent} short>
      <TextField
        {...form.bind("email")}
        label={signIn.email}
        hint={signIn.emailHint}
        kind="email"
        autocomplete="email"
      />
    </Form>
  );
}

function StaffDoor(props: { readonly returnTo: string | undefined }) {
  return (
    <aside class="panel stack stack--close" aria-label={signIn.staffTitle}>
      <Heading level={2} looks={3}>
        {signIn.staffTitle}
      </Heading>
      <Paragraph>{signIn.staffText}</Paragraph>
      <a class="nl-button nl-button--secondary" href={staffDoor(props.returnTo)} rel="external">
        {signIn.staffButton}
      </a>
    </aside>
  );
}

function CodePage(props: {
  readonly pending: PendingSignIn;
  readonly onAgain: (pending: PendingSignIn) => void;
  readonly onOther: () => void;
  readonly onSignedIn: (returnTo: string | undefined) => void;
}) {
  const [failure, setFailure] = createSignal<string>();
  const again = async () => {
    setFailure(undefined);
    try {
      props.onAgain(await requestSignIn(props.pending.email, props.pending.returnTo));
      announce(signIn.code.sentAgain);
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : refusal.message);
    }
  };
  return (
    <Page title={signIn.code.title} lead={signIn.code.sentTo(props.pending.email)}>
      <div class="split split--start">
        <div class="stack">
          <Paragraph>{signIn.code.lead}</Paragraph>
          <CodeForm signInId={props.pending.signInId} onSignedIn={props.onSignedIn} />
          <Paragraph look="quiet">{signIn.code.orLink}</Paragraph>
        </div>
        <aside class="panel stack stack--close" aria-label={signIn.code.noMailTitle}>
          <Heading level={2} looks={3}>
            {signIn.code.noMailTitle}
          </Heading>
          <ul class="bullets">
            <For each={signIn.code.noMail}>{(tip) => <li>{tip}</li>}</For>
          </ul>
          <Show when={failure()}>{(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}</Show>
          <div class="cluster cluster--close">
            <Button onPress={() => void again()}>{signIn.code.again}</Button>
            <Button look="subtle" onPress={props.onOther}>
              {signIn.code.other}
            </Button>
          </div>
        </aside>
      </div>
    </Page>
  );
}
