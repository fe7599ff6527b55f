import { type Changed, fromStates, next } from "../change.ts";
import { writeToBoard } from "../letter/to-board.ts";
import type { Deps } from "../ports.ts";
import { letterSubject, step, tell } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import type { MandateCase } from "./find.ts";
import { type Mandate, mandateTransitions } from "./mandate.ts";

/** Where all money of a mandate ended, in cents. */
export interface FinalSums {
  readonly spentCents: number;
  readonly returnedCents: number;
}

/** Closes a mandate and its proposal, with the last public line. `changed`: what else becomes of it. */
export function closeMandate(
  deps: Deps,
  { mandate, proposal }: MandateCase,
  { spentCents, returnedCents }: FinalSums,
  changed: Changed<Mandate> = {},
): readonly Change[] {
  const { close } = mandateTransitions;
  assertFrom(close, mandate.status);
  const closed = { ...changed, status: close.to, closedAt: deps.clock.now().toISOString() };
  const { after, change } = step(deps, proposal, "close", { dueOn: undefined });
  return [
    next("mandate", mandate, closed, [fromStates(close)]),
    change,
    tell(deps, after, "mandate-closed", { spentCents, returnedCents }),
  ];
}

/** The letter to the board that everything is done, when the last cent came back. */
export function writeClosed(deps: Deps, { proposal, enterprise }: MandateCase, sums: FinalSums): readonly Change[] {
  return writeToBoard(deps, "mandate-closed", enterprise, {
    ...letterSubject(proposal, enterprise),
    path: sitePaths.evaluations(proposal.id),
    ...sums,
  });
}
