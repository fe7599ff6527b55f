import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { Button } from "./button.tsx";
import { FieldGroup, type FieldProps } from "./field.tsx";
import { Shape } from "./shape.tsx";

/**
 * A photo or a receipt. On a phone the camera comes first. Shows what was chosen, how big it is and how far sending is.
 * `progress` runs from 0 to 1 while sending; 1 says "Verstuurd".
 */
export function FileField(
  props: FieldProps & {
    readonly value: File | undefined;
    readonly onInput: (file: File | undefined) => void;
    /** Media types for the file dialogue: `image/jpeg,image/png,application/pdf`. The server decides by content. */
    readonly accept: string;
    readonly progress?: number | undefined;
    /** Why the chosen file was refused: shown as the error and spoken at once, wherever focus is. */
    readonly refusal?: string | undefined;
  },
) {
  const choose = (event: Event & { currentTarget: HTMLInputElement }) => {
    const file = event.currentTarget.files?.[0];
    // Emptied, so that choosing the same file again after removing it is seen.
    event.currentTarget.value = "";
    if (file !== undefined) props.onInput(file);
  };
  return (
    <FieldGroup {...props} error={props.refusal ?? props.error}>
      {(wiring) => (
        <div class="file">
          <p class="visually-hidden" role="alert">
            {props.refusal ?? ""}
          </p>
          <Show when={props.value}>
            {(file) => (
              <Chosen
                file={file()}
                progress={props.progress}
                onRemove={() => {
                  props.onInput(undefined);
                  // The button that was pressed is gone; who works with the keyboard goes on where a file is chosen.
                  document.getElementById(wiring.id)?.focus();
                }}
              />
            )}
          </Show>
          <div class="file__acts">
            <label class="nl-button nl-button--primary file__act file__camera" for={`${wiring.id}-camera`}>
              <Shape name="camera" class="nl-button__icon" />
              {ui.file.takePhoto}
              <input
                id={`${wiring.id}-camera`}
                class="file__input"
                type="file"
                accept="image/*"
                capture="environment"
                onChange={choose}
              />
            </label>
            <label class="nl-button nl-button--secondary file__act" for={wiring.id}>
              <Shape name="file" class="nl-button__icon" />
              {props.value === undefined ? ui.file.choose : ui.file.chooseOther}
              <input
                id={wiring.id}
                class="file__input"
                type="file"
                accept={props.accept}
                aria-describedby={wiring.describedBy}
                aria-invalid={wiring.invalid}
                onChange={choose}
              />
            </label>
          </div>
        </div>
      )}
    </FieldGroup>
  );
}

function Chosen(props: { file: File; progress: number | undefined; onRemove: () => void }) {
  const [picture, setPicture] = createSignal<string>();
  createEffect(() => {
    if (!props.file.type.startsWith("image/")) return setPicture(undefined);
    const url = URL.createObjectURL(props.file);
    onCleanup(() => URL.revokeObjectURL(url));
    return setPicture(url);
  });
  const percent = () => Math.round((props.progress ?? 0) * 100);
  return (
    <div class="file__chosen">
      <Show when={picture()} fallback={<Shape name="file" class="file__preview" />}>
        {(url) => <img class="file__preview" src={url()} alt={ui.file.preview} />}
      </Show>
      <div class="stack stack--tight">
        <p class="file__name">{props.file.name}</p>
        <p class="small quiet">{ui.file.size(props.file.size)}</p>
        <Show when={props.progress !== undefined}>
          <progress class="file__progress" max="100" value={percent()} aria-label={ui.file.sending(percent())} />
          <p class="small" role="status">
            {percent() >= 100 ? ui.file.sent : ui.file.sending(Math.floor(percent() / 25) * 25)}
          </p>
        </Show>
        <Show when={props.progress === undefined}>
          <Button look="subtle" onPress={props.onRemove}>
            {ui.file.remove} <span class="visually-hidden">{props.file.name}</span>
          </Button>
        </Show>
      </div>
    </div>
  );
}
