import { firstCharacters } from "@hevel/api/client";
import { createSignal, For, Show } from "solid-js";
import { limits } from "../../forms/limits.ts";
import { acceptFor, uploadFormal } from "../../forms/upload.ts";
import { announce } from "../../ui/announcer.ts";
import { Button } from "../../ui/button.tsx";
import { fieldId } from "../../ui/field.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { formal as text } from "../../words/nl.ts";

/** A file that was sent and goes along. */
export type SentFile = { readonly fileId: string; readonly name: string };

/** The rows of a form, as files. */
export const filesOf = (rows: readonly Readonly<Record<string, string>>[]): SentFile[] =>
  rows.map(({ fileId = "", name = "" }) => ({ fileId, name }));

/** Files that go along with a message; each is sent as soon as it is chosen. */
export function FormalFiles(props: {
  readonly files: readonly SentFile[];
  readonly error?: string | undefined;
  readonly onAdd: (file: SentFile) => void;
  readonly onRemove: (index: number) => void;
}) {
  const [file, setFile] = createSignal<File>();
  const [progress, setProgress] = createSignal<number>();
  const [refusal, setRefusal] = createSignal<string>();
  const choose = async (chosen: File | undefined) => {
    setRefusal(undefined);
    setProgress(undefined);
    setFile(() => chosen);
    if (chosen === undefined) return;
    const sent = await uploadFormal(chosen, (share) => {
      if (file() === chosen) setProgress(share);
    });
    // Another file may have been chosen meanwhile; then this one does not count any more.
    if (file() !== chosen) return;
    setProgress(undefined);
    if (!sent.ok) return void setRefusal(sent.message);
    setFile(undefined);
    const name = firstCharacters(chosen.name, limits.name) || text.filesTitle;
    props.onAdd({ fileId: sent.fileId, name });
    announce(text.fileAdded(name));
  };
  const remove = (index: number) => {
    const { name = "" } = props.files[index] ?? {};
    props.onRemove(index);
    announce(text.fileRemoved(name));
    document.getElementById(fieldId("files"))?.focus();
  };
  return (
    <div class="stack stack--close">
      <Show when={props.files.length > 0}>
        <p>
          <strong>{text.filesTitle}</strong>
        </p>
        <ul class="files stack stack--tight">
          <For each={props.files}>
            {({ name }, index) => (
              <li>
                {name}{" "}
                <Button look="subtle" onPress={() => remove(index())}>
                  {text.removeFile} <span class="visually-hidden">{name}</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show
        when={props.files.length < limits.formalFiles}
        fallback={<Paragraph look="quiet">{text.filesFull}</Paragraph>}
      >
        <FileField
          name="files"
          label={text.files}
          hint={text.filesHint(limits.formalFiles)}
          error={props.error}
          optional
          value={file()}
          onInput={(chosen) => void choose(chosen)}
          accept={acceptFor("message")}
          progress={progress()}
          refusal={refusal()}
        />
      </Show>
    </div>
  );
}
