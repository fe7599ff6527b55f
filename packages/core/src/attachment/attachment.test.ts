import { outcomeOf, register, resident } from "@hevel/testing/board-world";
import { createTestDeps, testPlan } from "@hevel/testing/deps";
import { createMandateWorld, lettersOf } from "@hevel/testing/mandate-world";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Actor,
  addAttachment,
  type Deps,
  discardDraft,
  type EnterpriseId,
  type FileId,
  type Files,
  judgeContent,
  limits,
  linkAttachment,
  listAttachments,
  type ModerationTarget,
  type ProposalId,
  removeAttachment,
  reportContent,
  type StoredFile,
  startProposal,
} from "../index.ts";

const visitor = { kind: "visitor" } as const;
const files: Files = {
  presign: async () => ({ url: "", headers: {}, expiresAt: "" }),
  accept: async () => undefined,
  link: async ({ id }, name) => ({ url: `https://files.example/${id}/${name}`, expiresAt: "2026-11-21T12:01:00.000Z" }),
  read: async () => undefined,
  forget: async () => {},
};

let deps: Deps;
let board: Actor;
let enterpriseId: EnterpriseId;
let proposalId: ProposalId;
beforeEach(async () => {
  ({ deps } = await createTestDeps({ files }));
  const registered = await register(deps);
  board = registered.founder;
  enterpriseId = registered.enterpriseId;
  ({ id: proposalId } = await startProposal(deps, board, { enterpriseId }));
});

async function storedFile(more: Partial<StoredFile> = {}): Promise<FileId> {
  const file: StoredFile = {
    id: deps.ids.next("fil"),
    purpose: "attachment",
    contentType: "application/pdf",
    sizeBytes: 1_000,
    sha256: "a".repeat(64),
    storedSha256: "a".repeat(64),
    status: "clean",
    enterpriseId,
    uploadedBy: deps.ids.next("per"),
    createdAt: "2026-11-21T12:00:00.000Z",
    revision: 0,
    ...more,
  };
  await deps.store.commit([{ put: "file", record: file }]);
  return file.id;
}

const add = async (more: { fileId?: FileId; isPublic?: boolean; name?: string } = {}, actor: Actor = board) => {
  const fileId = more.fileId ?? (await storedFile());
  return addAttachment(deps, actor, { proposalId, name: "Offerte", isPublic: true, ...more, fileId });
};

/** Puts the proposal in a state, as others would have done. */
async function inState(status: "submitted" | "in-review" | "completion-asked"): Promise<void> {
  const proposal = await deps.store.get("proposal", { id: proposalId });
  const enterprise = await deps.store.get("enterprise", { id: enterpriseId });
  if (proposal === undefined || enterprise === undefined) throw new Error("they are there");
  const submittedAt = "2026-11-21T12:00:00.000Z";
  const sent = { ...proposal, status, plan: testPlan(deps), version: 1, submittedAt, revision: proposal.revision + 1 };
  const verified = { ...enterprise, status: "verified", revision: enterprise.revision + 1 } as const;
  await deps.store.commit([
    { replace: "proposal", record: sent, when: [] },
    { replace: "enterprise", record: verified, when: [] },
  ]);
}

describe("adding", () => {
  test("shows the file with its size, and again changes nothing", async () => {
    const fileId = await storedFile();
    const first = await add({ fileId, name: "\u202aOfferte\t2026\u202c" });
    expect(first).toMatchObject({
      items: [{ fileId, name: "Offerte 2026", isPublic: true, contentType: "application/pdf", sizeBytes: 1_000 }],
      room: limits.attachmentsMax - 1,
      mayRemove: true,
    });
    expect(await add({ fileId })).toEqual(first);
  });

  test.each([
    [{ purpose: "receipt" }],
    [{ purpose: "photo" }],
    [{ status: "refused" }],
    [{ status: "awaited" }],
    [{ enterpriseId: "ent_01KQ0000000000000000000000" as EnterpriseId }],
  ] as const)("a file that is %j is refused", async (more) => {
    const fileId = await storedFile(more);
    expect(await outcomeOf(() => add({ fileId }))).toBe("invalid fileId:file-unknown");
  });

  test("is for the board: for others a draft does not exist", async () => {
    const other = await resident(deps, "other@example.org");
    expect(await outcomeOf(() => add({}, other))).toBe("not-found");
    expect(await outcomeOf(() => add({}, visitor))).toBe("unauthenticated");
    await inState("submitted");
    expect(await outcomeOf(() => add({}, other))).toBe("forbidden");
  });

  test("stops at ten, also when twelve come at once", async () => {
    const ids = await Promise.all(Array.from({ length: limits.attachmentsMax + 2 }, () => storedFile()));
    const outcomes = await Promise.all(ids.map((fileId) => outcomeOf(() => add({ fileId }))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(limits.attachmentsMax);
    expect(outcomes.filter((outcome) => outcome.startsWith("limit-reached"))).toHaveLength(2);
    expect((await listAttachments(deps, board, { proposalId })).room).toBe(0);
  });

  test.each([
    ["submitted", "ok", "ok"],
    ["in-review", "wrong-state in-review", "wrong-state in-review"],
    ["completion-asked", "ok", "wrong-state completion-asked"],
  ] as const)("while the proposal is %s: %s, and taking away: %s", async (status, adding, removing) => {
    const fileId = await storedFile();
    await add({ fileId });
    await inState(status);
    expect((await outcomeOf(() => add())).split(" ")[0]).toBe(adding.split(" ")[0]);
    const remove = await outcomeOf(() => removeAttachment(deps, board, { proposalId, fileId }));
    expect(remove.split(" ")[0]).toBe(removing.split(" ")[0]);
  });
});

describe("reading", () => {
  test("everybody sees the public ones of a public proposal, board and city hall see all", async () => {
    const [open, closed] = [await storedFile(), await storedFile()];
    await add({ fileId: open });
    await add({ fileId: closed, isPublic: false });
    expect(await outcomeOf(() => listAttachments(deps, visitor, { proposalId }))).toBe("not-found");
    expect(await outcomeOf(() => linkAttachment(deps, visitor, { proposalId, fileId: open }))).toBe("not-found");
    await inState("submitted");
    const officer: Actor = { kind: "staff", personId: deps.ids.next("per"), name: "O", roles: ["officer"] };
    const professional: Actor = { ...officer, roles: ["professional"] };
    const seen = async (actor: Actor) =>
      (await listAttachments(deps, actor, { proposalId })).items.map(({ fileId }) => fileId).sort();
    const link = (actor: Actor, fileId: FileId) => outcomeOf(() => linkAttachment(deps, actor, { proposalId, fileId }));
    for (const actor of [visitor, professional, await resident(deps, "other@example.org")]) {
      expect(await seen(actor)).toEqual([open]);
      expect([await link(actor, open), await link(actor, closed)]).toEqual(["ok", "not-found"]);
      expect(await listAttachments(deps, actor, { proposalId })).toMatchObject({ room: 0, mayRemove: false });
    }
    for (const actor of [board, officer]) {
      expect(await seen(actor)).toEqual([open, closed].sort());
      expect(await link(actor, closed)).toBe("ok");
    }
  });

  test("a file of another proposal is not there, and the link carries the name", async () => {
    const fileId = await storedFile();
    expect(await outcomeOf(() => linkAttachment(deps, board, { proposalId, fileId }))).toBe("not-found");
    await add({ fileId });
    expect((await linkAttachment(deps, board, { proposalId, fileId })).url).toContain("/Offerte");
  });
});

test("what is taken away makes room, and throwing the draft away takes all with it", async () => {
  const fileId = await storedFile();
  await add({ fileId });
  await add();
  await removeAttachment(deps, board, { proposalId, fileId });
  expect(await outcomeOf(() => removeAttachment(deps, board, { proposalId, fileId }))).toBe("not-found");
  expect((await listAttachments(deps, board, { proposalId })).items).toHaveLength(1);
  await discardDraft(deps, board, { proposalId });
  expect(await deps.store.listAll("attachments-of-proposal", { proposalId })).toEqual([]);
});

describe("an attachment that an officer hides", () => {
  const reason = "Er staat een adres in.";

  async function shown(isPublic = true) {
    const world = await createMandateWorld({ files });
    const { proposalId } = world.mandate;
    const file: StoredFile = {
      id: world.deps.ids.next("fil"),
      purpose: "attachment",
      contentType: "application/pdf",
      sizeBytes: 1_000,
      sha256: "a".repeat(64),
      storedSha256: "a".repeat(64),
      status: "clean",
      enterpriseId: world.world.enterprise.id,
      uploadedBy: world.world.chair.personId,
      createdAt: "2026-11-21T12:00:00.000Z",
      attachedTo: proposalId,
      revision: 0,
    };
    const addedAt = "2026-11-21T12:00:00.000Z";
    const name = "Brief aan Jan Jansen.pdf";
    const record = {
      fileId: file.id,
      name,
      isPublic,
      proposalId,
      slot: 0,
      addedBy: world.world.chair.personId,
      addedAt,
    };
    await world.deps.store.commit([
      { put: "file", record: file },
      { put: "attachment", record },
    ]);
    return {
      ...world,
      proposalId,
      fileId: file.id,
      target: { kind: "attachment", proposalId, fileId: file.id } as const,
    };
  }

  test("is opened and named by nobody but board and city hall, until it is shown again", async () => {
    const { deps: of, world, officer, proposalId, fileId, target } = await shown();
    const read = async (who: Actor) => (await listAttachments(of, who, { proposalId })).items[0];
    const open = (who: Actor) => linkAttachment(of, who, { proposalId, fileId });
    expect((await open(visitor)).url).toContain(fileId);
    await reportContent(of, visitor, { target, reason: "Mijn adres." }, { ip: "198.18.1.1" });
    await judgeContent(of, officer, { outcome: "hide", target, reason });
    expect(await read(visitor)).toMatchObject({ name: "", hidden: { reason } });
    await expect(open(visitor)).rejects.toMatchObject({ code: "not-found", details: { hiddenReason: reason } });
    for (const who of [world.chair, officer]) {
      expect(await read(who)).toMatchObject({ name: "Brief aan Jan Jansen.pdf", hidden: { reason } });
      expect((await open(who)).url).toContain(fileId);
    }
    expect(await lettersOf(of, "content-hidden")).toHaveLength(3);
    await judgeContent(of, officer, { outcome: "restore", target, reason: "Het mag." });
    expect(await read(visitor)).toEqual(expect.not.objectContaining({ hidden: expect.anything() }));
    expect((await open(visitor)).url).toContain(fileId);
  });

  test("is a public one that is there", async () => {
    const { deps: of, officer, proposalId, target } = await shown(false);
    const hide = (hidden: ModerationTarget) =>
      outcomeOf(async () => judgeContent(of, officer, { outcome: "hide", target: hidden, reason }));
    expect(await hide(target)).toBe("not-found");
    expect(await hide({ kind: "attachment", proposalId, fileId: of.ids.next("fil") })).toBe("not-found");
  });
});
