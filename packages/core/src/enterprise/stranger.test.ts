import { caller, invited, officer, outcomeOf, profileOf, resident } from "@hevel/testing/board-world";
import { createTestDeps, type TestClock } from "@hevel/testing/deps";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Actor,
  acceptInvitation,
  type BoardView,
  type Deps,
  disavowLetter,
  editProfile,
  findEnterprise,
  getBoard,
  getWorkList,
  inviteMember,
  type LetterPayload,
  limits,
  registerEnterprise,
  removeMember,
  setMyName,
  verifyEnterprise,
} from "../index.ts";

let deps: Deps;
let clock: TestClock;

beforeEach(async () => {
  ({ deps, clock } = await createTestDeps());
});

/** Somebody registers an enterprise under this name. */
async function register(name: string, { who = "founder@example.org", seat = "Femke" } = {}) {
  const founder = await resident(deps, who);
  const profile = { ...profileOf(deps), name };
  const board = await registerEnterprise(deps, founder, {
    profile,
    seat: { name: seat, role: "chair", isNamePublic: true },
  });
  return { founder, board, profile };
}

const invite = (actor: Actor, board: Pick<BoardView, "id">, email: string, more: { name?: string; ip?: string } = {}) =>
  outcomeOf(() =>
    inviteMember(
      deps,
      actor,
      { enterpriseId: board.id, name: more.name ?? "Thijs", email, role: "member" },
      { ip: more.ip ?? caller.ip },
    ),
  );

async function judge({ id: enterpriseId }: Pick<BoardView, "id">, outcome: "verify" | "refuse" = "verify") {
  const { revision } = await findEnterprise(deps, enterpriseId);
  const reason = outcome === "refuse" ? { reason: "Nee." } : {};
  return verifyEnterprise(deps, await officer(deps), { enterpriseId, outcome, revision, ...reason } as Parameters<
    typeof verifyEnterprise
  >[2]);
}

async function letterTo(email: string) {
  const letters = await deps.store.listAll("letters-waiting", {});
  const letter = letters.findLast(({ to, kind }) => to === email && kind === "invitation");
  return letter?.payload as LetterPayload<"invitation"> | undefined;
}

describe("an address in a name is refused", () => {
  test("of an enterprise, of who registers it, of who is invited, of who accepts, of oneself", async () => {
    const evil = "Kijk op https://digid-herstel.example";
    expect(await outcomeOf(() => register(evil))).toBe("invalid profile.name:address");
    expect(await outcomeOf(() => register("De Schuur", { seat: "jan@evil.example" }))).toBe(
      "invalid seat.name:address",
    );
    const { founder, board, profile } = await register("De Schuur");
    expect(await invite(founder, board, "a@example.org", { name: "Bel 0900-1234567" })).toBe("invalid name:address");
    const { input } = await invited(deps, founder, board, "b@example.org", "member");
    const accept = { ...input, name: "evil.nl" };
    expect(await outcomeOf(() => acceptInvitation(deps, { kind: "visitor" }, accept))).toBe("invalid name:address");
    expect(await outcomeOf(() => setMyName(deps, founder, { name: "www.evil.example" }))).toBe("invalid name:address");
    const { revision } = await findEnterprise(deps, board.id);
    const edit = { enterpriseId: board.id, profile: { ...profile, name: evil }, revision };
    expect(await outcomeOf(() => editProfile(deps, founder, edit))).toBe("invalid profile.name:address");
    for (const website of ["https://digid.nl@evil.example", "https://evil.example/\u202etxt.exe"]) {
      const other = { enterpriseId: board.id, profile: { ...profile, website }, revision };
      expect(await outcomeOf(() => editProfile(deps, founder, other))).toBe("invalid profile.website:url");
    }
  });
});

describe("a name that looks like somebody else's is held for the officer", () => {
  test.each([
    ["DіgiD Herstel", "authority", "DigiD"],
    ["De Belasting-dienst", "authority", "Belastingdienst"],
  ])("%s", async (name, like, authority) => {
    const { founder, board } = await register(name);
    expect(board.nameDoubts).toEqual([{ like, authority }]);
    expect(await invite(founder, board, "a@example.org")).toBe("not-verified name-held");
    expect(await letterTo("a@example.org")).toBeUndefined();
    const noor = await officer(deps);
    const { rows } = await getWorkList(deps, noor, {});
    expect(rows).toMatchObject([{ act: "verifyEnterprise", title: name, warnings: ["name-held"] }]);
    const accepted = await judge(board);
    expect(accepted.nameDoubts).toEqual([]);
    expect(await invite(founder, board, "a@example.org")).toBe("ok");
  });

  test("the municipality's own", async () => {
    const { board } = await register(`Stichting ${deps.municipality.name.toUpperCase()}`);
    expect(board.nameDoubts).toEqual([{ like: "municipality" }]);
  });

  test("another enterprise's, whose name only city hall is told", async () => {
    const first = await register("De Buurtschuur", { who: "een@example.org" });
    expect(first.board.nameDoubts).toEqual([]);
    const second = await register("Stichting De Вuurt-schuur", { who: "twee@example.org" });
    expect(second.board.nameDoubts).toEqual([{ like: "enterprise" }]);
    const seen = await getBoard(deps, await officer(deps), { enterpriseId: second.board.id });
    expect(seen.nameDoubts).toEqual([{ like: "enterprise", enterpriseId: first.board.id, name: "De Buurtschuur" }]);
  });

  test("also when two take it at once: one of them is held", async () => {
    const [one, other] = await Promise.all([
      register("Samen Sterk", { who: "een@example.org" }),
      register("samen sterk", { who: "twee@example.org" }),
    ]);
    const doubts = [one, other].map(({ board }) => board.nameDoubts.length);
    expect(doubts.toSorted()).toEqual([0, 1]);
  });

  test("and free again after a refusal or another name, but not while it is what somebody was verified as", async () => {
    const first = await register("De Buurtschuur", { who: "een@example.org" });
    await judge(first.board, "refuse");
    const second = await register("Buurtschuur", { who: "twee@example.org" });
    expect(second.board.nameDoubts).toEqual([]);
    // Who was refused and applies again finds the name taken.
    const again = { enterpriseId: first.board.id, profile: first.profile, revision: 1 };
    expect((await editProfile(deps, first.founder, again)).nameDoubts).toEqual([{ like: "enterprise" }]);
    await judge(second.board);
    const { revision } = await findEnterprise(deps, second.board.id);
    const renamed = { ...second.profile, name: "De Tuinbank" };
    await editProfile(deps, second.founder, { enterpriseId: second.board.id, profile: renamed, revision });
    await judge(first.board, "refuse");
    const third = await register("De Buurtschuur!", { who: "drie@example.org" });
    expect(third.board.nameDoubts).toEqual([{ like: "enterprise" }]);
    await judge(second.board);
    await judge(third.board, "refuse");
    const fourth = await register("De Buurtschuur", { who: "vier@example.org" });
    expect(fourth.board.nameDoubts).toEqual([]);
    const fifth = await register("De Tuinbank", { who: "vijf@example.org" });
    expect(fifth.board.nameDoubts).toHaveLength(1);
  });

  test("a name that was looked at stays so while the story changes", async () => {
    const { founder, board, profile } = await register("Politie kijkt mee");
    const edit = async (changed: object) => {
      const { revision } = await findEnterprise(deps, board.id);
      return editProfile(deps, founder, { enterpriseId: board.id, profile: { ...profile, ...changed }, revision });
    };
    expect((await edit({ story: "Anders." })).nameDoubts).toHaveLength(1);
    await judge(board);
    expect((await edit({ story: "Nog eens anders." })).nameDoubts).toEqual([]);
    expect((await edit({ name: "DigiD" })).nameDoubts).toHaveLength(1);
    expect((await edit({ name: "De Schuur" })).nameDoubts).toEqual([]);
  });

  test("a person on the board under such a name invites nobody, and none is invited", async () => {
    const { founder, board } = await register("De Schuur", { seat: "DigiD Helpdesk" });
    expect(await invite(founder, board, "a@example.org")).toBe("not-verified name-held");
    const other = await register("De Tuin", { who: "een@example.org" });
    expect(await invite(other.founder, other.board, "a@example.org", { name: "B3lastingdienst" })).toBe(
      "invalid name:person-name",
    );
  });
});

describe("invitations of an enterprise that nobody checked", () => {
  test("are a handful a day, also when each is taken back, and more the next day", async () => {
    const { founder, board } = await register("De Schuur");
    for (let count = 0; count < limits.invitationsUnverifiedPerEnterpriseDayMax; count++) {
      expect(await invite(founder, board, `a${count}@example.org`)).toBe("ok");
      const { members } = await findEnterprise(deps, board.id);
      const memberId = members.at(-1)?.id;
      if (memberId === undefined) throw new Error("somebody is invited");
      await removeMember(deps, founder, { enterpriseId: board.id, memberId });
    }
    expect(await invite(founder, board, "more@example.org")).toBe("limit-reached");
    clock.advance({ days: 2 });
    expect(await invite(founder, board, "more@example.org")).toBe("ok");
  });

  test("are counted per person over all enterprises, and per network over all persons", async () => {
    const one = await register("De Schuur");
    const two = await register("De Tuin");
    for (let count = 0; count < limits.invitationsUnverifiedPerInviterDayMax; count++)
      expect(await invite(one.founder, count % 2 === 0 ? one.board : two.board, `a${count}@example.org`)).toBe("ok");
    expect(await invite(one.founder, two.board, "more@example.org")).toBe("limit-reached");
    const more = limits.invitationsUnverifiedPerNetworkDayMax - limits.invitationsUnverifiedPerInviterDayMax;
    const three = await register("De Bank", { who: "drie@example.org" });
    for (let count = 0; count < more; count++)
      expect(await invite(three.founder, three.board, `b${count}@example.org`)).toBe("ok");
    const four = await register("De Brug", { who: "vier@example.org" });
    expect(await invite(four.founder, four.board, "c@example.org")).toBe("limit-reached");
    expect(await invite(four.founder, four.board, "c@example.org", { ip: "198.51.100.7" })).toBe("ok");
  });

  test("use nothing up when they are refused", async () => {
    const { founder, board } = await register("De Schuur");
    for (let count = 0; count < 8; count++)
      expect(await invite(founder, board, "founder@example.org")).toBe("invalid email:twice");
    expect(await invite(founder, board, "a@example.org")).toBe("ok");
  });

  test("say that nobody checked; after the check they say so, under the verified name", async () => {
    const { founder, board, profile } = await register("De Schuur");
    await invite(founder, board, "a@example.org");
    expect(await letterTo("a@example.org")).toMatchObject({
      enterprise: "De Schuur",
      isVerified: false,
      inviter: "Femke",
    });
    await judge(board);
    const { revision } = await findEnterprise(deps, board.id);
    const renamed = { ...profile, name: "DigiD" };
    await editProfile(deps, founder, { enterpriseId: board.id, profile: renamed, revision });
    await invite(founder, board, "b@example.org");
    expect(await letterTo("b@example.org")).toMatchObject({ enterprise: "De Schuur", isVerified: true });
  });

  test("are none after a refusal", async () => {
    const { founder, board } = await register("De Schuur");
    await judge(board, "refuse");
    expect(await invite(founder, board, "a@example.org")).toBe("not-verified refused");
  });
});

describe("I do not know this", () => {
  async function disavowable(email: string) {
    const { founder, board } = await register("De Schuur");
    await invite(founder, board, email);
    const path = (await letterTo(email))?.disavowalPath ?? "";
    const [, address = "", secret = ""] = (path.split("#")[1] ?? "").split(".");
    return {
      founder,
      board,
      press: (more: object = {}) =>
        outcomeOf(() => disavowLetter(deps, { kind: "visitor" }, { enterpriseId: board.id, address, secret, ...more })),
    };
  }

  test("takes the invitation away, stops every later one, and is told to the officer", async () => {
    const { founder, board, press } = await disavowable("vreemd@example.org");
    expect([await press(), await press()]).toEqual(["ok", "ok"]);
    const after = await findEnterprise(deps, board.id);
    expect(after.members.map(({ email }) => email)).toEqual(["founder@example.org"]);
    const { id: personId } =
      (await deps.store.get("person", { id: (await resident(deps, "vreemd@example.org")).personId })) ?? {};
    expect(await deps.store.listAll("memberships-of-person", { personId: personId ?? "" })).toEqual([]);
    expect(await invite(founder, board, "Vreemd@Example.org")).toBe("invalid email:unwanted");
    clock.advance({ days: 400 });
    await judge(board);
    expect(await invite(founder, board, "vreemd@example.org")).toBe("invalid email:unwanted");
    expect(await invite(founder, board, "ander@example.org")).toBe("ok");
    const noor = await officer(deps);
    expect((await getBoard(deps, noor, { enterpriseId: board.id })).disavowals).toBe(1);
    expect(await getBoard(deps, founder, { enterpriseId: board.id })).not.toHaveProperty("disavowals");
  });

  test("stands on the work list beside an enterprise that waits", async () => {
    const { press } = await disavowable("vreemd@example.org");
    await press();
    const { rows } = await getWorkList(deps, await officer(deps), {});
    expect(rows).toMatchObject([{ act: "verifyEnterprise", warnings: ["disavowed"] }]);
  });

  test("needs the letter: another address, enterprise or secret is nothing", async () => {
    const { press, board } = await disavowable("vreemd@example.org");
    expect(await press({ secret: "0".repeat(64) })).toBe("not-found");
    expect(await press({ address: "0".repeat(64) })).toBe("not-found");
    expect(await press({ enterpriseId: deps.ids.next("ent") })).toBe("not-found");
    expect(await press({ secret: "x" })).toBe("invalid secret:code");
    expect((await findEnterprise(deps, board.id)).disavowals).toBeUndefined();
  });

  test("stops only that enterprise, and puts nobody off a board they sit on", async () => {
    const { founder, board, press } = await disavowable("lid@example.org");
    const { input } = await invited(deps, founder, board, "lid@example.org", "member");
    await acceptInvitation(deps, { kind: "visitor" }, input);
    expect(await press()).toBe("ok");
    expect((await findEnterprise(deps, board.id)).members.map(({ status }) => status)).toEqual([
      "confirmed",
      "confirmed",
    ]);
    const other = await register("De Tuin", { who: "een@example.org" });
    expect(await invite(other.founder, other.board, "lid@example.org")).toBe("ok");
  });
});
