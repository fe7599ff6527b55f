import { createHash } from "node:crypto";
import { codeOf, storeEnterprise, storeProposal, storeStaff } from "@hevel/testing/deps";
import { hiddenNews, newDeps, no, withProposal } from "@hevel/testing/letter-worlds";
import { lettersOf, visitor } from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { getCase } from "../case/get.ts";
import { takeCase } from "../case/take.ts";
import { prepareDecision } from "../decision/prepare.ts";
import { takeDecision } from "../decision/take.ts";
import { DomainError } from "../errors.ts";
import { letterPayloads } from "../letter/letter.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import { getWorkList } from "../work-list/get.ts";
import { forgetMessages } from "./forget.ts";
import type { FormalSubject, NewFormalMessage } from "./formal-message.ts";
import { getFormalMessage } from "./get.ts";
import { answerMessage, treatMessage } from "./handle.ts";
import { listFormalMessages } from "./list.ts";
import { readFormalMessage } from "./read.ts";
import { sendFormalMessage } from "./send.ts";
import { viewFormalSubject } from "./subject.ts";
import { supplementMessage } from "./supplement.ts";
import { withdrawMessage } from "./withdraw.ts";

const ip = (network: number) => ({ ip: `198.18.${network}.1` });
const typed = {
  name: "Hanna van Vliet",
  address: "Dorpsstraat 1\n0000 AA Voorbeeldstad",
  email: "hanna@wijk.example",
  description: "",
  words: "Ik ben het er niet mee eens: de kosten kloppen niet.",
};
const message = (changed: Partial<NewFormalMessage> = {}): NewFormalMessage => ({
  kind: "complaint",
  ...typed,
  description: "Het gesprek van maandag",
  attachments: [],
  ...changed,
});

/** A decision that was announced on Monday 23 November 2026: objecting is possible until Monday 4 January 2027. */
async function decided() {
  const world = await withProposal({ status: "advised" });
  const { deps, officer, proposalId } = world;
  const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: no });
  const council = await storeStaff(deps, "council", "officer");
  await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: keyOf(deps) });
  const subject: FormalSubject = { about: "decision", id: proposalId };
  const object = (changed: Partial<NewFormalMessage> = {}, network = 1) =>
    sendFormalMessage(deps, visitor, message({ kind: "objection", subject, ...changed }), ip(network));
  return { ...world, council, colleague: await storeStaff(deps, "officer"), subject, object };
}

/** The same municipality at another moment. */
const at = (deps: Deps, instant: string): Deps => ({ ...deps, clock: { now: () => new Date(instant) } });
const secretIn = (path: string) => path.split(".").at(-1) ?? "";
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("an objection", () => {
  test("is received at once, with a receipt that proves what was sent and repeats nothing of it", async () => {
    const { deps, object } = await decided();
    const receipt = await object();
    expect(receipt).toMatchObject({ isLate: false, objectionUntil: "2027-01-04", answerBy: "2027-02-15" });
    expect(receipt.reference).toMatch(/^FB-2026-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(sha256(receipt.copy)).toBe(receipt.sha256);
    for (const words of [typed.name, typed.words, typed.email]) expect(receipt.copy).toContain(words);
    const [letter] = await lettersOf(deps, "formal-receipt");
    expect(letter).toMatchObject({
      to: typed.email,
      payload: { sha256: receipt.sha256, reference: receipt.reference },
    });
    expect(letterPayloads["formal-receipt"].safeParse(letter?.payload).success).toBe(true);
    const sent = JSON.stringify(letter?.payload);
    for (const words of [typed.name, "Dorpsstraat", "kosten", typed.email]) expect(sent).not.toContain(words);
  });

  test.each([
    ["on the last day", "2027-01-04T22:59:59.000Z", false, "2027-02-15"],
    ["a second later", "2027-01-04T23:00:00.000Z", true, "2027-02-16"],
    ["a month later", "2027-02-04T12:00:00.000Z", true, "2027-03-18"],
  ])("%s is received: late is %s", async (_when, instant, isLate, answerBy) => {
    const { deps, subject } = await decided();
    const later = at(deps, instant);
    const receipt = await sendFormalMessage(later, visitor, message({ kind: "objection", subject }), ip(1));
    expect(receipt).toMatchObject({ isLate, answerBy });
    expect(await lettersOf(deps, "formal-receipt")).toMatchObject([{ payload: { isLate } }]);
  });

  test("has twelve weeks where a committee advises; other messages have the terms of the law", async () => {
    const { deps, subject } = await decided();
    const withCommittee = { ...deps, municipality: { ...deps.municipality, objectionAnswerWeeks: 12 as const } };
    const send = async (changed: Partial<NewFormalMessage>) =>
      (await sendFormalMessage(withCommittee, visitor, message(changed), ip(1))).answerBy;
    // Twelve weeks after 4 January is Easter Monday.
    expect(await send({ kind: "objection", subject })).toBe("2027-03-30");
    // Monday 23 November and 14, 42 and 56 days; the last of these is a Monday too.
    expect(await send({ kind: "default-notice" })).toBe("2026-12-07");
    expect(await send({ kind: "complaint" })).toBe("2027-01-04");
    expect(await send({ kind: "other" })).toBe("2027-01-18");
  });

  test("is a task of an officer who did not make the decision", async () => {
    const { deps, officer, council, colleague, object } = await decided();
    const { id: messageId, reference } = await object();
    const rowFor = async (actor: typeof officer) =>
      (await getWorkList(deps, actor, {})).rows.find(({ act }) => act === "answerMessage");
    expect(await rowFor(colleague)).toMatchObject({ messageId, heldBy: "officer", mayTake: true, dueOn: "2027-02-15" });
    expect(await rowFor(colleague)).not.toHaveProperty("refusal");
    expect((await rowFor(colleague))?.title).toContain(reference);
    for (const made of [officer, council]) {
      expect((await rowFor(made))?.refusal).toBe("four-eyes");
      expect(await codeOf(treatMessage(deps, made, { messageId }))).toBe("four-eyes");
      expect(await codeOf(answerMessage(deps, made, { messageId, outcome: "dismissed", reason: "Nee." }))).toBe(
        "four-eyes",
      );
      expect((await getFormalMessage(deps, made, { messageId })).refusal).toBe("four-eyes");
    }
    const part = { caseId: messageId, role: "officer" } as const;
    await takeCase(deps, colleague, part);
    expect((await getCase(deps, colleague, part)).takenBy).toMatchObject({ isMe: true });
  });

  test("is treated and answered, and its sender hears each time", async () => {
    const { deps, colleague, object } = await decided();
    const { id: messageId, path } = await object();
    await treatMessage(deps, colleague, { messageId });
    expect(await codeOf(treatMessage(deps, colleague, { messageId }))).toBe("wrong-state");
    const answer = { messageId, outcome: "upheld", reason: "U heeft gelijk." } as const;
    expect(await codeOf(answerMessage(deps, colleague, { ...answer, outcome: "answered" }))).toBe("invalid");
    expect(await codeOf(answerMessage(deps, colleague, { ...answer, reason: " " }))).toBe("invalid");
    // What the answer will say is there to be looked at before it goes.
    expect(await getFormalMessage(deps, colleague, { messageId })).toMatchObject({
      appealUntilIfAnsweredToday: "2027-01-04",
    });
    await answerMessage(deps, colleague, answer);
    expect(await codeOf(answerMessage(deps, colleague, answer))).toBe("wrong-state");
    expect(await lettersOf(deps, "formal-step")).toMatchObject([
      { to: typed.email, payload: { happened: "treated", by: colleague.name, answerBy: "2027-02-15" } },
      { payload: { happened: "decided", outcome: "upheld", reason: "U heeft gelijk.", appealUntil: "2027-01-04" } },
    ]);
    const standing = await readFormalMessage(deps, visitor, { messageId, secret: secretIn(path) });
    expect(standing).toMatchObject({
      status: "decided",
      isOpen: false,
      steps: [{ act: "treated" }, { act: "decided", outcome: "upheld", reason: "U heeft gelijk." }],
    });
    expect((await getWorkList(deps, colleague, {})).rows.map(({ act }) => act)).not.toContain("answerMessage");
    const acts = (await deps.store.listAll("audit-of-month", { month: "2026-11" })).map(({ act }) => act);
    expect(acts).toEqual(["message-treated", "message-answered"]);
  });

  test("of the board is not answered by who sits on it", async () => {
    const { deps, colleague, object, enterprise } = await decided();
    const { id: messageId } = await object();
    const [seat] = enterprise.members;
    const own = { ...deps.clock, ...colleague };
    await deps.store.commit([
      { patch: "person", ref: { id: colleague.personId }, set: { email: seat?.email ?? "" }, when: [] },
    ]);
    expect(await codeOf(treatMessage(deps, own, { messageId }))).toBe("own-interest");
    expect((await getFormalMessage(deps, colleague, { messageId })).refusal).toBe("own-interest");
  });
});

describe("what a message can be about", () => {
  test("is named where everybody may read it, and not where not", async () => {
    const { deps, subject, proposalId, object } = await decided();
    expect(await viewFormalSubject(deps, visitor, subject)).toEqual({
      title: expect.any(String),
      reference: "B-1",
      announcedOn: "2026-11-23",
      objectionUntil: "2027-01-04",
    });
    const { enterprise, chair } = await storeEnterprise(deps, { status: "refused", verifiedAt: undefined });
    const refused: FormalSubject = { about: "enterprise", id: enterprise.id };
    expect(await viewFormalSubject(deps, visitor, refused)).toEqual({});
    expect(await viewFormalSubject(deps, chair, refused)).toEqual({ title: enterprise.profile.name });
    // Who was refused may object, and its name goes to nobody by it.
    await sendFormalMessage(deps, visitor, message({ kind: "objection", subject: refused }), ip(2));
    expect(JSON.stringify(await lettersOf(deps, "formal-receipt"))).not.toContain(enterprise.profile.name);
    const draft = await storeProposal(deps, enterprise, { status: "draft" });
    for (const wrong of [
      { about: "decision", id: draft.id },
      { about: "proposal", id: draft.id },
      { about: "proposal", id: deps.ids.next("prp") },
      { about: "ending", id: deps.ids.next("man") },
      { about: "hidden", id: proposalId },
    ] as const)
      expect(await codeOf(viewFormalSubject(deps, visitor, wrong))).toBe("not-found");
    expect(await codeOf(object({ subject: { about: "proposal", id: draft.id } }))).toBe("not-found");
  });

  test("may be something an officer hid, without its words", async () => {
    const { deps, target } = await hiddenNews();
    const id = `${target.proposalId}.${target.updateId}`;
    expect(await viewFormalSubject(deps, visitor, { about: "hidden", id })).toMatchObject({
      announcedOn: "2026-11-23",
      objectionUntil: "2027-01-04",
    });
    const [letter] = await lettersOf(deps, "content-hidden");
    expect(letter?.payload["objectionPath"]).toBe(`/formeel/bezwaar/verborgen/${id}`);
  });

  test("is described by who found no place to begin at", async () => {
    const deps = await newDeps();
    const sent = sendFormalMessage(deps, visitor, message({ description: " " }), ip(1));
    await expect(sent).rejects.toMatchObject({ fields: [{ path: "description", code: "required" }] });
  });
});

describe("the sender", () => {
  test("adds to it, with a receipt of its own; what was sent first stays as it was", async () => {
    const { deps, colleague, object } = await decided();
    const { id: messageId, path, sha256: first } = await object();
    const secret = secretIn(path);
    const added = await supplementMessage(deps, visitor, { messageId, secret, words: "Zie ook dit.", attachments: [] });
    expect(sha256(added.copy)).toBe(added.sha256);
    expect(added.copy).toContain("Zie ook dit.");
    const view = await getFormalMessage(deps, colleague, { messageId });
    expect(view).toMatchObject({ words: typed.words, sha256: first });
    expect(view.steps).toMatchObject([{ act: "supplemented", words: "Zie ook dit.", sha256: added.sha256 }]);
    expect(await lettersOf(deps, "formal-receipt")).toMatchObject([
      { payload: { isSupplement: false } },
      { payload: { isSupplement: true, sha256: added.sha256 } },
    ]);
    const standing = JSON.stringify(await readFormalMessage(deps, visitor, { messageId, secret }));
    expect(standing).not.toContain("Zie ook dit");
  });

  test("can add so often a day, because each has a receipt, and so often in all", async () => {
    const { deps, object } = await decided();
    const { id: messageId, path } = await object();
    const add = (on: Deps) =>
      codeOf(
        supplementMessage(on, visitor, { messageId, secret: secretIn(path), words: "Nog iets.", attachments: [] }),
      );
    const perDay = limits.formalSupplementsDayMax;
    for (let day = 0; day * perDay < limits.formalStepsMax; day++) {
      const then = at(deps, new Date(deps.clock.now().getTime() + day * 2 * 86_400_000).toISOString());
      for (let times = 0; times < perDay; times++) expect(await add(then)).toBe("ok");
      expect(await add(then)).toBe("limit-reached");
    }
    expect(await lettersOf(deps, "formal-receipt")).toHaveLength(1 + limits.formalStepsMax);
    const later = at(deps, new Date(deps.clock.now().getTime() + 100 * 86_400_000).toISOString());
    expect(await add(later)).toBe("limit-reached");
  });

  test("of an enterprise that is not public has a receipt that names nothing of it, whoever sends", async () => {
    const deps = await newDeps();
    const { enterprise, chair } = await storeEnterprise(deps, { status: "registered" });
    const { id } = await storeProposal(deps, enterprise, { status: "submitted" });
    for (const subject of [
      { about: "enterprise", id: enterprise.id },
      { about: "proposal", id },
    ] as const) {
      expect((await viewFormalSubject(deps, chair, subject)).title).toBeDefined();
      await sendFormalMessage(deps, chair, message({ subject }), ip(1));
    }
    const receipts = await lettersOf(deps, "formal-receipt");
    expect(receipts.map(({ payload }) => "about" in payload)).toEqual([false, false]);
  });

  test("takes it back by the link, once; nobody does without", async () => {
    const { deps, colleague, object } = await decided();
    const { id: messageId, path } = await object();
    const secret = secretIn(path);
    for (const wrong of ["", "0".repeat(64), secret.slice(1)])
      for (const act of [
        readFormalMessage(deps, visitor, { messageId, secret: wrong }),
        withdrawMessage(deps, visitor, { messageId, secret: wrong, reason: "" }),
        supplementMessage(deps, visitor, { messageId, secret: wrong, words: "Nee.", attachments: [] }),
      ])
        expect(await codeOf(act)).toBe("not-found");
    expect(await withdrawMessage(deps, visitor, { messageId, secret, reason: "Opgelost." })).toMatchObject({
      status: "withdrawn",
      isOpen: false,
    });
    expect(await codeOf(withdrawMessage(deps, visitor, { messageId, secret, reason: "" }))).toBe("wrong-state");
    expect(await codeOf(answerMessage(deps, colleague, { messageId, outcome: "upheld", reason: "Ja." }))).toBe(
      "wrong-state",
    );
    expect(await lettersOf(deps, "formal-step")).toMatchObject([{ payload: { happened: "withdrawn" } }]);
  });

  test("who sends the same twice by accident sent it once", async () => {
    const deps = await newDeps();
    const idempotencyKey = keyOf(deps);
    const send = () => sendFormalMessage(deps, visitor, { ...message(), idempotencyKey }, ip(1));
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(await lettersOf(deps, "formal-receipt")).toHaveLength(1);
  });
});

describe("neither a mail gun nor a billboard", () => {
  const send = (deps: Deps, changed: Partial<NewFormalMessage>, network: number) =>
    codeOf(sendFormalMessage(deps, visitor, message(changed), ip(network)));
  const times = async (count: number, ask: (time: number) => Promise<string>) => {
    const codes: string[] = [];
    for (let time = 0; time < count; time++) codes.push(await ask(time));
    return codes;
  };

  test("so many letters go to one human a day, however the address is written", async () => {
    const deps = await newDeps();
    const max = limits.formalPerSenderDayMax;
    const codes = await times(max + 1, (time) => send(deps, { email: `hanna+${time}@wijk.example` }, 1));
    expect(codes).toEqual([...Array.from({ length: max }, () => "ok"), "limit-reached"]);
  });

  test("messages under somebody's address from elsewhere never keep that person from objecting", async () => {
    const deps = await newDeps();
    const each = limits.formalPerSenderDayMax;
    for (let network = 1; network * each <= limits.formalPerSenderDayTotalMax + each; network++)
      await times(each, () => send(deps, { email: "hanna@wijk.example" }, network));
    expect(await send(deps, { email: "hanna@wijk.example" }, 99)).toBe("ok");
    expect(await send(deps, { email: "hanna@wijk.example" }, 99)).toBe("limit-reached");
  });

  test("so many from one network about one thing; from elsewhere it is always possible", async () => {
    const deps = await newDeps();
    const max = limits.formalPerSubjectDayMax;
    const from = (time: number) => ({ email: `bewoner${time}@wijk.example` });
    const codes = await times(max + 1, (time) => send(deps, from(time), 1));
    expect(codes.at(-1)).toBe("limit-reached");
    expect(await send(deps, from(99), 2)).toBe("ok");
  });
});

describe("who may read", () => {
  test("officer, clerk and auditor; the register has no words of the sender", async () => {
    const deps = await newDeps();
    const { id: messageId, reference } = await sendFormalMessage(deps, visitor, message(), ip(1));
    const readers = ["officer", "clerk", "auditor"] as const;
    for (const role of readers) {
      const actor = await storeStaff(deps, role);
      expect(await getFormalMessage(deps, actor, { messageId })).toMatchObject({ words: typed.words });
      const { items } = await listFormalMessages(deps, actor, {});
      expect(items).toMatchObject([{ reference, kind: "complaint", status: "received" }]);
      expect(JSON.stringify(items)).not.toMatch(/Hanna|Dorpsstraat|kosten|gesprek/);
    }
    for (const role of ["council", "finance", "professional", "admin"] as const) {
      const actor = await storeStaff(deps, role);
      expect(await codeOf(getFormalMessage(deps, actor, { messageId }))).toBe("forbidden");
      expect(await codeOf(listFormalMessages(deps, actor, {}))).toBe("forbidden");
    }
    expect(await codeOf(getFormalMessage(deps, visitor, { messageId }))).toBe("unauthenticated");
    const clerk = await storeStaff(deps, "clerk");
    expect(await codeOf(treatMessage(deps, clerk, { messageId }))).toBe("forbidden");
  });
});

describe("the record", () => {
  test("is written once: no act overwrites the message or a step", async () => {
    const { deps, colleague, object } = await decided();
    const written: string[] = [];
    const watched = (of: Deps): Deps => ({
      ...of,
      store: {
        ...of.store,
        commit: (changes) => {
          for (const change of changes) written.push(`${Object.keys(change)[0]} ${Object.values(change)[0]}`);
          return of.store.commit(changes);
        },
      },
    });
    const { id: messageId, path } = await object();
    await treatMessage(watched(deps), colleague, { messageId });
    await withdrawMessage(watched(deps), visitor, { messageId, secret: secretIn(path), reason: "" });
    expect(written.filter((change) => /formal-(message|step)/.test(change))).toEqual([
      "put formal-step",
      "put formal-step",
    ]);
    const before = await deps.store.get("formal-message", { id: messageId });
    if (before === undefined) throw new Error("it is kept");
    expect(await codeOf(deps.store.commit([{ put: "formal-message", record: before }]))).toBe("conflict");
  });

  test("is forgotten on its day, and not a day before; what is open never", async () => {
    const { deps, colleague, object } = await decided();
    const [{ id: messageId }, open] = [await object(), await object({ email: "ander@wijk.example" })];
    await answerMessage(deps, colleague, { messageId, outcome: "dismissed", reason: "Nee." });
    const { forgetOn = "" } = await getFormalMessage(deps, colleague, { messageId });
    expect(forgetOn).toBe("2033-11-21");
    expect(await forgetMessages(at(deps, "2033-11-20T12:00:00.000Z"))).toBe(0);
    expect(await forgetMessages(at(deps, `${forgetOn}T12:00:00.000Z`))).toBe(1);
    await expect(getFormalMessage(deps, colleague, { messageId })).rejects.toBeInstanceOf(DomainError);
    expect(await deps.store.listAll("steps-of-message", { messageId })).toEqual([]);
    expect((await getFormalMessage(deps, colleague, { messageId: open.id })).isOpen).toBe(true);
    expect(await forgetMessages(at(deps, "2050-01-01T12:00:00.000Z"))).toBe(0);
  });
});
