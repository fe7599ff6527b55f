import { codeOf, createTestDeps, storeEnterprise, storeProposal, storeStaff, testPlan } from "@hevel/testing/deps";
import { lettersOf } from "@hevel/testing/mandate-world";
import { expect, test } from "vitest";
import {
  addAttachment,
  type FileId,
  limits,
  listAttachments,
  listVersions,
  removeAttachment,
  submitProposal,
} from "../index.ts";

/** A draft that can be sent in, and a way to add a file to it. */
async function written() {
  const { deps } = await createTestDeps();
  const board = await storeEnterprise(deps);
  const { enterprise, treasurer } = board;
  const { id: proposalId } = await storeProposal(deps, enterprise, { status: "draft", draft: testPlan(deps) });
  const add = async (name: string): Promise<FileId> => {
    const id = deps.ids.next("fil");
    const record = {
      id,
      purpose: "attachment",
      contentType: "application/pdf",
      sizeBytes: 1_000,
      sha256: "a".repeat(64),
      status: "clean",
      enterpriseId: enterprise.id,
      uploadedBy: deps.ids.next("per"),
      createdAt: "2026-11-21T12:00:00.000Z",
      revision: 0,
    } as const;
    await deps.store.commit([{ put: "file", record }]);
    await addAttachment(deps, treasurer, { proposalId, fileId: id, name, isPublic: true });
    return id;
  };
  const send = () => submitProposal(deps, board.chair, { proposalId, revision: 0 });
  const versions = () => listVersions(deps, board.chair, { proposalId });
  return { deps, ...board, proposalId, add, send, versions };
}

test("the receipt for the whole board names the files that were sent, and so does the first version", async () => {
  const { deps, add, send, versions } = await written();
  await add("Offerte");
  await add("Tekening");
  await send();
  for (const { payload } of await lettersOf(deps, "receipt"))
    expect(payload).toMatchObject({ attachments: ["Offerte", "Tekening"] });
  expect(await lettersOf(deps, "receipt")).not.toEqual([]);
  expect(await versions()).toMatchObject([{ version: 1, reason: "submitted", attachments: ["Offerte", "Tekening"] }]);
});

test("a file that comes or goes while the proposal is written leaves no trace", async () => {
  const { deps, treasurer, proposalId, add, versions } = await written();
  const fileId = await add("Offerte");
  await removeAttachment(deps, treasurer, { proposalId, fileId });
  expect(await versions()).toEqual([]);
  expect(await listAttachments(deps, treasurer, { proposalId })).toMatchObject({ isKept: false });
});

test("a file that comes or goes after sending in is a version: which file, who and when", async () => {
  const { deps, treasurer, proposalId, add, send, versions } = await written();
  const fileId = await add("Offerte");
  await send();
  await add("Tekening");
  await removeAttachment(deps, treasurer, { proposalId, fileId });
  const by = (await storedName(deps, proposalId, treasurer.personId)) ?? "";
  expect(by).not.toBe("");
  const savedAt = deps.clock.now().toISOString();
  expect(await versions()).toMatchObject([
    { version: 3, reason: "attachment-removed", attachment: "Offerte", by, savedAt, attachments: ["Tekening"] },
    { version: 2, reason: "attachment-added", attachment: "Tekening", by, attachments: ["Offerte", "Tekening"] },
    { version: 1, reason: "submitted", attachments: ["Offerte"] },
  ]);
  expect((await versions())[2]).not.toHaveProperty("by");
  const officer = await storeStaff(deps, "officer");
  expect((await listVersions(deps, officer, { proposalId }))[0]).toMatchObject({ attachment: "Offerte", by });
  // A clerk does not read who sits on a board.
  const clerk = await storeStaff(deps, "clerk");
  expect((await listVersions(deps, clerk, { proposalId }))[0]).not.toHaveProperty("by");
  expect(await listAttachments(deps, treasurer, { proposalId })).toMatchObject({ isKept: true });
});

test("files of what was sent in change until there are as many versions as that may make", async () => {
  const { deps, treasurer, proposalId, add, send } = await written();
  const fileId = await add("Offerte");
  await send();
  const sent = await deps.store.get("proposal", { id: proposalId });
  if (sent === undefined) throw new Error("it is there");
  const record = { ...sent, version: limits.attachmentVersionsMax - 1, revision: sent.revision + 1 };
  await deps.store.commit([{ replace: "proposal", record, when: [] }]);
  await add("Tekening");
  expect(await codeOf(add("Nog een"))).toBe("limit-reached");
  expect(await codeOf(removeAttachment(deps, treasurer, { proposalId, fileId }))).toBe("limit-reached");
  expect((await listAttachments(deps, treasurer, { proposalId })).items).toHaveLength(2);
});

async function storedName(
  deps: Awaited<ReturnType<typeof written>>["deps"],
  proposalId: Awaited<ReturnType<typeof written>>["proposalId"],
  personId: string,
): Promise<string | undefined> {
  const proposal = await deps.store.get("proposal", { id: proposalId });
  if (proposal === undefined) return undefined;
  const enterprise = await deps.store.get("enterprise", { id: proposal.enterpriseId });
  return enterprise?.members.find((member) => member.personId === personId)?.name;
}
