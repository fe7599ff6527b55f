import { addressHash, type Deps, type Follow, followIdOf, type Letter, writeLetter } from "@hevel/core";
import { compositionOf, keptLog } from "@hevel/testing/composition";
import { createTestDeps } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { createFeedbackHandler } from "./handle-feedback.ts";

const address = "buur@example.org";
const time = "2026-11-21T12:05:00Z";

async function writeTo(deps: Deps): Promise<Letter> {
  const change = writeLetter(deps, "sign-in", address, {
    path: "/inloggen#x",
    code: "012345",
    minutes: 15,
    refusalPath: "/ik-ken-dit-niet#mail.x",
  });
  await deps.store.commit([change]);
  if (!("put" in change) || change.put !== "letter") throw new Error("a letter is put");
  return change.record;
}

async function followed(deps: Deps): Promise<Follow> {
  const [district] = deps.municipality.districts;
  if (district === undefined) throw new Error("a district");
  const subject = { kind: "district" as const, id: district.code };
  const emailHash = addressHash(deps.digest, address);
  const id = followIdOf(deps.digest, subject, emailHash);
  const createdAt = deps.clock.now().toISOString();
  const record: Follow = { id, subject, email: address, emailHash, status: "confirmed", createdAt, revision: 0 };
  await deps.store.commit([{ put: "follow", record }]);
  return record;
}

/** The `mail` part of an event, as SES writes it for a letter that was sent with our tags. */
const mailOf = (deps: Deps, { id, createdAt }: Letter) => ({
  timestamp: "2026-11-21T12:04:58.000Z",
  source: "hevel@gemeente.example",
  messageId: "0100018f",
  destination: [address],
  tags: {
    "ses:configuration-set": ["hevel-production-mail"],
    municipality: [deps.municipality.code],
    letter: [id],
    "created-at": [String(Date.parse(createdAt))],
  },
});

const recipients = [{ emailAddress: `Buur <${address.toUpperCase()}>`, action: "failed", status: "5.1.1" }];
const bounce = (bounceType: string) => ({
  eventType: "Bounce",
  bounce: { bounceType, bounceSubType: "General", bouncedRecipients: recipients, timestamp: time, feedbackId: "f" },
});
const complaint = (complaintFeedbackType?: string) => ({
  eventType: "Complaint",
  complaint: {
    complainedRecipients: [{ emailAddress: address }],
    timestamp: time,
    ...(complaintFeedbackType === undefined ? {} : { complaintFeedbackType }),
  },
});

describe.each([
  { what: "a bounce for good", event: bounce("Permanent"), why: "bounce", ends: true },
  { what: "a full mailbox", event: bounce("Transient"), why: "mailbox-unavailable", ends: false },
  { what: "a complaint", event: complaint("abuse"), why: "complaint", ends: true },
  { what: "a complaint without a kind", event: complaint(), why: "complaint", ends: true },
  { what: "no complaint after all", event: complaint("not-spam"), why: undefined, ends: false },
  {
    what: "a refusal by SES",
    event: { eventType: "Reject", reject: { reason: "Bad content" } },
    why: "refused",
    ends: false,
  },
])("$what", ({ event, why, ends }) => {
  test(`is ${why === undefined ? "not " : ""}noted on the letter and ends ${ends ? "the" : "no"} follows of the address, also when told twice`, async () => {
    const { deps } = await createTestDeps();
    const [letter, follow] = [await writeTo(deps), await followed(deps)];
    const { lines, log } = keptLog();
    const handle = createFeedbackHandler(compositionOf(deps), log);
    const detail = { ...event, mail: mailOf(deps, letter) };
    await handle({ time, detail });
    await handle({ time, detail });
    const noted = await deps.store.get("letter", { id: letter.id, createdAt: letter.createdAt });
    expect(noted?.undelivered).toEqual(why === undefined ? undefined : { why, at: "2026-11-21T12:05:00.000Z" });
    const after = await deps.store.get("follow", { id: follow.id });
    expect(after?.status).toBe(ends ? "awaiting-confirmation" : "confirmed");
    expect(after?.expiresAt !== undefined).toBe(ends);
    expect(JSON.stringify(lines)).not.toContain(address);
  });
});

test("only the municipality of the letter is concerned; a message without our tags concerns all", async () => {
  const [one, two] = [await createTestDeps(), await createTestDeps()];
  const letter = await writeTo(one.deps);
  const [mine, yours] = [await followed(one.deps), await followed(two.deps)];
  const handle = createFeedbackHandler(compositionOf(one.deps, two.deps), keptLog().log);
  const statuses = async () => [
    (await one.deps.store.get("follow", { id: mine.id }))?.status,
    (await two.deps.store.get("follow", { id: yours.id }))?.status,
  ];
  await handle({ time, detail: { ...bounce("Permanent"), mail: mailOf(one.deps, letter) } });
  expect(await statuses()).toEqual(["awaiting-confirmation", "confirmed"]);
  await handle({ time, detail: { ...bounce("Permanent"), mail: { destination: [address] } } });
  expect(await statuses()).toEqual(["awaiting-confirmation", "awaiting-confirmation"]);
});

test("what is no event of SES is refused, so that it is kept for a person to look at", async () => {
  const { deps } = await createTestDeps();
  const handle = createFeedbackHandler(compositionOf(deps), keptLog().log);
  await expect(handle({ time, detail: { bounce: {} } })).rejects.toThrow();
});
