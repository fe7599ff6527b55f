import { createTestDeps, storeEnterprise, storePot, storeProposal, storeStaff } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { prepareDecision } from "../decision/prepare.ts";
import { takeDecision } from "../decision/take.ts";
import { placeIn } from "../district/district-item.ts";
import { DistrictView, getDistrict } from "../district/get.ts";
import { recordEvent } from "../event/record.ts";
import { getHome, HomeView } from "../home/get.ts";
import { accountIds } from "../ledger/open.ts";
import { post } from "../ledger/post.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { countPromises } from "../mandate/promises.ts";
import type { Deps } from "../ports.ts";
import { listProposals } from "../proposal/list.ts";
import type { Update } from "../update/update.ts";
import { getWorkList } from "../work-list/get.ts";

/** A municipality with a mandate of 10,000 euro in its first district, of which 4,000 was paid and 1,500 spent. */
async function spending() {
  const { deps, clock } = await createTestDeps({ now: "2026-12-03T09:00:00.000Z" });
  const { enterprise } = await storeEnterprise(deps);
  const [north, south] = deps.municipality.districts;
  if (north === undefined || south === undefined) throw new Error("two districts");
  const officer = await storeStaff(deps, "officer");
  const council = await storeStaff(deps, "council");
  const pot = await storePot(deps, 3_000_000, { district: north.code });
  const proposal = await storeProposal(deps, enterprise, { status: "advised" });
  const { decisionId } = await prepareDecision(deps, officer, {
    proposalId: proposal.id,
    draft: {
      outcome: "award",
      reference: "B-1",
      legalBasis: "Awb 4.2",
      motivation: "Goed.",
      instrument: "subsidy",
      potId: pot.id,
      amountCents: 1_000_000,
      startsOn: "2026-12-03",
      endsOn: "2027-12-31",
      instalments: [{ id: "i1", amountCents: 1_000_000, plannedOn: "2026-12-15" }],
      conditions: [],
    },
  });
  const { mandateId } = await takeDecision(deps, council, {
    proposalId: proposal.id,
    decisionId,
    idempotencyKey: "01K00000000000000000000001",
  });
  if (mandateId === undefined) throw new Error("an award makes a mandate");
  const move = async (kind: "ADVANCE" | "SPEND", source: string, destination: string, amountCents: number) => {
    const about = { mandateId, potId: pot.id, enterpriseId: enterprise.id, district: north.code };
    const text = { decisionReference: "B-1", description: "Bomen", effectDate: "2026-12-03" };
    const { changes } = await post(deps, {
      kind,
      source,
      destination,
      amountCents,
      by: council.personId,
      approvers: [],
      ...about,
      ...text,
    });
    await deps.store.commit(changes);
  };
  await move("ADVANCE", accountIds.committed(mandateId), accountIds.cash(mandateId), 400_000);
  await move("SPEND", accountIds.cash(mandateId), accountIds.spent(mandateId, "material"), 150_000);
  return { deps, clock, enterprise, north, south, pot, proposal, mandateId };
}

const update = (at: Awaited<ReturnType<typeof spending>>, title: string): Update => ({
  id: at.deps.ids.next("upd"),
  proposalId: at.proposal.id,
  enterpriseId: at.enterprise.id,
  districts: [at.north.code],
  title,
  body: "Tekst.",
  postedBy: at.enterprise.registeredBy,
  postedAt: at.deps.clock.now().toISOString(),
  revision: 0,
});

describe("the front page", () => {
  test("of a municipality where nothing happened yet is all zeroes", async () => {
    const { deps } = await createTestDeps();
    expect(await getHome(deps)).toEqual({
      figures: { awardedCents: 0, paidCents: 0, spentCents: 0, activeEnterprises: 0 },
      events: [],
      updates: [],
    });
  });

  test("says what was awarded, paid and spent, and counts verified enterprises", async () => {
    const { deps } = await spending();
    await storeEnterprise(deps, { status: "registered" });
    const { figures } = HomeView.strict().parse(await getHome(deps));
    expect(figures).toEqual({
      awardedCents: 1_000_000,
      paidCents: 400_000,
      spentCents: 150_000,
      activeEnterprises: 1,
    });
  });

  test("shows what moved in the last seven days, also over the turn of a month, newest first", async () => {
    const at = await spending();
    const { deps, clock, enterprise } = at;
    const tell = async (instant: string, title: string) => {
      clock.set(instant);
      await deps.store.commit([
        recordEvent(deps, { code: "enterprise-verified", enterpriseId: enterprise.id, facts: { title } }),
      ]);
    };
    await tell("2026-11-26T08:59:59.999Z", "too old");
    await tell("2026-11-26T09:00:00.000Z", "exactly a week");
    await tell("2026-11-30T23:30:00.000Z", "the last day of the month");
    clock.set("2026-12-03T09:00:00.000Z");
    const { events } = await getHome(deps);
    expect(events.map(({ code, facts }) => `${code} ${facts["title"]}`)).toEqual([
      "proposal-awarded Bomen in de Noorderstraat",
      "decision-prepared Bomen in de Noorderstraat",
      "enterprise-verified the last day of the month",
      "enterprise-verified exactly a week",
    ]);
    expect(events[0]?.enterprise).toEqual({ id: enterprise.id, name: "Buurtbeheer Noord" });
  });

  test("shows the newest updates of the whole municipality, without who typed them", async () => {
    const at = await spending();
    for (let index = 1; index <= 8; index++)
      await at.deps.store.commit([{ put: "update", record: update(at, `Nieuws ${index}`) }]);
    const { updates } = await getHome(at.deps);
    expect(updates.map(({ title }) => title)).toEqual([8, 7, 6, 5, 4, 3].map((number) => `Nieuws ${number}`));
    expect(JSON.stringify(updates)).not.toContain("per_");
  });
});

describe("the page of a district", () => {
  test("shows its enterprises with their mandates and track record, its proposals, its money and its team", async () => {
    const at = await spending();
    const { deps, north, enterprise, mandateId, proposal, pot } = at;
    await storeEnterprise(deps, { status: "registered" });
    await storeProposal(deps, enterprise, { status: "draft" });
    const news = update(at, "De eerste boom");
    const item = { kind: "update", at: news.postedAt, updateId: news.id } as const;
    const { proposalId, enterpriseId } = news;
    await deps.store.commit([
      { put: "update", record: news },
      ...placeIn(news.districts, { ...item, proposalId, enterpriseId }),
    ]);
    const view = DistrictView.strict().parse(await getDistrict(deps, { districtCode: north.code }));
    expect(view).toMatchObject({
      name: "Noord",
      enterprises: [
        {
          name: "Buurtbeheer Noord",
          askUs: ["Hulp in de tuin"],
          mandates: [
            {
              id: mandateId,
              proposalId: proposal.id,
              vessel: {
                awardedCents: 1_000_000,
                committedCents: 600_000,
                paidNotSpentCents: 250_000,
                spentCents: 150_000,
                returnedCents: 0,
              },
            },
          ],
          promises: { kept: 0, due: 0 },
        },
      ],
      proposals: [{ id: proposal.id, status: "awarded", vessel: { spentCents: 150_000 }, appliedForCents: 1_000_000 }],
      money: {
        pots: [{ id: pot.id, appropriatedCents: 3_000_000, availableCents: 2_000_000, awardedCents: 1_000_000 }],
        vessel: { awardedCents: 1_000_000, spentCents: 150_000 },
      },
      evaluations: [],
      updates: [{ title: "De eerste boom" }],
      team: { name: "Wijkteam" },
    });
    expect(view.proposals).toHaveLength(1);
  });

  test("of another district holds none of it", async () => {
    const { deps, south } = await spending();
    expect(await getDistrict(deps, { districtCode: south.code })).toMatchObject({
      enterprises: [],
      proposals: [],
      money: { pots: [], vessel: { awardedCents: 0 } },
      updates: [],
    });
  });

  test("lists an enterprise from elsewhere that holds a mandate here", async () => {
    const { deps, south, enterprise, proposal } = await spending();
    const { id: proposalId, enterpriseId, createdAt: at } = proposal;
    await deps.store.commit([...placeIn([south.code], { kind: "proposal", at, proposalId, enterpriseId })]);
    const { enterprises } = await getDistrict(deps, { districtCode: south.code });
    expect(enterprises.map(({ id }) => id)).toEqual([enterprise.id]);
  });

  test("shows evaluations only once they are published, and nothing that tells which resident wrote", async () => {
    const { deps, north, mandateId, proposal } = await spending();
    const mandate = await deps.store.get("mandate", { id: mandateId });
    if (mandate === undefined) throw new Error("there is a mandate");
    const at = deps.clock.now().toISOString();
    const author = `resident-${"a".repeat(64)}`;
    const voice = { id: deps.ids.next("eva"), mandateId, writtenAt: at, revision: 0 };
    const content = { score: 5, sentence: "Het is koeler in de straat." };
    const resident = { ...voice, by: "resident", author, content, status: "confirmed" } as const;
    await deps.store.commit([
      { replace: "mandate", record: { ...mandate, status: "closed" }, when: [] },
      { put: "evaluation", record: resident },
    ]);
    expect((await getDistrict(deps, { districtCode: north.code })).evaluations).toEqual([]);
    const published = { ...mandate, status: "closed", evaluationPublishedAt: at } as const;
    await deps.store.commit([{ replace: "mandate", record: published, when: [] }]);
    const { evaluations } = await getDistrict(deps, { districtCode: north.code });
    expect(evaluations).toMatchObject([{ mandateId, proposalId: proposal.id, voices: [{ by: "resident", content }] }]);
    expect(JSON.stringify(evaluations)).not.toContain("aaaa");
  });

  test("that does not exist here is not found", async () => {
    const { deps } = await createTestDeps();
    const elsewhere = (await createTestDeps()).deps.municipality.districts[0];
    if (elsewhere === undefined) throw new Error("a district");
    await expect(getDistrict(deps, { districtCode: elsewhere.code })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a page that shows many things", () => {
  /** Runs a read on a store that counts what it is asked; keys that are asked in one breath travel together. */
  async function readsOf(deps: Deps, read: (counted: Deps) => Promise<unknown>): Promise<number> {
    let reads = 0;
    let isTravelling = false;
    const counted = <A extends readonly unknown[], R>(ask: (...args: A) => R) => {
      return (...args: A): R => {
        reads += 1;
        return ask(...args);
      };
    };
    const together: Deps["store"]["get"] = (kind, ref) => {
      if (!isTravelling) {
        reads += 1;
        isTravelling = true;
        queueMicrotask(() => {
          isTravelling = false;
        });
      }
      return get(kind, ref);
    };
    const { get, list, listAll, snapshot } = deps.store;
    // The generic signatures are those of the store itself; only the count is added.
    const store = {
      ...deps.store,
      get: together,
      list: counted(list),
      listAll: counted(listAll),
      snapshot: counted(snapshot),
    };
    await read({ ...deps, store: store as Deps["store"] });
    return reads;
  }

  test("reads no more often for twenty proposals than for one, and never more than twelve times", async () => {
    const { deps, north, enterprise } = await spending();
    const officer = await storeStaff(deps, "officer");
    const pages: readonly ((counted: Deps) => Promise<unknown>)[] = [
      (counted) => getHome(counted),
      (counted) => getDistrict(counted, { districtCode: north.code }),
      (counted) => listProposals(counted, {}),
      (counted) => getWorkList(counted, officer, {}),
    ];
    const count = () => Promise.all(pages.map((page) => readsOf(deps, page)));
    const before = await count();
    for (let index = 0; index < 19; index++) await storeProposal(deps, enterprise);
    const after = await count();
    // Which keys travel together depends on which list is answered first: a trip more or less is not a trip per proposal.
    for (const [index, reads] of after.entries()) expect(reads).toBeLessThanOrEqual((before[index] ?? 0) + 2);
    expect(Math.max(...after)).toBeLessThanOrEqual(12);
  });
});

describe("a track record", () => {
  const mandate = (status: Mandate["status"], milestones: Mandate["milestones"]) => ({ status, milestones }) as Mandate;
  const promise = (plannedOn: string, reachedOn?: string) => ({
    id: plannedOn,
    title: "Belofte",
    plannedOn,
    ...(reachedOn === undefined ? {} : { reachedOn }),
  });

  test("counts a promise from the day after it was planned, at once when it was kept, and all of a mandate that is over", () => {
    const today = "2026-12-03";
    const at = (...promises: Mandate["milestones"]) => countPromises([mandate("active", promises)], today);
    expect(at(promise("2026-12-03"))).toMatchObject({ kept: 0, due: 0, total: 1 });
    expect(at(promise("2026-12-02"))).toMatchObject({ kept: 0, due: 1 });
    expect(at(promise("2027-03-01", "2026-12-01"))).toMatchObject({ kept: 1, due: 1 });
    expect(
      countPromises([mandate("closed", [promise("2027-03-01"), promise("2026-01-01", "2026-02-01")])], today),
    ).toMatchObject({ kept: 1, due: 2 });
    expect(countPromises([], today)).toEqual({ kept: 0, due: 0, total: 0, late: [], missed: [], coming: [] });
  });

  test("names what was kept late, what was not kept and what is still to come", () => {
    const promises = [
      promise("2026-11-01", "2026-11-01"),
      promise("2026-11-02", "2026-11-03"),
      promise("2026-12-02"),
      promise("2027-05-01"),
      promise("2026-12-03"),
    ];
    const days = (named: readonly { plannedOn: string }[]) => named.map(({ plannedOn }) => plannedOn);
    const { late, missed, coming, ...counts } = countPromises([mandate("active", promises)], "2026-12-03");
    expect(counts).toEqual({ kept: 2, due: 3, total: 5 });
    expect([days(late), days(missed), days(coming)]).toEqual([
      ["2026-11-02"],
      ["2026-12-02"],
      ["2026-12-03", "2027-05-01"],
    ]);
  });

  test("names at most five of each", () => {
    const many = Array.from({ length: 8 }, (_, index) => promise(`2027-01-0${index + 1}`));
    expect(countPromises([mandate("active", many)], "2026-12-03").coming).toHaveLength(5);
  });
});
