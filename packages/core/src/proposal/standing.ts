import * as z from "zod";
import { dateIn, daysBetween, IsoDate, IsoInstant, isStanding, termEndsOn } from "../calendar.ts";
import type { MandateStatus } from "../mandate/mandate.ts";
import type { Deps } from "../ports.ts";
import type { Proposal, ProposalStatus } from "./proposal.ts";

/** Who has a proposal now: the enterprise's board, an officer, the council role or finance. */
export const Holder = z.enum(["board", "officer", "council", "finance"]);
export type Holder = z.infer<typeof Holder>;

/** The term to decide, as it stands today. While `stoppedOn` is there it stands still and `endsOn` moves on every day. */
export const DecisionClock = z.object({ endsOn: IsoDate, daysLeft: z.int(), stoppedOn: IsoDate.optional() });

/** Where a proposal is now: who has it, since when, and by when the next step is due. */
export const Standing = z
  .object({
    heldBy: Holder.optional(),
    since: IsoInstant,
    dueOn: IsoDate.optional(),
    /** Only while a decision is to come. */
    clock: DecisionClock.optional(),
  })
  .meta({ id: "Standing" });
export type Standing = z.infer<typeof Standing>;

const holders: Readonly<Record<ProposalStatus, Holder | undefined>> = {
  draft: "board",
  submitted: "officer",
  "in-review": "officer",
  "completion-asked": "board",
  advised: "officer",
  "decision-prepared": "council",
  awarded: "board",
  evaluation: "officer",
  closed: undefined,
  rejected: undefined,
  withdrawn: undefined,
};

const undecided: ReadonlySet<ProposalStatus> = new Set([
  "submitted",
  "in-review",
  "completion-asked",
  "advised",
  "decision-prepared",
]);

/** Where a proposal stands today. A question that was not answered in time leaves it with the officer again. */
export function standingOf({ clock }: Pick<Deps, "clock">, proposal: Proposal, mandate?: MandateStatus): Standing {
  const today = dateIn(clock.now());
  const { status, statusSince: since, term, completionAsked } = proposal;
  const isRefund = status === "evaluation" && mandate === "refund-due";
  const isEnding = status === "evaluation" && mandate === "ending-prepared";
  const isSilent = completionAsked !== undefined && completionAsked.answerBy < today;
  const heldBy = isRefund ? "finance" : isEnding ? "council" : isSilent ? "officer" : holders[status];
  const running = term !== undefined && undecided.has(status) ? clockOf(term, today) : undefined;
  const dueOn = isSilent ? running?.endsOn : proposal.dueOn;
  return {
    since,
    ...(heldBy === undefined ? {} : { heldBy }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(running === undefined ? {} : { clock: running }),
  };
}

function clockOf(term: NonNullable<Proposal["term"]>, today: IsoDate): z.infer<typeof DecisionClock> {
  const endsOn = termEndsOn(term, today);
  const stopped = isStanding(term, today) && term.stoppedOn !== undefined ? { stoppedOn: term.stoppedOn } : {};
  return { endsOn, daysLeft: daysBetween(today, endsOn), ...stopped };
}
