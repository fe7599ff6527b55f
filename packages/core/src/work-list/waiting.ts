import type { Assignment, CaseId } from "../case/case.ts";
import type { Decision } from "../decision/decision.ts";
import type { Ending } from "../ending/ending.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { ErrorCode } from "../errors.ts";
import type { FormalCase } from "../formal-message/formal-message.ts";
import type { Account, Pot } from "../ledger/account.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { ModerationCase } from "../moderation/moderation.ts";
import type { Order } from "../order/order.ts";
import type { Person } from "../person/person.ts";
import type { Deps } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import type { Transfer } from "../transfer/transfer.ts";
import type { WorkRow } from "./row.ts";

/** Everything of the municipality that can be waiting for somebody. */
export interface Waiting {
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  readonly proposals: readonly Proposal[];
  readonly mandates: ReadonlyMap<string, Mandate>;
  readonly transfers: readonly Transfer[];
  readonly orders: readonly Order[];
  readonly pots: ReadonlyMap<string, Pot>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly endings: ReadonlyMap<string, Ending>;
  readonly staff: ReadonlyMap<string, Person>;
  /** Who has which case, by `assignmentKey`. */
  readonly assignments: ReadonlyMap<string, Assignment>;
  /** What was reported and not judged yet. */
  readonly reported: readonly ModerationCase[];
  /** Formal messages that nobody answered yet. */
  readonly messages: readonly FormalCase[];
  /** Of the ledger, as far as a task depends on it: pots that an award asks money of, cash that has to come back. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** By mandate: why its end cannot be prepared, or taken, now. */
  readonly obstacles: ReadonlyMap<string, ErrorCode>;
}

/** Where an assignment stands in `Waiting`. */
export const assignmentKey = ({ caseId, role }: Pick<Assignment, "caseId" | "role">): string => `${caseId} ${role}`;

/** A row before it is known who reads it; `firstHalf` are the persons who may not do this second half. */
export interface Draft extends Omit<WorkRow, "refusal" | "takenBy" | "mayTake"> {
  /** Absent where there is no case to take: a pot. */
  readonly caseId?: CaseId;
  /** Names the task as long as it waits in this way: another act, or the same again later, is another task. */
  readonly task: string;
  /** Where it is done. */
  readonly path: string;
  readonly firstHalf: readonly string[];
  /** Why nobody can do it now, whoever it is; it is listed, and not asked of anybody. */
  readonly obstacle?: ErrorCode | undefined;
}

/** What rows are made with. */
export type RowDeps = Pick<Deps, "clock" | "municipality">;

/** An enterprise as a row names it. */
export const named = ({ id, profile }: Enterprise) => ({ id, name: profile.name });

/** Who did the first halves of what needs more than one person; the first of them prepared it. */
export function madeBy({ staff }: Waiting, first: string | undefined, ...others: readonly (string | undefined)[]) {
  const firstHalf = [first, ...others].filter((id) => id !== undefined);
  const preparedBy = first === undefined ? undefined : staff.get(first)?.name;
  return { firstHalf, ...(preparedBy === undefined ? {} : { preparedBy }) };
}
