import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { NewsWords } from "../../blocks/news-words.tsx";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import type { Update } from "../../reading/answers.ts";
import { answer, api, send } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { expense } from "../../words/nl.ts";

const text = expense.update;

/** Correcting news: the page then says since when it reads as it does. */
export function EditUpdatePage() {
  const params = useParams<{ proposalId: string; updateId: string }>();
  const reading = createReading(
    () => ({ proposalId: params.proposalId, updateId: params.updateId }),
    (param) => answer(api.proposals[":proposalId"].updates[":updateId"].$get({ param })),
  );
  const update = () => (reading.value()?.hidden === undefined ? reading.value() : undefined);
  return (
    <Page title={text.editTitle} lead={text.editLead}>
      <Shown reading={reading} isPart>
        {() => (
          <Show when={update()} fallback={<Notice tone="attention" title={text.gone} />}>
            {(found) => <CorrectionForm update={found()} />}
          </Show>
        )}
      </Shown>
    </Page>
  );
}

function CorrectionForm(props: { readonly update: Update }) {
  const navigate = useNavigate();
  const { id: updateId, proposalId, title, body } = props.update;
  const form = createForm({
    draftKey: `nieuws-aanpassen:${updateId}`,
    initial: { title, body },
    check: (values) => {
      const found = gatherErrors();
      found.text("title", values.title, limits.title, text.headlineEmpty);
      found.text("body", values.body, limits.text, text.bodyEmpty);
      return found.errors;
    },
    send: (values) => {
      const json = { title: values.title.trim(), body: values.body.trim() };
      const route = api.proposals[":proposalId"].updates[":updateId"];
      return send(route.$put({ param: { proposalId, updateId }, json }));
    },
  });
  return (
    <Form
      form={form}
      action={text.editAction}
      preview={{ to: text.previewEdit, body: () => <NewsWords {...form.snapshot()} /> }}
      onSent={() => navigate(paths.proposal(proposalId))}
    >
      <TextField {...form.bind("title")} label={text.headline} />
      <TextArea {...form.bind("body")} label={text.body} max={limits.text} rows={7} />
    </Form>
  );
}
