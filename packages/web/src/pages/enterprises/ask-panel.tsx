import { readEmail } from "@hevel/api/client";
import { createEffect, createSignal, on, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { api, send } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { enterprises, follow } from "../../words/nl.ts";

const text = enterprises.ask;

/** Asking an enterprise something, without an account: its board gets a letter and answers by mail. */
export function AskPanel(props: { readonly enterpriseId: string }) {
  const site = useSite();
  const [answerTo, setAnswerTo] = createSignal<string>();
  const own = () => {
    const viewer = site().viewer;
    return viewer?.kind === "resident" ? viewer : undefined;
  };
  const form = createForm({
    initial: { name: "", email: "", question: "" },
    check: ({ name, email, question }) => {
      const found = gatherErrors();
      found.text("question", question, limits.note, text.questionEmpty);
      found.text("name", name, limits.name, text.nameEmpty);
      if (readEmail(email) === undefined) found.add("email", follow.emailMissing);
      return found.errors;
    },
    send: ({ name, email, question }) => {
      const json = { name: name.trim(), email: email.trim(), question: question.trim() };
      const param = { enterpriseId: props.enterpriseId };
      return send(api.enterprises[":enterpriseId"].questions.$post({ param, json }), () => setAnswerTo(json.email));
    },
  });
  // Who is signed in is known after the page; what somebody typed by then stays.
  createEffect(
    on(own, (viewer) => {
      if (form.values.name === "" && viewer?.name !== undefined) form.set("name", viewer.name);
      if (form.values.email === "" && viewer !== undefined) form.set("email", viewer.email);
    }),
  );
  return (
    <section class="panel stack stack--close no-print" id="vraag">
      <Show
        when={answerTo()}
        fallback={
          <>
            <Heading level={2} looks={3}>
              {text.title}
            </Heading>
            <Paragraph>{text.text}</Paragraph>
            <Form form={form} action={text.action} onSent={() => {}} scope="vraag">
              <TextArea {...form.bind("question")} label={text.question} max={limits.note} rows={5} />
              <TextField {...form.bind("name")} label={text.name} autocomplete="name" />
              <TextField
                {...form.bind("email")}
                label={text.email}
                hint={text.emailHint}
                kind="email"
                autocomplete="email"
              />
            </Form>
          </>
        }
      >
        {(email) => (
          <Notice tone="good" title={text.sent} takesFocus>
            <p>{text.sentText(email())}</p>
          </Notice>
        )}
      </Show>
      <p class="small">
        <Link href={paths.report("enterprise", props.enterpriseId)}>{text.abuse}</Link>
      </p>
    </section>
  );
}
