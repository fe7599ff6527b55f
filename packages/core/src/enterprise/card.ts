import * as z from "zod";
import type { IsoDate } from "../calendar.ts";
import { DistrictCode, EnterpriseId, FileId, MandateId, ProposalId } from "../ids.ts";
import { MandateStatus } from "../mandate/mandate.ts";
import { countPromises, Promises } from "../mandate/promises.ts";
import { Vessel } from "../mandate/vessel.ts";
import type { Overview } from "../municipality/overview.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type Enterprise, EnterpriseStatus, LegalForm } from "./enterprise.ts";

/** An enterprise on a card: what you can ask it, what it was trusted with, and what it made of that. */
export const EnterpriseCard = z
  .object({
    id: EnterpriseId,
    name: z.string(),
    legalForm: LegalForm,
    status: EnterpriseStatus,
    districts: z.array(DistrictCode),
    askUs: z.array(z.string()),
    photoId: FileId.optional(),
    photoAlt: z.string().optional(),
    /** Its mandates, newest first; present ones before those that are over. */
    mandates: z.array(
      z.object({ id: MandateId, proposalId: ProposalId, title: z.string(), status: MandateStatus, vessel: Vessel }),
    ),
    promises: Promises,
  })
  .meta({ id: "EnterpriseCard" });
export type EnterpriseCard = z.infer<typeof EnterpriseCard>;

/** The card of an enterprise, under the name and form that were verified. */
export async function viewEnterpriseCard(
  enterprise: Enterprise,
  { mandates, vesselOf }: Overview,
  today: IsoDate,
): Promise<EnterpriseCard> {
  const { id, status, profile } = enterprise;
  const own = mandates.filter(({ enterpriseId }) => enterpriseId === id).toReversed();
  const isOver = (mandate: { status: MandateStatus }) => mandate.status === "closed";
  const { name, legalForm } = publicIdentity(enterprise);
  const { districts, askUs, photoId, photoAlt } = profile;
  return {
    id,
    name,
    legalForm,
    status,
    districts,
    askUs,
    ...(photoId === undefined ? {} : { photoId }),
    ...(photoAlt === undefined ? {} : { photoAlt }),
    mandates: await Promise.all(
      [...own.filter((mandate) => !isOver(mandate)), ...own.filter(isOver)].map(async (mandate) => ({
        id: mandate.id,
        proposalId: mandate.proposalId,
        title: mandate.title,
        status: mandate.status,
        vessel: await vesselOf(mandate),
      })),
    ),
    promises: countPromises(own, today),
  };
}
