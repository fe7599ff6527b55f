import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EnterpriseId, FileId, FormalMessageId, MandateId, PersonId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Name } from "../name/name.ts";
import { Email, line, text, textOrEmpty } from "../text.ts";
import type { Transitions } from "../transition.ts";

/**
 * What can be sent formally and electronically (Awb 2:13 and on): an objection (Awb 6:4), a default notice (Awb 4:17), a
 * complaint (Awb 9:4), or something else.
 */
export const FormalKind = z.enum(["objection", "default-notice", "complaint", "other"]);
export type FormalKind = z.infer<typeof FormalKind>;

/** What a message is about, when it was begun at that place of the site. `hidden` names a moderation case (`caseIdOf`). */
export const FormalSubject = z
  .discriminatedUnion("about", [
    z.strictObject({ about: z.literal("decision"), id: ProposalId }),
    z.strictObject({ about: z.literal("ending"), id: MandateId }),
    z.strictObject({ about: z.literal("hidden"), id: z.string().regex(/^[a-z]{3}_[0-9A-Za-z_.-]{26,100}$/, "id") }),
    z.strictObject({ about: z.literal("proposal"), id: ProposalId }),
    z.strictObject({ about: z.literal("enterprise"), id: EnterpriseId }),
  ])
  .meta({ id: "FormalSubject" });
export type FormalSubject = z.infer<typeof FormalSubject>;

/** A file with a message, under the name its sender reads. `sha256` (hex) is of the bytes as they were sent. */
export const FormalAttachment = z.strictObject({ fileId: FileId, name: line(limits.nameLengthMax) });
export type FormalAttachment = z.infer<typeof FormalAttachment>;
const KeptAttachment = FormalAttachment.extend({ sha256: z.string() });

const attachments = z.array(FormalAttachment).max(limits.attachmentsMax, "too-many");

/** Input of a formal message: what the law asks of one (Awb 6:5, 9:4), and where the receipt goes. */
export const NewFormalMessage = z
  .strictObject({
    kind: FormalKind,
    subject: FormalSubject.optional(),
    name: Name(limits.nameLengthMax),
    /** Postal address. */
    address: text(limits.summaryLengthMax),
    email: Email,
    /** Which decision or conduct it is about; required where `subject` does not say. */
    description: textOrEmpty(limits.summaryLengthMax),
    /** The grounds. */
    words: text(limits.textLengthMax),
    attachments,
  })
  .superRefine(
    ({ subject, description }, context) => {
      if (subject === undefined && description === "")
        context.addIssue({ code: "custom", message: "required", path: ["description"] });
    },
    { when: ({ value }) => value !== null && typeof value === "object" },
  )
  .meta({ id: "NewFormalMessage" });
export type NewFormalMessage = z.infer<typeof NewFormalMessage>;

/** Input of adding to a message that was sent: words, files, or both. */
export const FormalSupplement = z
  .strictObject({ secret: z.string().max(100, "too-long"), words: text(limits.textLengthMax), attachments })
  .meta({ id: "FormalSupplement" });
export type FormalSupplement = z.infer<typeof FormalSupplement>;

/** What a link in a letter to the sender carries. */
export const FormalKey = z.strictObject({ secret: z.string().max(100, "too-long") }).meta({ id: "FormalKey" });

/** Input of taking a message back; why need not be said. */
export const FormalWithdrawal = FormalKey.extend({ reason: textOrEmpty(limits.noteLengthMax) }).meta({
  id: "FormalWithdrawal",
});

/**
 * What city hall decides on a message: on an objection it is upheld, in part, dismissed or inadmissible (Awb 7:11); another
 * message is answered, or not taken up.
 */
export const FormalOutcome = z.enum([
  "upheld",
  "upheld-in-part",
  "dismissed",
  "inadmissible",
  "answered",
  "not-taken-up",
]);
export type FormalOutcome = z.infer<typeof FormalOutcome>;

/** Which outcomes a kind of message can have. */
export const formalOutcomes: { readonly [K in FormalKind]: readonly FormalOutcome[] } = {
  objection: ["upheld", "upheld-in-part", "dismissed", "inadmissible"],
  complaint: ["upheld", "upheld-in-part", "dismissed", "not-taken-up"],
  "default-notice": ["answered", "not-taken-up"],
  other: ["answered", "not-taken-up"],
};

/** Input of an officer's answer: the outcome, and the reasons, which the sender gets by letter. */
export const FormalAnswer = z
  .strictObject({ outcome: FormalOutcome, reason: text(limits.textLengthMax) })
  .meta({ id: "FormalAnswer" });
export type FormalAnswer = z.infer<typeof FormalAnswer>;

/** A message exactly as it was received. Written once and never changed; `sha256` (hex) is of `copyOf` it, in UTF-8. */
export const FormalMessage = z.strictObject({
  id: FormalMessageId,
  reference: z.string(),
  kind: FormalKind,
  subject: FormalSubject.optional(),
  name: z.string(),
  address: z.string(),
  email: Email,
  description: z.string(),
  words: z.string(),
  attachments: z.array(KeptAttachment),
  receivedAt: IsoInstant,
  sha256: z.string(),
});
export type FormalMessage = z.infer<typeof FormalMessage>;

export const FormalStatus = z.enum(["received", "in-treatment", "decided", "withdrawn"]);
export type FormalStatus = z.infer<typeof FormalStatus>;

/** State changes of a message. A sender who adds to it changes no state, and may until it is over. */
export const formalTransitions = {
  treat: { from: ["received"], to: "in-treatment", by: ["officer"] },
  answer: { from: ["received", "in-treatment"], to: "decided", by: ["officer"] },
} as const satisfies Transitions<FormalStatus>;
/** Of the sender, by the link in the letter: takes the message back, or adds to it. */
export const openToSender = { from: ["received", "in-treatment"] } as const;

/** Where a message stands: what is not the message itself, and changes. */
export const FormalCase = z.strictObject({
  id: FormalMessageId,
  reference: z.string(),
  kind: FormalKind,
  /** What the thing it is about is called on the site; absent where the sender described it. */
  title: z.string().optional(),
  /** The same for a letter: nobody confirmed its address, so it names only what everybody can read. */
  publicTitle: z.string().optional(),
  /** Number of the decision it is about. */
  decisionReference: z.string().optional(),
  /** Last day of the term to object to it (Awb 6:7). */
  objectionUntil: IsoDate.optional(),
  /** It came after that day: it is treated all the same, and says so (Awb 6:11). */
  isLate: z.boolean(),
  enterpriseId: EnterpriseId.optional(),
  /** Who prepared or took what it is about: they do not answer an objection (Awb 10:3). */
  notBy: z.array(PersonId),
  status: FormalStatus,
  receivedAt: IsoInstant,
  /** Last day to answer it. */
  dueOn: IsoDate,
  /** Steps so far; the next one has this number. */
  steps: z.int().min(0),
  /** When everything of it is forgotten; set when it is over. */
  forgetOn: IsoDate.optional(),
  revision: z.int().min(0),
});
export type FormalCase = z.infer<typeof FormalCase>;

/** What happened to a message after it was received. Lines are only added. */
export const FormalStep = z.strictObject({
  messageId: FormalMessageId,
  step: z.int().min(0),
  at: IsoInstant,
  act: z.enum(["supplemented", "treated", "decided", "withdrawn"]),
  /** Absent: by the sender. */
  by: PersonId.optional(),
  byName: z.string().optional(),
  words: z.string(),
  attachments: z.array(KeptAttachment),
  outcome: FormalOutcome.optional(),
  /** Of a supplement, as of the message: in its receipt. */
  sha256: z.string().optional(),
});
export type FormalStep = z.infer<typeof FormalStep>;
