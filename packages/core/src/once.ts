import { untilFresh } from "./change.ts";
import { DomainError } from "./errors.ts";
import { limits } from "./limits.ts";
import type { Actor, Deps } from "./ports.ts";
import { type Use, withinLimits } from "./sign-in/within-limit.ts";
import type { Change } from "./store.ts";

/** What an act will write, and what it then answers. */
export interface Act<T> {
  readonly changes: readonly Change[];
  readonly result: T;
}

/** Input of an act that may arrive twice: a ULID made by who asks, kept over retries. Without one each request is its own. */
export interface Keyed {
  readonly idempotencyKey?: string | undefined;
}

/** Which request this is. `request` is everything that makes it this one: the verb, who asks, and what is asked. */
export interface Asked {
  readonly key: string | undefined;
  readonly request: Readonly<Record<string, unknown>>;
  /** Money is remembered for ever; all else for `limits.idempotencyHours` (reference: money 1.5). */
  readonly remembered: "for-ever" | "for-a-while";
  /**
   * What one request counts for, whatever number of tries it takes; given back when it is refused, and not counted for a
   * repeat. It may refuse what can be refused before anything is counted.
   */
  readonly uses?: () => Promise<readonly Use[]>;
}

/** Who asks, as a part of which request it is. */
export const askedBy = (actor: Actor): string => (actor.kind === "visitor" ? "visitor" : actor.personId);

/**
 * The one way in which an act with a key is done: reads, decides, writes, and answers a repeat with the first answer.
 * `act` reads and decides, again while somebody else was first. Whatever it is refused for, a twin with the same key may
 * have been done meanwhile, and have caused that very refusal: so the key is looked up once more before saying no.
 * @throws DomainError what `act` and its guards refuse; `idempotency-mismatch` when the key came with another request.
 */
export async function once<T>(deps: Deps, asked: Asked, act: () => Promise<Act<T>>): Promise<T> {
  const { key, uses } = asked;
  const counted = async (work: () => Promise<Done<T>>) =>
    (uses === undefined ? await work() : await withinLimits(deps, await uses(), work, ({ isRepeat }) => isRepeat)).is;
  if (key === undefined) return counted(() => untilFresh(() => plainly(deps, act)));
  try {
    if (uses !== undefined) {
      const earlier = await deps.store.replay<Kept<T>>(key, asked.request);
      if (earlier !== undefined) return earlier.is;
    }
    return await counted(() => untilFresh(() => withKey(deps, { ...asked, key }, act)));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // A twin that took the last of a budget may still be at work: who is refused for that looks a few times.
    const looks = error.code === "limit-reached" ? limits.looksForTwin : 1;
    for (let look = 0; look < looks; look++) {
      const first = await deps.store.replay<Kept<T>>(key, asked.request);
      if (first !== undefined) return first.is;
    }
    throw error;
  }
}

/** What was answered, and whether this request did it or a twin of it; a repeat counts for nobody. */
interface Done<T> extends Kept<T> {
  readonly isRepeat: boolean;
}

/** The answer as it is kept: in a box, so that an act that answers nothing is recognised too. */
interface Kept<T> {
  readonly is: T;
}

async function plainly<T>(deps: Deps, act: () => Promise<Act<T>>): Promise<Done<T>> {
  const { changes, result } = await act();
  if (changes.length > 0) await deps.store.commit(changes);
  return { is: result, isRepeat: false };
}

async function withKey<T>(deps: Deps, asked: Asked & { key: string }, act: () => Promise<Act<T>>): Promise<Done<T>> {
  const { key, request, remembered } = asked;
  // In the same breath, so that looking up the key costs no reading of its own.
  const [earlier, tried] = await Promise.all([deps.store.replay<Kept<T>>(key, request), outcomeOf(act())]);
  if (earlier !== undefined) return { is: earlier.is, isRepeat: true };
  if ("refusal" in tried) throw tried.refusal;
  const { changes, result } = tried.act;
  const own: Kept<T> = { is: result };
  const kept = await deps.store.commitOnce<Kept<T>>(changes, {
    key,
    request,
    result: own,
    ...(remembered === "for-ever" ? {} : { expiresAt: expiry(deps) }),
  });
  return { is: kept.is, isRepeat: kept !== own };
}

const expiry = ({ clock }: Deps) => new Date(clock.now().getTime() + limits.idempotencyHours * 3_600_000).toISOString();

function outcomeOf<T>(act: Promise<Act<T>>): Promise<{ act: Act<T> } | { refusal: unknown }> {
  return act.then(
    (done) => ({ act: done }),
    (refusal: unknown) => ({ refusal }),
  );
}
