import { codeOf, createTestDeps, storeEnterprise, storeStaff } from "@hevel/testing/deps";
import { hiddenNews, no, withProposal } from "@hevel/testing/letter-worlds";
import { lettersOf, visitor } from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { prepareDecision } from "../decision/prepare.ts";
import { takeDecision } from "../decision/take.ts";
import { verifyEnterprise } from "../enterprise/verify.ts";
import type { FormalSubject } from "../formal-message/formal-message.ts";
import { treatMessage } from "../formal-message/handle.ts";
import { sendFormalMessage } from "../formal-message/send.ts";
import { viewFormalSubject } from "../formal-message/subject.ts";
import type { FormalMessageId } from "../ids.ts";
import { judgeContent } from "../moderation/judge.ts";
import type { Deps } from "../ports.ts";
import { getWorkList } from "../work-list/get.ts";
import { getCase } from "./get.ts";
import { handOverCase } from "./hand-over.ts";
import { takeCase } from "./take.ts";

/** An objection to a decision that `officer` prepared and `council` took, both of them officers. */
async function objected() {
  const world = await withProposal({ status: "advised" });
  const { deps, officer, proposalId } = world;
  const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: no });
  const council = await storeStaff(deps, "council", "officer");
  await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: keyOf(deps) });
  const object = async (words = "De kosten kloppen niet.") => {
    const sender = { name: "Hanna", address: "Dorpsstraat 1", email: "hanna@wijk.example", description: "" };
    const about = { kind: "objection", subject: { about: "decision", id: proposalId } } as const;
    return (
      await sendFormalMessage(deps, visitor, { ...about, ...sender, words, attachments: [] }, { ip: "198.18.1.1" })
    ).id;
  };
  const colleague = await storeStaff(deps, "officer");
  const holderOf = async (caseId: FormalMessageId) =>
    (await getCase(deps, colleague, { caseId, role: "officer" })).takenBy?.personId;
  return { ...world, council, colleague, object, holderOf };
}

describe("the case of an objection", () => {
  test("is never in the name of who prepared or took the decision", async () => {
    const { deps, officer, council, colleague, object } = await objected();
    const part = { caseId: await object(), role: "officer" } as const;
    const hand = (from: typeof colleague, to: typeof colleague) =>
      codeOf(handOverCase(deps, from, { ...part, to: to.personId, note: "", idempotencyKey: keyOf(deps) }));
    for (const made of [officer, council]) {
      expect(await codeOf(takeCase(deps, made, part))).toBe("four-eyes");
      expect(await hand(colleague, made)).toBe("four-eyes");
      expect(await hand(made, colleague)).toBe("four-eyes");
      const row = (await getWorkList(deps, made, {})).rows.find(({ act }) => act === "answerMessage");
      expect(row).toMatchObject({ refusal: "four-eyes", mayTake: false });
    }
    const { colleagues } = await takeCase(deps, colleague, part);
    const offered = colleagues.map(({ personId }) => personId);
    for (const made of [officer, council]) expect(offered).not.toContain(made.personId);
  });

  test("that stood in their name before is nobody's", async () => {
    const { deps, officer, colleague, object, holderOf } = await objected();
    const caseId = await object();
    const since = deps.clock.now().toISOString();
    const record = { caseId, role: "officer", personId: officer.personId, since, revision: 0 } as const;
    await deps.store.commit([{ put: "assignment", record, refusal: "stale" }]);
    expect(await holderOf(caseId)).toBeUndefined();
    const row = (await getWorkList(deps, colleague, {})).rows.find(({ act }) => act === "answerMessage");
    expect(row).not.toHaveProperty("takenBy");
    await treatMessage(deps, colleague, { messageId: caseId });
    expect(await holderOf(caseId)).toBe(colleague.personId);
  });

  test("is of who begins to treat it; a colleague who had it hears so", async () => {
    const { deps, colleague, object, holderOf } = await objected();
    const [first, second] = [await object(), await object("Nog iets.")];
    await treatMessage(deps, colleague, { messageId: first });
    expect(await holderOf(first)).toBe(colleague.personId);
    const other = await storeStaff(deps, "officer");
    await takeCase(deps, other, { caseId: second, role: "officer" });
    expect(await lettersOf(deps, "case-moved")).toEqual([]);
    await treatMessage(deps, colleague, { messageId: second });
    expect(await holderOf(second)).toBe(colleague.personId);
    expect(await lettersOf(deps, "case-moved")).toMatchObject([
      { payload: { happened: "taken", by: colleague.name, path: `/werk/berichten/${second}` } },
    ]);
  });
});

describe("an objection to what an officer did alone", () => {
  const sender = { name: "Hanna", address: "Dorpsstraat 1", email: "hanna@wijk.example", description: "" };
  const object = (deps: Deps, subject: FormalSubject) => {
    const sent = { kind: "objection" as const, subject, ...sender, words: "Dit klopt niet.", attachments: [] };
    return sendFormalMessage(deps, visitor, sent, { ip: "198.18.1.1" });
  };

  test("is not decided by who hid it; and its title goes with the page it stood on", async () => {
    const { deps, officer, target } = await hiddenNews();
    const { proposalId } = target;
    const subject = { about: "hidden", id: `${proposalId}.${target.updateId}` } as const;
    expect((await viewFormalSubject(deps, visitor, subject)).title).toBeDefined();
    const { id: messageId } = await object(deps, subject);
    expect(await codeOf(treatMessage(deps, officer, { messageId }))).toBe("four-eyes");
    expect(await codeOf(treatMessage(deps, await storeStaff(deps, "officer"), { messageId }))).toBe("ok");
    const page = { kind: "proposal", proposalId } as const;
    await judgeContent(deps, officer, { outcome: "hide", target: page, reason: "Alles moet weg." });
    expect((await viewFormalSubject(deps, visitor, subject)).title).toBeUndefined();
  });

  test("is not decided by who refused the enterprise", async () => {
    const { deps } = await createTestDeps();
    const { enterprise } = await storeEnterprise(deps, { status: "registered" });
    const { id: enterpriseId, revision } = enterprise;
    const officer = await storeStaff(deps, "officer");
    await verifyEnterprise(deps, officer, { enterpriseId, outcome: "refuse", reason: "Wie bent u?", revision });
    const { id: messageId } = await object(deps, { about: "enterprise", id: enterpriseId });
    expect(await codeOf(treatMessage(deps, officer, { messageId }))).toBe("four-eyes");
  });
});
