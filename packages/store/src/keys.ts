import {
  isOpenProposal,
  isPublic,
  nextPlanned,
  publicIdentity,
  type Queries,
  type QueryName,
  type RecordKind,
  type Records,
  type Refs,
  waitsToBeVerified,
} from "@hevel/core";

/** Where a record is: partition and sort key, without the municipality (added by `keyed`). */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** How a kind of record is placed: its key, and what it adds to the three sparse indexes. */
interface Placement<K extends RecordKind> {
  readonly key: (ref: Refs[K]) => Key;
  readonly gsi1?: (record: Records[K]) => Key | undefined;
  readonly gsi2?: (record: Records[K]) => Key | undefined;
  readonly gsi3?: (record: Records[K]) => Key | undefined;
  /** Instant after which DynamoDB may delete the item. Never for money: it deletes late and silently. */
  readonly ttl?: (record: Records[K]) => string | undefined;
}

const one = "#";
const pad = (sequence: number) => String(sequence).padStart(12, "0");
/** Cents in the order of their amounts: as many digits as the largest. */
const padCents = (cents: number) => String(cents).padStart(15, "0");
const openTransfer = new Set(["proposed", "approved"]);
/** What has no day comes after what has one. */
const someDay = "9999";

/** Every key of the one table. The municipality code and `#` stand before every partition key (design: tenant first). */
export const placements: { readonly [K in RecordKind]: Placement<K> } = {
  municipality: { key: () => ({ pk: "MUN", sk: one }) },
  "role-table": { key: () => ({ pk: "MUN", sk: "ROLES" }) },
  person: {
    key: ({ id }) => ({ pk: `PER#${id}`, sk: one }),
    gsi1: (person) => (person.kind === "staff" ? { pk: "STAFF", sk: person.id } : undefined),
  },
  login: { key: ({ hash }) => ({ pk: `LOGIN#${hash}`, sk: one }) },
  membership: { key: ({ personId, enterpriseId }) => ({ pk: `PER#${personId}`, sk: `ENT#${enterpriseId}` }) },
  session: { key: ({ hash }) => ({ pk: `SESSION#${hash}`, sk: one }), ttl: ({ expiresAt }) => expiresAt },
  "sign-in": { key: ({ id }) => ({ pk: `SIGNIN#${id}`, sk: one }), ttl: ({ expiresAt }) => expiresAt },
  "rate-limit": { key: ({ key }) => ({ pk: `LIMIT#${key}`, sk: one }), ttl: ({ expiresAt }) => expiresAt },
  enterprise: {
    key: ({ id }) => ({ pk: `ENT#${id}`, sk: one }),
    gsi1: ({ id, profile }) => ({ pk: "ENTERPRISES", sk: `${profile.name.toLowerCase()}#${id}` }),
    gsi2: (enterprise) =>
      isPublic(enterprise)
        ? { pk: "PUBLIC#ENTERPRISES", sk: `${publicIdentity(enterprise).name.toLowerCase()}#${enterprise.id}` }
        : undefined,
    gsi3: ({ id, status, registeredAt }) =>
      waitsToBeVerified(status) ? { pk: "OPEN#ENTERPRISES", sk: `${registeredAt}#${id}` } : undefined,
  },
  "name-claim": { key: ({ skeleton }) => ({ pk: `NAME#${skeleton}`, sk: one }) },
  "kvk-claim": { key: ({ kvkNumber }) => ({ pk: `KVK#${kvkNumber}`, sk: one }) },
  disavowal: {
    key: ({ enterpriseId, addressHash }) => ({ pk: `ENT#${enterpriseId}`, sk: `DISAVOWAL#${addressHash}` }),
  },
  "mail-refusal": {
    key: ({ addressHash }) => ({ pk: `NOMAIL#${addressHash}`, sk: one }),
    ttl: ({ expiresAt }) => expiresAt,
  },
  proposal: {
    key: ({ id }) => ({ pk: `PRP#${id}`, sk: one }),
    gsi1: ({ id, status, dueOn = someDay }) =>
      isOpenProposal(status) ? { pk: "OPEN#PROPOSALS", sk: `${dueOn}#${id}` } : undefined,
    gsi2: ({ id, enterpriseId }) => ({ pk: `ENT#${enterpriseId}#PROPOSALS`, sk: id }),
    gsi3: ({ id, submittedAt, isUnlisted }) =>
      submittedAt === undefined || isUnlisted ? undefined : { pk: "PUBLIC#PROPOSALS", sk: `${submittedAt}#${id}` },
  },
  "proposal-version": {
    key: ({ proposalId, version }) => ({ pk: `PRP#${proposalId}`, sk: `VERSION#${pad(version)}` }),
  },
  attachment: { key: ({ proposalId, slot }) => ({ pk: `PRP#${proposalId}`, sk: `ATTACHMENT#${slot}` }) },
  "draft-count": { key: ({ enterpriseId }) => ({ pk: `ENT#${enterpriseId}`, sk: "DRAFTS" }) },
  decision: {
    key: ({ id, proposalId }) => ({ pk: `PRP#${proposalId}`, sk: `DECISION#${id}` }),
    gsi1: ({ id, status, decidedOn }) =>
      status !== "taken" || decidedOn === undefined
        ? undefined
        : { pk: `DECISIONS#${decidedOn.slice(0, 4)}`, sk: `${decidedOn}#${id}` },
  },
  mandate: {
    key: ({ id }) => ({ pk: `MAN#${id}`, sk: one }),
    gsi1: ({ id }) => ({ pk: "MANDATES", sk: id }),
    gsi2: ({ id, enterpriseId }) => ({ pk: `ENT#${enterpriseId}#MANDATES`, sk: id }),
    gsi3: (mandate) => {
      const next = nextPlanned(mandate);
      return next === undefined ? undefined : { pk: "OPEN#INSTALMENTS", sk: `${next.plannedOn}#${mandate.id}` };
    },
  },
  "earlier-words": { key: ({ of, number }) => ({ pk: `EARLIER#${of}`, sk: pad(number) }) },
  pot: { key: ({ id }) => ({ pk: `POT#${id}`, sk: one }), gsi1: ({ id }) => ({ pk: "POTS", sk: id }) },
  account: { key: ({ id }) => ({ pk: `ACC#${id}`, sk: one }), gsi1: ({ id }) => ({ pk: "ACCOUNTS", sk: id }) },
  entry: { key: ({ accountId, sequence }) => ({ pk: `ACC#${accountId}`, sk: `E#${pad(sequence)}` }) },
  publication: { key: ({ name }) => ({ pk: `PUBL#${name}`, sk: one }) },
  "publication-piece": {
    key: ({ name, version, index }) => ({ pk: `PUBL#${name}#${version}`, sk: pad(index) }),
    ttl: ({ expiresAt }) => expiresAt,
  },
  journal: {
    key: ({ id }) => ({ pk: `JRN#${id}`, sk: one }),
    gsi1: ({ id, bookDate }) => ({ pk: `JOURNALS#${bookDate.slice(0, 7)}`, sk: id }),
    gsi2: ({ id, mandateId }) => (mandateId === undefined ? undefined : { pk: `MAN#${mandateId}#JOURNALS`, sk: id }),
    gsi3: ({ id, enterpriseId }) =>
      enterpriseId === undefined ? undefined : { pk: `ENT#${enterpriseId}#JOURNALS`, sk: id },
  },
  level: {
    key: ({ id }) => ({ pk: `LEVEL#${id}`, sk: one }),
    gsi1: ({ enterpriseId, rank }) =>
      rank === undefined
        ? undefined
        : { pk: `HOLDERS#${rank.of}`, sk: `${padCents(rank.awardedCents)}#${enterpriseId}` },
  },
  "reversal-mark": { key: ({ journalId }) => ({ pk: `REV#${journalId}`, sk: one }) },
  transfer: {
    key: ({ id }) => ({ pk: `TRF#${id}`, sk: one }),
    gsi1: ({ id, proposedAt }) => ({ pk: `TRANSFERS#${proposedAt.slice(0, 4)}`, sk: id }),
    gsi2: ({ id, mandateId }) => ({ pk: `MAN#${mandateId}#TRANSFERS`, sk: id }),
    gsi3: ({ id, status, expiresAt }) =>
      openTransfer.has(status) ? { pk: "OPEN#TRANSFERS", sk: `${expiresAt}#${id}` } : undefined,
  },
  order: {
    key: ({ id }) => ({ pk: `ORD#${id}`, sk: one }),
    gsi2: (order) => (order.kind === "REFUND" ? { pk: `MAN#${order.mandateId}#ORDERS`, sk: order.id } : undefined),
    gsi3: ({ id, status, expiresAt }) =>
      status === "prepared" ? { pk: "OPEN#ORDERS", sk: `${expiresAt}#${id}` } : undefined,
  },
  expense: {
    key: ({ id }) => ({ pk: `EXP#${id}`, sk: one }),
    gsi1: ({ id, enteredAt }) => ({ pk: `EXPENSES#${enteredAt.slice(0, 4)}`, sk: id }),
    gsi2: ({ id, mandateId }) => ({ pk: `MAN#${mandateId}#EXPENSES`, sk: id }),
    gsi3: ({ id, status, expiresAt, correctionUntil = "" }) => {
      if (status === "correction-asked") return { pk: "OPEN#CORRECTIONS", sk: `${correctionUntil}#${id}` };
      return status === "entered" ? { pk: "OPEN#EXPENSES", sk: `${expiresAt}#${id}` } : undefined;
    },
  },
  "receipt-use": { key: ({ sha256 }) => ({ pk: `RECEIPT#${sha256}`, sk: one }) },
  file: {
    key: ({ id }) => ({ pk: `FIL#${id}`, sk: one }),
    gsi3: ({ id, forgetOn }) => (forgetOn === undefined ? undefined : { pk: "FORGET#FILES", sk: `${forgetOn}#${id}` }),
  },
  "formal-message": { key: ({ id }) => ({ pk: `FML#${id}`, sk: "MESSAGE" }) },
  "formal-case": {
    key: ({ id }) => ({ pk: `FML#${id}`, sk: one }),
    gsi1: ({ id, receivedAt }) => ({ pk: `MESSAGES#${receivedAt.slice(0, 4)}`, sk: id }),
    gsi2: ({ id, forgetOn }) =>
      forgetOn === undefined ? undefined : { pk: "FORGET#MESSAGES", sk: `${forgetOn}#${id}` },
    gsi3: ({ id, dueOn, forgetOn }) =>
      forgetOn === undefined ? { pk: "OPEN#MESSAGES", sk: `${dueOn}#${id}` } : undefined,
  },
  "formal-step": { key: ({ messageId, step }) => ({ pk: `FML#${messageId}`, sk: `STEP#${pad(step)}` }) },
  update: {
    key: ({ id, proposalId }) => ({ pk: `PRP#${proposalId}`, sk: `UPDATE#${id}` }),
    gsi2: ({ id, enterpriseId, isHidden }) => (isHidden ? undefined : { pk: `ENT#${enterpriseId}#UPDATES`, sk: id }),
    gsi3: ({ id, isHidden }) => (isHidden ? undefined : { pk: "UPDATES", sk: id }),
  },
  "district-item": {
    key: ({ area, kind, at, proposalId, updateId }) => ({
      pk: `DISTRICT#${area}#${kind}`,
      sk: `${at}#${updateId ?? proposalId}`,
    }),
  },
  follow: {
    key: ({ id }) => ({ pk: `FLW#${id}`, sk: one }),
    gsi1: ({ id, subject }) => ({ pk: `FOLLOWERS#${subject.kind}#${subject.id}`, sk: id }),
    gsi2: ({ id, emailHash }) => ({ pk: `FOLLOWER#${emailHash}`, sk: id }),
    ttl: ({ status, expiresAt }) => (status === "confirmed" ? undefined : expiresAt),
  },
  ending: { key: ({ id, mandateId }) => ({ pk: `MAN#${mandateId}`, sk: `ENDING#${id}` }) },
  evaluation: { key: ({ mandateId, author }) => ({ pk: `MAN#${mandateId}`, sk: `EVALUATION#${author}` }) },
  "voice-request": {
    key: ({ mandateId, id }) => ({ pk: `MAN#${mandateId}`, sk: `VOICE#${id}` }),
    ttl: ({ expiresAt }) => expiresAt,
  },
  event: {
    key: ({ id, enterpriseId, proposalId }) => ({
      pk: proposalId === undefined ? `ENT#${enterpriseId}` : `PRP#${proposalId}`,
      sk: `EVENT#${id}`,
    }),
    gsi1: ({ id, at, isUnlisted, isHidden }) =>
      isUnlisted || isHidden ? undefined : { pk: `EVENTS#${at.slice(0, 7)}`, sk: id },
    gsi2: ({ id, enterpriseId, isHidden }) => (isHidden ? undefined : { pk: `ENT#${enterpriseId}#EVENTS`, sk: id }),
  },
  letter: {
    key: ({ id, createdAt }) => ({ pk: `OBX#${createdAt.slice(0, 10)}#${id.slice(-1)}`, sk: id }),
    gsi3: ({ id, status, createdAt }) =>
      status === "waiting" ? { pk: "OPEN#LETTERS", sk: `${createdAt}#${id}` } : undefined,
  },
  "fan-out": {
    key: ({ id }) => ({ pk: `FAN#${id}`, sk: one }),
    gsi3: ({ id, createdAt, doneAt }) =>
      doneAt === undefined ? { pk: "OPEN#FANOUTS", sk: `${createdAt}#${id}` } : undefined,
  },
  "audit-line": { key: ({ id, at }) => ({ pk: `AUDIT#${at.slice(0, 7)}`, sk: id }) },
  assignment: { key: ({ caseId, role }) => ({ pk: `CASE#${caseId}`, sk: role }) },
  "morning-letter": {
    key: ({ day, to }) => ({ pk: `MORNING#${day}`, sk: to }),
    ttl: ({ expiresAt }) => expiresAt,
  },
  "task-call": { key: ({ task }) => ({ pk: `CALL#${task}`, sk: one }), ttl: ({ expiresAt }) => expiresAt },
  "moderation-case": {
    key: ({ id }) => ({ pk: `MOD#${id}`, sk: one }),
    gsi1: ({ id, hidden }) => (hidden === undefined ? undefined : { pk: "HIDDEN#CASES", sk: `${hidden.at}#${id}` }),
    gsi3: ({ id, openSince }) => (openSince === undefined ? undefined : { pk: "OPEN#CASES", sk: `${openSince}#${id}` }),
  },
};

/** How a list is read: which index (none: the table itself), which partition, which beginning of the sort key. */
interface Access<Q extends QueryName> {
  readonly index?: "GSI1" | "GSI2" | "GSI3";
  readonly pk: (params: Queries[Q]["params"]) => string;
  readonly skBegins?: string;
}

/** Every access pattern of the portal: docs/data-model.md is this table in words. */
export const accesses: { readonly [Q in QueryName]: Access<Q> } = {
  pots: { index: "GSI1", pk: () => "POTS" },
  staff: { index: "GSI1", pk: () => "STAFF" },
  enterprises: { index: "GSI1", pk: () => "ENTERPRISES" },
  "enterprises-public": { index: "GSI2", pk: () => "PUBLIC#ENTERPRISES" },
  "memberships-of-person": { pk: ({ personId }) => `PER#${personId}`, skBegins: "ENT#" },
  "enterprises-open": { index: "GSI3", pk: () => "OPEN#ENTERPRISES" },
  "proposals-open": { index: "GSI1", pk: () => "OPEN#PROPOSALS" },
  "mandates-to-pay": { index: "GSI3", pk: () => "OPEN#INSTALMENTS" },
  "morning-letters-of-day": { pk: ({ day }) => `MORNING#${day}` },
  "proposals-public": { index: "GSI3", pk: () => "PUBLIC#PROPOSALS" },
  "proposals-of-enterprise": { index: "GSI2", pk: ({ enterpriseId }) => `ENT#${enterpriseId}#PROPOSALS` },
  "earlier-words-of": { pk: ({ of }) => `EARLIER#${of}` },
  "versions-of-proposal": { pk: ({ proposalId }) => `PRP#${proposalId}`, skBegins: "VERSION#" },
  "attachments-of-proposal": { pk: ({ proposalId }) => `PRP#${proposalId}`, skBegins: "ATTACHMENT#" },
  "decisions-of-proposal": { pk: ({ proposalId }) => `PRP#${proposalId}`, skBegins: "DECISION#" },
  "decisions-of-year": { index: "GSI1", pk: ({ year }) => `DECISIONS#${year}` },
  "transfers-of-year": { index: "GSI1", pk: ({ year }) => `TRANSFERS#${year}` },
  "expenses-of-year": { index: "GSI1", pk: ({ year }) => `EXPENSES#${year}` },
  mandates: { index: "GSI1", pk: () => "MANDATES" },
  "mandates-of-enterprise": { index: "GSI2", pk: ({ enterpriseId }) => `ENT#${enterpriseId}#MANDATES` },
  accounts: { index: "GSI1", pk: () => "ACCOUNTS" },
  "entries-of-account": { pk: ({ accountId }) => `ACC#${accountId}`, skBegins: "E#" },
  "journals-of-month": { index: "GSI1", pk: ({ month }) => `JOURNALS#${month}` },
  "journals-of-mandate": { index: "GSI2", pk: ({ mandateId }) => `MAN#${mandateId}#JOURNALS` },
  "journals-of-enterprise": { index: "GSI3", pk: ({ enterpriseId }) => `ENT#${enterpriseId}#JOURNALS` },
  "levels-of-holders": { index: "GSI1", pk: ({ of }) => `HOLDERS#${of}` },
  "transfers-of-mandate": { index: "GSI2", pk: ({ mandateId }) => `MAN#${mandateId}#TRANSFERS` },
  "transfers-open": { index: "GSI3", pk: () => "OPEN#TRANSFERS" },
  "orders-open": { index: "GSI3", pk: () => "OPEN#ORDERS" },
  "orders-of-mandate": { index: "GSI2", pk: ({ mandateId }) => `MAN#${mandateId}#ORDERS` },
  "expenses-of-mandate": { index: "GSI2", pk: ({ mandateId }) => `MAN#${mandateId}#EXPENSES` },
  "expenses-open": { index: "GSI3", pk: () => "OPEN#EXPENSES" },
  "corrections-open": { index: "GSI3", pk: () => "OPEN#CORRECTIONS" },
  updates: { index: "GSI3", pk: () => "UPDATES" },
  "updates-of-proposal": { pk: ({ proposalId }) => `PRP#${proposalId}`, skBegins: "UPDATE#" },
  "updates-of-enterprise": { index: "GSI2", pk: ({ enterpriseId }) => `ENT#${enterpriseId}#UPDATES` },
  "items-of-district": { pk: ({ area, kind }) => `DISTRICT#${area}#${kind}` },
  "followers-of-subject": { index: "GSI1", pk: ({ kind, subjectId }) => `FOLLOWERS#${kind}#${subjectId}` },
  "follows-of-address": { index: "GSI2", pk: ({ emailHash }) => `FOLLOWER#${emailHash}` },
  "endings-of-mandate": { pk: ({ mandateId }) => `MAN#${mandateId}`, skBegins: "ENDING#" },
  "evaluations-of-mandate": { pk: ({ mandateId }) => `MAN#${mandateId}`, skBegins: "EVALUATION#" },
  "events-of-proposal": { pk: ({ proposalId }) => `PRP#${proposalId}`, skBegins: "EVENT#" },
  "events-of-enterprise": { index: "GSI2", pk: ({ enterpriseId }) => `ENT#${enterpriseId}#EVENTS` },
  "events-of-month": { index: "GSI1", pk: ({ month }) => `EVENTS#${month}` },
  "letters-waiting": { index: "GSI3", pk: () => "OPEN#LETTERS" },
  "fan-outs-open": { index: "GSI3", pk: () => "OPEN#FANOUTS" },
  "moderation-open": { index: "GSI3", pk: () => "OPEN#CASES" },
  "moderation-hidden": { index: "GSI1", pk: () => "HIDDEN#CASES" },
  "files-to-forget": { index: "GSI3", pk: () => "FORGET#FILES" },
  "messages-open": { index: "GSI3", pk: () => "OPEN#MESSAGES" },
  "messages-of-year": { index: "GSI1", pk: ({ year }) => `MESSAGES#${year}` },
  "messages-to-forget": { index: "GSI2", pk: () => "FORGET#MESSAGES" },
  "steps-of-message": { pk: ({ messageId }) => `FML#${messageId}`, skBegins: "STEP#" },
  "audit-of-month": { pk: ({ month }) => `AUDIT#${month}` },
};
