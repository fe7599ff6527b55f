import type { Letter, LetterId, LetterKind } from "@hevel/core";
import { renderLetter } from "@hevel/mail";
import { samples } from "@hevel/mail/samples";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { inspect } from "./look.ts";

/** A letter stands inside the page of a mail program: that page has the landmarks. */
const ofThePageAround = new Set(["landmark-one-main", "region"]);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ locale: "nl-NL" });
});
afterAll(() => browser.close());

async function htmlOf(kind: LetterKind): Promise<string> {
  const letter: Letter = {
    id: "ltr_01ARZ3NDEKTSV4RRFFQ69G5FAV" as LetterId,
    kind,
    to: "lezer@example.org",
    payload: samples[kind],
    createdAt: "2026-11-21T13:05:00.000Z",
    status: "waiting",
    attempts: 0,
  };
  const origin = "https://hevel.voorbeeldstad.example";
  const { html } = await renderLetter(letter, { origin, from: "Hevel <hevel@voorbeeldstad.example>" });
  return html;
}

test.each(Object.keys(samples) as LetterKind[])(
  "the letter %s fits a small phone, a phone and a desk, loads nothing, and axe finds nothing",
  async (kind) => {
    const asked: string[] = [];
    const note = (request: Request) => asked.push(request.url());
    page.on("request", note);
    await page.setContent(await htmlOf(kind));
    for (const width of [320, 360, 640]) {
      await page.setViewportSize({ width, height: 800 });
      const tooWide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate<number>(tooWide), `pixels too wide at ${width}`).toBe(0);
      if (width === 320) continue;
      expect((await inspect(page)).filter(({ rule }) => !ofThePageAround.has(rule))).toEqual([]);
    }
    page.off("request", note);
    // Nothing is loaded from anywhere, so nobody learns that it was read.
    expect(asked).toEqual([]);
  },
);
