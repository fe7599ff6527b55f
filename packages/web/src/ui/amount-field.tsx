import { formatCents, parseCents } from "../words/money.ts";
import { ui } from "../words/nl.ts";
import { Field, type FieldProps, useFieldId } from "./field.tsx";

/** An amount of euros. The value is the text as typed; `parseCents` reads it. Below the box stands what was understood. */
export function AmountField(props: FieldProps & { readonly value: string; readonly onInput: (value: string) => void }) {
  const understood = () => {
    const reading = parseCents(props.value);
    return reading.ok ? ui.amount.understood(formatCents(reading.cents)) : "";
  };
  const idOf = useFieldId();
  const asideId = () => `${idOf(props.name)}-gelezen`;
  return (
    <Field {...props} asideId={asideId()}>
      {(wiring) => (
        <div class="read-back">
          <div class="input-group">
            <span class="input-group__sign" aria-hidden="true">
              €
            </span>
            <input
              id={wiring.id}
              name={props.name}
              class="utrecht-textbox utrecht-textbox--html-input"
              type="text"
              inputmode="decimal"
              autocomplete="off"
              aria-describedby={wiring.describedBy}
              aria-invalid={wiring.invalid}
              aria-required={props.optional === true ? undefined : "true"}
              value={props.value}
              onInput={(event) => props.onInput(event.currentTarget.value)}
            />
          </div>
          <p class="field__aside field__aside--understood" id={asideId()}>
            {understood()}
          </p>
        </div>
      )}
    </Field>
  );
}
