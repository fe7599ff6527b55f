import { createHash, createPrivateKey, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { Browser } from "../check/browser.ts";
import { LOOPBACK } from "../ports.ts";
import { type IdentityProvider, startIdentityProvider } from "./identity-provider.ts";
import type { StaffAccount } from "./staff-account.ts";

const accounts: StaffAccount[] = [
  {
    username: "omar",
    name: "Omar Behandelaar",
    email: "omar@voorbeeldstad.example",
    job: "Behandelaar",
    groups: ["a", "b"],
  },
  { username: "wies", name: "Wies Wethouder", email: "wies@voorbeeldstad.example", job: "College", groups: ["c"] },
];
/** The portal's place to come back to; what it does there is its own business. */
const portal = createServer((_request, response) => void response.end("back")).listen(0, LOOPBACK);
await once(portal, "listening");
const address = portal.address();
const redirectUri = `http://${LOOPBACK}:${typeof address === "object" ? address?.port : 0}/callback`;
const options = { municipality: "Voorbeeldstad", accounts, redirectUris: [redirectUri] };
const provider = await startIdentityProvider(options);
afterAll(async () => {
  await provider.stop();
  portal.close();
});

test("the whole code flow gives an ID token with the name and groups of who was chosen", async () => {
  const browser = new Browser();
  const verifier = randomUUID() + randomUUID();
  const choice = await browser.open(authorizationUrl(provider, verifier));
  expect(choice.body).toContain("Omar Behandelaar");

  const back = await browser.open(choice.url, { account: "wies" });
  expect(back.url).toMatch(`${redirectUri}?code=`);
  const claims = await redeem(provider, back.url, verifier);
  expect(claims).toMatchObject({
    sub: "wies",
    name: "Wies Wethouder",
    email: "wies@voorbeeldstad.example",
    groups: ["c"],
    nonce: "nonce-1",
    iss: provider.issuer,
    aud: "hevel",
  });
});

test("asks again who is signing in the next time", async () => {
  const browser = new Browser();
  for (const account of ["omar", "wies"]) {
    const verifier = randomUUID() + randomUUID();
    const choice = await browser.open(authorizationUrl(provider, verifier));
    const back = await browser.open(choice.url, { account });
    expect(await redeem(provider, back.url, verifier)).toMatchObject({ sub: account });
  }
});

test("refuses a request without PKCE", async () => {
  const url = new URL(authorizationUrl(provider, "x".repeat(43)));
  url.searchParams.delete("code_challenge");
  url.searchParams.delete("code_challenge_method");
  const back = await new Browser().open(url.href);
  expect(new URL(back.url).searchParams.get("error")).toBe("invalid_request");
});

test("refuses PKCE with the plain method", async () => {
  const url = new URL(authorizationUrl(provider, "x".repeat(43)));
  url.searchParams.set("code_challenge_method", "plain");
  const back = await new Browser().open(url.href);
  expect(new URL(back.url).searchParams.get("error")).toBe("invalid_request");
});

test("refuses an address to return to that the portal does not have, in Dutch", async () => {
  const url = new URL(authorizationUrl(provider, "x".repeat(43)));
  url.searchParams.set("redirect_uri", "https://elsewhere.example/");
  const page = await new Browser().open(url.href);
  expect(page.status).toBe(400);
  expect(page.body).toContain("Inloggen lukt niet");
});

test("refuses an account that is not on the page", async () => {
  const browser = new Browser();
  const choice = await browser.open(authorizationUrl(provider, "x".repeat(43)));
  const answer = await browser.open(choice.url, { account: "burgemeester" });
  expect(answer.status).toBe(400);
});

test("refuses a client that signs with another key", async () => {
  const browser = new Browser();
  const verifier = randomUUID() + randomUUID();
  const choice = await browser.open(authorizationUrl(provider, verifier));
  const back = await browser.open(choice.url, { account: "omar" });
  const stranger = await startIdentityProvider(options);
  onTestFinished(() => stranger.stop());
  await expect(redeem({ ...provider, clientKey: stranger.clientKey }, back.url, verifier)).rejects.toThrow(
    "invalid_client",
  );
});

test("keeps its keys over a restart when it has a folder", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hevel-identity-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const keySets: unknown[] = [];
  for (let start = 0; start < 2; start++) {
    const own = await startIdentityProvider({ ...options, dataDir });
    keySets.push(own.clientKey, await (await fetch(`${own.issuer}/jwks`)).json());
    await own.stop();
  }
  expect(keySets.slice(2)).toEqual(keySets.slice(0, 2));
});

test("says what to do about a busy port", async () => {
  const port = Number(new URL(provider.issuer).port);
  await expect(startIdentityProvider({ ...options, port })).rejects.toThrow(
    `Port ${port}, meant for staff sign-in, is in use`,
  );
});

function authorizationUrl({ issuer, clientId }: IdentityProvider, verifier: string): string {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid profile email groups",
    state: "state-1",
    nonce: "nonce-1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  return `${issuer}/auth?${query}`;
}

async function redeem({ issuer, clientId, clientKey }: IdentityProvider, callback: string, verifier: string) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1_000);
  const unsigned = `${part({ alg: "ES256", kid: clientKey.kid })}.${part({
    iss: clientId,
    sub: clientId,
    aud: issuer,
    jti: randomUUID(),
    iat: now,
    exp: now + 60,
  })}`;
  const key = createPrivateKey({ key: { ...clientKey }, format: "jwk" });
  const signature = sign("sha256", Buffer.from(unsigned), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: new URL(callback).searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      code_verifier: verifier,
      client_id: clientId,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: `${unsigned}.${signature}`,
    }),
  });
  const body = (await response.json()) as { id_token?: string; error?: string };
  if (body.id_token === undefined) throw new Error(body.error);
  return JSON.parse(Buffer.from(body.id_token.split(".")[1] ?? "", "base64url").toString("utf8"));
}
