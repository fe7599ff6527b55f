import { For } from "solid-js";
import { formatDate, parseDate, partsOfDate } from "../words/dates.ts";
import { ui } from "../words/nl.ts";
import { FieldGroup, type FieldProps } from "./field.tsx";

const boxes = [
  { key: "dag", label: ui.date.day },
  { key: "maand", label: ui.date.month },
  { key: "jaar", label: ui.date.year },
] as const;

/** A date in three boxes. The value is the text `dag-maand-jaar` as typed; `parseDate` reads it. A whole date may be pasted. */
export function DateField(props: FieldProps & { readonly value: string; readonly onInput: (value: string) => void }) {
  const parts = () => {
    const reading = /^\d{4}-/.test(props.value) ? parseDate(props.value) : undefined;
    return reading?.ok === true ? reading.date.split("-").reverse() : props.value.split("-");
  };
  const change = (index: number, text: string) => {
    const pasted = text.length > 5 ? partsOfDate(text) : undefined;
    // A weekday is left out once it fits; one that does not fit stays, to be told.
    const fits = pasted?.weekday === "" || parseDate(text).ok;
    if (pasted !== undefined && fits && pasted.day !== "" && pasted.month !== "" && /^\d{4}$/.test(pasted.year))
      return props.onInput(`${pasted.day}-${pasted.month}-${pasted.year}`);
    const next = [0, 1, 2].map((at) => (at === index ? text.replaceAll("-", " ") : (parts()[at] ?? "")));
    return props.onInput(next.some((part) => part.trim() !== "") ? next.join("-") : "");
  };
  const understood = () => {
    const reading = parseDate(props.value);
    return reading.ok ? ui.date.understood(formatDate(reading.date)) : "";
  };
  return (
    <FieldGroup {...props}>
      {(wiring) => (
        <div class="read-back read-back--low">
          <div class="date-boxes">
            <For each={boxes}>
              {(box, index) => {
                const id = () => (index() === 0 ? wiring.id : `${wiring.id}-${box.key}`);
                return (
                  <div class="date-boxes__box">
                    <label for={id()}>{box.label}</label>
                    <input
                      id={id()}
                      name={`${props.name}.${box.key}`}
                      class="utrecht-textbox utrecht-textbox--html-input"
                      classList={{ "date-boxes__year": box.key === "jaar" }}
                      type="text"
                      inputmode="numeric"
                      autocomplete="off"
                      aria-invalid={wiring.invalid}
                      value={parts()[index()] ?? ""}
                      onInput={(event) => change(index(), event.currentTarget.value)}
                    />
                  </div>
                );
              }}
            </For>
          </div>
          <p class="field__aside field__aside--understood">{understood()}</p>
        </div>
      )}
    </FieldGroup>
  );
}
