import * as z from "zod";
import { isOnBoard } from "../at-commit.ts";
import { dateIn, IsoDate, IsoInstant } from "../calendar.ts";
import { Instrument } from "../decision/decision.ts";
import { Districts } from "../district/districts.ts";
import { PublicEnding, publishEnding } from "../ending/view.ts";
import { type Enterprise, moneyObstacles } from "../enterprise/enterprise.ts";
import { DomainError, errorCodes, invariant } from "../errors.ts";
import { hideWords, readPublicExpenses } from "../expense/list-public.ts";
import { PublicExpense } from "../expense/view.ts";
import { EnterpriseId, MandateId, PotId, ProposalId, TransferId } from "../ids.ts";
import { Hidden } from "../moderation/moderation.ts";
import type { Actor, Deps } from "../ports.ts";
import { isInsider, maySee, publicIdentity, wordsHidden } from "../visibility/visibility.ts";
import { MandateBalances, readBalances } from "./balances.ts";
import { type Mandate, type MandateMilestone, MandateStatus, Voice } from "./mandate.ts";
import { MandatePhase, phaseOf, whyExpensesRest, whyMoneyRests } from "./phase.ts";

const InstalmentView = z.object({
  id: z.string(),
  amountCents: z.int(),
  plannedOn: IsoDate,
  status: z.enum(["planned", "proposed", "approved", "paid"]),
  paidOn: IsoDate.optional(),
  /** For city hall: the transfer it is on its way by. */
  transferId: TransferId.optional(),
});

/** A promise in public, with what came of it. */
export const MilestoneView = z
  .object({
    id: z.string(),
    title: z.string(),
    plannedOn: IsoDate,
    reachedOn: IsoDate.optional(),
    note: z.string().optional(),
    editedAt: IsoInstant.optional(),
    /** What the board said of it is hidden by the municipality; that it was reached, and when, is not. */
    hidden: Hidden.optional(),
  })
  .meta({ id: "Milestone" });
export type MilestoneView = z.infer<typeof MilestoneView>;

/** A promise for everybody: without the words that an officer hid. */
export function viewMilestone(milestone: MandateMilestone): MilestoneView {
  const { note, ...rest } = MilestoneView.parse(milestone);
  return note === undefined || rest.hidden !== undefined ? rest : { ...rest, note };
}

/** A mandate in public: what was agreed, where its money is, and the newest confirmed expenses, newest first. */
export const MandateView = z
  .object({
    id: MandateId,
    proposalId: ProposalId,
    enterpriseId: EnterpriseId,
    enterprise: z.string(),
    districts: Districts,
    potId: PotId,
    pot: z.string(),
    title: z.string(),
    decisionReference: z.string(),
    instrument: Instrument,
    startsOn: IsoDate,
    endsOn: IsoDate,
    status: MandateStatus,
    phase: MandatePhase,
    /** While it is being evaluated: residents may say what they think until it is published. */
    evaluationDueOn: IsoDate.optional(),
    /** Who, of the board and the officer, wrote already; what they say is public with all the rest. */
    voices: z.array(Voice).optional(),
    turnSince: IsoInstant.optional(),
    evaluationPublishedAt: IsoInstant.optional(),
    /** The decision by which it ended. */
    ending: PublicEnding.optional(),
    closedAt: IsoInstant.optional(),
    /** Why the board can enter no expense now: `mandate-not-active` or `not-enough-money`. */
    expenseRefusal: z.enum(errorCodes).optional(),
    /** For city hall: why no payment can be proposed now, and why the reader may not act on this mandate at all. */
    transferRefusal: z.enum(errorCodes).optional(),
    ownInterest: z.literal(true).optional(),
    conditions: z.array(z.string()),
    balances: MandateBalances,
    instalments: z.array(InstalmentView),
    milestones: z.array(MilestoneView),
    /** The newest; `expensesCursor` is where they go on. */
    expenses: z.array(PublicExpense),
    expensesCursor: z.string().optional(),
  })
  .meta({ id: "Mandate" });
export type MandateView = z.infer<typeof MandateView>;

/**
 * A mandate in public; of an enterprise that is not public, for its board and for city hall. While an officer hides the page of
 * its enterprise the agreement and every amount stay, without what the enterprise wrote.
 * @throws DomainError `not-found`.
 */
export async function getMandate(
  deps: Deps,
  actor: Actor,
  { mandateId }: { readonly mandateId: MandateId },
): Promise<MandateView> {
  const mandate = await deps.store.get("mandate", { id: mandateId });
  if (mandate === undefined) throw new DomainError("not-found", "There is no such mandate.");
  const [enterprise, pot, balances, expenses, ending, me] = await Promise.all([
    deps.store.get("enterprise", { id: mandate.enterpriseId }),
    deps.store.get("pot", { id: mandate.potId }),
    readBalances(deps, mandate),
    readPublicExpenses(deps, { mandateId }),
    mandate.endingId === undefined ? undefined : deps.store.get("ending", { id: mandate.endingId, mandateId }),
    actor.kind === "staff" ? deps.store.get("person", { id: actor.personId }) : undefined,
  ]);
  invariant(enterprise !== undefined && pot !== undefined, `mandate ${mandateId} has an enterprise and a pot`);
  // Awarded money is about a proposal that was decided on, whatever came of it.
  const mark = isInsider(actor, enterprise) ? undefined : wordsHidden({ status: "awarded" }, enterprise);
  if (mark === undefined && !maySee(actor, enterprise)) throw new DomainError("not-found", "There is no such mandate.");
  const { name } = publicIdentity(enterprise);
  const today = dateIn(deps.clock.now());
  const freeCents = balances.paidNotSpentCents - balances.waitingCents;
  const ended = ending === undefined ? {} : { ending: publishEnding(deps, ending) };
  return MandateView.parse({
    ...mandate,
    phase: phaseOf(mandate, today),
    expenseRefusal: whyExpensesRest(mandate, today, freeCents),
    ...(actor.kind === "staff" ? forStaff(mandate, enterprise, today) : {}),
    ...(me !== undefined && isOnBoard(me, enterprise) ? { ownInterest: true } : {}),
    milestones: mandate.milestones.map((each) => withoutNote(viewMilestone(each), mark)),
    enterprise: name,
    pot: pot.name,
    balances,
    expenses: hideWords(expenses.items, mark),
    expensesCursor: expenses.cursor,
    ...ended,
  });
}

function withoutNote(milestone: MilestoneView, mark: Hidden | undefined): MilestoneView {
  if (mark === undefined) return milestone;
  const { note: _words, ...rest } = milestone;
  return rest;
}

function forStaff(mandate: Mandate, enterprise: Enterprise, today: IsoDate) {
  const obstacle = moneyObstacles(enterprise).length > 0 ? "cannot-hold-money" : undefined;
  return { transferRefusal: whyMoneyRests(mandate, today) ?? obstacle };
}
