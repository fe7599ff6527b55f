import type { JSX } from "solid-js";
import { centsOf, dateOf } from "../../forms/field-errors.ts";
import { districtName, type Site } from "../../site/site.ts";
import type { Step } from "../../ui/steps.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { proposalForm, words } from "../../words/nl.ts";
import type { PlanForm } from "./plan-form.ts";
import { HelpScreen, MilestonesScreen, MoneyScreen, NameScreen, PlanScreen, WhereScreen } from "./plan-screens.tsx";
import { sumsOf } from "./plan-values.ts";

/** An answer as it was typed; an empty one says so, because a gap in an overview is easily missed. */
const lines = (answer: string): JSX.Element => <span class="lines">{answer.trim() || proposalForm.unanswered}</span>;
const wordOf = (list: Readonly<Record<string, string>>, key: string) => list[key] ?? "";

/** The screens of a plan, with what the overview says of each. */
export function planSteps(form: PlanForm, site: () => Site): readonly Step[] {
  const text = proposalForm;
  const { values } = form;
  return [
    {
      title: text.name.title,
      fields: ["title", "summary"],
      body: () => <NameScreen form={form} />,
      answers: () => [
        { term: text.name.field, value: lines(values.title) },
        { term: text.name.summary, value: lines(values.summary) },
      ],
    },
    {
      title: text.plan.title,
      fields: ["what", "why"],
      body: () => <PlanScreen form={form} />,
      answers: () => [
        { term: text.plan.what, value: lines(values.what) },
        { term: text.plan.why, value: lines(values.why) },
      ],
    },
    {
      title: text.where.title,
      fields: ["audience", "district", "themes"],
      body: () => <WhereScreen form={form} />,
      answers: () => [
        { term: text.where.audience, value: lines(values.audience) },
        {
          term: text.where.district,
          value: lines(values.district === "" ? "" : districtName(site(), values.district)),
        },
        { term: text.where.themes, value: lines(values.themes.map((theme) => wordOf(words.themes, theme)).join(", ")) },
      ],
    },
    {
      title: text.milestones.title,
      fields: ["milestones"],
      body: () => <MilestonesScreen form={form} />,
      answers: () =>
        values.milestones.map(({ title, plannedOn }, index) => ({
          term: text.milestones.one(index + 1),
          value: lines(`${title}\n${dateOf(plannedOn) === "" ? plannedOn : formatDate(dateOf(plannedOn))}`),
        })),
    },
    {
      title: text.money.title,
      fields: ["budgetLines", "ownContributionCents", "ownContribution"],
      body: () => <MoneyScreen form={form} />,
      answers: () => [
        ...values.budgetLines.map(({ category, description, amountCents }, index) => ({
          term: text.money.one(index + 1),
          value: lines(`${description}\n${wordOf(words.categories, category)}, ${formatCents(centsOf(amountCents))}`),
        })),
        ...(values.ownContribution === "" ? [] : [{ term: text.money.ownNote, value: lines(values.ownContribution) }]),
        { term: text.money.total, value: formatCents(sumsOf(values).cost) },
        { term: text.money.less, value: formatCents(sumsOf(values).own) },
        { term: text.money.asked, value: formatCents(sumsOf(values).asked) },
      ],
    },
    {
      title: text.help.title,
      fields: ["partners", "helpAsked"],
      body: () => <HelpScreen form={form} />,
      answers: () => [
        ...(values.partners.length === 0 ? [{ term: text.help.name, value: text.help.none }] : []),
        ...values.partners.map(({ name, sector, contribution }, index) => ({
          term: text.help.one(index + 1),
          value: lines(`${name} (${wordOf(words.sectors, sector)})\n${contribution}`),
        })),
        { term: text.help.asked, value: lines(values.helpAsked || text.help.noHelp) },
      ],
    },
  ];
}
