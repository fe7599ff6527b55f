import { type LetterKind, type LetterPayload, letterPayloads, parse } from "@hevel/core";
import type { Draft } from "./block.ts";
import { boardChanged, seatEnded } from "./letters/board.ts";
import { ending } from "./letters/ending.ts";
import { evaluationAsked, evaluationConfirm, update } from "./letters/follow-up.ts";
import { formalReceipt, formalStep } from "./letters/formal.ts";
import { contentHidden, contentRestored } from "./letters/moderation.ts";
import { expenseReturned, expenseWaiting, mandateClosed, transferPaid, transferWaiting } from "./letters/money.ts";
import { completionAsked, completionReceived, decision, receipt, withdrawn } from "./letters/proposal.ts";
import {
  enterpriseRefused,
  enterpriseVerified,
  followConfirm,
  ibanProposed,
  ibanSettled,
  invitation,
  invitationDeclined,
  question,
  signIn,
} from "./letters/sign-in.ts";
import { caseMoved, morning, taskWaiting } from "./letters/work.ts";

/** Every letter the portal sends. A kind without words does not compile. */
const drafts: { readonly [K in LetterKind]: (payload: LetterPayload<K>) => Draft } = {
  "sign-in": signIn,
  invitation,
  "invitation-declined": invitationDeclined,
  "enterprise-verified": enterpriseVerified,
  "enterprise-refused": enterpriseRefused,
  question,
  "iban-proposed": ibanProposed,
  "iban-settled": ibanSettled,
  "board-changed": boardChanged,
  "seat-ended": seatEnded,
  receipt,
  withdrawn,
  "completion-asked": completionAsked,
  "completion-received": completionReceived,
  decision,
  "transfer-waiting": transferWaiting,
  "transfer-paid": transferPaid,
  "expense-waiting": expenseWaiting,
  "expense-returned": expenseReturned,
  "follow-confirm": followConfirm,
  update,
  "evaluation-asked": evaluationAsked,
  "evaluation-confirm": evaluationConfirm,
  "content-hidden": contentHidden,
  "content-restored": contentRestored,
  "mandate-closed": mandateClosed,
  "task-waiting": taskWaiting,
  morning,
  "case-moved": caseMoved,
  ending,
  "formal-receipt": formalReceipt,
  "formal-step": formalStep,
};

/** The words of a letter. @throws DomainError `invalid` when the payload is not of its kind. */
export function draftOf<K extends LetterKind>(kind: K, payload: unknown): { draft: Draft; payload: LetterPayload<K> } {
  // The schema of a kind gives the payload of that kind; the compiler cannot follow K through the table.
  const parsed = parse(letterPayloads[kind], payload) as LetterPayload<K>;
  return { draft: drafts[kind](parsed), payload: parsed };
}
