import { formatDate } from "../../words/dates.ts";
import { expense } from "../../words/nl.ts";
import type { Board } from "./board-page.tsx";
import type { Mandate } from "./mandate-reading.ts";

const text = expense.mandate.when;

/** Why no expense can be entered now and from when it can, in a sentence; undefined when it can, empty when it is over. */
export function whyNoExpense(mandate: Mandate, board: Pick<Board, "obstacles">): string | undefined {
  const { expenseRefusal, phase, startsOn, balances } = mandate;
  if (phase === "to-begin") return text.expensesFrom(formatDate(startsOn));
  if (expenseRefusal === "mandate-not-active") return "";
  if (expenseRefusal !== undefined) return balances.paidNotSpentCents > 0 ? text.allWaits : text.noMoney;
  return board.obstacles.includes("board-too-small") ? text.boardTooSmall : undefined;
}

/** Why no promise can be reported as kept now, in the same way. */
export function whyNoPromise({ phase, startsOn }: Pick<Mandate, "phase" | "startsOn">): string | undefined {
  if (phase === "to-begin") return text.promisesFrom(formatDate(startsOn));
  return phase === "refund-due" || phase === "closed" ? "" : undefined;
}
