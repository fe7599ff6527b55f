import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import type { Digest, IdByPrefix, Ids } from "@hevel/core";
import { monotonicFactory } from "ulid";

/** Ids and secrets from the system's random source; ULIDs of one process sort in order of making. */
export function createIds(now: () => Date = () => new Date()): Ids {
  const ulid = monotonicFactory();
  return {
    // The regular expression of the branded type is exactly this form.
    next: (prefix) => `${prefix}_${ulid(now().getTime())}` as IdByPrefix[typeof prefix],
    secret: () => randomBytes(32).toString("base64url"),
    code: () => String(randomInt(0, 1_000_000)).padStart(6, "0"),
  };
}

/** SHA-256, plain and keyed with the portal's pepper. */
export function createDigest(pepper: string): Digest {
  return {
    of: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
    keyed: (text) => createHmac("sha256", pepper).update(text, "utf8").digest("hex"),
  };
}
