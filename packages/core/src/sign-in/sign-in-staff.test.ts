import { createTestDeps, type TestDeps } from "@hevel/testing/deps";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressHash,
  DomainError,
  personByAddress,
  resumeStaffSignIn,
  rolesOfGroups,
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
    expect(person).toMatchObject({ kind: "staff", email: "noor@gemeente.example", roles: ["officer", "clerk"] });
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
      const given = rolesOfGroups(groupRoles, groups);
      if (given.includes("admin")) expect(given.every((role) => role === "admin" || role === "auditor")).toBe(true);
      else expect(new Set(given)).toEqual(new Set(Object.values(groupRoles).flat()));
    }),
  );
});

describe("the way to the identity provider and back", () => {
  test("ends once, in the browser that left", async () => {
    const { deps } = await createTestDeps();
    const { state, browser, codeVerifier } = await startStaffSignIn(deps, { returnTo: "/werk" });
    expect(await codeOf(resumeStaffSignIn(deps, { state, browser: undefined }))).toBe("code-wrong");
    expect(await codeOf(resumeStaffSignIn(deps, { state, browser: "x".repeat(43) }))).toBe("code-wrong");
    expect(await resumeStaffSignIn(deps, { state, browser })).toMatchObject({ returnTo: "/werk", codeVerifier });
    expect(await codeOf(resumeStaffSignIn(deps, { state, browser }))).toBe("code-wrong");
  });

  test("ends once when two come back at once", async () => {
    const { deps } = await createTestDeps();
    const { state, browser } = await startStaffSignIn(deps, { returnTo: "/werk" });
    const back = () => codeOf(resumeStaffSignIn(deps, { state, browser }));
    expect((await Promise.all([back(), back(), back()])).sort()).toEqual(["code-wrong", "code-wrong", "ok"]);
  });

  test("is over after ten minutes", async () => {
    const { deps, clock } = await createTestDeps();
    const { state, browser } = await startStaffSignIn(deps, { returnTo: "/werk" });
    clock.advance({ minutes: 10 });
    expect(await codeOf(resumeStaffSignIn(deps, { state, browser }))).toBe("code-wrong");
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
