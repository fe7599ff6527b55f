import type { LetterPayload } from "@hevel/core";
import { type Draft, facts, text } from "../block.ts";
import { deadline } from "../format.ts";
import { roles } from "./words.ts";

/** Letters about who is on a board. */

type Changed = LetterPayload<"board-changed">;

const headings: Readonly<Record<Changed["change"], string>> = {
  invited: "Iemand is uitgenodigd voor uw bestuur",
  came: "Uw bestuur heeft een nieuw lid",
  left: "Iemand is uit uw bestuur gestapt",
  removed: "Iemand is uit uw bestuur gehaald",
  "removal-asked": "Moet dit bestuurslid weg uit uw bestuur?",
  kept: "Dit bestuurslid blijft in uw bestuur",
};

const doneBy: Readonly<Record<Changed["change"], string | undefined>> = {
  invited: "Uitgenodigd door",
  came: undefined,
  left: undefined,
  removed: "Weggehaald door",
  "removal-asked": "Gevraagd door",
  kept: undefined,
};

export function boardChanged(letter: Changed): Draft {
  const { change, by, expiresOn, heldBy } = letter;
  const who = doneBy[change];
  return {
    subject: headings[change],
    heading: headings[change],
    blocks: [
      text("Alle bestuursleden krijgen deze mail."),
      facts(
        ["Onderneming", letter.enterprise],
        ["Naam", letter.name],
        ["Functie", roles[letter.role]],
        ...(who === undefined || by === undefined ? [] : [[who, by] as const]),
        ...(heldBy === "board" && expiresOn !== undefined
          ? [["Bevestig uiterlijk", deadline(expiresOn)] as const]
          : []),
      ),
      ...nextOf(letter),
    ],
    button: { label: "Bekijk het bestuur", path: letter.path },
    after: [text("Klopt dit niet? Bel of mail ons dan meteen.")],
  };
}

function nextOf({ change, heldBy }: Changed) {
  if (heldBy === "board")
    return [
      text(
        "Een ander bestuurslid moet dit bevestigen. Tot die tijd verandert er niets. Doet niemand iets? Dan vervalt de vraag.",
      ),
    ];
  if (heldBy === undefined) return change === "kept" ? [text("De gemeente heeft dit besloten.")] : [];
  if (change === "removal-asked")
    return [
      text(
        "Uw bestuur is te klein om dit zelf te bevestigen. De gemeente kijkt ernaar. Tot die tijd komt er geen nieuw geld.",
      ),
    ];
  return [
    text("De gemeente kijkt naar het nieuwe bestuur. Tot die tijd komt er geen nieuw geld."),
    ...(change === "came" ? [text("Het nieuwe lid kan tot die tijd niets doen met uitgaven of met de rekening.")] : []),
  ];
}

export function seatEnded(letter: LetterPayload<"seat-ended">): Draft {
  const { by, isOwnAct } = letter;
  return {
    subject: "U zit niet meer in het bestuur",
    heading: isOwnAct ? "U stapte uit het bestuur" : "U bent uit het bestuur gehaald",
    blocks: [
      facts(
        ["Onderneming", letter.enterprise],
        ["Uw functie was", roles[letter.role]],
        ...(isOwnAct || by === undefined ? [] : [["Weggehaald door", by] as const]),
      ),
      text("U kunt niet meer bij de pagina's van het bestuur."),
    ],
    button: { label: "Neem contact op", path: letter.path },
    after: [text("Klopt dit niet? Bel of mail ons dan meteen.")],
  };
}
