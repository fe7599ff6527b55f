import { expect } from "vitest";
import type { Person } from "./person.ts";
import { chair, writer } from "./set-up.ts";
import { askCode } from "./sign-in.ts";
import { test } from "./stage.ts";

/**
 * The summary has focus and lists exactly these sentences, each after its question where the sentence does not name it; each
 * leads to its field, which says the same.
 */
async function expectErrors(person: Person, errors: Readonly<Record<string, string>>): Promise<void> {
  const sentences = Object.values(errors);
  const summary = person.page.getByRole("group", { name: /^Er klopt nog iets niet\./ });
  await expect.poll(() => person.focused()).toMatch(/^h2: Er klopt nog iets niet\. Kijk naar deze/);
  const listed = (await summary.getByRole("link").allInnerTexts()).map(withPlainSpaces);
  const named = Object.entries(errors).map(([label, sentence]) => `${label.replace(/[?:.]$/, "")}: ${sentence}`);
  expect(listed).toEqual(sentences.map((sentence, at) => (listed[at] === named[at] ? named[at] : sentence)));
  expect(await person.page.title()).toMatch(/^Fout: /);
  for (const [label, sentence] of Object.entries(errors)) {
    await summary
      .getByRole("link")
      .filter({ hasText: withPlainSpaces(sentence) })
      .first()
      .click();
    const [name, description] = await person.page.evaluate<[string, string]>(`(() => {
      const control = document.activeElement;
      const group = control.closest("fieldset[aria-describedby]") ?? control;
      const described = [control, group].flatMap((each) => (each.getAttribute("aria-describedby") ?? "").split(" "));
      const name = (control.closest("fieldset")?.querySelector("legend") ?? control.labels?.[0])?.textContent ?? "";
      return [name.trim(), described.map((id) => document.getElementById(id)?.textContent ?? "").join(" ")];
    })()`);
    expect(name.replace(/\s*\(niet verplicht\)$/, ""), `where "${sentence}" leads`).toBe(label);
    expect(withPlainSpaces(description), `what is tied to ${label}`).toContain(sentence);
    expect(await person.page.evaluate("document.activeElement.getAttribute('aria-invalid')")).toBe("true");
  }
}

/** Amounts have a no-break space, which no test should have to type. */
const withPlainSpaces = (text: string) => text.replaceAll("\u00a0", " ");

/** The session is over: on the server, and in this browser. */
async function loseSession(person: Person): Promise<void> {
  await person.context.clearCookies({ name: "hevel" });
  person.expectComplaint(/status of 401/);
}

test("a form says everything that is wrong at once, above it and at each field, and keeps what was typed", async ({
  stage,
}) => {
  const { person: anna } = await writer(stage, "Anna");
  await anna.press("Verder");
  await expectErrors(anna, { Titel: "Vul een titel in.", Samenvatting: "Schrijf een samenvatting." });
  await anna.look();
  await anna.fill("Titel", "Buurtkeuken");
  // An error that is solved goes away after the field is left, and no other.
  await anna.field("Samenvatting").focus();
  await expect.poll(() => anna.page.getByRole("link", { name: "Vul een titel in." }).count()).toBe(0);
  await anna.press("Verder");
  await expectErrors(anna, { Samenvatting: "Schrijf een samenvatting." });
  expect(await anna.field("Titel").inputValue()).toBe("Buurtkeuken");
  await anna.fill("Samenvatting", "Wij koken voor elkaar.");
  await anna.press("Verder");
  await anna.arrives(/Wat gaat u doen en waarom\?$/);
  expect(await anna.page.title()).toMatch(/^Wat gaat u doen en waarom\? \(Stap 2 van 7\)/);
});

test("a form with rows says which row is wrong, and reads amounts and dates as people write them", async ({
  stage,
}) => {
  const { person: anna, path } = await writer(stage, "Anna");
  await anna.page.goto(`${stage.origin}${path}?stap=4`);
  await anna.sees(/Wat is wanneer klaar\?$/);
  await anna.press("Voeg een belofte toe");
  const second = anna.group("Belofte 2");
  await anna.fill("Wat is er dan klaar?", "De tuin", second);
  await anna.fillDate("Wanneer?", "2027-02-31", second);
  await anna.press("Verder");
  const links = anna.page.getByRole("group", { name: /^Er klopt nog iets niet\./ }).getByRole("link");
  await expect.poll(() => links.count()).toBe(3);
  await links.last().click();
  expect(await anna.page.evaluate("document.activeElement.value")).toBe("31");
  await anna.look();
  await anna.page.goto(`${stage.origin}${path}?stap=5`);
  await anna.sees(/Wat kost het\?$/);
  await anna.fill("Bedrag", "1.234,5", anna.group("Kostenpost 1"));
  await anna.reads("Wij lezen: € 1.234,50");
  await anna.fill("Bedrag", "min veel", anna.group("Kostenpost 1"));
  await anna.press("Verder");
  await expectErrors(anna, {
    "Waarvoor?": "Schrijf bij kostenpost 1 waarvoor het is.",
    Soort: "Kies bij kostenpost 1 een soort.",
    Bedrag: "Vul bij kostenpost 1 een bedrag in boven € 0.",
  });
  expect(await anna.field("Bedrag").inputValue()).toBe("min veel");
});

test("the overview leads to a mistake on another screen", async ({ stage }) => {
  const { person: anna, path } = await writer(stage, "Anna");
  await anna.fill("Titel", "Buurtkeuken");
  await anna.page.getByText(/^Bewaard om/).waitFor();
  await anna.page.goto(`${stage.origin}${path}?stap=7`);
  await anna.sees(/Klopt alles\?$/);
  await anna.press("Stuur voorstel in");
  await expect.poll(() => anna.focused()).toMatch(/^h2: Er klopt nog iets niet/);
  await anna.look();
  await anna.follow(/Kies een wijk, of de hele gemeente\.$/);
  await anna.sees(/Voor wie is het\?$/);
  const focused = "document.activeElement.labels?.[0]?.textContent.trim()";
  await expect.poll(() => anna.page.evaluate(focused)).toBe("De hele gemeente");
});

test("what only the API knows stands at its field too", async ({ stage }) => {
  const { person: anna, board } = await chair(stage, "Anna");
  await anna.page.goto(`${stage.origin}${board}/leden`);
  await anna.fill("Naam", "Anna zelf");
  await anna.fill("E-mailadres", anna.email);
  await anna.choose("Functie", "secretaris");
  anna.expectComplaint(/status of 4\d\d/);
  await anna.press("Stuur de uitnodiging");
  await expectErrors(anna, { "E-mailadres": "Dit adres zit al in het bestuur." });
  expect(await anna.field("Naam").inputValue()).toBe("Anna zelf");
  await anna.look();
});

test("an expired session leads to sign-in and back, with everything typed still there", async ({ stage }) => {
  const { person: anna, board } = await chair(stage, "Anna");
  await anna.page.goto(`${stage.origin}${board}/leden`);
  await anna.fill("Naam", "Bram de Jong");
  await anna.fill("E-mailadres", `bram-${anna.email}`);
  await anna.choose("Functie", "penningmeester");
  await loseSession(anna);
  await anna.press("Stuur de uitnodiging");
  await anna.arrives("Inloggen");
  await anna.reads("Log in om verder te gaan. Wat u invulde, is bewaard.");
  await askCode(stage, anna);
  await anna.press("Log in", anna.page.getByRole("main"));
  await anna.sees("Bestuursleden");
  await anna.reads("Uw concept van dit apparaat staat hier weer.");
  expect(await anna.field("Naam").inputValue()).toBe("Bram de Jong");
  expect(await anna.group("Functie").getByLabel("penningmeester").isChecked()).toBe(true);
  await anna.press("Stuur de uitnodiging");
  await anna.reads("De uitnodiging voor Bram de Jong is verstuurd.");
  await stage.letter(`bram-${anna.email}`, "Uitnodiging");
});

test("a session that ends while a proposal saves itself costs no word of it", async ({ stage }) => {
  const { person: anna, path } = await writer(stage, "Anna");
  await loseSession(anna);
  await anna.fill("Titel", "Buurtkeuken");
  await anna.fill("Samenvatting", "Wij koken voor elkaar.");
  await anna.sees("Inloggen");
  await askCode(stage, anna);
  await anna.press("Log in", anna.page.getByRole("main"));
  await anna.sees(/Wat is uw plan\?$/);
  expect(new URL(anna.page.url()).pathname).toBe(path);
  expect(await anna.field("Titel").inputValue()).toBe("Buurtkeuken");
  expect(await anna.field("Samenvatting").inputValue()).toBe("Wij koken voor elkaar.");
});

test("a tab that closes by accident loses nothing, also not the last words", async ({ stage }) => {
  const { person: anna, path } = await writer(stage, "Anna");
  await anna.fill("Titel", "Buurtkeuken");
  await anna.page.getByText(/^Bewaard om/).waitFor();
  await anna.fill("Samenvatting", "De laatste woorden.");
  await anna.closeTab();
  await anna.visit("/mijn", "Mijn Hevel");
  await anna.follow(/Buurtkeuken/);
  // Where one stopped: what is answered needs no second look.
  await anna.sees(/Wat gaat u doen en waarom\?$/);
  await anna.press("Vorige stap");
  await anna.sees(/Wat is uw plan\?$/);
  expect(new URL(anna.page.url()).pathname).toBe(path);
  expect(await anna.field("Titel").inputValue()).toBe("Buurtkeuken");
  expect(await anna.field("Samenvatting").inputValue()).toBe("De laatste woorden.");
});

test("without internet a form says so, keeps what is typed and sends it later", async ({ stage }) => {
  const { person: anna, board } = await chair(stage, "Anna");
  await anna.page.goto(`${stage.origin}${board}/leden`);
  await anna.sees("Bestuursleden");
  anna.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await anna.context.setOffline(true);
  await anna.page.getByText("U heeft geen internet. Wat u invult, bewaren wij op dit apparaat.").waitFor();
  await anna.fill("Naam", "Bram de Jong");
  await anna.fill("E-mailadres", `bram-${anna.email}`);
  await anna.choose("Functie", "penningmeester");
  await anna.press("Stuur de uitnodiging");
  await anna.reads("Het versturen is niet gelukt");
  expect(await anna.field("Naam").inputValue()).toBe("Bram de Jong");
  await anna.look();
  await anna.context.setOffline(false);
  await anna.page.getByText("U heeft weer internet.").waitFor({ state: "attached" });
  await anna.press("Stuur de uitnodiging");
  await anna.reads("De uitnodiging voor Bram de Jong is verstuurd.");
});

test("a proposal written without internet is on the server as soon as there is internet again", async ({ stage }) => {
  const { person: anna, path } = await writer(stage, "Anna");
  anna.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await anna.context.setOffline(true);
  await anna.fill("Titel", "Buurtkeuken");
  await anna.fill("Samenvatting", "Wij koken voor elkaar.");
  await anna.reads("Concept op dit apparaat.");
  await anna.press("Verder");
  await anna.sees(/Wat gaat u doen en waarom\?$/);
  await anna.context.setOffline(false);
  await anna.reads(/^Bewaard om/);
  const phone = await stage.person("Telefoon");
  await phone.context.addCookies(await anna.context.cookies());
  await phone.visit(`${path}?stap=1`, /Wat is uw plan\?$/);
  expect(await phone.field("Titel").inputValue()).toBe("Buurtkeuken");
});
