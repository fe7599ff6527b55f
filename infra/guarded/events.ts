import { randomUUID } from "node:crypto";
import {
  addressHash,
  type Deps,
  type Follow,
  followIdOf,
  type Letter,
  writeLetter,
} from "../../packages/core/src/index.ts";
import { localCredentials, REGION } from "../../packages/local/src/aws.ts";
import { demoMunicipality } from "../../packages/local/src/seed/municipality.ts";
import { createDigest, createDocumentClient, createIds, createStore } from "../../packages/store/src/index.ts";
import type { GuardedPortal } from "./portal.ts";

/** What a test needs to put things in the table by itself, past every guard. */
export function depsBehind({ parts, pepper }: GuardedPortal): Omit<Deps, "files"> & { files: never } {
  const client = createDocumentClient({
    endpoint: parts.engine.endpoint,
    region: REGION,
    credentials: localCredentials,
  });
  return {
    store: createStore({ client, table: parts.tableName, municipality: demoMunicipality.code }),
    clock: { now: () => new Date() },
    ids: createIds(),
    digest: createDigest(pepper),
    municipality: demoMunicipality,
    files: undefined as never,
  };
}

/** A letter as it was written so many minutes ago: it waits in the outbox, or whatever `changed` says. */
export async function letterOf(
  deps: Deps,
  to: string,
  minutesAgo: number,
  changed: Partial<Letter> = {},
): Promise<Letter> {
  const change = writeLetter(deps, "sign-in", to, {
    path: "/inloggen#x",
    code: "012345",
    minutes: 15,
    refusalPath: "/ik-ken-dit-niet#x",
  });
  if (!("put" in change) || change.put !== "letter") throw new Error("a letter is put");
  const createdAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const record = { ...change.record, createdAt, ...changed };
  await deps.store.commit([{ put: "letter", record }]);
  return record;
}

/** An address that follows so many districts. */
export async function followsOf(deps: Deps, email: string, count: number): Promise<void> {
  const emailHash = addressHash(deps.digest, email);
  for (const { code } of deps.municipality.districts.slice(0, count)) {
    const subject = { kind: "district" as const, id: code };
    const id = followIdOf(deps.digest, subject, emailHash);
    const createdAt = deps.clock.now().toISOString();
    const record: Follow = { id, subject, email, emailHash, status: "confirmed", createdAt, revision: 0 };
    await deps.store.commit([{ put: "follow", record }]);
  }
}

/** What EventBridge hands over when SES says what became of a letter; about no letter of ours when there is none. */
export function feedbackOn(to: string, letter: Letter | undefined, detail: Readonly<Record<string, unknown>>) {
  const tags = letter && {
    municipality: [demoMunicipality.code],
    letter: [letter.id],
    "created-at": [String(Date.parse(letter.createdAt))],
  };
  return {
    id: randomUUID(),
    source: "aws.ses",
    "detail-type": "Email Bounced",
    time: new Date().toISOString(),
    detail: { mail: { destination: [to], ...(tags && { tags }) }, ...detail },
  };
}
