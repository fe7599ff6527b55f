import {
  codeOf,
  createTestDeps,
  storeEnterprise,
  storeProposal,
  storeResident,
  storeStaff,
  testPlan,
} from "@hevel/testing/deps";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import {
  type Deps,
  EnterpriseStatus,
  editProfile,
  editProposal,
  getDistrict,
  getEnterprise,
  getHome,
  getProposal,
  isPublic,
  limits,
  listEnterprises,
  listProposals,
  postUpdate,
  publicIdentity,
  startProposal,
  submitProposal,
  verifyEnterprise,
  visibilityOf,
  visibilityOfProposal,
  withdrawProposal,
} from "../index.ts";
import { ProposalStatus } from "../proposal/proposal.ts";

const visitor = { kind: "visitor" } as const;
const unverified = { status: "registered", verifiedAt: undefined } as const;

async function begun(changed: Parameters<typeof storeEnterprise>[1] = unverified) {
  const { deps, clock } = await createTestDeps();
  const board = await storeEnterprise(deps, changed);
  const officer = await storeStaff(deps, "officer");
  const enterpriseId = board.enterprise.id;
  const now = async () => {
    const enterprise = await deps.store.get("enterprise", { id: enterpriseId });
    if (enterprise === undefined) throw new Error("it is kept");
    return enterprise;
  };
  const judge = async (outcome: "verify" | "refuse") => {
    const { revision } = await now();
    return verifyEnterprise(
      deps,
      officer,
      outcome === "verify" ? { enterpriseId, outcome, revision } : { enterpriseId, outcome, revision, reason: "Nee." },
    );
  };
  const draft = async () =>
    (await storeProposal(deps, board.enterprise, { status: "draft", draft: testPlan(deps) })).id;
  const submit = async () => {
    const { proposalId } = await submitProposal(deps, board.chair, { proposalId: await draft(), revision: 0 });
    return proposalId;
  };
  return { deps, clock, ...board, officer, enterpriseId, now, judge, draft, submit };
}

/** Names of what the public lists and pages hold. */
async function inPublic(deps: Deps) {
  const [enterprises, proposals, home] = await Promise.all([
    listEnterprises(deps, {}),
    listProposals(deps, {}),
    getHome(deps),
  ]);
  const districtCode = deps.municipality.districts[0]?.code;
  if (districtCode === undefined) throw new Error("a municipality has a district");
  const district = await getDistrict(deps, { districtCode });
  return {
    enterprises: enterprises.items.map(({ name }) => name),
    proposals: proposals.items.map(({ title }) => title),
    events: home.events.map(({ code }) => code),
    updates: home.updates.map(({ title }) => title),
    active: home.figures.activeEnterprises,
    district: [district.enterprises.length, district.proposals.length, district.updates.length],
  };
}
const nothing = { enterprises: [], proposals: [], events: [], updates: [], active: 0, district: [0, 0, 0] };

describe("the rule", () => {
  const verifiedAs = { name: "Vroeger", legalForm: "other" as const };

  test.each([
    ["registered", undefined, "unverified"],
    ["registered", verifiedAs, undefined],
    ["verified", undefined, undefined],
    ["refused", undefined, "refused"],
    ["refused", verifiedAs, "refused"],
  ] as const)("%s, verified before as %j: %s", (status, before, because) => {
    const enterprise = { status, ...(before === undefined ? {} : { verifiedAs: before }) };
    expect(visibilityOf(enterprise)).toEqual(because === undefined ? { isPublic: true } : { isPublic: false, because });
  });

  test("a proposal is never more public than its enterprise, and a draft never at all", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ProposalStatus.options),
        fc.constantFrom(...EnterpriseStatus.options),
        fc.boolean(),
        (status, of, wasVerified) => {
          const enterprise = { status: of, ...(wasVerified ? { verifiedAs } : {}) };
          const visible = visibilityOfProposal({ status }, enterprise).isPublic;
          expect(visible).toBe(status !== "draft" && isPublic(enterprise));
        },
      ),
    );
  });
});

describe("before anybody checked", () => {
  test("what an enterprise sends in is for its board and city hall, who see why", async () => {
    const { deps, chair, officer, enterpriseId, submit } = await begun();
    const proposalId = await submit();
    expect(await inPublic(deps)).toEqual(nothing);
    for (const stranger of [visitor, await storeResident(deps), await storeStaff(deps, "professional")]) {
      expect(await codeOf(getEnterprise(deps, stranger, { enterpriseId }))).toBe("not-found");
      expect(await codeOf(getProposal(deps, stranger, { proposalId }))).toBe("not-found");
    }
    for (const insider of [chair, officer, await storeStaff(deps, "clerk")]) {
      expect((await getEnterprise(deps, insider, { enterpriseId })).hidden).toBe("unverified");
      expect((await getProposal(deps, insider, { proposalId })).hidden).toBe("unverified");
    }
  });

  test("verifying makes it public with all it sent in, and nothing of before is news", async () => {
    const { deps, submit, judge } = await begun();
    const proposalId = await submit();
    await judge("verify");
    expect(await inPublic(deps)).toMatchObject({
      enterprises: ["Buurtbeheer Noord"],
      proposals: ["Bomen in de Noorderstraat"],
      events: ["enterprise-verified"],
      active: 1,
      district: [1, 1, 0],
    });
    const view = await getProposal(deps, visitor, { proposalId });
    expect(view.events.map(({ code }) => code)).toEqual(["proposal-submitted"]);
    expect(view).not.toHaveProperty("hidden");
    expect(JSON.stringify(view)).not.toContain("isUnlisted");
  });

  test("what was sent in after the officer looked is looked at first", async () => {
    const { deps, officer, enterpriseId, now, submit } = await begun();
    const { revision } = await now();
    await submit();
    expect(await codeOf(verifyEnterprise(deps, officer, { enterpriseId, outcome: "verify", revision }))).toBe("stale");
  });

  test("there is no news, and room for few drafts and fewer proposals", async () => {
    const { deps, chair, enterpriseId, submit, draft } = await begun();
    const proposalId = await submit();
    const news = { proposalId, title: "Nieuws", body: "Hallo." };
    expect(await codeOf(postUpdate(deps, chair, news))).toBe("not-verified");
    for (let count = 1; count < limits.openProposalsUnverifiedMax; count++) await submit();
    const one = await draft();
    expect(await codeOf(submitProposal(deps, chair, { proposalId: one, revision: 0 }))).toBe("limit-reached");
    await withdrawProposal(deps, chair, { proposalId, reason: "" });
    expect(await codeOf(submitProposal(deps, chair, { proposalId: one, revision: 0 }))).toBe("ok");
    for (let count = 0; count < limits.draftsUnverifiedMax; count++) await startProposal(deps, chair, { enterpriseId });
    expect(await codeOf(startProposal(deps, chair, { enterpriseId }))).toBe("limit-reached");
  });
});

describe("after a refusal", () => {
  test("nothing of it is public, whatever was, and it starts, sends in, changes and posts nothing", async () => {
    const { deps, chair, enterpriseId, submit, draft, judge, now } = await begun();
    await judge("verify");
    const [proposalId, waiting] = [await submit(), await draft()];
    await postUpdate(deps, chair, { proposalId, title: "Nieuws", body: "Hallo." });
    expect(await inPublic(deps)).toMatchObject({ updates: ["Nieuws"], district: [1, 1, 1] });
    const { profile, revision } = await now();
    await editProfile(deps, chair, { enterpriseId, profile: { ...profile, name: "DigiD" }, revision });
    await judge("refuse");
    expect(await inPublic(deps)).toEqual(nothing);
    expect(await codeOf(getProposal(deps, visitor, { proposalId }))).toBe("not-found");
    const acts = {
      start: startProposal(deps, chair, { enterpriseId }),
      submit: submitProposal(deps, chair, { proposalId: waiting, revision: 0 }),
      edit: editProposal(deps, chair, { proposalId, plan: testPlan(deps) }),
      post: postUpdate(deps, chair, { proposalId, title: "Meer", body: "Hallo." }),
    };
    for (const attempt of Object.values(acts)) expect(await codeOf(attempt)).toBe("not-verified");
    await expect(startProposal(deps, chair, { enterpriseId })).rejects.toThrow(DomainError);
    expect(await deps.store.listAll("proposals-public", {})).toEqual([]);
  });

  test("who applies again begins anew: not public on an earlier check", async () => {
    const { deps, chair, enterpriseId, judge, now } = await begun();
    await judge("verify");
    const edit = async (name: string) => {
      const { profile, revision } = await now();
      await editProfile(deps, chair, { enterpriseId, profile: { ...profile, name }, revision });
    };
    await edit("Een andere naam");
    await judge("refuse");
    await edit("Weer een andere naam");
    expect(await now()).toMatchObject({ status: "registered" });
    expect(visibilityOf(await now())).toEqual({ isPublic: false, because: "unverified" });
    expect((await inPublic(deps)).enterprises).toEqual([]);
  });
});

describe("a verified enterprise that changes its name", () => {
  test("stays public under what was verified until an officer looked again", async () => {
    const { deps, chair, enterpriseId, judge, now, submit } = await begun();
    await judge("verify");
    const proposalId = await submit();
    const { profile, revision } = await now();
    const changed = { ...profile, name: "Gemeente", legalForm: "association" as const, kvkNumber: "87654321" };
    await editProfile(deps, chair, { enterpriseId, profile: changed, revision });
    const before = { name: "Buurtbeheer Noord", legalForm: "foundation", kvkNumber: "12345678" };
    expect(publicIdentity(await now())).toEqual(before);
    expect(await getEnterprise(deps, visitor, { enterpriseId })).toMatchObject(before);
    expect((await getProposal(deps, visitor, { proposalId })).enterprise.name).toBe("Buurtbeheer Noord");
    expect((await inPublic(deps)).enterprises).toEqual(["Buurtbeheer Noord"]);
    // A second change under way does not become what was verified.
    const { revision: newest } = await now();
    await editProfile(deps, chair, { enterpriseId, profile: { ...changed, name: "Rijk" }, revision: newest });
    expect((await inPublic(deps)).enterprises).toEqual(["Buurtbeheer Noord"]);
    await judge("verify");
    expect((await inPublic(deps)).enterprises).toEqual(["Rijk"]);
    expect((await now()).verifiedAs).toBeUndefined();
  });
});

describe("caps of a verified enterprise", () => {
  test("so many proposals wait for city hall at a time", async () => {
    const { deps, chair, submit, draft, clock, judge } = await begun();
    await judge("verify");
    for (let count = 0; count < limits.openProposalsMax; count++) await submit();
    clock.advance({ days: 3 });
    const one = await draft();
    await expect(submitProposal(deps, chair, { proposalId: one, revision: 0 })).rejects.toMatchObject({
      code: "limit-reached",
      details: { why: "at-a-time", max: limits.openProposalsMax },
    });
  });

  test("so many are sent in a day, so often a plan changes, so much news is posted", async () => {
    const { deps, chair, enterprise, submit, judge, clock } = await begun();
    await judge("verify");
    let proposalId = await submit();
    const editOne = () => codeOf(editProposal(deps, chair, { proposalId, plan: testPlan(deps) }));
    for (let count = 0; count < limits.planEditsPerEnterpriseDayMax; count++) expect(await editOne()).toBe("ok");
    expect(await editOne()).toBe("limit-reached");
    const post = async (on: typeof proposalId) =>
      codeOf(postUpdate(deps, chair, { proposalId: on, title: "x", body: "x" }));
    const others = [await storeProposal(deps, enterprise), await storeProposal(deps, enterprise)];
    const outcomes: string[] = [];
    for (let count = 0; count <= limits.updatesPerEnterpriseDayMax; count++)
      outcomes.push(await post(others[count % 2]?.id ?? proposalId));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(limits.updatesPerEnterpriseDayMax);
    for (let count = 1; count < limits.submissionsPerEnterpriseDayMax; count++) {
      await withdrawProposal(deps, chair, { proposalId, reason: "" });
      proposalId = await submit();
    }
    await withdrawProposal(deps, chair, { proposalId, reason: "" });
    expect(await codeOf(submit())).toBe("limit-reached");
    clock.advance({ days: 2 });
    expect(await codeOf(submit())).toBe("ok");
  });
});
