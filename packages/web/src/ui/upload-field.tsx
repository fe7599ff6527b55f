import { createSignal, Show } from "solid-js";
import { acceptFor, type Purpose, type Uploaded, upload } from "../forms/upload.ts";
import { ui } from "../words/nl.ts";
import type { FieldProps } from "./field.tsx";
import { FileField } from "./file-field.tsx";
import { Shape } from "./shape.tsx";

/**
 * A photo or receipt that is sent as soon as it is chosen, so that it outlives an error, an expired session and a closed
 * tab. The value is the id of the sent file, or "".
 */
export function UploadField(
  props: FieldProps & {
    readonly value: string;
    readonly onInput: (fileId: string) => void;
    readonly purpose: Exclude<Purpose, "message">;
    readonly enterpriseId: string;
    /** The file that is there already, shown by the page itself: it needs no "bewaard". */
    readonly existing?: string | undefined;
  },
) {
  const [file, setFile] = createSignal<File>();
  const [progress, setProgress] = createSignal<number>();
  const [failure, setFailure] = createSignal<string>();
  const choose = async (chosen: File | undefined) => {
    setFile(() => chosen);
    setProgress(undefined);
    setFailure(undefined);
    props.onInput(chosen === undefined ? (props.existing ?? "") : "");
    if (chosen === undefined) return;
    const sent: Uploaded = await upload(chosen, props.purpose, props.enterpriseId, (share) => {
      if (file() === chosen) setProgress(share);
    });
    // Another file may have been chosen meanwhile; then this one does not count any more.
    if (file() !== chosen) return;
    if (sent.ok) props.onInput(sent.fileId);
    else {
      setProgress(undefined);
      setFailure(sent.message);
    }
  };
  return (
    <div class="stack stack--close">
      <FileField
        name={props.name}
        label={props.label}
        hint={props.hint}
        error={props.error}
        refusal={failure()}
        optional={props.optional}
        value={file()}
        onInput={(chosen) => void choose(chosen)}
        accept={acceptFor(props.purpose)}
        progress={progress()}
      />
      <Show when={file() === undefined && props.value !== "" && props.value !== props.existing}>
        <p class="autosave">
          <Shape name="check" class="autosave__shape" />
          {ui.file.kept}
        </p>
      </Show>
    </div>
  );
}
