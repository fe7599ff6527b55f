import { dateIn, hourIn, type IsoDate, isWorkingDay } from "../calendar.ts";
import { unlessRefused } from "../change.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import type { Person } from "../person/person.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { waitsFor } from "./holders.ts";
import { readWork } from "./read.ts";
import { byDeadline } from "./row.ts";
import { everybody, type MorningLetter } from "./told.ts";
import type { Draft } from "./waiting.ts";

/**
 * Writes the morning letters of today: one to each person at city hall for whom something waits, on a working day and not
 * before `limits.morningHour`. However often it runs and however many run at once, nobody gets two on one day. Who switched
 * it off gets none. Resolves with how many letters.
 */
export async function sendMorningLetters(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const day = dateIn(now);
  if (!isWorkingDay(day) || hourIn(now) < limits.morningHour) return 0;
  if ((await deps.store.get("morning-letter", { day, to: everybody })) !== undefined) return 0;
  const { waiting, drafts } = await readWork(deps);
  const had = new Set((await deps.store.listAll("morning-letters-of-day", { day })).map(({ to }) => to));
  const ofPerson = tasksByPerson(drafts.map((draft) => ({ draft, people: waitsFor(waiting, draft) })));
  let letters = 0;
  for (const [person, tasks] of ofPerson) {
    if (had.has(person.id) || person.hasNoMorningLetter === true) continue;
    if (await unlessRefused(deps.store.commit(morningOf(deps, day, person, tasks)), "conflict")) letters++;
  }
  const record = recordOf(deps, day, everybody, []);
  await unlessRefused(deps.store.commit([{ put: "morning-letter", record }]), "conflict");
  return letters;
}

function tasksByPerson(rows: readonly { readonly draft: Draft; readonly people: readonly Person[] }[]) {
  const found = new Map<Person, Draft[]>();
  for (const { draft, people } of rows)
    for (const person of people) found.set(person, [...(found.get(person) ?? []), draft]);
  return found;
}

function morningOf(deps: Deps, day: IsoDate, person: Person, drafts: readonly Draft[]): readonly Change[] {
  const inOrder = drafts.toSorted(byDeadline);
  const named = inOrder.slice(0, limits.morningTasksMax);
  const tasks = named.map(({ act, title, enterprise, path, dueOn, amountCents }) => ({
    act,
    title,
    enterprise: enterprise?.name ?? title,
    path,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(amountCents === undefined ? {} : { amountCents }),
  }));
  const names = named.map(({ task }) => task);
  const path = sitePaths.staff();
  const settingPath = sitePaths.morningLetter();
  return [
    { put: "morning-letter", record: recordOf(deps, day, person.id, names) },
    writeLetter(deps, "morning", person.email, { day, path, settingPath, total: drafts.length, tasks }),
  ];
}

function recordOf(deps: Deps, day: IsoDate, to: string, tasks: readonly string[]): MorningLetter {
  const expiresAt = new Date(deps.clock.now().getTime() + limits.morningLetterDays * 86_400_000).toISOString();
  return { day, to, tasks: [...tasks], expiresAt };
}
