import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const packages = join(import.meta.dirname, "..", "..");
const read = (pattern: string) =>
  globSync(pattern, { cwd: packages })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()
    .map((file) => ({ file: file.replace("core/src/", ""), code: readFileSync(join(packages, file), "utf8") }));
const core = read("core/src/**/*.ts");

/** Where the end of a term is made that people are told as a day, by what it is called where it is shown. */
const madeIn: Readonly<Record<string, string>> = {
  "member.invitationExpiresAt": "enterprise/invite-member.ts",
  "ibanProposal.expiresAt": "enterprise/propose-iban.ts",
  "proposal.expiresAt": "enterprise/propose-iban.ts",
  "removal.expiresAt": "enterprise/remove-member.ts",
  "expense.expiresAt": "expense/enter.ts",
  expiresAt: "expense/enter.ts",
  "order.expiresAt": "order/prepare.ts",
  "transfer.expiresAt": "transfer/propose.ts",
  "props.expense.expiresAt": "expense/enter.ts",
};

/**
 * Instants made by adding hours or minutes, and why they may: nobody is told one as a day. A new file here needs such a
 * reason; else it is the end of a term, made by `endOfTerm`.
 */
const byTheHour: Readonly<Record<string, string>> = {
  "calendar.ts": "the calendar itself",
  "home/get.ts": "looks back a week, is the end of nothing",
  "ledger/publication.ts": "when a piece that was replaced is forgotten",
  "letter/deliver.ts": "when sending is tried again",
  "mail-refusal/mail-refusal.ts": "from when a network may ask again, told with its hour",
  "once.ts": "how long an answer is remembered",
  "person/act-as.ts": "how fresh a sign-in is, in minutes",
  "person/open-session.ts": "a session lasts hours",
  "person/resume-session.ts": "how long a session may rest, in minutes",
  "sign-in/request.ts": "a code lasts minutes, told as an hour",
  "sign-in/staff-journey.ts": "a sign-in lasts minutes",
  "sign-in/within-limit.ts": "a window of a limit",
  "typed/working-day.ts": "steps from day to day on the calendar",
  "update/fan-out.ts": "from when news counts as left behind, in minutes",
  "work-list/call.ts": "when the memory of a letter is forgotten",
  "work-list/morning.ts": "when the memory of a letter is forgotten",
};

describe("the end of a term that people are told as a day", () => {
  const shown = [
    ...core.flatMap(({ code }) => [...code.matchAll(/dateIn\(new Date\(((?:\w+\.)*\w*[eE]xpiresAt)\b/g)]),
    ...read("{web,mail}/src/**/*.{ts,tsx}").flatMap(({ code }) => [
      ...code.matchAll(/format(?:Date|Deadline|Day)\(((?:\w+\.)*\w*[eE]xpiresAt)\b/g),
    ]),
  ].map(([, name]) => name ?? "");

  test("is known by name, each of them", () => {
    expect(shown.length).toBeGreaterThan(6);
    expect([...new Set(shown)].filter((name) => madeIn[name] === undefined)).toEqual([]);
  });

  test.each([...new Set(Object.values(madeIn))])("is made in %s with the end of that day", (made) => {
    const { code } = core.find(({ file }) => file === made) ?? { code: "" };
    const ends = [...code.matchAll(/\b(?:invitationE|e)xpiresAt: ([^,\n]+)/g)].map(([, value]) => value);
    expect(ends.length).toBeGreaterThan(0);
    for (const end of ends) expect(end).toMatch(/^(?:endOfTerm|endOfDay|lastMoment)\(/);
  });

  test("is never made by adding hours: what is, is no day to anybody", () => {
    const adding = core.filter(({ code }) => /\b(?:86_400_000|3_600_000|60_000)\b/.test(code));
    expect(adding.map(({ file }) => file)).toEqual(Object.keys(byTheHour).sort());
  });

  test.each([
    "expense/ask-correction.ts",
    "evaluation/evaluate-as-resident.ts",
    "follow/start.ts",
    "follow/unconfirm.ts",
  ])("is that of a whole day in %s too, where only words say so", (made) =>
    expect(core.find(({ file }) => file === made)?.code).toMatch(/endOfTerm\(/),
  );
});
