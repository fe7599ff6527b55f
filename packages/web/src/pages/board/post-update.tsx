import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { NewsWords } from "../../blocks/news-words.tsx";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { answer, api, send } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { UploadField } from "../../ui/upload-field.tsx";
import { expense } from "../../words/nl.ts";

const text = expense.update;

/** News about a proposal, with or without a photo; followers get it by mail. */
export function PostUpdatePage() {
  const params = useParams<{ proposalId: string }>();
  const reading = createReading(
    () => params.proposalId,
    (proposalId) => answer(api.proposals[":proposalId"].$get({ param: { proposalId } })),
  );
  const lead = () => {
    const title = reading.value()?.plan.title;
    return title === undefined ? text.leadPlain : text.lead(title);
  };
  return (
    <Page title={text.title} lead={lead()}>
      <Shown reading={reading} isPart>
        {(proposal) => <UpdateForm proposalId={proposal().id} enterpriseId={proposal().enterprise.id} />}
      </Shown>
    </Page>
  );
}

function UpdateForm(props: { readonly proposalId: string; readonly enterpriseId: string }) {
  const form = createForm({
    draftKey: `bericht:${props.proposalId}`,
    initial: { title: "", body: "", photoId: "", photoAlt: "" },
    check: ({ title, body, photoId, photoAlt }) => {
      const found = gatherErrors();
      found.text("title", title, limits.title, text.headlineEmpty);
      found.text("body", body, limits.text, text.bodyEmpty);
      if (photoId !== "") found.text("photoAlt", photoAlt, limits.photoAlt, text.altEmpty);
      return found.errors;
    },
    send: ({ title, body, photoId, photoAlt }, key) => {
      const photo = photoId === "" ? {} : { photoId, photoAlt: photoAlt.trim() };
      const json = { title: title.trim(), body: body.trim(), ...photo };
      const param = { proposalId: props.proposalId };
      const request = api.proposals[":proposalId"].updates.$post({ param, header: { "idempotency-key": key }, json });
      return send(request);
    },
  });
  const [isDone, setDone] = createSignal(false);
  return (
    <Show
      when={!isDone()}
      fallback={
        <Notice tone="good" title={text.done} takesFocus>
          <p>{text.doneText}</p>
          <ButtonLink href={paths.proposal(props.proposalId)}>{text.toNews}</ButtonLink>
        </Notice>
      }
    >
      <Form
        form={form}
        action={text.action}
        preview={{ to: text.previewTo, body: () => <NewsWords {...form.snapshot()} /> }}
        onSent={() => setDone(true)}
      >
        <TextField {...form.bind("title")} label={text.headline} />
        <TextArea {...form.bind("body")} label={text.body} max={limits.text} rows={7} />
        <UploadField
          {...form.bind("photoId")}
          label={text.photo}
          hint={text.photoHint}
          optional
          purpose="photo"
          enterpriseId={props.enterpriseId}
        />
        <Show when={form.values.photoId !== ""}>
          <TextField {...form.bind("photoAlt")} label={text.alt} hint={text.altHint} />
        </Show>
      </Form>
    </Show>
  );
}
