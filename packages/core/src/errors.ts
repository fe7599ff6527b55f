/**
 * Every refusal the domain can give. The list is closed: the API maps each code to a status and the site to a Dutch
 * sentence, and neither compiles (or passes its test) when a code is missing.
 */
export const errorCodes = [
  "invalid", // the input does not have the asked shape; `fields` lists every problem
  "unauthenticated", // nobody is signed in
  "sign-in-again", // signed in, but too long ago for this much money
  "forbidden", // signed in, but this is not yours to do
  "not-found", // does not exist here, or not for you
  "wrong-state", // the thing is not in a state from which this can be done
  "stale", // somebody else changed it in the meantime; read again
  "conflict", // it exists already
  "limit-reached", // too often, or too many
  "four-eyes", // the same person may not do both halves
  "own-interest", // the actor sits on the receiving board
  "not-enough-money", // the account does not hold this much
  "mandate-not-active", // the mandate is over, revoked or not begun
  "not-verified", // the municipality has not verified this enterprise, or refused it
  "cannot-hold-money", // board, verification or IBAN is not in order
  "account-changed", // the bank account is not the one that was approved
  "receipt-used", // the same receipt was entered before
  "file-refused", // not the kind of file it says it is, or too large
  "code-wrong", // the sign-in code or link does not fit, is used or is over time
  "idempotency-mismatch", // the same Idempotency-Key came with other content
  "period-closed", // the account takes no entries on this date any more
] as const;

/** One code of the closed list `errorCodes`. */
export type ErrorCode = (typeof errorCodes)[number];

/** Everything that can be wrong with one field. The list is closed as well: the site has a Dutch sentence for each. */
export const fieldCodes = [
  "invalid",
  "required",
  "too-long",
  "too-many",
  "characters",
  "address", // a web address, e-mail address or telephone number in a name
  "email",
  "amount",
  "amount-min",
  "amount-max",
  "date",
  "instant",
  "choice",
  "kvk",
  "phone",
  "iban",
  "url",
  "twice",
  "own-contribution-max",
  "amount-applied-for",
  "amount-in-part",
  "above-request", // an advice of more than was applied for
  "in-past",
  "before-submission", // a day before the plan was sent in
  "too-far", // further ahead than anybody can plan
  "too-long-ago",
  "term-short", // the board gets fewer days to answer than is fair
  "term-long",
  "in-future",
  "instalments-sum",
  "end-before-start",
  "after-end",
  "before-start",
  "before-approval",
  "outside-term", // the day of an expense is not a day of its mandate
  "admin-needed",
  "unwanted", // who has this address wants no letters of this enterprise
  "person-name", // not what a person is called
  "seat-taken", // a board has one chair and one treasurer
  "score",
  "number",
  "file-type",
  "file-empty",
  "file-too-large",
  "file-broken",
  "file-password", // a PDF that does not open without its password
  "file-pixels", // a picture with more pixels than are decoded
  "file-unpacked", // a PDF that becomes too large when it is opened
  "file-unknown", // not a photo of this enterprise that can be shown
  "receipt", // not a receipt of this enterprise that can be kept
  "sha256",
  "id",
  "idempotency-key",
  "code",
  "cursor",
  "unknown-field",
  "municipality-code",
  "district-code",
  "district-unknown",
  "json",
  "path",
] as const;

/** One code of the closed list `fieldCodes`. */
export type FieldCode = (typeof fieldCodes)[number];

/** One problem with one field of the input. `path` is the dotted path in the body, `code` a key of the site's catalogue. */
export interface FieldProblem {
  readonly path: string;
  readonly code: FieldCode;
  readonly limit?: number;
}

/** The world says no. Thrown by verbs, translated once at the edge. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  /** What the person may want to know, safe to show: ids, amounts in cents, dates. Never personal data. */
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(
    code: ErrorCode,
    message: string,
    more: { fields?: readonly FieldProblem[]; details?: Readonly<Record<string, string | number | boolean>> } = {},
  ) {
    super(message);
    this.code = code;
    this.fields = more.fields ?? [];
    this.details = more.details ?? {};
  }
}

/** Stops the program when an assumption of ours is wrong. Never caught, always a 500 with a request id. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${why}`);
}
