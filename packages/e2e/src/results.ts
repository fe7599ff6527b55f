import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** What a failed test leaves: pictures and the words on the page. Ignored by git, emptied at each run. */
export const resultsDir: string = join(import.meta.dirname, "..", ".results");

/** Keeps what is on the screen of somebody: a picture, and beside it the address and what a screen reader gets. */
export async function keepSight(page: Page, name: string): Promise<void> {
  mkdirSync(resultsDir, { recursive: true });
  const file = join(resultsDir, name.replace(/\W+/g, "-").slice(0, 120));
  await page.screenshot({ path: `${file}.png`, fullPage: true });
  writeFileSync(`${file}.txt`, `${page.url()}\n\n${await page.locator("body").ariaSnapshot()}\n`);
}
