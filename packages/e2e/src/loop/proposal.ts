import { addDays, dateIn } from "@hevel/core";
import { expect } from "vitest";
import type { Person } from "../person.ts";
import { linkIn, type Stage } from "../stage.ts";
import { isWith } from "./standing.ts";

export const today: string = dateIn(new Date());
export const inDays = (days: number): string => addDays(today, days);

/** A date as the site writes it. */
export const inWords = (date: string): string =>
  new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** What the board wants. It costs 10.000 euros, of which it brings 1.000 itself. */
export const plan = {
  title: "Soep op zondag",
  summary: "Elke zondag koken bewoners voor elkaar in de oude school.",
  milestones: ["Keuken klaar", "Eerste maaltijd"],
} as const;

/** Writes the proposal, one subject per screen; it saves itself, and a closed tab loses nothing. */
export async function writes(anna: Person): Promise<void> {
  await anna.fill("Titel", plan.title);
  await anna.fill("Samenvatting", plan.summary);
  await anna.reads(/^Bewaard om/);
  await anna.press("Verder");
  await anna.arrives(/Wat gaat u doen en waarom\?$/);
  await anna.fill("Wat gaat u doen?", "Wij koken elke week voor 40 mensen. Wie wil, kookt mee.");
  await anna.fill("Waarom is dit nodig?", "Veel ouderen eten alleen. Samen eten helpt.");
  await anna.press("Verder");
  await anna.arrives(/Voor wie is het\?$/);
  await anna.fill("Voor wie?", "Bewoners van de wijk, vooral ouderen");
  await anna.choose("In welke wijken?", "Binnenstad");
  await anna.choose("Thema's", "Leefbaarheid", "Welzijn");
  await anna.press("Verder");
  await writesMilestones(anna);
  await writesMoney(anna);
  await anna.press("Voeg een partner toe");
  await anna.fill("Naam van de partner", "Basisschool De Vuurtoren");
  await anna.select("Uit welke hoek?", "Onderwijs");
  await anna.fill("Wat doet deze partner?", "De school geeft ons de ruimte.");
  await anna.press("Verder");
  await anna.arrives(/Klopt alles\?$/);
}

async function writesMilestones(anna: Person): Promise<void> {
  await anna.arrives(/Wat is wanneer klaar\?$/);
  const [first, second] = [1, 2].map((number) => anna.group(`Belofte ${number}`));
  await anna.fill("Wat is er dan klaar?", plan.milestones[0], first);
  await anna.fillDate("Wanneer?", inDays(30), first);
  await anna.press("Voeg een belofte toe");
  await anna.fill("Wat is er dan klaar?", plan.milestones[1], second);
  await anna.fillDate("Wanneer?", inDays(60), second);
  await anna.look();
  await anna.press("Verder");
}

async function writesMoney(anna: Person): Promise<void> {
  await anna.arrives(/Wat kost het\?$/);
  const [stove, plates] = [1, 2].map((number) => anna.group(`Kostenpost ${number}`));
  await anna.fill("Waarvoor?", "Fornuis en afzuiging", stove);
  await anna.select("Soort", "Apparaten en gereedschap", stove);
  await anna.fill("Bedrag", "7.500", stove);
  await anna.press("Voeg een kostenpost toe");
  await anna.fill("Waarvoor?", "Borden en pannen", plates);
  await anna.select("Soort", "Materiaal", plates);
  await anna.fill("Bedrag", "2.500,-", plates);
  await anna.fill("Wat brengt u zelf in?", "1000");
  await anna.fill("Waar komt uw eigen bijdrage vandaan?", "Opbrengst van de rommelmarkt");
  await anna.reads("€ 9.000");
  await anna.look();
  await anna.press("Verder");
  await anna.arrives(/Wie doet er mee\?$/);
}

/** Sends it in; the whole board gets a receipt with a copy. Resolves with the path of the proposal, for life. */
export async function sendsIn(stage: Stage, anna: Person, bram: Person): Promise<string> {
  await anna.press("Stuur voorstel in");
  await anna.arrives("Wij hebben uw voorstel ontvangen");
  for (const { email } of [anna, bram]) {
    const { text } = await stage.letter(email, "Ontvangen");
    expect(text).toContain("Fornuis en afzuiging");
  }
  return new URL(anna.page.url()).pathname.replace("/ontvangen", "");
}

/** Somebody without an account follows it, by confirming an address. */
export async function follows(stage: Stage, carla: Person, path: string): Promise<void> {
  await carla.visit(path, plan.title);
  await carla.fill("Uw e-mailadres", carla.email);
  await carla.press("Volg");
  await carla.reads("Kijk in uw e-mail");
  await carla.look();
  await carla.visit(linkIn(await stage.letter(carla.email, "Bevestig"), "/volgen/bevestigen"), "Bevestig dat u volgt");
  await carla.press("Ja, ik wil dit volgen");
  await carla.arrives(`U volgt nu ${plan.title}`);
}

/** The page of a proposal that may be changed asks for its draft first, and hears that it was sent in. */
const noDraftAnyMore = /status of 409 .*\/draft\)$/;

/** Changes it while nobody at city hall has begun. */
export async function edits(anna: Person): Promise<void> {
  anna.expectComplaint(noDraftAnyMore);
  // Back, after sending in: said plainly, and not a form that looks as if nothing was sent.
  await anna.page.goBack();
  await anna.arrives("U heeft dit al ingestuurd");
  await anna.look();
  await anna.follow("Verander het voorstel");
  await anna.arrives(/Wat is uw plan\?$/);
  await anna.fill("Samenvatting", `${plan.summary} Iedereen is welkom.`);
  await passesSteps(anna, /Wat verandert u\?$/);
  await anna.fill("Wat heeft u veranderd?", "Wij schreven erbij dat iedereen welkom is.");
  await anna.press("Verder");
  await anna.arrives(/Klopt alles\?$/);
  await anna.press("Stuur de nieuwe versie in");
  await anna.arrives("Wij hebben de nieuwe versie ontvangen");
}

/** Goes on from screen to screen until the one with this title; every one of them was looked over while writing. */
async function passesSteps(anna: Person, until: RegExp): Promise<void> {
  for (const step of [
    /waarom\?$/,
    /Voor wie is het\?$/,
    /wanneer klaar\?$/,
    /Wat kost het\?$/,
    /Wie doet er mee\?$/,
    until,
  ]) {
    await anna.press("Verder");
    await anna.sees(step);
  }
}

/** The officer begins, misses something and asks; the clock stops. The treasurer answers. */
export async function isCompleted(
  stage: Stage,
  { noor, anna, bram }: { noor: Person; anna: Person; bram: Person },
): Promise<void> {
  await noor.visit("/werk", "Werklijst");
  await noor.follow(plan.title, noor.page.getByRole("main"));
  await noor.arrives(plan.title);
  await noor.press("Begin met de behandeling");
  await noor.reads("De behandeling is begonnen.");
  await isWith(noor, "de behandelaar bij de gemeente");
  await noor.choose("Wat wilt u doen?", /^Vraag om aanvulling/);
  await noor.fill("Wat mist u?", "Heeft de school toestemming gegeven?");
  await noor.look();
  await noor.publishes("Stuur de vraag");
  await noor.reads("De vraag is verstuurd.");
  await noor.reads(/De klok staat stil/);
  await isWith(noor, "het bestuur van de onderneming");
  await noor.look();
  await stage.letter(anna.email, "Vraag over uw voorstel");
  await bram.visit("/mijn", "Mijn Hevel");
  bram.expectComplaint(noDraftAnyMore);
  await bram.follow(/^Beantwoord de vraag/);
  await bram.arrives(/Wat is uw antwoord\?$/);
  await bram.reads("Heeft de school toestemming gegeven?");
  await bram.fill("Uw antwoord", "Ja, de school doet mee.");
  await bram.look();
  await bram.press("Stuur het antwoord in");
  await bram.arrives("Wij hebben uw antwoord ontvangen");
}

/** The officer gives advice with a reason that everybody can read. */
export async function isAdvised(noor: Person): Promise<void> {
  await noor.page.reload();
  await noor.sees(plan.title);
  await noor.choose("Wat wilt u doen?", /^Geef advies/);
  await noor.choose("Wat is uw advies?", "Voor een deel toekennen");
  await noor.fill("Wat kost het volgens u?", "8.000");
  await noor.fill("Waarom adviseert u dit?", "Het plan past bij de wijk. Het fornuis kan goedkoper.");
  await noor.publishes("Geef advies");
  await noor.reads("Uw advies staat online.");
  await isWith(noor, "de behandelaar bij de gemeente");
  await noor.look();
}
