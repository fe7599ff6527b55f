import { officer, outcomeOf, register, resident } from "@hevel/testing/board-world";
import { createTestDeps } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import {
  announceFile,
  type Deps,
  type EnterpriseId,
  type FileAnnouncement,
  type Files,
  finishUpload,
  limits,
  linkReceipt,
  readPhoto,
  type StoredFile,
  verifyEnterprise,
} from "../index.ts";

/** A file store that has read a file already, and says this of it. */
function judging(verdict: Awaited<ReturnType<Files["accept"]>>): Files {
  const expiresAt = "2026-11-21T12:15:00.000Z";
  return {
    presign: async ({ id }) => ({ url: `https://files.example/${id}`, headers: {}, expiresAt }),
    accept: async () => verdict,
    link: async ({ id }) => ({ url: `https://files.example/${id}?signed`, expiresAt }),
    read: async () => ({ bytes: new Uint8Array([1]), contentType: "image/png" }),
    forget: async () => {},
  };
}

const sha256 = "a".repeat(64);
const announcement = (enterpriseId: EnterpriseId, more: object = {}) =>
  ({ purpose: "receipt", contentType: "image/png", sizeBytes: 12, sha256, enterpriseId, ...more }) as FileAnnouncement;

describe("announcing", () => {
  test.each([
    [{ sizeBytes: 0 }, "sizeBytes:file-empty"],
    [{ sizeBytes: 1 }, undefined],
    [{ sizeBytes: 10 * 1024 * 1024 }, undefined],
    [{ sizeBytes: 10 * 1024 * 1024 + 1 }, "sizeBytes:file-too-large"],
    [{ contentType: "image/gif" }, "contentType:choice"],
    [{ sha256: "A".repeat(64) }, "sha256:sha256"],
    [{ purpose: "photo", contentType: "application/pdf" }, "contentType:file-type"],
    [{ key: "../x" }, "key:unknown-field"],
  ])("%j: %s", async (more, problem) => {
    const { deps } = await createTestDeps({ files: judging(undefined) });
    const { founder, enterpriseId } = await register(deps);
    const outcome = await outcomeOf(() => announceFile(deps, founder, announcement(enterpriseId, more)));
    expect(outcome).toBe(problem === undefined ? "ok" : `invalid ${problem}`);
  });

  test("is for the board of that enterprise", async () => {
    const { deps } = await createTestDeps({ files: judging(undefined) });
    const { enterpriseId } = await register(deps);
    const other = await resident(deps, "other@example.org");
    expect(await outcomeOf(() => announceFile(deps, other, announcement(enterpriseId)))).toBe("forbidden");
    const elsewhere = announcement(deps.ids.next("ent"));
    expect(await outcomeOf(() => announceFile(deps, other, elsewhere))).toBe("not-found");
  });

  test("is possible so many times a day", async () => {
    const { deps } = await createTestDeps({ files: judging(undefined) });
    const { founder, enterpriseId } = await register(deps);
    const count = limits.filesPerEnterpriseDayMax + 1;
    const outcomes: string[] = [];
    for (let times = 0; times < count; times += 67)
      outcomes.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(67, count - times) }, () =>
            outcomeOf(() => announceFile(deps, founder, announcement(enterpriseId))),
          ),
        )),
      );
    expect(outcomes.filter((outcome) => outcome === "limit-reached")).toHaveLength(1);
  });
});

describe("finishing", () => {
  async function announced(verdict: Awaited<ReturnType<Files["accept"]>>, more: object = {}) {
    const { deps } = await createTestDeps({ files: judging(verdict) });
    const { founder, board, enterpriseId } = await register(deps);
    const { fileId } = await announceFile(deps, founder, announcement(enterpriseId, more));
    return { deps, founder, board, fileId, finish: () => finishUpload(deps, founder, { fileId }) };
  }
  const clean = { outcome: "clean", contentType: "image/png", sizeBytes: 9, storedSha256: "b".repeat(64) } as const;

  test("asked by twenty at once is judged once, and all get the same answer", async () => {
    const { finish } = await announced(clean);
    const answers = await Promise.all(Array.from({ length: 20 }, () => finish()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test("keeps what was found, and says the same again", async () => {
    const { deps, fileId, finish } = await announced(clean);
    const first = await finish();
    expect(first).toEqual({ id: fileId, purpose: "receipt", contentType: "image/png", sizeBytes: 9, sha256 });
    expect(await finish()).toEqual(first);
    expect(await deps.store.get("file", { id: fileId })).toMatchObject({
      status: "clean",
      storedSha256: "b".repeat(64),
    });
  });

  test.each(["file-type", "file-too-large", "sha256", "file-broken"] as const)(
    "is refused for %s, also the next time",
    async (reason) => {
      const { finish } = await announced({ outcome: "refused", reason });
      for (let times = 0; times < 2; times++)
        expect(await outcomeOf(finish)).toBe(`file-refused ${reason} file:${reason}`);
    },
  );

  test("before anything was uploaded can be done later", async () => {
    const { finish } = await announced(undefined);
    expect(await outcomeOf(finish)).toBe("wrong-state not-uploaded");
  });

  test("is for that board", async () => {
    const { deps, fileId } = await announced(clean);
    const other = await resident(deps, "other@example.org");
    expect(await outcomeOf(() => finishUpload(deps, other, { fileId }))).toBe("forbidden");
  });

  test.each([
    ["all of them", [480, 960, 2000], 480, 480],
    ["only the largest, as before widths were kept", [2000], 480, 2000],
    ["a larger one before a smaller", [480, 2000], 960, 2000],
    ["the largest is asked without a width", [2000], undefined, undefined],
  ] as const)("a photo is read in the nearest width that is kept: %s", async (_which, kept, width, read) => {
    const asked: (number | undefined)[] = [];
    const widths: readonly (number | undefined)[] = [...kept, undefined];
    const files: Files = {
      ...judging(clean),
      read: async (_id, _purpose, one) => {
        asked.push(one);
        return widths.includes(one) ? { bytes: new Uint8Array([1]), contentType: "image/png" } : undefined;
      },
    };
    const { deps } = await createTestDeps({ files });
    const { founder, enterpriseId } = await register(deps);
    const { fileId } = await announceFile(deps, founder, announcement(enterpriseId, { purpose: "photo" }));
    await finishUpload(deps, founder, { fileId });
    const photo = await readPhoto(deps, founder, { fileId, width });
    expect((await photo.read()).bytes).toEqual(new Uint8Array([1]));
    expect(asked.at(-1)).toBe(read);
  });

  test("a receipt is for its board and city hall, a photo of a public enterprise for everybody, neither for the other", async () => {
    const visitor = { kind: "visitor" } as const;
    const receipt = await announced(clean);
    const photo = await announced(clean, { purpose: "photo" });
    const read = ({ deps, fileId }: { deps: Deps; fileId: StoredFile["id"] }) =>
      outcomeOf(() => readPhoto(deps, visitor, { fileId }));
    expect(await read(photo)).toBe("not-found");
    await Promise.all([receipt.finish(), photo.finish()]);
    expect(await read(photo)).toBe("not-found");
    expect(await outcomeOf(() => readPhoto(photo.deps, photo.founder, { fileId: photo.fileId }))).toBe("ok");
    const { id: enterpriseId, revision } = photo.board;
    await verifyEnterprise(photo.deps, await officer(photo.deps), { enterpriseId, outcome: "verify", revision });
    expect(await read(photo)).toBe("ok");
    expect(await read(receipt)).toBe("not-found");
    const { deps, founder, fileId } = receipt;
    const staff = (role: "auditor" | "clerk") =>
      ({ kind: "staff", personId: founder.personId, name: "x", roles: [role] }) as const;
    const link = (actor: Parameters<typeof linkReceipt>[1]) => outcomeOf(() => linkReceipt(deps, actor, { fileId }));
    expect(await link(founder)).toBe("ok");
    expect(await link(staff("auditor"))).toBe("ok");
    expect(await link(staff("clerk"))).toBe("forbidden");
    expect(await link(visitor)).toBe("unauthenticated");
    expect(await link(await resident(deps, "other@example.org"))).toBe("forbidden");
    const { fileId: photoId } = photo;
    expect(await outcomeOf(() => linkReceipt(photo.deps, photo.founder, { fileId: photoId }))).toBe("not-found");
  });
});
