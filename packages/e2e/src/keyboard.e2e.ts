import { expect } from "vitest";
import { enterprise } from "./loop/enterprise.ts";
import type { Person } from "./person.ts";
import { signIn } from "./sign-in.ts";
import { codeIn, test } from "./stage.ts";

/** What has focus: its name as a screen reader says it, and whether a person sees that it has focus. */
interface Stop {
  readonly name: string;
  readonly isMarked: boolean;
  readonly isInSight: boolean;
}

/** The ring may be drawn around the control, or around the card or option it stands in. */
const readStop = `(() => {
  const focused = document.activeElement;
  if (focused === document.body) return undefined;
  const styles = [focused, ...[".option", ".card", ".file__act", ".error-summary"].map((each) => focused.closest(each))]
    .filter(Boolean).map((each) => getComputedStyle(each));
  const isMarked = styles.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  const { top, bottom, left, right, width, height } = focused.getBoundingClientRect();
  const isInSight = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const label = (focused.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const name = label.trim() || focused.getAttribute("aria-label") || (focused.labels?.[0] ?? focused).textContent;
  return { name: name.replace(/\\s+/g, " ").trim(), isMarked, isInSight };
})()`;

/** Presses Tab until this has focus, and sees at every stop where focus is. */
async function tabTo(person: Person, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await person.page.keyboard.press(key);
    let stop: Stop | undefined;
    // Where reduced motion makes every change a very short transition, a mark arrives a frame later.
    await expect
      .poll(
        async () => {
          stop = await person.page.evaluate<Stop | undefined>(readStop);
          return stop ?? { isMarked: true, isInSight: true };
        },
        { message: `focus after ${passed.join(", ")} at ${person.page.url()}` },
      )
      .toMatchObject({ isMarked: true, isInSight: true });
    // Past the last stop focus is in the browser's own bars, and comes back at the first.
    if (stop === undefined) continue;
    if (typeof name === "string" ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name);
  }
  throw new Error(`Tab does not reach ${name}; it passes ${passed.join(" | ")}`);
}

/** Types in the field with this label, coming to it with Tab. */
async function type(person: Person, label: string, text: string): Promise<void> {
  await tabTo(person, label);
  await person.page.keyboard.type(text);
}

/** Presses Enter on the button or link with this name. */
async function enter(person: Person, name: string | RegExp): Promise<void> {
  await tabTo(person, name);
  await person.page.keyboard.press("Enter");
}

test("the skip link is the first stop and leads past the menu to the page", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  await visitor.visit("/", /./);
  await tabTo(visitor, "Ga naar de inhoud");
  await visitor.page.keyboard.press("Enter");
  expect(await visitor.page.evaluate("document.activeElement.id")).toBe("inhoud");
  await visitor.page.keyboard.press("Tab");
  expect(await visitor.page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
});

test("the menu of a phone opens, is walked and closes with the keyboard", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  await visitor.visit("/hoe-het-werkt", /./);
  await visitor.page.setViewportSize({ width: 360, height: 740 });
  await enter(visitor, "Menu");
  const menu = visitor.page.getByRole("button", { name: "Menu" });
  expect(await menu.getAttribute("aria-expanded")).toBe("true");
  await enter(visitor, "Voorstellen");
  await visitor.sees("Voorstellen");
  expect(await menu.getAttribute("aria-expanded")).toBe("false");
  expect(await visitor.focused()).toBe("h1: Voorstellen");
});

test("a resident signs in and registers an enterprise without touching a mouse", async ({ stage }) => {
  const anna = await stage.person("Anna");
  await anna.visit("/", /./);
  await enter(anna, "Inloggen");
  await anna.sees("Inloggen");
  await type(anna, "Uw e-mailadres", anna.email);
  await anna.page.keyboard.press("Enter");
  await anna.sees("Kijk in uw mail");
  await type(anna, "Code van 6 cijfers", codeIn(await stage.letter(anna.email, "Inloggen")));
  await anna.page.keyboard.press("Enter");
  await anna.sees("Mijn Hevel");
  await enter(anna, "Meld een onderneming aan");
  await anna.sees(/Wie bent u samen\?$/);
  // An empty form: the summary has focus, its first link leads to the field.
  await enter(anna, "Verder");
  await expect.poll(() => anna.focused()).toMatch(/^h2: Er klopt nog iets niet/);
  await enter(anna, "Vul de naam van de onderneming in.");
  await anna.page.keyboard.type(`Toetsenbord ${process.pid}`);
  await type(anna, "Uw verhaal", enterprise.story);
  await enter(anna, "Verder");
  await anna.sees(/In welke wijken bent u actief\?$/);
  await tabTo(anna, enterprise.district);
  await anna.page.keyboard.press("Space");
  await enter(anna, "Verder");
  await anna.sees(/Welke rechtsvorm heeft u\?$/);
  await tabTo(anna, "Bewonersgroep zonder rechtsvorm");
  await anna.page.keyboard.press("Space");
  await enter(anna, "Verder");
  await anna.sees(/Wat kunnen buren u vragen\?$/);
  await enter(anna, "Verder");
  await anna.sees(/Waar bent u te bereiken\?$/);
  await enter(anna, "Verder");
  await anna.sees(/Heeft u een foto\?$/);
  await tabTo(anna, /^Kies een bestand/);
  await enter(anna, "Verder");
  await anna.sees(/Wat doet u in het bestuur\?$/);
  await type(anna, "Uw naam", "Anna Postma");
  await tabTo(anna, "voorzitter");
  await anna.page.keyboard.press("Space");
  await anna.page.keyboard.press("ArrowDown");
  await tabTo(anna, "Ja, toon mijn naam");
  await anna.page.keyboard.press("Space");
  await enter(anna, "Verder");
  await anna.sees(/Klopt alles\?$/);
  await anna.reads("penningmeester");
  await enter(anna, "Wijzig Wat doet u in het bestuur?");
  await anna.sees(/Wat doet u in het bestuur\?$/);
  await enter(anna, "Vorige stap");
  await anna.sees(/Heeft u een foto\?$/);
  await anna.page.goBack();
  await anna.sees(/Wat doet u in het bestuur\?$/);
  await anna.page.goForward();
  await anna.sees(/Heeft u een foto\?$/);
  for (const heading of [/Wat doet u in het bestuur\?$/, /Klopt alles\?$/]) {
    await enter(anna, "Verder");
    await anna.sees(heading);
  }
  await enter(anna, "Meld de onderneming aan");
  await anna.arrives("Uw onderneming is aangemeld");
});

test("focus can leave every control of a form, forwards and back", async ({ stage }) => {
  const anna = await stage.person("Anna");
  await signIn(stage, anna);
  await anna.page.goto(`${stage.origin}/ondernemingen/aanmelden`);
  await anna.sees(/Wie bent u samen\?$/);
  await tabTo(anna, "Contact");
  await tabTo(anna, "Ga naar de inhoud", "Shift+Tab");
});
