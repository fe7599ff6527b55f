import { officer, outcomeOf, register, resident, visitor } from "@hevel/testing/board-world";
import { createTestDeps, type TestClock } from "@hevel/testing/deps";
import { beforeEach, describe, expect, test } from "vitest";
import { addDays, dateIn, endOfDay } from "../calendar.ts";
import {
  addressHash,
  confirmFollow,
  type Deps,
  type FollowId,
  type FollowSubject,
  type LetterPayload,
  limits,
  startFollow,
  stopFollow,
  unsubscribe,
  unsubscribePaths,
  verifyEnterprise,
} from "../index.ts";

const caller = { ip: "192.0.2.1" };
const email = "buur@example.org";
let deps: Deps;
let clock: TestClock;
let subject: FollowSubject;
beforeEach(async () => {
  ({ deps, clock } = await createTestDeps());
  const [district] = deps.municipality.districts;
  if (district !== undefined) subject = { kind: "district", id: district.code };
});

const followers = () => deps.store.listAll("followers-of-subject", { kind: subject.kind, subjectId: subject.id });

/** The id and secret of the newest confirmation letter. */
async function letter() {
  const letters = await deps.store.listAll("letters-waiting", {});
  const newest = letters.findLast(({ kind }) => kind === "follow-confirm");
  const { path } = (newest?.payload ?? {}) as LetterPayload<"follow-confirm">;
  const [followId = "", secret = ""] = (path.split("#")[1] ?? "").split(".");
  return { followId: followId as FollowId, secret };
}

describe("an address that nobody is signed in with", () => {
  test("follows after the letter's secret came back; pressing twice is once", async () => {
    expect(await startFollow(deps, visitor, { subject, email }, caller)).toEqual({
      status: "letter-sent",
      name: "Noord",
    });
    expect(await followers()).toMatchObject([{ status: "awaiting-confirmation" }]);
    const proof = await letter();
    const confirmed = await confirmFollow(deps, visitor, proof);
    expect(confirmed).toEqual({ id: proof.followId, subject, name: "Noord" });
    expect(await confirmFollow(deps, visitor, proof)).toEqual(confirmed);
    expect(await followers()).toMatchObject([{ status: "confirmed", email }]);
    expect((await followers())[0]).not.toHaveProperty("expiresAt");
  });

  test("is not confirmed by another secret, nor once the last day of the week is over", async () => {
    await startFollow(deps, visitor, { subject, email }, caller);
    const { followId, secret } = await letter();
    const confirm = (tried: string) => outcomeOf(async () => confirmFollow(deps, visitor, { followId, secret: tried }));
    expect(await confirm("x".repeat(43))).toBe("code-wrong wrong");
    const end = Date.parse(endOfDay(addDays(dateIn(deps.clock.now()), 7)));
    clock.advance({ minutes: Math.ceil((end - deps.clock.now().getTime()) / 60_000) });
    expect(await confirm(secret)).toBe("code-wrong expired");
    clock.advance({ minutes: -1 });
    expect(await confirm(secret)).toBe("ok");
  });

  test("gets the same answer and the same letter when it follows already, and stays confirmed", async () => {
    const first = await startFollow(deps, visitor, { subject, email }, caller);
    await confirmFollow(deps, visitor, await letter());
    expect(await startFollow(deps, visitor, { subject, email: "Buur@Example.org" }, caller)).toEqual(first);
    expect(await deps.store.listAll("letters-waiting", {})).toHaveLength(2);
    expect(await followers()).toMatchObject([{ status: "confirmed" }]);
    expect(await outcomeOf(async () => confirmFollow(deps, visitor, await letter()))).toBe("ok");
  });

  test("follows once, also when asked five times at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => startFollow(deps, visitor, { subject, email }, caller)));
    expect(await followers()).toHaveLength(1);
  });

  test("gets no more letters from strangers than a mailbox takes, from wherever they are asked", async () => {
    const outcomes: string[] = [];
    for (let times = 0; times <= limits.lettersFromStrangersMax; times++)
      outcomes.push(await outcomeOf(() => startFollow(deps, visitor, { subject, email }, { ip: `10.0.${times}.1` })));
    expect(outcomes.indexOf("limit-reached")).toBe(limits.lettersFromStrangersMax);
  });

  test("must be there", async () => {
    expect(await outcomeOf(() => startFollow(deps, visitor, { subject }, caller))).toBe("invalid email:required");
  });
});

describe("one's own address", () => {
  test("follows at once, without a letter", async () => {
    const me = await resident(deps, email);
    expect(await startFollow(deps, me, { subject }, caller)).toEqual({ status: "following", name: "Noord" });
    expect(await deps.store.listAll("letters-waiting", {})).toEqual([]);
    expect(await followers()).toMatchObject([{ status: "confirmed" }]);
  });

  test("stops following its own, and nobody else's", async () => {
    const me = await resident(deps, email);
    await startFollow(deps, me, { subject }, caller);
    const [follow] = await deps.store.listAll("follows-of-address", { emailHash: addressHash(deps.digest, email) });
    const followId = follow?.id as FollowId;
    const other = await resident(deps, "other@example.org");
    expect(await outcomeOf(() => stopFollow(deps, other, { followId }))).toBe("not-found");
    expect(await outcomeOf(() => stopFollow(deps, visitor, { followId }))).toBe("unauthenticated");
    expect(await outcomeOf(() => stopFollow(deps, me, { followId }))).toBe("ok");
    expect(await followers()).toEqual([]);
  });

  test("of somebody else still needs their letter", async () => {
    const me = await resident(deps, "me@example.org");
    expect(await startFollow(deps, me, { subject, email }, caller)).toMatchObject({ status: "letter-sent" });
  });
});

describe("the way out in every letter", () => {
  test("works at once, twice, without signing in, and only with its own secret", async () => {
    await startFollow(deps, await resident(deps, email), { subject }, caller);
    const followId = (await followers())[0]?.id as FollowId;
    const { unsubscribePath, unsubscribePagePath } = unsubscribePaths(deps.digest, followId);
    const secret = unsubscribePath.split("/").at(-1) ?? "";
    expect(unsubscribePagePath).toBe(`/afmelden#${followId}.${secret}`);
    const stop = (tried: string) => outcomeOf(() => unsubscribe(deps, visitor, { followId, secret: tried }));
    expect(await stop(secret.replace(/^./, (first) => (first === "0" ? "1" : "0")))).toBe("not-found");
    expect(await followers()).toHaveLength(1);
    expect([await stop(secret), await stop(secret)]).toEqual(["ok", "ok"]);
    expect(await followers()).toEqual([]);
  });
});

describe("what cannot be followed", () => {
  test("does not exist here: another district, a draft, an enterprise that was not checked or was refused", async () => {
    const { board, enterpriseId, founder } = await register(deps);
    const proposalId = deps.ids.next("prp");
    const now = clock.now().toISOString();
    const draft = { id: proposalId, enterpriseId, status: "draft", draft: {}, version: 0, createdAt: now } as const;
    const record = { ...draft, createdBy: founder.personId, statusSince: now, revision: 0 };
    await deps.store.commit([{ put: "proposal", record }]);
    const follow = (what: FollowSubject) =>
      outcomeOf(() => startFollow(deps, visitor, { subject: what, email }, caller));
    expect(await follow({ kind: "enterprise", id: enterpriseId })).toBe("not-found");
    const judge = { enterpriseId, revision: board.revision };
    await verifyEnterprise(deps, await officer(deps), { ...judge, outcome: "verify" });
    expect(await follow({ kind: "enterprise", id: enterpriseId })).toBe("ok");
    expect(await follow({ kind: "proposal", id: proposalId })).toBe("not-found");
    const verified = await deps.store.get("enterprise", { id: enterpriseId });
    if (verified === undefined) throw new Error("it is kept");
    await deps.store.commit([{ replace: "enterprise", record: { ...verified, status: "refused" }, when: [] }]);
    expect(await follow({ kind: "enterprise", id: enterpriseId })).toBe("not-found");
    expect(await follow({ kind: "proposal", id: proposalId })).toBe("not-found");
    expect(await follow({ kind: "proposal", id: deps.ids.next("prp") })).toBe("not-found");
    expect(await follow({ kind: "district", id: "WK123456" } as FollowSubject)).toBe("not-found");
  });
});
