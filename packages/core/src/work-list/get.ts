import * as z from "zod";
import { assertRole } from "../actor.ts";
import { isOnBoard } from "../at-commit.ts";
import type { ErrorCode } from "../errors.ts";
import type { DistrictCode } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Holder } from "../proposal/standing.ts";
import { type Draft, gather, type Waiting } from "./gather.ts";
import { byDeadline, WorkRow } from "./row.ts";

/** The work list of city hall, earliest deadline first. */
export const WorkListView = z
  .object({
    rows: z.array(WorkRow),
    /** How many rows each holder has, whatever the filter on the holder. */
    counts: z.object({ board: z.int(), officer: z.int(), council: z.int(), finance: z.int() }),
  })
  .meta({ id: "WorkList" });
export type WorkListView = z.infer<typeof WorkListView>;

/**
 * Everything that waits for somebody, with its deadline, the state of its clock, and whether the reader may do it.
 * @throws DomainError `unauthenticated`, `forbidden`.
 */
export async function getWorkList(
  deps: Deps,
  actor: Actor,
  filter: { role?: Holder | undefined; district?: DistrictCode | undefined },
): Promise<WorkListView> {
  assertRole(actor, "officer", "council", "finance", "clerk", "professional", "auditor");
  const waiting = await readWaiting(deps);
  const { district, role } = filter;
  const drafts = gather(deps, waiting).filter(
    ({ districts }) => district === undefined || districts.includes(district),
  );
  const count = (holder: Holder) => drafts.filter(({ heldBy }) => heldBy === holder).length;
  return {
    rows: drafts
      .filter(({ heldBy }) => role === undefined || heldBy === role)
      .map((draft) => rowFor(actor, waiting, draft))
      .toSorted(byDeadline),
    counts: { board: count("board"), officer: count("officer"), council: count("council"), finance: count("finance") },
  };
}

/** Lists of the whole municipality, read at once; only the few decisions that wait are read one by one. */
async function readWaiting({ store }: Deps): Promise<Waiting> {
  const [enterprises, proposals, mandates, transfers, staff] = await Promise.all([
    store.listAll("enterprises", {}),
    store.listAll("proposals", {}),
    store.listAll("mandates", {}),
    store.listAll("transfers-open", {}),
    store.listAll("staff", {}),
  ]);
  const prepared = proposals.flatMap(({ id: proposalId, status, decisionId: id }) =>
    status === "decision-prepared" && id !== undefined ? [store.get("decision", { id, proposalId })] : [],
  );
  const decisions = await Promise.all(prepared);
  const byId = <R extends { id: string }>(records: readonly R[]) =>
    new Map(records.map((record) => [record.id, record]));
  return {
    enterprises: byId(enterprises),
    proposals,
    mandates: byId(mandates),
    transfers,
    decisions: byId(decisions.filter((decision) => decision !== undefined)),
    staff: byId(staff),
  };
}

function rowFor(actor: Extract<Actor, { kind: "staff" }>, waiting: Waiting, draft: Draft): WorkRow {
  const { firstHalf, ...row } = draft;
  const refusal = refusalOf(actor, waiting, draft);
  return refusal === undefined ? row : { ...row, refusal };
}

function refusalOf(
  actor: Extract<Actor, { kind: "staff" }>,
  { enterprises, staff }: Waiting,
  { heldBy, enterprise, firstHalf }: Draft,
): ErrorCode | undefined {
  if (heldBy === "board" || !actor.roles.includes(heldBy)) return "forbidden";
  const board = enterprises.get(enterprise.id);
  const person = staff.get(actor.personId) ?? { id: actor.personId, email: "" };
  if (board !== undefined && isOnBoard(person, board)) return "own-interest";
  return firstHalf.includes(actor.personId) ? "four-eyes" : undefined;
}
