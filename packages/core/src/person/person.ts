import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EnterpriseId, PersonId } from "../ids.ts";
import { limits } from "../limits.ts";
import { StaffRole } from "../municipality/municipality.ts";
import { Email, line } from "../text.ts";

/**
 * Somebody known by an e-mail address, because they signed in or were invited to a board; staff also by issuer and
 * subject of the identity provider. One address is one person, also when that person works at city hall: so the
 * database can see that somebody decides about their own board. `kind` is `staff` from the first staff sign-in on; what
 * a person may do follows from the session, because the two doors stay apart. `roles` are what `groups` gave by the
 * municipality's table when somebody last looked: each request compares them with the table of now.
 */
export const Person = z.strictObject({
  id: PersonId,
  kind: z.enum(["resident", "staff"]),
  email: Email,
  name: line(limits.nameLengthMax).optional(),
  /** Staff only: `issuer|subject`, hashed. */
  subjectHash: z.string().optional(),
  /** Staff only: the groups the identity provider gave at the last sign-in. */
  groups: z.array(z.string()).optional(),
  roles: z.array(StaffRole),
  /** Staff only: the last sign-in. */
  signedInAt: IsoInstant.optional(),
  /** An admin ended every session that began until then. */
  sessionsEndedAt: IsoInstant.optional(),
  /** Staff only: wants no letter in the morning about what waits. What cannot wait is still written about. */
  hasNoMorningLetter: z.boolean().optional(),
  createdAt: IsoInstant,
  revision: z.int().min(0),
});
export type Person = z.infer<typeof Person>;

/** Makes an address (or a staff subject) belong to one person; its key is the hash. */
export const Login = z.strictObject({
  hash: z.string(),
  personId: PersonId,
  /** Of a mailbox: the keyed hash of the network it last signed in from. */
  networkHash: z.string().optional(),
});
export type Login = z.infer<typeof Login>;

/** That a person sits, or is asked to sit, on a board; the enterprise's own list of members is leading. */
export const Membership = z.strictObject({ personId: PersonId, enterpriseId: EnterpriseId, since: IsoInstant });
export type Membership = z.infer<typeof Membership>;

/** One browser that is signed in. The cookie holds the secret; only its hash is kept. */
export const Session = z.strictObject({
  hash: z.string(),
  personId: PersonId,
  kind: z.enum(["resident", "staff"]),
  createdAt: IsoInstant,
  /** Staff only: somebody was there, at most `limits.staffSeenMinutes` before the last request. */
  seenAt: IsoInstant.optional(),
  /** Staff only: when the identity provider last asked who it is; absent when it did not say. */
  authenticatedAt: IsoInstant.optional(),
  expiresAt: IsoInstant,
});
export type Session = z.infer<typeof Session>;
