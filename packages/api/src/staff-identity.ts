import type { webcrypto } from "node:crypto";
import { limits } from "@hevel/core";
import type { Configuration, IDToken, CryptoKey as SigningKey, UserInfoResponse } from "openid-client";
import type { StaffIdentity } from "./portal.ts";

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
    scope: "openid profile email groups",
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
 * Redeems the code with our signed assertion (private_key_jwt) and checks signature, issuer, audience, time and nonce of
 * the ID token. Claims that are not in it are asked at the provider's user info.
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
  const isWhole = ["name", "email", "groups"].every((claim) => token[claim] !== undefined);
  const canAsk = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = isWhole || !canAsk ? {} : await fetchUserInfo(configuration, tokens.access_token, token.sub);
  return { ...vouchedBy(token, more), ...askedAt(token, checks.isAnew) };
}

/**
 * When the provider asked who it is. It says so in `auth_time`; one that leaves that out although it was asked to ask anew
 * did so between leaving and coming back, which is the moment it signed the token.
 */
function askedAt(token: IDToken, isAnew: boolean): Pick<Vouched, "authenticatedAt"> {
  const seconds = token.auth_time ?? (isAnew ? token.iat : undefined);
  return seconds === undefined ? {} : { authenticatedAt: new Date(seconds * 1_000).toISOString() };
}

function vouchedBy(token: IDToken, more: Partial<UserInfoResponse>): Vouched {
  const claims: Record<string, unknown> = { ...more, ...token };
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  const { groups } = claims;
  const list = Array.isArray(groups) ? groups : [groups];
  return {
    issuer: token.iss,
    subject: token.sub,
    name: textOf(claims["name"]),
    email: textOf(claims["email"]),
    groups: list.filter((group): group is string => typeof group === "string"),
  };
}

function configurationOf(identity: StaffIdentity): Promise<Configuration> {
  const { issuer, clientId, privateKey } = identity;
  // The public half is in it, so that a new key is used as soon as it is there.
  const key = [issuer, clientId, privateKey.x ?? privateKey.n].join(" ");
  const kept = known.get(key);
  if (kept !== undefined && kept.until > Date.now()) return kept.configuration;
  const configuration = discover(identity);
  known.set(key, { configuration, until: Date.now() + discoveredMs });
  // A provider that was away is asked again by the next who signs in.
  configuration.catch(() => known.delete(key));
  return configuration;
}

async function discover({ issuer, clientId, privateKey, allowsHttp }: StaffIdentity): Promise<Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks, PrivateKeyJwt } = await library();
  const key = await importKey(privateKey);
  const kid = "kid" in privateKey && typeof privateKey.kid === "string" ? privateKey.kid : undefined;
  const authentication = PrivateKeyJwt(kid === undefined ? key : { key, kid });
  // Non-repudiation: the ID token's signature is checked too, although it comes over TLS from the provider itself.
  const execute = [enableNonRepudiationChecks, ...(allowsHttp ? [allowInsecureRequests] : [])];
  return discovery(new URL(issuer), clientId, undefined, authentication, { execute, timeout: 10 });
}

async function importKey(privateKey: webcrypto.JsonWebKey): Promise<SigningKey> {
  const algorithm =
    privateKey.kty === "EC" ? { name: "ECDSA", namedCurve: "P-256" } : { name: "RSA-PSS", hash: "SHA-256" };
  const key: unknown = await crypto.subtle.importKey("jwk", privateKey, algorithm, false, ["sign"]);
  // The client names the key by the types of whoever compiles it: Node's here, a browser's where the site is checked.
  return key as SigningKey;
}
