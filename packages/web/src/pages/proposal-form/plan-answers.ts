import { centsOf, dateOf } from "../../forms/field-errors.ts";
import { districtNames, type Site } from "../../site/site.ts";
import { formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { proposalForm, words } from "../../words/nl.ts";
import { districtsOf, type PlanValues, sumsOf } from "./plan-values.ts";

/** One answer in words, with the field of the form it comes from. */
export interface PlanAnswer {
  readonly field: keyof PlanValues;
  readonly term: string;
  readonly text: string;
}

const text = proposalForm;
const wordOf = (list: Readonly<Record<string, string>>, key: string) => list[key] ?? "";
const dateIn = (typed: string) => (dateOf(typed) === "" ? typed : formatDate(dateOf(typed)));

/** What a plan says, in words, per field; an empty answer stays in, because a gap in an overview is easily missed. */
export function planAnswers(values: PlanValues, site: Site): readonly PlanAnswer[] {
  return [
    { field: "title", term: text.name.field, text: values.title },
    { field: "summary", term: text.name.summary, text: values.summary },
    { field: "what", term: text.plan.what, text: values.what },
    { field: "why", term: text.plan.why, text: values.why },
    { field: "audience", term: text.where.audience, text: values.audience },
    { field: "districts", term: text.where.districts, text: districtNames(site, districtsOf(values)) },
    {
      field: "themes",
      term: text.where.themes,
      text: values.themes.map((theme) => wordOf(words.themes, theme)).join(", "),
    },
    ...values.milestones.map(
      ({ title, plannedOn }, index): PlanAnswer => ({
        field: "milestones",
        term: text.milestones.one(index + 1),
        text: `${title}\n${dateIn(plannedOn)}`,
      }),
    ),
    ...moneyAnswers(values),
    ...helpAnswers(values),
  ];
}

function moneyAnswers(values: PlanValues): readonly PlanAnswer[] {
  const { cost, own, asked } = sumsOf(values);
  return [
    ...values.budgetLines.map(
      ({ category, description, amountCents }, index): PlanAnswer => ({
        field: "budgetLines",
        term: text.money.one(index + 1),
        text: `${description}\n${[wordOf(words.categories, category), formatCents(centsOf(amountCents))].filter(Boolean).join(", ")}`,
      }),
    ),
    ...(values.ownContribution === ""
      ? []
      : [{ field: "ownContribution" as const, term: text.money.ownNote, text: values.ownContribution }]),
    { field: "budgetLines", term: text.money.total, text: formatCents(cost) },
    { field: "ownContributionCents", term: text.money.less, text: formatCents(own) },
    { field: "ownContributionCents", term: text.money.asked, text: formatCents(asked) },
  ];
}

function helpAnswers({ partners, helpAsked }: PlanValues): readonly PlanAnswer[] {
  return [
    ...(partners.length === 0 ? [{ field: "partners" as const, term: text.help.name, text: text.help.none }] : []),
    ...partners.map(
      ({ name, sector, contribution }, index): PlanAnswer => ({
        field: "partners",
        term: text.help.one(index + 1),
        text: `${name} (${wordOf(words.sectors, sector)})\n${contribution}`,
      }),
    ),
    { field: "helpAsked", term: text.help.asked, text: helpAsked || text.help.noHelp },
  ];
}

/** What two versions of a plan say differently, per field: the words here and the words there. */
export function differencesOf(
  mine: PlanValues,
  theirs: PlanValues,
  site: Site,
): readonly {
  readonly field: keyof PlanValues;
  readonly term: string;
  readonly mine: string;
  readonly theirs: string;
}[] {
  const [here, there] = [planAnswers(mine, site), planAnswers(theirs, site)];
  const wordsOf = (answers: readonly PlanAnswer[], field: keyof PlanValues) =>
    answers
      .filter((each) => each.field === field)
      .map((each) => each.text.trim())
      .join("\n");
  const fields = [...new Set([...here, ...there].map(({ field }) => field))];
  return fields.flatMap((field) => {
    const pair = { mine: wordsOf(here, field), theirs: wordsOf(there, field) };
    return pair.mine === pair.theirs ? [] : [{ field, term: text.fieldNames[field] ?? "", ...pair }];
  });
}
