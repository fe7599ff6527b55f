import { createContext, type JSX, Show, useContext } from "solid-js";
import { ui } from "../words/nl.ts";
import { Shape } from "./shape.tsx";

/** What every field has. `name` is its place in the form's values and decides its id; `error` is one sentence. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: JSX.Element;
  readonly error?: string | undefined;
  /** Marks the label with "(niet verplicht)"; all other fields are asked for. */
  readonly optional?: boolean | undefined;
}

/** Ties a control to its label, hint and error. */
export interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: "true" | undefined;
}

/** The id of the control of a field; the error summary links to it. `scope` tells forms on one page apart that ask the same. */
export const fieldId = (name: string, scope = ""): string =>
  `veld-${scope === "" ? "" : `${scope}-`}${name.replace(/[^\w-]/g, "-")}`;

/** What a form is called that stands beside others with the same fields; empty for a form on its own. */
export const FieldScope = createContext("");

/** The id of the control of a field of the form that this is in. */
export function useFieldId(): (name: string) => string {
  const scope = useContext(FieldScope);
  return (name) => fieldId(name, scope);
}

function wire(props: FieldProps & { readonly asideId?: string | undefined }): Wiring {
  const idOf = useFieldId();
  return {
    get id() {
      return idOf(props.name);
    },
    get describedBy() {
      const parts = [
        props.hint === undefined ? "" : `${this.id}-hint`,
        props.error === undefined ? "" : `${this.id}-fout`,
        props.asideId ?? "",
      ];
      return parts.filter(Boolean).join(" ") || undefined;
    },
    get invalid() {
      return props.error === undefined ? undefined : "true";
    },
  };
}

type Parts = FieldProps & { readonly asideId?: string | undefined; readonly children: (wiring: Wiring) => JSX.Element };

/** One control with its label, hint and error, in that order: a screen reader hears them with the control. */
export function Field(props: Parts) {
  const wiring = wire(props);
  return (
    <div class="field utrecht-form-field" classList={{ "field--invalid": props.error !== undefined }}>
      <label class="field__label" for={wiring.id}>
        {props.label} <Optional when={props.optional} />
      </label>
      <HintAndError id={wiring.id} hint={props.hint} error={props.error} />
      {props.children(wiring)}
    </div>
  );
}

/** Several controls that answer one question: options, the parts of a date. The first one carries the field's id. */
export function FieldGroup(props: Parts) {
  const wiring = wire(props);
  return (
    <fieldset
      class="field utrecht-form-field"
      classList={{ "field--invalid": props.error !== undefined }}
      aria-describedby={wiring.describedBy}
    >
      <legend class="field__legend">
        {props.label} <Optional when={props.optional} />
      </legend>
      <HintAndError id={wiring.id} hint={props.hint} error={props.error} />
      {props.children(wiring)}
    </fieldset>
  );
}

function Optional(props: { when: boolean | undefined }) {
  return (
    <Show when={props.when}>
      <span class="field__optional">{ui.form.optional}</span>
    </Show>
  );
}

function HintAndError(props: { id: string; hint: JSX.Element; error: string | undefined }) {
  return (
    <>
      <Show when={props.hint}>
        <div class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </div>
      </Show>
      <Show when={props.error}>
        <p class="field__error" id={`${props.id}-fout`}>
          <Shape name="triangle" />
          <span>
            <span class="visually-hidden">{ui.error} </span>
            {props.error}
          </span>
        </p>
      </Show>
    </>
  );
}
