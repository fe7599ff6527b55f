import { type Deps, type Municipality, type StaffClaims, signInStaff } from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import { expect, test } from "vitest";

const visitor = { kind: "visitor" } as const;
const claims = (subject: string, ...groups: string[]): StaffClaims => ({
  issuer: "https://login.gemeente.example",
  subject,
  name: `Medewerker ${subject}`,
  email: `${subject}@gemeente.example`,
  groups,
});

/** Signs in through the door of city hall and gives the cookie. */
async function cookieOf({ deps }: TestApi, who: StaffClaims): Promise<string> {
  const { secret } = await signInStaff(deps, visitor, who);
  return `hevel=${secret}`;
}

const codeOf = async (response: Response) => (response.ok ? "ok" : ((await response.json()) as { code: string }).code);

/** The table of now with one group changed, set by an admin. */
async function setGroup(api: TestApi, as: string, group: string, roles: readonly string[]) {
  const before = await (await api.send("GET", "/v1/group-roles", { as })).json();
  const { items, revision } = before as { items: { group: string; roles: string[] }[]; revision: number };
  const kept = items.filter((row) => row.group !== group);
  const body = { items: roles.length === 0 ? kept : [...kept, { group, roles }], revision };
  return api.send("PUT", "/v1/group-roles", { as, body });
}

const pot = (name: string) => ({ name, programme: "Wijken", year: 2026 });
const key = (deps: Deps) => ({ "idempotency-key": deps.ids.next("pot").slice(4) });
const createPot = (api: TestApi, as: string, name = "Pot") =>
  api.send("POST", "/v1/pots", { as, body: pot(name), headers: key(api.deps) });

test("a role taken away in the table is gone at the next request, and one given is there", async () => {
  const api = await createTestApi();
  const [admin, fenna] = [
    await cookieOf(api, claims("ilse", "beheer")),
    await cookieOf(api, claims("fenna", "financien")),
  ];
  expect((await createPot(api, fenna)).status).toBe(201);
  expect((await setGroup(api, admin, "financien", [])).status).toBe(200);
  expect(await codeOf(await createPot(api, fenna))).toBe("forbidden");
  expect((await setGroup(api, admin, "financien", ["finance", "clerk"])).status).toBe(200);
  expect((await createPot(api, fenna)).status).toBe(201);
  const session = (await (await api.send("GET", "/v1/session", { as: fenna })).json()) as { roles: string[] };
  expect(session.roles).toEqual(["finance", "clerk"]);
});

/** An API in which something happens once, after a verb has read and decided and before it writes. */
async function createApiWith(meanwhile: (api: TestApi) => Promise<unknown>) {
  const api = await createTestApi();
  const armed = { is: false };
  const first = async () => {
    if (!armed.is) return;
    armed.is = false;
    await meanwhile(api);
  };
  const { store } = api.deps;
  const watched: typeof store = {
    ...store,
    commit: async (changes) => {
      await first();
      return store.commit(changes);
    },
    commitOnce: async (changes, once) => {
      await first();
      return store.commitOnce(changes, once);
    },
  };
  const depsFor = async () => ({ ...api.deps, store: watched });
  return { api, slow: await createTestApi({ test: api, portal: { depsFor } }), arm: () => (armed.is = true) };
}

test("an act under way is refused when the role is taken away before it is written", async () => {
  let admin = "";
  const { api, slow, arm } = await createApiWith((within) => setGroup(within, admin, "financien", ["clerk"]));
  admin = await cookieOf(api, claims("ilse", "beheer"));
  const fenna = await cookieOf(api, claims("fenna", "financien"));
  arm();
  expect(await codeOf(await createPot(slow, fenna))).toBe("forbidden");
  expect(await api.deps.store.listAll("pots", {})).toEqual([]);
});

test("an act under way goes on when the table changes for others", async () => {
  let admin = "";
  const { api, slow, arm } = await createApiWith((within) => setGroup(within, admin, "college", []));
  admin = await cookieOf(api, claims("ilse", "beheer"));
  const fenna = await cookieOf(api, claims("fenna", "financien"));
  arm();
  expect(await codeOf(await createPot(slow, fenna))).toBe("ok");
});

test("an admin ends the sessions of somebody: on every device, and for an act under way", async () => {
  let [admin, personId] = ["", ""];
  const end = (within: TestApi) =>
    within.send("POST", `/v1/staff/${personId}/session-endings`, { as: admin, body: {} });
  const { api, slow, arm } = await createApiWith(end);
  admin = await cookieOf(api, claims("ilse", "beheer"));
  const [desk, phone] = [
    await cookieOf(api, claims("fenna", "financien")),
    await cookieOf(api, claims("fenna", "financien")),
  ];
  const staff = (await (await api.send("GET", "/v1/staff", { as: admin })).json()) as {
    items: { id: string; name: string }[];
  };
  personId = staff.items.find(({ name }) => name === "Medewerker fenna")?.id ?? "";
  expect(staff.items.at(0)).toMatchObject({ roles: ["finance"], signedInAt: "2026-11-21T12:00:00.000Z" });
  arm();
  expect(await codeOf(await createPot(slow, desk))).toBe("unauthenticated");
  for (const cookie of [desk, phone]) expect(await codeOf(await createPot(api, cookie))).toBe("unauthenticated");
  expect((await api.send("GET", "/v1/session", { as: admin })).status).toBe(200);
  api.clock.advance({ minutes: 1 });
  expect((await createPot(api, await cookieOf(api, claims("fenna", "financien")))).status).toBe(201);
  const trail = (await (await api.send("GET", "/v1/audit-lines", { as: admin })).json()) as { items: unknown[] };
  expect(trail.items).toMatchObject([
    { act: "sessions-ended", byName: "Medewerker ilse", facts: { name: "Medewerker fenna" } },
  ]);
});

test("ending sessions is for admins, of somebody of staff", async () => {
  const api = await createTestApi();
  const admin = await cookieOf(api, claims("ilse", "beheer"));
  const { cookie: officer, personId } = await api.signInAs({ roles: ["officer"] });
  const { personId: neighbour } = await api.signInAs({ email: "buur@wijk.example" });
  const end = async (as: string, id: string) =>
    codeOf(await api.send("POST", `/v1/staff/${id}/session-endings`, { as, body: {} }));
  expect(await end(officer, personId)).toBe("forbidden");
  expect(await end(admin, neighbour)).toBe("not-found");
  expect(await end(admin, "per_x")).toBe("invalid");
  expect(await end(admin, personId)).toBe("ok");
});

test("a staff session ends after thirty minutes without a request, and each request counts", async () => {
  const api = await createTestApi();
  const fenna = await cookieOf(api, claims("fenna", "financien"));
  const kindOf = async () =>
    ((await (await api.send("GET", "/v1/session", { as: fenna })).json()) as { kind: string }).kind;
  for (let times = 0; times < 4; times++) {
    api.clock.advance({ minutes: 29 });
    expect(await kindOf()).toBe("staff");
  }
  api.clock.advance({ minutes: 30 });
  expect(await kindOf()).toBe("visitor");
  expect(await codeOf(await createPot(api, fenna))).toBe("unauthenticated");
});

test("that somebody is there is not written at every request", async () => {
  const api = await createTestApi();
  const fenna = await cookieOf(api, claims("fenna", "financien"));
  let written = 0;
  const { store } = api.deps;
  const commit: typeof store.commit = (changes) => {
    written++;
    return store.commit(changes);
  };
  const counting = await createTestApi({
    test: api,
    portal: { depsFor: async () => ({ ...api.deps, store: { ...store, commit } }) },
  });
  for (let times = 0; times < 5; times++) {
    api.clock.advance({ minutes: 0.25 });
    await counting.send("GET", "/v1/session", { as: fenna });
  }
  expect(written).toBe(1);
});

/** What an appropriation of so many cents by somebody of the council is answered. */
async function appropriate(
  api: TestApi,
  amountCents: number,
  authenticatedAt: string | undefined,
  settings: Partial<Municipality> = {},
) {
  const store = { ...api.deps, municipality: { ...api.deps.municipality, ...settings } };
  const with_ = await createTestApi({ test: api, portal: { depsFor: async () => store } });
  const finance = await cookieOf(api, claims("fenna", "financien"));
  const { id } = (await (await createPot(api, finance, `Pot ${amountCents}`)).json()) as { id: string };
  const council = await cookieOf(api, {
    ...claims("wim", "college"),
    ...(authenticatedAt === undefined ? {} : { authenticatedAt }),
  });
  const body = { amountCents, decisionReference: "RB-1", decidedOn: "2026-01-15" };
  // What is prepared moves nothing yet; who books it does.
  const headers = key(api.deps);
  const prepared = await with_.send("POST", `/v1/pots/${id}/appropriations`, { as: finance, body, headers });
  const order = (await prepared.json()) as { id: string };
  return with_.send("POST", `/v1/orders/${order.id}/confirmations`, { as: council, headers: key(api.deps) });
}

test("moving more than the limit asks for a sign-in of the last ten minutes", async () => {
  const api = await createTestApi();
  const [fresh, old] = ["2026-11-21T11:50:00.000Z", "2026-11-21T11:49:59.999Z"];
  expect(await codeOf(await appropriate(api, 1_000_001, fresh))).toBe("ok");
  expect(await codeOf(await appropriate(api, 1_000_000, old))).toBe("ok");
  const refused = await appropriate(api, 1_000_001, old);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({
    code: "sign-in-again",
    details: { aboveCents: 1_000_000, minutes: 10 },
  });
  // A provider that never said when it asked, vouches for no moment.
  expect(await codeOf(await appropriate(api, 1_000_001, undefined))).toBe("sign-in-again");
});

test("the municipality sets the limit itself", async () => {
  const api = await createTestApi();
  expect(await codeOf(await appropriate(api, 1, undefined, { freshSignInAboveCents: 0 }))).toBe("sign-in-again");
  expect(await codeOf(await appropriate(api, 9_000_000, undefined, { freshSignInAboveCents: 9_000_000 }))).toBe("ok");
});

test("names that JavaScript itself uses are refused as groups at their field, never a fault", async () => {
  const api = await createTestApi();
  const admin = await cookieOf(api, claims("ilse", "beheer"));
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    const refused = await setGroup(api, admin, name, ["officer"]);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ path: "items.7.group", code: "characters" }] });
  }
  expect((await setGroup(api, admin, "prototype", ["officer"])).status).toBe(200);
});

test("settings that another tool wrote give their roles at once", async () => {
  const api = await createTestApi();
  const fenna = await cookieOf(api, claims("fenna", "financien"));
  const settings = await api.deps.store.get("municipality", {});
  if (settings === undefined) throw new Error("no settings");
  const groupRoles = { ...settings.groupRoles, financien: ["clerk" as const] };
  await api.deps.store.commit([
    { replace: "municipality", record: { ...settings, groupRoles, revision: 1 }, when: [] },
  ]);
  expect(await codeOf(await createPot(api, fenna))).toBe("forbidden");
});
