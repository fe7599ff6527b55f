import { createIds } from "@hevel/store";
import { awaitLetter, type ReceivedLetter, readLetters } from "../mailbox.ts";
import { Browser } from "./browser.ts";
import { Deviation, expectSame } from "./walk.ts";

/** What one step finds out and a later one needs: ids and revisions, by name. */
export type Memory = Map<string, string>;

/** How to ask the API something as somebody. */
export type Asking = {
  /** Body of the request. */
  readonly json?: unknown;
  /** The status that must come back; 200 when left out. */
  readonly expect?: number;
  /** The refusal's code that must come back with it. */
  readonly code?: string;
  /** Money moves: an Idempotency-Key goes with it. The same name gives the same key again. */
  readonly once?: string;
};

/** Who and what the loop is walked with: the running portal, and one browser for each person. */
export type World = {
  readonly origin: string;
  readonly mailbox: string;
  readonly memory: Memory;
  /** The browser of this person; the same one each time, so that somebody stays signed in. */
  browserOf(person: string): Browser;
  /** Asks the API as this person. @throws Deviation when the status is another than expected. */
  ask<T>(person: string, method: string, path: string, asking?: Asking): Promise<T>;
  /** What an earlier step remembered under this name. @throws Deviation when there is nothing. */
  recall(name: string): string;
  /** The newest letter about this that the address had not got before. @throws Deviation when it does not come. */
  letter(to: string, subject: string): Promise<ReceivedLetter>;
  /** Does now what time would do within a minute. */
  runSchedule(): Promise<void>;
};

/** A world in which nobody has done anything yet. */
export function createWorld(portal: { origin: string; mailbox: string; runSchedule(): Promise<void> }): World {
  const browsers = new Map<string, Browser>();
  const memory: Memory = new Map();
  const keys = new Map<string, string>();
  const seen = new Set<string>();
  const ids = createIds();
  const keyOf = (name: string) => {
    const key = keys.get(name) ?? ids.next("jrn").slice(4);
    keys.set(name, key);
    return key;
  };
  const browserOf = (person: string) => {
    const browser = browsers.get(person) ?? new Browser();
    browsers.set(person, browser);
    return browser;
  };
  return {
    origin: portal.origin,
    mailbox: portal.mailbox,
    memory,
    browserOf,
    runSchedule: () => portal.runSchedule(),
    recall(name) {
      const value = memory.get(name);
      if (value === undefined) throw new Deviation(`No earlier step found out ${name}.`);
      return value;
    },
    async ask<T>(person: string, method: string, path: string, asking: Asking = {}): Promise<T> {
      const { json, expect = 200, code, once } = asking;
      const page = await browserOf(person).send(`${portal.origin}/v1${path}`, {
        method,
        // A browser sends a JSON body with every act; without content it is an empty object.
        ...(method === "GET" || method === "DELETE" ? {} : { json: json ?? {} }),
        ...(once === undefined ? {} : { headers: { "idempotency-key": keyOf(once) } }),
      });
      if (page.status !== expect)
        throw new Deviation(`${method} ${path}: expected ${expect}, saw ${page.status}: ${page.body.slice(0, 500)}`);
      // The API's own types end at the wire; a step names what it reads from the answer.
      const answer = (page.body.startsWith("{") ? JSON.parse(page.body) : page.body) as T & { code?: string };
      if (code !== undefined) expectSame(answer.code, code, `code of ${method} ${path}`);
      return answer;
    },
    async letter(to, subject) {
      try {
        const found = await awaitLetter(portal.mailbox, { to, subject, known: seen });
        seen.add(found.id);
        return found;
      } catch (error) {
        const subjects = (await readLetters(portal.mailbox, { to })).map((one) => one.subject).join(" | ");
        throw new Deviation(`${error instanceof Error ? error.message : String(error)} Letters there: ${subjects}`);
      }
    },
  };
}
