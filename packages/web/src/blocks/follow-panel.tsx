import { readEmail } from "@hevel/api/client";
import { createSignal, Match, Show, Switch } from "solid-js";
import { createForm } from "../forms/form.ts";
import { api, send } from "../reading/api.ts";
import { useSite } from "../site/site.ts";
import { Form } from "../ui/form.tsx";
import { Heading } from "../ui/heading.tsx";
import { Notice } from "../ui/notice.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { TextField } from "../ui/text-field.tsx";
import { follow } from "../words/nl.ts";

/** What can be followed. */
export interface FollowSubject {
  readonly kind: "district" | "enterprise" | "proposal";
  readonly id: string;
}

const emailField = "email";

/** Following with only an address; who is signed in presses once. Answers in place, and takes focus when it has. */
export function FollowPanel(props: { readonly subject: FollowSubject; readonly level?: 2 | 3 | undefined }) {
  const site = useSite();
  const [asked, setAsked] = createSignal<{ status: "letter-sent" | "following"; name: string; email: string }>();
  const own = () => {
    const viewer = site().viewer;
    return viewer?.kind === "resident" ? viewer.email : undefined;
  };
  const form = createForm({
    initial: { email: "" },
    check: ({ email }) =>
      own() === undefined && readEmail(email) === undefined
        ? [{ field: emailField, message: follow.emailMissing }]
        : [],
    send: ({ email }, key) => {
      const address = own() === undefined ? { email: email.trim() } : {};
      const request = api.follows.$post({
        header: { "idempotency-key": key },
        json: { subject: subjectOf(props.subject), ...address },
      });
      return send(request, ({ status, name }) => setAsked({ status, name, email: email.trim() }));
    },
  });
  return (
    <section class="panel stack stack--close no-print" id="volgen">
      <Show
        when={asked()}
        fallback={
          <>
            <Heading level={props.level ?? 2} looks={3}>
              {follow.title[props.subject.kind]}
            </Heading>
            <Paragraph>
              <Show when={own()} fallback={follow.text[props.subject.kind]}>
                {(email) => follow.textSignedIn(email())}
              </Show>
            </Paragraph>
            <Form form={form} action={follow.action} onSent={() => {}} short>
              <Show when={own() === undefined}>
                <TextField {...form.bind(emailField)} label={follow.email} kind="email" autocomplete="email" />
              </Show>
            </Form>
          </>
        }
      >
        {(of) => (
          <Switch>
            <Match when={of().status === "following"}>
              <Notice tone="good" title={follow.following.title(of().name)} level={props.level} takesFocus>
                <p>{follow.following.text}</p>
              </Notice>
            </Match>
            <Match when={of().status === "letter-sent"}>
              <Notice tone="good" title={follow.letterSent.title} level={props.level} takesFocus>
                <p>{follow.letterSent.text(of().email)}</p>
                <p class="small">{follow.letterSent.stop}</p>
              </Notice>
            </Match>
          </Switch>
        )}
      </Show>
    </section>
  );
}

/** Each kind has ids of its own; the API checks them. */
function subjectOf({ kind, id }: FollowSubject) {
  if (kind === "district") return { kind, id } as const;
  return kind === "enterprise" ? ({ kind, id } as const) : ({ kind: "proposal", id } as const);
}
