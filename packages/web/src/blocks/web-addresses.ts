import { readWebAddress } from "@hevel/api/client";

/** A stretch of text; with `href` it is a web address to go to. */
export interface Part {
  readonly text: string;
  readonly href?: string;
}

const candidate = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** A full stop, comma or bracket after an address belongs to the sentence around it. */
const trailing = /[.,;:!?)\]}'\u2019\u201d]+$/u;

/** Text cut into words and web addresses. Only what `readWebAddress` takes is one: no user part, no direction marks, http(s) only. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const address = found.replace(trailing, "");
    const href = readWebAddress(address);
    if (href === undefined) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: address, href });
    from = index + address.length;
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts;
}
