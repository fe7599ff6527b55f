import type { LetterPayload } from "@hevel/core";
import { type Draft, facts, quote, tasks, text } from "../block.ts";
import { day, deadline, euros } from "../format.ts";
import { acts } from "./words.ts";

/** Letters to people at city hall about what waits for them. */

export function taskWaiting(letter: LetterPayload<"task-waiting">): Draft {
  return {
    subject: `${acts[letter.act]}: ${letter.title}`,
    heading: acts[letter.act],
    blocks: [
      text("Deze taak wacht op u en moet snel af."),
      facts(
        ["Gaat over", letter.title],
        ["Onderneming", letter.enterprise],
        ...(letter.amountCents === undefined ? [] : [["Bedrag", euros(letter.amountCents)] as const]),
        ...(letter.preparedBy === undefined ? [] : [["Voorbereid door", letter.preparedBy] as const]),
        ...(letter.approvedBy === undefined ? [] : [["Akkoord van", letter.approvedBy] as const]),
        ["Uiterlijk", deadline(letter.dueOn)],
      ),
    ],
    button: { label: "Open de taak", path: letter.path },
    after: [
      text(
        "Heeft een collega met dezelfde rol dit al gedaan? Dan hoeft u niets te doen. Neemt u de taak op u? Zet hem dan op uw naam. Dan weten uw collega's dat.",
      ),
    ],
  };
}

const counted = (count: number) => (count === 1 ? "1 taak" : `${count} taken`);

export function morning(letter: LetterPayload<"morning">): Draft {
  const { tasks: named, total } = letter;
  const [only] = named;
  const more = total - named.length;
  return {
    subject: `Op uw werklijst: ${counted(total)}`,
    heading: `Goedemorgen, er ${total === 1 ? "wacht" : "wachten"} ${counted(total)} op u`,
    blocks: [
      text(`Dit is uw werklijst van ${day(letter.day)}. Wat het eerst af moet, staat bovenaan.`),
      tasks(
        named.map(({ act, title, enterprise, path, dueOn, amountCents }) => ({
          title,
          path,
          says: [
            `${acts[act]}.`,
            ...(enterprise === title ? [] : [`Van ${enterprise}.`]),
            ...(amountCents === undefined ? [] : [`Bedrag: ${euros(amountCents)}.`]),
            ...(dueOn === undefined ? [] : [`${dueOn < letter.day ? "Te laat sinds" : "Uiterlijk"} ${day(dueOn)}.`]),
          ].join("\n"),
        })),
      ),
      ...(more > 0 ? [text(`En nog ${counted(more)}. U ziet ze op uw werklijst.`)] : []),
    ],
    button:
      total === 1 && only !== undefined
        ? { label: "Open de taak", path: only.path }
        : { label: "Naar uw werklijst", path: letter.path },
    after: [
      text("U krijgt deze brief alleen op werkdagen, en alleen als er iets op u wacht."),
      tasks([
        {
          title: "Wilt u geen ochtendbrief meer?",
          says: "Zet hem uit. Een brief over wat snel af moet, krijgt u nog wel.",
          path: letter.settingPath,
        },
      ]),
    ],
  };
}

export function caseMoved(letter: LetterPayload<"case-moved">): Draft {
  const isGiven = letter.happened === "given";
  return {
    subject: isGiven ? `Aan u doorgegeven: ${letter.title}` : `Overgenomen: ${letter.title}`,
    heading: isGiven ? `${letter.by} geeft u een zaak door` : `${letter.by} neemt een zaak van u over`,
    blocks: [
      text(
        isGiven
          ? "Deze zaak staat nu op uw naam. U krijgt de brieven erover."
          : "Deze zaak stond op uw naam. Dat is nu niet meer zo.",
      ),
      facts(["Zaak", letter.title], ["Onderneming", letter.enterprise]),
      ...(letter.note === "" ? [] : [text(`${letter.by} schrijft erbij:`), quote(letter.note)]),
    ],
    button: { label: "Bekijk de zaak", path: letter.path },
    after: isGiven ? [text("Kunt u dit niet doen? Geef de zaak dan door aan een collega, of geef hem terug.")] : [],
  };
}
