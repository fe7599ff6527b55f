import * as z from "zod";
import { dateIn, IsoDate } from "../calendar.ts";
import type { EventCode, PublicEvent } from "../event/event.ts";
import type { MandateView } from "../mandate/view.ts";
import type { ProposalStatus } from "./proposal.ts";

/** The stages of a proposal's life, in order; a withdrawn one ends with `withdrawn`, a rejected one with `decision`. */
export const Stage = z.enum([
  "submitted",
  "review",
  "advice",
  "decision",
  "spending",
  "evaluation",
  "closed",
  "withdrawn",
]);
export type Stage = z.infer<typeof Stage>;

/** One dot of the line: reached (with its date), going on now, or to come (with the day it begins, where that is known). */
export const StageView = z
  .object({ stage: Stage, state: z.enum(["done", "now", "todo"]), on: IsoDate.optional(), from: IsoDate.optional() })
  .meta({ id: "Stage" });
export type StageView = z.infer<typeof StageView>;

/**
 * The stages that are complete in a state, and the one that is going on. Nothing goes on when life is over, nor while what
 * was sent in waits until somebody takes it up.
 */
const progress: Readonly<Record<Exclude<ProposalStatus, "withdrawn">, { done: readonly Stage[]; now?: Stage }>> = {
  draft: { done: [], now: "submitted" },
  submitted: { done: ["submitted"] },
  "in-review": { done: ["submitted"], now: "review" },
  "completion-asked": { done: ["submitted"], now: "review" },
  advised: { done: ["submitted", "review", "advice"], now: "decision" },
  "decision-prepared": { done: ["submitted", "review", "advice"], now: "decision" },
  rejected: { done: ["submitted", "review", "advice", "decision"] },
  awarded: { done: ["submitted", "review", "advice", "decision"], now: "spending" },
  evaluation: { done: ["submitted", "review", "advice", "decision", "spending"], now: "evaluation" },
  closed: { done: ["submitted", "review", "advice", "decision", "spending", "evaluation", "closed"] },
};

/** The event that begins a stage; its date is the date of the dot. */
const begins: Readonly<Record<Stage, readonly EventCode[]>> = {
  submitted: ["proposal-submitted"],
  review: ["review-started"],
  advice: ["advice-given"],
  decision: ["proposal-awarded", "proposal-rejected"],
  spending: ["transfer-paid"],
  evaluation: ["evaluation-asked"],
  closed: ["mandate-closed"],
  withdrawn: ["proposal-withdrawn"],
};

const whole: readonly Stage[] = ["submitted", "review", "advice", "decision", "spending", "evaluation", "closed"];

/**
 * The line of dots: what was reached and when, what goes on, what is to come. `events` in any order. Before the first day of
 * its mandate nothing goes on yet.
 */
export function timelineOf(
  status: ProposalStatus,
  events: readonly PublicEvent[],
  mandate?: Pick<MandateView, "phase" | "startsOn">,
): readonly StageView[] {
  const on = (stage: Stage) => {
    const first = events
      .filter(({ code }) => begins[stage].includes(code))
      .map(({ at }) => at)
      .toSorted()[0];
    return first === undefined ? {} : { on: dateIn(new Date(first)) };
  };
  const done = (stage: Stage): StageView => ({ stage, state: "done", ...on(stage) });
  if (status === "withdrawn") {
    const reached = whole.filter((stage) => on(stage).on !== undefined);
    return [...reached, "withdrawn" as const].map(done);
  }
  const at = progress[status];
  const line = status === "rejected" ? at.done : whole;
  return line.map((stage) => {
    if (at.done.includes(stage)) return done(stage);
    if (stage === "spending" && mandate?.phase === "to-begin") return { stage, state: "todo", from: mandate.startsOn };
    return stage === at.now ? { stage, state: "now", ...on(stage) } : { stage, state: "todo" };
  });
}
