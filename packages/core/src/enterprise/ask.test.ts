import { invited, officer, outcomeOf, profileOf, resident, visitor, withTreasurer } from "@hevel/testing/board-world";
import { createTestDeps } from "@hevel/testing/deps";
import { beforeEach, describe, expect, test } from "vitest";
import {
  askEnterprise,
  type Deps,
  EnterpriseProfile,
  editProfile,
  findEnterprise,
  getEnterprise,
  type LetterPayload,
  limits,
  verifyEnterprise,
} from "../index.ts";

let deps: Deps;
let enterpriseId: Parameters<typeof askEnterprise>[2]["enterpriseId"];
let founder: Awaited<ReturnType<typeof resident>>;
let board: Awaited<ReturnType<typeof withTreasurer>>["board"];

beforeEach(async () => {
  ({ deps } = await createTestDeps());
  ({ founder, enterpriseId, board } = await withTreasurer(deps));
});

const judge = async (outcome: "verify" | "refuse") => {
  const { revision } = await findEnterprise(deps, enterpriseId);
  const reason = outcome === "refuse" ? { reason: "Nee." } : {};
  const input = { enterpriseId, outcome, revision, ...reason } as Parameters<typeof verifyEnterprise>[2];
  await verifyEnterprise(deps, await officer(deps), input);
};
const question = { name: "Hanna van Vliet", email: "hanna@example.org", question: "Mag ik een boor lenen?" };
const ask = (more: Partial<typeof question> = {}, ip = "192.0.2.1") =>
  outcomeOf(() => askEnterprise(deps, visitor, { enterpriseId, ...question, ...more }, { ip }));
const letters = async () => (await deps.store.listAll("letters-waiting", {})).filter(({ kind }) => kind === "question");

describe("asking an enterprise", () => {
  test("is a letter to each of its board, answered to the asker, who gets none", async () => {
    await invited(deps, founder, board, "nog-niet@example.org", "member");
    await judge("verify");
    expect(await ask()).toBe("ok");
    const sent = await letters();
    expect(sent.map(({ to }) => to).toSorted()).toEqual(["founder@example.org", "thijs@example.org"]);
    for (const { payload } of sent)
      expect(payload as LetterPayload<"question">).toMatchObject({
        enterprise: "De Buurtschuur",
        answerTo: { name: question.name, email: question.email },
        question: question.question,
      });
  });

  test("is not possible before a check nor after a refusal, as if it did not exist", async () => {
    expect(await ask()).toBe("not-found");
    await judge("refuse");
    expect(await ask()).toBe("not-found");
    expect(await letters()).toEqual([]);
  });

  test("needs a name that leads nowhere, an address and a question", async () => {
    await judge("verify");
    expect(await ask({ name: "Kijk op digid-herstel.nl", email: "hanna", question: " " })).toBe(
      "invalid name:address email:email question:required",
    );
    expect(await ask({ question: "a".repeat(limits.noteLengthMax + 1) })).toBe("invalid question:too-long");
    expect(await ask({ question: "a".repeat(limits.noteLengthMax) })).toBe("ok");
  });

  test("twice the same question is one letter for each, also at the same moment", async () => {
    await judge("verify");
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(["ok", "ok", "ok"]);
    expect(await letters()).toHaveLength(2);
    expect(await ask({ question: "En een zaag?" })).toBe("ok");
    expect(await letters()).toHaveLength(4);
  });

  const mostFrom = limits.questionsPerNetworkAndEnterpriseDayMax;

  test("is bounded per network and enterprise, whoever asks", async () => {
    await judge("verify");
    for (let nth = 0; nth < mostFrom; nth++) expect(await ask({ email: `n${nth}@example.org` })).toBe("ok");
    expect(await ask({ email: "n99@example.org" })).toBe("limit-reached");
    // What was refused uses up nothing: it can be asked from elsewhere, and again later.
    expect(await ask({ email: "n99@example.org" })).toBe("limit-reached");
    expect(await ask({ email: "n99@example.org" }, "203.0.113.1")).toBe("ok");
  });

  test("under somebody's address from elsewhere never keeps that person from asking", async () => {
    await judge("verify");
    for (let network = 0; network < 2 * limits.questionsPerAskerDayMax; network++)
      expect(await ask({ question: "Rot op." }, `198.51.${network}.1`)).toBe("ok");
    expect(await ask({}, "203.0.113.1")).toBe("ok");
    expect(await ask({ question: "Rot op." }, "203.0.113.1")).toBe("ok");
    const before = (await letters()).length;
    expect(await ask({ email: "Hanna@Example.org" }, "203.0.113.1")).toBe("ok");
    expect(await letters()).toHaveLength(before);
  });

  test("from a few networks never closes the form for the neighbours", async () => {
    await judge("verify");
    const networks = Math.ceil(limits.questionsPerEnterpriseDayMax / mostFrom) + 1;
    let taken = 0;
    for (let network = 0; network < networks; network++)
      for (let nth = 0; nth <= mostFrom; nth++)
        if ((await ask({ email: `a${nth}@example.org` }, `198.51.${network}.1`)) === "ok") taken++;
    expect(taken).toBeGreaterThanOrEqual(limits.questionsPerEnterpriseDayMax);
    // Each neighbour still has one, up to the reserve; who signed in has more, and is counted with nobody.
    for (let neighbour = 0; neighbour < 10; neighbour++) expect(await ask({}, `203.0.${neighbour}.1`)).toBe("ok");
    expect(await ask({ question: "Nog een" }, "203.0.1.1")).toBe("limit-reached");
    const hanna = await resident(deps, question.email);
    const own = (nth: number) =>
      outcomeOf(() =>
        askEnterprise(deps, hanna, { enterpriseId, ...question, question: `Vraag ${nth}` }, { ip: "198.51.1.1" }),
      );
    for (let nth = 0; nth < limits.questionsPerAskerDayMax; nth++) expect(await own(nth)).toBe("ok");
    expect(await own(99)).toBe("limit-reached");
  });

  test("is bounded altogether: a board gets no more letters than that", async () => {
    await judge("verify");
    let taken = 0;
    const { questionsPerEnterpriseDayMax: total, newcomersPerTargetDayMax: reserve } = limits;
    // Two from each until the total is used up, and then one from more networks than the reserve has room for.
    for (let network = 0; network < total / 2 + reserve + 3; network++)
      for (let nth = 0; nth < (network < total / 2 ? 2 : 1); nth++)
        if ((await ask({ email: `a${nth}@example.org` }, `198.51.${network}.1`)) === "ok") taken++;
    expect(taken).toBe(total + reserve);
  });
});

describe("how to reach an enterprise", () => {
  const profile = (more: object) => EnterpriseProfile.safeParse({ ...profileOf(deps), ...more });

  test("stands on its public page once it says so, and no address of its board does", async () => {
    await judge("verify");
    const before = await getEnterprise(deps, visitor, { enterpriseId });
    expect(before).not.toHaveProperty("phone");
    const reach = { phone: "06 12345678", address: "Molenweg 12", openingHours: "ma 9.00-12.00 13.00-17.00" };
    const { revision } = await findEnterprise(deps, enterpriseId);
    await editProfile(deps, founder, { enterpriseId, profile: { ...profileOf(deps), ...reach }, revision });
    const after = await getEnterprise(deps, visitor, { enterpriseId });
    expect(after).toMatchObject(reach);
    expect(JSON.stringify(after)).not.toMatch(/founder@|thijs@/);
  });

  test.each([
    ["phone", "12"],
    ["phone", "0900 1234567"],
    ["phone", "bel mij"],
    ["address", "Kijk op www.evil.example"],
    ["openingHours", "zie evil.nl"],
  ])("%s: %s is refused", (field, value) => expect(profile({ [field]: value }).success).toBe(false));
});

test("a name that poses as the municipality or an authority asks nothing", async () => {
  for (const name of ["Gemeente Testgemeente", "Team Overhevelen", "DigiD Helpdesk"])
    expect(await ask({ name })).toBe("invalid name:person-name");
  expect(await letters()).toHaveLength(0);
});
