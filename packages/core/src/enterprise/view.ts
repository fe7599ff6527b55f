import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { Districts } from "../district/districts.ts";
import { errorCodes } from "../errors.ts";
import { EventView } from "../event/view.ts";
import { MandateId, ProposalId } from "../ids.ts";
import { MandateStatus } from "../mandate/mandate.ts";
import { MandatePhase } from "../mandate/phase.ts";
import { Promises } from "../mandate/promises.ts";
import { Vessel } from "../mandate/vessel.ts";
import { UpdateView } from "../update/view.ts";
import { HiddenBecause } from "../visibility/visibility.ts";
import { EnterpriseCard } from "./card.ts";
import { BoardRole } from "./enterprise.ts";

const MandateSummary = z
  .object({
    id: MandateId,
    proposalId: ProposalId,
    title: z.string(),
    districts: Districts,
    status: MandateStatus,
    phase: MandatePhase,
    startsOn: IsoDate,
    endsOn: IsoDate,
    /** Why its board can enter no expense now. */
    expenseRefusal: z.enum(errorCodes).optional(),
    promises: Promises,
    vessel: Vessel,
  })
  .meta({ id: "MandateSummary" });

/** What residents said in published evaluations: `averageScore` from 1 to 5, to one decimal. */
const Scores = z.object({ evaluations: z.int(), residents: z.int(), averageScore: z.number().optional() });

/** The public page of an enterprise. Of its board only roles, and the names their owners made public. */
export const EnterpriseView = EnterpriseCard.extend({
  /** Why only its board and city hall see this; absent when it is public. */
  hidden: HiddenBecause.optional(),
  story: z.string(),
  website: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  openingHours: z.string().optional(),
  kvkNumber: z.string().optional(),
  board: z.array(z.object({ role: BoardRole, name: z.string().optional() })),
  registeredAt: IsoInstant,
  verifiedAt: IsoInstant.optional(),
  scores: Scores,
  /** All its mandates together. */
  money: Vessel,
  mandates: z.array(MandateSummary),
  updates: z.array(UpdateView),
  events: z.array(EventView),
}).meta({ id: "Enterprise" });
export type EnterpriseView = z.infer<typeof EnterpriseView>;
