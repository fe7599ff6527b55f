import * as core from "@hevel/core";
import { profileOf, visitor, withTreasurer } from "@hevel/testing/board-world";
import { codeOf, createTestDeps, storeEnterprise, storeProposal, storeStaff } from "@hevel/testing/deps";
import { formalSent } from "@hevel/testing/letter-worlds";
import { createMandateWorld, enterpriseWords, evaluated, officerWords } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { documentation } from "./app.ts";
import type { OperationId } from "./policy.ts";
import { apiVersion } from "./version.ts";

interface Operation {
  readonly operationId: OperationId;
  readonly parameters?: readonly { readonly name: string }[];
}

/** Every route that changes something, from the document the API itself publishes. */
const changing = Object.values(documentation(apiVersion).paths ?? {}).flatMap((item) =>
  Object.entries(item ?? {}).flatMap(([method, operation]) => (method === "get" ? [] : [operation as Operation])),
);
const isKeyed = ({ parameters = [] }: Operation) => parameters.some(({ name }) => name === "idempotency-key");

type Repeated = () => Promise<{
  readonly deps: core.Deps;
  readonly act: () => Promise<unknown>;
  /** How a second time is refused, where what was asked for is gone; without it, it answers the same again. */
  readonly refusal?: string;
}>;

/** What needs no row here, and why. */
const excused: Partial<Record<OperationId, string>> = {
  requestSignIn: "each asks for a code of its own; how often is limited per address, network and mailbox",
  signIn: "a code works once; the answer holds a session, which is kept nowhere to be given again",
  signOut: "of a session that is over nothing is left; tested beside the session",
  readInvitation: "reads only; a POST because a secret does not stand in an address",
  announceFile: "a place that is not used is no file; how many is limited per enterprise and day",
  announceFormalFile: "as announceFile",
  finishFormalFile: "as finishUpload",
  readFormalMessage: "reads only; a POST because a secret does not stand in an address",
  finishUpload: "the first judges and all get its answer; tested with twenty at once beside the file",
  refreshVerification: "counts the ledger anew, and changes nothing of it",
  setGroupRoles: "replaces the table as it was read: a second time is told which revision there is now",
  endSessions: "sessions that are over end again; each press is a line of the audit trail",
  unsubscribe: "a mail program presses it as often as it likes (RFC 8058); tested beside the follow",
  addAttachment: "the same file again changes nothing; tested beside the attachment",
  removeAttachment: "of what is gone nothing is left; tested beside the attachment",
  refuseMail: "pressing twice is once; tested beside the letter that a stranger asks for",
  disavowLetter: "pressing twice is once; tested beside the stranger who invites",
  confirmFollow: "pressing twice is once; tested beside the follow",
  confirmEvaluation: "pressing twice is once; tested beside the voice",
  declineInvitation: "of an invitation that is gone nothing is left; tested beside the invitation",
  editUpdate: "the same words again change nothing; tested beside the news",
  correctMilestone: "the same words again change nothing; tested beside the promise",
};

const proposalOf = async (status: "draft" | "submitted") => {
  const { deps } = await createTestDeps();
  const board = await storeEnterprise(deps);
  const { id: proposalId, revision } = await storeProposal(deps, board.enterprise, { status });
  return { deps, ...board, proposalId, revision };
};

/** Routes without a key: asked a second time, they change nothing more. */
const rows: Partial<Record<OperationId, Repeated>> = {
  setMyName: async () => {
    const { deps, chair } = await proposalOf("draft");
    return { deps, act: () => core.setMyName(deps, chair, { name: "Femke" }) };
  },
  setNameVisibility: async () => {
    const { deps, chair, enterprise } = await proposalOf("draft");
    const memberId = enterprise.members.find(({ personId }) => personId === chair.personId)?.id;
    if (memberId === undefined) throw new Error("the chair has a seat");
    const input = { enterpriseId: enterprise.id, memberId, isNamePublic: true };
    return { deps, act: () => core.setNameVisibility(deps, chair, input) };
  },
  setMorningSetting: async () => {
    const { deps } = await createTestDeps();
    const officer = await storeStaff(deps, "officer");
    return { deps, act: () => core.setMorningSetting(deps, officer, { isOn: false }) };
  },
  takeCase: async () => {
    const { deps, proposalId: caseId } = await proposalOf("submitted");
    const officer = await storeStaff(deps, "officer");
    return { deps, act: () => core.takeCase(deps, officer, { caseId, role: "officer" }) };
  },
  releaseCase: async () => {
    const { deps, proposalId: caseId } = await proposalOf("submitted");
    const officer = await storeStaff(deps, "officer");
    await core.takeCase(deps, officer, { caseId, role: "officer" });
    return { deps, act: () => core.releaseCase(deps, officer, { caseId, role: "officer" }) };
  },
  askEnterprise: async () => {
    const { deps, enterprise } = await proposalOf("draft");
    const question = { name: "Hanna", email: "hanna@example.org", question: "Mag ik een boor lenen?" };
    const input = { enterpriseId: enterprise.id, ...question };
    return { deps, act: () => core.askEnterprise(deps, visitor, input, { ip: "192.0.2.8" }) };
  },
  saveDraft: async () => {
    const { deps, chair, proposalId, revision } = await proposalOf("draft");
    return { deps, act: () => core.saveDraft(deps, chair, { proposalId, draft: { title: "Anders" }, revision }) };
  },
  discardDraft: async () => {
    const { deps, chair, enterprise } = await proposalOf("draft");
    const { id: proposalId } = await core.startProposal(deps, chair, { enterpriseId: enterprise.id });
    return { deps, act: () => core.discardDraft(deps, chair, { proposalId }), refusal: "not-found" };
  },
  removeMember: async () => {
    const { deps } = await createTestDeps();
    const { founder, treasurer, enterpriseId, board } = await withTreasurer(deps);
    const memberId = board.members.find(({ role }) => role === "treasurer")?.id;
    if (memberId === undefined) throw new Error(`${treasurer.email} has a seat`);
    return { deps, act: () => core.removeMember(deps, founder, { enterpriseId, memberId }), refusal: "not-found" };
  },
  acceptInvitation: async () => {
    const { deps } = await createTestDeps();
    const founder = (await storeEnterprise(deps)).chair;
    const seat = { name: "Femke", role: "chair", isNamePublic: true } as const;
    const { id: enterpriseId } = await core.registerEnterprise(deps, founder, { profile: profileOf(deps), seat });
    const invitation = { enterpriseId, name: "Thijs", email: "thijs@example.org", role: "member" } as const;
    await core.inviteMember(deps, founder, invitation, { ip: "192.0.2.8" });
    const [letter] = (await deps.store.listAll("letters-waiting", {})).filter(({ kind }) => kind === "invitation");
    const [, memberId = "", secret = ""] = String(letter?.payload["path"]).split("#")[1]?.split(".") ?? [];
    const input = { enterpriseId, memberId: memberId as core.MemberId, secret, name: "Thijs", isNamePublic: false };
    return { deps, act: () => core.acceptInvitation(deps, visitor, input), refusal: "wrong-state" };
  },
  unfollow: async () => {
    const { deps, chair, proposalId } = await proposalOf("submitted");
    const subject = { kind: "proposal", id: proposalId } as const;
    await core.startFollow(deps, chair, { subject }, { ip: "192.0.2.8" });
    const [follow] = (await core.getMyPage(deps, chair)).follows;
    if (follow === undefined) throw new Error("it is followed");
    return { deps, act: () => core.stopFollow(deps, chair, { followId: follow.id }), refusal: "not-found" };
  },
  writeEnterpriseEvaluation: async () => {
    const { deps, world, mandate } = await evaluated();
    const input = { mandateId: mandate.id, ...enterpriseWords };
    return { deps, act: () => core.writeEnterpriseEvaluation(deps, world.chair, input) };
  },
  writeOfficerEvaluation: async () => {
    const { deps, officer, mandate } = await createMandateWorld();
    await core.askEvaluation(deps, officer, { mandateId: mandate.id });
    const input = { mandateId: mandate.id, ...officerWords };
    return { deps, act: () => core.writeOfficerEvaluation(deps, officer, input) };
  },
};

const opened = async () => {
  const { deps, messageId, secret } = await formalSent();
  return { deps, messageId, secret, officer: await storeStaff(deps, "officer") };
};
rows.withdrawMessage = async () => {
  const { deps, messageId, secret } = await opened();
  const input = { messageId, secret, reason: "" };
  return { deps, act: () => core.withdrawMessage(deps, visitor, input), refusal: "wrong-state" };
};
rows.treatMessage = async () => {
  const { deps, messageId, officer } = await opened();
  return { deps, act: () => core.treatMessage(deps, officer, { messageId }), refusal: "wrong-state" };
};
rows.answerMessage = async () => {
  const { deps, messageId, officer } = await opened();
  await core.treatMessage(deps, officer, { messageId });
  const answer = { messageId, outcome: "upheld", reason: "Dat had niet gemogen." } as const;
  return { deps, act: () => core.answerMessage(deps, officer, answer), refusal: "wrong-state" };
};

test("every route that changes something takes a key, or is decided here to need none", () => {
  const keyed = changing.filter(isKeyed).map(({ operationId }) => operationId);
  const decided = [...keyed, ...Object.keys(rows), ...Object.keys(excused)].toSorted();
  expect(decided).toEqual(changing.map(({ operationId }) => operationId).toSorted());
});

/** What others notice: letters, public lines, lines of the audit trail. */
async function noticed({ store }: core.Deps) {
  const lists = await Promise.all([
    store.listAll("letters-waiting", {}),
    store.listAll("events-of-month", { month: "2026-11" }),
    store.listAll("audit-of-month", { month: "2026-11" }),
  ]);
  return lists.map((list) => list.length);
}

describe.each(Object.entries(rows) as [OperationId, Repeated][])("%s", (_operationId, prepare) => {
  test("a second time changes nothing that others notice, and says so or answers the same", async () => {
    const { deps, act, refusal } = await prepare();
    const first = await act();
    const after = await noticed(deps);
    if (refusal === undefined) expect(stable(await act())).toEqual(stable(first));
    else expect(await codeOf(act())).toBe(refusal);
    expect(await noticed(deps)).toEqual(after);
  });
});

/** An answer without what counts or times the writing itself. */
function stable(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return answer;
  const { revision: _revision, writtenAt: _at, ...rest } = answer as Record<string, unknown>;
  return rest;
}
