import { assertRole } from "../actor.ts";
import { dateIn } from "../calendar.ts";
import type { EnterpriseId, MandateId, ProposalId } from "../ids.ts";
import { phaseOf } from "../mandate/phase.ts";
import { readVessel } from "../mandate/read-vessel.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Page, Paging } from "../store.ts";
import { DecisionLine, ExpenseLine, MandateLine, type RegisterYear, TransferLine } from "./register.ts";

/** Who reads registers; what boards typed about expenses is not for the clerk. */
const readers = ["officer", "council", "finance", "clerk", "auditor"] as const satisfies readonly StaffRole[];
const expenseReaders = ["officer", "council", "finance", "auditor"] as const satisfies readonly StaffRole[];

/** Decisions that were taken in a year, newest first. @throws DomainError `unauthenticated`, `forbidden`. */
export async function listDecisionsOfYear(
  deps: Deps,
  actor: Actor,
  { year }: RegisterYear,
  paging: Paging = {},
): Promise<Page<DecisionLine>> {
  assertRole(actor, ...readers);
  const page = await deps.store.list("decisions-of-year", { year: String(year) }, { ...paging, newestFirst: true });
  return lines(page, async ({ draft, ...decision }) => {
    const [title, enterprise] = await Promise.all([
      titleOfProposal(deps, decision.proposalId),
      nameOf(deps, decision.enterpriseId),
    ]);
    const award = draft.outcome === "reject" ? {} : draft;
    return DecisionLine.parse({
      ...award,
      ...decision,
      reference: draft.reference,
      outcome: draft.outcome,
      title,
      enterprise,
    });
  });
}

/**
 * Mandates that were given in a year, newest first; a page of years after it may be empty and go on.
 * @throws DomainError `unauthenticated`, `forbidden`.
 */
export async function listMandatesOfYear(
  deps: Deps,
  actor: Actor,
  { year }: RegisterYear,
  paging: Paging = {},
): Promise<Page<MandateLine>> {
  assertRole(actor, ...readers);
  const page = await deps.store.list("mandates", {}, { ...paging, newestFirst: true });
  const ofYear = page.items.filter(({ createdAt }) => createdAt.startsWith(String(year)));
  const isPast = page.items.some(({ createdAt }) => createdAt < String(year));
  const { cursor } = page;
  const asked = { items: ofYear, ...(cursor === undefined || isPast ? {} : { cursor }) };
  return lines(asked, async (mandate) => {
    const [enterprise, vessel] = await Promise.all([nameOf(deps, mandate.enterpriseId), readVessel(deps, mandate)]);
    const phase = phaseOf(mandate, dateIn(deps.clock.now()));
    return MandateLine.parse({ ...mandate, phase, enterprise, vessel });
  });
}

/** Transfers that were proposed in a year, newest first. @throws DomainError `unauthenticated`, `forbidden`. */
export async function listTransfersOfYear(
  deps: Deps,
  actor: Actor,
  { year }: RegisterYear,
  paging: Paging = {},
): Promise<Page<TransferLine>> {
  assertRole(actor, ...readers);
  const page = await deps.store.list("transfers-of-year", { year: String(year) }, { ...paging, newestFirst: true });
  return lines(page, async (transfer) => {
    const [title, enterprise] = await Promise.all([
      titleOfMandate(deps, transfer.mandateId),
      nameOf(deps, transfer.enterpriseId),
    ]);
    return TransferLine.parse({ ...transfer, title, enterprise, proposedOn: dateIn(new Date(transfer.proposedAt)) });
  });
}

/** Expenses that were entered in a year, newest first. @throws DomainError `unauthenticated`, `forbidden`. */
export async function listExpensesOfYear(
  deps: Deps,
  actor: Actor,
  { year }: RegisterYear,
  paging: Paging = {},
): Promise<Page<ExpenseLine>> {
  assertRole(actor, ...expenseReaders);
  const page = await deps.store.list("expenses-of-year", { year: String(year) }, { ...paging, newestFirst: true });
  return lines(page, async (expense) => {
    const [title, enterprise] = await Promise.all([
      titleOfMandate(deps, expense.mandateId),
      nameOf(deps, expense.enterpriseId),
    ]);
    return ExpenseLine.parse({ ...expense, title, enterprise });
  });
}

/** Each record as a line; what a page needs of others is asked in one breath. */
async function lines<R, L>({ items, cursor }: Page<R>, lineOf: (record: R) => Promise<L>): Promise<Page<L>> {
  const read = await Promise.all(items.map(lineOf));
  return cursor === undefined ? { items: read } : { items: read, cursor };
}

async function nameOf({ store }: Deps, id: EnterpriseId): Promise<string> {
  return (await store.get("enterprise", { id }))?.profile.name ?? "";
}

async function titleOfMandate({ store }: Deps, id: MandateId): Promise<string> {
  return (await store.get("mandate", { id }))?.title ?? "";
}

async function titleOfProposal({ store }: Deps, id: ProposalId): Promise<string> {
  return (await store.get("proposal", { id }))?.plan?.title ?? "";
}
