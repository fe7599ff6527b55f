import { wordsSeen } from "./skeleton.ts";

/** Names that people obey: of government and of what it sends letters about. Long enough to be found inside other words. */
const authorities = [
  "DigiD",
  "Belastingdienst",
  "belasting",
  "toeslagen",
  "gemeente",
  "overheid",
  "ministerie",
  "politie",
  "justitie",
  "rechtbank",
  "burgemeester",
  "wethouder",
  "stadhuis",
  "gemeentehuis",
  "waterschap",
  "provincie",
  "berichtenbox",
  "deurwaarder",
  "incasso",
  "Rijkswaterstaat",
  "Kadaster",
];

/** As whole words only, because they also stand inside others. */
const short = ["CJIB", "UWV", "SVB", "DUO", "IND", "GGD", "RDW", "KVK", "Rijk", "Hevel"];

const inside = authorities.map((name) => [name, wordsSeen(name).join("")] as const);
const whole = short.map((name) => [name, wordsSeen(name).join("")] as const);

/** The authority a name looks like; undefined for most names. Spaces and signs between its letters do not help. */
export function authorityIn(name: string): string | undefined {
  const words = wordsSeen(name);
  const together = words.join("");
  const found = inside.find(([, letters]) => together.includes(letters));
  return (found ?? whole.find(([, letters]) => words.includes(letters) || together === letters))?.[0];
}
