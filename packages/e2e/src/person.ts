import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { inspect, widths } from "./look.ts";

/** How wide the screen of somebody is who does not say: a laptop. */
const desk = { width: 1_280, height: 900 };

/** Pages that were looked over already: what is the same to the letter is not looked over twice. */
const looked = new Set<string>();

/** A part of the page, by its words: the whole text, or a pattern. */
export type Words = string | RegExp;

/**
 * Somebody with a browser of their own. Acts as a person does, by what a page says and shows, and looks at every page after
 * arriving: axe, width, title, focus, and what the browser complains of.
 */
export class Person {
  /** Where letters go. */
  readonly email: string;
  readonly context: BrowserContext;
  readonly #origin: string;
  #page: Page;
  /** What the browser complained of since the last look. */
  #complaints: string[] = [];
  readonly #expected: RegExp[] = [];
  #isHurried = false;

  private constructor(email: string, origin: string, context: BrowserContext, page: Page) {
    this.email = email;
    this.context = context;
    this.#origin = origin;
    this.#page = page;
  }

  /** Opens a browser for somebody. Nothing moves in it, so that what is looked at is what stays. */
  static async arrive(browser: Browser, origin: string, email: string): Promise<Person> {
    const context = await browser.newContext({
      baseURL: origin,
      viewport: desk,
      locale: "nl-NL",
      timezoneId: "Europe/Amsterdam",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(30_000);
    const person = new Person(email, origin, context, await context.newPage());
    person.#listen();
    return person;
  }

  /** The tab this person looks at. */
  get page(): Page {
    return this.#page;
  }

  /** Closes the tab as one does by accident, and opens an empty one. */
  async closeTab(): Promise<void> {
    // A real close: the page hears that it goes, as it would from a browser.
    await this.#page.close({ runBeforeUnload: true });
    this.#page = await this.context.newPage();
    this.#listen();
  }

  /** What the browser will rightly complain of from now on: a refusal that this test asks for, being offline. */
  expectComplaint(about: RegExp): void {
    this.#expected.push(about);
  }

  /** From now on does not look pages over: another test does that, and this one only passes. */
  hurry(): void {
    this.#isHurried = true;
  }

  /** Looks every page over again, from now on. */
  takeTime(): void {
    this.#isHurried = false;
  }

  /** Types an address in the address bar; then the page with this heading is there. */
  async visit(path: string, heading: Words): Promise<void> {
    await this.#page.goto(new URL(path, this.#origin).href);
    await this.sees(heading);
    await this.look();
  }

  /** Arrives, by an act inside the site, at the page with this heading, which has focus then. */
  async arrives(heading: Words): Promise<void> {
    await this.sees(heading);
    await expect.poll(() => this.focused(), { message: `focus after arriving at ${heading}` }).toMatch(/^h[12]: /);
    await this.look();
  }

  /** Waits for the page with this heading, and for what it loads. */
  async sees(heading: Words): Promise<void> {
    await this.#page.getByRole("heading", { level: 1, name: heading, exact: typeof heading === "string" }).waitFor();
    await this.settles();
  }

  /** Follows a link. */
  async follow(link: Words, within: Page | Locator = this.#page): Promise<void> {
    await within.getByRole("link", { name: link, exact: typeof link === "string" }).click();
  }

  /** Presses a button. */
  async press(button: Words, within: Page | Locator = this.#page): Promise<void> {
    await within.getByRole("button", { name: button, exact: typeof button === "string" }).click();
  }

  /** Looks at what will be published or posted, which says this, and then presses the button that does it. */
  async publishes(button: Words, shown?: Words, within: Page | Locator = this.#page): Promise<void> {
    await this.press(/^Bekijk het (?:.* )?eerst$/, within);
    const panel = within.getByRole("region", { name: /^Zo komt het / });
    await panel.waitFor();
    if (shown !== undefined) await panel.getByText(shown).first().waitFor();
    // What is not public yet, nobody can report.
    expect(await panel.getByRole("link", { name: /^Meld dit/ }).count()).toBe(0);
    await expect.poll(() => this.focused(), { message: "focus on what will be published" }).toMatch(/Zo komt het /);
    await this.look();
    await this.press(button, within);
  }

  /** Types in a field, over what was there. A label may go on with "(niet verplicht)". */
  async fill(label: string, text: string, within: Page | Locator = this.#page): Promise<void> {
    await this.field(label, within).fill(text);
  }

  /** The field with this label. */
  field(label: string, within: Page | Locator = this.#page): Locator {
    return within.getByLabel(labelled(label));
  }

  /** Ticks one or more options of a question. */
  async choose(question: string, ...options: readonly Words[]): Promise<void> {
    const group = this.group(question);
    for (const option of options) await group.getByLabel(option, { exact: typeof option === "string" }).check();
  }

  /** Chooses from a list that folds out. */
  async select(label: string, option: string, within: Page | Locator = this.#page): Promise<void> {
    await this.field(label, within).selectOption({ label: option });
  }

  /** Types a date, given as `2026-11-21`, in its three boxes. */
  async fillDate(question: string, date: string, within: Page | Locator = this.#page): Promise<void> {
    const [year = "", month = "", day = ""] = date.split("-");
    const group = this.group(question, within);
    await group.getByLabel("Dag", { exact: true }).fill(String(Number(day)));
    await group.getByLabel("Maand", { exact: true }).fill(String(Number(month)));
    await group.getByLabel("Jaar", { exact: true }).fill(year);
  }

  /** The fields that answer one question together. */
  group(question: string, within: Page | Locator = this.#page): Locator {
    return within.getByRole("group", { name: labelled(question) });
  }

  /** Waits until the page says this somewhere in sight. */
  async reads(words: Words): Promise<void> {
    await this.#page.getByRole("main").getByText(words).first().waitFor();
  }

  /** What has focus: the name of the element and its first words. */
  async focused(): Promise<string> {
    const where = await this.#page.evaluate<[string, string]>(
      "[document.activeElement?.tagName ?? '', (document.activeElement?.innerText ?? '').slice(0, 80)]",
    );
    return `${where[0].toLowerCase()}: ${where[1]}`;
  }

  /** Looks the page over at each width: axe finds nothing, nothing sticks out, it has a title, and the browser is content. */
  async look(): Promise<void> {
    await this.settles();
    if (this.#isHurried) return;
    const at = new URL(this.#page.url()).pathname;
    await expect.poll(() => this.#page.title(), { message: `title of ${at}` }).toMatch(/\S \| Hevel Voorbeeldstad$/);
    const content = await this.#page.evaluate<string>("document.body.outerHTML");
    const isNew = !looked.has(content);
    looked.add(content);
    for (const width of isNew ? widths : []) {
      await this.#page.setViewportSize({ width, height: desk.height });
      await this.expectNoSidewaysScroll();
      expect(await inspect(this.#page), `axe on ${at} at ${width} px`).toEqual([]);
    }
    await this.#page.setViewportSize(desk);
    await this.expectOwnIds();
    this.expectNoComplaints();
  }

  /** The page is not wider than its window. */
  async expectNoSidewaysScroll(): Promise<void> {
    expect(await this.sideways()).toBeUndefined();
  }

  /** When the page is wider than its window: which page, how wide, and what sticks out. */
  async sideways(): Promise<string | undefined> {
    const [scroll, client, widest] = await this.#page.evaluate<[number, number, string]>(
      `[document.documentElement.scrollWidth, document.documentElement.clientWidth, [...document.querySelectorAll("body *")]
        .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .slice(0, 5).map((each) => each.tagName.toLowerCase() + "." + each.getAttribute("class")).join(", ")]`,
    );
    if (scroll <= client) return undefined;
    return `${new URL(this.#page.url()).pathname} is ${scroll} px in ${client} px; what sticks out: ${widest}`;
  }

  /** No two things on the page have one id: a label, a link or a summary of errors would lead to the wrong one. */
  async expectOwnIds(): Promise<void> {
    const twice = await this.#page.evaluate<string[]>(
      "[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)",
    );
    expect(twice, `ids that stand on ${new URL(this.#page.url()).pathname} twice`).toEqual([]);
  }

  /** The browser had nothing to say since the last time but what was expected. */
  expectNoComplaints(): void {
    const complaints = this.#complaints.filter((complaint) => !this.#expected.some((about) => about.test(complaint)));
    this.#complaints = [];
    expect(complaints, `what the browser of ${this.email} complained of at ${this.#page.url()}`).toEqual([]);
  }

  /** Nothing is on its way any more: no outline of what is coming, nothing busy. */
  async settles(): Promise<void> {
    await expect
      .poll(() => this.#page.locator('.skeleton, [aria-busy="true"]').count(), {
        message: `${this.#page.url()} is still loading`,
      })
      .toBe(0);
    await this.#page.evaluate("document.fonts.ready.then(() => true)");
  }

  #listen(): void {
    this.#page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        this.#complaints.push(`${message.text()} (${message.location().url})`);
    });
    this.#page.on("pageerror", (error) => this.#complaints.push(String(error)));
  }
}

/** A label as it stands on the page, which may go on with "(niet verplicht)". */
function labelled(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^\\s*${escaped}\\s*(\\(niet verplicht\\))?\\s*$`);
}
