import type { Person } from "./person.ts";

/** One word as somebody may type it in a title, a name or a note: longer than a small phone is wide. */
export const longWord = "Soeplepelverzamelingstentoonstellingsopeningsplechtigheidsuitnodigingsbrief";

/** What is counted, chosen from a list or made by the portal: nobody types it. */
const notTyped = /^(?:[\d€+]|https?:|[a-z]{3}_[0-9A-Z]{26}|[A-Z]{2}\d+$|[A-Z]+(?:#|$)|[0-9a-f]{32})/;
const notTypedIn = /^(?:etag|next|cursor|next(?:Page|Cursor)?|save|hash|seal|url|href|email|phone|iban|contentType)$/i;

/** The same answer with a long word in every text that somebody typed: a capital or a space tells it from a code. */
export function withLongWords(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => withLongWords(each, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withLongWords(part, name)]));
  if (typeof value !== "string" || notTyped.test(value) || notTypedIn.test(key)) return value;
  return /\s|^[A-Z]/.test(value) ? `${longWord} ${value} ${longWord}` : value;
}

/** From now on this person reads the long word in every text of the API that somebody typed. */
export async function plantLongWords(person: Person): Promise<void> {
  await person.context.route("**/v1/**", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    const answer = await route.fetch();
    if (!(answer.headers()["content-type"] ?? "").startsWith("application/json"))
      return route.fulfill({ response: answer });
    return route.fulfill({ response: answer, json: withLongWords(await answer.json()) });
  });
}
