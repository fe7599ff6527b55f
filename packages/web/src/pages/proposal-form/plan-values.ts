import { centsOf, dateOf, dateProblem, gatherErrors } from "../../forms/field-errors.ts";
import type { FieldError } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import type { Answer, api } from "../../reading/api.ts";
import { parseDate } from "../../words/dates.ts";
import { inputCents, parseCents } from "../../words/money.ts";
import { proposalForm, refusals, type words } from "../../words/nl.ts";

type Draft = Answer<Awaited<ReturnType<(typeof api.proposals)[":proposalId"]["draft"]["$get"]>>>["draft"];
export type Plan = Answer<Awaited<ReturnType<(typeof api.proposals)[":proposalId"]["$get"]>>>["plan"];

/** A row of a list, with the id the API keeps it by. */
export const newId = (): string => crypto.randomUUID();

export const newMilestone = () => ({ id: newId(), title: "", plannedOn: "" });
export const newLine = () => ({ id: newId(), category: "", description: "", amountCents: "" });
export const newPartner = () => ({ id: newId(), name: "", sector: "", contribution: "" });

/** A plan as typed. `revision` is that of the draft on the server that these words were written over. */
export const emptyPlan = {
  revision: "",
  title: "",
  summary: "",
  what: "",
  why: "",
  audience: "",
  /** Codes of districts, or the one word `all`. */
  districts: [] as string[],
  themes: [] as string[],
  milestones: [] as ReturnType<typeof newMilestone>[],
  budgetLines: [] as ReturnType<typeof newLine>[],
  ownContributionCents: "",
  ownContribution: "",
  partners: [] as ReturnType<typeof newPartner>[],
  helpAsked: "",
  note: "",
};
export type PlanValues = typeof emptyPlan;

const typedDate = (iso: string) => iso.split("-").reverse().join("-");

/** What was written before, as text in the form. A new plan starts with one row to fill in. */
export function valuesOf(plan: Draft | Plan, revision: number | undefined): PlanValues {
  const { ownContributionCents: own } = plan;
  const milestones = (plan.milestones ?? []).map((each) => ({ ...each, plannedOn: typedDate(each.plannedOn) }));
  const budgetLines = (plan.budgetLines ?? []).map((each) => ({
    ...each,
    amountCents: each.amountCents === 0 ? "" : inputCents(each.amountCents),
  }));
  return {
    revision: revision === undefined ? "" : String(revision),
    title: plan.title ?? "",
    summary: plan.summary ?? "",
    what: plan.what ?? "",
    why: plan.why ?? "",
    audience: plan.audience ?? "",
    districts: [plan.districts ?? []].flat(),
    themes: [...(plan.themes ?? [])],
    milestones: milestones.length > 0 ? milestones : [newMilestone()],
    budgetLines: budgetLines.length > 0 ? budgetLines : [newLine()],
    ownContributionCents: own === undefined ? "" : inputCents(own),
    ownContribution: plan.ownContribution ?? "",
    partners: (plan.partners ?? []).map((each) => ({ ...each })),
    helpAsked: plan.helpAsked ?? "",
    note: "",
  };
}

/** Where the plan is for, as the API keeps it. */
export const districtsOf = ({ districts }: PlanValues): "all" | string[] =>
  districts.includes("all") ? "all" : [...districts];

type Theme = keyof typeof words.themes;
type Category = keyof typeof words.categories;
type Sector = keyof typeof words.sectors;

/** The values as the API keeps them while writing: half a date or amount is left out until it can be read. */
export function draftOf(values: PlanValues) {
  return {
    title: values.title,
    summary: values.summary,
    what: values.what,
    why: values.why,
    audience: values.audience,
    // The casts of this function: options of a closed list, which the controls offer and nothing else.
    themes: values.themes as Theme[],
    districts: districtsOf(values),
    milestones: values.milestones.map(({ id, title, plannedOn }) => ({ id, title, plannedOn: dateOf(plannedOn) })),
    budgetLines: values.budgetLines.map(({ id, category, description, amountCents }) => ({
      id,
      category: category as Category | "",
      description,
      amountCents: centsOf(amountCents),
    })),
    ...(values.ownContributionCents === "" ? {} : { ownContributionCents: centsOf(values.ownContributionCents) }),
    ownContribution: values.ownContribution,
    partners: values.partners.map(({ id, name, sector, contribution }) => ({
      id,
      name,
      sector: sector as Sector | "",
      contribution,
    })),
    helpAsked: values.helpAsked,
  };
}

/** Whether the API's copy says all that was typed; if not, the device keeps its own. */
export function isWhole(values: PlanValues): boolean {
  const amounts = [...values.budgetLines.map(({ amountCents }) => amountCents), values.ownContributionCents];
  const isRead = (typed: string) => typed === "" || parseCents(typed).ok;
  const isDate = (typed: string) => typed === "" || dateOf(typed) !== "";
  return amounts.every(isRead) && values.milestones.every(({ plannedOn }) => isDate(plannedOn));
}

/** A complete plan, from values without errors. */
export function planOf(values: PlanValues) {
  const { budgetLines, partners, ...draft } = draftOf(values);
  return {
    ...draft,
    // A plan without errors has these chosen.
    budgetLines: budgetLines.map((each) => ({ ...each, category: each.category as Category })),
    partners: partners.map((each) => ({ ...each, sector: each.sector as Sector })),
    ownContributionCents: centsOf(values.ownContributionCents),
  };
}

/** Costs, own contribution and what is asked, in cents; what cannot be read yet counts as nothing. */
export function sumsOf(values: PlanValues) {
  const cost = values.budgetLines.reduce((sum, { amountCents }) => sum + centsOf(amountCents), 0);
  const own = centsOf(values.ownContributionCents);
  return { cost, own, asked: Math.max(0, cost - own) };
}

/** What the days of a plan are measured against (ISO dates): of a plan that is still written, `submittedOn` is today. */
export interface Days {
  readonly submittedOn: string;
  readonly today: string;
}

/** Everything that is wrong with a plan as typed, in the order of the screens. */
export function planErrors(values: PlanValues, days: Days): FieldError[] {
  const found = gatherErrors();
  const { name, plan, where } = proposalForm;
  found.text("title", values.title, limits.title, name.empty);
  found.text("summary", values.summary, limits.summary, name.summaryEmpty);
  found.text("what", values.what, limits.text, plan.whatEmpty);
  found.text("why", values.why, limits.text, plan.whyEmpty);
  found.text("audience", values.audience, limits.summary, where.audienceEmpty);
  found.choice("districts", values.districts, where.districtsEmpty);
  if (values.districts.length > limits.planDistricts) found.add("districts", where.districtsMany(limits.planDistricts));
  found.choice("themes", values.themes, where.themesEmpty);
  if (values.themes.length > limits.themes) found.add("themes", where.themesMany);
  milestoneErrors(values, days, found);
  moneyErrors(values, found);
  partnerErrors(values, found);
  return found.errors;
}

type Found = ReturnType<typeof gatherErrors>;

function milestoneErrors({ milestones }: PlanValues, days: Days, found: Found): void {
  const text = proposalForm.milestones;
  if (milestones.length === 0) found.add("milestones", text.none);
  milestones.forEach(({ title, plannedOn }, index) => {
    found.text(`milestones.${index}.title`, title, limits.name, text.nameEmpty(index + 1));
    const field = `milestones.${index}.plannedOn`;
    const reading = parseDate(plannedOn);
    const isUntold = !reading.ok && (reading.problem === "empty" || reading.problem === "incomplete");
    if (isUntold) found.add(field, text.dateWrong(index + 1));
    else if (!reading.ok) found.add(field, dateProblem(plannedOn) ?? "");
    else found.plannedDay(field, plannedOn, days);
  });
}

function moneyErrors(values: PlanValues, found: Found): void {
  const text = proposalForm.money;
  if (values.budgetLines.length === 0) found.add("budgetLines", text.none);
  values.budgetLines.forEach(({ category, description, amountCents }, index) => {
    found.text(`budgetLines.${index}.description`, description, limits.name, text.descriptionEmpty(index + 1));
    found.choice(`budgetLines.${index}.category`, category, text.categoryEmpty(index + 1));
    if (centsOf(amountCents) === 0) found.add(`budgetLines.${index}.amountCents`, text.amountWrong(index + 1));
  });
  const { cost, own } = sumsOf(values);
  const field = "ownContributionCents";
  if (values.ownContributionCents.trim() !== "" && !parseCents(values.ownContributionCents).ok)
    found.add(field, refusals.fields.amount());
  else if (cost > 0 && own >= cost) found.add(field, text.ownMax);
  found.optional("ownContribution", values.ownContribution, limits.note);
}

function partnerErrors({ partners, helpAsked }: PlanValues, found: Found): void {
  const text = proposalForm.help;
  partners.forEach(({ name, sector, contribution }, index) => {
    found.text(`partners.${index}.name`, name, limits.name, text.nameEmpty(index + 1));
    found.choice(`partners.${index}.sector`, sector, text.sectorEmpty(index + 1));
    const field = `partners.${index}.contribution`;
    found.text(field, contribution, limits.contribution, text.contributionEmpty(index + 1));
  });
  found.optional("helpAsked", helpAsked, limits.note);
}
