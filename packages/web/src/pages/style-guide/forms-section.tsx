import { createSignal, Show } from "solid-js";
import { dateProblem } from "../../forms/field-errors.ts";
import { createForm, type FieldError } from "../../forms/form.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { parseDate } from "../../words/dates.ts";
import { parseCents } from "../../words/money.ts";
import { styleGuide, ui } from "../../words/nl.ts";

const summaryMax = 600;
const text = styleGuide.form;

const initial = {
  title: "",
  summary: "",
  amount: "",
  startsOn: "",
  district: "",
  legalForm: "",
  themes: [] as string[],
};

function check(values: typeof initial): FieldError[] {
  const errors: FieldError[] = [];
  const amount = parseCents(values.amount);
  const startsOn = parseDate(values.startsOn);
  if (values.title.trim() === "") errors.push({ field: "title", message: text.errors.title });
  if (values.summary.trim() === "") errors.push({ field: "summary", message: text.errors.summary });
  if (!amount.ok) errors.push({ field: "amount", message: ui.amount.problems[amount.problem] });
  if (!startsOn.ok) errors.push({ field: "startsOn", message: dateProblem(values.startsOn) ?? "" });
  if (values.district === "") errors.push({ field: "district", message: text.errors.district });
  if (values.legalForm === "") errors.push({ field: "legalForm", message: text.errors.legalForm });
  if (values.themes.length === 0) errors.push({ field: "themes", message: text.errors.themes });
  return errors;
}

export function FormsSection() {
  const form = createForm({ draftKey: "style-guide", initial, check, send: async () => ({ ok: true }) });
  const [receipt, setReceipt] = createSignal<File>();
  const [isSent, setSent] = createSignal(false);
  return (
    <section class="section stack">
      <Heading level={2}>{styleGuide.sections.forms}</Heading>
      <Show when={isSent()}>
        <Notice tone="good" level={3} title={text.sent} spoken />
      </Show>
      <Form form={form} action={styleGuide.buttons.primary} onSent={() => setSent(true)}>
        <TextField {...form.bind("title")} label={text.title} hint={text.titleHint} />
        <TextArea {...form.bind("summary")} label={text.summary} hint={text.summaryHint} max={summaryMax} />
        <AmountField {...form.bind("amount")} label={text.amount} hint={text.amountHint} />
        <DateField {...form.bind("startsOn")} label={text.date} hint={text.dateHint} />
        <SelectField
          {...form.bind("district")}
          label={text.district}
          options={styleGuide.districts.map((name) => ({ value: name, label: name }))}
        />
        <RadioGroup {...form.bind("legalForm")} label={text.legalForm} options={text.legalForms} />
        <CheckboxGroup
          {...form.bind("themes")}
          label={text.themes}
          hint={text.themesHint}
          options={text.themeOptions}
          columns
        />
        <FileField
          name="receipt"
          label={text.receipt}
          hint={text.receiptHint}
          optional
          value={receipt()}
          onInput={setReceipt}
          accept="image/jpeg,image/png,application/pdf"
        />
      </Form>
    </section>
  );
}
