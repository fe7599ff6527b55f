import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";

/** At most `max` in any `minutes`, whenever one begins to count. */
export interface RateRule {
  readonly name: string;
  readonly max: number;
  readonly minutes: number;
}

/** A window is counted in this many slots; more slots make the wait after a burst shorter and cost a read each. */
const slotsPerWindow = 3;

/**
 * Counts one act of a subject (an address, an IP prefix, a person), and throws `limit-reached` when it is one too many.
 * The subject is kept as a keyed hash only.
 *
 * A window that slides: any stretch of `minutes` lies within the slot of now and the `slotsPerWindow` before it, so the
 * room in the slot of now is `max` less what those counted. That slot's own counter is exact, also in a rush.
 */
export async function assertWithin(deps: Deps, rule: RateRule, subject: string): Promise<void> {
  const slotMs = (rule.minutes * 60_000) / slotsPerWindow;
  const slot = Math.floor(deps.clock.now().getTime() / slotMs);
  const subjectHash = deps.digest.keyed(`limit:${rule.name}:${subject}`);
  const keyOf = (of: number) => `${rule.name}:${subjectHash}:${of}`;
  const earlier = await Promise.all(
    Array.from({ length: slotsPerWindow }, (_, back) => deps.store.get("rate-limit", { key: keyOf(slot - back - 1) })),
  );
  const room = rule.max - earlier.reduce((sum, counter) => sum + (counter?.count ?? 0), 0);
  const expiresAt = new Date((slot + slotsPerWindow + 1) * slotMs);
  if (room > 0 && (await deps.store.countWithin(keyOf(slot), room, expiresAt))) return;
  throw new DomainError("limit-reached", `At most ${rule.max} in ${rule.minutes} minutes.`, {
    details: { max: rule.max, minutes: rule.minutes },
  });
}
