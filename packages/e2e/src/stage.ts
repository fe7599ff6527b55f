import { awaitLetter, type ReceivedLetter, readLetters } from "@hevel/local";
import { test as base, expect, inject } from "vitest";
import { openBrowser } from "./browser.ts";
import type { PortalUnderTest } from "./global-setup.ts";
import { Person } from "./person.ts";
import { keepSight } from "./results.ts";

/** Where a journey plays: the portal, whoever takes part, and the letters they get. */
export type Stage = PortalUnderTest & {
  /** Somebody with a browser of their own: somebody new, unless an address of the demo story is given. */
  person(name: string, email?: string): Promise<Person>;
  /** The newest letter about this that the address had not got before; fails when it does not come. */
  letter(to: string, subject: string): Promise<ReceivedLetter>;
};

/** A test with a stage. When it fails, it leaves what everybody had on the screen in `.results`. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: the pattern tells Vitest what the fixture needs
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("stage", async ({ browser, task }, { onCleanup }) => {
    const portal = inject("portal");
    const people = new Map<string, Person>();
    const seen = new Set<string>();
    onCleanup(async () => {
      for (const [name, { page, context }] of people) {
        // What came last may be an error about this very page.
        if (task.result?.state === "fail") await keepSight(page, `${task.name} ${name}`).catch(() => {});
        await context.close();
      }
    });
    const stage: Stage = {
      ...portal,
      async person(name, email = addressOf(name)) {
        const person = await Person.arrive(browser, portal.origin, email);
        people.set(name, person);
        // An address of the story may have had letters in an earlier test.
        for (const { id } of await readLetters(portal.mailbox, { to: email })) seen.add(id);
        return person;
      },
      async letter(to, subject) {
        const letter = await awaitLetter(portal.mailbox, { to, subject, known: seen, withinMs: 20_000 });
        seen.add(letter.id);
        return letter;
      },
    };
    return stage;
  });

/** The address in a letter that goes to this path of the site, with the secret in its fragment. */
export function linkIn(letter: ReceivedLetter, path: string): string {
  const link = new RegExp(`https?://[^\\s/]+${path}#\\S+`).exec(letter.text)?.[0];
  expect(link, `link to ${path} in "${letter.subject}"`).toBeDefined();
  return link ?? "";
}

/** Where a mail program unsubscribes with one click. The mailbox keeps no headers, so it is made from the link in the letter. */
export function oneClickIn(stage: Stage, letter: ReceivedLetter): string {
  const [id, secret] = linkIn(letter, "/afmelden").replace(/^.*#/, "").split(".");
  return `${stage.origin}/v1/follows/${id}/unsubscriptions/${secret}`;
}

/** The six digits in a letter about signing in. */
export function codeIn(letter: ReceivedLetter): string {
  const code = /\b\d{6}\b/.exec(letter.text)?.[0];
  expect(code, `code in "${letter.subject}"`).toBeDefined();
  return code ?? "";
}

let count = 0;

/** Every person has an address that no other test has, so that no limit and no letter is shared. */
function addressOf(name: string): string {
  count += 1;
  const unique = `${process.pid}-${count}`;
  return `${name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]+/g, ".")}.${unique}@bewoner.example`;
}
