import { outcomeOf } from "@hevel/testing/board-world";
import { codeOf, storeEnterprise, storeProposal } from "@hevel/testing/deps";
import { createMandateWorld, lettersOf, type MandateWorld, visitor } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import type { StoredFile } from "../file/file.ts";
import type { Follow, FollowSubject } from "../follow/follow.ts";
import { followIdOf } from "../follow/follow-id.ts";
import { unsubscribe } from "../follow/stop.ts";
import { unconfirmFollows } from "../follow/unconfirm.ts";
import { type Deps, limits } from "../index.ts";
import { deliverLetter } from "../letter/deliver.ts";
import { addressHash } from "../person/mailbox.ts";
import { fanOut, isLeftBehind } from "./fan-out.ts";
import { postUpdate } from "./post.ts";
import { UpdateView } from "./view.ts";

const words = { title: "De eerste tegels zijn eruit", body: "Zaterdag gaan we verder." };

const post = ({ deps, world, mandate }: MandateWorld, changed: object = {}) =>
  postUpdate(deps, world.chair, { proposalId: mandate.proposalId, ...words, ...changed });

async function photoOf({ deps, world }: MandateWorld, changed: Partial<StoredFile> = {}): Promise<StoredFile> {
  const file: StoredFile = {
    id: deps.ids.next("fil"),
    purpose: "photo",
    contentType: "image/jpeg",
    sizeBytes: 1_000,
    sha256: "a".repeat(64),
    status: "clean",
    enterpriseId: world.enterprise.id,
    uploadedBy: world.chair.personId,
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
    ...changed,
  };
  await deps.store.commit([{ put: "file", record: file }]);
  return file;
}

async function follows(deps: Deps, email: string, subject: FollowSubject, status: Follow["status"] = "confirmed") {
  const emailHash = addressHash(deps.digest, email);
  const id = followIdOf(deps.digest, subject, emailHash);
  const createdAt = deps.clock.now().toISOString();
  const record: Follow = { id, subject, email, emailHash, status, createdAt, revision: 0 };
  await deps.store.commit([{ put: "follow", record }]);
  return id;
}

const never = () => {
  throw new Error("a mandate of one district has it");
};

describe("posting news", () => {
  test("makes it public at once, and that followers must hear of it is part of the same commit", async () => {
    const test = await createMandateWorld();
    const { deps, mandate } = test;
    const photo = await photoOf(test);
    const update = await post(test, { photoId: photo.id, photoAlt: "Een stapel tegels" });
    expect(UpdateView.strict().parse(update)).toMatchObject({
      ...words,
      photoId: photo.id,
      districts: mandate.districts,
      enterprise: { name: "De Groene Straat" },
    });
    const kept = await deps.store.listAll("updates-of-proposal", { proposalId: mandate.proposalId });
    expect(kept.map(({ id }) => id)).toEqual([update.id]);
    expect(await deps.store.listAll("fan-outs-open", {})).toMatchObject([
      { id: update.id, proposalId: mandate.proposalId },
    ]);
    const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
    expect(events).toMatchObject([{ code: "update-posted", facts: { headline: words.title } }]);
  });

  test("takes a photo only when it is a clean photo of this enterprise, described in words", async () => {
    const test = await createMandateWorld();
    const other = await storeEnterprise(test.deps);
    const say = (photo: StoredFile, photoAlt: string | undefined = "Foto") =>
      outcomeOf(() => post(test, { photoId: photo.id, photoAlt }));
    expect(await say(await photoOf(test, { status: "awaited" }))).toBe("invalid photoId:file-unknown");
    expect(await say(await photoOf(test, { status: "refused" }))).toBe("invalid photoId:file-unknown");
    expect(await say(await photoOf(test, { purpose: "receipt" }))).toBe("invalid photoId:file-unknown");
    expect(await say(await photoOf(test, { enterpriseId: other.enterprise.id }))).toBe("invalid photoId:file-unknown");
    const clean = await photoOf(test);
    expect(await outcomeOf(() => post(test, { photoId: clean.id }))).toBe("invalid photoAlt:required");
    expect(await say(clean)).toBe("ok");
  });

  test("is for the board, of a proposal that is public and did not end without money", async () => {
    const test = await createMandateWorld();
    const { deps, mandate, officer, world } = test;
    const { chair: other } = await storeEnterprise(deps);
    const as = (actor: Parameters<typeof postUpdate>[1], proposalId = mandate.proposalId) =>
      codeOf(postUpdate(deps, actor, { proposalId, ...words }));
    expect(await as(visitor)).toBe("unauthenticated");
    expect(await as(other)).toBe("forbidden");
    expect(await as(officer)).toBe("forbidden");
    expect(await as(world.chair, deps.ids.next("prp"))).toBe("not-found");
    for (const status of ["draft", "rejected", "withdrawn"] as const)
      expect(await as(world.chair, (await storeProposal(deps, world.enterprise, { status })).id)).toBe("wrong-state");
    for (const status of ["submitted", "evaluation", "closed"] as const)
      expect(await as(world.chair, (await storeProposal(deps, world.enterprise, { status })).id)).toBe("ok");
  });

  test("happens no more than so often on one day", async () => {
    const test = await createMandateWorld();
    for (let time = 0; time < limits.updatesPerProposalDayMax; time++) expect(await codeOf(post(test))).toBe("ok");
    expect(await codeOf(post(test))).toBe("limit-reached");
    test.clock.advance({ days: 2 });
    expect(await codeOf(post(test))).toBe("ok");
  });

  test("says everything that is missing at once", async () => {
    const test = await createMandateWorld();
    const long = { title: "x".repeat(limits.titleLengthMax + 1), body: " " };
    expect(await outcomeOf(() => post(test, long))).toBe("invalid title:too-long body:required");
  });
});

describe("the letters to followers", () => {
  test("go once to each confirmed address, whatever it follows, with its own way out", async () => {
    const test = await createMandateWorld();
    const { deps, mandate } = test;
    const proposal: FollowSubject = { kind: "proposal", id: mandate.proposalId };
    const enterprise: FollowSubject = { kind: "enterprise", id: mandate.enterpriseId };
    const district: FollowSubject = { kind: "district", id: mandate.district ?? never() };
    await follows(deps, "alles@example.org", district);
    await follows(deps, "alles@example.org", enterprise);
    const nearest = await follows(deps, "alles@example.org", proposal);
    await follows(deps, "wijk@example.org", district);
    await follows(deps, "onderneming@example.org", enterprise);
    await follows(deps, "wacht@example.org", proposal, "awaiting-confirmation");
    const elsewhere = await storeProposal(deps, test.world.enterprise);
    await follows(deps, "elders@example.org", { kind: "proposal", id: elsewhere.id });
    const { id } = await post(test);
    expect(await fanOut(deps, { id, proposalId: mandate.proposalId })).toBe(3);
    const letters = await lettersOf(deps, "update");
    expect(letters.map(({ to }) => to).toSorted()).toEqual([
      "alles@example.org",
      "onderneming@example.org",
      "wijk@example.org",
    ]);
    const own = letters.find(({ to }) => to === "alles@example.org")?.payload;
    expect(own).toMatchObject({ headline: words.title, body: words.body });
    expect(String(own?.["unsubscribePath"])).toContain(`/v1/follows/${nearest}/unsubscriptions/`);
    expect(await deps.store.listAll("fan-outs-open", {})).toEqual([]);
  });

  test("are the same letters when it is done again, by two at once, or after half of it was done", async () => {
    const test = await createMandateWorld();
    const { deps, mandate } = test;
    for (let index = 0; index < 120; index++)
      await follows(deps, `buur${index}@example.org`, { kind: "district", id: mandate.district ?? never() });
    const { id } = await post(test);
    const ref = { id, proposalId: mandate.proposalId };
    const written = await Promise.all([fanOut(deps, ref), fanOut(deps, ref)]);
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(120);
    expect(await fanOut(deps, ref)).toBe(0);
    const letters = await lettersOf(deps, "update");
    expect(new Set(letters.map(({ to }) => to)).size).toBe(120);
    expect(letters).toHaveLength(120);
    // As if it had stopped half-way: some letters are gone, and it is not marked as done.
    const record = await deps.store.get("fan-out", { id });
    if (record === undefined) throw new Error("it is there");
    const { doneAt: _done, ...open } = record;
    await deps.store.commit([
      { replace: "fan-out", record: open, when: [] },
      ...letters
        .slice(0, 30)
        .map(({ id: letter, createdAt }) => ({ remove: "letter", ref: { id: letter, createdAt }, when: [] }) as const),
    ]);
    expect(await fanOut(deps, ref)).toBe(30);
    expect((await lettersOf(deps, "update")).map(({ id: letter }) => letter).toSorted()).toEqual(
      letters.map(({ id: letter }) => letter).toSorted(),
    );
  });

  test("are none for who unsubscribed, or whose address bounced, before they are written", async () => {
    const test = await createMandateWorld();
    const { deps, mandate } = test;
    const subject: FollowSubject = { kind: "proposal", id: mandate.proposalId };
    const left = await follows(deps, "weg@example.org", subject);
    await follows(deps, "vol@example.org", subject);
    await follows(deps, "vol@example.org", { kind: "district", id: mandate.district ?? never() });
    await follows(deps, "blijft@example.org", subject);
    const { id } = await post(test);
    await unsubscribe(deps, visitor, { followId: left, secret: deps.digest.keyed(`unsubscribe:${left}`) });
    expect(await unconfirmFollows(deps, "Vol@Example.org")).toBe(2);
    expect(await unconfirmFollows(deps, "vol@example.org")).toBe(0);
    await fanOut(deps, { id, proposalId: mandate.proposalId });
    expect((await lettersOf(deps, "update")).map(({ to }) => to)).toEqual(["blijft@example.org"]);
  });

  test("are not sent to who unsubscribed after they were written", async () => {
    const test = await createMandateWorld();
    const { deps, mandate } = test;
    const subject: FollowSubject = { kind: "proposal", id: mandate.proposalId };
    const left = await follows(deps, "weg@example.org", subject);
    await follows(deps, "blijft@example.org", subject);
    const { id } = await post(test);
    await fanOut(deps, { id, proposalId: mandate.proposalId });
    await unsubscribe(deps, visitor, { followId: left, secret: deps.digest.keyed(`unsubscribe:${left}`) });
    const sent: string[] = [];
    const outcomes: string[] = [];
    for (const letter of await lettersOf(deps, "update"))
      outcomes.push((await deliverLetter(deps, async ({ to }) => void sent.push(to), letter)).outcome);
    expect(outcomes.toSorted()).toEqual(["sent", "unwanted"]);
    expect(sent).toEqual(["blijft@example.org"]);
    expect(await deps.store.listAll("letters-waiting", {})).toEqual([]);
  });

  test("are left behind when nobody wrote them two minutes after the news", () => {
    const createdAt = "2026-11-21T12:00:00.000Z";
    expect(isLeftBehind({ createdAt }, new Date("2026-11-21T12:01:59.999Z"))).toBe(false);
    expect(isLeftBehind({ createdAt }, new Date("2026-11-21T12:02:00.000Z"))).toBe(true);
  });
});
