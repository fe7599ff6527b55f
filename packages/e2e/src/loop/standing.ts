import { expect } from "vitest";
import type { Person } from "../person.ts";

/** Everything on the page that says who has it now: the line itself, and any other sentence of the kind. */
async function holders(person: Person): Promise<readonly string[]> {
  const text = await person.page.evaluate<string>("document.querySelector('main').innerText");
  const line = /Ligt nu bij:?\s*\n?\s*([^\n,.]+)/gi;
  return [...text.matchAll(line), ...text.matchAll(/([^\n.]+) heeft (?:het|het voorstel) nu/gi)].map(
    ([, who = ""]) => who,
  );
}

/** The page says that this one has it and nobody else: as it is now, without loading it again. */
export async function isWith(person: Person, who: string): Promise<void> {
  await expect.poll(() => holders(person), { message: `who has it, for ${person.email}` }).toEqual([who]);
}

/** While a mandate goes on the page says its term, and that nobody has it. */
export async function goesOn(person: Person, term: string): Promise<void> {
  await person.reads(term);
  expect(await holders(person)).toEqual([]);
}
