import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { DistrictCode, EnterpriseId, EventId, ProposalId } from "../ids.ts";
import { EventCode, PublicEvent } from "./event.ts";

/** A public line with the names it needs: the site turns `code` and `facts` into one short Dutch sentence. */
export const EventView = z
  .object({
    id: EventId,
    code: EventCode,
    at: IsoInstant,
    enterprise: z.object({ id: EnterpriseId, name: z.string() }),
    proposalId: ProposalId.optional(),
    district: DistrictCode.optional(),
    facts: PublicEvent.shape.facts,
  })
  .meta({ id: "Event" });
export type EventView = z.infer<typeof EventView>;

/** A public line for a reader; `nameOf` gives an enterprise's name. */
export function viewEvent(event: PublicEvent, nameOf: (id: EnterpriseId) => string): EventView {
  const { enterpriseId, isUnlisted: _ownAffair, isHidden: _hidden, ...rest } = event;
  return { ...rest, enterprise: { id: enterpriseId, name: nameOf(enterpriseId) } };
}
