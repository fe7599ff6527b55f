import { officer, profileOf, resident } from "@hevel/testing/board-world";
import { createTestDeps } from "@hevel/testing/deps";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type BoardView,
  type Deps,
  editProfile,
  findEnterprise,
  getBoard,
  getWorkList,
  registerEnterprise,
  verifyEnterprise,
} from "../index.ts";

let deps: Deps;
beforeEach(async () => {
  ({ deps } = await createTestDeps());
});

/** A foundation of somebody, under this name and number. */
async function register(name: string, kvkNumber: string) {
  const founder = await resident(deps, `${name.toLowerCase()}@example.org`);
  const profile = { ...profileOf(deps), name, legalForm: "foundation" as const, kvkNumber };
  const seat = { name: "Femke", role: "chair" as const, isNamePublic: true };
  const board = await registerEnterprise(deps, founder, { profile, seat });
  const edit = async (changed: Partial<typeof profile>) => {
    const { revision } = await findEnterprise(deps, board.id);
    return editProfile(deps, founder, { enterpriseId: board.id, profile: { ...profile, ...changed }, revision });
  };
  return { board, edit };
}

async function judge({ id: enterpriseId }: Pick<BoardView, "id">, outcome: "verify" | "refuse") {
  const { revision } = await findEnterprise(deps, enterpriseId);
  const answer = outcome === "refuse" ? { outcome, reason: "Nee.", revision } : { outcome, revision };
  await verifyEnterprise(deps, await officer(deps), { enterpriseId, ...answer });
}

/** Who else gave the number, as an officer reads it. */
const doubtOf = async ({ id: enterpriseId }: Pick<BoardView, "id">) =>
  (await getBoard(deps, await officer(deps), { enterpriseId })).kvkDoubt?.name;

describe("a KvK number that another enterprise gave is held for the officer", () => {
  test("who reads whose it is; who registers reads nothing of others", async () => {
    const first = await register("Schuur", "12345678");
    const second = await register("Tuin", "1234 5678");
    expect(second.board).not.toHaveProperty("kvkDoubt");
    expect([await doubtOf(first.board), await doubtOf(second.board)]).toEqual([undefined, "Schuur"]);
    const { rows } = await getWorkList(deps, await officer(deps), {});
    expect(rows.map(({ title, warnings }) => [title, warnings])).toEqual([
      ["Schuur", undefined],
      ["Tuin", ["kvk-taken"]],
    ]);
    const other = await register("Brug", "12345679");
    expect(await doubtOf(other.board)).toBeUndefined();
  });

  test("also of two that give it at once: one of them is held", async () => {
    const both = await Promise.all([register("Schuur", "12345678"), register("Tuin", "12345678")]);
    const [one, other] = both.map(({ board }) => board);
    const doubts = [
      one === undefined ? undefined : await doubtOf(one),
      other === undefined ? undefined : await doubtOf(other),
    ];
    expect(doubts.filter((doubt) => doubt !== undefined)).toHaveLength(1);
  });

  test("until it is looked at; another number is looked at anew, and a story is not", async () => {
    await register("Schuur", "12345678");
    const { board, edit } = await register("Tuin", "12345678");
    await edit({ story: "Anders." });
    expect(await doubtOf(board)).toBe("Schuur");
    await judge(board, "verify");
    expect(await doubtOf(board)).toBeUndefined();
    await edit({ story: "Nog eens anders." });
    expect(await doubtOf(board)).toBeUndefined();
    await edit({ kvkNumber: "87654321" });
    await edit({ kvkNumber: "12345678" });
    expect(await doubtOf(board)).toBe("Schuur");
  });

  test("and free again after a refusal or another number, but not while it is what was verified", async () => {
    const first = await register("Schuur", "12345678");
    await judge(first.board, "refuse");
    const second = await register("Tuin", "12345678");
    expect(await doubtOf(second.board)).toBeUndefined();
    await judge(second.board, "verify");
    await second.edit({ kvkNumber: "87654321" });
    const third = await register("Brug", "12345678");
    expect(await doubtOf(third.board)).toBe("Tuin");
    await judge(third.board, "refuse");
    await judge(second.board, "verify");
    const fourth = await register("Haven", "12345678");
    expect(await doubtOf(fourth.board)).toBeUndefined();
    const fifth = await register("Markt", "87654321");
    expect(await doubtOf(fifth.board)).toBe("Tuin");
  });
});
