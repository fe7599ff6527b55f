import type { LetterPayload } from "@hevel/core";
import { type Draft, facts, quote, text } from "../block.ts";
import { day } from "../format.ts";
import { objectOnline } from "./words.ts";

export function contentHidden(letter: LetterPayload<"content-hidden">): Draft {
  return {
    subject: `Wij hebben iets verborgen: ${letter.title}`,
    heading: "Dit staat niet meer op de site",
    blocks: [
      text(`De gemeente heeft iets van ${letter.enterprise} verborgen. Het gaat om:`),
      quote(letter.excerpt),
      text("Dit is de reden:"),
      quote(letter.reason),
      text("De reden staat ook op de site, op de plek zelf. Uw tekst is niet weg: wij kunnen hem weer tonen."),
      facts(["Verborgen op", day(letter.hiddenOn)], ["Bezwaar kan tot en met", day(letter.objectionUntil)]),
      text("Bent u het er niet mee eens? Bel of mail ons eerst. U kunt ook bezwaar maken. Dat is gratis."),
      ...objectOnline(letter.objectionPath),
      text("Of stuur een brief naar:"),
      text(letter.objectionAddress.join("\n")),
    ],
    button: { label: "Bekijk de pagina", path: letter.path },
  };
}

export function contentRestored(letter: LetterPayload<"content-restored">): Draft {
  return {
    subject: `Weer te lezen: ${letter.title}`,
    heading: "Dit staat weer op de site",
    blocks: [
      text(`De gemeente toont weer wat van ${letter.enterprise} verborgen was:`),
      quote(letter.excerpt),
      text("Dit is de reden:"),
      quote(letter.reason),
      facts(["Weer te lezen sinds", day(letter.restoredOn)]),
    ],
    button: { label: "Bekijk de pagina", path: letter.path },
  };
}
