import type { Letter, LetterId, LetterKind } from "@hevel/core";
import { describe, expect, test } from "vitest";
import { draftOf } from "./drafts.ts";
import { renderLetter } from "./render.ts";
import { samples } from "./sample-letters.ts";

const name = "DigiD verloopt vandaag";

/** Only an enterprise that was verified gets these; `about.enterprise` is then its verified name. */
const afterTheCheck: readonly LetterKind[] = ["enterprise-verified", "update", "transfer-waiting", "question"];

const kinds = (Object.keys(samples) as LetterKind[]).filter((kind) => "enterprise" in samples[kind]);

describe("a name that nobody checked", () => {
  test.each(kinds.filter((kind) => !afterTheCheck.includes(kind)))("stands not above the letter %s", (kind) => {
    const { draft } = draftOf(kind, { ...samples[kind], enterprise: name });
    expect(draft.subject).not.toContain(name);
    expect(draft.heading).not.toContain(name);
  });

  test("stands above an invitation once it was checked", () => {
    const { draft } = draftOf("invitation", { ...samples.invitation, enterprise: name, isVerified: true });
    expect(draft.subject).toContain(name);
  });
});

describe("an invitation", () => {
  const letter: Letter = {
    id: "ltr_01ARZ3NDEKTSV4RRFFQ69G5FAV" as LetterId,
    kind: "invitation",
    to: "lezer@example.org",
    payload: samples.invitation,
    createdAt: "2026-11-21T13:05:00.000Z",
    status: "waiting",
    attempts: 0,
  };
  const sender = { origin: "https://hevel.voorbeeldstad.example", from: "Hevel <hevel@voorbeeldstad.example>" };

  test("says who caused it, that nobody checked them, and offers a way out", async () => {
    const { text, html } = await renderLetter(letter, sender);
    expect(text).toContain("Wie vraagt u: Anna Postma");
    expect(text).toContain("nog niet gecontroleerd");
    const way = `${sender.origin}${samples.invitation.disavowalPath}`;
    expect(text).toContain(`Ik ken dit niet:\n${way}`);
    expect(html).toContain(`<a href="${way}"`);
  });

  test("tells a treasurer what a treasurer does, and others what they confirm", () => {
    const words = (role: "treasurer" | "secretary") =>
      JSON.stringify(draftOf("invitation", { ...samples.invitation, role }).draft.blocks);
    expect(words("treasurer")).toContain("vult u de uitgaven in");
    expect(words("treasurer")).not.toContain("U bevestigt uitgaven");
    expect(words("secretary")).toContain("U bevestigt uitgaven");
  });
});

test("an approval asks a board only for what it does not have", () => {
  const words = (obstacles: "no-iban"[]) =>
    JSON.stringify(draftOf("enterprise-verified", { ...samples["enterprise-verified"], obstacles }).draft.blocks);
  expect(words(["no-iban"])).toContain("een rekeningnummer");
  expect(words(["no-iban"])).not.toContain("penningmeester");
  expect(words([])).not.toContain("rekeningnummer");
});
