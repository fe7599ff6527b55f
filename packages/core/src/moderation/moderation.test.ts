import { codeOf, createTestDeps, storeEnterprise, storeProposal, storeResident, storeStaff } from "@hevel/testing/deps";
import {
  createMandateWorld,
  end,
  lettersOf,
  type MandateWorld,
  payFirst,
  visitor,
  writeBoth,
} from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { getEnterprise } from "../enterprise/get.ts";
import { askEvaluation } from "../evaluation/ask.ts";
import { getHome } from "../home/get.ts";
import { limits, type ModerationTarget } from "../index.ts";
import { correctMilestone } from "../mandate/correct-milestone.ts";
import { reachMilestone } from "../mandate/reach-milestone.ts";
import { getProposal } from "../proposal/get.ts";
import { editUpdate } from "../update/edit.ts";
import { fanOut } from "../update/fan-out.ts";
import { postUpdate } from "../update/post.ts";
import { judgeContent } from "./judge.ts";
import { listModeration } from "./list.ts";
import { reportContent } from "./report.ts";

/** Somebody on a network of their own. */
const ip = (network: number) => ({ ip: `198.18.${network}.1` });
const secretWords = "Bel Jan op 06-12345678";

async function withNews(test: MandateWorld) {
  const { deps, world, mandate } = test;
  const words = { title: secretWords, body: `${secretWords}, elke avond.` };
  const update = await postUpdate(deps, world.chair, { proposalId: mandate.proposalId, ...words });
  const target: ModerationTarget = { kind: "update", proposalId: mandate.proposalId, updateId: update.id };
  return { update, target };
}

/** Everything a visitor reads of it. */
async function inPublic({ deps, mandate, world }: MandateWorld): Promise<string> {
  const found = await Promise.all([
    getProposal(deps, visitor, { proposalId: mandate.proposalId }),
    getEnterprise(deps, visitor, { enterpriseId: world.enterprise.id }),
    getHome(deps),
  ]);
  return JSON.stringify(found);
}

describe("a report", () => {
  test("needs no account, is seen by city hall, and changes nothing on the site", async () => {
    const test = await createMandateWorld();
    const { target } = await withNews(test);
    await reportContent(test.deps, visitor, { target, reason: "Hier staat een nummer in." }, ip(1));
    await reportContent(test.deps, visitor, { target, reason: "Dit klopt niet." }, ip(2));
    expect(await inPublic(test)).toContain(secretWords);
    const { items } = await listModeration(test.deps, test.officer, { state: "open" });
    expect(items).toMatchObject([
      { target, reportCount: 2, reports: [{ reason: "Hier staat een nummer in." }, { reason: "Dit klopt niet." }] },
    ]);
    expect(items[0]?.words).toContain(secretWords);
    expect(JSON.stringify(await test.deps.store.listAll("moderation-open", {}))).not.toContain("198.18");
    expect(await codeOf(listModeration(test.deps, test.neighbour, { state: "open" }))).toBe("forbidden");
  });

  test("is about something that everybody can read", async () => {
    const { deps } = await createTestDeps();
    const { enterprise } = await storeEnterprise(deps, { status: "registered", verifiedAt: undefined });
    const draft = await storeProposal(deps, enterprise, { status: "draft" });
    const say = (target: ModerationTarget) => codeOf(reportContent(deps, visitor, { target, reason: "Fout." }, ip(1)));
    expect(await say({ kind: "enterprise", enterpriseId: enterprise.id })).toBe("not-found");
    expect(await say({ kind: "proposal", proposalId: draft.id })).toBe("not-found");
    expect(await say({ kind: "enterprise", enterpriseId: deps.ids.next("ent") })).toBe("not-found");
    expect(
      await codeOf(
        reportContent(
          deps,
          visitor,
          { target: { kind: "enterprise", enterpriseId: enterprise.id }, reason: " " },
          ip(1),
        ),
      ),
    ).toBe("invalid");
  });

  test(`comes ${limits.reportsPerNetworkDayMax} times a day from one network`, async () => {
    const { deps } = await createTestDeps();
    const enterprises = await Promise.all(
      Array.from({ length: limits.reportsPerNetworkDayMax + 1 }, () => storeEnterprise(deps)),
    );
    const codes: string[] = [];
    for (const { enterprise } of enterprises) {
      const target: ModerationTarget = { kind: "enterprise", enterpriseId: enterprise.id };
      codes.push(await codeOf(reportContent(deps, visitor, { target, reason: "Fout." }, ip(7))));
    }
    expect(codes.indexOf("limit-reached")).toBe(limits.reportsPerNetworkDayMax);
  });

  test(`about one thing is possible from everywhere, however many came before, and keeps the words of ${limits.reportsKeptMax}`, async () => {
    const { deps } = await createTestDeps();
    const { enterprise } = await storeEnterprise(deps);
    const target: ModerationTarget = { kind: "enterprise", enterpriseId: enterprise.id };
    const say = (from: { ip: string }) => codeOf(reportContent(deps, visitor, { target, reason: "Fout." }, from));
    for (let network = 0; network < 12; network++) {
      for (let time = 0; time < limits.reportsPerTargetDayMax; time++) expect(await say(ip(network))).toBe("ok");
      expect(await say(ip(network))).toBe("limit-reached");
    }
    expect(await say(ip(99))).toBe("ok");
    const [kept] = await deps.store.listAll("moderation-open", {});
    expect(kept?.reportCount).toBe(12 * limits.reportsPerTargetDayMax + 1);
    expect(kept?.reports).toHaveLength(limits.reportsKeptMax);
  });
});

describe("an officer", () => {
  test("hides news: its words are nowhere in public, the reason is, the board hears it, the audit trail holds it", async () => {
    const test = await createMandateWorld();
    const { deps, officer, mandate, world } = test;
    const { target, update } = await withNews(test);
    const reason = "Er staat een telefoonnummer in.";
    await judgeContent(deps, officer, { outcome: "hide", target, reason });
    const read = await inPublic(test);
    expect(read).not.toContain(secretWords);
    expect(read).toContain(reason);
    expect(await fanOut(deps, { id: update.id, proposalId: mandate.proposalId })).toBe(0);
    const letters = await lettersOf(deps, "content-hidden");
    expect(letters.map(({ to }) => to).sort()).toEqual(world.enterprise.members.map(({ email }) => email).sort());
    expect(letters[0]?.payload).toMatchObject({ reason, objectionAddress: deps.municipality.objectionAddress });
    const month = deps.clock.now().toISOString().slice(0, 7);
    expect(await deps.store.listAll("audit-of-month", { month })).toMatchObject([{ act: "content-hidden" }]);
    expect((await listModeration(deps, officer, { state: "hidden" })).items).toMatchObject([{ target }]);

    await judgeContent(deps, officer, { outcome: "restore", target, reason: "Het nummer is van het bestuur." });
    expect(await inPublic(test)).toContain(secretWords);
    expect(await lettersOf(deps, "content-restored")).toHaveLength(3);
    expect((await listModeration(deps, officer, { state: "hidden" })).items).toEqual([]);
  });

  test("leaves it as it is, which answers the reports and is no news to anybody", async () => {
    const test = await createMandateWorld();
    const { target } = await withNews(test);
    const keep = () => codeOf(judgeContent(test.deps, test.officer, { outcome: "keep", target, reason: "Het mag." }));
    expect(await keep()).toBe("wrong-state");
    await reportContent(test.deps, visitor, { target, reason: "Fout." }, ip(1));
    expect(await keep()).toBe("ok");
    expect(await inPublic(test)).toContain(secretWords);
    expect((await listModeration(test.deps, test.officer, { state: "open" })).items).toEqual([]);
    expect(await lettersOf(test.deps, "content-hidden")).toEqual([]);
  });

  test("hides once and restores once, never of the own board, and nobody else does", async () => {
    const test = await createMandateWorld();
    const { deps, officer, world } = test;
    const { target } = await withNews(test);
    const judge = (outcome: "hide" | "restore", by = officer) =>
      codeOf(judgeContent(deps, by, { outcome, target, reason: "Reden." }));
    expect(await judge("restore")).toBe("wrong-state");
    expect(await judge("hide", await storeStaff(deps, "council"))).toBe("forbidden");
    expect(await codeOf(judgeContent(deps, world.chair, { outcome: "hide", target, reason: "Reden." }))).toBe(
      "forbidden",
    );
    const own = await storeStaff(deps, "officer");
    const { enterprise, chair } = await storeEnterprise(deps, {}, [own]);
    const theirs = await storeProposal(deps, enterprise);
    expect(
      await codeOf(
        judgeContent(deps, own, {
          outcome: "hide",
          target: { kind: "proposal", proposalId: theirs.id },
          reason: "Nee.",
        }),
      ),
    ).toBe("own-interest");
    expect(chair.kind).toBe("resident");
    expect(await judge("hide")).toBe("ok");
    expect(await judge("hide")).toBe("wrong-state");
    const twice = await Promise.all([judge("restore"), judge("restore")]);
    expect(twice.toSorted()).toEqual(["ok", "wrong-state"]);
  });

  test("hides a proposal that was not awarded: page, lists and stream; an award stays public", async () => {
    const test = await createMandateWorld();
    const { deps, officer, mandate } = test;
    const { enterprise, chair } = await storeEnterprise(deps);
    const proposal = await storeProposal(deps, enterprise);
    await postUpdate(deps, chair, { proposalId: proposal.id, title: secretWords, body: "x" });
    const target: ModerationTarget = { kind: "proposal", proposalId: proposal.id };
    await judgeContent(deps, officer, { outcome: "hide", target, reason: "Beledigend." });
    await expect(getProposal(deps, visitor, { proposalId: proposal.id })).rejects.toMatchObject({
      code: "not-found",
      details: { hiddenReason: "Beledigend." },
    });
    expect((await getProposal(deps, chair, { proposalId: proposal.id })).hidden).toBe("moderated");
    const read = JSON.stringify([
      await getHome(deps),
      await getEnterprise(deps, visitor, { enterpriseId: enterprise.id }),
    ]);
    expect(read).not.toContain(secretWords);
    expect((await deps.store.listAll("proposals-public", {})).map(({ id }) => id)).not.toContain(proposal.id);
    await judgeContent(deps, officer, { outcome: "restore", target, reason: "Aangepast." });
    expect((await getProposal(deps, visitor, { proposalId: proposal.id })).id).toBe(proposal.id);
    expect(JSON.stringify(await getHome(deps))).toContain(secretWords);
    const awarded: ModerationTarget = { kind: "proposal", proposalId: mandate.proposalId };
    expect(await codeOf(judgeContent(deps, officer, { outcome: "hide", target: awarded, reason: "Nee." }))).toBe(
      "wrong-state",
    );
  });

  test("of a proposal that was awarded since can still be answered, and no longer hides it", async () => {
    const { deps, officer, mandate } = await createMandateWorld();
    const { proposalId } = mandate;
    const target: ModerationTarget = { kind: "proposal", proposalId };
    const proposal = await deps.store.get("proposal", { id: proposalId });
    if (proposal === undefined) throw new Error("a proposal");
    const { mandateId: _none, ...undecided } = proposal;
    await deps.store.commit([{ replace: "proposal", record: { ...undecided, status: "submitted" }, when: [] }]);
    await reportContent(deps, visitor, { target, reason: "Klopt dit?" }, ip(9));
    await deps.store.commit([{ replace: "proposal", record: proposal, when: [] }]);
    const open = async () => (await listModeration(deps, officer, { state: "open" })).items;
    expect(await open()).toMatchObject([{ target, staysPublic: true }]);
    const judge = (outcome: "hide" | "keep") =>
      codeOf(judgeContent(deps, officer, { outcome, target, reason: "Het klopt." }));
    expect(await judge("hide")).toBe("wrong-state");
    expect(await judge("keep")).toBe("ok");
    expect(await open()).toEqual([]);
    const again = reportContent(deps, visitor, { target, reason: "Toch niet." }, ip(10));
    expect(await codeOf(again)).toBe("wrong-state");
  });

  test("hides an enterprise, with everything of it", async () => {
    const test = await createMandateWorld();
    const { deps, officer, world, mandate } = test;
    await withNews(test);
    const target: ModerationTarget = { kind: "enterprise", enterpriseId: world.enterprise.id };
    await judgeContent(deps, officer, { outcome: "hide", target, reason: "Misleidend." });
    const refused = { code: "not-found", details: { hiddenReason: "Misleidend." } };
    await expect(getEnterprise(deps, visitor, { enterpriseId: world.enterprise.id })).rejects.toMatchObject(refused);
    const { plan, updates } = await getProposal(deps, visitor, { proposalId: mandate.proposalId });
    expect({ what: plan.what, updates }).toEqual({ what: "", updates: [] });
    expect(JSON.stringify(await getHome(deps))).not.toContain(secretWords);
    await judgeContent(deps, officer, { outcome: "restore", target, reason: "Opgelost." });
    expect(await inPublic(test)).toContain(secretWords);
  });

  test("hides what was said of a promise, and a voice in an evaluation, whose score still counts", async () => {
    const test = await createMandateWorld();
    const { deps, officer, mandate, world } = test;
    await payFirst(test);
    await reachMilestone(deps, world.chair, {
      mandateId: mandate.id,
      milestoneId: "m1",
      reachedOn: "2026-11-20",
      note: secretWords,
    });
    const milestone: ModerationTarget = { kind: "milestone", mandateId: mandate.id, milestoneId: "m1" };
    await judgeContent(deps, officer, { outcome: "hide", target: milestone, reason: "Nummer." });
    expect(await inPublic(test)).not.toContain(secretWords);
    expect(await inPublic(test)).toContain("Nummer.");
    expect(
      await codeOf(
        correctMilestone(deps, world.chair, {
          mandateId: mandate.id,
          milestoneId: "m1",
          reachedOn: "2026-11-20",
          note: "x",
        }),
      ),
    ).toBe("wrong-state");

    await askEvaluation(deps, officer, { mandateId: mandate.id });
    await writeBoth(test);
    await end(test);
    const voice = (await deps.store.listAll("evaluations-of-mandate", { mandateId: mandate.id })).find(
      ({ by }) => by === "enterprise",
    );
    const target: ModerationTarget = {
      kind: "evaluation",
      mandateId: mandate.id,
      evaluationId: voice?.id ?? deps.ids.next("eva"),
    };
    expect(await inPublic(test)).toContain("Begin klein.");
    await judgeContent(deps, officer, { outcome: "hide", target, reason: "Privé." });
    const { evaluations } = await getProposal(deps, visitor, { proposalId: mandate.proposalId });
    expect(JSON.stringify(evaluations)).not.toContain("Begin klein.");
    expect(evaluations.find(({ by }) => by === "enterprise")).toMatchObject({
      hidden: { reason: "Privé." },
      content: { peopleReached: 40 },
    });
  });
});

describe("the board corrects", () => {
  test("its news: the page says since when, the earlier words are kept, nobody gets a second letter", async () => {
    const test = await createMandateWorld();
    const { deps, world, mandate, neighbour } = test;
    const { update } = await withNews(test);
    const input = { proposalId: mandate.proposalId, updateId: update.id, title: "Nieuws", body: "Zaterdag verder." };
    expect(await codeOf(editUpdate(deps, visitor, input))).toBe("unauthenticated");
    expect(await codeOf(editUpdate(deps, neighbour, input))).toBe("forbidden");
    test.clock.advance({ hours: 1 });
    const edited = await editUpdate(deps, world.treasurer, input);
    expect(edited).toMatchObject({ title: "Nieuws", editedAt: deps.clock.now().toISOString() });
    expect(await editUpdate(deps, world.treasurer, input)).toEqual(edited);
    expect(await inPublic(test)).not.toContain(secretWords);
    const of = `${mandate.proposalId}.${update.id}`;
    const by = world.treasurer.personId;
    expect(await deps.store.listAll("earlier-words-of", { of })).toMatchObject([
      { number: 1, words: { title: secretWords, body: `${secretWords}, elke avond.` }, until: edited.editedAt, by },
    ]);
    expect(await deps.store.listAll("fan-outs-open", {})).toHaveLength(1);
    for (let time = 1; time < limits.correctionsMax; time++)
      await editUpdate(deps, world.chair, { ...input, title: `${time}` });
    expect(await codeOf(editUpdate(deps, world.chair, { ...input, title: "Nog eens" }))).toBe("limit-reached");
    const kept = await deps.store.listAll("earlier-words-of", { of });
    expect(kept.map(({ words }) => words["title"])).toEqual([
      secretWords,
      "Nieuws",
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
    ]);
  });

  test("not what the municipality hid, and not news that is not there", async () => {
    const test = await createMandateWorld();
    const { deps, world, mandate, officer } = test;
    const { update, target } = await withNews(test);
    const input = { proposalId: mandate.proposalId, updateId: update.id, title: "Nieuws", body: "Zo." };
    expect(await codeOf(editUpdate(deps, world.chair, { ...input, updateId: deps.ids.next("upd") }))).toBe("not-found");
    await judgeContent(deps, officer, { outcome: "hide", target, reason: "Reden." });
    expect(await codeOf(editUpdate(deps, world.chair, input))).toBe("wrong-state");
  });

  test("what it said of a promise", async () => {
    const test = await createMandateWorld();
    const { deps, world, mandate } = test;
    const input = { mandateId: mandate.id, milestoneId: "m1", reachedOn: "2026-11-20", note: "Klaar." };
    const correct = (changed: object = {}, actor: Parameters<typeof correctMilestone>[1] = world.chair) =>
      correctMilestone(deps, actor, { ...input, ...changed });
    expect(await codeOf(correct())).toBe("wrong-state");
    await reachMilestone(deps, world.chair, input);
    expect(await correct({ note: "Bijna klaar." })).toMatchObject({ note: "Bijna klaar.", reachedOn: "2026-11-20" });
    expect(await codeOf(correct({ reachedOn: "2026-11-22" }))).toBe("invalid");
    expect(await codeOf(correct({ milestoneId: "m9" }))).toBe("not-found");
    expect(await codeOf(correct({}, await storeResident(deps)))).toBe("forbidden");
    expect(await deps.store.listAll("earlier-words-of", { of: `${mandate.id}.m1` })).toMatchObject([
      { number: 1, words: { reachedOn: "2026-11-20", note: "Klaar." }, by: world.chair.personId },
    ]);
  });
});
