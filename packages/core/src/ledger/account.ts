import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { DistrictCode, EnterpriseId, ExpenseId, JournalId, MandateId, PersonId, PotId, TransferId } from "../ids.ts";
import { limits } from "../limits.ts";
import { AmountCents } from "../money.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import { line } from "../text.ts";

/**
 * Stage accounts: every euro is in exactly one of them (reference: money 1.1). The id says the stage:
 * `RAAD#<year>#<programme>` appropriation · `POT#<pot>` · `MANDAAT#<mandate>` committed, not paid ·
 * `KAS#<mandate>` paid, held by the enterprise · `BESTEED#<mandate>#<category>` spent with a receipt · `EXTERN` outside.
 */
export const AccountStage = z.enum(["RAAD", "POT", "MANDAAT", "KAS", "BESTEED", "EXTERN"]);
export type AccountStage = z.infer<typeof AccountStage>;

/** Only the council's appropriation and the outside world may go below zero (invariant I4). */
export const stagesBelowZero: readonly AccountStage[] = ["RAAD", "EXTERN"];

/** Cents are integers; `available = posted - reserved` is kept apart because database conditions have no arithmetic. */
export const Account = z.strictObject({
  id: z.string(),
  stage: AccountStage,
  posted: z.int(),
  reserved: z.int().min(0),
  available: z.int(),
  /** Number of entries; the next entry gets `sequence + 1`. */
  sequence: z.int().min(0),
  /** Hash of the newest entry: the head of this account's chain; empty string before the first. */
  head: z.string(),
  /** First booking date that is still open (invariant I11). */
  openFrom: IsoDate,
  status: z.enum(["open", "closed"]),
  /** On MANDAAT and KAS: copies of what a posting must check, so that the database can refuse it (invariant I6). */
  mandateStatus: z.enum(["active", "ended"]).optional(),
  mandateFrom: IsoDate.optional(),
  mandateUntil: IsoDate.optional(),
  mandateId: MandateId.optional(),
  potId: PotId.optional(),
});
export type Account = z.infer<typeof Account>;

/** The kinds of entries, each with the stages it moves money between (reference: money 1.2). */
export const journalKinds = {
  APPROPRIATION: { from: "RAAD", to: "POT" },
  COMMIT: { from: "POT", to: "MANDAAT" },
  ADVANCE: { from: "MANDAAT", to: "KAS" },
  SPEND: { from: "KAS", to: "BESTEED" },
  RELEASE: { from: "MANDAAT", to: "POT" },
  REFUND: { from: "KAS", to: "POT" },
} as const satisfies Record<string, { from: AccountStage; to: AccountStage }>;

/** `REVERSAL` mirrors one journal exactly, once; a reversal is never reversed (invariant I8). */
export const JournalKind = z.enum(["APPROPRIATION", "COMMIT", "ADVANCE", "SPEND", "RELEASE", "REFUND", "REVERSAL"]);
export type JournalKind = z.infer<typeof JournalKind>;

/** One move of money, written once and never changed. `bookDate` is when it was booked, `effectDate` when it happened. */
export const Journal = z.strictObject({
  id: JournalId,
  kind: JournalKind,
  source: z.string(),
  destination: z.string(),
  amountCents: AmountCents,
  bookDate: IsoDate,
  effectDate: IsoDate,
  /** No entry without a decision (issue, reference: money 0.1). */
  decisionReference: line(60),
  /** One public line, without names of private persons. */
  description: line(limits.summaryLengthMax),
  potId: PotId.optional(),
  mandateId: MandateId.optional(),
  enterpriseId: EnterpriseId.optional(),
  district: DistrictCode.optional(),
  transferId: TransferId.optional(),
  expenseId: ExpenseId.optional(),
  category: BudgetCategory.optional(),
  reversalOf: JournalId.optional(),
  by: PersonId,
  approvers: z.array(PersonId),
  bankReference: z.string().optional(),
  sourceSequence: z.int(),
  sourceHash: z.string(),
  destinationSequence: z.int(),
  destinationHash: z.string(),
  postedAt: IsoInstant,
});
export type Journal = z.infer<typeof Journal>;

/** One leg of a journal on one account: gapless sequence, each carrying the previous hash (invariant I7). */
export const Entry = z.strictObject({
  accountId: z.string(),
  sequence: z.int().min(1),
  journalId: JournalId,
  /** Signed cents: negative on the source, positive on the destination. */
  amountCents: z.int(),
  bookDate: IsoDate,
  previous: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** Marks that a journal was reversed: there can be one per journal. */
export const ReversalMark = z.strictObject({ journalId: JournalId, by: JournalId });
export type ReversalMark = z.infer<typeof ReversalMark>;

/** A pot: money the council set apart for enterprises, for the whole municipality or one district. */
export const Pot = z.strictObject({
  id: PotId,
  name: line(limits.titleLengthMax),
  programme: line(limits.nameLengthMax),
  year: z.int().min(2000).max(2100),
  district: DistrictCode.optional(),
  createdAt: IsoInstant,
});
export type Pot = z.infer<typeof Pot>;
