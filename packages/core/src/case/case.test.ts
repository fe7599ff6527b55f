import { codeOf, createTestDeps, groupsOf, storeEnterprise, storeProposal, storeStaff } from "@hevel/testing/deps";
import { lettersOf } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import type { Deps } from "../ports.ts";
import { getCase } from "./get.ts";
import { handOverCase } from "./hand-over.ts";
import { releaseCase } from "./release.ts";
import { takeCase } from "./take.ts";

async function world() {
  const { deps } = await createTestDeps();
  const [noor, olaf] = [await storeStaff(deps, "officer"), await storeStaff(deps, "officer")];
  const board = await storeEnterprise(deps);
  const { id: caseId } = await storeProposal(deps, board.enterprise);
  return { deps, noor, olaf, ...board, part: { caseId, role: "officer" as const } };
}

const holderOf = async (deps: Deps, ...[actor, part]: [Parameters<typeof getCase>[1], Parameters<typeof getCase>[2]]) =>
  (await getCase(deps, actor, part)).takenBy?.personId;

describe("a case", () => {
  test("is nobody's until somebody with the role takes it; taking it again changes nothing", async () => {
    const { deps, noor, olaf, part } = await world();
    expect(await getCase(deps, noor, part)).toEqual({
      ...part,
      colleagues: [{ personId: olaf.personId, name: olaf.name }],
    });
    const mine = await takeCase(deps, noor, part);
    expect(mine.takenBy).toEqual({ personId: noor.personId, name: noor.name, isMe: true });
    expect(await takeCase(deps, noor, part)).toEqual(mine);
    expect((await getCase(deps, olaf, part)).takenBy).toMatchObject({ personId: noor.personId, isMe: false });
    expect(await lettersOf(deps, "case-moved")).toEqual([]);
  });

  test("taken by two at once is one's", async () => {
    const { deps, noor, olaf, part } = await world();
    const codes = await Promise.all([noor, olaf].map((actor) => codeOf(takeCase(deps, actor, part))));
    expect(codes.toSorted()).toEqual(["ok", "stale"]);
  });

  test("taken over from a colleague tells that colleague; from somebody else than was seen it is refused", async () => {
    const { deps, noor, olaf, part } = await world();
    await takeCase(deps, noor, part);
    expect(await codeOf(takeCase(deps, olaf, part))).toBe("stale");
    await takeCase(deps, olaf, { ...part, seen: noor.personId });
    expect(await holderOf(deps, noor, part)).toBe(olaf.personId);
    const [letter, ...more] = await lettersOf(deps, "case-moved");
    expect(more).toEqual([]);
    expect(letter?.to).toBe(`${noor.personId.toLowerCase()}@gemeente.example`);
    expect(letter?.payload).toMatchObject({
      happened: "taken",
      by: olaf.name,
      path: `/werk/voorstellen/${part.caseId}`,
    });
  });

  test("handed over tells the colleague with the note; only to who may have it, and not what a colleague has", async () => {
    const { deps, noor, olaf, part } = await world();
    const finance = await storeStaff(deps, "finance");
    const hand = (actor: typeof noor, to: typeof noor) =>
      codeOf(handOverCase(deps, actor, { ...part, to: to.personId, note: "Ik ben weg." }));
    await takeCase(deps, noor, part);
    expect(await hand(olaf, olaf)).toBe("stale");
    expect(await hand(noor, noor)).toBe("invalid");
    expect(await hand(noor, finance)).toBe("invalid");
    expect(await hand(noor, olaf)).toBe("ok");
    expect(await holderOf(deps, noor, part)).toBe(olaf.personId);
    const letters = await lettersOf(deps, "case-moved");
    expect(letters.map(({ payload }) => payload)).toMatchObject([
      { happened: "given", by: noor.name, note: "Ik ben weg." },
    ]);
  });

  test("given back is nobody's; of a colleague's nothing changes", async () => {
    const { deps, noor, olaf, part } = await world();
    await takeCase(deps, noor, part);
    await releaseCase(deps, olaf, part);
    expect(await holderOf(deps, olaf, part)).toBe(noor.personId);
    expect((await releaseCase(deps, noor, part)).takenBy).toBeUndefined();
    expect(await holderOf(deps, olaf, part)).toBeUndefined();
  });

  test("is for the role, each role its own; of who lost the role it is nobody's", async () => {
    const { deps, noor, part } = await world();
    const finance = await storeStaff(deps, "finance");
    await takeCase(deps, noor, part);
    expect(await codeOf(takeCase(deps, finance, part))).toBe("forbidden");
    const theirs = { ...part, role: "finance" as const };
    await takeCase(deps, finance, theirs);
    expect([await holderOf(deps, noor, part), await holderOf(deps, finance, theirs)]).toEqual([
      noor.personId,
      finance.personId,
    ]);
    await deps.store.commit([
      {
        patch: "person",
        ref: { id: noor.personId },
        set: { roles: ["auditor"], groups: groupsOf(deps, ["auditor"]) },
        when: [],
      },
    ]);
    const other = await storeStaff(deps, "officer");
    expect(await holderOf(deps, other, part)).toBeUndefined();
    expect((await takeCase(deps, other, part)).takenBy?.isMe).toBe(true);
    // Their session still says officer; the database does not.
    expect(await codeOf(takeCase(deps, noor, { ...part, seen: other.personId }))).toBe("forbidden");
  });

  test("is not for a member of the board, not for a draft, and over when it is decided against", async () => {
    const { deps, noor } = await world();
    const both = await storeStaff(deps, "officer");
    const { enterprise } = await storeEnterprise(deps, { status: "registered" }, [both]);
    const of = async (status: "draft" | "rejected" | "awarded") =>
      ({ caseId: (await storeProposal(deps, enterprise, { status })).id, role: "officer" }) as const;
    expect(await codeOf(takeCase(deps, both, await of("awarded")))).toBe("own-interest");
    expect(await codeOf(takeCase(deps, noor, await of("draft")))).toBe("not-found");
    expect(await codeOf(takeCase(deps, noor, await of("rejected")))).toBe("wrong-state");
    expect(await codeOf(takeCase(deps, noor, await of("awarded")))).toBe("ok");
    const verification = { caseId: enterprise.id, role: "officer" } as const;
    expect((await getCase(deps, noor, verification)).colleagues.map(({ personId }) => personId)).not.toContain(
      both.personId,
    );
    expect(await codeOf(takeCase(deps, noor, verification))).toBe("ok");
    const verified = await storeEnterprise(deps);
    expect(await codeOf(takeCase(deps, noor, { caseId: verified.enterprise.id, role: "officer" }))).toBe("wrong-state");
    expect(await codeOf(takeCase(deps, noor, { caseId: deps.ids.next("prp"), role: "officer" }))).toBe("not-found");
  });
});
