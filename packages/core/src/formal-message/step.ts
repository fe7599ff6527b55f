import { addDays, dateIn } from "../calendar.ts";
import { type Changed, fromStates, next } from "../change.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { FormalCase, FormalStatus, FormalStep } from "./formal-message.ts";

/** What a step says beside its number and the instant. */
type Said = Omit<FormalStep, "messageId" | "step" | "at">;

/**
 * A step as changes of one commit: the line is added under the next number, and the case stands where it leads. Two at once
 * cannot both be that step: the second is refused as `stale`.
 */
export function stepOf(
  deps: Deps,
  current: FormalCase,
  from: readonly FormalStatus[],
  said: Said,
  changed: Changed<FormalCase> = {},
): { readonly step: FormalStep; readonly changes: readonly Change[] } {
  const at = deps.clock.now().toISOString();
  const step: FormalStep = { messageId: current.id, step: current.steps, at, ...said };
  return {
    step,
    changes: [
      { put: "formal-step", record: step, refusal: "stale" },
      next("formal-case", current, { steps: current.steps + 1, ...changed }, [fromStates({ from })]),
    ],
  };
}

/** When a message that is over today is forgotten. */
export function forgetOn({ clock }: Pick<Deps, "clock">): string {
  return addDays(dateIn(clock.now()), limits.formalKeptDays);
}
