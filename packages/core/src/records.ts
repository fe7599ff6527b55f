import type { Attachment } from "./attachment/attachment.ts";
import type { AuditLine } from "./audit/audit.ts";
import type { Assignment } from "./case/case.ts";
import type { Decision } from "./decision/decision.ts";
import type { DistrictItem } from "./district/district-item.ts";
import type { EarlierWords } from "./earlier-words/earlier-words.ts";
import type { Ending } from "./ending/ending.ts";
import type { Disavowal } from "./enterprise/disavow.ts";
import type { Enterprise } from "./enterprise/enterprise.ts";
import type { KvkClaim } from "./enterprise/kvk-claim.ts";
import type { NameClaim } from "./enterprise/name-claim.ts";
import type { Evaluation } from "./evaluation/evaluation.ts";
import type { VoiceRequest } from "./evaluation/voice-request.ts";
import type { PublicEvent } from "./event/event.ts";
import type { Expense, ReceiptUse } from "./expense/expense.ts";
import type { StoredFile } from "./file/file.ts";
import type { Follow } from "./follow/follow.ts";
import type { FormalCase, FormalMessage, FormalStep } from "./formal-message/formal-message.ts";
import type { Account, Entry, Journal, Pot, ReversalMark } from "./ledger/account.ts";
import type { Level } from "./ledger/level.ts";
import type { Publication, PublicationPiece } from "./ledger/publication.ts";
import type { FanOut, Letter } from "./letter/letter.ts";
import type { MailRefusal } from "./mail-refusal/mail-refusal.ts";
import type { Mandate } from "./mandate/mandate.ts";
import type { ModerationCase } from "./moderation/moderation.ts";
import type { Municipality } from "./municipality/municipality.ts";
import type { RoleTable } from "./municipality/role-table.ts";
import type { Order } from "./order/order.ts";
import type { Login, Membership, Person, Session } from "./person/person.ts";
import type { DraftCount } from "./proposal/drafts.ts";
import type { Proposal, ProposalVersion } from "./proposal/proposal.ts";
import type { RateLimit, SignIn } from "./sign-in/sign-in.ts";
import type { Transfer } from "./transfer/transfer.ts";
import type { Update } from "./update/update.ts";
import type { MorningLetter, TaskCall } from "./work-list/told.ts";

/** Every kind of record the portal keeps. The municipality is not in the record: a Store serves one municipality. */
export interface Records {
  municipality: Municipality;
  "role-table": RoleTable;
  person: Person;
  login: Login;
  membership: Membership;
  session: Session;
  "sign-in": SignIn;
  "rate-limit": RateLimit;
  enterprise: Enterprise;
  "name-claim": NameClaim;
  "kvk-claim": KvkClaim;
  disavowal: Disavowal;
  "mail-refusal": MailRefusal;
  proposal: Proposal;
  "proposal-version": ProposalVersion;
  attachment: Attachment;
  "draft-count": DraftCount;
  decision: Decision;
  mandate: Mandate;
  "earlier-words": EarlierWords;
  pot: Pot;
  account: Account;
  entry: Entry;
  journal: Journal;
  level: Level;
  "reversal-mark": ReversalMark;
  publication: Publication;
  "publication-piece": PublicationPiece;
  transfer: Transfer;
  order: Order;
  expense: Expense;
  "receipt-use": ReceiptUse;
  file: StoredFile;
  update: Update;
  "district-item": DistrictItem;
  follow: Follow;
  ending: Ending;
  evaluation: Evaluation;
  "voice-request": VoiceRequest;
  event: PublicEvent;
  letter: Letter;
  "fan-out": FanOut;
  "audit-line": AuditLine;
  assignment: Assignment;
  "morning-letter": MorningLetter;
  "task-call": TaskCall;
  "moderation-case": ModerationCase;
  "formal-message": FormalMessage;
  "formal-case": FormalCase;
  "formal-step": FormalStep;
}
export type RecordKind = keyof Records;

/** What is needed to find one record of a kind. */
export interface Refs {
  municipality: Record<never, never>;
  "role-table": Record<never, never>;
  person: Pick<Person, "id">;
  login: Pick<Login, "hash">;
  membership: Pick<Membership, "personId" | "enterpriseId">;
  session: Pick<Session, "hash">;
  "sign-in": Pick<SignIn, "id">;
  "rate-limit": Pick<RateLimit, "key">;
  enterprise: Pick<Enterprise, "id">;
  "name-claim": Pick<NameClaim, "skeleton">;
  "kvk-claim": Pick<KvkClaim, "kvkNumber">;
  disavowal: Pick<Disavowal, "enterpriseId" | "addressHash">;
  "mail-refusal": Pick<MailRefusal, "addressHash">;
  proposal: Pick<Proposal, "id">;
  "proposal-version": Pick<ProposalVersion, "proposalId" | "version">;
  attachment: Pick<Attachment, "proposalId" | "slot">;
  "draft-count": Pick<DraftCount, "enterpriseId">;
  decision: Pick<Decision, "id" | "proposalId">;
  mandate: Pick<Mandate, "id">;
  "earlier-words": Pick<EarlierWords, "of" | "number">;
  pot: Pick<Pot, "id">;
  account: Pick<Account, "id">;
  entry: Pick<Entry, "accountId" | "sequence">;
  journal: Pick<Journal, "id">;
  level: Pick<Level, "id">;
  "reversal-mark": Pick<ReversalMark, "journalId">;
  publication: Pick<Publication, "name">;
  "publication-piece": Pick<PublicationPiece, "name" | "version" | "index">;
  transfer: Pick<Transfer, "id">;
  order: Pick<Order, "id">;
  expense: Pick<Expense, "id">;
  "receipt-use": Pick<ReceiptUse, "sha256">;
  file: Pick<StoredFile, "id">;
  update: Pick<Update, "id" | "proposalId">;
  "district-item": Pick<DistrictItem, "area" | "kind" | "at" | "proposalId" | "updateId">;
  follow: Pick<Follow, "id">;
  ending: Pick<Ending, "id" | "mandateId">;
  evaluation: Pick<Evaluation, "mandateId" | "author">;
  "voice-request": Pick<VoiceRequest, "mandateId" | "id">;
  event: Pick<PublicEvent, "id" | "enterpriseId" | "proposalId">;
  letter: Pick<Letter, "id" | "createdAt">;
  "fan-out": Pick<FanOut, "id">;
  "audit-line": Pick<AuditLine, "id" | "at">;
  assignment: Pick<Assignment, "caseId" | "role">;
  "morning-letter": Pick<MorningLetter, "day" | "to">;
  "task-call": Pick<TaskCall, "task">;
  "moderation-case": Pick<ModerationCase, "id">;
  "formal-message": Pick<FormalMessage, "id">;
  "formal-case": Pick<FormalCase, "id">;
  "formal-step": Pick<FormalStep, "messageId" | "step">;
}

/** Every list the portal reads, with its parameters and the kind it gives. Each is one key condition; there are no scans. */
export interface Queries {
  /** All pots, oldest first. */
  pots: { params: Record<never, never>; kind: "pot" };
  /** Persons who signed in as staff. */
  staff: { params: Record<never, never>; kind: "person" };
  /** Enterprises in order of name, whatever their state. */
  enterprises: { params: Record<never, never>; kind: "enterprise" };
  /** Those that are public, in order of their public name. */
  "enterprises-public": { params: Record<never, never>; kind: "enterprise" };
  /** Boards a person sits on or is invited to. */
  "memberships-of-person": { params: { personId: string }; kind: "membership" };
  /** Enterprises that wait to be verified, longest waiting first. */
  "enterprises-open": { params: Record<never, never>; kind: "enterprise" };
  /** Proposals that wait for somebody, by the day they are due. */
  "proposals-open": { params: Record<never, never>; kind: "proposal" };
  /** Running mandates with an instalment that nobody proposed yet, by the day it is planned. */
  "mandates-to-pay": { params: Record<never, never>; kind: "mandate" };
  /** Who had a morning letter on a day. */
  "morning-letters-of-day": { params: { day: string }; kind: "morning-letter" };
  /** Those of enterprises that are public, in order of submission. */
  "proposals-public": { params: Record<never, never>; kind: "proposal" };
  /** Proposals of an enterprise, drafts too. */
  "proposals-of-enterprise": { params: { enterpriseId: string }; kind: "proposal" };
  /** What stood somewhere before each of its corrections (at most `limits.correctionsMax`), oldest first. */
  "earlier-words-of": { params: { of: string }; kind: "earlier-words" };
  "versions-of-proposal": { params: { proposalId: string }; kind: "proposal-version" };
  /** At most `limits.attachmentsMax`. */
  "attachments-of-proposal": { params: { proposalId: string }; kind: "attachment" };
  "decisions-of-proposal": { params: { proposalId: string }; kind: "decision" };
  /** Decisions that were taken in a calendar year, by their date. */
  "decisions-of-year": { params: { year: string }; kind: "decision" };
  /** Transfers and expenses by the year in which they began. */
  "transfers-of-year": { params: { year: string }; kind: "transfer" };
  "expenses-of-year": { params: { year: string }; kind: "expense" };
  mandates: { params: Record<never, never>; kind: "mandate" };
  "mandates-of-enterprise": { params: { enterpriseId: string }; kind: "mandate" };
  /** All accounts by id. */
  accounts: { params: Record<never, never>; kind: "account" };
  /** Entries of one account by sequence. */
  "entries-of-account": { params: { accountId: string }; kind: "entry" };
  /** Journals booked in a month `YYYY-MM`. */
  "journals-of-month": { params: { month: string }; kind: "journal" };
  "journals-of-mandate": { params: { mandateId: string }; kind: "journal" };
  /** Journals about the money of one enterprise. */
  "journals-of-enterprise": { params: { enterpriseId: string }; kind: "journal" };
  /** Levels of enterprises within a scope (its level's id), least awarded first. */
  "levels-of-holders": { params: { of: string }; kind: "level" };
  "transfers-of-mandate": { params: { mandateId: string }; kind: "transfer" };
  /** Transfers that wait for approval or payment, by the instant they expire. */
  "transfers-open": { params: Record<never, never>; kind: "transfer" };
  /** Prepared bookings that wait for a second person, by the instant they expire. */
  "orders-open": { params: Record<never, never>; kind: "order" };
  /** Refunds of a mandate, prepared and done. */
  "orders-of-mandate": { params: { mandateId: string }; kind: "order" };
  "expenses-of-mandate": { params: { mandateId: string }; kind: "expense" };
  /** Expenses that wait for a second board member, by the instant they expire. */
  "expenses-open": { params: Record<never, never>; kind: "expense" };
  /** Expenses of which a correction is asked, by the instant that question is over. */
  "corrections-open": { params: Record<never, never>; kind: "expense" };
  /** Updates all over the municipality, by time. */
  updates: { params: Record<never, never>; kind: "update" };
  "updates-of-proposal": { params: { proposalId: string }; kind: "update" };
  "updates-of-enterprise": { params: { enterpriseId: string }; kind: "update" };
  /** Proposals or news of a district, or (`all`) of the whole municipality, by time. */
  "items-of-district": { params: { area: string; kind: string }; kind: "district-item" };
  "followers-of-subject": { params: { kind: string; subjectId: string }; kind: "follow" };
  "follows-of-address": { params: { emailHash: string }; kind: "follow" };
  "endings-of-mandate": { params: { mandateId: string }; kind: "ending" };
  "evaluations-of-mandate": { params: { mandateId: string }; kind: "evaluation" };
  "events-of-proposal": { params: { proposalId: string }; kind: "event" };
  "events-of-enterprise": { params: { enterpriseId: string }; kind: "event" };
  /** Events of a month `YYYY-MM`, all over the municipality, that were public when they happened. */
  "events-of-month": { params: { month: string }; kind: "event" };
  /** Letters not yet sent, oldest first (for the sweeper). */
  "letters-waiting": { params: Record<never, never>; kind: "letter" };
  /** Updates whose followers' letters are not all written yet. */
  "fan-outs-open": { params: Record<never, never>; kind: "fan-out" };
  /** Acts of power at city hall in a month `YYYY-MM`, by time. */
  "audit-of-month": { params: { month: string }; kind: "audit-line" };
  /** What was reported and waits for an officer, longest first. */
  "moderation-open": { params: Record<never, never>; kind: "moderation-case" };
  /** What is hidden now, by when it was hidden. */
  "moderation-hidden": { params: Record<never, never>; kind: "moderation-case" };
  /** Formal messages that wait to be answered, by the day they are due. */
  "messages-open": { params: Record<never, never>; kind: "formal-case" };
  /** Formal messages received in a calendar year. */
  "messages-of-year": { params: { year: string }; kind: "formal-case" };
  /** Formal messages that are over, by the day they are forgotten. */
  "messages-to-forget": { params: Record<never, never>; kind: "formal-case" };
  /** What happened to a formal message, in order. */
  "steps-of-message": { params: { messageId: string }; kind: "formal-step" };
  /** Files nothing refers to, by the day they are forgotten. */
  "files-to-forget": { params: Record<never, never>; kind: "file" };
}
export type QueryName = keyof Queries;
