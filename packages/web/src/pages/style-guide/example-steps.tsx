import { createSignal, Match, Show, Switch } from "solid-js";
import { createForm, type FieldError } from "../../forms/form.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StepFrame } from "../../ui/step-frame.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { formatCents, parseCents } from "../../words/money.ts";
import { styleGuide, ui } from "../../words/nl.ts";

const text = styleGuide.steps;
const titles = [text.what, text.money, text.overview];
const initial = { title: "", summary: "", amount: "" };

function check(values: typeof initial): FieldError[] {
  const errors: FieldError[] = [];
  const amount = parseCents(values.amount);
  if (values.title.trim() === "") errors.push({ field: "title", message: styleGuide.form.errors.title });
  if (values.summary.trim() === "") errors.push({ field: "summary", message: styleGuide.form.errors.summary });
  if (!amount.ok) errors.push({ field: "amount", message: ui.amount.problems[amount.problem] });
  return errors;
}

/** How a form in steps is put together: one form, one `part` per screen, an overview, and what happens next. */
export function ExampleStepsPage() {
  const form = createForm({ draftKey: "style-guide-steps", initial, check, send: async () => ({ ok: true }) });
  const [step, setStep] = createSignal(1);
  const [isSent, setSent] = createSignal(false);
  const back = () => (step() > 1 ? () => setStep(step() - 1) : undefined);
  return (
    <Page title={text.title} bare>
      <Show when={!isSent()} fallback={<Sent />}>
        <StepFrame step={step()} total={titles.length} title={titles[step() - 1] ?? ""} onBack={back()}>
          <Switch>
            <Match when={step() === 1}>
              <Form form={form.part(["title", "summary"])} action={ui.step.next} onSent={() => setStep(2)}>
                <TextField {...form.bind("title")} label={styleGuide.form.title} hint={styleGuide.form.titleHint} />
                <TextArea
                  {...form.bind("summary")}
                  label={styleGuide.form.summary}
                  hint={styleGuide.form.summaryHint}
                  max={600}
                />
              </Form>
            </Match>
            <Match when={step() === 2}>
              <Form form={form.part(["amount"])} action={ui.step.next} onSent={() => setStep(3)}>
                <AmountField
                  {...form.bind("amount")}
                  label={styleGuide.form.amount}
                  hint={styleGuide.form.amountHint}
                />
              </Form>
            </Match>
            <Match when={step() === 3}>
              <Form form={form} action={styleGuide.buttons.primary} onSent={() => setSent(true)} short>
                <Paragraph>{text.overviewText}</Paragraph>
                <Overview values={form.values} onChange={setStep} />
              </Form>
            </Match>
          </Switch>
        </StepFrame>
      </Show>
    </Page>
  );
}

function Overview(props: { readonly values: typeof initial; readonly onChange: (step: number) => void }) {
  const amount = () => {
    const reading = parseCents(props.values.amount);
    return reading.ok ? formatCents(reading.cents) : props.values.amount;
  };
  const change = (step: number, what: string) => (
    <button type="button" class="link-button nl-link" onClick={() => props.onChange(step)}>
      {ui.step.change} <span class="visually-hidden">{what}</span>
    </button>
  );
  return (
    <DataList
      rows={[
        { term: styleGuide.form.title, value: props.values.title, act: change(1, styleGuide.form.title) },
        { term: styleGuide.form.summary, value: props.values.summary, act: change(1, styleGuide.form.summary) },
        { term: styleGuide.form.amount, value: amount(), act: change(2, styleGuide.form.amount) },
      ]}
    />
  );
}

function Sent() {
  return (
    <div class="step">
      <h1 class="nl-heading nl-heading--level-1" tabindex="-1" ref={(heading) => queueMicrotask(() => heading.focus())}>
        {text.done}
      </h1>
      <Notice tone="good" title={text.doneNext}>
        <p>{text.doneCall}</p>
      </Notice>
    </div>
  );
}
