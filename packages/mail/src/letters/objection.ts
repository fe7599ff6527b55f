import { type Block, heading, list, text } from "../block.ts";
import { day } from "../format.ts";
import { objectOnline } from "./words.ts";

/** What a letter about a decision says of it. */
interface Decided {
  readonly objectionUntil: string;
  readonly objectionPath?: string | undefined;
  readonly objectionAddress: readonly string[];
}

/** How to object to what was decided, on the site or on paper, under every letter that brings a decision (Awb 3:45, 6:5). */
export const howToObject = (letter: Decided, references: readonly string[]): Block[] => [
  heading("Bent u het er niet mee eens?"),
  text(`U kunt bezwaar maken. Dat kan tot en met ${day(letter.objectionUntil)}. Bezwaar maken is gratis.`),
  ...objectOnline(letter.objectionPath),
  text("Of stuur een brief naar:"),
  text(letter.objectionAddress.join("\n")),
  text("Zet in uw brief:"),
  list([
    "uw naam en adres",
    "de datum",
    `het kenmerk: ${references.join(" of ")}`,
    "waarom u het niet eens bent met het besluit",
    "uw handtekening",
  ]),
  text("Het besluit geldt ook als u bezwaar maakt. Bel ons gerust eerst. Vaak helpt een gesprek."),
];
