import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EndingDraft, EndingSums, HowToPay } from "../ending/ending.ts";
import { BoardRole, MoneyObstacle } from "../enterprise/enterprise.ts";
import { ResidentEvaluation } from "../evaluation/evaluation.ts";
import { FormalKind, FormalOutcome } from "../formal-message/formal-message.ts";
import { FollowId, LetterId, ProposalId, UpdateId } from "../ids.ts";
import { AmountCents, TotalCents } from "../money.ts";
import { Plan } from "../proposal/proposal.ts";
import { Email } from "../text.ts";
import { WorkAct } from "../work-list/row.ts";

const contact = z.strictObject({ name: z.string(), phone: z.string(), email: z.string(), openingHours: z.string() });

/** What every letter carries, so that sending needs no other reads (the stream gives no order). */
const shared = { municipality: z.string(), contact };

const aboutProposal = { ...shared, title: z.string(), enterprise: z.string(), path: z.string() };

/** Of a letter to an address that anybody may have typed: where its reader says that they do not know this. */
const refusable = { refusalPath: z.string() };

/** The letters of the loop, each with its complete payload. `path` is a path of the site; secrets go in its fragment. */
export const letterPayloads = {
  "sign-in": z.strictObject({ ...shared, ...refusable, path: z.string(), code: z.string(), minutes: z.int() }),
  invitation: z.strictObject({
    ...shared,
    enterprise: z.string(),
    /** Whether anybody at city hall checked it: if not, its name is a stranger's word. */
    isVerified: z.boolean(),
    /** Where the reader says that they do not know this. */
    disavowalPath: z.string(),
    inviter: z.string(),
    name: z.string(),
    role: BoardRole,
    path: z.string(),
    expiresOn: IsoDate,
  }),
  /** To who invited: the answer is no. */
  "invitation-declined": z.strictObject({
    ...shared,
    enterprise: z.string(),
    name: z.string(),
    role: BoardRole,
    path: z.string(),
  }),
  "enterprise-verified": z.strictObject({
    ...shared,
    enterprise: z.string(),
    /** What still stands between it and money. */
    obstacles: z.array(MoneyObstacle.exclude(["not-verified"])),
    path: z.string(),
  }),
  "enterprise-refused": z.strictObject({
    ...shared,
    enterprise: z.string(),
    reason: z.string(),
    path: z.string(),
    objectionPath: z.string().optional(),
  }),
  /** To a board: what somebody asks it on its public page. Who answers, answers to `answerTo`. */
  question: z.strictObject({
    ...shared,
    enterprise: z.string(),
    answerTo: z.strictObject({ name: z.string(), email: z.string() }),
    question: z.string(),
    path: z.string(),
    /** Where its reader says that it is abuse. */
    reportPath: z.string().optional(),
  }),
  /** To the whole board: somebody wants money to go to this account. */
  "iban-proposed": z.strictObject({
    ...shared,
    enterprise: z.string(),
    by: z.string(),
    maskedIban: z.string(),
    holder: z.string(),
    /** The one that counts until then; absent for the first. */
    maskedIbanNow: z.string().optional(),
    expiresOn: IsoDate,
    path: z.string(),
  }),
  /** To the whole board: what came of it. */
  "iban-settled": z.strictObject({
    ...shared,
    enterprise: z.string(),
    by: z.string(),
    maskedIban: z.string(),
    holder: z.string(),
    outcome: z.enum(["confirmed", "refused"]),
    /** City hall checks it before money moves. */
    isCheckedAgain: z.boolean(),
    path: z.string(),
  }),
  /** To the whole board: who came, who left, and what is asked about a seat. */
  "board-changed": z.strictObject({
    ...shared,
    enterprise: z.string(),
    change: z.enum(["invited", "came", "left", "removed", "removal-asked", "kept"]),
    name: z.string(),
    role: BoardRole,
    /** Who did it; absent for city hall. */
    by: z.string().optional(),
    /** Who has to do something now: another member, or an officer who looks at the new board. */
    heldBy: z.enum(["board", "officer"]).optional(),
    expiresOn: IsoDate.optional(),
    path: z.string(),
  }),
  /** To who is off the board. */
  "seat-ended": z.strictObject({
    ...shared,
    enterprise: z.string(),
    name: z.string(),
    role: BoardRole,
    by: z.string().optional(),
    isOwnAct: z.boolean(),
    path: z.string(),
  }),
  receipt: z.strictObject({
    ...aboutProposal,
    receivedAt: IsoInstant,
    answerBy: IsoDate,
    plan: Plan,
    /** Names of the districts that the plan is for; none when it is for the whole municipality. */
    districts: z.array(z.string()),
    /** What the files are called that were sent; absent in a letter of before they were named. */
    attachments: z.array(z.string()).optional(),
    version: z.int(),
  }),
  withdrawn: z.strictObject({ ...aboutProposal, withdrawnAt: IsoInstant }),
  "completion-asked": z.strictObject({ ...aboutProposal, question: z.string(), answerBy: IsoDate }),
  "completion-received": z.strictObject({
    ...aboutProposal,
    receivedAt: IsoInstant,
    answerBy: IsoDate,
    plan: Plan,
    /** Names of the districts that the plan is for; none when it is for the whole municipality. */
    districts: z.array(z.string()),
    /** What the files are called that were sent; absent in a letter of before they were named. */
    attachments: z.array(z.string()).optional(),
    version: z.int(),
  }),
  decision: z.strictObject({
    ...aboutProposal,
    outcome: z.enum(["award", "award-in-part", "reject"]),
    reference: z.string(),
    decidedOn: IsoDate,
    decidingBody: z.string(),
    legalBasis: z.string(),
    motivation: z.string(),
    objectionUntil: IsoDate,
    objectionAddress: z.array(z.string()),
    /** Where one objects on the site. */
    objectionPath: z.string().optional(),
    award: z
      .strictObject({
        amountCents: AmountCents,
        amountAppliedForCents: AmountCents,
        instrument: z.string(),
        startsOn: IsoDate,
        endsOn: IsoDate,
        instalments: z.array(z.strictObject({ amountCents: AmountCents, plannedOn: IsoDate })),
        conditions: z.array(z.string()),
      })
      .optional(),
  }),
  "transfer-waiting": z.strictObject({ ...aboutProposal, amountCents: AmountCents, expiresOn: IsoDate }),
  "transfer-paid": z.strictObject({
    ...aboutProposal,
    amountCents: AmountCents,
    paidOn: IsoDate,
    bankReference: z.string(),
    leftCents: TotalCents,
  }),
  "expense-waiting": z.strictObject({
    ...aboutProposal,
    amountCents: AmountCents,
    supplier: z.string(),
    expiresOn: IsoDate,
  }),
  /** To who entered it, and to the treasurer: an expense came back, and can be entered again. */
  "expense-returned": z.strictObject({
    ...aboutProposal,
    amountCents: AmountCents,
    supplier: z.string(),
    outcome: z.enum(["refused", "corrected", "expired"]),
    /** What another board member wrote; absent when it expired. */
    reason: z.string().optional(),
  }),
  "follow-confirm": z.strictObject({
    ...shared,
    ...refusable,
    subject: z.string(),
    /** Whether city hall knows this name: a district, a verified enterprise. The title of a proposal is its board's word. */
    isKnownName: z.boolean(),
    path: z.string(),
  }),
  update: z.strictObject({
    ...aboutProposal,
    headline: z.string(),
    body: z.string(),
    /** Why this reader gets it: when that is over before it is sent, it is not sent. */
    followId: FollowId,
    /** Which news: what is hidden before it is sent, is not sent. */
    updateId: UpdateId.optional(),
    /** Path of the one-click unsubscribe (RFC 8058) under the API, and of the page with the same button. */
    unsubscribePath: z.string(),
    unsubscribePagePath: z.string(),
  }),
  "evaluation-asked": z.strictObject({ ...aboutProposal, dueOn: IsoDate }),
  "evaluation-confirm": z.strictObject({ ...aboutProposal, ...refusable, ...ResidentEvaluation.shape }),
  "content-hidden": z.strictObject({
    ...aboutProposal,
    excerpt: z.string(),
    reason: z.string(),
    /** A whole page was hidden: what was decided about it stays public. */
    page: z.enum(["enterprise", "proposal"]).optional(),
    hiddenOn: IsoDate,
    objectionUntil: IsoDate,
    objectionAddress: z.array(z.string()),
    objectionPath: z.string().optional(),
  }),
  "content-restored": z.strictObject({
    ...aboutProposal,
    excerpt: z.string(),
    reason: z.string(),
    restoredOn: IsoDate,
  }),
  /** To who sent a formal message: that it was received, when, and what happens next. None of the typed words is in it. */
  "formal-receipt": z.strictObject({
    ...shared,
    messageKind: FormalKind,
    reference: z.string(),
    receivedAt: IsoInstant,
    /** Hex, of what the sender was given to keep. */
    sha256: z.string(),
    attachments: z.int(),
    /** What the thing it is about is called on the site. */
    about: z.string().optional(),
    decisionReference: z.string().optional(),
    answerBy: IsoDate,
    objectionUntil: IsoDate.optional(),
    isLate: z.boolean(),
    /** It was added to a message of before. */
    isSupplement: z.boolean(),
    path: z.string(),
  }),
  /** To the same: what became of it. `reason` are words of city hall. */
  "formal-step": z.strictObject({
    ...shared,
    messageKind: FormalKind,
    reference: z.string(),
    about: z.string().optional(),
    happened: z.enum(["treated", "decided", "withdrawn"]),
    at: IsoInstant,
    by: z.string().optional(),
    answerBy: IsoDate.optional(),
    outcome: FormalOutcome.optional(),
    reason: z.string().optional(),
    /** Last day to go to court. */
    appealUntil: IsoDate.optional(),
    path: z.string(),
  }),
  "mandate-closed": z.strictObject({ ...aboutProposal, spentCents: TotalCents, returnedCents: TotalCents }),
  /** To city hall, about one task that cannot wait until next morning. */
  "task-waiting": z.strictObject({
    ...aboutProposal,
    act: WorkAct,
    dueOn: IsoDate,
    amountCents: AmountCents.optional(),
    preparedBy: z.string().optional(),
    approvedBy: z.string().optional(),
  }),
  /** To one person at city hall, on a working day: everything that waits. */
  morning: z.strictObject({
    ...shared,
    day: IsoDate,
    path: z.string(),
    /** Where this letter is switched off. */
    settingPath: z.string(),
    /** How many there are; `tasks` names the first. */
    total: z.int().min(1),
    tasks: z.array(
      z.strictObject({
        act: WorkAct,
        title: z.string(),
        enterprise: z.string(),
        path: z.string(),
        dueOn: IsoDate.optional(),
        amountCents: AmountCents.optional(),
      }),
    ),
  }),
  /** To a colleague: a case was given to you, or taken over from you. */
  "case-moved": z.strictObject({
    ...aboutProposal,
    by: z.string(),
    happened: z.enum(["given", "taken"]),
    note: z.string(),
  }),
  /** The decision by which a mandate ends: what is established, and what is claimed back with how to pay it. */
  ending: z.strictObject({
    ...aboutProposal,
    ...EndingDraft.omit({ claim: true }).shape,
    /** Number of the decision that awarded it. */
    awardReference: z.string(),
    awardedCents: AmountCents,
    ...EndingSums.shape,
    decidedOn: IsoDate,
    decidingBody: z.string(),
    objectionUntil: IsoDate,
    objectionAddress: z.array(z.string()),
    objectionPath: z.string().optional(),
    claim: EndingDraft.shape.claim.unwrap().extend({ payment: HowToPay }).optional(),
  }),
} as const;

export type LetterKind = keyof typeof letterPayloads;
export type LetterPayload<K extends LetterKind> = z.infer<(typeof letterPayloads)[K]>;

/** Letters a reader may unsubscribe from; all others are formal. */
export const followersLetters: readonly LetterKind[] = ["update"];

/**
 * Letters that hold a secret, or go to many: once sent, their content is not kept. Of formal letters it is, because
 * what was sent and when must be provable (Wmebv; reference: nl-conventions 6).
 */
export const forgottenLetters: readonly LetterKind[] = [
  "sign-in",
  "invitation",
  "invitation-declined",
  "follow-confirm",
  "evaluation-confirm",
  "update",
  "question",
];

/**
 * Letters whose button carries a secret and whose content is proof of what was said: once sent, the content is kept and
 * the secret is not.
 */
export const secretPathLetters: readonly LetterKind[] = ["formal-receipt", "formal-step"];

/** That a letter did not arrive (for good, or for now) or was marked as unwanted. */
export const Undelivered = z.strictObject({
  why: z.enum(["bounce", "mailbox-unavailable", "complaint", "refused"]),
  at: IsoInstant,
});
export type Undelivered = z.infer<typeof Undelivered>;

/** A letter in the outbox: written in the state change's own transaction, sent at least once, complete in itself. */
export const Letter = z.strictObject({
  id: LetterId,
  kind: z.enum(Object.keys(letterPayloads) as [LetterKind, ...LetterKind[]]),
  to: Email,
  payload: z.record(z.string(), z.unknown()),
  createdAt: IsoInstant,
  /** `unwanted`: before it was sent its reader stopped following, or what it tells came not to be public. */
  status: z.enum(["waiting", "sent", "failed", "unwanted"]),
  attempts: z.int().min(0),
  sentAt: IsoInstant.optional(),
  /** Earliest next try of the sweeper; while somebody is sending it, when that try counts as lost. */
  nextTryAt: IsoInstant.optional(),
  /** What the mail system reported after it was sent. */
  undelivered: Undelivered.optional(),
});
export type Letter = z.infer<typeof Letter>;

/** Whether this version has words for a letter: the outbox outlives versions, and may hold letters of older ones. */
export function isKnownLetter({ kind, payload }: Pick<Letter, "kind" | "payload">): boolean {
  return Object.hasOwn(letterPayloads, kind) && letterPayloads[kind].safeParse(payload).success;
}

/** An update whose letters to followers must still be written: too many for the update's own transaction. */
export const FanOut = z.strictObject({
  id: UpdateId,
  proposalId: ProposalId,
  createdAt: IsoInstant,
  doneAt: IsoInstant.optional(),
});
export type FanOut = z.infer<typeof FanOut>;
