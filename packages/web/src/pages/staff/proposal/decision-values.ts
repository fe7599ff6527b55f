import { centsOf, dateOf, gatherErrors } from "../../../forms/field-errors.ts";
import type { FieldError } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import type { Proposal } from "../../../reading/answers.ts";
import { formatCents, inputCents } from "../../../words/money.ts";
import { decision, refusals, words } from "../../../words/nl.ts";
import type { Decision } from "../answers.ts";

const text = decision.prepare;

/** A decision as it is typed. */
export type DecisionValues = {
  outcome: string;
  reference: string;
  legalBasis: string;
  instrument: string;
  potId: string;
  amount: string;
  startsOn: string;
  endsOn: string;
  instalments: Record<string, string>[];
  conditions: string;
  motivation: string;
};

const instruments = ["subsidy", "contract", "administrative-committee", "own-management"] as const;
export const instrumentOptions = instruments.map((value) => ({
  value,
  label: words.instruments[value],
  hint: text.instrumentHints[value],
}));
const instrumentOf = (value: string) => instruments.find((instrument) => instrument === value) ?? "subsidy";

/** What the form begins with: the advice, and the pot where there is only one. */
export function firstValues(
  { advice, appliedForCents }: Proposal,
  potIds: readonly string[],
  proposedReference = "",
): DecisionValues {
  const asked = inputCents(appliedForCents);
  const costing = advice === undefined || advice.costingCents === 0 ? asked : inputCents(advice.costingCents);
  return {
    outcome: advice?.outcome ?? "",
    reference: proposedReference,
    legalBasis: "",
    instrument: "subsidy",
    potId: potIds.length === 1 ? (potIds[0] ?? "") : "",
    amount: advice?.outcome === "award-in-part" ? costing : "",
    startsOn: "",
    endsOn: "",
    instalments: [{ amount: advice?.outcome === "award-in-part" ? costing : asked, plannedOn: "" }],
    conditions: "",
    motivation: "",
  };
}

/** What was prepared and sent back, as it was typed: to go on from. */
export function valuesOf(draft: Decision["draft"]): DecisionValues {
  const { outcome, reference, legalBasis, motivation } = draft;
  const said = { outcome, reference, legalBasis, motivation };
  if (draft.outcome === "reject")
    return {
      ...said,
      instrument: "subsidy",
      potId: "",
      amount: "",
      startsOn: "",
      endsOn: "",
      instalments: [{ amount: "", plannedOn: "" }],
      conditions: "",
    };
  const { instrument, potId, startsOn, endsOn, conditions } = draft;
  return {
    ...said,
    instrument,
    potId,
    amount: draft.outcome === "award-in-part" ? inputCents(draft.amountCents) : "",
    startsOn,
    endsOn,
    instalments: draft.instalments.map(({ amountCents, plannedOn }) => ({
      amount: inputCents(amountCents),
      plannedOn,
    })),
    conditions: conditions.join("\n"),
  };
}

/** The amount of the decision in cents: all that was asked, or the part that was typed. */
export const amountOf = (values: DecisionValues, appliedForCents: number): number =>
  values.outcome === "award" ? appliedForCents : centsOf(values.amount);

/** What the instalments are together, in cents. */
export const sumOf = (values: DecisionValues): number =>
  values.instalments.reduce((sum, row) => sum + centsOf(row["amount"] ?? ""), 0);

const conditionsOf = (values: DecisionValues) =>
  values.conditions
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What a decision is checked against: what was asked, in cents, and the days its term is measured by (ISO dates). */
export interface CheckedFor {
  readonly appliedForCents: number;
  readonly submittedOn: string;
  readonly today: string;
}

/** All that is wrong, in the order of the screen. */
export function checkDecision(values: DecisionValues, about: CheckedFor): readonly FieldError[] {
  const found = gatherErrors();
  found.choice("outcome", values.outcome, text.outcomeEmpty);
  if (values.outcome !== "reject" && values.outcome !== "") checkAward(found, values, about);
  found.text("reference", values.reference, limits.reference, text.referenceEmpty);
  found.text("legalBasis", values.legalBasis, limits.legalBasis, text.legalBasisEmpty);
  found.text("motivation", values.motivation, limits.text, text.motivationEmpty);
  return found.errors;
}

function checkAward(found: ReturnType<typeof gatherErrors>, values: DecisionValues, about: CheckedFor): void {
  const { appliedForCents } = about;
  const applied = formatCents(appliedForCents);
  if (values.outcome === "award-in-part") {
    found.amount("amount", values.amount);
    if (centsOf(values.amount) >= appliedForCents) found.add("amount", text.amountPart(applied));
  }
  found.choice("potId", values.potId, text.potEmpty);
  found.choice("instrument", values.instrument, text.instrumentEmpty);
  checkDays(found, values, about);
  const [sum, amount] = [sumOf(values), amountOf(values, appliedForCents)];
  if (sum !== amount && amount > 0)
    found.add("instalments.0.amount", text.sumWrong(formatCents(sum), formatCents(amount)));
  const conditions = conditionsOf(values);
  if (conditions.some((condition) => condition.length > limits.summary)) found.add("conditions", text.conditionsLong);
  if (conditions.length > limits.conditions) found.add("conditions", text.conditionsMany);
}

function checkDays(found: ReturnType<typeof gatherErrors>, values: DecisionValues, about: CheckedFor): void {
  found.date("startsOn", values.startsOn);
  found.plannedDay("startsOn", values.startsOn, about);
  found.date("endsOn", values.endsOn);
  const [startsOn, endsOn] = [dateOf(values.startsOn), dateOf(values.endsOn)];
  if (endsOn !== "" && startsOn !== "" && endsOn <= startsOn)
    found.add("endsOn", refusals.fields["end-before-start"]());
  else if (endsOn !== "" && endsOn <= about.today) found.add("endsOn", text.endsOnPast);
  else found.plannedDay("endsOn", values.endsOn, about);
  for (const [index, row] of values.instalments.entries()) {
    const field = `instalments.${index}.plannedOn`;
    found.amount(`instalments.${index}.amount`, row["amount"] ?? "");
    found.date(field, row["plannedOn"] ?? "");
    const plannedOn = dateOf(row["plannedOn"] ?? "");
    if (endsOn !== "" && plannedOn > endsOn) found.add(field, refusals.fields["after-end"]());
    else if (plannedOn !== "" && plannedOn < startsOn) found.add(field, refusals.fields["before-start"]());
  }
}

/** The decision as the API takes it; the values were checked. */
export function draftOf(values: DecisionValues, appliedForCents: number) {
  const base = {
    reference: values.reference.trim(),
    legalBasis: values.legalBasis.trim(),
    motivation: values.motivation.trim(),
  };
  if (values.outcome === "reject") return { outcome: "reject" as const, ...base };
  return {
    outcome: values.outcome === "award" ? ("award" as const) : ("award-in-part" as const),
    ...base,
    instrument: instrumentOf(values.instrument),
    potId: values.potId,
    amountCents: amountOf(values, appliedForCents),
    startsOn: dateOf(values.startsOn),
    endsOn: dateOf(values.endsOn),
    instalments: values.instalments.map((row, index) => ({
      id: `i${index + 1}`,
      amountCents: centsOf(row["amount"] ?? ""),
      plannedOn: dateOf(row["plannedOn"] ?? ""),
    })),
    conditions: conditionsOf(values),
  };
}

/** Where a problem the API names stands on the screen. */
export function fieldOfDecision(path: string): string {
  if (path === "amountCents") return "amount";
  if (path === "instalments") return "instalments.0.amount";
  if (path.startsWith("conditions")) return "conditions";
  return path.replace(/amountCents$/, "amount");
}
