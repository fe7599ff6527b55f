import { cleanText, countCharacters } from "@hevel/api/client";
import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { Field, type FieldProps, useFieldId } from "./field.tsx";

/** Several lines of text. With `max` it counts down from four fifths on; typing past the limit is allowed and said, never cut. */
export function TextArea(
  props: FieldProps & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly max?: number | undefined;
    readonly rows?: number | undefined;
  },
) {
  const idOf = useFieldId();
  const asideId = () => `${idOf(props.name)}-teller`;
  const left = () => (props.max ?? 0) - countCharacters(cleanText(props.value));
  const isNear = () => props.max !== undefined && left() < props.max / 5;
  const sentence = () => (left() >= 0 ? ui.textArea.left(left()) : ui.textArea.over(-left()));
  const spoken = createCalm(() => (isNear() ? sentence() : ""));
  return (
    <Field {...props}>
      {(wiring) => (
        <>
          <textarea
            id={wiring.id}
            name={props.name}
            class="utrecht-textbox utrecht-textbox--html-input"
            rows={props.rows ?? 5}
            aria-describedby={wiring.describedBy}
            aria-invalid={wiring.invalid}
            aria-required={props.optional === true ? undefined : "true"}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
          <Show when={props.max !== undefined}>
            <p class="field__aside" classList={{ "field__aside--over": left() < 0 }} id={asideId()} aria-hidden="true">
              {isNear() ? sentence() : ""}
            </p>
            <p class="visually-hidden" role="status">
              {spoken()}
            </p>
          </Show>
        </>
      )}
    </Field>
  );
}

/** Speaks only once typing pauses; a count per key press would talk over the typing. */
function createCalm(text: () => string): () => string {
  const [calm, setCalm] = createSignal("");
  createEffect(
    on(text, (latest) => {
      const timer = setTimeout(() => setCalm(latest), 1000);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return calm;
}
