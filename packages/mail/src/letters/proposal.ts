import type { LetterPayload } from "@hevel/core";
import { type Block, type Draft, facts, heading, level, list, quote, text } from "../block.ts";
import { day, deadline, euros, moment } from "../format.ts";
import { howToObject } from "./objection.ts";
import { copyOf, instrumentName } from "./words.ts";

/** Letters about a proposal, from receipt to decision. All formal: nobody can unsubscribe from them. */

export function receipt(letter: LetterPayload<"receipt">): Draft {
  return {
    subject: `Ontvangen: ${letter.title}`,
    heading: "Wij hebben uw voorstel ontvangen",
    blocks: [
      text(`Het voorstel van ${letter.enterprise} is binnen. Een behandelaar van de gemeente gaat het lezen.`),
      facts(
        ["Ontvangen op", moment(letter.receivedAt)],
        ["Besluit uiterlijk", deadline(letter.answerBy)],
        ["Versie", String(letter.version)],
      ),
      text(
        "U kunt uw voorstel nog aanpassen tot de behandelaar begint. Daarna ziet u op de pagina steeds wie het voorstel heeft.",
      ),
    ],
    button: { label: "Bekijk uw voorstel", path: letter.path },
    after: copyOf(letter.plan, letter.districts, letter.attachments),
  };
}

export function withdrawn(letter: LetterPayload<"withdrawn">): Draft {
  return {
    subject: `Ingetrokken: ${letter.title}`,
    heading: "Uw voorstel is ingetrokken",
    blocks: [
      text(`${letter.enterprise} heeft het voorstel ingetrokken. De gemeente neemt geen besluit meer.`),
      facts(["Ingetrokken op", moment(letter.withdrawnAt)]),
      text("De pagina van het voorstel blijft staan. U kunt altijd een nieuw voorstel maken."),
    ],
    button: { label: "Bekijk het voorstel", path: letter.path },
  };
}

export function completionAsked(letter: LetterPayload<"completion-asked">): Draft {
  return {
    subject: `Vraag over uw voorstel: ${letter.title}`,
    heading: "De gemeente heeft nog iets nodig",
    blocks: [
      text("De behandelaar vraagt u om een aanvulling:"),
      quote(letter.question),
      facts(["Antwoord uiterlijk", deadline(letter.answerBy)]),
      text("Tot uw antwoord staat de tijd voor het besluit stil. De dagen tellen daarna weer verder."),
    ],
    button: { label: "Vul uw voorstel aan", path: letter.path },
    after: [text("Lukt het niet op tijd? Bel dan de gemeente. Het nummer staat onder aan deze brief.")],
  };
}

export function completionReceived(letter: LetterPayload<"completion-received">): Draft {
  return {
    subject: `Aanvulling ontvangen: ${letter.title}`,
    heading: "Wij hebben uw aanvulling ontvangen",
    blocks: [
      text("De tijd voor het besluit loopt weer. De behandelaar gaat verder met uw voorstel."),
      facts(
        ["Ontvangen op", moment(letter.receivedAt)],
        ["Besluit uiterlijk", deadline(letter.answerBy)],
        ["Versie", String(letter.version)],
      ),
    ],
    button: { label: "Bekijk uw voorstel", path: letter.path },
    after: copyOf(letter.plan, letter.districts, letter.attachments),
  };
}

const headings = {
  award: "Uw voorstel gaat door",
  "award-in-part": "Uw voorstel gaat voor een deel door",
  reject: "Uw voorstel gaat niet door",
} as const;

function awardBlocks(award: NonNullable<LetterPayload<"decision">["award"]>): readonly Block[] {
  return [
    heading("Het geld"),
    level(award.amountCents, award.amountAppliedForCents),
    facts(
      ["U krijgt", euros(award.amountCents)],
      ["U vroeg", euros(award.amountAppliedForCents)],
      ["Vorm", instrumentName(award.instrument)],
      ["Van", day(award.startsOn)],
      ["Tot en met", day(award.endsOn)],
    ),
    heading("Wanneer u het krijgt"),
    list(award.instalments.map(({ amountCents, plannedOn }) => `${euros(amountCents)} rond ${day(plannedOn)}`)),
    ...(award.conditions.length === 0 ? [] : [heading("Afspraken"), list(award.conditions)]),
    text(
      "U beslist zelf over uw uitgaven. Een tweede bestuurslid bevestigt elke uitgave. Iedereen kan de uitgaven zien.",
    ),
  ];
}

export function decision(letter: LetterPayload<"decision">): Draft {
  return {
    subject: `Besluit over ${letter.title}`,
    heading: headings[letter.outcome],
    blocks: [
      text(
        `Op ${day(letter.decidedOn)} is een besluit genomen over het voorstel van ${letter.enterprise}. Het besluit is van ${letter.decidingBody}.`,
      ),
      heading("De reden"),
      quote(letter.motivation),
      ...(letter.award === undefined ? [] : awardBlocks(letter.award)),
      heading("Het besluit"),
      facts(["Kenmerk", letter.reference], ["Datum", day(letter.decidedOn)], ["Regel", letter.legalBasis]),
    ],
    button: { label: "Lees het hele besluit", path: letter.path },
    after: howToObject(letter, [letter.reference]),
  };
}
