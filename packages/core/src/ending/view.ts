import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { errorCodes } from "../errors.ts";
import { EndingId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { type Ending, EndingDraft, EndingStatus, EndingSums, HowToPay } from "./ending.ts";

/** How a mandate ended, for everybody, once it was decided: all but where to pay. Amounts in integer cents. */
export const PublicEnding = z
  .object({
    id: EndingId,
    draft: EndingDraft,
    sums: EndingSums,
    decidedOn: IsoDate,
    decidingBody: z.string(),
    objectionUntil: IsoDate,
    objectionAddress: z.array(z.string()),
    /** Last day to pay the claim. */
    payBy: IsoDate.optional(),
  })
  .meta({ id: "PublicEnding" });
export type PublicEnding = z.infer<typeof PublicEnding>;

/** An ending for everybody; undefined until it was taken. */
export function publishEnding({ municipality }: Deps, ending: Ending): PublicEnding | undefined {
  const { id, draft, sums, decidedOn, objectionUntil, payment } = ending;
  if (decidedOn === undefined || objectionUntil === undefined) return undefined;
  const { decidingBody, objectionAddress } = municipality;
  const payBy = payment === undefined ? {} : { payBy: payment.dueOn };
  return { id, draft, sums, decidedOn, decidingBody, objectionUntil, objectionAddress, ...payBy };
}

/** An ending for its board and for city hall. */
export const EndingView = z
  .object({
    id: EndingId,
    status: EndingStatus,
    draft: EndingDraft,
    sums: EndingSums,
    /** For city hall. */
    preparedBy: z.string().optional(),
    preparedAt: IsoInstant,
    decidedBy: z.string().optional(),
    decidedOn: IsoDate.optional(),
    objectionUntil: IsoDate.optional(),
    payment: HowToPay.optional(),
    returnedReason: z.string().optional(),
    /** Why the reader may not take or return it; absent where the reader may. */
    takeRefusal: z.enum(errorCodes).optional(),
    returnRefusal: z.enum(errorCodes).optional(),
  })
  .meta({ id: "Ending" });
export type EndingView = z.infer<typeof EndingView>;
