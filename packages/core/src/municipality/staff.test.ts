import { outcomeOf, resident } from "@hevel/testing/board-world";
import { createTestDeps } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import {
  type Actor,
  type Deps,
  listGroupRoles,
  listStaff,
  type StaffRole,
  setGroupRoles,
  signInStaff,
} from "../index.ts";

const visitor = { kind: "visitor" } as const;

async function staff(deps: Deps, ...roles: StaffRole[]): Promise<Actor> {
  const { personId } = await resident(deps, `${roles.join("-")}@gemeente.example`);
  return { kind: "staff", personId, name: "Ilse", roles };
}

describe("which groups give which roles", () => {
  test("is read by who administers and who audits, changed by who administers", async () => {
    const { deps } = await createTestDeps();
    const settings = await listGroupRoles(deps, await staff(deps, "auditor"));
    expect(settings.items).toContainEqual({ group: "behandelaars", roles: ["officer"] });
    for (const role of ["officer", "council", "finance", "clerk", "professional"] as const) {
      const actor = await staff(deps, role);
      expect(await outcomeOf(() => listGroupRoles(deps, actor))).toBe("forbidden");
      expect(await outcomeOf(() => listStaff(deps, actor))).toBe("forbidden");
    }
    const auditor = await staff(deps, "auditor");
    expect(await outcomeOf(() => setGroupRoles(deps, auditor, settings))).toBe("forbidden");
    expect(await outcomeOf(() => setGroupRoles(deps, visitor, settings))).toBe("unauthenticated");
  });

  test("says what everybody's groups give now, with their last sign-in", async () => {
    const { deps } = await createTestDeps();
    const admin = await staff(deps, "admin");
    const { items, revision } = await listGroupRoles(deps, admin);
    await setGroupRoles(deps, admin, { items: [...items, { group: "koor", roles: ["clerk", "clerk"] }], revision });
    const claims = { issuer: "i", subject: "s", name: "Sjoerd", email: "sjoerd@gemeente.example", groups: ["koor"] };
    const { session } = await signInStaff(deps, visitor, claims);
    const sjoerd = { id: session.personId, name: "Sjoerd", email: "sjoerd@gemeente.example" };
    const signedInAt = "2026-11-21T12:00:00.000Z";
    expect(await listStaff(deps, admin)).toEqual([{ ...sjoerd, roles: ["clerk"], signedInAt }]);
    await setGroupRoles(deps, admin, { items, revision: revision + 1 });
    expect(await listStaff(deps, admin)).toEqual([{ ...sjoerd, roles: [], signedInAt }]);
  });

  test("keeps one group that may change it back", async () => {
    const { deps } = await createTestDeps();
    const admin = await staff(deps, "admin");
    const { items, revision } = await listGroupRoles(deps, admin);
    const without = items.filter(({ roles }) => !roles.includes("admin"));
    expect(await outcomeOf(() => setGroupRoles(deps, admin, { items: without, revision }))).toBe(
      "invalid items:admin-needed",
    );
  });

  test("names every problem: a group twice, without a role, an unknown role", async () => {
    const { deps } = await createTestDeps();
    const admin = await staff(deps, "admin");
    const { items, revision } = await listGroupRoles(deps, admin);
    const twice = [...items, { group: "beheer", roles: ["clerk" as const] }];
    expect(await outcomeOf(() => setGroupRoles(deps, admin, { items: twice, revision }))).toBe(
      "invalid items.7.group:twice",
    );
    const wrong = [...items, { group: "a", roles: [] }, { group: "b", roles: ["mayor" as StaffRole] }];
    expect(await outcomeOf(() => setGroupRoles(deps, admin, { items: wrong, revision }))).toBe(
      "invalid items.7.roles:required items.8.roles.0:choice",
    );
  });

  test("by two at once: the second is told", async () => {
    const { deps } = await createTestDeps();
    const admin = await staff(deps, "admin");
    const settings = await listGroupRoles(deps, admin);
    const set = () => outcomeOf(() => setGroupRoles(deps, admin, settings));
    expect((await Promise.all([set(), set()])).sort()).toEqual(["ok", "stale"]);
  });
});
