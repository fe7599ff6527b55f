import { invited, outcomeOf, register, resident, visitor } from "@hevel/testing/board-world";
import { createTestDeps, type TestClock } from "@hevel/testing/deps";
import { beforeEach, expect, test } from "vitest";
import {
  acceptInvitation,
  type Deps,
  declineInvitation,
  findEnterprise,
  type LetterPayload,
  limits,
  readInvitation,
} from "../index.ts";

let deps: Deps;
let clock: TestClock;
let key: Parameters<typeof readInvitation>[2];
let accept: Parameters<typeof acceptInvitation>[2];

beforeEach(async () => {
  ({ deps, clock } = await createTestDeps());
  const { founder, board } = await register(deps);
  ({ input: accept } = await invited(deps, founder, board, "thijs@example.org", "treasurer"));
  const { enterpriseId, memberId, secret } = accept;
  key = { enterpriseId, memberId, ...(secret === undefined ? {} : { secret }) };
});

const declined = async () =>
  (await deps.store.listAll("letters-waiting", {})).filter(({ kind }) => kind === "invitation-declined");

test("the invited reads who asks, for what and until when, with the letter or signed in", async () => {
  const says = { enterprise: "De Buurtschuur", isVerified: false, inviter: "Femke", name: "Thijs", role: "treasurer" };
  expect(await readInvitation(deps, visitor, key)).toMatchObject(says);
  const { secret: _letter, ...signedIn } = key;
  expect(await readInvitation(deps, await resident(deps, "thijs@example.org"), signedIn)).toMatchObject(says);
});

test("nobody else reads it or declines it", async () => {
  const other = await resident(deps, "ander@example.org");
  for (const verb of [readInvitation, declineInvitation]) {
    const run = (actor: typeof visitor, input: typeof key) => outcomeOf(() => verb(deps, actor, input));
    expect(await run(visitor, { ...key, secret: "x".repeat(43) })).toBe("code-wrong wrong");
    expect(await run(visitor, { ...key, secret: "x" })).toBe("invalid secret:code");
    expect(await run(other, key)).toBe("forbidden");
    expect(await run(visitor, { enterpriseId: key.enterpriseId, memberId: key.memberId })).toBe("unauthenticated");
  }
  expect(await declined()).toEqual([]);
});

test("after a no it is gone, the inviter alone is told, and a second no finds nothing", async () => {
  await declineInvitation(deps, visitor, key);
  const { members } = await findEnterprise(deps, key.enterpriseId);
  expect(members.map(({ name }) => name)).toEqual(["Femke"]);
  const told = await declined();
  expect(told.map(({ to }) => to)).toEqual(["founder@example.org"]);
  expect(told[0]?.payload as LetterPayload<"invitation-declined">).toMatchObject({ name: "Thijs", role: "treasurer" });
  expect(await outcomeOf(() => declineInvitation(deps, visitor, key))).toBe("not-found");
  expect(await outcomeOf(() => acceptInvitation(deps, visitor, accept))).toBe("not-found");
});

test("yes and no at the same moment: one of them", async () => {
  const outcomes = await Promise.all([
    outcomeOf(() => acceptInvitation(deps, visitor, accept)),
    outcomeOf(() => declineInvitation(deps, visitor, key)),
  ]);
  expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
});

test("over time there is nothing to read", async () => {
  clock.advance({ days: limits.invitationDays + 1 });
  expect(await outcomeOf(() => readInvitation(deps, visitor, key))).toBe("code-wrong expired");
});

test("after a yes it says that it was used", async () => {
  await acceptInvitation(deps, visitor, accept);
  expect(await outcomeOf(() => readInvitation(deps, visitor, key))).toBe("wrong-state");
});
