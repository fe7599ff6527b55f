import { storeStaff } from "@hevel/testing/deps";
import { createMandateWorld, end, lettersOf, payFirst, visitor, writeBoth } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { dateIn, lastDayToObject } from "../calendar.ts";
import { askEvaluation } from "../evaluation/ask.ts";
import { evaluateAsResident } from "../evaluation/evaluate-as-resident.ts";
import { sendFormalMessage } from "../formal-message/send.ts";
import { getProposal } from "../proposal/get.ts";
import { judgeContent } from "./judge.ts";
import type { ModerationTarget } from "./moderation.ts";

/** Somebody on a network of their own. */
const ip = (network: number) => ({ ip: `198.18.${network}.1` });

describe("who wrote a voice in an evaluation that is hidden", () => {
  async function published() {
    const test = await createMandateWorld();
    const { deps, officer, mandate, neighbour } = test;
    await payFirst(test);
    await askEvaluation(deps, officer, { mandateId: mandate.id });
    const sentence = "De voorzitter is een boef.";
    await evaluateAsResident(deps, neighbour, { mandateId: mandate.id, score: 3, sentence }, ip(1));
    await writeBoth(test);
    await end(test);
    const voices = await deps.store.listAll("evaluations-of-mandate", { mandateId: mandate.id });
    const targetOf = (by: string): Extract<ModerationTarget, { kind: "evaluation" }> => {
      const voice = voices.find((each) => each.by === by);
      if (voice === undefined) throw new Error(`${by} was heard`);
      return { kind: "evaluation", mandateId: mandate.id, evaluationId: voice.id };
    };
    return { ...test, sentence, targetOf };
  }
  const hide = { outcome: "hide", reason: "Dit beledigt iemand." } as const;

  test("hears it by letter when the address is known: a colleague at city hall, and not the board", async () => {
    const { deps, targetOf, officer } = await published();
    const colleague = await storeStaff(deps, "officer");
    await judgeContent(deps, colleague, { ...hide, target: targetOf("officer") });
    if (officer.kind !== "staff") throw new Error("an officer is staff");
    const writer = await deps.store.get("person", { id: officer.personId });
    const letters = await lettersOf(deps, "content-hidden");
    expect(letters.map(({ to }) => to)).toEqual([writer?.email]);
    expect(letters[0]?.payload).toMatchObject({ reason: hide.reason });
  });

  test("reads on the page why and how to object, when it is a resident, whose address nobody keeps", async () => {
    const { deps, mandate, officer, targetOf, sentence } = await published();
    const target = targetOf("resident");
    await judgeContent(deps, officer, { ...hide, target });
    expect(await lettersOf(deps, "content-hidden")).toEqual([]);
    const month = deps.clock.now().toISOString().slice(0, 7);
    const audit = await deps.store.listAll("audit-of-month", { month });
    expect(audit).toContainEqual(expect.objectContaining({ act: "content-hidden" }));
    const { evaluations } = await getProposal(deps, visitor, { proposalId: mandate.proposalId });
    expect(evaluations.find(({ by }) => by === "resident")).toMatchObject({
      id: target.evaluationId,
      mandateId: mandate.id,
      hidden: { reason: hide.reason },
      content: { score: 3, sentence: "" },
    });
    expect(JSON.stringify(evaluations)).not.toContain(sentence);
    // What the page links to: an objection, by anybody, in time until six weeks later.
    const objection = {
      kind: "objection" as const,
      subject: { about: "hidden" as const, id: `${target.mandateId}.${target.evaluationId}` },
      name: "Hanna van Vliet",
      address: "Dorpsstraat 1",
      email: "hanna@wijk.example",
      description: "",
      words: "Het is waar.",
      attachments: [],
    };
    const { objectionUntil, isLate } = await sendFormalMessage(deps, visitor, objection, ip(2));
    const until = lastDayToObject(dateIn(deps.clock.now()));
    expect({ objectionUntil, isLate }).toEqual({ objectionUntil: until, isLate: false });
  });
});
