import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { MoneyObstacle, moneyObstacles } from "../enterprise/enterprise.ts";
import { type ErrorCode, errorCodes } from "../errors.ts";
import { DecisionId, PotId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { type Decision, DecisionDraft, DecisionStatus } from "./decision.ts";

/** A decision in full as everybody reads it, once it was taken. */
export const PublicDecision = z
  .object({
    draft: DecisionDraft,
    decidedOn: IsoDate,
    decidingBody: z.string(),
    objectionUntil: IsoDate,
    objectionAddress: z.array(z.string()),
  })
  .meta({ id: "PublicDecision" });
export type PublicDecision = z.infer<typeof PublicDecision>;

/** A decision for everybody; undefined until it was taken. */
export function publishDecision({ municipality }: Deps, decision: Decision): PublicDecision | undefined {
  const { draft, decidedOn, objectionUntil } = decision;
  if (decidedOn === undefined || objectionUntil === undefined) return undefined;
  const { decidingBody, objectionAddress } = municipality;
  return { draft, decidedOn, decidingBody, objectionUntil, objectionAddress };
}

/** A decision for city hall: who did what, what stands in the way, and whether the reader may take it. */
export const DecisionView = z
  .object({
    id: DecisionId,
    status: DecisionStatus,
    draft: DecisionDraft,
    preparedBy: z.string(),
    preparedAt: IsoInstant,
    decidedBy: z.string().optional(),
    decidedOn: IsoDate.optional(),
    objectionUntil: IsoDate.optional(),
    returnedReason: z.string().optional(),
    /** The pot an award is paid from, with what is in it now, in cents. */
    pot: z.object({ id: PotId, name: z.string(), availableCents: z.int() }).optional(),
    /** What still stands between the enterprise and holding money. */
    obstacles: z.array(MoneyObstacle),
    /** Why the reader may not take or return it; absent where the reader may. */
    takeRefusal: z.enum(errorCodes).optional(),
    returnRefusal: z.enum(errorCodes).optional(),
  })
  .meta({ id: "Decision" });
export type DecisionView = z.infer<typeof DecisionView>;

/** What a view adds to a decision. */
export interface DecisionFacts {
  readonly nameOf: (personId: string | undefined) => string | undefined;
  readonly enterprise: Enterprise;
  readonly pot: DecisionView["pot"];
  readonly takeRefusal: ErrorCode | undefined;
  readonly returnRefusal: ErrorCode | undefined;
}

/** A decision for city hall. */
export function viewDecision(decision: Decision, facts: DecisionFacts): DecisionView {
  const { nameOf, enterprise, ...more } = facts;
  return DecisionView.parse({
    ...decision,
    ...more,
    preparedBy: nameOf(decision.preparedBy) ?? "",
    decidedBy: nameOf(decision.decidedBy),
    obstacles: decision.draft.outcome === "reject" ? [] : moneyObstacles(enterprise),
  });
}
