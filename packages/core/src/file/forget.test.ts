import { register } from "@hevel/testing/board-world";
import { codeOf, createTestDeps } from "@hevel/testing/deps";
import { expect, test } from "vitest";
import {
  type Actor,
  addAttachment,
  announceFile,
  announceFormalFile,
  type Deps,
  discardDraft,
  type FileId,
  type Files,
  finishFormalFile,
  finishUpload,
  forgetFiles,
  limits,
  listAttachments,
  removeAttachment,
  sendFormalMessage,
  startProposal,
} from "../index.ts";

const visitor = { kind: "visitor" } as const;
const caller = { ip: "192.0.2.1" };
const bytes = { contentType: "image/png", sizeBytes: 12, sha256: "a".repeat(64) } as const;

/** A board with a draft, in a municipality whose file store notes what it deleted. */
async function world() {
  const gone: FileId[] = [];
  const files: Files = {
    presign: async () => ({ url: "", headers: {}, expiresAt: "2026-11-21T12:15:00.000Z" }),
    accept: async () => ({ outcome: "clean", contentType: "image/png", sizeBytes: 9, storedSha256: "b".repeat(64) }),
    link: async () => ({ url: "", expiresAt: "2026-11-21T12:15:00.000Z" }),
    read: async () => undefined,
    forget: async ({ id }) => void gone.push(id),
  };
  const { deps, clock } = await createTestDeps({ files });
  const { founder, enterpriseId } = await register(deps);
  const { id: proposalId } = await startProposal(deps, founder, { enterpriseId });
  const upload = async () => {
    const { fileId } = await announceFile(deps, founder, { ...bytes, purpose: "attachment", enterpriseId });
    await finishUpload(deps, founder, { fileId });
    return fileId;
  };
  const attach = async (fileId: FileId, to = proposalId) =>
    addAttachment(deps, founder, { proposalId: to, fileId, name: "Offerte", isPublic: true });
  return { deps, clock, founder, enterpriseId, proposalId, gone, upload, attach };
}

const isKept = async (deps: Deps, id: FileId) => (await deps.store.get("file", { id })) !== undefined;

test("the attachments of a draft that is thrown away are forgotten with their bytes", async () => {
  const { deps, founder, proposalId, gone, upload, attach } = await world();
  const files = [await upload(), await upload()];
  for (const fileId of files) await attach(fileId);
  expect(await forgetFiles(deps)).toBe(0);
  await discardDraft(deps, founder, { proposalId });
  expect(await forgetFiles(deps)).toBe(2);
  expect(gone.toSorted()).toEqual(files.toSorted());
  for (const fileId of files) expect(await isKept(deps, fileId)).toBe(false);
  expect(await forgetFiles(deps)).toBe(0);
});

test("so is one that was taken away; put back before that, it stays", async () => {
  const { deps, founder, proposalId, gone, upload, attach } = await world();
  const [taken, putBack] = [await upload(), await upload()];
  for (const fileId of [taken, putBack]) {
    await attach(fileId);
    await removeAttachment(deps, founder, { proposalId, fileId });
  }
  await attach(putBack);
  expect(await forgetFiles(deps)).toBe(1);
  expect(gone).toEqual([taken]);
  expect((await listAttachments(deps, founder, { proposalId })).items).toMatchObject([{ fileId: putBack }]);
});

test("a file belongs to one proposal: what another one throws away takes nothing from it", async () => {
  const { deps, founder, enterpriseId, upload, attach } = await world();
  const other = (await startProposal(deps, founder as Actor, { enterpriseId })).id;
  const fileId = await upload();
  await attach(fileId);
  expect(await codeOf(attach(fileId, other))).toBe("invalid");
});

test("what was uploaded and left behind is forgotten on its day, and not before", async () => {
  const { deps, clock, gone, upload } = await world();
  const left = await upload();
  const { fileId: formal } = await announceFormalFile(deps, visitor, bytes, caller);
  clock.advance({ days: limits.unclaimedFileDays - 1 });
  expect(await forgetFiles(deps)).toBe(0);
  clock.advance({ days: 1 });
  expect(await forgetFiles(deps)).toBe(2);
  expect(gone.toSorted()).toEqual([left, formal].toSorted());
});

test("what went along with a formal message stays with it, and goes along once", async () => {
  const { deps, clock } = await world();
  const { fileId } = await announceFormalFile(deps, visitor, bytes, caller);
  const send = (email: string) =>
    sendFormalMessage(
      deps,
      visitor,
      {
        kind: "other",
        name: "Hanna",
        address: "Dorpsstraat 1",
        email,
        description: "De straat",
        words: "Zie de foto.",
        attachments: [{ fileId, name: "foto.png" }],
      },
      caller,
    );
  // Not judged yet.
  expect(await codeOf(send("a@wijk.example"))).toBe("invalid");
  await finishFormalFile(deps, visitor, { fileId });
  expect((await send("b@wijk.example")).copy).toContain(`${bytes.sha256}  foto.png`);
  expect(await codeOf(send("c@wijk.example"))).toBe("invalid");
  clock.advance({ days: limits.unclaimedFileDays + 1 });
  expect(await forgetFiles(deps)).toBe(0);
  expect(await isKept(deps, fileId)).toBe(true);
});
