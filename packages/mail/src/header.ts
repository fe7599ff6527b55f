/**
 * Words for the header of a letter. A header is one line: what people typed can add no header of its own, hides nothing
 * (reference: reliability T14), and is never cut inside what a reader sees as one character.
 */

/** A header longer than this is cut off by mail programs in places of their own choice. */
const headerLengthMax = 150;

/** Made on first use: a function that sends nothing pays nothing for it. */
let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as one character each: a letter with its accents, an emoji joined of several. */
function charactersOf(words: string): readonly string[] {
  segmenter ??= new Intl.Segmenter("nl", { granularity: "grapheme" });
  return Array.from(segmenter.segment(words), ({ segment }) => segment);
}

/** The words, or as many whole characters of them as leave room for an ellipsis; lengths in UTF-16 units. */
export function shorten(words: string, lengthMax: number, ellipsis = "…"): string {
  if (words.length <= lengthMax) return words;
  let kept = "";
  for (const character of charactersOf(words)) {
    if (kept.length + character.length + ellipsis.length > lengthMax) break;
    kept += character;
  }
  return `${kept.trimEnd()}${ellipsis}`;
}

const lineBreaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Soft hyphens, zero-width characters, direction marks and fillers: they show nothing and may deceive. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** An emoji of several parts: joined by U+200D, with its colour and skin marks, or a flag spelled in tags. */
const emoji =
  /\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})*(?:\u200d\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})*)*|[0-9#*]\ufe0f\u20e3/gu;
const flagOfTags = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]+\u{e007f}/gu;
/** Between letters of scripts that join (Arabic, Hindi), joiners decide what a word says. */
const joinedLetters =
  /(?<=[\p{L}\p{M}])(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d](?=[\p{L}\p{M}])/gu;

/** One line without anything that cannot be seen. */
export function oneLine(words: string): string {
  const clean = words
    .toWellFormed()
    .replace(lineBreaks, " ")
    .replace(/\p{Zs}+/gu, " ");
  const kept = [...clean.matchAll(flagOfTags), ...clean.matchAll(emoji), ...clean.matchAll(joinedLetters)];
  const isKept = new Uint8Array(clean.length);
  for (const { index, 0: match } of kept) isKept.fill(1, index, index + match.length);
  return clean
    .replace(unseen, (mark, index: number) => (isKept[index] === 1 ? mark : ""))
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The subject as a reader sees it: one line that fits. */
export const subjectLine = (words: string): string => shorten(oneLine(words), headerLengthMax);

/** Bytes of an encoded word of RFC 2047 (75 characters at most) once its frame and base64 are taken off. */
const wordBytesMax = 45;

/**
 * The words as the value of a header, folded. What is not plain ASCII becomes encoded words (RFC 2047) that each hold whole
 * characters, so that a program that decodes word by word shows no half of one.
 */
export function headerValue(words: string): string {
  if (/^[\x20-\x7e]*$/.test(words) && !words.includes("=?")) return foldAscii(words);
  const chunks: string[] = [];
  let chunk = "";
  for (const part of charactersOf(words).flatMap(fitting)) {
    if (Buffer.byteLength(chunk + part) > wordBytesMax) {
      chunks.push(chunk);
      chunk = "";
    }
    chunk += part;
  }
  return [...chunks, chunk].map((each) => `=?UTF-8?B?${Buffer.from(each).toString("base64")}?=`).join("\r\n ");
}

/** A character that is longer than an encoded word (a letter under a pile of accents) falls apart in code points. */
const fitting = (character: string): readonly string[] =>
  Buffer.byteLength(character) <= wordBytesMax ? [character] : [...character];

/** Lines of at most 76 characters, broken at blanks. */
const foldAscii = (words: string): string => words.replace(/(.{1,66})(?: |$)/g, "$1\r\n ").trimEnd();
