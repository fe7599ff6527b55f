import {
  type Deps,
  type Enterprise,
  EnterpriseCard,
  editProfile,
  type Files,
  getProposal,
  postUpdate,
  reachMilestone,
  recordEvent,
  verifyEnterprise,
} from "@hevel/core";
import { createMandateWorld, payFirst, spend } from "@hevel/testing/mandate-world";
import { readInPublic } from "@hevel/testing/public-reading";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { createApp } from "./app.ts";

/** A word that only the enterprise uses: whatever it wrote has it. */
const word = "Zilverreiger";

const files: Files = {
  presign: () => Promise.reject(new Error("not used")),
  accept: () => Promise.reject(new Error("not used")),
  link: () => Promise.reject(new Error("not used")),
  read: async () => ({ bytes: new Uint8Array([1]), contentType: "image/png" }),
  forget: () => Promise.reject(new Error("not used")),
};

/** An enterprise that did everything one can do in public, and wrote the word wherever it could write. */
async function talkative() {
  const test = await createMandateWorld({ files });
  const { deps, world, mandate, officer } = test;
  const { store } = deps;
  const enterprise = await changed(deps, world.enterprise.id, (before) => ({
    ...before,
    profile: { ...before.profile, name: `Stichting ${word}`, story: `${word} vliegt.`, askUs: [`Waar is ${word}?`] },
  }));
  const proposal = await store.get("proposal", { id: mandate.proposalId });
  const running = await store.get("mandate", { id: mandate.id });
  if (proposal?.plan === undefined || running === undefined) throw new Error("the world has a mandate");
  const title = `Een nest voor de ${word}`;
  const plan = { ...proposal.plan, title, summary: `${word}.`, what: `${word}.`, audience: `${word}.` };
  const milestones = running.milestones.map((one) => ({ ...one, title: `${word} ${one.id}` }));
  const photo = {
    id: deps.ids.next("fil"),
    purpose: "photo" as const,
    contentType: "image/png" as const,
    sizeBytes: 1,
    sha256: "a".repeat(64),
    storedSha256: "a".repeat(64),
    status: "clean" as const,
    enterpriseId: enterprise.id,
    uploadedBy: world.chair.personId,
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
  };
  await store.commit([
    { replace: "proposal", record: { ...proposal, plan }, when: [] },
    { replace: "mandate", record: { ...running, title, milestones }, when: [] },
    { put: "file", record: photo },
    recordEvent(deps, {
      code: "proposal-submitted",
      enterpriseId: enterprise.id,
      proposalId: proposal.id,
      facts: { title },
    }),
  ]);
  const named = { ...test, mandate: { ...mandate, title } };
  await payFirst(named);
  await spend(named, 100_00);
  await postUpdate(deps, world.chair, { proposalId: proposal.id, title: `${word}!`, body: `De ${word} is er.` });
  const reached = { reachedOn: deps.clock.now().toISOString().slice(0, 10), note: `${word} broedt.` };
  await reachMilestone(deps, world.chair, { mandateId: mandate.id, milestoneId: "m1", ...reached });
  const journals = await store.listAll("journals-of-mandate", { mandateId: mandate.id });
  const known = [enterprise.id, proposal.id, mandate.id, ...plan.districts, ...journals.map(({ id }) => id)];
  return { deps, world, officer, enterpriseId: enterprise.id, proposalId: proposal.id, photoId: photo.id, known };
}

async function changed(deps: Deps, id: Enterprise["id"], change: (before: Enterprise) => Enterprise) {
  const before = await deps.store.get("enterprise", { id });
  if (before === undefined) throw new Error("it is kept");
  const record = change(before);
  await deps.store.commit([{ replace: "enterprise", record, when: [] }]);
  return record;
}

/** Where a visitor reads the word, by public route with its ids left out. */
async function placesOf(deps: Deps, known: readonly string[]) {
  const read = await readInPublic(deps, known);
  expect(read.length).toBeGreaterThan(10);
  const places = read.filter(({ text }) => text.includes(word));
  return new Set(places.map(({ path }) => path.replace(/(?:[a-z]{3}_|WK)[0-9A-Z]+/g, "{id}")));
}

const photoStatus = async (deps: Deps, photoId: string) => {
  const app = createApp({
    version: "0.0.0",
    originOf: () => "http://hevel.example",
    municipalityOf: () => deps.municipality.code,
    depsFor: async () => deps,
    staffIdentityOf: () => undefined,
    log: () => {},
  });
  return (await app.request(`http://hevel.example/v1/photos/${photoId}`)).status;
};

describe("every public read", () => {
  test("shows what a verified enterprise wrote", async () => {
    const { deps, known, photoId } = await talkative();
    expect(await placesOf(deps, known)).toEqual(
      new Set([
        "/enterprises",
        "/enterprises/{id}",
        "/proposals",
        "/proposals/{id}",
        "/proposals/{id}/updates",
        "/proposals/{id}/updates/{id}",
        "/proposals/{id}/events",
        "/formal-subjects/enterprise/{id}",
        "/formal-subjects/proposal/{id}",
        "/home",
        "/districts/{id}",
        "/mandates/{id}",
        "/money",
        "/journal",
        "/journal/{id}",
      ]),
    );
    expect(await photoStatus(deps, photoId)).toBe(200);
  });

  test("shows nothing of an enterprise that nobody checked", async () => {
    const { deps, known, enterpriseId, photoId } = await talkative();
    await changed(deps, enterpriseId, (before) => ({ ...before, status: "registered" }));
    expect(await placesOf(deps, known)).toEqual(new Set());
    expect(await photoStatus(deps, photoId)).toBe(404);
  });

  test("shows nothing of an enterprise after a refusal, and every euro of it", async () => {
    const { deps, world, officer, known, enterpriseId, proposalId, photoId } = await talkative();
    const before = await readInPublic(deps, known);
    const { profile, revision } = await changed(deps, enterpriseId, (one) => one);
    const name = `Stichting ${word} Noord`;
    await editProfile(deps, world.chair, { enterpriseId, profile: { ...profile, name }, revision });
    const reason = "Dit is niet van u.";
    await verifyEnterprise(deps, officer, { enterpriseId, outcome: "refuse", reason, revision: revision + 1 });
    expect(await placesOf(deps, known)).toEqual(new Set());
    expect(await photoStatus(deps, photoId)).toBe(404);
    const after = await readInPublic(deps, known);
    const cents = (read: typeof before) =>
      z
        .object({ spentCents: z.int(), awardedCents: z.int() })
        .parse(JSON.parse(read.find(({ path }) => path === "/money")?.text ?? ""));
    expect(cents(after)).toEqual(cents(before));
    expect(cents(after).spentCents).toBe(100_00);
    expect((await getProposal(deps, world.chair, { proposalId })).hidden).toBe("refused");
  });

  test("knows an enterprise under its verified name while another waits for a check", async () => {
    const { deps, world, known, enterpriseId } = await talkative();
    const { profile, revision } = await changed(deps, enterpriseId, (one) => one);
    await editProfile(deps, world.chair, { enterpriseId, profile: { ...profile, name: "DigiD Herstel" }, revision });
    const read = await readInPublic(deps, known);
    expect(read.filter(({ text }) => text.includes("DigiD")).map(({ path }) => path)).toEqual([]);
    const list = read.find(({ path }) => path === "/enterprises")?.text ?? "";
    const { items } = z.object({ items: z.array(EnterpriseCard) }).parse(JSON.parse(list));
    expect(items.map((item) => item.name)).toEqual([`Stichting ${word}`]);
  });
});
