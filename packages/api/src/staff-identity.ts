import { createHash, type webcrypto } from "node:crypto";
import { limits } from "@hevel/core";
import type { ClientAuth, Configuration, IDToken, CryptoKey as SigningKey, UserInfoResponse } from "openid-client";
import type { ClientAuthentication, StaffIdentity } from "./portal.ts";

/** Discovery is done again after so long: providers change keys and endpoints. */
const discoveredMs = 60 * 60 * 1_000;

const known = new Map<string, { configuration: Promise<Configuration>; until: number }>();

// Loaded when staff sign in and not with the API: most cold starts are for somebody who reads.
const library = () => import("openid-client");

/** What goes to the identity provider, made by the domain and kept until somebody comes back. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  /** Ask who it is, also of somebody the provider still knows: for acts that ask for a sign-in of a moment ago. */
  readonly isAnew: boolean;
}

/** With `max_age` the provider says in `auth_time` when it last asked who it is (OpenID Connect Core 3.1.2.1). */
const askedOf = (isAnew: boolean): Record<string, string> =>
  isAnew ? { prompt: "login", max_age: "0" } : { max_age: String(limits.staffSessionHours * 3_600) };

/**
 * The address at the identity provider to send a browser to: code flow, PKCE S256, state and nonce (NL GOV Assurance
 * profile for OpenID Connect 1.0.1).
 */
export async function authorizationUrl(identity: StaffIdentity, departure: Departure): Promise<string> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
  const configuration = await configurationOf(identity);
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: departure.redirectUri,
    response_type: "code",
    scope: identity.scope,
    state: departure.state,
    nonce: departure.nonce,
    code_challenge: await calculatePKCECodeChallenge(departure.codeVerifier),
    code_challenge_method: "S256",
    ...askedOf(departure.isAnew),
  });
  return url.href;
}

/** What came back, as the provider vouches for it. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly groups: string[];
  /** When the provider asked who it is; absent when it did not say. */
  readonly authenticatedAt?: string;
}

/**
 * Redeems the code with what proves who we are and checks signature, issuer, audience, time and nonce of the ID token.
 * Claims that are not in it are asked at the provider's user info.
 * @throws whatever the library finds wrong; none of it is for the person to read.
 */
export async function redeemCode(
  identity: StaffIdentity,
  callback: URL,
  checks: Pick<Departure, "state" | "nonce" | "codeVerifier" | "isAnew">,
): Promise<Vouched> {
  const { authorizationCodeGrant, fetchUserInfo } = await library();
  const configuration = await configurationOf(identity);
  const tokens = await authorizationCodeGrant(configuration, callback, {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.codeVerifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (token === undefined) throw new Error("The identity provider sent no ID token.");
  const isWhole = Object.values(identity.claims).every((claim) => token[claim] !== undefined);
  const canAsk = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = isWhole || !canAsk ? {} : await fetchUserInfo(configuration, tokens.access_token, token.sub);
  return { ...vouchedBy(token, more, identity.claims), ...askedAt(token, checks.isAnew) };
}

/**
 * When the provider asked who it is. It says so in `auth_time`; one that leaves that out although it was asked to ask anew
 * did so between leaving and coming back, which is the moment it signed the token.
 */
function askedAt(token: IDToken, isAnew: boolean): Pick<Vouched, "authenticatedAt"> {
  const seconds = token.auth_time ?? (isAnew ? token.iat : undefined);
  return seconds === undefined ? {} : { authenticatedAt: new Date(seconds * 1_000).toISOString() };
}

function vouchedBy(token: IDToken, more: Partial<UserInfoResponse>, names: StaffIdentity["claims"]): Vouched {
  const claims: Record<string, unknown> = { ...more, ...token };
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  const groups = claims[names.groups];
  // Somebody in very many groups gets a link to them instead (OpenID Connect Core 5.6.2): they would have no role here.
  const isElsewhere = groups === undefined && Object.hasOwn(Object(claims["_claim_names"]), names.groups);
  if (isElsewhere) throw new Error("The identity provider left the groups out, because there are too many of them.");
  // Some say one group as a text and not as a list of one (ADFS).
  const list = Array.isArray(groups) ? groups : [groups];
  return {
    issuer: token.iss,
    subject: token.sub,
    name: textOf(claims[names.name]),
    email: textOf(claims[names.email]),
    groups: list.filter((group): group is string => typeof group === "string"),
  };
}

function configurationOf(identity: StaffIdentity): Promise<Configuration> {
  // Everything is in it, so that a new key or another way is used as soon as it is there.
  const key = createHash("sha256").update(JSON.stringify(identity)).digest("hex");
  const kept = known.get(key);
  if (kept !== undefined && kept.until > Date.now()) return kept.configuration;
  const configuration = discover(identity);
  known.set(key, { configuration, until: Date.now() + discoveredMs });
  // A provider that was away is asked again by the next who signs in.
  configuration.catch(() => known.delete(key));
  return configuration;
}

async function discover({ issuer, clientId, authentication, allowsHttp }: StaffIdentity): Promise<Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await library();
  const proof = await proofOf(authentication);
  // Non-repudiation: the ID token's signature is checked too, although it comes over TLS from the provider itself.
  const execute = [enableNonRepudiationChecks, ...(allowsHttp ? [allowInsecureRequests] : [])];
  return discovery(new URL(issuer), clientId, undefined, proof, { execute, timeout: 10 });
}

/** A part of what we sign. */
type Signed = Record<string, unknown>;

/** What goes along with a code that is redeemed, to prove who redeems it. */
async function proofOf(authentication: ClientAuthentication): Promise<ClientAuth> {
  const { ClientSecretBasic, ClientSecretPost, modifyAssertion, PrivateKeyJwt } = await library();
  if (authentication.method !== "private_key_jwt") {
    const { method, secret } = authentication;
    return method === "client_secret_basic" ? ClientSecretBasic(secret) : ClientSecretPost(secret);
  }
  const { privateKey, algorithm, keyId, certificateSha1, certificateSha256, audience } = authentication;
  const key = await importKey(privateKey, algorithm ?? (privateKey.kty === "EC" ? "ES256" : "PS256"));
  const named = keyId ?? ("kid" in privateKey && typeof privateKey.kid === "string" ? privateKey.kid : undefined);
  return (server, client, body, headers) => {
    const sign = PrivateKeyJwt(named === undefined ? key : { key, kid: named }, {
      [modifyAssertion]: (header: Signed, payload: Signed) => {
        if (certificateSha1 !== undefined) header["x5t"] = certificateSha1;
        if (certificateSha256 !== undefined) header["x5t#S256"] = certificateSha256;
        if (audience === "token_endpoint" && server.token_endpoint !== undefined)
          payload["aud"] = server.token_endpoint;
      },
    });
    return sign(server, client, body, headers);
  };
}

const algorithms = {
  ES256: { name: "ECDSA", namedCurve: "P-256" },
  PS256: { name: "RSA-PSS", hash: "SHA-256" },
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
} as const;

async function importKey(privateKey: webcrypto.JsonWebKey, algorithm: keyof typeof algorithms): Promise<SigningKey> {
  const { alg: _any, ...jwk } = privateKey;
  const key: unknown = await crypto.subtle.importKey("jwk", jwk, algorithms[algorithm], false, ["sign"]);
  // The client names the key by the types of whoever compiles it: Node's here, a browser's where the site is checked.
  return key as SigningKey;
}
