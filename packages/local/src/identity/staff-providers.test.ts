import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { SessionView } from "@hevel/core";
import { createPortal } from "@hevel/functions/portal";
import { createTestApi } from "@hevel/testing/api";
import { chooseAccount, cookiesOf } from "@hevel/testing/choose-account";
import { describe, expect, onTestFinished, test } from "vitest";
import { startIdentityProvider } from "./identity-provider.ts";
import type { Assertion, ProviderManner } from "./manner.ts";

const origin = "http://hevel.example";
const accounts = [
  {
    username: "noor",
    name: "Noor de Wit",
    email: "noor@gemeente.example",
    job: "Behandelaar",
    groups: ["behandelaars"],
  },
];

const rsa = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pemOf = ({ privateKey }: typeof rsa) => privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const keysOf = ({ publicKey }: typeof rsa, more: object) => ({
  keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", ...more }],
});

/** Fingerprints as a screen shows them, and as they stand in a header. */
const certificate = randomBytes(600);
const shown = (algorithm: string) =>
  (createHash(algorithm).update(certificate).digest("hex").toUpperCase().match(/../g) ?? []).join(":");
const inHeader = (algorithm: string) => createHash(algorithm).update(certificate).digest("base64url");

/** What each of these providers is strict about is what its documentation says (docs/staff-sign-in.md). */
const wantsCertificate =
  (name: string, algorithm: string) =>
  ({ header, audience, tokenEndpoint }: Assertion) => {
    if (header[name] !== inHeader(algorithm)) return `no certificate is known by ${JSON.stringify(header)}`;
    return audience === tokenEndpoint ? undefined : `the audience is ${String(audience)}`;
  };

interface Form {
  readonly manner: ProviderManner;
  readonly settings: Record<string, unknown>;
  readonly key: string;
  readonly secret?: string;
}

const forms: Record<string, Form> = {
  "Entra ID: RSA, SHA-256 of the certificate, app roles instead of groups, no scope for them": {
    key: pemOf(rsa),
    manner: {
      client: {
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "PS256",
        jwks: keysOf(rsa, {}),
      },
      objects: wantsCertificate("x5t#S256", "sha256"),
      claims: { groups: "roles", name: "name", email: "preferred_username" },
    },
    settings: {
      scope: "openid profile email",
      claims: { groups: "roles", email: "preferred_username" },
      authentication: { method: "private_key_jwt", certificateSha256: shown("sha256"), audience: "token_endpoint" },
    },
  },
  "ADFS: RS256, SHA-1 of the certificate, one group as a text": {
    key: pemOf(rsa),
    manner: {
      client: {
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "RS256",
        jwks: keysOf(rsa, {}),
      },
      objects: wantsCertificate("x5t", "sha1"),
      claims: { groups: "group", name: "unique_name", email: "upn" },
      groupScope: "allatclaims",
      saysOneGroupAsText: true,
    },
    settings: {
      scope: "openid profile email allatclaims",
      claims: { groups: "group", name: "unique_name", email: "upn" },
      authentication: {
        method: "private_key_jwt",
        algorithm: "RS256",
        certificateSha1: shown("sha1"),
        audience: "token_endpoint",
      },
    },
  },
  "Keycloak: elliptic curve, the key by its name": {
    key: pemOf(ec),
    manner: {
      client: {
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "ES256",
        jwks: keysOf(ec, { kid: "hevel-2026" }),
      },
      objects: ({ header }) => (header["kid"] === "hevel-2026" ? undefined : "no such key"),
      claims: { groups: "groups", name: "name", email: "email" },
    },
    settings: { scope: "openid profile email", authentication: { method: "private_key_jwt", keyId: "hevel-2026" } },
  },
  "a secret in the header, where a provider knows nothing else": {
    key: pemOf(ec),
    secret: "a secret of thirty-two characters!",
    manner: {
      client: {
        token_endpoint_auth_method: "client_secret_basic",
        client_secret: "a secret of thirty-two characters!",
      },
      claims: { groups: "groups", name: "name", email: "email" },
      groupScope: "groups",
    },
    settings: { authentication: { method: "client_secret_basic" } },
  },
  "a secret in the form": {
    key: pemOf(ec),
    secret: "another secret of 32 characters!!",
    manner: {
      client: { token_endpoint_auth_method: "client_secret_post", client_secret: "another secret of 32 characters!!" },
      claims: { groups: "groups", name: "name", email: "email" },
      groupScope: "groups",
    },
    settings: { authentication: { method: "client_secret_post" } },
  },
};

/** Walks to a provider and back, with the portal that a deployment with these settings has. */
async function signIn({ manner, settings, key, secret }: Form) {
  const api = await createTestApi();
  const code = api.deps.municipality.code;
  const redirectUris = [`${origin}/v1/staff-sign-in/callback`];
  const provider = await startIdentityProvider({ municipality: "Testgemeente", accounts, redirectUris, manner });
  onTestFinished(() => provider.stop());
  const { staffIdentityOf } = createPortal({
    HEVEL_TABLE: "unused",
    HEVEL_BUCKET: "unused",
    HEVEL_SITE_URL: origin,
    HEVEL_MAIL_FROM: "Hevel <hevel@gemeente.example>",
    HEVEL_PEPPER: "test-pepper-test-pepper",
    HEVEL_MUNICIPALITIES: JSON.stringify({ "hevel.example": code }),
    HEVEL_STAFF_IDENTITY: JSON.stringify({ [code]: { issuer: provider.issuer, clientId: "hevel", ...settings } }),
    HEVEL_OIDC_PRIVATE_KEY: key,
    HEVEL_OIDC_CLIENT_SECRETS: JSON.stringify(secret === undefined ? {} : { [code]: secret }),
  });
  const { app, log } = await createTestApi({ test: api, portal: { staffIdentityOf } });
  const go = (path: string, cookie = "") => app.request(`${origin}${path}`, { headers: { cookie } });
  const start = await go("/v1/staff-sign-in");
  const back = await go(await chooseAccount(start.headers.get("location") ?? "", "noor", origin), cookiesOf(start)[0]);
  const given = cookiesOf(back).at(-1);
  return { back, log, session: async () => SessionView.parse(await (await go("/v1/session", given)).json()) };
}

describe("staff sign in", () => {
  test.each(Object.entries(forms))("with %s", async (_name, form) => {
    const { back, session, log } = await signIn(form);
    expect([back.headers.get("location"), log.filter(({ level }) => level !== "info")]).toEqual([`${origin}/werk`, []]);
    expect(await session()).toMatchObject({ kind: "staff", name: "Noor de Wit", roles: ["officer"] });
  });

  test.each([
    [
      "without the certificate that Entra knows us by",
      0,
      { authentication: { method: "private_key_jwt", audience: "token_endpoint" } },
    ],
    [
      "for another audience than the provider's",
      0,
      { authentication: { method: "private_key_jwt", certificateSha256: shown("sha256") } },
    ],
    ["with a key of another name", 2, { authentication: { method: "private_key_jwt", keyId: "hevel-2025" } }],
  ])("not %s", async (_what, index, settings) => {
    const form = Object.values(forms)[index];
    if (form === undefined) throw new Error("there is such a form");
    const { back, log } = await signIn({ ...form, settings: { ...form.settings, ...settings } });
    expect(back.headers.get("location")).toBe(`${origin}/inloggen?melding=identity-provider`);
    expect(log.find(({ code }) => code === "identity-provider")?.stack).toContain("ResponseBodyError");
  });
});
