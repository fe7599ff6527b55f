import { caller, register } from "@hevel/testing/board-world";
import { createTestDeps, type TestDeps } from "@hevel/testing/deps";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Deps,
  DomainError,
  inviteMember,
  type LetterPayload,
  limits,
  makeKnownBrowser,
  requestSignIn,
  signInResident,
  startFollow,
} from "../index.ts";

const visitor = { kind: "visitor" } as const;
const browser = "b".repeat(43);
const victim = "slachtoffer@example.org";
const home = "198.51.100.7";

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof DomainError ? error : undefined),
  );

const ask = (deps: Deps, ip: string, knownBrowser?: string, email = victim) =>
  requestSignIn(deps, visitor, { email }, { ip, browser, knownBrowser });

/** The victim signs in at home, by the newest letter. */
async function signInAtHome({ deps }: TestDeps): Promise<void> {
  const { signInId } = await ask(deps, home);
  const letters = await deps.store.listAll("letters-waiting", {});
  const letter = letters.findLast(({ kind }) => kind === "sign-in");
  const { code } = (letter?.payload ?? {}) as LetterPayload<"sign-in">;
  await signInResident(deps, visitor, { signInId, code }, browser, home);
}

/** Strangers ask for letters from many more networks than the mailbox takes letters. */
async function flood(deps: Deps): Promise<number> {
  let sent = 0;
  for (let index = 0; index < 4 * limits.lettersFromStrangersMax; index++) {
    if ((await codeOf(ask(deps, `203.0.${index}.1`))) === "ok") sent++;
  }
  return sent;
}

describe("many networks at once", () => {
  test("do not fill one mailbox, and never stop who sits in front of it", async () => {
    const test = await createTestDeps();
    const { deps, clock } = test;
    await signInAtHome(test);
    const known = makeKnownBrowser(deps, victim);
    clock.advance({ days: 2 });
    expect(await flood(deps)).toBe(limits.lettersFromStrangersMax);
    // From the network of the last sign-in without a cookie, and with the cookie from anywhere.
    expect(await codeOf(ask(deps, "198.51.100.99"))).toBe("ok");
    expect(await codeOf(ask(deps, "203.0.5.9", known))).toBe("ok");
    // A cookie somebody made up, and one that was left for another address, are a stranger's.
    expect(await codeOf(ask(deps, "203.0.5.9", `${"x".repeat(43)}.${"0".repeat(64)}`))).toBe("limit-reached");
    expect(await codeOf(ask(deps, "203.0.5.9", makeKnownBrowser(deps, "ander@example.org")))).toBe("limit-reached");
  });

  test("send at most twenty letters a day together, also spread over the day", async () => {
    const { deps, clock } = await createTestDeps();
    let sent = 0;
    for (let index = 0; index < 24 * 4; index++) {
      if ((await codeOf(ask(deps, `203.0.${index}.1`))) === "ok") sent++;
      clock.advance({ minutes: 14 });
    }
    expect(sent).toBe(limits.lettersFromStrangersDayMax);
  });
});

test("a known browser has a budget of its own, that somebody in the same network cannot use up", async () => {
  const test = await createTestDeps();
  const { deps, clock } = test;
  await signInAtHome(test);
  clock.advance({ days: 2 });
  const known = makeKnownBrowser(deps, victim);
  const neighbour = async () => codeOf(ask(deps, "198.51.100.8"));
  expect([await neighbour(), await neighbour(), await neighbour(), await neighbour()]).toEqual([
    ..."ok ok ok".split(" "),
    "limit-reached",
  ]);
  const own = async () => codeOf(ask(deps, home, known));
  expect([await own(), await own(), await own(), await own()]).toEqual([..."ok ok ok".split(" "), "limit-reached"]);
});

test("a full network does not stop who is known there", async () => {
  const test = await createTestDeps();
  const { deps } = test;
  await signInAtHome(test);
  for (let index = 0; index < limits.signInsPerPrefixMax; index++)
    await codeOf(ask(deps, home, undefined, `a${index}@example.org`));
  expect(await codeOf(ask(deps, home, undefined, "nieuw@example.org"))).toBe("limit-reached");
  expect(await codeOf(ask(deps, home))).toBe("ok");
});

test("follows stop no invitation and no sign-in, and the other way round", async () => {
  const { deps } = await createTestDeps();
  const { founder, board } = await register(deps);
  const [district] = deps.municipality.districts;
  const subject = { kind: "district" as const, id: district?.code ?? ("" as never) };
  const follow = (ip: string) => codeOf(startFollow(deps, visitor, { subject, email: victim }, { ip }));
  for (let index = 0; index < 30; index++) await follow(`203.0.${index}.1`);
  expect(await follow("203.0.77.1")).toBe("limit-reached");
  const invitation = { enterpriseId: board.id, name: "S", email: victim, role: "member" as const };
  expect(await codeOf(inviteMember(deps, founder, invitation, caller))).toBe("ok");
  expect(await codeOf(ask(deps, "203.0.113.1"))).toBe("ok");
});

test("what is refused uses up nobody's budget", async () => {
  const { deps } = await createTestDeps();
  const { founder, board } = await register(deps, "treasurer");
  const taken = { enterpriseId: board.id, name: "S", email: victim, role: "treasurer" as const };
  for (let index = 0; index < 2 * limits.lettersPerAddressDayMax; index++)
    expect(await codeOf(inviteMember(deps, founder, taken, caller))).toBe("invalid");
  expect(await codeOf(inviteMember(deps, founder, { ...taken, role: "member" }, caller))).toBe("ok");
  // Refused by the third rule: the first two are given back.
  const network = "203.0.113";
  for (let index = 0; index < limits.signInsPerPrefixMax; index++)
    await codeOf(ask(deps, `${network}.${index}`, undefined, `a${index}@example.org`));
  for (let index = 0; index < 10; index++) expect(await codeOf(ask(deps, `${network}.1`))).toBe("limit-reached");
  expect(await codeOf(ask(deps, "203.0.114.1"))).toBe("ok");
  expect(await codeOf(ask(deps, "203.0.114.1"))).toBe("ok");
});

test("a refusal says when it is possible again, and then it is; a moment before it is not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 6 }), async (waits) => {
      const { deps, clock } = await createTestDeps();
      let refusal: DomainError | undefined;
      for (const wait of waits) {
        clock.advance({ minutes: wait });
        refusal = (await refusalOf(ask(deps, home))) ?? refusal;
      }
      refusal ??= await refusalOf(ask(deps, home));
      if (refusal === undefined) return;
      const retryAt = String(refusal.details["retryAt"]);
      if (Date.parse(retryAt) <= clock.now().getTime()) return;
      clock.set(new Date(Date.parse(retryAt) - 1).toISOString());
      const early = await refusalOf(ask(deps, home));
      expect(early?.details["retryAt"]).toBe(retryAt);
      clock.set(retryAt);
      expect(await codeOf(ask(deps, home))).toBe("ok");
    }),
    // Six in an hour, of which three a quarter: both rules refuse, and the later of the two says when.
    { numRuns: 15, examples: [[[9, 9, 9, 9, 9, 9]], [[8, 8, 8, 8, 8, 8]], [[9, 9, 9, 9, 9, 0]]] },
  );
});

test("wrong codes are counted per network, but not against the browser that asked for the letter", async () => {
  const { deps } = await createTestDeps();
  const guess = (ip: string) =>
    codeOf(signInResident(deps, visitor, { signInId: deps.ids.next("sgn"), code: "123456" }, undefined, ip));
  for (let index = 0; index < limits.wrongCodesPerPrefixMax; index++) expect(await guess(home)).toBe("code-wrong");
  expect(await guess(home)).toBe("limit-reached");
  expect(await guess("203.0.113.1")).toBe("code-wrong");
  const { signInId } = await ask(deps, home);
  const wrong = (ours: string | undefined) =>
    codeOf(signInResident(deps, visitor, { signInId, code: "000000" }, ours, home));
  expect(await wrong(undefined)).toBe("limit-reached");
  expect(await wrong(browser)).toBe("code-wrong");
});
