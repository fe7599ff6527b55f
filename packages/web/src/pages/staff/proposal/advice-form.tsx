import { createSignal, Show } from "solid-js";
import { PotsNow } from "../../../blocks/pots-now.tsx";
import { centsOf, gatherErrors } from "../../../forms/field-errors.ts";
import { createForm, type FormModel } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { AmountField } from "../../../ui/amount-field.tsx";
import { Button } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { formatCents, inputCents } from "../../../words/money.ts";
import { refusals, review, words } from "../../../words/nl.ts";
import { AdviceWords } from "../../proposals/proposal-decision.tsx";
import type { Case } from "./case.ts";
import { potsFor } from "./case.ts";
import type { Done } from "./done.ts";

const text = review.advise;

interface ActProps {
  readonly about: Case;
  readonly onDone: (done: Done) => void;
}

const outcomes = ["award", "award-in-part", "reject"] as const;

/** One of the three outcomes, or undefined for anything else that was typed into a draft. */
export const outcomeOf = (value: string) => outcomes.find((outcome) => outcome === value);

export const outcomeOptions = (hints: Partial<Record<(typeof outcomes)[number], string>> = {}) =>
  outcomes.map((value) => ({ value, label: words.outcomes[value], hint: hints[value] }));

type AdviceValues = { outcome: string; costing: string; costingNote: string; reason: string };

function checkAdvice(values: AdviceValues, appliedForCents: number) {
  const found = gatherErrors();
  found.choice("outcome", values.outcome, text.outcomeEmpty);
  found.total("costing", values.costing);
  if (centsOf(values.costing) > appliedForCents)
    found.add("costing", refusals.fields["above-request"](appliedForCents));
  found.optional("costingNote", values.costingNote, limits.note);
  found.text("reason", values.reason, limits.text, text.reasonEmpty);
  return found;
}

const adviceOf = (values: AdviceValues) => ({
  outcome: outcomeOf(values.outcome) ?? "award",
  costingCents: centsOf(values.costing),
  costingNote: values.costingNote.trim(),
  reason: values.reason.trim(),
});

const fieldOf = (path: string) => (path === "costingCents" ? "costing" : path);

/** Gives the advice; before the press that publishes it, it stands there as everybody will read it. */
export function GiveAdvice(props: ActProps) {
  const { id, appliedForCents } = props.about.proposal;
  const form = createForm<AdviceValues>({
    draftKey: `advies:${id}`,
    initial: { outcome: "", costing: inputCents(appliedForCents), costingNote: "", reason: "" },
    check: (values) => checkAdvice(values, appliedForCents).errors,
    send: (values, key) => {
      const header = { "idempotency-key": key };
      const request = { param: { proposalId: id }, header, json: adviceOf(values) };
      return send(api.proposals[":proposalId"].advices.$post(request), undefined, fieldOf);
    },
  });
  const body = () => <AdviceWords advice={{ ...adviceOf(form.snapshot()), givenAt: new Date().toISOString() }} />;
  return (
    <Form
      form={form}
      action={text.button}
      preview={{ to: text.previewTo, body }}
      onSent={() => props.onDone({ title: text.done, next: text.doneNext })}
    >
      <AdviceFields form={form} about={props.about} />
    </Form>
  );
}

/** Corrects the advice that stands, with the reason; behind a button, because it is seldom what one came for. */
export function CorrectAdvice(props: ActProps) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Show
      when={isOpen()}
      fallback={
        <div>
          <Button look="subtle" class="button--flush" onPress={() => setOpen(true)}>
            {text.correct}
          </Button>
        </div>
      }
    >
      <div class="act stack">
        <CorrectionForm
          about={props.about}
          onDone={(done) => {
            setOpen(false);
            props.onDone(done);
          }}
          onCancel={() => setOpen(false)}
        />
      </div>
    </Show>
  );
}

function CorrectionForm(props: ActProps & { readonly onCancel: () => void }) {
  const { id, appliedForCents, advice } = props.about.proposal;
  const givenAt = advice?.givenAt ?? new Date().toISOString();
  const form = createForm<AdviceValues & { why: string }>({
    // What was typed over the advice as it was does not come back over the corrected one.
    draftKey: `advies-aanpassen:${id}:${advice?.correction?.at ?? givenAt}`,
    initial: {
      outcome: advice?.outcome ?? "",
      costing: inputCents(advice?.costingCents ?? 0),
      costingNote: advice?.costingNote ?? "",
      reason: advice?.reason ?? "",
      why: "",
    },
    check: (values) => {
      const found = checkAdvice(values, appliedForCents);
      found.text("why", values.why, limits.note, text.whyEmpty);
      return found.errors;
    },
    send: (values, key) => {
      const json = { ...adviceOf(values), why: values.why.trim() };
      const request = { param: { proposalId: id }, header: { "idempotency-key": key }, json };
      return send(api.proposals[":proposalId"]["advice-corrections"].$post(request), undefined, fieldOf);
    },
  });
  const body = () => {
    const values = form.snapshot();
    const correction = { at: new Date().toISOString(), reason: values.why.trim() };
    return <AdviceWords advice={{ ...adviceOf(values), givenAt, correction }} />;
  };
  return (
    <Form
      form={form}
      scope="aanpassen"
      action={text.correctButton}
      preview={{ show: text.correctShow, to: text.previewTo, body }}
      onSent={() => props.onDone({ title: text.corrected })}
      beside={
        <Button look="subtle" onPress={props.onCancel}>
          {text.correctCancel}
        </Button>
      }
    >
      {/* The fields are those of the advice; the form has one more. */}
      <AdviceFields form={form as unknown as FormModel<AdviceValues>} about={props.about} />
      <TextArea {...form.bind("why")} label={text.why} hint={text.whyHint} max={limits.note} rows={3} />
    </Form>
  );
}

function AdviceFields(props: { readonly form: FormModel<AdviceValues>; readonly about: Case }) {
  const applied = () => props.about.proposal.appliedForCents;
  return (
    <>
      <RadioGroup {...props.form.bind("outcome")} label={text.outcome} options={outcomeOptions()} />
      <AmountField
        {...props.form.bind("costing")}
        label={text.costing}
        hint={text.costingHint(formatCents(applied()))}
      />
      <PotsNow pots={potsFor(props.about)} askedCents={centsOf(props.form.values.costing)} reader="officer" />
      <TextArea
        {...props.form.bind("costingNote")}
        label={text.costingNote}
        hint={text.costingNoteHint}
        max={limits.note}
        rows={3}
        optional
      />
      <TextArea {...props.form.bind("reason")} label={text.reason} hint={text.reasonHint} max={limits.text} />
    </>
  );
}
