import type { LetterPayload } from "@hevel/core";
import { type Draft, facts, quote, text, way } from "../block.ts";
import { deadline } from "../format.ts";
import { shorten } from "../header.ts";

/** Letters about how it goes and what came of it. */

/** Enough of an update to know whether to read on. */
const bodyLengthMax = 600;

export function update(letter: LetterPayload<"update">): Draft {
  return {
    subject: `${letter.enterprise}: ${letter.headline}`,
    heading: letter.headline,
    blocks: [
      text(`Nieuws van ${letter.enterprise} over ${letter.title}:`),
      quote(shorten(letter.body, bodyLengthMax, " …")),
    ],
    button: { label: "Lees verder", path: letter.path },
  };
}

export function evaluationAsked(letter: LetterPayload<"evaluation-asked">): Draft {
  return {
    subject: `Vertel hoe het ging: ${letter.title}`,
    heading: "Hoe is het gegaan?",
    blocks: [
      text(`Het is tijd om terug te kijken op ${letter.title}. Vertel de wijk wat er van uw plan is gekomen.`),
      facts(["Invullen uiterlijk", deadline(letter.dueOn)]),
      text(
        "U vult per belofte in of die is gehaald. Daarna geeft u 2 getallen en schrijft u wat u heeft geleerd. Het duurt ongeveer 15 minuten.",
      ),
      text("Bewoners en uw behandelaar schrijven ook iets. Alles verschijnt tegelijk."),
    ],
    button: { label: "Vul de evaluatie in", path: letter.path },
  };
}

export function evaluationConfirm(letter: LetterPayload<"evaluation-confirm">): Draft {
  return {
    subject: `Bevestig uw mening over ${letter.title}`,
    heading: "Nog 1 stap",
    blocks: [
      text(`Iemand gaf met uw e-mailadres een mening over ${letter.title} van ${letter.enterprise}. Dit staat er:`),
      quote(`Cijfer: ${letter.score}. ${letter.sentence}`),
      text("Heeft u dit geschreven? Druk dan op de knop. Alleen deze woorden komen op de site."),
      text("Uw naam en e-mailadres komen niet op de site."),
    ],
    button: { label: "Bevestig mijn mening", path: letter.path },
    after: [
      text("Heeft u dit niet geschreven? Dan hoeft u niets te doen. De mening telt dan niet mee."),
      text("De gemeente las deze woorden niet, en weet niet wie ze schreef."),
      way("Wilt u dit nooit meer?", "Ik ken dit niet", letter.refusalPath),
    ],
  };
}
