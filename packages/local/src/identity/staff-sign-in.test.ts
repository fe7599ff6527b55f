import { SessionView } from "@hevel/core";
import { createTestApi } from "@hevel/testing/api";
import { chooseAccount, cookiesOf } from "@hevel/testing/choose-account";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { type IdentityProvider, startIdentityProvider } from "./identity-provider.ts";

const origin = "http://hevel.example";
const callback = "/v1/staff-sign-in/callback";
const accounts = [
  {
    username: "noor",
    name: "Noor de Wit",
    email: "noor@gemeente.example",
    job: "Behandelaar",
    groups: ["behandelaars"],
  },
  { username: "koos", name: "Koos Koor", email: "koos@gemeente.example", job: "Zanger", groups: ["koor"] },
];
const options = { municipality: "Testgemeente", accounts, redirectUris: [`${origin}${callback}`] };
const provider = await startIdentityProvider(options);
afterAll(() => provider.stop());

const identityOf = ({ issuer, clientId, clientKey }: IdentityProvider) => ({
  issuer,
  clientId,
  authentication: { method: "private_key_jwt", privateKey: { ...clientKey } } as const,
  scope: "openid profile email groups",
  claims: { groups: "groups", name: "name", email: "email" },
  allowsHttp: true,
});

async function portal(identity = identityOf(provider)) {
  const api = await createTestApi({ portal: { staffIdentityOf: () => identity } });
  const go = (path: string, cookie = "") => api.app.request(`${origin}${path}`, { headers: { cookie } });
  return { ...api, go };
}

const locationOf = (response: Response) => response.headers.get("location") ?? "";
const choose = (authorization: string, account: string) => chooseAccount(authorization, account, origin);

describe("staff", () => {
  test("walk to the provider and back, and have their roles where they were going", async () => {
    const { go } = await portal();
    const start = await go("/v1/staff-sign-in?returnTo=/werk/voorstellen");
    expect(start.status).toBe(302);
    const sent = new URL(locationOf(start)).searchParams;
    expect(Object.fromEntries(sent)).toMatchObject({ response_type: "code", code_challenge_method: "S256" });
    for (const name of ["state", "nonce", "code_challenge"]) expect(sent.get(name)?.length).toBeGreaterThanOrEqual(43);
    const [cookie = ""] = cookiesOf(start);
    const back = await go(await choose(locationOf(start), "noor"), cookie);
    expect(locationOf(back)).toBe(`${origin}/werk/voorstellen`);
    const session = await go("/v1/session", cookiesOf(back).at(-1));
    expect(SessionView.parse(await session.json())).toMatchObject({
      kind: "staff",
      name: "Noor de Wit",
      roles: ["officer"],
    });
  });

  test("without a role come back to the sign-in page with the reason, signed in as nobody", async () => {
    const { go } = await portal();
    const start = await go("/v1/staff-sign-in");
    const back = await go(await choose(locationOf(start), "koos"), cookiesOf(start)[0]);
    expect(locationOf(back)).toBe(`${origin}/inloggen?melding=forbidden`);
    expect(cookiesOf(back)).toEqual(["hevel-staff="]);
  });

  test("of a municipality without a provider cannot sign in here", async () => {
    const { go } = await createTestApi().then(({ app }) => ({ go: (path: string) => app.request(`${origin}${path}`) }));
    expect((await go("/v1/staff-sign-in")).status).toBe(404);
  });
});

test("signing in anew has the provider ask again who it is, and says when", async () => {
  const { go } = await portal();
  const asked = new URL(locationOf(await go("/v1/staff-sign-in?anew=yes&returnTo=/werk/geld")));
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({ prompt: "login", max_age: "0" });
  const usual = new URL(locationOf(await go("/v1/staff-sign-in")));
  expect(usual.searchParams.get("prompt")).toBeNull();
  expect(usual.searchParams.get("max_age")).toBe("28800");
});

describe("a way back that is not the way it was left", () => {
  const turnedAway = `${origin}/inloggen?melding=code-wrong`;

  test("in another browser, a second time or after ten minutes gives no session", async () => {
    const { go, clock } = await portal();
    const start = await go("/v1/staff-sign-in");
    const [cookie = ""] = cookiesOf(start);
    const path = await choose(locationOf(start), "noor");
    for (const other of ["", `hevel-staff=${"x".repeat(43)}`])
      expect(locationOf(await go(path, other))).toBe(turnedAway);
    const first = await go(path, cookie);
    expect(locationOf(first)).toBe(`${origin}/werk`);
    // The cookie was taken away; who kept it finds that the provider's code works once.
    expect(cookiesOf(first)).toContain("hevel-staff=");
    expect(locationOf(await go(path, ""))).toBe(turnedAway);
    const kept = await go(path, cookie);
    expect(locationOf(kept)).toBe(`${origin}/inloggen?melding=identity-provider`);
    expect(cookiesOf(kept).join()).not.toMatch(/hevel=/);
    const late = await go("/v1/staff-sign-in");
    clock.advance({ minutes: 10 });
    expect(locationOf(await go(await choose(locationOf(late), "noor"), cookiesOf(late)[0]))).toBe(turnedAway);
  });

  test("with another state, another code or none gives no session", async () => {
    const { go } = await portal();
    for (const change of ["state", "code", "iss"]) {
      const start = await go("/v1/staff-sign-in");
      const url = new URL(await choose(locationOf(start), "noor"), origin);
      url.searchParams.set(change, "another");
      const back = await go(url.pathname + url.search, cookiesOf(start)[0]);
      expect(locationOf(back)).toMatch(/melding=(code-wrong|identity-provider)$/);
      expect(cookiesOf(back).join()).not.toMatch(/hevel=/);
    }
    expect(locationOf(await go(callback))).toBe(turnedAway);
  });

  test("with the code of somebody else's sign-in gives no session: it does not fit this browser's verifier", async () => {
    const { go } = await portal();
    const [mine, theirs] = [await go("/v1/staff-sign-in"), await go("/v1/staff-sign-in")];
    const stolen = new URL(await choose(locationOf(theirs), "noor"), origin).searchParams.get("code") ?? "";
    const own = new URL(await choose(locationOf(mine), "koos"), origin);
    own.searchParams.set("code", stolen);
    const back = await go(own.pathname + own.search, cookiesOf(mine)[0]);
    expect(locationOf(back)).toBe(`${origin}/inloggen?melding=identity-provider`);
  });

  test("for a portal that signs with another key gives no session, and the log says why without a name", async () => {
    const stranger = await startIdentityProvider(options);
    onTestFinished(() => stranger.stop());
    const { go, log } = await portal({ ...identityOf(stranger), issuer: provider.issuer });
    const start = await go("/v1/staff-sign-in");
    const back = await go(await choose(locationOf(start), "noor"), cookiesOf(start)[0]);
    expect(locationOf(back)).toBe(`${origin}/inloggen?melding=identity-provider`);
    const line = log.find(({ code }) => code === "identity-provider");
    expect(line?.route).toBe("/v1/staff-sign-in/callback");
    expect(line?.stack).toContain("ResponseBodyError");
    expect(JSON.stringify(log)).not.toContain("Noor");
  });
});

test("a provider that is away is a sentence on the sign-in page, and asked again by the next", async () => {
  const away = await startIdentityProvider(options);
  const identity = identityOf(away);
  await away.stop();
  const { go } = await portal(identity);
  expect(locationOf(await go("/v1/staff-sign-in"))).toBe(`${origin}/inloggen?melding=identity-provider`);
  const again = await startIdentityProvider({ ...options, port: Number(new URL(away.issuer).port) });
  onTestFinished(() => again.stop());
  expect(locationOf(await go("/v1/staff-sign-in"))).toContain(`${again.issuer}/auth?`);
});
