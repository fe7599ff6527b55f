import { boardOf, type Enterprise } from "./enterprise/enterprise.ts";
import { DomainError } from "./errors.ts";
import type { StaffRole } from "./municipality/municipality.ts";
import { isSameHuman } from "./person/mailbox.ts";
import type { Person } from "./person/person.ts";
import type { SignedIn } from "./ports.ts";
import type { Change } from "./store.ts";

/** The actor still has the role when the commit is written; refused as `forbidden` (reference: money 2.3, role check). */
export function stillHas(role: StaffRole, actor: SignedIn): Change {
  return {
    check: "person",
    ref: { id: actor.personId },
    when: [{ field: "roles", is: "has", value: role, refusal: "forbidden" }],
  };
}

/** Board, verification and IBAN are still those that were read when the commit is written; refused as `stale`. */
export function stillTheSame(enterprise: Enterprise): Change {
  return {
    check: "enterprise",
    ref: { id: enterprise.id },
    when: [{ field: "revision", is: "equal", value: enterprise.revision, refusal: "stale" }],
  };
}

/** Whether a person at city hall sits on this board: as the same person, or under an address of the same human. */
export function isOnBoard(person: Pick<Person, "id" | "email">, enterprise: Enterprise): boolean {
  return boardOf(enterprise).some(({ personId, email }) => personId === person.id || isSameHuman(email, person.email));
}

/** Throws `own-interest` when a person at city hall would decide on money for the own board (invariant I9, Awb 2:4). */
export function assertNotPayee(person: Pick<Person, "id" | "email">, enterprise: Enterprise): void {
  if (isOnBoard(person, enterprise))
    throw new DomainError("own-interest", "You sit on the board that receives the money.");
}
