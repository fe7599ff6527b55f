import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A private key as JSON Web Key: elliptic curve P-256, for signatures with ES256. */
export type PrivateJwk = {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
  readonly d: string;
  readonly kid: string;
  readonly alg: "ES256";
  readonly use: "sig";
};

/** The secrets of the local sign-in: made once, so that a restart does not sign anybody out. */
export type IdentityKeys = {
  readonly provider: PrivateJwk;
  /** The portal's own key, with which it proves to the provider who it is (private_key_jwt). */
  readonly client: PrivateJwk;
  readonly cookie: string;
};

/** Reads the keys from the folder, or makes them and leaves them there; without a folder they are new each time. */
export function openIdentityKeys(dataDir: string | undefined): IdentityKeys {
  const file = dataDir === undefined ? undefined : join(dataDir, "keys.json");
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const keys: IdentityKeys = {
    provider: makeKey("provider"),
    client: makeKey("portal"),
    cookie: randomBytes(32).toString("base64url"),
  };
  if (file !== undefined) {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return keys;
}

/** The public half, as the other side may know it. */
export function publicHalf({ d: _secret, ...rest }: PrivateJwk): Omit<PrivateJwk, "d"> {
  return rest;
}

function makeKey(kid: string): PrivateJwk {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "", d = "" } = privateKey.export({ format: "jwk" });
  return { kty: "EC", crv: "P-256", x, y, d, kid, alg: "ES256", use: "sig" };
}
