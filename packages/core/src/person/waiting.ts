import { seatOf } from "../actor.ts";
import { dateIn } from "../calendar.ts";
import { isChecked, isSecond, openRemoval } from "../enterprise/checked-board.ts";
import { type Enterprise, moneyObstacles } from "../enterprise/enterprise.ts";
import { isAnotherThanProposer, openIbanProposal } from "../enterprise/iban-proposal.ts";
import { isActive } from "../enterprise/seats.ts";
import { type Expense, waitsForTreasurer } from "../expense/expense.ts";
import { accountIds } from "../ledger/open.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Deps, SignedIn } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import type { Waiting } from "./view.ts";

/** What a board has in hand. */
export interface BoardWork {
  readonly enterprise: Enterprise;
  readonly proposals: readonly Proposal[];
  readonly mandates: readonly Mandate[];
}

/**
 * What waits for a member of a board: expenses of others to confirm, corrections others asked, expenses that came back to
 * the treasurer, questions of the officer, evaluations to write, money to pay back, a bank account to give or confirm, a member to remove,
 * a board to
 * fill, and a refused registration.
 */
export async function waitingOnBoard(deps: Deps, actor: SignedIn, work: BoardWork): Promise<readonly Waiting[]> {
  const { id: enterpriseId, profile, status } = work.enterprise;
  const seat = seatOf(actor, work.enterprise);
  const isTreasurer = seat?.role === "treasurer";
  const isEyes = seat !== undefined && isChecked(seat);
  const perMandate = await Promise.all(
    work.mandates.map((mandate) => ofMandate(deps, { actor, isTreasurer, isEyes }, mandate)),
  );
  const applyAgain: Waiting = { what: "apply-again", enterpriseId, title: profile.name };
  return [
    ...(status === "refused" ? [applyAgain] : []),
    ...setUpOf(deps, actor, work.enterprise),
    ...ibanOf(deps, actor, work.enterprise),
    ...removalsOf(deps, actor, work.enterprise),
    ...work.proposals.flatMap(completionOf),
    ...perMandate.flat(),
  ];
}

/** What the board itself can do so that its enterprise can hold money; what waits for an answer waits for nobody here. */
function setUpOf(deps: Deps, actor: SignedIn, enterprise: Enterprise): readonly Waiting[] {
  const seat = seatOf(actor, enterprise);
  if (seat === undefined || enterprise.status === "refused") return [];
  const { id: enterpriseId, profile } = enterprise;
  const now = deps.clock.now().toISOString();
  const obstacles = moneyObstacles(enterprise);
  const isAsked = enterprise.members.some((member) => member.status === "invited" && isActive(member, now));
  const needsPeople = obstacles.includes("board-too-small") || obstacles.includes("no-treasurer");
  const needsAccount = obstacles.includes("no-iban") && openIbanProposal(enterprise, now) === undefined;
  return [
    ...(needsPeople && !isAsked ? [{ what: "fill-board", enterpriseId, title: profile.name } as const] : []),
    ...(needsAccount && seat.role === "treasurer"
      ? [{ what: "add-account", enterpriseId, title: profile.name } as const]
      : []),
  ];
}

function ibanOf(deps: Deps, actor: SignedIn, enterprise: Enterprise): readonly Waiting[] {
  const seat = seatOf(actor, enterprise);
  const proposal = openIbanProposal(enterprise, deps.clock.now().toISOString());
  if (seat === undefined || proposal === undefined) return [];
  if (!isChecked(seat) || !isAnotherThanProposer(enterprise, proposal, seat)) return [];
  const { id: enterpriseId, profile } = enterprise;
  const dueOn = dateIn(new Date(proposal.expiresAt));
  return [{ what: "confirm-iban", enterpriseId, title: profile.name, dueOn }];
}

function removalsOf(deps: Deps, actor: SignedIn, enterprise: Enterprise): readonly Waiting[] {
  const seat = seatOf(actor, enterprise);
  const { id: enterpriseId, profile, members } = enterprise;
  return members.flatMap((member) => {
    const removal = openRemoval(enterprise, member, deps.clock.now().toISOString());
    if (seat === undefined || removal === undefined || !isSecond(enterprise, member, removal, seat)) return [];
    const dueOn = dateIn(new Date(removal.expiresAt));
    return [{ what: "confirm-removal", enterpriseId, title: profile.name, dueOn } as const];
  });
}

function completionOf({ id, enterpriseId, status, plan, completionAsked }: Proposal): readonly Waiting[] {
  if (status !== "completion-asked") return [];
  const due = completionAsked === undefined ? {} : { dueOn: completionAsked.answerBy };
  return [{ what: "complete-proposal", enterpriseId, proposalId: id, title: plan?.title ?? "", ...due }];
}

interface Reader {
  readonly actor: SignedIn;
  readonly isTreasurer: boolean;
  /** Was on the board when an officer looked, so may confirm. */
  readonly isEyes: boolean;
}

async function ofMandate(deps: Deps, reader: Reader, mandate: Mandate): Promise<readonly Waiting[]> {
  const { id: mandateId, enterpriseId, proposalId, title, status, evaluationDueOn, endingId } = mandate;
  const about = { enterpriseId, proposalId, mandateId, title };
  if (status === "closed") return [];
  if (status === "refund-due") {
    const [cash, ending] = await Promise.all([
      deps.store.get("account", { id: accountIds.cash(mandateId) }),
      endingId === undefined ? undefined : deps.store.get("ending", { id: endingId, mandateId }),
    ]);
    const due = ending?.payment === undefined ? {} : { dueOn: ending.payment.dueOn };
    return [{ what: "refund", ...about, ...(cash === undefined ? {} : { amountCents: cash.posted }), ...due }];
  }
  const expenses = await deps.store.listAll("expenses-of-mandate", { mandateId });
  const waiting = expenses.flatMap((expense) => ofExpense(reader, expense).map((own) => ({ ...about, ...own })));
  if (status !== "evaluation") return waiting;
  const written = await deps.store.get("evaluation", { mandateId, author: "enterprise" });
  if (written !== undefined) return waiting;
  const due = evaluationDueOn === undefined ? {} : { dueOn: evaluationDueOn };
  return [...waiting, { what: "write-evaluation", ...about, ...due }];
}

function ofExpense(
  { actor, isTreasurer, isEyes }: Reader,
  expense: Expense,
): readonly Pick<Waiting, "what" | "expenseId" | "amountCents" | "dueOn">[] {
  if (!isEyes) return [];
  const { id: expenseId, amountCents, status, enteredBy, correctionAskedBy, expiresAt } = expense;
  if (status === "entered" && enteredBy !== actor.personId) {
    const dueOn = dateIn(new Date(expiresAt));
    return [{ what: "confirm-expense", expenseId, amountCents, dueOn }];
  }
  if (status === "correction-asked" && correctionAskedBy !== actor.personId)
    return [{ what: "correct-expense", expenseId, amountCents }];
  const isSettled = expense.enteredAgainAs !== undefined || expense.letGoAt !== undefined;
  if (isTreasurer && waitsForTreasurer.includes(status) && !isSettled)
    return [{ what: "enter-again", expenseId, amountCents }];
  return [];
}
