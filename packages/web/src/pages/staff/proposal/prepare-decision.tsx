import { For, Show } from "solid-js";
import { createForm, type FormModel } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { AmountField } from "../../../ui/amount-field.tsx";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dayOf, formatDate, formatLastDay } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { decision, words } from "../../../words/nl.ts";
import type { Pot } from "../answers.ts";
import { outcomeOptions } from "./advice-form.tsx";
import { type Case, potsFor } from "./case.ts";
import { DecisionPreview } from "./decision-preview.tsx";
import {
  amountOf,
  checkDecision,
  type DecisionValues,
  draftOf,
  fieldOfDecision,
  firstValues,
  instrumentOptions,
  sumOf,
  valuesOf,
} from "./decision-values.ts";
import type { Done } from "./done.ts";

const text = decision.prepare;

/** An officer makes a decision ready for somebody else to take. */
export function PrepareDecision(props: { readonly about: Case; readonly onDone: (done: Done) => void }) {
  const { id, appliedForCents } = props.about.proposal;
  const pots = () => potsFor(props.about);
  const returned = props.about.decisions.items.find(({ status }) => status === "returned");
  const form = createForm<DecisionValues>({
    // What was sent back is another draft than what was typed before it.
    draftKey: returned === undefined ? `besluit:${id}` : `besluit:${id}:${returned.id}`,
    initial:
      returned === undefined
        ? firstValues(
            props.about.proposal,
            pots().map((pot) => pot.id),
            props.about.decisions.proposedReference,
          )
        : valuesOf(returned.draft),
    check: (values) =>
      checkDecision(values, {
        appliedForCents,
        submittedOn: dayOf(props.about.proposal.submittedAt),
        today: dayOf(new Date()),
      }),
    send: (values, key) => {
      const json = draftOf(values, appliedForCents);
      const header = { "idempotency-key": key };
      const request = api.proposals[":proposalId"].decisions.$post({ param: { proposalId: id }, header, json });
      return send(request, undefined, fieldOfDecision);
    },
  });
  const isAward = () => form.values.outcome === "award" || form.values.outcome === "award-in-part";
  const page = () => <DecisionPreview about={props.about} draft={draftOf(form.snapshot(), appliedForCents)} />;
  const finish = () => props.onDone({ title: text.done, next: text.doneNext });
  return (
    <div class="act stack">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <p>{text.intro}</p>
      <Form
        form={form}
        action={text.button}
        preview={{ show: text.show, to: text.previewTo, body: page }}
        onSent={finish}
      >
        <div class="act__options">
          <RadioGroup
            {...form.bind("outcome")}
            label={text.outcome}
            options={outcomeOptions({
              award: text.outcomeHints.award(formatCents(appliedForCents)),
              "award-in-part": text.outcomeHints["award-in-part"],
              reject: text.outcomeHints.reject,
            })}
          />
        </div>
        <Show when={isAward()}>
          <AwardFields form={form} about={props.about} pots={pots()} />
        </Show>
        <div class="act__pair">
          <TextField {...form.bind("reference")} label={text.reference} hint={text.referenceHint} width="middle" />
          <TextField {...form.bind("legalBasis")} label={text.legalBasis} hint={text.legalBasisHint} />
        </div>
        <TextArea {...form.bind("motivation")} label={text.motivation} hint={text.motivationHint} max={limits.text} />
        <div class="panel stack stack--tight">
          <p>
            <strong>{text.objection}</strong>
          </p>
          <p class="small quiet">{text.objectionHint}</p>
          <p>
            {text.objectionText(
              formatDate(dayOf(new Date())),
              formatLastDay(props.about.decisions.objectionUntilIfTakenToday),
            )}
          </p>
        </div>
      </Form>
    </div>
  );
}

interface FieldsProps {
  readonly form: FormModel<DecisionValues>;
  readonly about: Case;
}

function AwardFields(props: FieldsProps & { readonly pots: readonly Pot[] }) {
  const form = props.form;
  const applied = () => props.about.proposal.appliedForCents;
  const amount = () => amountOf(form.values, applied());
  const pot = () => props.pots.find(({ id }) => id === form.values.potId);
  const left = () => (pot()?.availableCents ?? 0) - amount();
  return (
    <>
      <Show when={(props.about.board?.obstacles.length ?? 0) > 0}>
        <Notice tone="attention" level={3} title={text.obstacles}>
          <ul class="bullets">
            <For each={props.about.board?.obstacles}>{(obstacle) => <li>{words.moneyObstacles[obstacle]}</li>}</For>
          </ul>
        </Notice>
      </Show>
      <Show when={form.values.outcome === "award-in-part"}>
        <AmountField {...form.bind("amount")} label={text.amount} hint={text.amountHint(formatCents(applied()))} />
      </Show>
      <Show when={props.pots.length > 0} fallback={<Notice tone="asking" level={3} title={text.noPots} />}>
        <div class="act__options">
          <RadioGroup
            {...form.bind("potId")}
            label={text.pot}
            options={props.pots.map(({ id, name, availableCents }) => ({
              value: id,
              label: text.potHolds(name, formatCents(availableCents)),
            }))}
          />
        </div>
        <Show when={pot()}>
          {(chosen) => (
            <p class="parts__sum" classList={{ "parts__sum--wrong": left() < 0 }}>
              {left() < 0 ? text.potShort(formatCents(chosen().availableCents)) : text.potLeft(formatCents(left()))}
            </p>
          )}
        </Show>
      </Show>
      <div class="act__options">
        <RadioGroup {...form.bind("instrument")} label={text.instrument} options={instrumentOptions} />
      </div>
      <div class="act__pair">
        <DateField {...form.bind("startsOn")} label={text.startsOn} />
        <DateField {...form.bind("endsOn")} label={text.endsOn} hint={text.endsOnHint} />
      </div>
      <Instalments form={form} about={props.about} />
      <TextArea {...form.bind("conditions")} label={text.conditions} hint={text.conditionsHint} rows={4} optional />
    </>
  );
}

function Instalments(props: FieldsProps) {
  const form = props.form;
  const amount = () => amountOf(form.values, props.about.proposal.appliedForCents);
  const isRight = () => sumOf(form.values) === amount();
  const rows = () => form.values.instalments;
  return (
    <fieldset class="parts">
      <legend class="field__legend">{text.instalments}</legend>
      <p class="field__hint">{text.instalmentsHint}</p>
      <For each={rows()}>
        {(_, index) => (
          <fieldset class="parts__part">
            <legend class="visually-hidden">{text.instalment(index() + 1)}</legend>
            <p aria-hidden="true">
              <strong>{text.instalment(index() + 1)}</strong>
            </p>
            <div class="act__pair">
              <AmountField {...form.bindRow("instalments", index(), "amount")} label={text.instalmentAmount} />
              <DateField {...form.bindRow("instalments", index(), "plannedOn")} label={text.instalmentDate} />
            </div>
            <Show when={rows().length > 1}>
              <button
                type="button"
                class="link-button link-button--start"
                onClick={() => form.removeRow("instalments", index())}
              >
                {text.removeInstalment(index() + 1)}
              </button>
            </Show>
          </fieldset>
        )}
      </For>
      <Show when={rows().length < limits.instalments} fallback={<p>{text.tooMany}</p>}>
        <div>
          <Button onPress={() => form.addRow("instalments", { amount: "", plannedOn: "" })}>
            {text.addInstalment}
          </Button>
        </div>
      </Show>
      <p
        class="parts__sum"
        classList={{ "parts__sum--right": isRight(), "parts__sum--wrong": !isRight() }}
        role="status"
      >
        {isRight()
          ? text.sumRight(formatCents(amount()))
          : text.sum(formatCents(sumOf(form.values)), formatCents(amount()))}
      </p>
    </fieldset>
  );
}
