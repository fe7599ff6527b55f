import { remove as withoutConfusables } from "confusables";

/** What stands in so many names that it tells none of them apart: forms of an organisation and articles. */
const common: ReadonlySet<string> = new Set(
  [
    "stichting",
    "vereniging",
    "coöperatie",
    "coop",
    "bv",
    "ua",
    "vof",
    "ev",
    "ig",
    "de",
    "het",
    "een",
    "t",
    "the",
    "en",
  ].map((word) => flatten(word)),
);

/**
 * The words of a name as the eye takes them in: letters of other scripts, wide, circled and accented ones as the Latin
 * letters they look like (confusables of Unicode technical standard 39), capitals as small ones, a digit between letters as
 * the letter it stands for, and what cannot be told apart (i, l and 1; rn and m; vv and w) as one.
 */
export function wordsSeen(name: string): readonly string[] {
  const visible = name.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}|\p{M}/gu, "");
  return (
    visible
      .split(/[^\p{L}\p{N}|!$@]+/u)
      // At its edge a sign is a sign; inside a word it poses as a letter.
      .map((word) => flatten(word.replace(/^[|!$@]+|[|!$@]+$/g, "")))
      .filter((word) => word !== "")
  );
}

/**
 * Two names with the same skeleton look the same: case, spaces, signs, accents, look-alikes and legal forms aside. A name
 * without letters and digits, of emoji say, is its own.
 */
export function skeletonOf(name: string): string {
  const words = wordsSeen(name);
  const telling = words.filter((word) => !common.has(word));
  const skeleton = (telling.length > 0 ? telling : words).join("");
  if (skeleton !== "") return skeleton;
  return name.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}|\s/gu, "");
}

const digitsAsLetters: Readonly<Record<string, string>> = {
  "0": "o",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  $: "s",
  "@": "a",
};

function flatten(word: string): string {
  const latin = withoutConfusables(word.normalize("NFKC").replace(/ı/gu, "i"))
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  // A number is a number; only between letters a digit poses as one.
  const letters = /\p{L}/u.test(latin) ? latin.replace(/[03457$@]/g, (sign) => digitsAsLetters[sign] ?? sign) : latin;
  return letters
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/[il1|!]/g, "l")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
