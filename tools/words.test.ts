import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Draft } from "../packages/mail/src/block.ts";
import { formalStep } from "../packages/mail/src/letters/formal.ts";
import { completionAsked, decision as decisionLetter } from "../packages/mail/src/letters/proposal.ts";
import { enterpriseRefused } from "../packages/mail/src/letters/sign-in.ts";
import { acts, categories, instrumentName, roles, themes } from "../packages/mail/src/letters/words.ts";
import { samples } from "../packages/mail/src/sample-letters.ts";

const root = join(import.meta.dirname, "..");

type Names = Readonly<Record<string, string>>;
/** The words of a letter as the site shows it before it goes; some need a name or a day. */
type LetterWords<Filled extends string> = Readonly<Record<Filled, (...parts: string[]) => string>> & {
  readonly [plain: string]: unknown;
};

// By a name made at run time: the site is written for a browser, whose types this folder does not have.
const { words, workList, staffEnterprise, review, decision, formal } = (await import(
  join(root, "packages/web/src/words/nl.ts")
)) as {
  readonly words: Readonly<Record<"categories" | "themes" | "boardRoles" | "instruments", Names>>;
  readonly workList: { readonly acts: Names };
  readonly staffEnterprise: { readonly act: { readonly letter: LetterWords<"opening"> } };
  readonly review: { readonly ask: { readonly letter: LetterWords<"subject" | "until"> } };
  readonly decision: {
    readonly prepare: {
      readonly letter: LetterWords<"subject" | "opening" | "instalment" | "object"> & { readonly headings: Names };
    };
  };
  readonly formal: {
    readonly reference: string;
    readonly staff: {
      readonly decision: string;
      readonly letter: LetterWords<"subject" | "appeal"> & { readonly your: Names; readonly outcomes: Names };
    };
  };
};

/** In a letter a name stands in the middle of a sentence. */
const inSentence = (names: Names) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, name.toLowerCase()]));

describe("a letter and the site call a thing by one name", () => {
  test("tasks", () => expect(acts).toEqual(workList.acts));
  test("categories of money", () => expect(categories).toEqual(words.categories));
  test("themes", () => expect(themes).toEqual(inSentence(words.themes)));
  test("seats on a board", () => expect(inSentence(roles)).toEqual(inSentence(words.boardRoles)));
  test("instruments", () =>
    expect(
      inSentence(Object.fromEntries(Object.keys(words.instruments).map((key) => [key, instrumentName(key)]))),
    ).toEqual(inSentence(words.instruments)));
});

/** Everything a letter says, in its order. */
const saidBy = ({ subject, heading, blocks, after = [] }: Draft): string =>
  [
    subject,
    heading,
    ...[...blocks, ...after].flatMap((block) => {
      if (block.kind === "facts") return block.facts.map(([label, value]) => `${label}: ${value}`);
      if (block.kind === "list") return block.items;
      return block.kind === "text" || block.kind === "heading" || block.kind === "quote" ? [block.text] : [];
    }),
  ].join(" ");

describe("what the site shows of a letter before it goes is what the letter says", () => {
  const days = { answerBy: "vrijdag 18 december 2026", appealUntil: "2027-04-13" };

  test("that an enterprise is refused", () => {
    const payload = samples["enterprise-refused"];
    const { subject, opening, after } = staffEnterprise.act.letter;
    const said = saidBy(enterpriseRefused(payload));
    for (const words of [subject, opening(payload.enterprise), after]) expect(said).toContain(words);
  });

  test("that a completion is asked", () => {
    const payload = { ...samples["completion-asked"], answerBy: "2026-12-18" };
    const { subject, opening, until, clock } = review.ask.letter;
    const said = saidBy(completionAsked(payload)).replaceAll("\u00a0", " ");
    for (const words of [subject(payload.title), opening, until(days.answerBy), clock]) expect(said).toContain(words);
  });

  test.each(["award", "award-in-part", "reject"] as const)("a decision to %s", (outcome) => {
    const { award, ...rest } = samples.decision;
    const payload = { ...rest, outcome, ...(outcome === "reject" ? {} : { award }) };
    const { letter } = decision.prepare;
    const said = saidBy(decisionLetter(payload)).replaceAll("\u00a0", " ");
    const money = ["money", "when", "agreements", "free"].map((name) => letter[name]);
    const facts = ["get", "asked", "instrument", "from", "until"].map((name) => `${letter[name]}: `);
    for (const words of [
      letter.subject(payload.title),
      letter.headings[outcome],
      letter.opening(payload.enterprise, payload.decidingBody),
      letter["reason"],
      letter["decision"],
      `${letter["reference"]}: ${payload.reference}`,
      `${letter["basis"]}: ${payload.legalBasis}`,
      letter["disagree"],
      letter.object("19 januari 2027"),
      letter["holds"],
      ...(outcome === "reject" ? [] : [...money, ...facts, letter.instalment("€ 4.000", "8 januari 2027")]),
    ])
      expect(said).toContain(words);
  });

  test.each(["objection", "default-notice", "complaint", "other"] as const)("the answer to %s", (messageKind) => {
    const { reference } = formal;
    const { decision, letter } = formal.staff;
    const appeals = messageKind === "objection";
    for (const outcome of [
      "upheld",
      "upheld-in-part",
      "dismissed",
      "inadmissible",
      "answered",
      "not-taken-up",
    ] as const) {
      const payload = {
        ...samples["formal-step"],
        decisionReference: "2026-0412",
        messageKind,
        outcome,
        appealUntil: appeals ? days.appealUntil : undefined,
      };
      const said = saidBy(formalStep(payload)).replaceAll("\u00a0", " ");
      for (const words of [
        letter.subject(letter.your[messageKind] ?? "", payload.reference),
        `${reference}: ${payload.reference}`,
        `${letter["about"]}: ${payload.about}`,
        `${decision}: ${payload.decisionReference}`,
        `${letter["outcome"]}: ${letter.outcomes[outcome]}`,
        `${letter["by"]}: ${payload.by}`,
        letter["reason"],
        ...(appeals ? [letter["disagree"], letter.appeal("13 april 2027")] : []),
        ...(messageKind === "complaint" ? [letter["ombudsman"]] : []),
      ])
        expect(said).toContain(words);
    }
  });
});

test("a dot between two things stays with the first of them, and never begins a line", () => {
  const loose = globSync("packages/web/src/**/*.{ts,tsx}", { cwd: root })
    .filter((file) => !/\.test\.tsx?$|style-guide/.test(file))
    .filter((file) => /(?<!nbsp;|u00a0|\u00a0)[ >] ?· /.test(readFileSync(join(root, file), "utf8")));
  expect(loose).toEqual([]);
});
