import { For, Show } from "solid-js";
import { isForPot, PotsNow } from "../../blocks/pots-now.tsx";
import { limits } from "../../forms/limits.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { useSite } from "../../site/site.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { formatCents } from "../../words/money.ts";
import { proposalForm, words } from "../../words/nl.ts";
import type { PlanForm } from "./plan-form.ts";
import { districtsOf, newLine, newMilestone, newPartner, sumsOf } from "./plan-values.ts";
import { RowForm } from "./row-form.tsx";

const optionsOf = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));
const themeOptions = optionsOf(words.themes);
const categoryOptions = optionsOf(words.categories);
const sectorOptions = optionsOf(words.sectors);

interface Screen {
  readonly form: PlanForm;
}

export function NameScreen(props: Screen) {
  const text = proposalForm.name;
  return (
    <>
      <TextField {...props.form.bind("title")} label={text.field} hint={text.hint} />
      <TextArea {...props.form.bind("summary")} label={text.summary} hint={text.summaryHint} max={limits.summary} />
    </>
  );
}

export function PlanScreen(props: Screen) {
  const text = proposalForm.plan;
  return (
    <>
      <TextArea {...props.form.bind("what")} label={text.what} hint={text.whatHint} max={limits.text} rows={8} />
      <TextArea {...props.form.bind("why")} label={text.why} hint={text.whyHint} max={limits.text} rows={6} />
    </>
  );
}

export function WhereScreen(props: Screen) {
  const site = useSite();
  const text = proposalForm.where;
  const districts = () =>
    (site().municipality?.districts ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <TextField {...props.form.bind("audience")} label={text.audience} hint={text.audienceHint} />
      <CheckboxGroup
        {...props.form.bind("districts")}
        onInput={(chosen) => props.form.set("districts", oneOrAll(chosen, props.form.values.districts))}
        label={text.districts}
        hint={text.districtsHint}
        options={[{ value: "all", label: words.everywhere }, ...districts()]}
        columns
      />
      <CheckboxGroup
        {...props.form.bind("themes")}
        label={text.themes}
        hint={text.themesHint}
        options={themeOptions}
        columns
      />
    </>
  );
}

/** The whole municipality, or districts: what was ticked last takes the place of the other. */
const oneOrAll = (chosen: readonly string[], before: readonly string[]): string[] =>
  chosen.includes("all") && !before.includes("all")
    ? ["all"]
    : chosen.filter((each) => each !== "all" || chosen.length === 1);

export function MilestonesScreen(props: Screen) {
  const text = proposalForm.milestones;
  const rows = () => props.form.values.milestones;
  return (
    <div class="stack">
      <Paragraph>{text.text}</Paragraph>
      <For each={rows()}>
        {(_, index) => (
          <RowForm
            title={text.one(index() + 1)}
            remove={text.remove(index() + 1)}
            onRemove={rows().length > 1 ? () => props.form.removeRow("milestones", index()) : undefined}
          >
            <TextField {...props.form.bindRow("milestones", index(), "title")} label={text.name} />
            <DateField
              {...props.form.bindRow("milestones", index(), "plannedOn")}
              label={text.date}
              hint={text.dateHint}
            />
          </RowForm>
        )}
      </For>
      <Show when={rows().length < limits.milestones}>
        <Button onPress={() => props.form.addRow("milestones", newMilestone())}>{text.add}</Button>
      </Show>
    </div>
  );
}

export function MoneyScreen(props: Screen) {
  const text = proposalForm.money;
  const rows = () => props.form.values.budgetLines;
  return (
    <>
      <div class="stack">
        <Paragraph>{text.text}</Paragraph>
        <For each={rows()}>
          {(_, index) => (
            <RowForm
              title={text.one(index() + 1)}
              remove={text.remove(index() + 1)}
              onRemove={rows().length > 1 ? () => props.form.removeRow("budgetLines", index()) : undefined}
            >
              <TextField {...props.form.bindRow("budgetLines", index(), "description")} label={text.description} />
              <SelectField
                {...props.form.bindRow("budgetLines", index(), "category")}
                label={text.category}
                options={categoryOptions}
              />
              <AmountField {...props.form.bindRow("budgetLines", index(), "amountCents")} label={text.amount} />
            </RowForm>
          )}
        </For>
        <Show when={rows().length < limits.budgetLines}>
          <Button onPress={() => props.form.addRow("budgetLines", newLine())}>{text.add}</Button>
        </Show>
      </div>
      <AmountField {...props.form.bind("ownContributionCents")} label={text.own} hint={text.ownHint} optional />
      <Show when={sumsOf(props.form.values).own > 0}>
        <TextArea {...props.form.bind("ownContribution")} label={text.ownNote} max={limits.note} rows={3} optional />
      </Show>
      <Sum form={props.form} />
      <InThePots form={props.form} />
    </>
  );
}

/** What is in the pots that could pay for it; silent while it cannot be read. */
function InThePots(props: Screen) {
  const reading = createReading(
    () => (props.form.values.districts.length === 0 ? undefined : districtsOf(props.form.snapshot())),
    async (districts) => {
      const { items } = await answer(api.pots.$get());
      return items.filter((pot) => isForPot(districts, pot.district));
    },
  );
  return (
    <Show when={reading.value()}>
      {(found) => <PotsNow pots={found()} askedCents={sumsOf(props.form.values).asked} reader="board" />}
    </Show>
  );
}

/** What was counted so far, said aloud as it changes. */
function Sum(props: Screen) {
  const text = proposalForm.money;
  const sums = () => sumsOf(props.form.values);
  return (
    <dl class="sum">
      <dt>{text.total}</dt>
      <dd class="amount">{formatCents(sums().cost)}</dd>
      <Show when={sums().own > 0}>
        <dt>{text.less}</dt>
        <dd class="amount">{formatCents(-sums().own)}</dd>
      </Show>
      <dt class="sum__last">{text.asked}</dt>
      <dd class="amount sum__last">{formatCents(sums().asked)}</dd>
    </dl>
  );
}

export function HelpScreen(props: Screen) {
  const text = proposalForm.help;
  const rows = () => props.form.values.partners;
  return (
    <>
      <div class="stack">
        <Paragraph>{text.text}</Paragraph>
        <For each={rows()}>
          {(_, index) => (
            <RowForm
              title={text.one(index() + 1)}
              remove={text.remove(index() + 1)}
              onRemove={() => props.form.removeRow("partners", index())}
            >
              <TextField {...props.form.bindRow("partners", index(), "name")} label={text.name} />
              <SelectField
                {...props.form.bindRow("partners", index(), "sector")}
                label={text.sector}
                options={sectorOptions}
              />
              <TextField {...props.form.bindRow("partners", index(), "contribution")} label={text.contribution} />
            </RowForm>
          )}
        </For>
        <Show when={rows().length < limits.partners}>
          <Button onPress={() => props.form.addRow("partners", newPartner())}>{text.add}</Button>
        </Show>
      </div>
      <TextArea
        {...props.form.bind("helpAsked")}
        label={text.asked}
        hint={text.askedHint}
        max={limits.note}
        rows={4}
        optional
      />
    </>
  );
}
