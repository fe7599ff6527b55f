import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import type { Deps } from "../ports.ts";
import type { Change, Guard, Store } from "../store.ts";
import type { Person, Session } from "./person.ts";
import type { Resumed } from "./resume-session.ts";

/**
 * What a verb may use when it acts for somebody of staff. Whatever it commits carries the conditions that nobody ended this
 * person's sessions and that the municipality's table still gives the role: taken away while the act was under way, the
 * database refuses it (`unauthenticated`, `forbidden`). Moving more money than the municipality's limit also needs a
 * sign-in of a moment ago (`sign-in-again`). `may` are the roles the act is for. Residents act with `deps` as they are:
 * their seats are conditions of the verbs.
 */
export function actAs(deps: Deps, who: Resumed, may: readonly StaffRole[]): Deps {
  if (who.actor.kind !== "staff") return deps;
  const guarded = (changes: readonly Change[]) => {
    assertFresh(deps, who.session, changes);
    return conditionsOf(who, may).reduce(withCondition, changes);
  };
  const store: Store = {
    ...deps.store,
    commit: (changes) => deps.store.commit(guarded(changes)),
    commitOnce: (changes, once) => deps.store.commitOnce(guarded(changes), once),
  };
  return { ...deps, store };
}

type Condition = Extract<Change, { check: "person" | "role-table" }>;

/** What the actor's power rests on: the person as they were, and for each role a group that gives it. */
function conditionsOf({ person, roleTable }: Resumed, may: readonly StaffRole[]): readonly Condition[] {
  const { id, sessionsEndedAt: value, groups = [] } = person;
  const refusal = "unauthenticated";
  const ended: Guard<Person> =
    value === undefined
      ? { field: "sessionsEndedAt", is: "absent", refusal }
      : { field: "sessionsEndedAt", is: "equal", value, refusal };
  const still: Condition = { check: "person", ref: { id }, when: [ended] };
  if (roleTable === undefined) return [still];
  const gives = person.roles
    .filter((role) => may.includes(role))
    .map((role) => ({ field: role, group: roleTable[role].find((group) => groups.includes(group)) ?? "" }))
    .map(({ field, group }) => ({ field, is: "has", value: group, refusal: "forbidden" }) as const);
  return [still, { check: "role-table", ref: {}, when: gives }];
}

/** Adds a condition; a commit touches each record once, so it joins the change of the same record where there is one. */
function withCondition(changes: readonly Change[], condition: Condition): readonly Change[] {
  const index = changes.findIndex((change) => isAboutSame(change, condition));
  // The compiler cannot follow one kind through the union of all changes: guards of a record join guards of that record.
  const same = changes[index] as Loose | undefined;
  if (same === undefined) return [...changes, condition];
  if (same.when === undefined) return changes;
  const joined: Loose = { ...same, when: [...same.when, ...condition.when] };
  return changes.with(index, joined as Change);
}

function isAboutSame(change: Change, condition: Condition): boolean {
  const { kind, id } = aboutOf(change);
  if (kind !== condition.check) return false;
  return condition.check === "role-table" || id === condition.ref.id;
}

/** The kind of record a change is about, and its id where it has one. */
function aboutOf(change: Change): { readonly kind: string; readonly id: unknown } {
  const { put, replace, patch, check, remove, ref, record } = change as Loose;
  return { kind: put ?? replace ?? patch ?? check ?? remove ?? "", id: (ref ?? record)?.id };
}

/** A change of any kind. */
type Loose = { readonly [F in "put" | "replace" | "patch" | "check" | "remove"]?: string } & {
  readonly ref?: { readonly id?: unknown };
  readonly record?: { readonly id?: unknown };
  readonly when?: readonly unknown[];
};

function assertFresh(deps: Deps, { authenticatedAt }: Session, changes: readonly Change[]): void {
  const aboveCents = deps.municipality.freshSignInAboveCents ?? limits.freshSignInAboveCents;
  if (changes.every((change) => movedCents(change) <= aboveCents)) return;
  const sinceMs = deps.clock.now().getTime() - Date.parse(authenticatedAt ?? "");
  if (sinceMs <= limits.freshSignInMinutes * 60_000) return;
  throw new DomainError("sign-in-again", "Moving this much money asks for a sign-in of a moment ago.", {
    details: { aboveCents, minutes: limits.freshSignInMinutes },
  });
}

/** How much money a change moves: a journal is booked, or a transfer approved. */
function movedCents(change: Change): number {
  if ("put" in change && change.put === "journal") return change.record.amountCents;
  if ("replace" in change && change.replace === "transfer" && change.record.status === "approved")
    return change.record.amountCents;
  return 0;
}
