/** Nine digits or more with nothing but signs between them: a telephone number, however it is written. */
const long = /(?:\+|\(|\d)(?:[\s().+/-]*\d){8,}/u;

/** Fewer, behind a zero, as in 0900-8844: the area code of a town (0513) and a year are shorter. */
const behindZero = /(?<![\d.,])0(?:[\s().+/-]*\d){6,}/u;

/** Some words may stand between the asking and the number: "sms STOP naar 4411". Help in an emergency is no lure. */
const asked =
  /(?<!\p{L})(?:bel|bellen|telefoon|telefoonnummer|tel|sms|sms'en|app|appen|whatsapp|call|phone|text)(?!\p{L})[\s.:-]*(?:\p{L}+[\s.:-]+){0,4}(?!112(?!\d))\+?\d(?:[\s().+/-]*\d){2,}/u;

/** A date is no number to call, with or without the time behind it. */
const date =
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?=\s+[0-2]?\d[.:][0-5]\d(?!\d)|(?!\s*[-+/.(]?\s*\d))/gu;

const spoken = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
const spelled = new RegExp(String.raw`(?<!\p{L})(?:(?:${spoken.join("|")}|één)[\s,.-]*){7,}(?!\p{L})`, "u");

/** Between digits these letters are digits. */
const posing = (run: string) => (/\d/.test(run) ? run.replaceAll("o", "0").replaceAll("l", "1") : run);

/**
 * Whether a text names a telephone number: nine digits or more, a shorter one behind a zero (0900, 0800), any that one is
 * asked to call or write to, or seven digits in words. `text` is in small letters and compatibility form, its digits ours.
 */
export function hasTelephone(text: string): boolean {
  const dialled = text.replace(/(?<![\p{L}\p{N}])[\dol]+(?![\p{L}\p{N}])/gu, posing).replace(date, " ");
  return long.test(dialled) || behindZero.test(dialled) || asked.test(dialled) || spelled.test(text);
}
