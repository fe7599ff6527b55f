import { Browser } from "./browser.ts";

/** Who and what the loop is walked with: the running portal, and one browser for each person. */
export type World = {
  readonly origin: string;
  readonly mailbox: string;
  /** The browser of this person; the same one each time, so that somebody stays signed in. */
  browserOf(person: string): Browser;
  /** Does now what time would do within a minute. */
  runSchedule(): Promise<void>;
};

/** A world in which nobody has done anything yet. */
export function createWorld(portal: { origin: string; mailbox: string; runSchedule(): Promise<void> }): World {
  const browsers = new Map<string, Browser>();
  return {
    origin: portal.origin,
    mailbox: portal.mailbox,
    runSchedule: () => portal.runSchedule(),
    browserOf(person) {
      const browser = browsers.get(person) ?? new Browser();
      browsers.set(person, browser);
      return browser;
    },
  };
}
