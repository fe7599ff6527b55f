import type { JSX } from "solid-js";
import type { Site } from "../../site/site.ts";
import type { Step } from "../../ui/steps.tsx";
import { proposalForm } from "../../words/nl.ts";
import { planAnswers } from "./plan-answers.ts";
import type { PlanForm } from "./plan-form.ts";
import { HelpScreen, MilestonesScreen, MoneyScreen, NameScreen, PlanScreen, WhereScreen } from "./plan-screens.tsx";
import type { PlanValues } from "./plan-values.ts";

type Field = keyof PlanValues;

/** The screens of a plan, with what the overview says of each. */
export function planSteps(form: PlanForm, site: () => Site): readonly Step[] {
  const text = proposalForm;
  const step = (title: string, fields: readonly Field[], body: () => JSX.Element): Step => ({
    title,
    fields,
    body,
    answers: () =>
      planAnswers(form.values, site())
        .filter(({ field }) => fields.includes(field))
        .map((each) => ({ term: each.term, value: <span class="lines">{each.text.trim() || text.unanswered}</span> })),
  });
  return [
    step(text.name.title, ["title", "summary"], () => <NameScreen form={form} />),
    step(text.plan.title, ["what", "why"], () => <PlanScreen form={form} />),
    step(text.where.title, ["audience", "districts", "themes"], () => <WhereScreen form={form} />),
    step(text.milestones.title, ["milestones"], () => <MilestonesScreen form={form} />),
    step(text.money.title, ["budgetLines", "ownContributionCents", "ownContribution"], () => (
      <MoneyScreen form={form} />
    )),
    step(text.help.title, ["partners", "helpAsked"], () => <HelpScreen form={form} />),
  ];
}
