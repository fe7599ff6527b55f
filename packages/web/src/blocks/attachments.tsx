import { firstCharacters } from "@hevel/api/client";
import { createSignal, For, type JSX, Show } from "solid-js";
import { limits } from "../forms/limits.ts";
import { acceptFor, upload } from "../forms/upload.ts";
import { answer, api, refusalOf } from "../reading/api.ts";
import { createReading, type Reading } from "../reading/resource.tsx";
import { announce } from "../ui/announcer.ts";
import { Button } from "../ui/button.tsx";
import { fieldId } from "../ui/field.tsx";
import { FileField } from "../ui/file-field.tsx";
import { Heading } from "../ui/heading.tsx";
import { Notice } from "../ui/notice.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { refusals, attachments as text, ui } from "../words/nl.ts";
import { HiddenNote, ReportLink } from "./moderation.tsx";

const read = (proposalId: string) => answer(api.proposals[":proposalId"].attachments.$get({ param: { proposalId } }));
type Attachments = Awaited<ReturnType<typeof read>>;
type Attachment = Attachments["items"][number];

const attachmentsMax = 10;

/** The files with a proposal that the reader may open; nothing where there are none. */
export function AttachmentList(props: { readonly proposalId: string }) {
  const reading = createReading(() => props.proposalId, read);
  return (
    <Show when={reading.value()?.items.length ? reading.value() : undefined}>
      {(found) => (
        <section class="stack stack--close">
          <Heading level={2}>{text.title}</Heading>
          <Files proposalId={props.proposalId} items={found().items} />
        </section>
      )}
    </Show>
  );
}

/** The same for the board while it may add files: each is sent as soon as it is chosen. */
export function AttachmentEditor(props: { readonly proposalId: string; readonly enterpriseId: string }) {
  const reading = createReading(() => props.proposalId, read);
  return (
    <Show when={reading.value()}>
      {(found) => (
        <section class="stack section form-measure">
          <Heading level={2}>{text.title}</Heading>
          <Paragraph>{text.lead(attachmentsMax)}</Paragraph>
          <Show when={found().isKept}>
            <Paragraph>{text.kept}</Paragraph>
          </Show>
          <Show when={found().items.length > 0} fallback={<Paragraph look="quiet">{text.none}</Paragraph>}>
            <Files
              proposalId={props.proposalId}
              items={found().items}
              act={(file) => (
                <Show when={found().mayRemove}>
                  <Remove proposalId={props.proposalId} file={file} reading={reading} />
                </Show>
              )}
            />
          </Show>
          <Show when={found().room > 0} fallback={<Paragraph look="quiet">{text.full}</Paragraph>}>
            <Add proposalId={props.proposalId} enterpriseId={props.enterpriseId} onAdded={reading.replace} />
          </Show>
        </section>
      )}
    </Show>
  );
}

const whoOpens = ({ isPublic, hidden }: Attachment) => (isPublic && hidden === undefined ? text.public : text.closed);

function Files(props: {
  readonly proposalId: string;
  readonly items: readonly Attachment[];
  readonly act?: (file: Attachment) => JSX.Element;
}) {
  return (
    <ul class="files stack stack--tight">
      <For each={props.items}>
        {(file) => (
          <li>
            <Show when={file.name !== ""}>
              <a class="nl-link" href={`/v1/proposals/${props.proposalId}/attachments/${file.fileId}`} rel="external">
                {file.name}
              </a>{" "}
            </Show>
            <span class="small quiet">
              {text.kind[file.contentType]}, {ui.file.size(file.sizeBytes)}, {whoOpens(file)}
            </span>{" "}
            {props.act?.(file)}
            <Show
              when={file.hidden}
              fallback={
                <Show when={props.act === undefined && file.isPublic}>
                  <ReportLink of={{ kind: "attachment", id: props.proposalId, part: file.fileId }} about={file.name} />
                </Show>
              }
            >
              {(hidden) => <HiddenNote hidden={hidden()} caseId={`${props.proposalId}.${file.fileId}`} />}
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function Remove(props: {
  readonly proposalId: string;
  readonly file: Attachment;
  readonly reading: Reading<Attachments>;
}) {
  const [failure, setFailure] = createSignal<string>();
  const [isAsking, setAsking] = createSignal(false);
  const remove = async () => {
    const { fileId, name } = props.file;
    const param = { proposalId: props.proposalId, fileId };
    try {
      await answer(api.proposals[":proposalId"].attachments[":fileId"].$delete({ param }));
      props.reading.replace(await read(props.proposalId));
      announce(text.removed(name));
      document.getElementById(fieldId("attachment"))?.focus();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <>
      <Show
        when={isAsking()}
        fallback={
          // What was sent in may be read already: then it asks first.
          <Button look="subtle" onPress={() => (props.reading.value()?.isKept ? setAsking(true) : void remove())}>
            {text.remove} <span class="visually-hidden">{props.file.name}</span>
          </Button>
        }
      >
        <Notice tone="attention" level={3} title={text.removeSure(props.file.name)} spoken>
          <p>{text.removeSureText}</p>
          <div class="cluster">
            <Button onPress={() => void remove()}>{text.removeYes}</Button>
            <Button look="subtle" onPress={() => setAsking(false)}>
              {text.removeNo}
            </Button>
          </div>
        </Notice>
      </Show>
      <span class="field__error" role="alert">
        {failure() ?? ""}
      </span>
    </>
  );
}

function Add(props: {
  readonly proposalId: string;
  readonly enterpriseId: string;
  readonly onAdded: (all: Attachments) => void;
}) {
  const [who, setWho] = createSignal("");
  const [whoError, setWhoError] = createSignal<string>();
  const [file, setFile] = createSignal<File>();
  const [progress, setProgress] = createSignal<number>();
  const [refusal, setRefusal] = createSignal<string>();
  const fail = (sentence: string) => {
    setProgress(undefined);
    setRefusal(sentence);
  };
  const choose = async (chosen: File | undefined) => {
    setRefusal(undefined);
    setWhoError(chosen !== undefined && who() === "" ? text.whoEmpty : undefined);
    if (chosen !== undefined && who() === "") return void document.getElementById(fieldId("attachment-who"))?.focus();
    setFile(() => chosen);
    setProgress(undefined);
    if (chosen === undefined) return undefined;
    const sent = await upload(chosen, "attachment", props.enterpriseId, setProgress);
    if (!sent.ok) return fail(sent.message);
    try {
      const name = firstCharacters(chosen.name.replace(/\.[a-z0-9]{1,5}$/i, ""), limits.name) || text.title;
      const json = { fileId: sent.fileId, name, isPublic: who() === "public" };
      const route = api.proposals[":proposalId"].attachments;
      const all = await answer(route.$post({ param: { proposalId: props.proposalId }, json }));
      setFile(undefined);
      setProgress(undefined);
      props.onAdded(all);
      return announce(text.added(name));
    } catch (error) {
      return fail(sentenceOf(error));
    }
  };
  return (
    <>
      <RadioGroup
        name="attachment-who"
        label={text.who}
        hint={text.whoHint}
        error={whoError()}
        value={who()}
        onInput={(value) => {
          setWho(value);
          setWhoError(undefined);
        }}
        options={[
          { value: "public", label: text.options.public },
          { value: "closed", label: text.options.closed },
        ]}
      />
      <FileField
        name="attachment"
        label={text.add}
        optional
        value={file()}
        onInput={(chosen) => void choose(chosen)}
        accept={acceptFor("attachment")}
        progress={progress()}
        refusal={refusal()}
      />
    </>
  );
}

function sentenceOf(error: unknown): string {
  const refused = refusalOf(error);
  const sentence = refused.ok ? undefined : (refused.errors?.[0]?.message ?? refused.message);
  return sentence ?? refusals.unreachable;
}
