import { addDays, dateIn, hourIn, type IsoDate, isWorkingDay } from "../calendar.ts";
import { unlessRefused } from "../change.ts";
import type { Decision } from "../decision/decision.ts";
import type { Ending } from "../ending/ending.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { staffOfNow } from "../municipality/staff-of-now.ts";
import type { Person } from "../person/person.ts";
import type { Deps } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import type { Change } from "../store.ts";
import type { Transfer } from "../transfer/transfer.ts";
import { gather } from "./gather.ts";
import { waitsFor } from "./holders.ts";
import { byId, readAssignments, readWork } from "./read.ts";
import type { Draft, Waiting } from "./waiting.ts";

/** A task for city hall that cannot wait until next morning. A transfer that asks for approval has its own letter at once. */
function isUrgent({ heldBy, act, dueOn, obstacle }: Draft, today: IsoDate): boolean {
  if (heldBy === "board" || act === "approveTransfer" || dueOn === undefined || obstacle !== undefined) return false;
  return dueOn <= addDays(today, limits.urgentDays);
}

/** What a state change leaves behind, as far as it says what waits for city hall now. */
export interface Left {
  readonly enterprise: Enterprise;
  readonly proposal?: Proposal | undefined;
  readonly mandate?: Mandate | undefined;
  readonly transfer?: Transfer | undefined;
  readonly decision?: Decision | undefined;
  readonly ending?: Ending | undefined;
}

/**
 * What a state change adds to its commit when it leaves a task that must be done within days: a letter to everybody it waits
 * for. Nothing when it can wait for the morning letter.
 */
export async function callAtOnce(deps: Deps, left: Left): Promise<readonly Change[]> {
  const { enterprise, proposal, mandate, transfer, decision, ending } = left;
  const waiting: Waiting = {
    enterprises: byId([enterprise]),
    proposals: proposal === undefined ? [] : [proposal],
    mandates: byId([mandate]),
    transfers: transfer === undefined ? [] : [transfer],
    orders: [],
    pots: new Map(),
    decisions: byId([decision]),
    reported: [],
    messages: [],
    endings: byId([ending]),
    staff: new Map(),
    assignments: new Map(),
    accounts: new Map(),
    obstacles: new Map(),
  };
  const today = dateIn(deps.clock.now());
  if (!gather(deps, waiting).some((draft) => isUrgent(draft, today))) return [];
  const staff = byId(await staffOfNow(deps));
  // Once more, now with names.
  const urgent = gather(deps, { ...waiting, staff }).filter((draft) => isUrgent(draft, today));
  const [fresh, assignments] = await Promise.all([notCalled(deps, urgent), readAssignments(deps, urgent)]);
  const known = { ...waiting, staff, assignments };
  return fresh.flatMap((draft) => call(deps, draft, waitsFor(known, draft)));
}

/**
 * Writes about every task that came to be urgent because time passed, to whom it waits for and who did not read of it in the
 * morning letter. On working days, from the hour of the morning letter. Resolves with how many letters.
 */
export async function callUrgentTasks(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const today = dateIn(now);
  if (!isWorkingDay(today) || hourIn(now) < limits.morningHour) return 0;
  const { waiting, drafts } = await readWork(deps);
  const urgent = await notCalled(
    deps,
    drafts.filter((draft) => isUrgent(draft, today)),
  );
  if (urgent.length === 0) return 0;
  const mornings = await deps.store.listAll("morning-letters-of-day", { day: today });
  const read = new Map(mornings.map(({ to, tasks }) => [to, new Set(tasks)]));
  let letters = 0;
  for (const draft of urgent) {
    const people = waitsFor(waiting, draft).filter(({ id }) => read.get(id)?.has(draft.task) !== true);
    const changes = call(deps, draft, people);
    if (await unlessRefused(deps.store.commit(changes), "stale")) letters += changes.length - 1;
  }
  return letters;
}

async function notCalled({ store }: Deps, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const calls = await Promise.all(drafts.map(({ task }) => store.get("task-call", { task })));
  return drafts.filter((_, index) => calls[index] === undefined);
}

/** A letter to each of these people, and that it was written: refused as `stale` when somebody else did it just now. */
function call(deps: Deps, draft: Draft, people: readonly Person[]): readonly Change[] {
  const now = deps.clock.now();
  const { task, act, title, enterprise, path, dueOn = "", amountCents, preparedBy, approvedBy } = draft;
  const content = {
    title,
    enterprise: enterprise?.name ?? title,
    path,
    act,
    dueOn,
    ...(amountCents === undefined ? {} : { amountCents }),
    ...(preparedBy === undefined ? {} : { preparedBy }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
  const expiresAt = new Date(now.getTime() + limits.taskCallDays * 86_400_000).toISOString();
  return [
    { put: "task-call", record: { task, calledAt: now.toISOString(), expiresAt }, refusal: "stale" },
    ...people.slice(0, limits.calledMax).map(({ email }) => writeLetter(deps, "task-waiting", email, content)),
  ];
}
