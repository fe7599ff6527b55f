import { codeOf, storeProposal, storeStaff } from "@hevel/testing/deps";
import { no, withProposal } from "@hevel/testing/letter-worlds";
import { createMandateWorld, lettersOf, payFirst, visitor } from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareDecision } from "../decision/prepare.ts";
import { takeDecision } from "../decision/take.ts";
import { getEnterprise } from "../enterprise/get.ts";
import { viewFormalSubject } from "../formal-message/subject.ts";
import { getHome } from "../home/get.ts";
import { viewJournals } from "../ledger/journal-view.ts";
import { allJournals } from "../ledger/list-journal.ts";
import { getMoney } from "../ledger/money-flow.ts";
import { getMandate } from "../mandate/view.ts";
import { getProposal } from "../proposal/get.ts";
import { listProposals } from "../proposal/list.ts";
import { ProposalStatus } from "../proposal/proposal.ts";
import { postUpdate } from "../update/post.ts";
import { nameOnRecord, visibilityOfProposal, wordsHidden } from "../visibility/visibility.ts";
import { judgeContent } from "./judge.ts";

const reason = "Er staat een adres van een buurman op.";
const secret = "Bel Jan op 06-12345678";

describe("a running mandate of an enterprise whose page is hidden", () => {
  async function hiddenPage() {
    const test_ = await createMandateWorld();
    const { deps, mandate, officer, world } = test_;
    await payFirst(test_);
    await postUpdate(deps, world.chair, { proposalId: mandate.proposalId, title: secret, body: secret });
    const before = await getProposal(deps, visitor, { proposalId: mandate.proposalId });
    const target = { kind: "enterprise", enterpriseId: world.enterprise.id } as const;
    await judgeContent(deps, officer, { outcome: "hide", target, reason, idempotencyKey: keyOf(deps) });
    const restore = () =>
      judgeContent(deps, officer, { outcome: "restore", target, reason, idempotencyKey: keyOf(deps) });
    return { ...test_, before, restore };
  }

  test("keeps its decision, amounts, days and way to object in public, and none of its words", async () => {
    const { deps, mandate, world, before, restore } = await hiddenPage();
    const { proposalId } = mandate;
    const now = await getProposal(deps, visitor, { proposalId });
    expect(now).toMatchObject({ wordsHidden: { reason }, costCents: before.costCents });
    expect(now.mandate?.decisionReference).toBe(before.mandate?.decisionReference);
    expect(now).not.toHaveProperty("hidden");
    expect(now.plan.title).toBe(before.plan.title);
    expect(now.enterprise.name).toBe(world.enterprise.profile.name);
    expect(now.mandate?.balances).toEqual(before.mandate?.balances);
    expect(now.mandate?.milestones.map(({ plannedOn }) => plannedOn)).toEqual(
      before.mandate?.milestones.map(({ plannedOn }) => plannedOn),
    );
    for (const words of [secret, before.plan.summary, before.plan.what, before.plan.why])
      expect(JSON.stringify(now)).not.toContain(words);
    expect(await codeOf(getMandate(deps, visitor, { mandateId: mandate.id }))).toBe("ok");
    await restore();
    expect(await getProposal(deps, visitor, { proposalId })).toEqual(before);
  });

  test("keeps its name beside its money, and what it wrote there is gone", async () => {
    const { deps, world } = await hiddenPage();
    const { name } = world.enterprise.profile;
    const lines = await viewJournals(deps, await allJournals(deps, {}));
    const own = lines.filter(({ enterpriseId }) => enterpriseId === world.enterprise.id);
    expect(own.length).toBeGreaterThan(0);
    for (const line of own) expect(line).toMatchObject({ enterprise: name, description: "" });
    expect((await getMoney(deps, {})).enterprises.map((each) => each.name)).toEqual([name]);
  });

  test("is in no list, and its own page is hidden; its board and city hall read everything", async () => {
    const { deps, mandate, officer, world, before } = await hiddenPage();
    await expect(getEnterprise(deps, visitor, { enterpriseId: world.enterprise.id })).rejects.toMatchObject({
      code: "not-found",
      details: { hiddenReason: reason },
    });
    expect((await listProposals(deps, {})).items).toEqual([]);
    expect(JSON.stringify(await getHome(deps))).not.toContain(secret);
    for (const insider of [world.chair, officer]) {
      const view = await getProposal(deps, insider, { proposalId: mandate.proposalId });
      expect(view).toMatchObject({ hidden: "moderated", wordsHidden: { reason } });
      expect(view.plan).toEqual(before.plan);
    }
    expect((await lettersOf(deps, "content-hidden"))[0]?.payload).toMatchObject({ page: "enterprise", reason });
  });
});

describe("a proposal that is hidden itself", () => {
  test("keeps the decision about it and the way to object, without its title; without a decision nothing", async () => {
    const { deps, officer, proposalId, enterprise } = await withProposal({ status: "advised" });
    const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: no });
    const council = await storeStaff(deps, "council");
    await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: keyOf(deps) });
    const waiting = await storeProposal(deps, enterprise, { status: "submitted" });
    const judge = await storeStaff(deps, "officer");
    const before = await getProposal(deps, visitor, { proposalId });
    const page = { kind: "enterprise", enterpriseId: enterprise.id } as const;
    const turn = (outcome: "hide" | "restore") =>
      judgeContent(deps, judge, { outcome, target: page, reason, idempotencyKey: keyOf(deps) });
    await turn("hide");
    expect((await getProposal(deps, visitor, { proposalId })).decision).toEqual(before.decision);
    expect(await viewFormalSubject(deps, visitor, { about: "decision", id: proposalId })).toMatchObject({
      title: before.plan.title,
      reference: before.decision?.draft.reference,
    });
    await turn("restore");
    for (const id of [proposalId, waiting.id]) {
      const target = { kind: "proposal", proposalId: id } as const;
      await judgeContent(deps, judge, { outcome: "hide", target, reason, idempotencyKey: keyOf(deps) });
    }
    const now = await getProposal(deps, visitor, { proposalId });
    expect(now).toMatchObject({ wordsHidden: { reason }, plan: { title: "", what: "" } });
    expect(now.decision?.objectionUntil).toBeDefined();
    expect(await codeOf(getProposal(deps, visitor, { proposalId: waiting.id }))).toBe("not-found");
    const subject = await viewFormalSubject(deps, visitor, { about: "decision", id: proposalId });
    expect(subject).toHaveProperty("reference");
    expect(subject).not.toHaveProperty("title");
  });

  test("is not on record where its enterprise was refused or never checked", async () => {
    const mark = { at: "2026-11-23T10:00:00.000Z", reason };
    fc.assert(
      fc.property(
        fc.constantFrom(...ProposalStatus.options),
        fc.constantFrom("registered" as const, "verified" as const, "refused" as const),
        fc.boolean(),
        fc.boolean(),
        (status, of, isHidden, isPageHidden) => {
          const proposal = { status, hidden: isHidden ? mark : undefined };
          const bare = { status: of, verifiedAs: undefined };
          const enterprise = isPageHidden ? { ...bare, hidden: mark } : bare;
          const isDecided = ["awarded", "evaluation", "closed", "rejected"].includes(status);
          const stays = wordsHidden(proposal, { hidden: undefined, ...enterprise }) !== undefined;
          expect(stays).toBe(isDecided && of === "verified" && (isHidden || isPageHidden));
          if (stays) expect(visibilityOfProposal(proposal, { hidden: undefined, ...enterprise }).isPublic).toBe(false);
        },
      ),
    );
    expect(nameOnRecord(undefined)).toBeUndefined();
  });
});
