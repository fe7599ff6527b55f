import { outcomeOf } from "@hevel/testing/board-world";
import { codeOf, storeStaff } from "@hevel/testing/deps";
import {
  createMandateWorld,
  end,
  lettersOf,
  type MandateWorld,
  visitor,
  writeBoth,
} from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import type { EvaluationId, MandateId } from "../ids.ts";
import type { Letter } from "../letter/letter.ts";
import { limits } from "../limits.ts";
import { askEvaluation } from "./ask.ts";
import { confirmEvaluation } from "./confirm.ts";
import { evaluateAsResident } from "./evaluate-as-resident.ts";
import { getEvaluations } from "./get.ts";

const caller = { ip: "192.0.2.1" };
const words = { score: 5, sentence: "De straat is groen." };

async function asked(): Promise<MandateWorld> {
  const world = await createMandateWorld();
  await askEvaluation(world.deps, world.officer, { mandateId: world.mandate.id });
  return world;
}

/** What the link in a letter carries. */
function linkOf(letter: Letter | undefined) {
  const [mandateId, evaluationId, secret = ""] = String(letter?.payload["path"]).split("#")[1]?.split(".") ?? [];
  return { mandateId: mandateId as MandateId, evaluationId: evaluationId as EvaluationId, secret };
}

const heardIn = async ({ deps, mandate, officer }: MandateWorld) =>
  (await getEvaluations(deps, officer, { mandateId: mandate.id })).residents?.map(({ content }) => content);

describe("a signed-in resident", () => {
  test("is heard at once, without a letter, and once", async () => {
    const test = await asked();
    const { deps, mandate, neighbour } = test;
    const input = { mandateId: mandate.id, ...words };
    expect(await evaluateAsResident(deps, neighbour, input, caller)).toEqual({
      status: "confirmed",
      title: mandate.title,
      enterprise: "De Groene Straat",
    });
    expect(await codeOf(evaluateAsResident(deps, neighbour, { ...input, score: 1 }, caller))).toBe("conflict");
    expect(await heardIn(test)).toEqual([words]);
    expect(await lettersOf(deps, "evaluation-confirm")).toEqual([]);
  });

  test("is heard once when the button is pressed twice at the same moment", async () => {
    const test = await asked();
    const { deps, mandate, neighbour } = test;
    const press = () => codeOf(evaluateAsResident(deps, neighbour, { mandateId: mandate.id, ...words }, caller));
    expect((await Promise.all([press(), press()])).toSorted()).toEqual(["conflict", "ok"]);
    expect(await heardIn(test)).toEqual([words]);
  });

  test("of the board has no voice as a resident", async () => {
    const { deps, mandate, world } = await asked();
    const input = { mandateId: mandate.id, ...words };
    expect(await codeOf(evaluateAsResident(deps, world.secretary, input, caller))).toBe("own-interest");
  });
});

describe("somebody who is not signed in", () => {
  test("is heard when the address is confirmed, and pressing twice is confirmed once", async () => {
    const test = await asked();
    const { deps, mandate } = test;
    const input = { mandateId: mandate.id, ...words, email: " Buur@Example.org " };
    expect(await evaluateAsResident(deps, visitor, input, caller)).toMatchObject({ status: "letter-sent" });
    expect(await heardIn(test)).toEqual([]);
    const [letter] = await lettersOf(deps, "evaluation-confirm");
    expect(letter?.to).toBe("Buur@example.org");
    const link = linkOf(letter);
    expect(await codeOf(confirmEvaluation(deps, visitor, { ...link, secret: "x".repeat(43) }))).toBe("code-wrong");
    const other = { ...link, evaluationId: deps.ids.next("eva") };
    expect(await codeOf(confirmEvaluation(deps, visitor, other))).toBe("code-wrong");
    expect(await confirmEvaluation(deps, visitor, link)).toMatchObject({ status: "confirmed" });
    expect(await confirmEvaluation(deps, visitor, link)).toMatchObject({ status: "confirmed" });
    expect(await heardIn(test)).toEqual([words]);
  });

  test("gets the same answer when the address was heard before, and what was said stays", async () => {
    const test = await asked();
    const { deps, mandate, neighbour } = test;
    await evaluateAsResident(deps, neighbour, { mandateId: mandate.id, ...words }, caller);
    const input = { mandateId: mandate.id, score: 1, sentence: "Niks.", email: neighbour.email };
    expect(await evaluateAsResident(deps, visitor, input, caller)).toMatchObject({ status: "letter-sent" });
    expect(await lettersOf(deps, "evaluation-confirm")).toEqual([]);
    expect(await heardIn(test)).toEqual([words]);
  });

  test("confirms the words of the letter it reads, whatever was said under the address since", async () => {
    const test = await asked();
    const { deps, mandate } = test;
    const input = { mandateId: mandate.id, ...words, email: "buur@example.org" };
    await evaluateAsResident(deps, visitor, input, caller);
    await evaluateAsResident(deps, visitor, { ...input, score: 1, sentence: "Woorden van een ander." }, caller);
    const letters = await lettersOf(deps, "evaluation-confirm");
    expect(letters.map(({ payload }) => [payload["score"], payload["sentence"]])).toEqual([
      [5, words.sentence],
      [1, "Woorden van een ander."],
    ]);
    const [own, other] = letters.map(linkOf);
    if (own === undefined || other === undefined) throw new Error("two letters");
    const mixed = { ...own, secret: other.secret };
    expect(await codeOf(confirmEvaluation(deps, visitor, mixed))).toBe("code-wrong");
    expect(await codeOf(confirmEvaluation(deps, visitor, own))).toBe("ok");
    expect(await codeOf(confirmEvaluation(deps, visitor, other))).toBe("conflict");
    expect(await codeOf(confirmEvaluation(deps, visitor, own))).toBe("ok");
    expect(await heardIn(test)).toEqual([words]);
  });

  test("is heard once when two letters are confirmed at the same moment", async () => {
    const test = await asked();
    const { deps, mandate } = test;
    const input = { mandateId: mandate.id, ...words, email: "buur@example.org" };
    await evaluateAsResident(deps, visitor, input, caller);
    await evaluateAsResident(deps, visitor, { ...input, score: 4 }, caller);
    const press = (await lettersOf(deps, "evaluation-confirm")).map((letter) =>
      codeOf(confirmEvaluation(deps, visitor, linkOf(letter))),
    );
    expect((await Promise.all(press)).toSorted()).toEqual(["conflict", "ok"]);
    expect(await heardIn(test)).toHaveLength(1);
  });

  test("is one human under every spelling of the address, also with a plus", async () => {
    const test = await asked();
    const { deps, mandate } = test;
    for (const email of ["buur@example.org", "Buur+2@Example.org", "buur+drie@example.org"])
      await evaluateAsResident(deps, visitor, { mandateId: mandate.id, ...words, email }, caller);
    const links = (await lettersOf(deps, "evaluation-confirm")).map(linkOf);
    const outcomes: string[] = [];
    for (const link of links) outcomes.push(await codeOf(confirmEvaluation(deps, visitor, link)));
    expect(outcomes).toEqual(["ok", "conflict", "conflict"]);
    expect(await heardIn(test)).toEqual([words]);
  });

  test("cannot confirm words that waited too long", async () => {
    const test = await asked();
    const { deps, mandate, clock } = test;
    await evaluateAsResident(deps, visitor, { mandateId: mandate.id, ...words, email: "buur@example.org" }, caller);
    const [letter] = await lettersOf(deps, "evaluation-confirm");
    clock.advance({ days: limits.voiceConfirmDays + 1 });
    expect(await codeOf(confirmEvaluation(deps, visitor, linkOf(letter)))).toBe("code-wrong");
  });

  test("with an address of the board learns nothing, and is refused where only the owner of the mailbox is told", async () => {
    const test = await asked();
    const { deps, mandate, world } = test;
    const [{ email } = { email: "" }] = world.enterprise.members;
    const input = { mandateId: mandate.id, ...words, email: email.replace("@", "+nog-een@") };
    expect(await evaluateAsResident(deps, visitor, input, caller)).toMatchObject({ status: "letter-sent" });
    const [letter] = await lettersOf(deps, "evaluation-confirm");
    expect(await codeOf(confirmEvaluation(deps, visitor, linkOf(letter)))).toBe("own-interest");
    expect(await heardIn(test)).toEqual([]);
  });

  test("gives an address, a score of 1 to 10 and a sentence; every problem is named at once", async () => {
    const { deps, mandate, officer } = await asked();
    const say = (input: { score: number; sentence: string; email?: string }, actor = visitor) =>
      outcomeOf(() => evaluateAsResident(deps, actor, { mandateId: mandate.id, ...input }, caller));
    expect(await say({ score: 0, sentence: "" })).toBe("invalid score:score sentence:required email:required");
    expect(await say({ score: 11, sentence: "x".repeat(401), email: "buur" })).toBe(
      "invalid score:score sentence:too-long email:email",
    );
    expect(await say({ score: 1, sentence: "x".repeat(400), email: "a@example.org" })).toBe("ok");
    expect(await say({ score: 10, sentence: "Mooi.", email: "b@example.org" })).toBe("ok");
    expect(await say({ score: 2.5, sentence: "Mooi.", email: "b@example.org" })).toContain("score:");
    expect(await say({ score: 5, sentence: "Mooi." }, officer)).toBe("invalid email:required");
  });

  test("cannot fill somebody's mailbox", async () => {
    const { deps, mandate } = await asked();
    const say = (network: number) =>
      codeOf(
        evaluateAsResident(
          deps,
          visitor,
          { mandateId: mandate.id, ...words, email: "buur@example.org" },
          { ip: `203.0.${network}.1` },
        ),
      );
    for (let time = 0; time < limits.lettersFromStrangersMax; time++) expect(await say(time)).toBe("ok");
    expect(await say(99)).toBe("limit-reached");
  });
});

test("a voice is heard from when it is asked until it is published, also one that waits for its confirmation", async () => {
  const test = await createMandateWorld();
  const { deps, mandate, neighbour, officer } = test;
  const input = { mandateId: mandate.id, ...words };
  expect(await codeOf(evaluateAsResident(deps, neighbour, input, caller))).toBe("wrong-state");
  await askEvaluation(deps, officer, { mandateId: mandate.id });
  await evaluateAsResident(deps, visitor, { ...input, email: "buur@example.org" }, caller);
  await writeBoth(test);
  await end(test);
  const [letter] = await lettersOf(deps, "evaluation-confirm");
  expect(await codeOf(confirmEvaluation(deps, visitor, linkOf(letter)))).toBe("wrong-state");
  expect(await codeOf(evaluateAsResident(deps, neighbour, input, caller))).toBe("wrong-state");
  const unknown = { ...input, mandateId: deps.ids.next("man") };
  expect(await codeOf(evaluateAsResident(deps, neighbour, unknown, caller))).toBe("not-found");
});

test("somebody at city hall may live there too: with an address of their own", async () => {
  const { deps, mandate } = await asked();
  const clerk = await storeStaff(deps, "clerk");
  const input = { mandateId: mandate.id, ...words, email: "thuis@example.org" };
  expect(await evaluateAsResident(deps, clerk, input, caller)).toMatchObject({ status: "letter-sent" });
});
