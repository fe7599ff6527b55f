import { createTestDeps, storeEnterprise, storePot, storeProposal, storeStaff, testPlan } from "@hevel/testing/deps";
import { lettersOf } from "@hevel/testing/mandate-world";
import { beforeEach, describe, expect, test } from "vitest";
import { prepareDecision } from "../decision/prepare.ts";
import { takeDecision } from "../decision/take.ts";
import { DomainError } from "../errors.ts";
import { followIdOf } from "../follow/follow-id.ts";
import { DistrictCode } from "../ids.ts";
import type { Deps, Store } from "../index.ts";
import { limits } from "../limits.ts";
import { addressHash } from "../person/mailbox.ts";
import { editProposal } from "../proposal/edit.ts";
import { listProposals } from "../proposal/list.ts";
import { Plan } from "../proposal/proposal.ts";
import { submitProposal } from "../proposal/submit.ts";
import { withdrawProposal } from "../proposal/withdraw.ts";
import { fanOut } from "../update/fan-out.ts";
import { postUpdate } from "../update/post.ts";
import type { Districts } from "./districts.ts";
import { getDistrict } from "./get.ts";

let deps: Deps;
let [north, south, east] = ["", "", ""].map((code) => code as DistrictCode) as [
  DistrictCode,
  DistrictCode,
  DistrictCode,
];
let board: Awaited<ReturnType<typeof storeEnterprise>>;
beforeEach(async () => {
  const world = await createTestDeps();
  const [first, second] = world.deps.municipality.districts;
  if (first === undefined || second === undefined) throw new Error("two districts");
  const third = { ...second, code: DistrictCode.parse(`${second.code.slice(0, -1)}3`), name: "Oost", slug: "oost" };
  deps = { ...world.deps, municipality: { ...world.deps.municipality, districts: [first, second, third] } };
  [north, south, east] = [first.code, second.code, third.code];
  board = await storeEnterprise(deps);
});

async function sentIn(districts: Districts) {
  const draft = testPlan(deps, { districts });
  const { id: proposalId } = await storeProposal(deps, board.enterprise, { status: "draft", draft });
  await submitProposal(deps, board.chair, { proposalId, revision: 0 });
  return proposalId;
}

/** In which districts it is on the page, and in which it is in the list. */
async function placesOf(proposalId: string) {
  const inDistricts = async (list: (code: DistrictCode) => Promise<readonly { readonly id: string }[]>) => {
    const found = [];
    for (const code of [north, south, east])
      if ((await list(code)).some(({ id }) => id === proposalId)) found.push(code);
    return found;
  };
  const onPages = await inDistricts(async (code) => (await getDistrict(deps, { districtCode: code })).proposals);
  expect(await inDistricts(async (district) => (await listProposals(deps, { district })).items)).toEqual(onPages);
  return onPages;
}

describe("a plan for districts", () => {
  test("stands at each of its districts, and at no other", async () => {
    const [one, two, all] = [await sentIn([south]), await sentIn([north, east]), await sentIn("all")];
    expect([await placesOf(one), await placesOf(two), await placesOf(all)]).toEqual([
      [south],
      [north, east],
      [north, south, east],
    ]);
  });

  test("moves with its plan when that changes, and stays where it stood when it is taken back", async () => {
    const proposalId = await sentIn([north, south]);
    const edit = (districts: Districts) =>
      editProposal(deps, board.chair, { proposalId, plan: testPlan(deps, { districts }) });
    await edit([south, east]);
    expect(await placesOf(proposalId)).toEqual([south, east]);
    await edit("all");
    expect(await placesOf(proposalId)).toEqual([north, south, east]);
    await edit([east]);
    await withdrawProposal(deps, board.chair, { proposalId, reason: "" });
    expect(await placesOf(proposalId)).toEqual([east]);
  });

  test("is listed newest first, whether it is for one district or for all", async () => {
    const ids = [await sentIn([north]), await sentIn("all"), await sentIn([north, south]), await sentIn("all")];
    const { items, cursor } = await listProposals(deps, { district: north, limit: 3 });
    expect(items.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 3));
    const rest = await listProposals(deps, { district: north, limit: 3, cursor });
    expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(0, 1));
  });

  test("of an enterprise that is not public stands in no district until it is", async () => {
    board = await storeEnterprise(deps, { status: "registered" });
    const proposalId = await sentIn([north, south]);
    expect(await placesOf(proposalId)).toEqual([]);
  });

  test.each([
    ["none", [], ["districts: required"]],
    ["twice the same", ["north", "north"], ["districts: twice"]],
    ["as many as can be", Array(limits.districtsPerPlanMax).fill("new"), []],
    ["one more", Array(limits.districtsPerPlanMax + 1).fill("new"), ["districts: too-many"]],
    ["another word", "some", ["districts: choice"]],
    ["nothing said", undefined, ["districts: required"]],
    ["all", "all", []],
  ] as const)("names what is wrong: %s", (_, districts, problems) => {
    const code = (name: string, index: number) => (name === "new" ? `WK9999${String(index).padStart(2, "0")}` : north);
    const plan = { ...testPlan(deps), districts: Array.isArray(districts) ? districts.map(code) : districts };
    const result = Plan.safeParse(plan);
    const issues = result.success ? [] : result.error.issues;
    expect(issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(problems);
  });

  test("is read by its district's own list: what stands elsewhere is not read", async () => {
    await sentIn([north]);
    for (let times = 0; times < 3; times++) await sentIn([east]);
    const read: string[] = [];
    const get: Store["get"] = (kind, ref) => {
      if (kind === "proposal") read.push(kind);
      return deps.store.get(kind, ref);
    };
    const listAll: Store["listAll"] = (query, params) => {
      read.push(query);
      return deps.store.listAll(query, params);
    };
    await listProposals({ ...deps, store: { ...deps.store, get, listAll } }, { district: north });
    expect(read.filter((what) => what.startsWith("proposal"))).toEqual(["proposal"]);
  });
});

describe("news of a plan for districts", () => {
  test("stands at each of them and is mailed once to who follows two", async () => {
    const follows = async (email: string, id: DistrictCode) => {
      const subject = { kind: "district", id } as const;
      const emailHash = addressHash(deps.digest, email);
      const shared = { subject, email, emailHash, status: "confirmed", createdAt: "2026-11-01T00:00:00.000Z" } as const;
      const record = { id: followIdOf(deps.digest, subject, emailHash), ...shared, revision: 0 };
      await deps.store.commit([{ put: "follow", record }]);
    };
    await follows("beide@wijk.example", north);
    await follows("beide@wijk.example", south);
    await follows("zuid@wijk.example", south);
    await follows("oost@wijk.example", east);
    const proposalId = await sentIn([north, south]);
    const { id } = await postUpdate(deps, board.chair, { proposalId, title: "Begonnen", body: "Wij zijn begonnen." });
    expect(await fanOut(deps, { id, proposalId })).toBe(2);
    const letters = await lettersOf(deps, "update");
    expect(letters.map(({ to }) => to).toSorted()).toEqual(["beide@wijk.example", "zuid@wijk.example"]);
    const newsOf = async (districtCode: DistrictCode) => (await getDistrict(deps, { districtCode })).updates.length;
    expect([await newsOf(north), await newsOf(south), await newsOf(east)]).toEqual([1, 1, 0]);
  });
});

describe("the money of a plan for districts", () => {
  async function awarded(districts: Districts, potOf: DistrictCode | undefined) {
    const [officer, council] = [await storeStaff(deps, "officer"), await storeStaff(deps, "council")];
    const pot = await storePot(deps, 1_000_000, potOf === undefined ? {} : { district: potOf });
    const plan = testPlan(deps, { districts });
    const { id: proposalId } = await storeProposal(deps, board.enterprise, { status: "advised", plan });
    const { decisionId } = await prepareDecision(deps, officer, {
      proposalId,
      draft: {
        outcome: "award",
        reference: "B-1",
        legalBasis: "Awb 4.2",
        motivation: "Goed.",
        instrument: "subsidy",
        potId: pot.id,
        amountCents: 1_000_000,
        startsOn: "2026-12-01",
        endsOn: "2027-12-31",
        instalments: [{ id: "i1", amountCents: 1_000_000, plannedOn: "2026-12-15" }],
        conditions: [],
      },
    });
    const idempotencyKey = deps.ids.next("evt");
    const { mandateId } = await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey });
    const mandate = mandateId === undefined ? undefined : await deps.store.get("mandate", { id: mandateId });
    return mandate?.district ?? "none";
  }

  test("comes from a pot of one of them or of the whole municipality, and counts in one district at most", async () => {
    expect(await awarded([north, south], undefined)).toBe("none");
    expect(await awarded([north, south], south)).toBe(south);
    expect(await awarded("all", east)).toBe(east);
    expect(await awarded([north], undefined)).toBe(north);
    const elsewhere = await awarded([north, south], east).catch((error: unknown) => error);
    expect(elsewhere).toBeInstanceOf(DomainError);
    expect(elsewhere).toMatchObject({ fields: [{ path: "potId", code: "choice" }] });
    const levelOf = async (districtCode: DistrictCode) =>
      (await getDistrict(deps, { districtCode })).money.vessel.awardedCents;
    expect([await levelOf(north), await levelOf(south), await levelOf(east)]).toEqual([
      1_000_000, 1_000_000, 1_000_000,
    ]);
  });
});
