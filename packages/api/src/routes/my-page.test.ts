import { GroupRoles, MyPage, StaffMember } from "@hevel/core";
import { createTestApi } from "@hevel/testing/api";
import { cookieOf, invited, registered, registration, verified } from "@hevel/testing/api-boards";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Problem } from "../problem.ts";

describe("an invitation", () => {
  test("of somebody else is refused, and on my page it needs no secret", async () => {
    const api = await createTestApi();
    const { cookie, board } = await registered(api);
    const { secret, acceptances } = await invited(api, cookie, board);
    const body = { name: "Thijs", isNamePublic: false };
    const { cookie: other } = await api.signInAs({ email: "other@example.org" });
    expect((await api.send("POST", acceptances, { as: other, body: { ...body, secret } })).status).toBe(403);
    expect((await api.send("POST", acceptances, { body })).status).toBe(401);
    const accepted = await api.send("POST", acceptances, { body: { ...body, secret } });
    const mine = await api.send("GET", "/v1/my-page", { as: cookieOf(accepted) });
    expect(MyPage.parse(await mine.json())).toMatchObject({
      name: "Thijs",
      boards: [{ enterprise: "De Buurtschuur", role: "treasurer" }],
      invitations: [],
    });
    expect((await api.send("POST", acceptances, { body: { ...body, secret } })).status).toBe(409);
  });
});

describe("my page", () => {
  test("shows invitations, what is followed and what waits", async () => {
    const api = await createTestApi();
    const { cookie, board: before } = await registered(api);
    const board = await verified(api, before);
    const subject = { kind: "enterprise", id: board.id };
    expect((await api.send("POST", "/v1/follows", { as: cookie, body: { subject } })).status).toBe(202);
    const { cookie: officer } = await api.signInAs({ roles: ["officer"] });
    const page = async () => MyPage.parse(await (await api.send("GET", "/v1/my-page", { as: cookie })).json());
    const { follows, waiting } = await page();
    expect(follows).toMatchObject([{ subject, name: "De Buurtschuur" }]);
    expect(waiting).toMatchObject([{ what: "fill-board", enterpriseId: board.id }]);
    const { profile } = registration(api);
    const edit = { profile: { ...profile, name: "Anders" }, revision: board.revision };
    await api.send("PUT", `/v1/enterprises/${board.id}/profile`, { as: cookie, body: edit });
    expect((await page()).follows).toMatchObject([{ name: "De Buurtschuur" }]);
    const body = { outcome: "refuse", reason: "Wie zijn jullie?", revision: board.revision + 1 };
    await api.send("POST", `/v1/enterprises/${board.id}/verifications`, { as: officer, body });
    expect((await page()).waiting).toMatchObject([{ what: "apply-again", enterpriseId: board.id }]);
    expect((await page()).follows).toMatchObject([{ name: "" }]);
    expect((await api.send("DELETE", `/v1/follows/${follows[0]?.id}`, { as: cookie })).status).toBe(204);
    expect((await page()).follows).toEqual([]);
    expect((await api.send("GET", "/v1/my-page", { as: officer })).status).toBe(403);
    expect((await api.send("GET", "/v1/my-page")).status).toBe(401);
  });

  test("takes a name, and says what is wrong with another", async () => {
    const api = await createTestApi();
    const { cookie } = await api.signInAs({});
    const set = (name: string) => api.send("PUT", "/v1/my-page/name", { as: cookie, body: { name } });
    expect(await (await set(" Femke ")).json()).toEqual({ name: "Femke" });
    const refused = await set("Fem\u202eke");
    expect(Problem.parse(await refused.json()).errors).toEqual([{ path: "name", code: "characters" }]);
  });
});

describe("one-click unsubscribing", () => {
  test("works for a mail program: a form, without origin, cookie or JSON", async () => {
    const api = await createTestApi();
    const { cookie, board } = await registered(api);
    await verified(api, board);
    const subject = { kind: "enterprise", id: board.id };
    await api.send("POST", "/v1/follows", { as: cookie, body: { subject } });
    const [follow] = await api.deps.store.listAll("followers-of-subject", { kind: "enterprise", subjectId: board.id });
    const secret = api.deps.digest.keyed(`unsubscribe:${follow?.id}`);
    const post = (tried: string) =>
      api.app.request(`http://hevel.example/v1/follows/${follow?.id}/unsubscriptions/${tried}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
    expect((await post("0".repeat(64))).status).toBe(404);
    expect([(await post(secret)).status, (await post(secret)).status]).toEqual([204, 204]);
  });
});

test("who administers roles reads and changes them; nobody else does", async () => {
  const api = await createTestApi();
  const { cookie: admin } = await api.signInAs({ roles: ["admin"], name: "Ilse" });
  const { cookie: council } = await api.signInAs({ roles: ["council", "finance", "officer"] });
  const settings = GroupRoles.parse(await (await api.send("GET", "/v1/group-roles", { as: admin })).json());
  expect((await api.send("PUT", "/v1/group-roles", { as: admin, body: settings })).status).toBe(200);
  expect((await api.send("PUT", "/v1/group-roles", { as: admin, body: settings })).status).toBe(409);
  expect((await api.send("PUT", "/v1/group-roles", { as: council, body: settings })).status).toBe(403);
  expect((await api.send("GET", "/v1/staff", { as: council })).status).toBe(403);
  const staff = await (await api.send("GET", "/v1/staff", { as: admin })).json();
  expect(z.object({ items: z.array(StaffMember) }).parse(staff).items).toHaveLength(2);
});
