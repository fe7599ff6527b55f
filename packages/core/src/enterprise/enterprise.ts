import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { DistrictCode, EnterpriseId, FileId, MemberId, PersonId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Hidden } from "../moderation/moderation.ts";
import { hasAddress } from "../name/has-address.ts";
import { Name } from "../name/name.ts";
import { Email, line, text } from "../text.ts";
import type { Transitions } from "../transition.ts";
import { cleanLine, readIban, readKvkNumber, readPhone, readWebAddress } from "../typed/typed.ts";
import { KvkDoubt } from "./kvk-doubt.ts";
import { NameDoubt } from "./name-doubt.ts";

/** Legal forms residents choose (reference: nl-conventions 8, LSA). Only some are in the trade register. */
export const LegalForm = z.enum([
  "informal-group",
  "in-formation",
  "association",
  "foundation",
  "cooperative",
  "private-company",
  "other",
]);
export type LegalForm = z.infer<typeof LegalForm>;

/** Forms that are registered with the Chamber of Commerce and so have a KvK number. */
export const legalFormsWithKvk: readonly LegalForm[] = ["association", "foundation", "cooperative", "private-company"];

/** Roles on the board of an enterprise. */
export const BoardRole = z.enum(["chair", "treasurer", "secretary", "member"]);
export type BoardRole = z.infer<typeof BoardRole>;

/** That somebody asked to take a member off the board, which another has to confirm. `askedBy` is a seat. */
export const Removal = z.strictObject({ askedBy: MemberId, askedAt: IsoInstant, expiresAt: IsoInstant });
export type Removal = z.infer<typeof Removal>;

/** Somebody on the board, or invited to it. Names are public only when `isNamePublic`. */
export const Member = z.strictObject({
  id: MemberId,
  personId: PersonId.optional(),
  email: Email,
  name: line(limits.nameLengthMax),
  role: BoardRole,
  status: z.enum(["invited", "confirmed", "left"]),
  isNamePublic: z.boolean(),
  invitationHash: z.string().optional(),
  invitedAt: IsoInstant,
  /** Who asked them. */
  invitedBy: MemberId.optional(),
  invitationExpiresAt: IsoInstant.optional(),
  confirmedAt: IsoInstant.optional(),
  /** Since when they are off the board, and who did that: they themselves, or another. */
  leftAt: IsoInstant.optional(),
  leftBy: MemberId.optional(),
  /** Came to the board, or left it, since an officer looked at the board. Who came is no pair of eyes on money until then. */
  isUnchecked: z.literal(true).optional(),
  /** Somebody wants this member off the board. */
  removal: Removal.optional(),
});
export type Member = z.infer<typeof Member>;

/** An IBAN in electronic format, however it was typed: `readIban`. */
export const Iban = z
  .string("required")
  .overwrite((typed) => readIban(typed) ?? "")
  .refine((iban) => iban !== "", "iban");

/** A bank account that the treasurer proposed and that another member has not confirmed yet. `proposedBy` is a seat. */
export const IbanProposal = z.strictObject({
  iban: z.string(),
  holder: line(limits.nameLengthMax),
  proposedBy: MemberId,
  proposedAt: IsoInstant,
  /** After this instant nobody can confirm it any more. */
  expiresAt: IsoInstant,
});
export type IbanProposal = z.infer<typeof IbanProposal>;

export const EnterpriseStatus = z.enum(["registered", "verified", "refused"]);
export type EnterpriseStatus = z.infer<typeof EnterpriseStatus>;

/** What an enterprise tells about itself; also the input of registering and editing. */
export const EnterpriseProfile = z
  .strictObject({
    name: Name(limits.titleLengthMax),
    story: text(limits.textLengthMax),
    districts: z.array(DistrictCode).min(1, "required").max(limits.districtsPerEnterpriseMax, "too-many"),
    legalForm: LegalForm,
    /** Eight digits, no check digit (KvK), however they were typed: `readKvkNumber`. */
    kvkNumber: z
      .string()
      .overwrite((typed) => readKvkNumber(typed) ?? typed)
      .regex(/^[0-9]{8}$/, "kvk")
      .optional(),
    /** What a neighbour can ask this enterprise; first thing on its card. */
    askUs: z.array(Name(limits.nameLengthMax)).max(limits.questionsMax, "too-many"),
    photoId: FileId.optional(),
    photoAlt: line(200).optional(),
    /** As a browser writes it, `weidezicht.nl` included: `readWebAddress`. */
    website: z
      .string()
      .overwrite((typed) => readWebAddress(typed) ?? cleanLine(typed))
      .max(limits.websiteLengthMax, "too-long")
      .refine((address) => readWebAddress(address) !== undefined, "url")
      .meta({ format: "uri" })
      .optional(),
    /** Of the enterprise, on its public page; nobody's private number is asked. `readPhone`. */
    phone: z
      .string()
      .overwrite((typed) => readPhone(typed) ?? cleanLine(typed))
      .max(limits.phoneLengthMax, "too-long")
      .refine((number) => readPhone(number) !== undefined, "phone")
      .optional(),
    /** Where neighbours can walk in, and when: public, in their own words, and leading nowhere else. */
    address: Name(limits.nameLengthMax).optional(),
    openingHours: line(limits.nameLengthMax)
      // "9.00-12.00 13.00-17.00" has as many digits as a telephone number.
      .refine((hours) => !hasAddress(hours.replace(/\d/g, "")), "address")
      .optional(),
  })
  .superRefine((profile, context) => {
    const needsKvk = legalFormsWithKvk.includes(profile.legalForm);
    if (needsKvk && profile.kvkNumber === undefined)
      context.addIssue({ code: "custom", message: "required", path: ["kvkNumber"] });
    if (profile.photoId !== undefined && profile.photoAlt === undefined)
      context.addIssue({ code: "custom", message: "required", path: ["photoAlt"] });
  });
export type EnterpriseProfile = z.infer<typeof EnterpriseProfile>;

/** What an officer checked and then changed: until it is checked again the enterprise gets no new money. */
export const Recheck = z.enum(["name", "legal-form", "kvk-number", "iban", "board"]);
export type Recheck = z.infer<typeof Recheck>;

/** A resident enterprise (burgeronderneming). `iban`, members' addresses and unconfirmed names are never public. */
export const Enterprise = z.strictObject({
  id: EnterpriseId,
  profile: EnterpriseProfile,
  status: EnterpriseStatus,
  members: z.array(Member).max(limits.memberRecordsMax),
  iban: z.string().optional(),
  ibanHolder: line(limits.nameLengthMax).optional(),
  /** Another account that waits for a second member; until then nothing is paid to it. */
  ibanProposal: IbanProposal.optional(),
  /** Since when the account of now counts, and which one was checked before it; absent when it never changed. */
  ibanSince: IsoInstant.optional(),
  ibanBefore: z.strictObject({ maskedIban: z.string(), holder: z.string() }).optional(),
  /** Why it was refused; shown to the board. */
  refusal: text(limits.noteLengthMax).optional(),
  /** Why a verified enterprise is `registered` again; shown to the board and to who verifies. */
  recheck: z.array(Recheck).optional(),
  /** What was verified, while a change of it waits for a new check: until then it is public under this. */
  verifiedAs: z.strictObject({ name: z.string(), legalForm: LegalForm, kvkNumber: z.string().optional() }).optional(),
  /** Why its name has to be looked at; gone once an officer verified it all the same. */
  nameDoubts: z.array(NameDoubt).optional(),
  /** Who else gave its KvK number; gone once an officer verified it all the same. */
  kvkDoubt: KvkDoubt.optional(),
  /** How many who got a letter from it said that they do not know it. */
  disavowals: z.int().optional(),
  /** An officer hid it, with everything it sent in. */
  hidden: Hidden.optional(),
  verifiedAt: IsoInstant.optional(),
  /** When an officer first looked at its board; stays after a refusal, because money may have been paid before. */
  boardCheckedAt: IsoInstant.optional(),
  verifiedBy: PersonId.optional(),
  /** Who refused it: not who decides on an objection to that (Awb 10:3). Never public. */
  refusedBy: PersonId.optional(),
  registeredAt: IsoInstant,
  registeredBy: PersonId,
  revision: z.int().min(0),
});
export type Enterprise = z.infer<typeof Enterprise>;

/** State changes of an enterprise: from where, to where, by whom. */
export const enterpriseTransitions = {
  verify: { from: ["registered"], to: "verified", by: ["officer"] },
  refuse: { from: ["registered"], to: "refused", by: ["officer"] },
  applyAgain: { from: ["refused"], to: "registered", by: ["board"] },
  /** The board changed what an officer had checked: name, legal form, KvK number, bank account or who is on it. */
  recheck: { from: ["verified"], to: "registered", by: ["board"] },
} as const satisfies Transitions<EnterpriseStatus>;

/** Whether an enterprise is on the work list of city hall. */
export const waitsToBeVerified = (status: EnterpriseStatus): boolean =>
  enterpriseTransitions.verify.from.some((from) => from === status);

/** The confirmed members of the board. */
export function boardOf(enterprise: Enterprise): readonly Member[] {
  return enterprise.members.filter((member) => member.status === "confirmed");
}

/** What still stands between an enterprise and holding money. Empty when it may (issue: two members, a treasurer, verified, IBAN). */
export const MoneyObstacle = z.enum(["not-verified", "board-too-small", "no-treasurer", "no-iban"]);
export type MoneyObstacle = z.infer<typeof MoneyObstacle>;

/** Lists every obstacle, so that a page can say all of them at once. */
export function moneyObstacles(enterprise: Enterprise): readonly MoneyObstacle[] {
  const board = boardOf(enterprise);
  const obstacles: MoneyObstacle[] = [];
  if (enterprise.status !== "verified") obstacles.push("not-verified");
  if (new Set(board.map((member) => member.personId)).size < 2) obstacles.push("board-too-small");
  if (!board.some((member) => member.role === "treasurer")) obstacles.push("no-treasurer");
  if (enterprise.iban === undefined) obstacles.push("no-iban");
  return obstacles;
}
