import { readEmail } from "@hevel/api/client";
import { useParams } from "@solidjs/router";
import { createEffect, createSignal, Match, on, onMount, Show, Switch } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { type Answer, answer, api, send } from "../../reading/api.ts";
import { createReading, isMissing } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { DataList } from "../../ui/data-list.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { dayOf, formatDate } from "../../words/dates.ts";
import { follow, formal } from "../../words/nl.ts";
import { NotFoundPage } from "../not-found.tsx";
import { FormalFiles, filesOf } from "./files.tsx";
import { type FormalKind, type FormalSubject, kindIn, subjectIn } from "./kinds.ts";
import { type Receipt, ReceiptPanel } from "./receipt.tsx";

const subjects = api["formal-subjects"][":about"][":subjectId"];
type Subject = Answer<Awaited<ReturnType<typeof subjects.$get>>>;

/** Writing an objection or another formal message, without an account. */
export function WriteFormalPage() {
  const params = useParams<{ formalKind: string; about?: string; subjectId?: string }>();
  const kind = () => kindIn(params.formalKind);
  return (
    <Show when={kind()} keyed fallback={<NotFoundPage />}>
      {(found) => <WritePage kind={found} subject={subjectIn(params.about, params.subjectId)} />}
    </Show>
  );
}

function WritePage(props: { readonly kind: FormalKind; readonly subject: FormalSubject | undefined }) {
  const words = formal.kinds[props.kind];
  const [sent, setSent] = createSignal<{ receipt: Receipt; email: string }>();
  const reading = createReading(
    () => props.subject,
    ({ about, id: subjectId }) => answer(subjects.$get({ param: { about, subjectId } })),
  );
  const isGone = () => isMissing(reading);
  const subject = () => (isGone() ? undefined : props.subject);
  return (
    <Page
      title={words.title}
      lead={sent() === undefined ? words.lead : undefined}
      crumbs={[{ label: formal.choose.title, href: paths.formal() }]}
    >
      <Switch
        fallback={
          <div class="stack form-measure">
            <Show when={isGone()}>
              <Notice tone="attention" title={formal.gone} />
            </Show>
            <Show when={reading.value()}>{(found) => <About found={found()} kind={props.kind} />}</Show>
            <WriteForm kind={props.kind} subject={subject()} onSent={(receipt, email) => setSent({ receipt, email })} />
            <Paragraph look="small">{formal.readBy}</Paragraph>
          </div>
        }
      >
        <Match when={sent()}>
          {(done) => (
            <ReceiptPanel receipt={done().receipt} title={formal.sent.title} lead={formal.sent.text(done().email)} />
          )}
        </Match>
      </Switch>
    </Page>
  );
}

/** What it is about, and whether there is still time. */
function About(props: { readonly found: Subject; readonly kind: FormalKind }) {
  const until = () => (props.kind === "objection" ? props.found.objectionUntil : undefined);
  const [isLate, setLate] = createSignal(false);
  // The page may have been made, and kept, on another day.
  onMount(() => setLate((until() ?? "9999") < dayOf(new Date())));
  return (
    <div class="panel stack stack--close">
      <DataList
        rows={[
          { term: formal.about, value: props.found.title ?? formal.unnamed },
          ...(props.found.reference === undefined ? [] : [{ term: formal.reference, value: props.found.reference }]),
          ...(until() === undefined || isLate() ? [] : [{ term: formal.until, value: formatDate(until() ?? "") }]),
        ]}
      />
      <Show when={isLate() && until()}>{(last) => <p>{formal.late(formatDate(last()))}</p>}</Show>
    </div>
  );
}

function WriteForm(props: {
  readonly kind: FormalKind;
  readonly subject: FormalSubject | undefined;
  readonly onSent: (receipt: Receipt, email: string) => void;
}) {
  const site = useSite();
  const words = formal.kinds[props.kind];
  const { kind, subject } = props;
  const form = createForm({
    draftKey: `formeel:${kind}:${subject?.about ?? ""}:${subject?.id ?? ""}`,
    initial: { description: "", words: "", name: "", address: "", email: "", files: [] as Record<string, string>[] },
    check: (typed) => {
      const found = gatherErrors();
      if (props.subject === undefined)
        found.text("description", typed.description, limits.summary, words.descriptionEmpty);
      found.text("words", typed.words, limits.text, words.wordsEmpty);
      found.text("name", typed.name, limits.name, formal.nameEmpty);
      found.text("address", typed.address, limits.address, formal.addressEmpty);
      if (readEmail(typed.email) === undefined) found.add("email", follow.emailMissing);
      return found.errors;
    },
    send: ({ files, ...typed }, key) => {
      const about = props.subject;
      const json = {
        kind,
        ...(about === undefined ? {} : { subject: about }),
        ...typed,
        email: typed.email.trim(),
        attachments: filesOf(files),
      };
      const request = api["formal-messages"].$post({ json, header: { "idempotency-key": key } });
      const field = (path: string) => (path.startsWith("attachments") ? "files" : path);
      return send(request, (receipt) => props.onSent(receipt, json.email), field);
    },
  });
  const own = () => {
    const viewer = site().viewer;
    return viewer?.kind === "resident" ? viewer : undefined;
  };
  // Who is signed in is known after the page; what somebody typed by then stays.
  createEffect(
    on(own, (viewer) => {
      if (form.values.name === "" && viewer?.name !== undefined) form.set("name", viewer.name);
      if (form.values.email === "" && viewer !== undefined) form.set("email", viewer.email);
    }),
  );
  return (
    <Form form={form} action={words.action} onSent={() => {}}>
      <Show when={props.subject === undefined}>
        <TextArea
          {...form.bind("description")}
          label={words.description}
          hint={words.descriptionHint}
          max={limits.summary}
          rows={2}
        />
      </Show>
      <TextArea {...form.bind("words")} label={words.words} hint={words.wordsHint} max={limits.text} rows={8} />
      <FormalFiles
        files={filesOf(form.values.files)}
        error={form.errorOf("files")}
        onAdd={(file) => form.addRow("files", file)}
        onRemove={(index) => form.removeRow("files", index)}
      />
      <TextField {...form.bind("name")} label={formal.name} autocomplete="name" />
      <TextArea
        {...form.bind("address")}
        label={formal.address}
        hint={formal.addressHint}
        max={limits.address}
        rows={3}
      />
      <TextField
        {...form.bind("email")}
        label={formal.email}
        hint={formal.emailHint}
        kind="email"
        autocomplete="email"
      />
    </Form>
  );
}
