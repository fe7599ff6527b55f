import { cleanLine } from "./clean.ts";
import { readDomain } from "./email.ts";

/**
 * The web address in what was typed, as a browser writes it: `weidezicht.nl` is `https://weidezicht.nl`. Undefined when it
 * is none: another scheme than http and https, a name before an @ (it hides where the address leads), a host without a
 * domain, a blank or a direction mark within.
 */
export function readWebAddress(typed: string): string | undefined {
  const text = cleanLine(typed);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/[\s\\\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  if (url.username !== "" || url.password !== "" || /^[^/]*\/\/[^/?#]*@/.test(address)) return undefined;
  if (readDomain(url.hostname) === undefined) return undefined;
  const hasOnlyHost = url.pathname === "/" && url.search === "" && url.hash === "";
  return hasOnlyHost ? url.origin : url.href;
}
