import type { FormalKind, FormalOutcome, LetterPayload } from "@hevel/core";
import { type Block, type Draft, facts, heading, quote, text, way } from "../block.ts";
import { day, deadline, moment } from "../format.ts";

/** Letters to who sent a formal message. None of what they typed is in them: the address may be somebody else's. */

const kinds: Readonly<Record<FormalKind, { readonly the: string; readonly your: string; readonly answer: string }>> = {
  objection: { the: "het bezwaar", your: "uw bezwaar", answer: "Besluit uiterlijk" },
  "default-notice": { the: "de ingebrekestelling", your: "uw ingebrekestelling", answer: "Antwoord uiterlijk" },
  complaint: { the: "de klacht", your: "uw klacht", answer: "Antwoord uiterlijk" },
  other: { the: "het bericht", your: "uw bericht", answer: "Antwoord uiterlijk" },
};

const outcomes: Readonly<Record<FormalOutcome, string>> = {
  upheld: "U heeft gelijk gekregen (gegrond)",
  "upheld-in-part": "U heeft voor een deel gelijk gekregen (deels gegrond)",
  dismissed: "U heeft geen gelijk gekregen (ongegrond)",
  inadmissible: "Wij konden het niet behandelen (niet-ontvankelijk)",
  answered: "Beantwoord",
  "not-taken-up": "Niet in behandeling genomen",
};

const filesOf = (count: number) => (count === 1 ? "1 bestand" : `${count} bestanden`);

const about = (letter: { readonly about?: string | undefined; readonly decisionReference?: string | undefined }) => [
  ...(letter.about === undefined ? [] : [["Gaat over", letter.about] as const]),
  ...(letter.decisionReference === undefined ? [] : [["Kenmerk van het besluit", letter.decisionReference] as const]),
];

export function formalReceipt(letter: LetterPayload<"formal-receipt">): Draft {
  const { your, the, answer } = kinds[letter.messageKind];
  const received = letter.isSupplement ? `een aanvulling op ${your}` : your;
  return {
    subject: `Ontvangen: ${letter.isSupplement ? "aanvulling op " : ""}${your} (${letter.reference})`,
    heading: `Wij hebben ${received} ontvangen`,
    blocks: [
      text("Dit is uw ontvangstbevestiging. Bewaar hem goed."),
      facts(
        ["Kenmerk", letter.reference],
        ["Ontvangen op", moment(letter.receivedAt)],
        ...about(letter),
        ...(letter.attachments === 0 ? [] : [["Bijlagen", filesOf(letter.attachments)] as const]),
        [answer, deadline(letter.answerBy)],
      ),
      ...lateness(letter),
      heading("Hoe gaat het verder?"),
      text(
        `${letter.contact.name} zorgt dat een behandelaar ${the} leest. U krijgt een brief zodra iemand begint, en een brief met het antwoord.`,
      ),
      ...(letter.messageKind === "objection"
        ? [text("De behandelaar heeft het besluit niet zelf gemaakt. U mag uw bezwaar ook komen uitleggen.")]
        : []),
    ],
    button: { label: "Bekijk, vul aan of trek in", path: letter.path },
    after: [
      ...unknownTo(letter.path),
      heading("Bewijs van wat u stuurde"),
      text(
        "U kon uw bericht op de site bewaren als bestand. Dit is de controlecode (SHA-256) van dat bestand. Zo kan niemand zeggen dat u iets anders stuurde.",
      ),
      text(letter.sha256),
    ],
  };
}

function lateness({ messageKind, isLate, objectionUntil }: LetterPayload<"formal-receipt">): readonly Block[] {
  if (messageKind !== "objection" || objectionUntil === undefined) return [];
  return [
    text(
      isLate
        ? `Bezwaar maken kon tot en met ${day(objectionUntil)}. U bent dus te laat. Wij kijken eerst of daar een goede reden voor was. Schrijf die reden op als u dat nog niet deed.`
        : `U bent op tijd. Bezwaar maken kan tot en met ${day(objectionUntil)}. U kunt het later aanvullen.`,
    ),
  ];
}

const unknownTo = (path: string): readonly Block[] => [
  way("Heeft u dit niet gestuurd?", "Trek het dan in", path),
  text("Wij gebruiken uw e-mailadres alleen voor dit bericht."),
];

export function formalStep(letter: LetterPayload<"formal-step">): Draft {
  const { your, the } = kinds[letter.messageKind];
  const shared = [["Kenmerk", letter.reference] as const, ...about(letter)];
  const button = { label: "Bekijk hoe het staat", path: letter.path };
  if (letter.happened === "withdrawn")
    return {
      subject: `Ingetrokken: ${your} (${letter.reference})`,
      heading: `U heeft ${the} ingetrokken`,
      blocks: [
        text("De gemeente doet er niets meer mee. U hoeft niets te doen."),
        facts(...shared, ["Ingetrokken op", moment(letter.at)]),
        text("Heeft u dit niet zelf gedaan? Bel ons dan meteen."),
      ],
      button,
    };
  if (letter.happened === "treated")
    return {
      subject: `In behandeling: ${your} (${letter.reference})`,
      heading: `Wij zijn begonnen met ${your}`,
      blocks: [
        text("Een behandelaar van de gemeente leest wat u stuurde."),
        facts(
          ...shared,
          ...(letter.by === undefined ? [] : [["Behandelaar", letter.by] as const]),
          ...(letter.answerBy === undefined ? [] : [["Antwoord uiterlijk", deadline(letter.answerBy)] as const]),
        ),
      ],
      button,
    };
  return {
    subject: `Antwoord op ${your} (${letter.reference})`,
    heading: `Het antwoord op ${your}`,
    blocks: [
      facts(
        ...shared,
        ["Uitkomst", outcomes[letter.outcome ?? "answered"]],
        ["Datum", moment(letter.at)],
        ...(letter.by === undefined ? [] : [["Behandelaar", letter.by] as const]),
      ),
      heading("De reden"),
      quote(letter.reason ?? ""),
    ],
    button,
    after: appeal(letter),
  };
}

function appeal({ appealUntil, messageKind }: LetterPayload<"formal-step">): readonly Block[] {
  if (appealUntil !== undefined)
    return [
      heading("Bent u het er niet mee eens?"),
      text(
        `Dan kunt u naar de rechter. Dat heet beroep. Het kan tot en met ${day(appealUntil)}. U stuurt een brief naar de rechtbank, of u gebruikt de site van de Rechtspraak. Daar betaalt u wel voor.`,
      ),
    ];
  return messageKind === "complaint"
    ? [text("Bent u niet tevreden over hoe wij met uw klacht omgingen? Dan kunt u naar de ombudsman.")]
    : [];
}
