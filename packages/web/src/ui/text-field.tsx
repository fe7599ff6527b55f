import { Field, type FieldProps } from "./field.tsx";

/** One line of text. `kind` picks the keyboard and what the browser may fill in. */
export function TextField(
  props: FieldProps & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly kind?: "text" | "email" | "tel" | "url" | "code" | "search" | undefined;
    readonly autocomplete?: string | undefined;
    readonly width?: "short" | "middle" | "full" | undefined;
  },
) {
  const isCode = () => props.kind === "code";
  return (
    <Field {...props}>
      {(wiring) => (
        <input
          id={wiring.id}
          name={props.name}
          class="utrecht-textbox utrecht-textbox--html-input"
          classList={{ "input--short": props.width === "short", "input--middle": props.width === "middle" }}
          type={isCode() ? "text" : (props.kind ?? "text")}
          inputmode={isCode() ? "numeric" : undefined}
          autocomplete={props.autocomplete ?? (isCode() ? "one-time-code" : "off")}
          autocapitalize={props.kind === "email" ? "none" : undefined}
          spellcheck={props.kind === undefined || props.kind === "text"}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          aria-required={props.optional === true ? undefined : "true"}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
