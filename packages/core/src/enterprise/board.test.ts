import { officer, outcomeOf, profileOf, register, resident, visitor, withTreasurer } from "@hevel/testing/board-world";
import { createTestDeps } from "@hevel/testing/deps";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Actor,
  type BoardView,
  confirmIban,
  type Deps,
  type DistrictCode,
  editProfile,
  findEnterprise,
  proposeIban,
  refuseIban,
  registerEnterprise,
  verifyEnterprise,
} from "../index.ts";

const iban = "NL91ABNA0417164300";
let deps: Deps;
beforeEach(async () => {
  ({ deps } = await createTestDeps());
});

describe("registering", () => {
  test("makes who does it the first confirmed member, and tells everybody", async () => {
    const { board, enterpriseId, founder } = await register(deps, "treasurer");
    expect(board).toMatchObject({
      status: "registered",
      members: [{ role: "treasurer", status: "confirmed", isYou: true }],
    });
    expect(board.obstacles).toEqual(["not-verified", "board-too-small", "no-iban"]);
    const { store } = deps;
    expect(await store.listAll("memberships-of-person", { personId: founder.personId })).toHaveLength(1);
    expect(await store.listAll("events-of-enterprise", { enterpriseId })).toMatchObject([
      { code: "enterprise-registered" },
    ]);
    expect(await store.get("person", { id: founder.personId })).toMatchObject({ name: "Femke" });
  });

  test("is for who signed in by e-mail", async () => {
    const seat = { name: "Femke", role: "chair", isNamePublic: true } as const;
    const attempt = (actor: Actor) =>
      outcomeOf(() => registerEnterprise(deps, actor, { profile: profileOf(deps), seat }));
    expect(await attempt(visitor)).toBe("unauthenticated");
    expect(await attempt(await officer(deps))).toBe("forbidden");
  });

  test("names every problem at once", async () => {
    const founder = await resident(deps, "founder@example.org");
    const wrong = { ...profileOf(deps), name: " ", legalForm: "foundation" as const, kvkNumber: "1234567" };
    const seat = { name: "", role: "chair" as const, isNamePublic: true };
    expect(await outcomeOf(() => registerEnterprise(deps, founder, { profile: wrong, seat }))).toBe(
      "invalid profile.name:required profile.kvkNumber:kvk seat.name:required",
    );
  });

  test.each([
    ["foundation", undefined, "invalid profile.kvkNumber:required"],
    ["foundation", "12345678", "ok"],
    ["in-formation", undefined, "ok"],
  ] as const)("a %s with KvK number %s: %s", async (legalForm, kvkNumber, expected) => {
    const founder = await resident(deps, "founder@example.org");
    const seat = { name: "Femke", role: "chair" as const, isNamePublic: true };
    const told = { ...profileOf(deps), legalForm, ...(kvkNumber === undefined ? {} : { kvkNumber }) };
    expect(await outcomeOf(() => registerEnterprise(deps, founder, { profile: told, seat }))).toBe(expected);
  });

  test("takes no district of elsewhere and no photo before there is an enterprise", async () => {
    const founder = await resident(deps, "founder@example.org");
    const seat = { name: "Femke", role: "chair" as const, isNamePublic: true };
    const told = {
      ...profileOf(deps),
      districts: ["WK123456" as DistrictCode],
      photoId: deps.ids.next("fil"),
      photoAlt: "x",
    };
    expect(await outcomeOf(() => registerEnterprise(deps, founder, { profile: told, seat }))).toBe(
      "invalid profile.districts.0:district-unknown profile.photoId:file-unknown",
    );
  });

  test("is possible five times a day, and not six", async () => {
    for (let times = 0; times < 5; times++) await register(deps);
    expect(await outcomeOf(() => register(deps))).toBe("limit-reached");
  });
});

describe("the bank account", () => {
  const setting = (actor: Actor, board: BoardView, typed: string) =>
    outcomeOf(() =>
      proposeIban(deps, actor, {
        enterpriseId: board.id,
        iban: typed,
        holder: "De Buurtschuur",
        revision: board.revision,
      }),
    );

  test("is proposed by the treasurer, with spaces or without, and counts once another member confirms it", async () => {
    const { founder, treasurer, board, enterpriseId } = await withTreasurer(deps);
    expect(await setting(treasurer, board, "nl91 abna 0417 1643 00")).toBe("ok");
    const asked = await findEnterprise(deps, enterpriseId);
    expect(asked.iban).toBeUndefined();
    expect(asked.ibanProposal?.iban).toBe(iban);
    const { revision } = asked;
    expect(await outcomeOf(() => confirmIban(deps, treasurer, { enterpriseId, revision }))).toBe("four-eyes");
    const after = await confirmIban(deps, founder, { enterpriseId, revision });
    expect(after).toMatchObject({ iban, ibanHolder: "De Buurtschuur" });
    expect(after.ibanProposal).toBeUndefined();
    const written = await deps.store.listAll("letters-waiting", {});
    const kinds = written.map(({ kind, to }) => `${kind} ${to}`);
    const addresses = asked.members.map(({ email }) => email);
    for (const kind of ["iban-proposed", "iban-settled"])
      expect(kinds).toEqual(expect.arrayContaining(addresses.map((to) => `${kind} ${to}`)));
    expect(JSON.stringify(written.map(({ payload }) => payload))).not.toContain(iban);
  });

  test("that was proposed is refused by another, or taken back by who proposed it; the one of now stays", async () => {
    const { founder, treasurer, board, enterpriseId } = await withTreasurer(deps);
    let { revision } = board;
    for (const by of [founder, treasurer]) {
      const asked = await proposeIban(deps, treasurer, { enterpriseId, iban, holder: "De Buurtschuur", revision });
      const after = await refuseIban(deps, by, { enterpriseId, revision: asked.revision });
      expect([after.iban, after.ibanProposal]).toEqual([undefined, undefined]);
      revision = after.revision;
      expect(await outcomeOf(() => confirmIban(deps, founder, { enterpriseId, revision }))).toBe("wrong-state");
    }
  });

  test("that was proposed waits fourteen days, to the end of the last one, and not longer", async () => {
    const { founder, treasurer, board, enterpriseId } = await withTreasurer(deps);
    const account = { enterpriseId, iban, holder: "De Buurtschuur", revision: board.revision };
    const { revision, ibanProposal } = await proposeIban(deps, treasurer, account);
    const last = new Date(ibanProposal?.expiresAt ?? "").getTime();
    const at = (ms: number): Deps => ({ ...deps, clock: { now: () => new Date(ms) } });
    const confirming = (from: Deps) => outcomeOf(() => confirmIban(from, founder, { enterpriseId, revision }));
    expect(await confirming(at(last + 1))).toBe("wrong-state");
    expect(await confirming(at(last))).toBe("ok");
  });

  test("that took the place of another since it was looked at is not confirmed", async () => {
    const { founder, treasurer, board, enterpriseId } = await withTreasurer(deps);
    const account = { enterpriseId, iban, holder: "De Buurtschuur", revision: board.revision };
    const { revision } = await proposeIban(deps, treasurer, account);
    await proposeIban(deps, treasurer, { ...account, iban: "NL57HEVL0123456789", revision });
    expect(await outcomeOf(() => confirmIban(deps, founder, { enterpriseId, revision }))).toBe("stale");
  });

  test("is not confirmed by the same human under another address, nor from outside", async () => {
    const { founder, treasurer, board, enterpriseId } = await withTreasurer(deps);
    const account = { enterpriseId, iban, holder: "De Buurtschuur", revision: board.revision };
    const { revision } = await proposeIban(deps, treasurer, account);
    const outsiders = [visitor, await officer(deps), await resident(deps, "other@example.org")];
    const outcomes = outsiders.map((actor) => outcomeOf(() => confirmIban(deps, actor, { enterpriseId, revision })));
    expect(await Promise.all(outcomes)).toEqual(["unauthenticated", "forbidden", "forbidden"]);
    const { members } = await findEnterprise(deps, enterpriseId);
    const proposer = members.find(({ role }) => role === "treasurer")?.email ?? "";
    const twin = proposer.replace("@", "+2@");
    const twins = members.map((member) => (member.role === "treasurer" ? member : { ...member, email: twin }));
    await deps.store.commit([{ patch: "enterprise", ref: { id: enterpriseId }, set: { members: twins }, when: [] }]);
    expect(await outcomeOf(() => confirmIban(deps, founder, { enterpriseId, revision }))).toBe("four-eyes");
  });

  test.each([["NL91ABNA0417164301"], ["NL91ABNA041716430"], ["XX91ABNA0417164300"], ["4171643"], [""]])(
    "'%s' is refused at the field",
    async (typed) => {
      const { treasurer, board } = await withTreasurer(deps);
      expect(await setting(treasurer, board, typed)).toBe("invalid iban:iban");
    },
  );

  test("is not set by the chair, another board or city hall", async () => {
    const { founder, board } = await withTreasurer(deps);
    for (const actor of [founder, await resident(deps, "other@example.org"), await officer(deps)])
      expect(await setting(actor, board, iban)).toBe("forbidden");
  });
});

describe("verifying", () => {
  const verifying = async (actor: Actor, board: BoardView, revision = board.revision) =>
    outcomeOf(() => verifyEnterprise(deps, actor, { enterpriseId: board.id, outcome: "verify", revision }));

  test("tells the board and everybody, and is done once", async () => {
    const { board, enterpriseId } = await withTreasurer(deps);
    expect(await verifying(await officer(deps), board)).toBe("ok");
    const { store } = deps;
    const letters = await store.listAll("letters-waiting", {});
    expect(letters.filter(({ kind }) => kind === "enterprise-verified").map(({ to }) => to)).toEqual([
      "founder@example.org",
      "thijs@example.org",
    ]);
    const events = await store.listAll("events-of-enterprise", { enterpriseId });
    expect(events.map(({ code }) => code)).toEqual(["enterprise-registered", "enterprise-verified"]);
    const verified = await findEnterprise(deps, enterpriseId);
    expect(await verifying(await officer(deps), board, verified.revision)).toBe("wrong-state");
  });

  test("one's own board is refused, as the same person and under an address of the same mailbox", async () => {
    const { founder, board } = await register(deps);
    const own: Actor = { kind: "staff", personId: founder.personId, name: "Femke", roles: ["officer"] };
    expect(await verifying(own, board)).toBe("own-interest");
    const id = deps.ids.next("per");
    const createdAt = deps.clock.now().toISOString();
    const twin = { id, kind: "staff", email: "Founder+werk@example.org", createdAt, revision: 0 } as const;
    await deps.store.commit([{ put: "person", record: { ...twin, roles: ["officer"] } }]);
    expect(await verifying({ kind: "staff", personId: id, name: "Femke", roles: ["officer"] }, board)).toBe(
      "own-interest",
    );
  });

  test("is for officers", async () => {
    const { founder, board } = await register(deps);
    const finance: Actor = {
      kind: "staff",
      personId: founder.personId,
      name: "F",
      roles: ["finance", "council", "admin"],
    };
    expect(await verifying(visitor, board)).toBe("unauthenticated");
    expect(await verifying(founder, board)).toBe("forbidden");
    expect(await verifying(finance, board)).toBe("forbidden");
  });

  test("by an officer whose role was taken away meanwhile is refused by the database", async () => {
    const { board } = await withTreasurer(deps);
    const former = await officer(deps, "gone@gemeente.example");
    if (former.kind === "visitor") throw new Error("an officer is somebody");
    await deps.store.commit([{ patch: "person", ref: { id: former.personId }, set: { roles: [] }, when: [] }]);
    expect(await verifying(former, board)).toBe("forbidden");
  });

  test("what changed since the officer looked is refused", async () => {
    const { treasurer, board } = await withTreasurer(deps);
    const account = { enterpriseId: board.id, iban, holder: "De Buurtschuur", revision: board.revision };
    await proposeIban(deps, treasurer, account);
    expect(await verifying(await officer(deps), board)).toBe("stale");
  });

  test("two officers at once: one", async () => {
    const { board } = await withTreasurer(deps);
    const outcomes = await Promise.all([
      verifying(await officer(deps, "a@gemeente.example"), board),
      verifying(await officer(deps, "b@gemeente.example"), board),
    ]);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
  });

  test("refusing needs a reason; the board reads it, and applies again by changing its profile", async () => {
    const { founder, board, enterpriseId } = await withTreasurer(deps);
    const refuse = async (reason: string) =>
      verifyEnterprise(deps, await officer(deps), {
        enterpriseId,
        outcome: "refuse",
        reason,
        revision: board.revision,
      });
    expect(await outcomeOf(() => refuse(" "))).toBe("invalid reason:required");
    const refused = await refuse("Wij kennen jullie nog niet.");
    expect(refused).toMatchObject({ status: "refused", refusal: "Wij kennen jullie nog niet." });
    const again = { enterpriseId, profile: { ...profileOf(deps), story: "Kom langs!" }, revision: refused.revision };
    const after = await editProfile(deps, founder, again);
    expect(after.status).toBe("registered");
    expect(after.refusal).toBeUndefined();
  });
});

describe("a change after verification", () => {
  async function verified() {
    const { founder, treasurer, board, enterpriseId } = await withTreasurer(deps);
    const account = { enterpriseId, iban, holder: "De Buurtschuur", revision: board.revision };
    const asked = await proposeIban(deps, treasurer, account);
    const { revision } = await confirmIban(deps, founder, { enterpriseId, revision: asked.revision });
    const after = await verifyEnterprise(deps, await officer(deps), { enterpriseId, outcome: "verify", revision });
    expect(after.obstacles).toEqual([]);
    return { founder, treasurer, board: after, enterpriseId };
  }

  test.each([
    [{ name: "De Andere Schuur" }, ["name"]],
    [{ legalForm: "association", kvkNumber: "12345678" }, ["legal-form", "kvk-number"]],
  ] as const)("of %j asks for a new check and says why", async (changed, recheck) => {
    const { founder, board, enterpriseId } = await verified();
    const edit = { enterpriseId, profile: { ...profileOf(deps), ...changed }, revision: board.revision };
    const after = await editProfile(deps, founder, edit);
    expect(after).toMatchObject({ status: "registered", recheck, obstacles: ["not-verified"] });
    const again = { enterpriseId, outcome: "verify" as const, revision: after.revision };
    expect(await verifyEnterprise(deps, await officer(deps), again)).toMatchObject({
      status: "verified",
      recheck: [],
    });
  });

  test("of the bank account asks for a new check; setting the same one does not", async () => {
    const { founder, treasurer, board, enterpriseId } = await verified();
    const account = { enterpriseId, iban, holder: "De Buurtschuur", revision: board.revision };
    const same = await proposeIban(deps, treasurer, account);
    expect([same.status, same.ibanProposal]).toEqual(["verified", undefined]);
    const asked = await proposeIban(deps, treasurer, { ...account, iban: "NL57HEVL0123456789" });
    expect(asked).toMatchObject({ status: "verified", iban, obstacles: [] });
    const other = await confirmIban(deps, founder, { enterpriseId, revision: asked.revision });
    expect(other).toMatchObject({ status: "registered", recheck: ["iban"], iban: "NL57HEVL0123456789" });
  });

  test("of the story, the districts or the questions asks for nothing", async () => {
    const { founder, board, enterpriseId } = await verified();
    const districts = deps.municipality.districts.map(({ code }) => code);
    const changed = { ...profileOf(deps), story: "Nieuw.", districts, askUs: [] };
    const after = await editProfile(deps, founder, {
      enterpriseId,
      profile: changed,
      revision: board.revision,
    });
    expect(after).toMatchObject({ status: "verified", recheck: [] });
  });

  test("by two at once: the second is told", async () => {
    const { founder, treasurer, board, enterpriseId } = await verified();
    const edit = (actor: Actor, story: string) =>
      outcomeOf(() =>
        editProfile(deps, actor, { enterpriseId, profile: { ...profileOf(deps), story }, revision: board.revision }),
      );
    expect((await Promise.all([edit(founder, "a"), edit(treasurer, "b")])).sort()).toEqual(["ok", "stale"]);
  });
});
