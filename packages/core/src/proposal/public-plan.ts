import * as z from "zod";
import { Passage } from "../moderation/moderation.ts";
import { type HiddenPassage, type Plan, type Proposal, planShape } from "./proposal.ts";
import { planOf } from "./step.ts";

/** A plan as everybody reads it: a passage that an officer hid is empty. */
export const PublicPlan = z.strictObject({
  ...planShape,
  /** Empty where the proposal itself is hidden, and only the decision about it is public. */
  title: z.string(),
  summary: z.string(),
  what: z.string(),
  why: z.string(),
  audience: z.string(),
  budgetLines: z.array(planShape.budgetLines.element.extend({ description: z.string() })),
});
export type PublicPlan = z.infer<typeof PublicPlan>;

/** The words of a passage, one line for each of its parts; empty when there are none. */
export function passageOf(plan: Plan, passage: Passage): string {
  switch (passage) {
    case "partners":
      return plan.partners.map(({ name, contribution }) => `${name}: ${contribution}`).join("\n");
    case "budget":
      return plan.budgetLines.map(({ description }) => description).join("\n");
    default:
      return plan[passage];
  }
}

/** The plan of a proposal that was sent in, for everybody, and what of it is hidden. */
export function publicPlanOf(proposal: Proposal): PublicPlan {
  return (proposal.hiddenPassages ?? []).reduce<PublicPlan>(without, planOf(proposal));
}

/** Of a plan, what stays public with the decision while its words are hidden: amounts, days and, unless it is hidden itself, its title. */
export function planOnRecord(proposal: Proposal): PublicPlan {
  const bare = Passage.options.reduce<PublicPlan>((plan, passage) => without(plan, { passage }), planOf(proposal));
  return proposal.hidden === undefined ? bare : { ...bare, title: "" };
}

function without(plan: PublicPlan, { passage }: Pick<HiddenPassage, "passage">): PublicPlan {
  if (passage === "partners") return { ...plan, partners: [] };
  if (passage === "budget")
    return { ...plan, budgetLines: plan.budgetLines.map((each) => ({ ...each, description: "" })) };
  return { ...plan, [passage]: "" };
}
