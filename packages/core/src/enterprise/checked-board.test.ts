import { caller, invited, outcomeOf, resident } from "@hevel/testing/board-world";
import {
  createMandateWorld,
  enter,
  lettersOf,
  type MandateWorld,
  payFirst,
  visitor,
} from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import {
  type Actor,
  acceptInvitation,
  type BoardRole,
  confirmExpense,
  confirmIban,
  findEnterprise,
  getBoard,
  getMyPage,
  inviteMember,
  proposeIban,
  proposeTransfer,
  refuseExpense,
  removeMember,
  type SignedIn,
  verifyEnterprise,
} from "../index.ts";
import { waitingOnBoard } from "../person/waiting.ts";

/** A checked enterprise with a running mandate that was paid 600 euro: chair, treasurer and secretary. */
async function paid() {
  const test = await createMandateWorld();
  await payFirst(test);
  return test;
}

const idOf = ({ world }: MandateWorld) => world.enterprise.id;
const seatOf = async (test: MandateWorld, role: BoardRole) => {
  const { members } = await findEnterprise(test.deps, idOf(test));
  const seat = members.find((member) => member.role === role && member.status !== "left");
  if (seat === undefined) throw new Error(`there is a ${role}`);
  return seat;
};
const remove = async (test: MandateWorld, by: Actor, role: BoardRole) => {
  const { id: memberId } = await seatOf(test, role);
  return removeMember(test.deps, by, { enterpriseId: idOf(test), memberId });
};
const removing = async (test: MandateWorld, by: Actor, role: BoardRole) => outcomeOf(() => remove(test, by, role));

/** Somebody takes a seat on the invitation of another. */
async function join(test: MandateWorld, by: Actor, role: BoardRole, email = "nieuw@wijk.example") {
  const { deps } = test;
  const { input } = await invited(deps, by, await getBoard(deps, by, { enterpriseId: idOf(test) }), email, role);
  const { board } = await acceptInvitation(deps, visitor, input);
  return { board, newcomer: await resident(deps, email) };
}

const verify = async (test: MandateWorld, removal?: "carry-out" | "keep") => {
  const { revision } = await findEnterprise(test.deps, idOf(test));
  const answer = { enterpriseId: idOf(test), outcome: "verify" as const, revision };
  return verifyEnterprise(test.deps, test.officer, removal === undefined ? answer : { ...answer, removal });
};
const entering = (test: MandateWorld, treasurer: Actor) =>
  outcomeOf(() => enter({ ...test, world: { ...test.world, treasurer: treasurer as never } }, 100_00));
const confirming = ({ deps }: MandateWorld, by: Actor, expenseId: Awaited<ReturnType<typeof enter>>["id"]) =>
  outcomeOf(() => confirmExpense(deps, by, { expenseId, idempotencyKey: keyOf(deps) }));

describe("the chair who wants all money", () => {
  test("does not get the treasurer's seat for a second mailbox without anybody noticing", async () => {
    const test = await paid();
    const { world } = test;
    // Alone, the chair only asks.
    expect((await remove(test, world.chair, "treasurer")).members.filter(({ status }) => status === "left")).toEqual(
      [],
    );
    expect(await removing(test, world.chair, "treasurer")).toBe("four-eyes");
    // Say that the treasurer left: a second mailbox of the chair takes the seat.
    await remove(test, world.treasurer, "treasurer");
    const { board, newcomer } = await join(test, world.chair, "treasurer");
    expect(board).toMatchObject({ status: "registered", recheck: ["board"], obstacles: ["not-verified"] });
    expect(await entering(test, newcomer)).toBe("not-verified board-unchecked");
    expect((await verify(test)).recheck).toEqual([]);
    expect(await entering(test, newcomer)).toBe("ok");
  });

  test("nor does a treasurer confirm through a second mailbox in any other seat", async () => {
    const test = await paid();
    const { id } = await enter(test, 100_00);
    const { newcomer, board } = await join(test, test.world.treasurer, "member");
    expect(board.recheck).toEqual(["board"]);
    expect(await confirming(test, newcomer, id)).toBe("not-verified board-unchecked");
    const reason = "Nee.";
    expect(await outcomeOf(() => refuseExpense(test.deps, newcomer, { expenseId: id, reason }))).toBe(
      "not-verified board-unchecked",
    );
    const { waiting } = await getMyPage(test.deps, newcomer);
    expect(waiting).toEqual([]);
    // The others go on.
    expect(await confirming(test, test.world.chair, id)).toBe("ok");
  });
});

describe("after a change of the board that was checked", () => {
  test("no money is paid until an officer looked", async () => {
    const test = await paid();
    const propose = () =>
      outcomeOf(() =>
        proposeTransfer(test.deps, test.world.finance, {
          mandateId: test.mandate.id,
          instalmentId: "i2",
          idempotencyKey: keyOf(test.deps),
        }),
      );
    await join(test, test.world.chair, "member");
    expect(await propose()).toBe("cannot-hold-money");
    await verify(test);
    expect(await propose()).toBe("ok");
  });

  test("two who were seen confirm what is left, one does not", async () => {
    const test = await paid();
    const [one, two] = [await enter(test, 100_00), await enter(test, 50_00)];
    await remove(test, test.world.treasurer, "treasurer");
    await join(test, test.world.chair, "treasurer");
    expect(await confirming(test, test.world.chair, one.id)).toBe("ok");
    await remove(test, test.world.secretary, "secretary");
    expect(await confirming(test, test.world.chair, two.id)).toBe("not-verified board-unchecked");
  });

  test("who is new neither proposes nor confirms a bank account", async () => {
    const test = await paid();
    const { deps, world } = test;
    const account = { enterpriseId: idOf(test), iban: "NL57HEVL0123456789", holder: "De Schuur" };
    const { newcomer: member } = await join(test, world.chair, "member");
    const { revision } = await findEnterprise(deps, idOf(test));
    const asked = await proposeIban(deps, world.treasurer, { ...account, revision });
    const answer = { enterpriseId: idOf(test), revision: asked.revision };
    expect((await getBoard(deps, member, answer)).ibanProposal?.mayBeConfirmedByYou).toBe(false);
    expect(await outcomeOf(() => confirmIban(deps, member, answer))).toBe("not-verified board-unchecked");
    await confirmIban(deps, world.chair, answer);
    await remove(test, world.treasurer, "treasurer");
    const { newcomer, board } = await join(test, world.chair, "treasurer", "ander@wijk.example");
    expect(
      await outcomeOf(() =>
        proposeIban(deps, newcomer, { ...account, iban: "NL91ABNA0417164300", revision: board.revision }),
      ),
    ).toBe("not-verified board-unchecked");
  });

  test("an ordinary member who leaves by choice changes nothing else", async () => {
    const test = await paid();
    expect((await remove(test, test.world.secretary, "secretary")).status).toBe("verified");
    expect(await lettersOf(test.deps, "seat-ended")).toMatchObject([{ payload: { isOwnAct: true } }]);
  });

  test("a refusal does not make who is new a pair of eyes", async () => {
    const test = await paid();
    const { deps, world, officer } = test;
    await remove(test, world.treasurer, "treasurer");
    const { newcomer, board } = await join(test, world.chair, "treasurer");
    const no = { outcome: "refuse", reason: "Wie is dit?", revision: board.revision } as const;
    await verifyEnterprise(deps, officer, { enterpriseId: idOf(test), ...no });
    expect(await entering(test, newcomer)).toBe("not-verified board-unchecked");
    await remove(test, newcomer, "treasurer");
    expect((await findEnterprise(deps, idOf(test))).boardCheckedAt).toBeDefined();
    expect(await outcomeOf(() => join(test, world.chair, "treasurer", "derde@wijk.example"))).toBe(
      "not-verified refused",
    );
  });

  test("the officer reads who left, who came, since when and by whom", async () => {
    const test = await paid();
    const { deps, world, officer } = test;
    await remove(test, world.treasurer, "treasurer");
    await join(test, world.chair, "treasurer");
    const { members } = await getBoard(deps, officer, { enterpriseId: idOf(test) });
    const since = deps.clock.now().toISOString();
    const by = (await seatOf(test, "chair")).name;
    expect(members.filter(({ isUnchecked }) => isUnchecked)).toMatchObject([
      { role: "treasurer", status: "left", since },
      { role: "treasurer", status: "confirmed", since, by, email: "nieuw@wijk.example" },
    ]);
    expect(members.find(({ status }) => status === "left")).not.toHaveProperty("by");
  });
});

describe("taking chair or treasurer off a checked board", () => {
  test("takes another checked member, and is told to all of them and to who is off it", async () => {
    const test = await paid();
    const { deps, world } = test;
    const asked = await remove(test, world.chair, "treasurer");
    expect(asked.status).toBe("verified");
    expect(asked.members.find(({ role }) => role === "treasurer")?.removal).toMatchObject({
      isByYou: true,
      heldBy: "board",
    });
    const enterprise = await findEnterprise(deps, idOf(test));
    const told = (await lettersOf(deps, "board-changed")).map(({ to }) => to);
    expect(told.toSorted()).toEqual(enterprise.members.map(({ email }) => email).toSorted());
    const waits = (who: SignedIn) => waitingOnBoard(deps, who, { enterprise, proposals: [], mandates: [] });
    expect(await waits(world.secretary)).toMatchObject([{ what: "confirm-removal" }]);
    expect([await waits(world.treasurer), await waits(world.chair)]).toEqual([[], []]);
    const after = await remove(test, world.secretary, "treasurer");
    expect(after).toMatchObject({ status: "registered", recheck: ["board"] });
    const treasurer = asked.members.find(({ role }) => role === "treasurer");
    expect(await lettersOf(deps, "seat-ended")).toMatchObject([
      { to: treasurer?.email, payload: { isOwnAct: false, role: "treasurer" } },
    ]);
  });

  test("lapses after fourteen days, to the end of the last one", async () => {
    const test = await paid();
    const { world, clock } = test;
    const asked = await remove(test, world.chair, "treasurer");
    const until = asked.members.find(({ removal }) => removal !== undefined)?.removal?.expiresAt ?? "";
    clock.set(new Date(new Date(until).getTime() + 1).toISOString());
    expect(await removing(test, world.secretary, "treasurer")).toBe("forbidden");
    clock.set(until);
    expect(await removing(test, world.secretary, "treasurer")).toBe("ok");
  });

  test("is not confirmed by who came since, nor by who asked under another address", async () => {
    const test = await paid();
    const { deps, world } = test;
    await remove(test, world.secretary, "secretary");
    const { newcomer } = await join(test, world.chair, "member");
    await verify(test);
    await remove(test, world.chair, "treasurer");
    const enterprise = await findEnterprise(deps, idOf(test));
    const chair = await seatOf(test, "chair");
    const as = (changed: object) =>
      enterprise.members.map((member) => (member.role === "member" ? { ...member, ...changed } : member));
    const put = (members: typeof enterprise.members) =>
      deps.store.commit([{ patch: "enterprise", ref: { id: enterprise.id }, set: { members }, when: [] }]);
    await put(as({ isUnchecked: true }));
    expect(await removing(test, newcomer, "treasurer")).toBe("forbidden");
    await put(as({ email: chair.email.replace("@", "+2@") }));
    expect(await removing(test, newcomer, "treasurer")).toBe("forbidden");
    await put(as({}));
    expect(await removing(test, newcomer, "treasurer")).toBe("ok");
  });

  test.each(["carry-out", "keep"] as const)("is an officer's where nobody else is there: %s", async (removal) => {
    const test = await paid();
    const { world, deps } = test;
    await remove(test, world.secretary, "secretary");
    const asked = await remove(test, world.chair, "treasurer");
    expect(asked).toMatchObject({ status: "registered", recheck: ["board"] });
    expect(asked.members.find(({ role }) => role === "treasurer")?.removal?.heldBy).toBe("officer");
    expect(await outcomeOf(() => verify(test))).toBe("invalid removal:required");
    const after = await verify(test, removal);
    const isGone = removal === "carry-out";
    expect(after.obstacles.includes("no-treasurer")).toBe(isGone);
    expect(after.members.some((member) => member.removal !== undefined)).toBe(false);
    expect((await lettersOf(deps, "seat-ended")).length).toBe(isGone ? 2 : 1);
    expect(await entering(test, world.treasurer)).toBe(isGone ? "forbidden" : "ok");
  });

  test("comes to an officer when the last who could confirm it leaves", async () => {
    const test = await paid();
    await remove(test, test.world.chair, "treasurer");
    const after = await remove(test, test.world.secretary, "secretary");
    expect(after.recheck).toEqual(["board"]);
    expect(after.members.find(({ role }) => role === "treasurer")?.removal?.heldBy).toBe("officer");
  });

  test("is not needed for who came since and was not looked at: the chair alone ends that", async () => {
    const test = await paid();
    await remove(test, test.world.treasurer, "treasurer");
    await join(test, test.world.chair, "treasurer");
    const after = await remove(test, test.world.chair, "treasurer");
    expect(after.members.filter(({ status }) => status === "left")).toHaveLength(2);
  });
});

describe("names on a board that was checked", () => {
  test.each([["DigiD Helpdesk"], ["Uw toeslagen stoppen morgen"], ["Deurwaarder Jansen"]])(
    "%s is nobody's name: not of who is invited, and not of who accepts",
    async (name) => {
      const test = await paid();
      const { deps, world } = test;
      const enterpriseId = idOf(test);
      const invitation = { enterpriseId, name, email: "x@wijk.example", role: "member" } as const;
      expect(await outcomeOf(() => inviteMember(deps, world.chair, invitation, caller))).toBe(
        "invalid name:person-name",
      );
      const board = await getBoard(deps, world.chair, { enterpriseId });
      const { input } = await invited(deps, world.chair, board, "y@wijk.example", "member");
      expect(await outcomeOf(() => acceptInvitation(deps, visitor, { ...input, name }))).toBe(
        "invalid name:person-name",
      );
      expect(await outcomeOf(() => acceptInvitation(deps, visitor, input))).toBe("ok");
    },
  );
});
