import * as z from "zod";
import type { Passage } from "../moderation/moderation.ts";
import { type HiddenPassage, type Plan, type Proposal, planShape } from "./proposal.ts";
import { planOf } from "./step.ts";

/** A plan as everybody reads it: a passage that an officer hid is empty. */
export const PublicPlan = z.strictObject({
  ...planShape,
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

function without(plan: PublicPlan, { passage }: HiddenPassage): PublicPlan {
  if (passage === "partners") return { ...plan, partners: [] };
  if (passage === "budget")
    return { ...plan, budgetLines: plan.budgetLines.map((each) => ({ ...each, description: "" })) };
  return { ...plan, [passage]: "" };
}
