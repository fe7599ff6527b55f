import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";

/** At most `max` in any `minutes`, whenever one begins to count. */
export interface RateRule {
  readonly name: string;
  readonly max: number;
  readonly minutes: number;
}

/** A rule, and who or what it counts for: an address, a network, a person. The subject is kept as a keyed hash only. */
export interface Use {
  readonly rule: RateRule;
  readonly subject: string;
  /** What it counts for instead, all of it, when this is full: `shared-target.ts`. */
  readonly orElse?: readonly Use[];
}

/** A window is counted in this many slots; more slots make the wait after a burst shorter and cost a read each. */
const slotsPerWindow = 3;

/**
 * Counts one act of a subject, and throws `limit-reached` when it is one too many, with `details.retryAt`: the instant from
 * which it is not, if nobody counts meanwhile. For acts that count also when they come to nothing, such as a wrong code.
 *
 * A window that slides: any stretch of `minutes` lies within the slot of now and the `slotsPerWindow` before it, so the
 * room in the slot of now is `max` less what those counted. That slot's own counter is exact, also in a rush.
 */
export async function assertWithin(deps: Deps, rule: RateRule, subject: string): Promise<void> {
  await take(deps, { rule, subject });
}

/**
 * Does something that counts for all these uses, and gives each count back when it is refused, or when what came of it
 * `countsNot`: what did not happen uses up nobody's budget. @throws DomainError `limit-reached` with `details.retryAt`; whatever `work` throws.
 */
export async function withinLimits<T>(
  deps: Deps,
  uses: readonly Use[],
  work: () => Promise<T>,
  countsNot: (outcome: T) => boolean = () => false,
): Promise<T> {
  const taken: string[] = [];
  const giveBack = () => Promise.all(taken.map((key) => deps.store.countBack(key)));
  try {
    await takeAll(deps, uses, taken);
    const outcome = await work();
    if (countsNot(outcome)) await giveBack();
    return outcome;
  } catch (error) {
    // Of a fault we do not know whether it happened; then it counts.
    if (error instanceof DomainError) await giveBack();
    throw error;
  }
}

/** Counts all of them; who is refused is told when none of them refuses any more. */
async function takeAll(deps: Deps, uses: readonly Use[], taken: string[]): Promise<void> {
  try {
    for (const use of uses) await takeEither(deps, use, taken);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "limit-reached")) throw error;
    const until = (await Promise.all(uses.map((use) => fullUntil(deps, use)))).filter((at) => at !== undefined);
    const retryAt = [String(error.details["retryAt"]), ...until].toSorted().at(-1) ?? "";
    throw new DomainError("limit-reached", error.message, { details: { ...error.details, retryAt } });
  }
}

/** From when there is room for a use, or for what it counts for instead; undefined when there is now. */
async function fullUntil(deps: Deps, use: Use): Promise<string | undefined> {
  const { now, earlier, slot, slotMs } = await countsOf(deps, use);
  if (use.rule.max > sum([now, ...earlier])) return undefined;
  const own = new Date((slot + slotsUntilRoom([now, ...earlier], use.rule.max)) * slotMs).toISOString();
  if (use.orElse === undefined) return own;
  const others = await Promise.all(use.orElse.map((other) => fullUntil(deps, other)));
  const instead = others
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
  return instead === undefined || instead < own ? instead : own;
}

/** How often a use was counted: in the slot of now, and in those before it, newest first. */
async function countsOf(deps: Deps, { rule, subject }: Use) {
  const slotMs = (rule.minutes * 60_000) / slotsPerWindow;
  const slot = Math.floor(deps.clock.now().getTime() / slotMs);
  const subjectHash = deps.digest.keyed(`limit:${rule.name}:${subject}`);
  const keyOf = (of: number) => `${rule.name}:${subjectHash}:${of}`;
  const countOf = async (of: number) => (await deps.store.get("rate-limit", { key: keyOf(of) }))?.count ?? 0;
  const backs = Array.from({ length: slotsPerWindow + 1 }, (_, back) => countOf(slot - back));
  const [now = 0, ...earlier] = await Promise.all(backs);
  return { now, earlier, slot, slotMs, key: keyOf(slot) };
}

/** Counts one use, or what it counts for instead, and adds the keys it was counted under, also when it throws. */
async function takeEither(deps: Deps, use: Use, taken: string[]): Promise<void> {
  try {
    taken.push(await take(deps, use));
  } catch (error) {
    const isFull = error instanceof DomainError && error.code === "limit-reached";
    if (!isFull || use.orElse === undefined) throw error;
    for (const other of use.orElse) await takeEither(deps, other, taken);
  }
}

/** Counts one use and gives the key it was counted under. */
async function take(deps: Deps, use: Use): Promise<string> {
  const { max, minutes } = use.rule;
  const { earlier, slot, slotMs, key } = await countsOf(deps, use);
  const room = max - sum(earlier);
  const expiresAt = new Date((slot + slotsPerWindow + 1) * slotMs);
  if (room > 0 && (await deps.store.countWithin(key, room, expiresAt))) return key;
  // What others counted meanwhile is in it too.
  const counts = await countsOf(deps, use);
  const wait = slotsUntilRoom([counts.now, ...counts.earlier], max);
  throw new DomainError("limit-reached", `At most ${max} in ${minutes} minutes.`, {
    details: { max, minutes, retryAt: new Date((slot + wait) * slotMs).toISOString() },
  });
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** How many slots from now there is room again. `counts` are of the slot of now and of those before it, newest first. */
function slotsUntilRoom(counts: readonly number[], max: number): number {
  for (let wait = 1; wait <= slotsPerWindow; wait++)
    if (sum(counts.slice(0, slotsPerWindow + 1 - wait)) < max) return wait;
  return slotsPerWindow + 1;
}
