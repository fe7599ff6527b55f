import { type BoardRole, boardOf, type Enterprise, type Member } from "./enterprise/enterprise.ts";
import { DomainError } from "./errors.ts";
import type { StaffRole } from "./municipality/municipality.ts";
import type { Actor, SignedIn } from "./ports.ts";

/** Throws `unauthenticated` when nobody is signed in. */
export function assertSignedIn(actor: Actor): asserts actor is SignedIn {
  if (actor.kind === "visitor") throw new DomainError("unauthenticated", "Sign in first.");
}

/** Whether the actor is staff with one of these roles. */
export function hasRole(actor: Actor, ...roles: readonly StaffRole[]): boolean {
  return actor.kind === "staff" && roles.some((role) => actor.roles.includes(role));
}

/** Throws unless the actor is staff with one of these roles: `unauthenticated` for a visitor, else `forbidden`. */
export function assertRole(
  actor: Actor,
  ...roles: readonly StaffRole[]
): asserts actor is Extract<Actor, { kind: "staff" }> {
  assertSignedIn(actor);
  if (!hasRole(actor, ...roles))
    throw new DomainError("forbidden", `This is for: ${roles.join(", ")}.`, { details: { needs: roles.join(" ") } });
}

/** Throws unless the actor signed in by e-mail: `unauthenticated` for a visitor, `forbidden` for staff. */
export function assertResident(actor: Actor): asserts actor is Extract<Actor, { kind: "resident" }> {
  assertSignedIn(actor);
  if (actor.kind !== "resident")
    throw new DomainError("forbidden", "Sign in by e-mail for this.", { details: { needs: "resident" } });
}

/** The actor's confirmed seat on this board, if any. */
export function seatOf(actor: Actor, enterprise: Enterprise): Member | undefined {
  if (actor.kind === "visitor") return undefined;
  return boardOf(enterprise).find((member) => member.personId === actor.personId);
}

/**
 * Throws unless the actor sits on this board, with one of these roles when given. Returns the seat. Staff act for a
 * board only after signing in by e-mail: what city hall's identity provider says opens no board.
 */
export function assertBoard(actor: Actor, enterprise: Enterprise, ...roles: readonly BoardRole[]): Member {
  assertSignedIn(actor);
  const seat = actor.kind === "resident" ? seatOf(actor, enterprise) : undefined;
  if (seat === undefined)
    throw new DomainError("forbidden", "You are not on the board of this enterprise.", { details: { needs: "board" } });
  if (roles.length > 0 && !roles.includes(seat.role))
    throw new DomainError("forbidden", `This is for: ${roles.join(", ")}.`, { details: { needs: roles.join(" ") } });
  return seat;
}

/** Throws unless the actor sits on this board or is staff with one of these roles. */
export function assertBoardOrRole(actor: Actor, enterprise: Enterprise, ...roles: readonly StaffRole[]): void {
  assertSignedIn(actor);
  if (actor.kind === "staff") assertRole(actor, ...roles);
  else assertBoard(actor, enterprise);
}
