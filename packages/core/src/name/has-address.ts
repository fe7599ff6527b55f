import tlds from "tlds" with { type: "json" };
import { withPlainDigits } from "../typed/digits.ts";
import { hasTelephone } from "./has-telephone.ts";

/** What ends a web address (IANA's list, in ASCII and in its own script). */
const endings: ReadonlySet<string> = new Set(tlds);

/** Endings that are also what a Dutch surname begins with: "J.de Vries" leads nowhere. */
const particles: ReadonlySet<string> = new Set(["de", "in", "la", "al", "st", "van", "el", "da", "do", "di"]);

const labels = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+`;
const domain = new RegExp(
  String.raw`(?<host>${labels})(?<ending>xn--[a-z0-9-]+|\p{L}{2,})(?![\p{L}\p{N}-])(?<more>[/:?#])?`,
  "gu",
);

/** "digid (punt) nl": a full stop in words. */
const stopInWords = /\s*[([{<]\s*(?:dot|punt|\.)\s*[)\]}>]\s*/gu;

/**
 * Whether a text holds a place to go to: a web address, an e-mail address, an IP address or a telephone number. A name
 * stands in letters of the municipality, and so do a stranger's words; whoever reads those trusts what is in them.
 * "Stichting 3.0", "St. Joris" and "Bakker & Zn." hold none.
 */
export function hasAddress(name: string): boolean {
  // As a mail program reads it: wide and circled letters as plain ones, other full stops and digits as ours, nothing invisible.
  const text = withPlainDigits(name.normalize("NFKC"))
    .replace(/[。｡․．]/gu, ".")
    .replace(stopInWords, ".")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase();
  if (/:\/\/|\/\/[\p{L}\p{N}]|\bwww\.|\b(?:mailto|tel|https?|javascript|data):/u.test(text)) return true;
  if (/[\p{L}\p{N}._%+-]@[\p{L}\p{N}]/u.test(text)) return true;
  if (/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/u.test(text) || hasTelephone(text)) return true;
  return [...text.matchAll(domain)].some(({ groups }) => leadsSomewhere(groups ?? {}));
}

function leadsSomewhere({ host = "", ending = "", more }: Readonly<Record<string, string | undefined>>): boolean {
  const isEnding = ending.startsWith("xn--") || endings.has(ending);
  const isInitials = particles.has(ending) && host.split(".").every((label) => label.length <= 1);
  return isEnding && (more !== undefined || !isInitials);
}
