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
      ...whatStays(letter.page),
      facts(["Verborgen op", day(letter.hiddenOn)], ["Bezwaar kan tot en met", day(letter.objectionUntil)]),
      text("Bent u het er niet mee eens? Bel of mail ons eerst. U kunt ook bezwaar maken. Dat is gratis."),
      ...objectOnline(letter.objectionPath),
      text("Of stuur een brief naar:"),
      text(letter.objectionAddress.join("\n")),
    ],
    button: { label: "Bekijk de pagina", path: letter.path },
  };
}

/** Of a whole page: what else is not there now, and what everybody still reads. */
function whatStays(page: LetterPayload<"content-hidden">["page"]): Draft["blocks"] {
  if (page === undefined) return [];
  return page === "enterprise"
    ? [
        text("Ook uw nieuws, uw bijlagen en wat u bij uw voorstellen en uitgaven schreef, zijn niet meer te lezen."),
        text("Besluiten en geld blijven openbaar: uw naam, het besluit, de bedragen, de datums en de boekingen."),
      ]
    : [
        text(
          "Is er over dit voorstel besloten? Dan blijft het besluit openbaar, met het bedrag, de reden en de datum.",
        ),
      ];
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
