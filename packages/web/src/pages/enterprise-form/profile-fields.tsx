import { For, Show } from "solid-js";
import type { Bound } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { useSite } from "../../site/site.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { enterpriseForm } from "../../words/nl.ts";
import { hasKvk, legalFormOptions, type ProfileValues } from "./enterprise-values.ts";

/** The part of a form model that the fields of a profile need. */
export interface ProfileForm {
  readonly values: ProfileValues;
  readonly bind: {
    (
      field:
        | "name"
        | "story"
        | "website"
        | "phone"
        | "address"
        | "openingHours"
        | "legalForm"
        | "kvkNumber"
        | "photoAlt",
    ): Bound<string>;
    (field: "districts"): Bound<string[]>;
  };
  readonly bindRow: (list: "askUs", index: number, key: string) => Bound<string>;
  readonly addRow: (list: "askUs", row: Record<string, string>) => void;
  readonly removeRow: (list: "askUs", index: number) => void;
}

/** A form that holds a profile among its values, seen as only that. */
export const asProfileForm = (form: unknown): ProfileForm => form as ProfileForm;

const text = enterpriseForm;

export function NameFields(props: { readonly form: ProfileForm }) {
  return (
    <>
      <TextField
        {...props.form.bind("name")}
        label={text.name.name}
        hint={text.name.nameHint}
        autocomplete="organization"
      />
      <TextArea
        {...props.form.bind("story")}
        label={text.name.story}
        hint={text.name.storyHint}
        max={limits.text}
        rows={7}
      />
      <TextField
        {...props.form.bind("website")}
        label={text.name.website}
        hint={text.name.websiteHint}
        kind="url"
        autocomplete="url"
        optional
      />
    </>
  );
}

/** Where neighbours find the enterprise; all of it public, none of it asked. */
export function ReachFields(props: { readonly form: ProfileForm }) {
  return (
    <>
      <TextField
        {...props.form.bind("phone")}
        label={text.name.phone}
        hint={text.name.phoneHint}
        kind="tel"
        autocomplete="off"
        width="middle"
        optional
      />
      <TextField {...props.form.bind("address")} label={text.name.address} hint={text.name.addressHint} optional />
      <TextField
        {...props.form.bind("openingHours")}
        label={text.name.openingHours}
        hint={text.name.openingHoursHint}
        optional
      />
    </>
  );
}

export function DistrictField(props: { readonly form: ProfileForm }) {
  const site = useSite();
  const options = () => (site().municipality?.districts ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <CheckboxGroup
      {...props.form.bind("districts")}
      label={text.districts.label}
      hint={text.districts.hint}
      options={options()}
      columns
    />
  );
}

export function LegalFields(props: { readonly form: ProfileForm }) {
  return (
    <>
      <RadioGroup
        {...props.form.bind("legalForm")}
        label={text.legal.label}
        hint={text.legal.hint}
        options={legalFormOptions}
      />
      <Show when={hasKvk(props.form.values.legalForm)}>
        <TextField
          {...props.form.bind("kvkNumber")}
          label={text.legal.kvk}
          hint={text.legal.kvkHint}
          kind="code"
          autocomplete="off"
          width="middle"
        />
      </Show>
    </>
  );
}

export function AskFields(props: { readonly form: ProfileForm }) {
  const rows = () => props.form.values.askUs;
  return (
    <div class="stack">
      <Paragraph>{text.ask.text}</Paragraph>
      <For each={rows()}>
        {(_, index) => (
          <div class="stack stack--tight">
            <TextField
              {...props.form.bindRow("askUs", index(), "question")}
              label={text.ask.label(index() + 1)}
              hint={index() === 0 ? text.ask.hint : undefined}
              optional
            />
            <Show when={rows().length > 1}>
              <Button look="subtle" class="button--flush" onPress={() => props.form.removeRow("askUs", index())}>
                {text.ask.remove(index() + 1)}
              </Button>
            </Show>
          </div>
        )}
      </For>
      <Show when={rows().length < limits.questions}>
        <Button onPress={() => props.form.addRow("askUs", { question: "" })}>{text.ask.add}</Button>
      </Show>
    </div>
  );
}
