import { outcomeOf } from "@hevel/testing/board-world";
import { codeOf, storeEnterprise } from "@hevel/testing/deps";
import {
  createMandateWorld,
  end,
  enterpriseWords,
  type MandateWorld,
  officerWords,
  visitor,
  writeBoth,
} from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { askEvaluation } from "./ask.ts";
import { getEvaluations } from "./get.ts";
import { EvaluationsView } from "./view.ts";
import { writeEnterpriseEvaluation } from "./write-enterprise.ts";
import { writeOfficerEvaluation } from "./write-officer.ts";

async function asked(): Promise<MandateWorld> {
  const world = await createMandateWorld();
  await askEvaluation(world.deps, world.officer, { mandateId: world.mandate.id });
  return world;
}

describe("what the enterprise says", () => {
  test("is kept once, and can be written again by another member", async () => {
    const { deps, mandate, world } = await asked();
    const input = { mandateId: mandate.id, ...enterpriseWords };
    const first = await writeEnterpriseEvaluation(deps, world.chair, input);
    const second = await writeEnterpriseEvaluation(deps, world.secretary, { ...input, learned: "Begin nu." });
    expect(second.id).toBe(first.id);
    expect(await deps.store.get("evaluation", { mandateId: mandate.id, author: "enterprise" })).toMatchObject({
      content: { ...enterpriseWords, learned: "Begin nu." },
      writtenBy: world.secretary.personId,
      revision: 1,
    });
  });

  test("is kept once when two members write the first at the same moment", async () => {
    const { deps, mandate, world } = await asked();
    const input = { mandateId: mandate.id, ...enterpriseWords };
    await Promise.all([
      writeEnterpriseEvaluation(deps, world.chair, input),
      writeEnterpriseEvaluation(deps, world.treasurer, input),
    ]);
    const voices = await deps.store.listAll("evaluations-of-mandate", { mandateId: mandate.id });
    expect(voices).toHaveLength(1);
  });

  test("names every promise of this mandate exactly once", async () => {
    const { deps, mandate, world } = await asked();
    const write = (outcomes: { milestoneId: string; reached: "yes" | "partly" | "no" }[]) =>
      outcomeOf(() =>
        writeEnterpriseEvaluation(deps, world.chair, { mandateId: mandate.id, ...enterpriseWords, outcomes }),
      );
    const yes = (milestoneId: string) => ({ milestoneId, reached: "yes" as const });
    expect(await write([])).toBe("invalid outcomes:required");
    expect(await write([yes("m1")])).toBe("invalid outcomes:required");
    expect(await write([yes("m1"), yes("m2"), yes("m3")])).toBe("invalid outcomes.2.milestoneId:choice");
    expect(await write([yes("m1"), yes("m2"), yes("m1")])).toBe("invalid outcomes.2.milestoneId:twice");
    expect(await write([yes("m2"), yes("m1")])).toBe("ok");
  });

  test("has numbers that can be, and every problem is named at once", async () => {
    const { deps, mandate, world } = await asked();
    const write = (changed: object) =>
      outcomeOf(() =>
        writeEnterpriseEvaluation(deps, world.chair, { mandateId: mandate.id, ...enterpriseWords, ...changed }),
      );
    expect(await write({ peopleReached: 0, volunteerHours: 0 })).toBe("ok");
    expect(await write({ peopleReached: -1, volunteerHours: 0.5, learned: "" })).toBe(
      "invalid peopleReached:number volunteerHours:number learned:required",
    );
    expect(await write({ peopleReached: 10_000_000 })).toBe("ok");
    expect(await write({ peopleReached: 10_000_001 })).toBe("invalid peopleReached:number");
  });

  test("is for its own board, while it is asked and not yet published", async () => {
    const test = await createMandateWorld();
    const { deps, mandate, officer, world } = test;
    const input = { mandateId: mandate.id, ...enterpriseWords };
    expect(await codeOf(writeEnterpriseEvaluation(deps, world.chair, input))).toBe("wrong-state");
    await askEvaluation(deps, officer, { mandateId: mandate.id });
    const { chair: other } = await storeEnterprise(deps);
    expect(await codeOf(writeEnterpriseEvaluation(deps, visitor, input))).toBe("unauthenticated");
    expect(await codeOf(writeEnterpriseEvaluation(deps, other, input))).toBe("forbidden");
    expect(await codeOf(writeEnterpriseEvaluation(deps, officer, input))).toBe("forbidden");
    await writeBoth(test);
    await end(test);
    expect(await codeOf(writeEnterpriseEvaluation(deps, world.chair, input))).toBe("wrong-state");
  });
});

describe("what the officer says", () => {
  test("is for an officer, while it is asked, and has both parts", async () => {
    const { deps, mandate, officer, world } = await createMandateWorld();
    const input = { mandateId: mandate.id, ...officerWords };
    expect(await codeOf(writeOfficerEvaluation(deps, officer, input))).toBe("wrong-state");
    await askEvaluation(deps, officer, { mandateId: mandate.id });
    expect(await codeOf(writeOfficerEvaluation(deps, visitor, input))).toBe("unauthenticated");
    expect(await codeOf(writeOfficerEvaluation(deps, world.council, input))).toBe("forbidden");
    expect(await codeOf(writeOfficerEvaluation(deps, world.chair, input))).toBe("forbidden");
    expect(await outcomeOf(() => writeOfficerEvaluation(deps, officer, { ...input, judgement: " ", advice: "" }))).toBe(
      "invalid judgement:required advice:required",
    );
    expect(await codeOf(writeOfficerEvaluation(deps, officer, input))).toBe("ok");
  });
});

describe("reading it before it is public", () => {
  test("the board sees its own voice and a number, city hall everything", async () => {
    const test = await asked();
    const { deps, mandate, officer, world, neighbour } = test;
    const read = async (actor: Parameters<typeof getEvaluations>[1]) =>
      EvaluationsView.strict().parse(await getEvaluations(deps, actor, { mandateId: mandate.id }));
    expect((await read(officer)).obstacles).toEqual(["no-enterprise-evaluation", "no-officer-evaluation"]);
    await writeBoth(test);
    const board = await read(world.treasurer);
    expect(board).toMatchObject({ enterprise: { content: enterpriseWords }, residentCount: 0, obstacles: [] });
    expect(board.officer).toBeUndefined();
    expect(board.residents).toBeUndefined();
    expect(await read(world.council)).toMatchObject({ officer: { content: officerWords }, residents: [] });
    await end(test);
    expect(await read(world.treasurer)).toMatchObject({ officer: { content: officerWords }, residents: [] });
    expect(await codeOf(getEvaluations(deps, visitor, { mandateId: mandate.id }))).toBe("unauthenticated");
    expect(await codeOf(getEvaluations(deps, neighbour, { mandateId: mandate.id }))).toBe("forbidden");
    expect(await codeOf(getEvaluations(deps, world.finance, { mandateId: mandate.id }))).toBe("forbidden");
  });
});
