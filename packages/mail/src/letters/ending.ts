import { groupIban, type LetterPayload } from "@hevel/core";
import { type Block, type Draft, facts, heading, quote, text } from "../block.ts";
import { day, euros } from "../format.ts";
import { howToObject } from "./objection.ts";

type Ending = LetterPayload<"ending">;

/** The decision by which a mandate ends (vaststelling), with the claim as a decision of its own and how to object. */
export function ending(letter: Ending): Draft {
  return {
    subject: `Besluit over het einde van ${letter.title}`,
    heading:
      letter.claim === undefined
        ? `${letter.title} is afgerond`
        : `${letter.title} is klaar. Betaal ${euros(letter.refundDueCents)} terug`,
    blocks: [
      text(
        `Op ${day(letter.decidedOn)} is een besluit genomen over het einde van het mandaat van ${letter.enterprise}. Het besluit is van ${letter.decidingBody}. De evaluatie is nu openbaar.`,
      ),
      heading("Wat is vastgesteld"),
      facts(
        ["Toegekend", euros(letter.awardedCents)],
        ["Vastgesteld: uitgegeven volgens uw bonnen", euros(letter.spentCents)],
        ["Nooit betaald, terug in de pot", euros(letter.releasedCents)],
        ["Betaald en niet uitgegeven", euros(letter.refundDueCents)],
      ),
      heading("De reden"),
      quote(letter.motivation),
      heading("Het besluit"),
      facts(
        ["Kenmerk", letter.reference],
        ["Datum", day(letter.decidedOn)],
        ["Regel", letter.legalBasis],
        ["Kenmerk van het besluit waarmee het begon", letter.awardReference],
      ),
      ...(letter.claim === undefined ? [] : claimBlocks(letter.claim, letter)),
    ],
    button: { label: "Bekijk uw mandaat", path: letter.path },
    after: objectionBlocks(letter),
  };
}

function claimBlocks({ payment, ...claim }: NonNullable<Ending["claim"]>, letter: Ending): readonly Block[] {
  return [
    heading("Tweede besluit: u betaalt geld terug"),
    quote(claim.motivation),
    facts(["Kenmerk", claim.reference], ["Datum", day(letter.decidedOn)], ["Regel", claim.legalBasis]),
    heading("Zo betaalt u"),
    facts(
      ["Bedrag", euros(letter.refundDueCents)],
      ["Rekening", groupIban(payment.iban)],
      ["Op naam van", payment.holder],
      ["Zet erbij", payment.reference],
      ["Betaal uiterlijk", day(payment.dueOn)],
    ),
    text("Lukt het niet in één keer? Bel ons voor die dag. Dan maken we een afspraak."),
  ];
}

function objectionBlocks(letter: Ending): readonly Block[] {
  return howToObject(letter, [letter.reference, ...(letter.claim === undefined ? [] : [letter.claim.reference])]);
}
