import {
  caller,
  invited,
  officer,
  outcomeOf,
  register,
  resident,
  visitor,
  withTreasurer,
} from "@hevel/testing/board-world";
import { createTestDeps, type TestClock } from "@hevel/testing/deps";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Actor,
  acceptInvitation,
  type BoardView,
  boardOf,
  type Deps,
  findEnterprise,
  getBoard,
  inviteMember,
  limits,
  moneyObstacles,
  removeMember,
  setNameVisibility,
  verifyEnterprise,
} from "../index.ts";

let deps: Deps;
let clock: TestClock;

/** An enterprise with one founder, checked by an officer. */
async function verified() {
  const { founder, board, enterpriseId } = await register(deps);
  const input = { enterpriseId, outcome: "verify", revision: board.revision } as const;
  return { founder, board: await verifyEnterprise(deps, await officer(deps), input) };
}
beforeEach(async () => {
  ({ deps, clock } = await createTestDeps());
});

describe("an invitation", () => {
  test("accepted with the letter's secret makes a confirmed member and signs them in", async () => {
    const { founder, board } = await register(deps);
    const { input } = await invited(deps, founder, board, "thijs@example.org", "treasurer");
    const { opened, board: full } = await acceptInvitation(deps, visitor, input);
    const thijs = await resident(deps, "thijs@example.org");
    expect(opened?.session).toMatchObject({ kind: "resident", personId: thijs.personId });
    expect(full.members[1]).toMatchObject({ name: "Thijs de Vries", role: "treasurer", status: "confirmed" });
    expect(full.obstacles).toEqual(["not-verified", "no-iban"]);
  });

  test("is accepted without the secret by who is signed in as the invited, and gives no second session", async () => {
    const { founder, board } = await register(deps);
    const { input } = await invited(deps, founder, board, "thijs@example.org", "member");
    const { secret: _, ...without } = input;
    const { opened } = await acceptInvitation(deps, await resident(deps, "thijs@example.org"), without);
    expect(opened).toBeUndefined();
  });

  test("is not for somebody else, with or without the secret", async () => {
    const { founder, board } = await register(deps);
    const { input } = await invited(deps, founder, board, "thijs@example.org", "treasurer");
    const { secret: _, ...without } = input;
    const other = await resident(deps, "other@example.org");
    const accept = (actor: Actor, how: Parameters<typeof acceptInvitation>[2]) =>
      outcomeOf(() => acceptInvitation(deps, actor, how));
    expect(await accept(other, input)).toBe("forbidden");
    expect(await accept(other, without)).toBe("forbidden");
    expect(await accept(founder, input)).toBe("forbidden");
    expect(await accept(visitor, without)).toBe("unauthenticated");
    expect(await accept(visitor, { ...input, secret: "x".repeat(43) })).toBe("code-wrong wrong");
  });

  test("is used once, also when two press at once", async () => {
    const { founder, board } = await register(deps);
    const { input } = await invited(deps, founder, board, "thijs@example.org", "treasurer");
    const accept = () => outcomeOf(() => acceptInvitation(deps, visitor, input));
    expect((await Promise.all([accept(), accept()])).sort()).toEqual(["ok", "wrong-state"]);
    expect(await accept()).toBe("wrong-state");
  });

  test("holds until the day that the letter names is over", async () => {
    const { founder, board } = await register(deps);
    const { input } = await invited(deps, founder, board, "thijs@example.org", "treasurer");
    const accept = () => outcomeOf(() => acceptInvitation(deps, visitor, input));
    const letters = await deps.store.listAll("letters-waiting", {});
    expect(letters.at(-1)?.payload).toMatchObject({ expiresOn: "2026-12-05" });
    clock.set("2026-12-05T23:00:00.000Z");
    expect(await accept()).toBe("code-wrong expired");
    clock.set("2026-12-05T22:59:59.999Z");
    expect(await accept()).toBe("ok");
  });

  test("sent again replaces the first", async () => {
    const { founder, board } = await register(deps);
    const first = await invited(deps, founder, board, "thijs@example.org", "treasurer");
    const second = await invited(deps, founder, board, "thijs@example.org", "secretary");
    expect(second.after.members).toHaveLength(2);
    const accept = (input: typeof first.input) => outcomeOf(() => acceptInvitation(deps, visitor, input));
    expect(await accept(first.input)).toBe("code-wrong wrong");
    expect(await accept(second.input)).toBe("ok");
  });

  test.each(["treasurer", "chair"] as const)(
    "to a second %s is refused, an expired one stands in nobody's way",
    async (role) => {
      const { founder, board } = await register(deps, "member");
      const invite = (email: string) =>
        outcomeOf(() => inviteMember(deps, founder, { enterpriseId: board.id, name: "X", email, role }, caller));
      expect(await invite("one@example.org")).toBe("ok");
      expect(await invite("two@example.org")).toBe("invalid role:seat-taken");
      clock.advance({ days: 15 });
      expect(await invite("two@example.org")).toBe("ok");
    },
  );

  test("of a second treasurer is refused at the moment of accepting too", async () => {
    const { founder, board } = await register(deps, "member");
    const one = await invited(deps, founder, board, "one@example.org", "treasurer");
    clock.advance({ days: 15 });
    const two = await invited(deps, founder, board, "two@example.org", "treasurer");
    clock.set("2026-12-05T11:00:00.000Z");
    const accept = (input: typeof one.input) => outcomeOf(() => acceptInvitation(deps, visitor, input));
    expect(await accept(one.input)).toBe("invalid role:seat-taken");
    clock.set("2026-12-05T23:00:00.000Z");
    expect(await accept(two.input)).toBe("ok");
  });

  test("to who is on the board already is refused at the address", async () => {
    const { founder, board } = await register(deps);
    const again = { enterpriseId: board.id, name: "Femke", email: "Founder@Example.org", role: "member" as const };
    expect(await outcomeOf(() => inviteMember(deps, founder, again, caller))).toBe("invalid email:twice");
    // A second seat under the same mailbox would be two pairs of eyes of one person.
    const tagged = { ...again, email: "founder+2@example.org" };
    expect(await outcomeOf(() => inviteMember(deps, founder, tagged, caller))).toBe("invalid email:twice");
    expect(
      await outcomeOf(() => inviteMember(deps, founder, { ...again, email: "founder.2@example.org" }, caller)),
    ).toBe("ok");
  });

  test("goes to one address at most five times a day from one network, and ten times from all", async () => {
    const { founder, board } = await verified();
    const again = { enterpriseId: board.id, name: "T", email: "thijs@example.org", role: "member" as const };
    const invite = (ip: string) => outcomeOf(() => inviteMember(deps, founder, again, { ip }));
    const max = limits.invitationsPerNetworkAndAddressDayMax;
    for (const network of [1, 2]) {
      for (let times = 0; times < max; times++) expect(await invite(`203.0.${network}.1`)).toBe("ok");
      expect(await invite(`203.0.${network}.1`)).toBe("limit-reached");
    }
    expect(2 * max).toBe(limits.lettersPerAddressDayMax);
    // All is used up; a board elsewhere still has its one.
    expect([await invite("203.0.3.1"), await invite("203.0.3.1")]).toEqual(["ok", "limit-reached"]);
  });

  test("for the twenty-sixth seat is refused", async () => {
    const { founder, board } = await verified();
    const invite = (index: number) =>
      outcomeOf(() =>
        inviteMember(
          deps,
          founder,
          { enterpriseId: board.id, name: "M", email: `m${index}@example.org`, role: "member" },
          caller,
        ),
      );
    for (let index = 1; index < limits.membersMax; index++) expect(await invite(index)).toBe("ok");
    expect(await invite(limits.membersMax)).toBe("limit-reached");
  });

  test("is only the board's to send", async () => {
    const { board } = await register(deps);
    const invitation = { enterpriseId: board.id, name: "X", email: "x@example.org", role: "member" as const };
    for (const [actor, code] of [
      [visitor, "unauthenticated"],
      [await resident(deps, "other@example.org"), "forbidden"],
      [await officer(deps), "forbidden"],
    ] as const)
      expect(await outcomeOf(() => inviteMember(deps, actor, invitation, caller))).toBe(code);
  });
});

describe("leaving the board", () => {
  const removing = (actor: Actor, board: BoardView, index: number) =>
    outcomeOf(() => removeMember(deps, actor, { enterpriseId: board.id, memberId: board.members[index]?.id as never }));

  test("is for everybody, but the last stays", async () => {
    const { founder, treasurer, board } = await withTreasurer(deps);
    expect(await removing(treasurer, board, 1)).toBe("ok");
    expect(await removing(founder, board, 0)).toBe("wrong-state last-member");
    const { store } = deps;
    expect(await store.listAll("memberships-of-person", { personId: treasurer.personId })).toEqual([]);
    const enterprise = await findEnterprise(deps, board.id);
    expect(boardOf(enterprise)).toHaveLength(1);
    expect(moneyObstacles(enterprise)).toContain("no-treasurer");
  });

  test("two who leave at once do not leave an empty board", async () => {
    const { founder, treasurer, board } = await withTreasurer(deps);
    const outcomes = await Promise.all([removing(founder, board, 0), removing(treasurer, board, 1)]);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
  });

  test("another is removed by the chair and by nobody else", async () => {
    const { founder, treasurer, board } = await withTreasurer(deps);
    expect(await removing(treasurer, board, 0)).toBe("forbidden");
    expect(await removing(founder, board, 1)).toBe("ok");
    expect(await removing(founder, board, 1)).toBe("not-found");
  });

  test("an invitation taken back cannot be accepted", async () => {
    const { founder, board } = await register(deps);
    const { input, after } = await invited(deps, founder, board, "thijs@example.org", "treasurer");
    expect(await removing(founder, after, 1)).toBe("ok");
    expect(await outcomeOf(() => acceptInvitation(deps, visitor, input))).toBe("not-found");
  });
});

describe("who sees the board", () => {
  test("the board and officers see addresses, others of city hall do not, strangers see nothing", async () => {
    const { founder, enterpriseId } = await register(deps);
    const look = (actor: Actor) => getBoard(deps, actor, { enterpriseId });
    const staff = (role: "finance" | "officer" | "clerk"): Actor => ({
      kind: "staff",
      personId: founder.personId,
      name: "x",
      roles: [role],
    });
    expect((await look(founder)).members[0]?.email).toBe("founder@example.org");
    expect((await look(staff("officer"))).members[0]?.email).toBe("founder@example.org");
    expect((await look(staff("finance"))).members[0]).not.toHaveProperty("email");
    for (const actor of [staff("clerk"), await resident(deps, "other@example.org")])
      expect(await outcomeOf(() => look(actor))).toBe("forbidden");
  });

  test("a name becomes public by its owner only", async () => {
    const { founder, treasurer, board, enterpriseId } = await withTreasurer(deps);
    const memberId = board.members[1]?.id as never;
    const show = (actor: Actor) =>
      outcomeOf(() => setNameVisibility(deps, actor, { enterpriseId, memberId, isNamePublic: true }));
    expect(await show(founder)).toBe("forbidden");
    expect(await show(treasurer)).toBe("ok");
  });

  test("another municipality has no such enterprise", async () => {
    const { founder, enterpriseId } = await register(deps);
    const elsewhere = await createTestDeps();
    expect(await outcomeOf(() => getBoard(elsewhere.deps, founder, { enterpriseId }))).toBe("not-found");
  });
});
