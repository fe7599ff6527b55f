import { limits } from "../limits.ts";

/**
 * How long something is kept. `database`: the record says the instant itself, and the database deletes it. `schedule`: the
 * record says the day (`forgetOn`), and the scheduler forgets it. `act`: an act of a person ends it at once. `archive`: with the
 * case it belongs to, until city hall archives or destroys that by its selection list (Archiefwet); nothing is deleted by itself.
 */
export interface Retention {
  readonly forgetOn: "database" | "schedule" | "act" | "archive";
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
  readonly years?: number;
}

/**
 * Every kind of personal data there is, with when it is forgotten: the privacy page reads it out, and a test holds each kind of
 * record to one of these. Years with a case: VNG selectielijst for subsidies, objections and complaints, and Awr 52 for money.
 */
export const retentions = {
  /** A code or link to sign in with, and the address it went to. */
  "sign-in": { forgetOn: "database", minutes: limits.signInMinutes },
  /** Being signed in. */
  session: { forgetOn: "database", hours: limits.sessionHours },
  /** How often a network or an address asked something: keyed hashes only. */
  counter: { forgetOn: "database", days: 2 },
  /** Name, seat and address of who sits on a board or was invited to it, and what the enterprise tells of itself. */
  board: { forgetOn: "archive", years: 7 },
  /** Plans, their files, decisions, news and what was promised. */
  proposal: { forgetOn: "archive", years: 10 },
  /** Expenses with their receipts, transfers and bookings. */
  money: { forgetOn: "archive", years: 10 },
  /** An address that follows something. */
  follow: { forgetOn: "act" },
  /** An address that was filled in to follow something, and never confirmed. */
  "follow-request": { forgetOn: "database", days: limits.followConfirmDays },
  /** That an address wants no letters strangers ask for: keyed hashes only. */
  "mail-refusal": { forgetOn: "database", days: limits.mailRefusedDays },
  /** An opinion that waits for its confirmation. */
  "voice-request": { forgetOn: "database", days: limits.voiceConfirmDays },
  /** An opinion: its words are public, its address is a keyed hash. */
  voice: { forgetOn: "archive", years: 10 },
  /** Objections, default notices, complaints and other formal messages. */
  "formal-message": { forgetOn: "schedule", years: limits.formalKeptDays / 365 },
  /** A file that was uploaded and then belongs to nothing. */
  "left-file": { forgetOn: "schedule", days: limits.unclaimedFileDays },
  /** That a letter was sent, with what it said where that has to be proved. */
  letter: { forgetOn: "archive", years: 10 },
  /** What people at city hall did, and who has which case. */
  staff: { forgetOn: "archive", years: 10 },
  /** Which tasks a morning letter named. */
  "morning-letter": { forgetOn: "database", days: limits.morningLetterDays },
} as const satisfies Record<string, Retention>;
export type RetentionKind = keyof typeof retentions;
