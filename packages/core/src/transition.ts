import { DomainError } from "./errors.ts";
import type { StaffRole } from "./municipality/municipality.ts";

/** Who may make a state change: a role at city hall, the board of the enterprise it is about, or the clock. */
export type TransitionParty = StaffRole | "board" | "schedule";

/** State changes as data: read by verbs, turned into the database's condition, shown in the documentation. */
export type Transitions<S extends string> = Readonly<
  Record<string, { readonly from: readonly S[]; readonly to: S; readonly by: readonly TransitionParty[] }>
>;

/** Throws `wrong-state` unless the transition may start from this status. */
export function assertFrom<S extends string>(transition: { readonly from: readonly S[] }, status: S): void {
  if (!transition.from.includes(status))
    throw new DomainError("wrong-state", `This cannot be done from the state ${status}.`, { details: { status } });
}
