import * as z from "zod";
import type { Deps } from "../ports.ts";
import { District, Municipality } from "./municipality.ts";

/** What everybody may know of a municipality: its name, whom to call, its districts with their shapes. */
export const MunicipalityView = z
  .object({
    code: Municipality.shape.code,
    name: z.string(),
    contact: Municipality.shape.contact,
    decidingBody: z.string(),
    /** Where a letter with an objection goes, one line each. */
    objectionAddress: Municipality.shape.objectionAddress,
    /** Who watches over personal data. */
    dataProtectionOfficer: Municipality.shape.dataProtectionOfficer,
    /** Status and page of the accessibility statement. */
    accessibility: Municipality.shape.accessibility,
    decisionTermDays: z.int(),
    /** Days a board usually gets to complete its plan. */
    completionDays: z.int(),
    proudestStep: z.int(),
    /** Whether proposer, approver and payer of a transfer are three persons here; else proposer and payer may be one. */
    threePeople: z.boolean(),
    districts: z.array(District.pick({ code: true, name: true, slug: true, inhabitants: true, polygons: true })),
  })
  .meta({ id: "Municipality" });
export type MunicipalityView = z.infer<typeof MunicipalityView>;

/** The settings of this municipality that are public. */
export function viewMunicipality({ municipality }: Deps): MunicipalityView {
  const { code, name, contact, decidingBody, decisionTermDays, completionDays, proudestStep, threePeople } =
    municipality;
  const { dataProtectionOfficer, accessibility } = municipality;
  const districts = municipality.districts.map(({ code, name, slug, inhabitants, polygons }) => ({
    code,
    name,
    slug,
    inhabitants,
    polygons,
  }));
  return {
    code,
    name,
    contact,
    decidingBody,
    objectionAddress: municipality.objectionAddress,
    ...(dataProtectionOfficer === undefined ? {} : { dataProtectionOfficer }),
    ...(accessibility === undefined ? {} : { accessibility }),
    decisionTermDays,
    completionDays,
    proudestStep,
    threePeople,
    districts,
  };
}
