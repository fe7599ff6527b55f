import { cleanLine } from "./clean.ts";

/** RFC 5322 section 3.2.3: what an address may hold before the @, in parts with dots between. */
const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** RFC 1123 section 2.1: 1 to 63 letters, digits and hyphens, no hyphen at an edge; punycode is such a label too. */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
/** The last label is no number: that would be an IP address. */
const topLabel = /^(?!\d+$)[a-z0-9-]{2,}$/i;

/** RFC 5321 sections 4.5.3.1.1 to 4.5.3.1.3, in characters. */
export const emailLengths = { local: 64, domain: 253, whole: 254 } as const;

/**
 * The address in what was typed, its domain in small letters and punycode, so that it can be written to; undefined when
 * it is no address. Before the @ it stays as typed. Quoted names and letters outside ASCII before the @ are refused: SES
 * writes to neither.
 */
export function readEmail(typed: string): string | undefined {
  const text = cleanLine(typed);
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(0, at));
  if (local.length > emailLengths.local || !dotAtom.test(local)) return undefined;
  const domain = readDomain(text.slice(at + 1));
  if (domain === undefined || local.length + 1 + domain.length > emailLengths.whole) return undefined;
  return `${local}@${domain}`;
}

/** A domain of two labels or more, in small letters and punycode; undefined when it is none. */
export function readDomain(typed: string): string | undefined {
  const ascii = /^[a-z0-9.-]*$/i.test(typed) ? typed.toLowerCase() : toPunycode(typed);
  const labels = ascii.split(".");
  const isDomain = labels.length > 1 && labels.every((part) => label.test(part)) && topLabel.test(labels.at(-1) ?? "");
  return isDomain && ascii.length <= emailLengths.domain ? ascii : undefined;
}

/** A domain with other letters, as the name system knows it (UTS 46); "" when it is none. */
function toPunycode(typed: string): string {
  if (/[\s/\\?#@:[\]%]/.test(typed) || !URL.canParse(`https://${typed}/`)) return "";
  return new URL(`https://${typed}/`).hostname;
}
