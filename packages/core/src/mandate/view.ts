import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { Instrument } from "../decision/decision.ts";
import { PublicEnding, publishEnding } from "../ending/view.ts";
import { DomainError, invariant } from "../errors.ts";
import { type PublicExpense as Line, PublicExpense, publicExpenses } from "../expense/view.ts";
import { DistrictCode, EnterpriseId, MandateId, PotId, ProposalId, TransferId } from "../ids.ts";
import { Hidden } from "../moderation/moderation.ts";
import type { Actor, Deps } from "../ports.ts";
import { maySee, publicIdentity } from "../visibility/visibility.ts";
import { MandateBalances, readBalances } from "./balances.ts";
import { type Mandate, type MandateMilestone, MandateStatus } from "./mandate.ts";

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

/** A mandate in public: what was agreed, where its money is, and every confirmed expense, newest first. */
export const MandateView = z
  .object({
    id: MandateId,
    proposalId: ProposalId,
    enterpriseId: EnterpriseId,
    enterprise: z.string(),
    district: DistrictCode,
    potId: PotId,
    pot: z.string(),
    title: z.string(),
    decisionReference: z.string(),
    instrument: Instrument,
    startsOn: IsoDate,
    endsOn: IsoDate,
    status: MandateStatus,
    /** While it is being evaluated: residents may say what they think until it is published. */
    evaluationDueOn: IsoDate.optional(),
    evaluationPublishedAt: IsoInstant.optional(),
    /** The decision by which it ended. */
    ending: PublicEnding.optional(),
    closedAt: IsoInstant.optional(),
    conditions: z.array(z.string()),
    balances: MandateBalances,
    instalments: z.array(InstalmentView),
    milestones: z.array(MilestoneView),
    expenses: z.array(PublicExpense),
  })
  .meta({ id: "Mandate" });
export type MandateView = z.infer<typeof MandateView>;

/**
 * A mandate in public; of an enterprise that is not public, for its board and for city hall.
 * @throws DomainError `not-found`.
 */
export async function getMandate(
  deps: Deps,
  actor: Actor,
  { mandateId }: { readonly mandateId: MandateId },
): Promise<MandateView> {
  const mandate = await deps.store.get("mandate", { id: mandateId });
  if (mandate === undefined) throw new DomainError("not-found", "There is no such mandate.");
  const [enterprise, pot, balances, expenses, ending] = await Promise.all([
    deps.store.get("enterprise", { id: mandate.enterpriseId }),
    deps.store.get("pot", { id: mandate.potId }),
    readBalances(deps, mandate),
    readPublicExpenses(deps, mandate),
    mandate.endingId === undefined ? undefined : deps.store.get("ending", { id: mandate.endingId, mandateId }),
  ]);
  invariant(enterprise !== undefined && pot !== undefined, `mandate ${mandateId} has an enterprise and a pot`);
  if (!maySee(actor, enterprise)) throw new DomainError("not-found", "There is no such mandate.");
  const { name } = publicIdentity(enterprise);
  const ended = ending === undefined ? {} : { ending: publishEnding(deps, ending) };
  return MandateView.parse({
    ...mandate,
    milestones: mandate.milestones.map(viewMilestone),
    enterprise: name,
    pot: pot.name,
    balances,
    expenses,
    ...ended,
  });
}

/** The public expense lines of a mandate, newest first. */
export async function readPublicExpenses(deps: Deps, { id: mandateId }: Pick<Mandate, "id">): Promise<readonly Line[]> {
  return publicExpenses(await deps.store.listAll("expenses-of-mandate", { mandateId })).toReversed();
}
