import { untilFresh } from "../change.ts";
import { eachDistrict } from "../district/districts.ts";
import { DomainError, invariant } from "../errors.ts";
import type { Follow, FollowSubject } from "../follow/follow.ts";
import { unsubscribePaths } from "../follow/follow-id.ts";
import { LetterId } from "../ids.ts";
import type { FanOut, Letter } from "../letter/letter.ts";
import { composeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { isPublic, publicIdentity } from "../visibility/visibility.ts";
import type { Update } from "./update.ts";

/** Letters in one transaction: with the longest update it stays far under DynamoDB's 4 MB. */
const lettersPerCommit = 50;

/**
 * Writes the letter about an update to every confirmed follower of its proposal, enterprise and district: one to each
 * address, whatever it follows; to nobody when the enterprise is not public any more. May be done again, by two at once or after half of it was done: a letter's id is made
 * from update and address, so nobody gets a second. Returns how many letters were written now.
 */
export async function fanOut(deps: Deps, { id, proposalId }: Pick<FanOut, "id" | "proposalId">): Promise<number> {
  const [record, update] = await Promise.all([
    deps.store.get("fan-out", { id }),
    deps.store.get("update", { id, proposalId }),
  ]);
  if (record === undefined || record.doneAt !== undefined) return 0;
  invariant(update !== undefined, `fan-out ${id} has an update`);
  const letters = await lettersOf(deps, update);
  let written = 0;
  for (let from = 0; from < letters.length; from += lettersPerCommit)
    written += await writeMissing(deps, letters.slice(from, from + lettersPerCommit));
  await finish(deps, record);
  return written;
}

async function lettersOf(deps: Deps, update: Update): Promise<readonly Letter[]> {
  const enterprise = await deps.store.get("enterprise", { id: update.enterpriseId });
  invariant(enterprise !== undefined, `update ${update.id} has an enterprise`);
  if (!isPublic(enterprise) || update.hidden !== undefined || update.isHidden) return [];
  const proposal = await deps.store.get("proposal", { id: update.proposalId });
  const content = {
    title: proposal?.plan?.title ?? update.title,
    enterprise: publicIdentity(enterprise).name,
    path: sitePaths.proposal(update.proposalId),
    headline: update.title,
    body: update.body,
  };
  return (await followersOf(deps, update)).map(({ id, email, emailHash }) =>
    composeLetter(
      deps,
      "update",
      email,
      { ...content, followId: id, updateId: update.id, ...unsubscribePaths(deps.digest, id) },
      { id: letterIdOf(deps, update, emailHash), createdAt: update.postedAt },
    ),
  );
}

/** Confirmed followers, one per address: who follows nearer (the proposal before the district) unsubscribes from that. */
async function followersOf(deps: Deps, update: Update): Promise<readonly Follow[]> {
  const subjects: readonly FollowSubject[] = [
    { kind: "proposal", id: update.proposalId },
    { kind: "enterprise", id: update.enterpriseId },
    ...eachDistrict(deps.municipality, update.districts).map((id) => ({ kind: "district", id }) as const),
  ];
  const byAddress = new Map<string, Follow>();
  for (const { kind, id: subjectId } of subjects) {
    const follows = await deps.store.listAll("followers-of-subject", { kind, subjectId });
    for (const follow of follows)
      if (follow.status === "confirmed" && !byAddress.has(follow.emailHash)) byAddress.set(follow.emailHash, follow);
  }
  return [...byAddress.values()];
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Characters of a ULID that tell the time, and those that are random: sixteen of five bits. */
const timeLength = 10;
const randomLength = 16;

/** The id of the one letter about this update to this address: the update's own time, then made from both. */
function letterIdOf(deps: Deps, update: Update, emailHash: string): LetterId {
  let bits = BigInt(`0x${deps.digest.keyed(`update-letter:${update.id}:${emailHash}`)}`);
  let random = "";
  for (let index = 0; index < randomLength; index++) {
    random += alphabet[Number(bits & 31n)];
    bits >>= 5n;
  }
  const [, ulid = ""] = update.id.split("_");
  return LetterId.parse(`ltr_${ulid.slice(0, timeLength)}${random}`);
}

/** Writes those letters that are not there yet; when another worker writes them too, it looks again. */
function writeMissing(deps: Deps, letters: readonly Letter[]): Promise<number> {
  return untilFresh(async () => {
    const known = await deps.store.snapshot(
      letters.map(({ id, createdAt }) => ({ kind: "letter" as const, ref: { id, createdAt } })),
    );
    const missing = letters.filter((_, index) => known[index] === undefined);
    if (missing.length > 0)
      await deps.store.commit(missing.map((record) => ({ put: "letter", record, refusal: "stale" }) as const));
    return missing.length;
  });
}

async function finish(deps: Deps, record: FanOut): Promise<void> {
  const doneAt = deps.clock.now().toISOString();
  const when = [{ field: "doneAt", is: "absent", refusal: "conflict" }] as const;
  try {
    await deps.store.commit([{ replace: "fan-out", record: { ...record, doneAt }, when }]);
  } catch (error) {
    // Another worker did the same and was first.
    if (!(error instanceof DomainError && error.code === "conflict")) throw error;
  }
}

/** Whether nobody began with a fan-out when it was written. */
export function isLeftBehind({ createdAt }: Pick<FanOut, "createdAt">, now: Date): boolean {
  return Date.parse(createdAt) + limits.letterLeftBehindMinutes * 60_000 <= now.getTime();
}
