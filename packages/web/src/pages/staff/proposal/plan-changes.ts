import { formatDate } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { type staffProposal, words } from "../../../words/nl.ts";
import type { Plan } from "../answers.ts";

type Field = keyof typeof staffProposal.versions.fields;

/** One thing that a newer version says otherwise: what it was, what it became. One of the two is missing where something came or went. */
export interface PlanChange {
  readonly field: Field;
  readonly before?: string;
  readonly after?: string;
}

/** What changed between two versions of a plan, in the order of the plan. `nameOf` gives the name of a district. */
export function planChanges(
  before: Plan,
  after: Plan,
  nameOf: (districts: Plan["districts"]) => string,
): readonly PlanChange[] {
  const texts = (["title", "summary", "what", "why"] as const).flatMap((field) =>
    changed(field, before[field], after[field]),
  );
  return [
    ...texts,
    ...changed("themes", themesOf(before), themesOf(after)),
    ...changed("audience", before.audience, after.audience),
    ...changed("districts", nameOf(before.districts), nameOf(after.districts)),
    ...partsChanged(
      "milestones",
      before.milestones,
      after.milestones,
      ({ title, plannedOn }) => `${title}, ${formatDate(plannedOn)}`,
    ),
    ...partsChanged(
      "budgetLines",
      before.budgetLines,
      after.budgetLines,
      ({ description, category, amountCents }) =>
        `${description} (${words.categories[category].toLowerCase()}), ${formatCents(amountCents)}`,
    ),
    ...changed("ownContribution", ownOf(before), ownOf(after)),
    ...partsChanged(
      "partners",
      before.partners,
      after.partners,
      ({ name, sector, contribution }) => `${name} (${words.sectors[sector].toLowerCase()}): ${contribution}`,
    ),
    ...changed("helpAsked", before.helpAsked, after.helpAsked),
  ];
}

const themesOf = ({ themes }: Plan) => themes.map((theme) => words.themes[theme]).join(", ");

const ownOf = ({ ownContributionCents, ownContribution }: Plan) =>
  [formatCents(ownContributionCents), ownContribution].filter((part) => part !== "").join(": ");

function changed(field: Field, before: string, after: string): readonly PlanChange[] {
  return before === after ? [] : [changeOf(field, before, after)];
}

function changeOf(field: Field, before: string, after: string): PlanChange {
  return { field, ...(before === "" ? {} : { before }), ...(after === "" ? {} : { after }) };
}

/** Parts keep their id from version to version, so a part that was moved or reworded is not taken for a new one. */
function partsChanged<Part extends { readonly id: string }>(
  field: Field,
  before: readonly Part[],
  after: readonly Part[],
  say: (part: Part) => string,
): readonly PlanChange[] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const said = (parts: readonly Part[], id: string) => {
    const part = parts.find((each) => each.id === id);
    return part === undefined ? "" : say(part);
  };
  return [...ids].flatMap((id) => changed(field, said(before, id), said(after, id)));
}
