import type { LetterPayload } from "@hevel/core";
import { type Draft, facts, level, text } from "../block.ts";
import { day, deadline, euros } from "../format.ts";

/** Letters about money that moves, and money that is over. */

export function transferWaiting(letter: LetterPayload<"transfer-waiting">): Draft {
  return {
    subject: `Wacht op uw akkoord: ${euros(letter.amountCents)} voor ${letter.enterprise}`,
    heading: "Een overheveling wacht op uw akkoord",
    blocks: [
      text(
        "Financiën heeft deze betaling klaargezet. Een tweede persoon moet akkoord geven. Dat bent u, of een collega met dezelfde rol.",
      ),
      facts(
        ["Onderneming", letter.enterprise],
        ["Voorstel", letter.title],
        ["Bedrag", euros(letter.amountCents)],
        ["Akkoord uiterlijk", deadline(letter.expiresOn)],
      ),
    ],
    button: { label: "Bekijk de overheveling", path: letter.path },
    after: [text("Geeft niemand akkoord? Dan vervalt de betaling. Het geld blijft dan in het mandaat.")],
  };
}

export function transferPaid(letter: LetterPayload<"transfer-paid">): Draft {
  return {
    subject: `Betaald: ${euros(letter.amountCents)} voor ${letter.title}`,
    heading: `${euros(letter.amountCents)} is naar u onderweg`,
    blocks: [
      text(`De gemeente heeft geld betaald aan ${letter.enterprise}.`),
      facts(
        ["Bedrag", euros(letter.amountCents)],
        ["Betaald op", day(letter.paidOn)],
        ["Omschrijving bij de bank", letter.bankReference],
        ["Krijgt u later nog", euros(letter.leftCents)],
      ),
      text("Vul elke uitgave in met een foto van de bon. Dan ziet de wijk wat u met het geld doet."),
    ],
    button: { label: "Naar uw geld", path: letter.path },
  };
}

export function expenseWaiting(letter: LetterPayload<"expense-waiting">): Draft {
  return {
    subject: `Bevestig een uitgave van ${euros(letter.amountCents)}`,
    heading: "Een uitgave wacht op u",
    blocks: [
      text(
        `Uw penningmeester vulde een uitgave in voor ${letter.title}. Een tweede bestuurslid moet bevestigen. Kijk of de bon klopt.`,
      ),
      facts(
        ["Bedrag", euros(letter.amountCents)],
        ["Betaald aan", letter.supplier],
        ["Bevestig uiterlijk", deadline(letter.expiresOn)],
      ),
    ],
    button: { label: "Bekijk de uitgave", path: letter.path },
  };
}

/** How an expense came back, as the subject says it and as the letter explains it. */
const cameBack = {
  refused: {
    heading: "is afgekeurd",
    text: "Een ander bestuurslid keurde deze uitgave af. Het bedrag is weer vrij op uw rekening.",
  },
  corrected: {
    heading: "is teruggeboekt",
    text: "Een ander bestuurslid boekte deze uitgave terug. Het bedrag staat weer op uw rekening.",
  },
  expired: {
    heading: "is verlopen",
    text: "Niemand bevestigde deze uitgave op tijd. Het bedrag is weer vrij op uw rekening.",
  },
} as const satisfies Record<LetterPayload<"expense-returned">["outcome"], { heading: string; text: string }>;

export function expenseReturned(letter: LetterPayload<"expense-returned">): Draft {
  const words = cameBack[letter.outcome];
  const amount = euros(letter.amountCents);
  return {
    subject: `Uw uitgave van ${amount} ${words.heading}`,
    heading: `De uitgave van ${amount} ${words.heading}`,
    blocks: [
      text(words.text),
      facts(
        ["Bedrag", amount],
        ["Betaald aan", letter.supplier],
        ["Voor", letter.title],
        ...(letter.reason === undefined ? [] : [["Waarom", letter.reason] as const]),
      ),
      text("De penningmeester kan de uitgave opnieuw invoeren. Wat u invulde staat klaar, met de bon."),
    ],
    button: { label: "Bekijk de uitgave", path: letter.path },
    after: [text("Hoeft het niet meer? Zeg dat dan op die pagina. Dan wacht de uitgave niet meer op u.")],
  };
}

export function mandateClosed(letter: LetterPayload<"mandate-closed">): Draft {
  return {
    subject: `Afgerond: ${letter.title}`,
    heading: `${letter.title} is afgerond`,
    blocks: [
      text(`Het mandaat van ${letter.enterprise} is klaar. De evaluatie staat op de pagina van het voorstel.`),
      level(letter.spentCents, letter.spentCents + letter.returnedCents),
      facts(["Uitgegeven", euros(letter.spentCents)], ["Terug naar de pot", euros(letter.returnedCents)]),
      text("Dank u wel voor uw werk in de wijk."),
    ],
    button: { label: "Lees de evaluatie", path: letter.path },
  };
}
