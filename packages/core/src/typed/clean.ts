/**
 * What hidden characters become, in one place for page and API. A person cannot see them, and office programs, chat
 * programs and other people's mischief put them there:
 *
 * - a tab is a blank; U+000B, U+000C, U+2028, U+2029 and every line ending are one line break, in a single line a blank;
 * - what is invisible and needed by nobody goes (soft hyphen, zero-width space, byte order mark, embeddings, stray tags);
 * - joiners stay between characters (families of emoji, Persian) and go where they join nothing;
 * - invisible characters and direction marks at the edges go; what is left empty is empty;
 * - the rest is as typed, in Unicode's composed form (NFC), so that one text is one text.
 *
 * Overrides of the direction, control characters and halves of a character are not cleaned but refused: `hasRefused`.
 * Cleaning twice changes nothing, and every step reads the text once, however it was made.
 */
export function cleanText(typed: string): string {
  return trimInvisible(
    typed
      .replace(/\t/g, " ")
      .replace(/\r\n|[\r\v\f\u2028\u2029]/g, "\n")
      .replace(useless, "")
      .replace(tagged, flagOf)
      .replace(/([\u200c\u200d])[\u200c\u200d]+/g, "$1")
      .replace(/(?<!\S)[\u200c\u200d]|[\u200c\u200d](?!\S)/g, ""),
  ).normalize("NFC");
}

/** One line of text: as `cleanText`, with a blank for each line break. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replaceAll("\n", " ");
}

/**
 * Characters as every limit counts them: Unicode code points of the cleaned text, as JSON Schema's `maxLength` does. An
 * emoji is one; a family of emoji is each of its members and joiners; an accent on a letter is no extra character.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * The cleaned beginning of a text: at most `max` characters as `countCharacters` counts them, never half of one, and without
 * what the cut left joining nothing. Words that people typed are cut by this and by nothing else: `slice` counts UTF-16 units,
 * and half an emoji is refused by the database.
 */
export function firstCharacters(typed: string, max: number): string {
  const text = cleanText(typed);
  let end = 0;
  let count = 0;
  for (const character of text) {
    if (count === max) return cleanText(text.slice(0, end));
    end += character.length;
    count++;
  }
  return text;
}

/** Whether a cleaned text holds what no text may hold: control characters, an override of the direction, half a character. */
export function hasRefused(text: string): boolean {
  return !text.isWellFormed() || refused.test(text);
}

/** What is wrong with a text that was typed; undefined when nothing is. `max` counts as `countCharacters`. */
export function textProblem(typed: string, max: number): "required" | "characters" | "too-long" | undefined {
  const text = cleanText(typed);
  if (text === "") return "required";
  if (countCharacters(text) > max) return "too-long";
  return hasRefused(text) ? "characters" : undefined;
}

/** Soft hyphen, zero-width space, word joiner, byte order mark, embeddings and isolates, deprecated and annotation marks. */
const useless = /[\u00ad\u200b\u2060\ufeff\u202a-\u202c\u2066-\u206f\ufff9-\ufffb]/g;

/** Tags are only part of the flag of a region (a black flag, its code, a cancel tag); anywhere else they hide a message. */
const tagged = /\u{1f3f4}?[\u{e0000}-\u{e007f}]+/gu;
const regionFlag = /^\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}$/u;
const flagOf = (tags: string) => (regionFlag.test(tags) ? tags : tags.startsWith("\u{1f3f4}") ? "\u{1f3f4}" : "");

/** C0 and C1 without the line break, overrides of the direction, and code points that are no characters. */
const refused = /[\u202d\u202e]|(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}/u;

const blankStart = /^[\s\u2800\p{Default_Ignorable_Code_Point}]+/u;
const blank = /^[\s\u2800\p{Default_Ignorable_Code_Point}]$/u;
/** Variation selectors and tags belong to the character before them. */
const belongsToBase = /^(?:[\u180b-\u180d]|\u180f|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}])$/u;

/** Without white space and invisible characters at the edges. Walks back from the end, so that no text makes it slow. */
function trimInvisible(text: string): string {
  const start = text.replace(blankStart, "");
  let end = start.length;
  while (end > 0) {
    const code = start.codePointAt(end - 2) ?? 0;
    const last = code > 0xffff ? start.slice(end - 2, end) : start.slice(end - 1, end);
    if (belongsToBase.test(last) || !blank.test(last)) break;
    end -= last.length;
  }
  return start.slice(0, end);
}
