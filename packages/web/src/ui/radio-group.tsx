import { For, Show } from "solid-js";
import { FieldGroup, type FieldProps } from "./field.tsx";
import type { Option } from "./option.ts";

/** One of a few, all in view. */
export function RadioGroup(
  props: FieldProps & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly options: readonly Option[];
    readonly columns?: boolean | undefined;
    /** Short options beside each other: grades. */
    readonly row?: boolean | undefined;
  },
) {
  return (
    <FieldGroup {...props}>
      {(wiring) => (
        <div
          class="options"
          classList={{ "options--columns": props.columns === true, "options--row": props.row === true }}
        >
          <For each={props.options}>
            {(option, index) => {
              const id = () => (index() === 0 ? wiring.id : `${wiring.id}-${index()}`);
              return (
                <label class="option" for={id()}>
                  <input
                    id={id()}
                    class="option__input"
                    type="radio"
                    name={props.name}
                    value={option.value}
                    checked={props.value === option.value}
                    aria-invalid={wiring.invalid}
                    aria-labelledby={`${id()}-naam`}
                    aria-describedby={option.hint === undefined ? undefined : `${id()}-uitleg`}
                    onChange={() => props.onInput(option.value)}
                  />
                  <span id={`${id()}-naam`}>{option.label}</span>
                  <Show when={option.hint}>
                    <span class="option__hint" id={`${id()}-uitleg`}>
                      {option.hint}
                    </span>
                  </Show>
                </label>
              );
            }}
          </For>
        </div>
      )}
    </FieldGroup>
  );
}
