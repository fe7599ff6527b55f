import * as z from "zod";
import { Iban } from "../enterprise/enterprise.ts";
import { DistrictCode, MunicipalityCode } from "../ids.ts";
import { limits } from "../limits.ts";
import { Email, line, text } from "../text.ts";
import { readWebAddress } from "../typed/typed.ts";

/** What an employee of the municipality (or its council) may do. One person may hold several; see the policy table. */
export const StaffRole = z.enum(["officer", "council", "finance", "clerk", "professional", "auditor", "admin"]);
export type StaffRole = z.infer<typeof StaffRole>;

/**
 * The name of a group at the identity provider. Groups are keys of a record, and a database client cannot hold a record
 * with a key that every object has of its own (`constructor`, `__proto__`).
 */
export const GroupName = line(limits.nameLengthMax).refine((name) => !(name in Object.prototype), "characters");

/** One ring of a polygon: longitude and latitude pairs (CRS84), first equals last. */
const Ring = z.array(z.tuple([z.number(), z.number()])).min(4);

/** The neighbourhood team of a district: help on request, listed after the enterprises. */
export const NeighbourhoodTeam = z.strictObject({
  name: line(limits.nameLengthMax),
  phone: line(20),
  email: Email,
  openingHours: line(200),
  helpsWith: line(limits.summaryLengthMax),
});
export type NeighbourhoodTeam = z.infer<typeof NeighbourhoodTeam>;

/** A district (wijk) of the municipality, with its shape for the map. `year` is the year of the CBS code. */
export const District = z.strictObject({
  code: DistrictCode,
  year: z.int(),
  name: line(limits.nameLengthMax),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  inhabitants: z.int().min(0),
  intro: text(limits.textLengthMax),
  polygons: z.array(z.array(Ring)),
  team: NeighbourhoodTeam,
});
export type District = z.infer<typeof District>;

/** A municipality's settings: everything that is specific to a place lives here, never in source. */
export const Municipality = z.strictObject({
  code: MunicipalityCode,
  name: line(limits.nameLengthMax),
  districts: z.array(District).min(1).max(200),
  /** Who answers questions: printed on every "what happens next" page and in every letter. */
  contact: z.strictObject({ name: line(limits.nameLengthMax), phone: line(20), email: Email, openingHours: line(200) }),
  /** Postal address of the objection desk, one line each. */
  objectionAddress: z.array(line(limits.nameLengthMax)).min(2).max(6),
  /**
   * Weeks to decide on an objection, after the term to object (Awb 7:10): 6, or 12 where a committee advises. It is extended
   * by nobody but the municipality, in its own letter.
   */
  objectionAnswerWeeks: z.union([z.literal(6), z.literal(12)]).default(6),
  /** Who watches over personal data (functionaris gegevensbescherming, AVG 37): on the privacy page. */
  dataProtectionOfficer: z
    .strictObject({ name: line(limits.nameLengthMax), email: Email, phone: line(20).optional() })
    .optional(),
  /**
   * The accessibility statement of this site in the public register: its status (A: full, B: in part, C: first measures, D: not
   * yet) and its page. Absent until there is one.
   */
  accessibility: z
    .strictObject({
      status: z.enum(["A", "B", "C", "D"]),
      statementUrl: z
        .string("required")
        .max(limits.websiteLengthMax, "too-long")
        .refine((address) => readWebAddress(address)?.startsWith("https://") === true, "url"),
    })
    .optional(),
  /** Where money is paid back to: printed in the letter that claims it, never in public. */
  refundAccount: z.strictObject({ iban: Iban, holder: line(limits.nameLengthMax) }),
  /** Who takes decisions, as it is named in a letter: "het college van burgemeester en wethouders van Voorbeeldstad". */
  decidingBody: line(200),
  /** Group names of the identity provider, each with the roles it gives. */
  groupRoles: z.record(GroupName, z.array(StaffRole)),
  /** Days to decide on a proposal; the local grant regulation sets it (default `limits.decisionTermDays`). */
  decisionTermDays: z.int().min(7).max(365),
  completionDays: z.int().min(limits.completionDaysMin).max(limits.completionDaysMax),
  /** Staff who move more than this at once must have signed in a moment ago (default `limits.freshSignInAboveCents`). */
  freshSignInAboveCents: z.int().min(0).max(limits.amountCentsMax).optional(),
  /**
   * Whether who proposes a transfer, who approves it and who pays it are three persons. A municipality with fewer people
   * says `false`: then proposer and payer may be one, the approver never; the public money page says so.
   */
  threePeople: z.boolean().default(true),
  /** The step (1 to 7) this municipality is proudest of: marked on the home page. */
  proudestStep: z.int().min(1).max(7),
  revision: z.int().min(0),
});
export type Municipality = z.infer<typeof Municipality>;
