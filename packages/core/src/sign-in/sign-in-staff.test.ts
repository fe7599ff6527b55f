import { createTestDeps, type TestDeps } from "@hevel/testing/deps";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressHash,
  type Deps,
  DomainError,
  personByAddress,
  resumeStaffSignIn,
  rolesIn,
  roleTableOf,
  StaffRole,
  signInStaff,
  signOut,
  startStaffSignIn,
} from "../index.ts";

const visitor = { kind: "visitor" } as const;
const claims = {
  issuer: "https://login.gemeente.example",
  subject: "noor",
  name: "Noor de Wit",
  email: "Noor@gemeente.example",
  groups: ["behandelaars"],
};

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const personOf = async ({ deps }: TestDeps, input: Parameters<typeof signInStaff>[2]) => {
  const { session } = await signInStaff(deps, visitor, input);
  return deps.store.get("person", { id: session.personId });
};

describe("staff", () => {
  test("get the roles that their groups give in this municipality", async () => {
    const testDeps = await createTestDeps();
    const person = await personOf(testDeps, { ...claims, groups: ["behandelaars", "griffie", "koor"] });
    expect(person).toMatchObject({ kind: "staff", email: "Noor@gemeente.example", roles: ["officer", "clerk"] });
  });

  test("are the same person the next time, with the roles of that time", async () => {
    const testDeps = await createTestDeps();
    const first = await personOf(testDeps, claims);
    const second = await personOf(testDeps, { ...claims, name: "Noor Wit", groups: ["griffie"] });
    expect(second).toMatchObject({ id: first?.id, name: "Noor Wit", roles: ["clerk"], revision: 1 });
  });

  test("with the same name at another provider are somebody else", async () => {
    const testDeps = await createTestDeps();
    const first = await personOf(testDeps, claims);
    const other = await personOf(testDeps, { ...claims, issuer: "https://elsewhere.example", email: "n@e.example" });
    expect(other?.id).not.toBe(first?.id);
  });

  test("who came by e-mail before are that person, so that their own interest can be seen", async () => {
    const testDeps = await createTestDeps();
    const { person, changes } = await personByAddress(testDeps.deps, "noor@gemeente.example");
    await testDeps.deps.store.commit(changes);
    expect(await personOf(testDeps, claims)).toMatchObject({ id: person.id, kind: "staff" });
  });

  test("are one person when they sign in twice at once", async () => {
    const testDeps = await createTestDeps();
    const persons = await Promise.all([personOf(testDeps, claims), personOf(testDeps, claims)]);
    expect(persons[0]?.id).toBe(persons[1]?.id);
  });

  test.each([[[]], [["koor"]], [["constructor"]], [["__proto__"]]])(
    "without a role are refused, and leave no trace: %j",
    async (groups) => {
      const { deps } = await createTestDeps();
      expect(await codeOf(signInStaff(deps, visitor, { ...claims, groups }))).toBe("forbidden");
      expect(
        await deps.store.get("login", { hash: addressHash(deps.digest, "noor@gemeente.example") }),
      ).toBeUndefined();
    },
  );

  test("stay signed in for eight hours", async () => {
    const { deps } = await createTestDeps();
    expect((await signInStaff(deps, visitor, claims)).session.expiresAt).toBe("2026-11-21T20:00:00.000Z");
  });

  test("whose provider says no name are refused at the field", async () => {
    const { deps } = await createTestDeps();
    await expect(async () => signInStaff(deps, visitor, { ...claims, name: " " })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "name" }],
    });
  });
});

test("who administers roles can have no role with money, whatever groups give", () => {
  const roles = fc.subarray([...StaffRole.options]);
  fc.assert(
    fc.property(fc.dictionary(fc.string(), roles), fc.array(fc.string()), (groupRoles, more) => {
      const groups = [...Object.keys(groupRoles), ...more];
      const given = rolesIn(roleTableOf({ groupRoles, revision: 0 }), groups);
      if (given.includes("admin")) expect(given.every((role) => role === "admin" || role === "auditor")).toBe(true);
      else expect(new Set(given)).toEqual(new Set(Object.values(groupRoles).flat()));
    }),
  );
});

const back = (deps: Deps, state: string, browser: string | undefined) =>
  codeOf((async () => resumeStaffSignIn(deps, { state, browser }))());

describe("the way to the identity provider and back", () => {
  test("ends once, in the browser that left", async () => {
    const { deps } = await createTestDeps();
    const { state, browser, codeVerifier, nonce } = startStaffSignIn(deps, { returnTo: "/werk" });
    expect(await back(deps, state, undefined)).toBe("code-wrong");
    expect(await back(deps, state, "x".repeat(43))).toBe("code-wrong");
    const resumed = resumeStaffSignIn(deps, { state, browser });
    expect(resumed).toEqual({ returnTo: "/werk", isAnew: false, codeVerifier, nonce });
  });

  test("comes back as it left: what travels along cannot be changed, whoever changes it", async () => {
    const { deps } = await createTestDeps();
    const { state, browser } = startStaffSignIn(deps, { returnTo: "/werk", isAnew: true });
    expect(resumeStaffSignIn(deps, { state, browser }).isAnew).toBe(true);
    const other = startStaffSignIn(deps, { returnTo: "/werk/beheer" }).state;
    const [ticket, seal] = [other.split(".")[0], state.split(".")[1]];
    for (const changed of [`${ticket}.${seal}`, `${ticket}.`, `${ticket}`, "", ".", "é.x", `${state}.x`, other])
      expect(await back(deps, changed, browser)).toBe("code-wrong");
  });

  test("begins without a record: who only begins, fills nothing", async () => {
    const { deps } = await createTestDeps();
    const commit = () => Promise.reject(new Error("wrote"));
    const store = { ...deps.store, commit, countWithin: commit };
    const { state, browser } = startStaffSignIn({ ...deps, store }, { returnTo: "/werk" });
    expect(resumeStaffSignIn({ ...deps, store }, { state, browser }).returnTo).toBe("/werk");
  });

  test("is over after ten minutes", async () => {
    const { deps, clock } = await createTestDeps();
    const { state, browser } = startStaffSignIn(deps, { returnTo: "/werk" });
    clock.set("2026-11-21T12:09:59.999Z");
    expect(await back(deps, state, browser)).toBe("ok");
    clock.set("2026-11-21T12:10:00.000Z");
    expect(await back(deps, state, browser)).toBe("code-wrong");
  });
});

test("signing out ends the session, and once more changes nothing", async () => {
  const { deps } = await createTestDeps();
  const { session } = await signInStaff(deps, visitor, claims);
  for (let times = 0; times < 2; times++) {
    await signOut(deps, session);
    expect(await deps.store.get("session", { hash: session.hash })).toBeUndefined();
  }
});
