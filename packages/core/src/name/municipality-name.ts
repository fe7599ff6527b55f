import { skeletonOf, wordsSeen } from "./skeleton.ts";

/** What an office puts before and behind the name of its municipality. */
const ofOffice = [
  "gemeente",
  "gem",
  "gemeentehuis",
  "gemeenteraad",
  "raad",
  "college",
  "b en w",
  "benw",
  "burgemeester",
  "wethouder",
  "stad",
  "stadhuis",
  "stadskantoor",
  "dorp",
  "team",
  "wijkteam",
  "afdeling",
  "afd",
  "dienst",
  "balie",
  "loket",
  "burgerzaken",
  "financiën",
  "belastingen",
  "administratie",
  "secretariaat",
  "griffie",
  "klantcontact",
  "klantcontactcentrum",
  "klantenservice",
  "servicepunt",
  "service",
  "helpdesk",
  "contact",
  "beheer",
  "portaal",
  "portal",
  "mijn",
  "officieel",
  "officiële",
  "subsidie",
  "subsidies",
  "inloggen",
  "login",
  "info",
  "online",
  "site",
  "website",
  "nederland",
  "nl",
  "hevel",
  "de",
  "van",
  "voor",
  "en",
].map((words) => wordsSeen(words).join(""));

/** A longer name can be misspelt more and still be read as itself; under five letters a letter makes another town. */
const slipsIn = (name: string) => (name.length < 5 ? 0 : name.length < 10 ? 1 : 2);

/**
 * Whether a name looks like that of the municipality itself: spelt alike or nearly, alone or with only an office's words
 * around it ("Gem. Voorbeeldstad", "Team Vorbeeldstad"). That its name is in it, as in many names, is not enough.
 */
export function looksLikeMunicipality(name: string, municipality: string): boolean {
  const towns = [municipality, municipality.replace(/\(.*?\)/gu, "")].map(skeletonOf).filter((town) => town !== "");
  return [wordsSeen(name).join(""), skeletonOf(name)]
    .flatMap(withoutOffice)
    .some((rest) => towns.some((town) => slipsBetween(rest, town) <= slipsIn(town)));
}

/** The name itself, and what is left of it when words of an office are taken off its ends, however many. */
function withoutOffice(name: string): readonly string[] {
  const seen = new Set([name]);
  for (const rest of seen)
    for (const word of ofOffice) {
      if (rest.length > word.length && rest.startsWith(word)) seen.add(rest.slice(word.length));
      if (rest.length > word.length && rest.endsWith(word)) seen.add(rest.slice(0, -word.length));
    }
  return [...seen];
}

/** How many letters are added, left out, changed or exchanged with their neighbour (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const at = (from: readonly number[], index: number) => from[index] ?? Number.POSITIVE_INFINITY;
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? a.length;
}
