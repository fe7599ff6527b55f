import { For, Show } from "solid-js";
import { FieldGroup, type FieldProps } from "./field.tsx";
import type { Option } from "./option.ts";

/** Any of a few, all in view. The value lists what is ticked, in the order of the options. */
export function CheckboxGroup(
  props: FieldProps & {
    readonly value: readonly string[];
    readonly onInput: (value: string[]) => void;
    readonly options: readonly Option[];
    readonly columns?: boolean | undefined;
  },
) {
  const toggle = (value: string, on: boolean) =>
    props.onInput(
      props.options.map((option) => option.value).filter((each) => (each === value ? on : props.value.includes(each))),
    );
  return (
    <FieldGroup {...props}>
      {(wiring) => (
        <div class="options" classList={{ "options--columns": props.columns === true }}>
          <For each={props.options}>
            {(option, index) => {
              const id = () => (index() === 0 ? wiring.id : `${wiring.id}-${index()}`);
              return (
                <label class="option" for={id()}>
                  <input
                    id={id()}
                    class="option__input"
                    type="checkbox"
                    name={props.name}
                    value={option.value}
                    checked={props.value.includes(option.value)}
                    aria-invalid={wiring.invalid}
                    aria-labelledby={`${id()}-naam`}
                    aria-describedby={option.hint === undefined ? undefined : `${id()}-uitleg`}
                    onChange={(event) => toggle(option.value, event.currentTarget.checked)}
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
