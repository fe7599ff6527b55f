import { unlessRefused, untilFresh } from "../change.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import { forgottenLetters, isKnownLetter, type Letter, secretPathLetters } from "./letter.ts";
import { isStillWanted } from "./still-wanted.ts";

/** Hands a letter to the mail system; throws when that did not take it. */
export type Post = (letter: Letter) => Promise<unknown>;

/**
 * What came of one try: `sent`; `waits` for a later try; `failed`: the last try, too late to be of use, or of a kind this
 * version does not know; `unwanted`: its reader stopped following, or what it tells is not public any more; `elsewhere`:
 * somebody else has it, or it was dealt with before.
 */
export type Delivery =
  | { readonly outcome: "sent" | "unwanted" | "elsewhere" }
  | { readonly outcome: "waits"; readonly why: unknown }
  | { readonly outcome: "failed"; readonly why: unknown };

/** Longer than a function that sends may run: then the try was lost, and another may begin. */
const leaseMinutes = 3;
/** Pauses after a failed try, in minutes; the last one is used for all that follow. */
const pauses = [1, 5, 15, 60, 240, 720, 1_440];

/**
 * Sends one letter that waits. A worker first claims it with a condition on its number of tries, so that of two who have
 * it at once only one sends. Who sends and then stops before that is written leaves a letter that is sent again when its
 * lease is over: at least once, never lost, seldom twice (reference: money 2.5).
 * @throws what the store throws; the letter then waits for its next try.
 */
export async function deliverLetter(deps: Deps, post: Post, letter: Letter): Promise<Delivery> {
  const now = deps.clock.now();
  const claimed: Letter = { ...letter, attempts: letter.attempts + 1, nextTryAt: later(now, leaseMinutes) };
  const { attempts, nextTryAt } = claimed;
  if (!(await isDone(deps, letter, { attempts, nextTryAt }))) return { outcome: "elsewhere" };
  const useless = isTooLate(claimed, now)
    ? new LetterTooLate()
    : isKnownLetter(claimed)
      ? undefined
      : new LetterUnknown();
  if (useless !== undefined) {
    await conclude(deps, claimed, { status: "failed" });
    return { outcome: "failed", why: useless };
  }
  if (!(await isStillWanted(deps, claimed))) {
    await conclude(deps, claimed, { status: "unwanted", payload: {} });
    return { outcome: "unwanted" };
  }
  try {
    await post(claimed);
  } catch (why) {
    if (attempts >= limits.letterTriesMax) {
      await conclude(deps, claimed, { status: "failed" });
      return { outcome: "failed", why };
    }
    const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? 0;
    await isDone(deps, claimed, { nextTryAt: later(deps.clock.now(), pause) });
    return { outcome: "waits", why };
  }
  const payload = afterSending(letter);
  await conclude(deps, claimed, { status: "sent", sentAt: deps.clock.now().toISOString(), payload });
  return { outcome: "sent" };
}

/** Whether a letter that waits may be tried now: its pause is over, or nobody picked it up when it was written. */
export function isDue({ nextTryAt, createdAt }: Letter, now: Date): boolean {
  return (nextTryAt ?? later(new Date(createdAt), limits.letterLeftBehindMinutes)) <= now.toISOString();
}

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000).toISOString();

/** A code that is over time helps nobody; its owner has asked for another long since. */
function isTooLate({ kind, createdAt }: Letter, now: Date): boolean {
  return kind === "sign-in" && later(new Date(createdAt), limits.signInMinutes) <= now.toISOString();
}

/** What is kept of the content: of a letter with a secret nothing, or all but the secret where it is proof. */
function afterSending({ kind, payload }: Letter): Letter["payload"] {
  if (forgottenLetters.includes(kind)) return {};
  return secretPathLetters.includes(kind) ? { ...payload, path: String(payload["path"]).split("#")[0] } : payload;
}

/** By these names the log says why a letter was given up. */
class LetterTooLate extends Error {
  override readonly name = "LetterTooLate";
}
/** Written by another version: nothing here has words for it. Somebody has to look, and tell its reader. */
class LetterUnknown extends Error {
  override readonly name = "LetterUnknown";
}

/** What the database says when another worker has the letter. */
const taken = ["conflict", "not-found"] as const;

const stillWaits = ({ attempts }: Letter) =>
  [
    { field: "status", is: "equal", value: "waiting", refusal: "conflict" },
    { field: "attempts", is: "equal", value: attempts, refusal: "conflict" },
  ] as const;

/** Changes the try of a letter that still waits as it was read; false when somebody else was first. */
async function isDone(deps: Deps, letter: Letter, set: Partial<Letter>): Promise<boolean> {
  const { id, createdAt } = letter;
  return unlessRefused(
    deps.store.commit([{ patch: "letter", ref: { id, createdAt }, set, when: stillWaits(letter) }]),
    ...taken,
  );
}

/**
 * Ends the life of a letter. When another worker took it over meanwhile, what that one writes counts; what the mail system
 * reported meanwhile (it may be faster than we are) stays on it.
 */
async function conclude(deps: Deps, letter: Letter, changed: Partial<Letter>): Promise<void> {
  const { id, createdAt } = letter;
  await untilFresh(async () => {
    const { nextTryAt: _over, ...rest } = letter;
    const undelivered = (await deps.store.get("letter", { id, createdAt }))?.undelivered;
    const report = undelivered === undefined ? {} : { undelivered };
    const unreported = [{ field: "undelivered", is: "absent", refusal: "stale" }] as const;
    const when = [...stillWaits(letter), ...(undelivered === undefined ? unreported : [])];
    const record: Letter = { ...rest, ...changed, ...report };
    await unlessRefused(deps.store.commit([{ replace: "letter", record, when }]), ...taken);
  });
}
