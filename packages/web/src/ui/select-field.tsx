import { For, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { Field, type FieldProps } from "./field.tsx";

/** One of many, in a list that opens. For up to seven options `RadioGroup` is easier to use. */
export function SelectField(
  props: FieldProps & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    /** Leaves out "Maak een keuze", for a filter that always has a value. */
    readonly alwaysChosen?: boolean | undefined;
  },
) {
  return (
    <Field {...props}>
      {(wiring) => (
        <select
          id={wiring.id}
          name={props.name}
          class="utrecht-textbox utrecht-textbox--html-input"
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onChange={(event) => props.onInput(event.currentTarget.value)}
        >
          <Show when={props.alwaysChosen !== true}>
            <option value="" selected={props.value === ""}>
              {ui.select.choose}
            </option>
          </Show>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
