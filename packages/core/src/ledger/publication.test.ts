import { counted } from "@hevel/testing/counted";
import { createTestDeps } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld, fillPot } from "@hevel/testing/money-world";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits } from "../limits.ts";
import { exportJournal } from "./export-journal.ts";
import { publishLedger, publishWhenDue, readPublishedJournals, readVerification, wholePieces } from "./publication.ts";
import { refreshVerification } from "./refresh-verification.ts";

async function ledger() {
  const test = await createTestDeps();
  const world = await createMoneyWorld(test.deps, 900_00);
  const mandate = await awardMandate(world, [100_00]);
  return { ...test, world, mandate };
}

describe("what is published of the ledger", () => {
  test("is not there before it was added up the first time", async () => {
    const { deps } = await ledger();
    await expect(readVerification(deps)).rejects.toMatchObject({ code: "not-found" });
    await expect(exportJournal(deps, {})).rejects.toMatchObject({ code: "not-found" });
  });

  test("is what was found then, whatever is booked since, until it is added up again", async () => {
    const { deps, clock, world } = await ledger();
    const found = await publishLedger(deps);
    expect(found).toMatchObject({ isRight: true, journals: 2 });
    clock.advance({ minutes: 1 });
    await fillPot(world, 5_00);
    expect(await readVerification(deps)).toEqual(found);
    expect((await exportJournal(deps, {})).csv.trimEnd().split("\r\n")).toHaveLength(3);
    await publishLedger(deps);
    expect((await exportJournal(deps, {})).csv.trimEnd().split("\r\n")).toHaveLength(4);
    expect((await readVerification(deps)).journals).toBe(3);
  });

  test("costs a reader no list, and no more reads than it has pieces", async () => {
    const { deps } = await ledger();
    await publishLedger(deps);
    const reader = counted(deps);
    await readVerification(reader.deps);
    await exportJournal(reader.deps, {});
    expect(reader.reads).toEqual(["publication", "publication-piece", "publication", "publication-piece"]);
  });

  test("can be asked for as a selection, as the journal itself", async () => {
    const { deps, mandate } = await ledger();
    await publishLedger(deps);
    const kinds = async (filter: Parameters<typeof exportJournal>[1]) =>
      (await exportJournal(deps, filter)).csv
        .trimEnd()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(",")[3]);
    expect(await kinds({})).toEqual(["APPROPRIATION", "COMMIT"]);
    expect(await kinds({ mandateId: mandate.id })).toEqual(["COMMIT"]);
    expect(await kinds({ kind: "APPROPRIATION" })).toEqual(["APPROPRIATION"]);
    expect(await kinds({ until: "2020-01-01" })).toEqual([]);
  });

  test("comes in parts when it is long, each of them bounded", async () => {
    const { deps } = await ledger();
    await publishLedger(deps);
    const [first] = (await readPublishedJournals(deps, 1)).journals;
    if (first === undefined) throw new Error("something is booked");
    // As many lines as fill a part and a little more: written as publishLedger writes them.
    const line = JSON.stringify(first);
    const perPiece = Math.floor(100_000 / (line.length + 1));
    const version = "2026-11-22T00:00:00.000Z";
    const pieces = limits.publicationPiecesPerPart + 1;
    for (let index = 0; index < pieces; index++) {
      const text = Array.from({ length: perPiece }, () => line).join("\n");
      const record = { name: "journal" as const, version, index, text, expiresAt: "2026-11-29T00:00:00.000Z" };
      await deps.store.commit([{ put: "publication-piece", record }]);
    }
    const kept = await deps.store.get("publication", { name: "journal" });
    if (kept === undefined) throw new Error("it is published");
    await deps.store.commit([{ replace: "publication", record: { ...kept, version, pieces }, when: [] }]);
    const [one, two] = [await exportJournal(deps, {}, 1), await exportJournal(deps, {}, 2)];
    expect([one.part, one.parts, two.part, two.parts]).toEqual([1, 2, 2, 2]);
    expect(one.csv.split("\r\n")).toHaveLength(limits.publicationPiecesPerPart * perPiece + 2);
    expect(two.csv.split("\r\n")).toHaveLength(perPiece + 2);
    expect(Buffer.byteLength(one.csv)).toBeLessThan(4_000_000);
    await expect(exportJournal(deps, {}, 3)).rejects.toMatchObject({ code: "not-found" });
  });

  test("of two who add up at the same moment is one of both, and whole", async () => {
    const { deps } = await ledger();
    await Promise.all([publishLedger(deps), publishLedger(deps)]);
    expect((await readVerification(deps)).isRight).toBe(true);
  });

  test("says what does not add up", async () => {
    const { deps, mandate } = await ledger();
    const [commit] = await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id });
    if (commit === undefined) throw new Error("an award is booked");
    await deps.store.commit([{ patch: "journal", ref: { id: commit.id }, set: { decisionReference: "X" }, when: [] }]);
    expect((await publishWhenDue(deps))?.isRight).toBe(false);
    expect((await readVerification(deps)).differences).toHaveLength(2);
  });
});

describe("the scheduler adds up", () => {
  test("the first time, and a day later", async () => {
    const { deps, clock } = await ledger();
    expect(await publishWhenDue(deps)).toBeDefined();
    clock.advance({ minutes: 24 * 60 - 1 });
    expect(await publishWhenDue(deps)).toBeUndefined();
    clock.advance({ minutes: 1 });
    expect(await publishWhenDue(deps)).toBeDefined();
  });

  test("after a booking, but not again within the hour", async () => {
    const { deps, clock, world } = await ledger();
    await publishWhenDue(deps);
    await fillPot(world, 5_00);
    clock.advance({ minutes: limits.recountMinutes - 1 });
    expect(await publishWhenDue(deps)).toBeUndefined();
    clock.advance({ minutes: 1 });
    expect((await publishWhenDue(deps))?.journals).toBe(3);
    clock.advance({ minutes: limits.recountMinutes });
    expect(await publishWhenDue(deps)).toBeUndefined();
  });
});

test("a fresh run is for city hall", async () => {
  const { deps, world } = await ledger();
  expect(await refreshVerification(deps, world.finance)).toMatchObject({ isRight: true });
  for (const actor of [world.treasurer, { kind: "visitor" } as const])
    await expect(refreshVerification(deps, actor)).rejects.toMatchObject({
      code: actor.kind === "visitor" ? "unauthenticated" : "forbidden",
    });
});

test("a long text is kept in pieces of whole characters, which together are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 2, max: 20 }), (text, length) => {
      const pieces = wholePieces(text, length);
      expect(pieces.join("")).toBe(text);
      expect(pieces.filter((piece) => !piece.isWellFormed() || piece.length > length || piece === "")).toEqual([]);
    }),
  );
});
