import { codeOf } from "@hevel/testing/deps";
import {
  claimWords,
  createMandateWorld,
  end,
  endingWords,
  evaluated,
  ledgerDifferences,
  lettersOf,
  meanwhile,
  prepareEnd,
  spend,
  visitor,
  writeBoth,
} from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { askEvaluation } from "../evaluation/ask.ts";
import type { Actor } from "../ports.ts";
import { listEndings } from "./list.ts";
import { prepareEnding } from "./prepare.ts";
import { returnEnding } from "./return.ts";
import { takeEnding } from "./take.ts";

describe("the end of a mandate", () => {
  test("is prepared by an officer, taken by the council role, and done once", async () => {
    const world = await createMandateWorld();
    const { deps, mandate, officer, neighbour, world: money } = world;
    const prepare = (actor: Actor) => codeOf(prepareEnding(deps, actor, { mandateId: mandate.id, draft: endingWords }));
    expect(await prepare(officer)).toBe("wrong-state");
    await askEvaluation(deps, officer, { mandateId: mandate.id });
    await writeBoth(world);
    for (const [actor, code] of [
      [visitor, "unauthenticated"],
      [neighbour, "forbidden"],
      [money.chair, "forbidden"],
      [money.council, "forbidden"],
    ] as const)
      expect(await prepare(actor)).toBe(code);
    const endingId = await prepareEnd(world);
    expect(await prepare(officer)).toBe("wrong-state");
    const take = (actor: Actor) =>
      codeOf(takeEnding(deps, actor, { mandateId: mandate.id, endingId, idempotencyKey: keyOf(deps) }));
    expect(await take(visitor)).toBe("unauthenticated");
    expect(await take(money.chair)).toBe("forbidden");
    expect(await take(officer)).toBe("forbidden");
    expect(await take(money.council)).toBe("ok");
    expect(await take(money.council)).toBe("wrong-state");
  });

  test("is never by who prepared it: the database refuses", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate, officer } = world;
    const endingId = await prepareEnd(world);
    const { personId: id } = officer;
    const person = await deps.store.get("person", { id });
    if (person === undefined) throw new Error("the officer is known");
    const roles = ["officer", "council"] as const;
    await deps.store.commit([{ patch: "person", ref: { id }, set: { roles: [...roles] }, when: [] }]);
    const both = { ...officer, roles } as const;
    const input = { mandateId: mandate.id, endingId, idempotencyKey: keyOf(deps) };
    expect(await codeOf(takeEnding(deps, both, input))).toBe("four-eyes");
    expect((await listEndings(deps, both, { mandateId: mandate.id }))[0]).toMatchObject({ takeRefusal: "four-eyes" });
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({ status: "ending-prepared" });
    expect(await lettersOf(deps, "ending")).toHaveLength(0);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("is never for one's own board, neither preparing nor taking", async () => {
    const world = await evaluated();
    const { deps, mandate, officer, world: money } = world;
    const endingId = await prepareEnd(world);
    const { enterprise } = money;
    const [member] = enterprise.members;
    if (member === undefined) throw new Error("it has a board");
    const sits = async (personId: typeof officer.personId) => {
      const now = await deps.store.get("enterprise", { id: enterprise.id });
      const members = enterprise.members.map((one, index) => (index === 0 ? { ...member, personId } : one));
      await deps.store.commit([{ replace: "enterprise", record: { ...(now ?? enterprise), members }, when: [] }]);
    };
    await sits(money.council.personId);
    const input = { mandateId: mandate.id, endingId, idempotencyKey: keyOf(deps) };
    expect(await codeOf(takeEnding(deps, money.council, input))).toBe("own-interest");
    const back = { mandateId: mandate.id, endingId, reason: "Nee." };
    expect(await codeOf(returnEnding(deps, money.council, back))).toBe("own-interest");
    await sits(officer.personId);
    expect(await codeOf(prepareEnding(deps, officer, { mandateId: mandate.id, draft: endingWords }))).toBe(
      "own-interest",
    );
  });

  test("has a claim exactly when money is left at the enterprise", async () => {
    const left = await evaluated(450_00);
    const input = { mandateId: left.mandate.id, draft: endingWords };
    expect(await codeOf(prepareEnding(left.deps, left.officer, input))).toBe("invalid");
    const spent = await evaluated(600_00);
    const claimed = { mandateId: spent.mandate.id, draft: { ...endingWords, claim: claimWords } };
    expect(await codeOf(prepareEnding(spent.deps, spent.officer, claimed))).toBe("invalid");
  });

  test("ends with the amounts that were prepared, or not at all", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate, world: money } = world;
    const endingId = await prepareEnd(world);
    await meanwhile(world, () => spend(world, 50_00));
    const take = takeEnding(deps, money.council, { mandateId: mandate.id, endingId, idempotencyKey: keyOf(deps) });
    await expect(take).rejects.toMatchObject({ code: "wrong-state", details: { obstacles: "amounts-changed" } });
    await returnEnding(deps, money.council, { mandateId: mandate.id, endingId, reason: "Reken opnieuw." });
    expect(await end(world)).toMatchObject({ refundDueCents: 100_00 });
    const seen = await listEndings(deps, money.finance, { mandateId: mandate.id });
    expect(seen.map(({ status, returnedReason }) => [status, returnedReason])).toEqual([
      ["taken", undefined],
      ["returned", "Reken opnieuw."],
    ]);
    const [forBoard, ...hidden] = await listEndings(deps, money.treasurer, { mandateId: mandate.id });
    expect(forBoard?.payment).toMatchObject(deps.municipality.refundAccount);
    expect([forBoard?.preparedBy, hidden]).toEqual([undefined, []]);
    expect(await ledgerDifferences(world)).toEqual([]);
  });
});
