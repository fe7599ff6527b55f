import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Person } from "../person.ts";
import { linkIn, type Stage } from "../stage.ts";
import { pot } from "./award.ts";
import { enterprise } from "./enterprise.ts";
import { plan, today } from "./proposal.ts";
import { isWith } from "./standing.ts";

/** The enterprise, a resident and the officer say how it went. */
export async function isEvaluated(
  stage: Stage,
  { noor, anna, carla }: { noor: Person; anna: Person; carla: Person },
  { mandate, path }: { mandate: string; path: string },
): Promise<void> {
  await noor.visit(mandate, plan.title);
  await noor.press("Vraag om de evaluatie");
  await noor.reads("De evaluatie is gevraagd.");
  await isWith(noor, "het bestuur van de onderneming");
  await noor.look();
  await stage.letter(anna.email, "Vertel hoe het ging");
  await anna.visit("/mijn", "Mijn Hevel");
  await anna.follow("Schrijf de evaluatie");
  await anna.arrives("Evaluatie");
  const second = anna.group("Is het gelukt?", anna.group(plan.milestones[1]));
  await second.getByLabel("Voor een deel").check();
  await anna.fill("Wilt u er iets bij vertellen?", "Een maand later begonnen.", anna.group(plan.milestones[1]));
  await anna.fill("Hoeveel mensen deden mee of hadden er iets aan?", "120");
  await anna.fill("Hoeveel uur werkten vrijwilligers?", "340");
  await anna.fill("Wat heeft u geleerd?", "Begin met een kleine groep.");
  await anna.publishes("Stuur de evaluatie in", "340 uur vrijwillig werk");
  await anna.reads("De evaluatie is ingestuurd");
  await anna.look();
  await carla.visit(path, plan.title);
  await carla.follow("Geef uw mening");
  await carla.arrives("Wat vindt u ervan?");
  await carla.choose("Welk cijfer geeft u?", "9");
  await carla.fill("Vertel in een zin waarom", "Lekker en gezellig.");
  await carla.fill("Uw e-mailadres", carla.email);
  await carla.publishes("Verstuur mijn mening", "Lekker en gezellig.");
  await carla.reads("Kijk in uw mail");
  const link = linkIn(await stage.letter(carla.email, "Bevestig uw mening"), "/evaluatie/bevestigen");
  await carla.visit(link, "Bevestig uw mening");
  await carla.press("Bevestig mijn mening");
  await carla.reads("Dank u wel, uw mening telt mee");
  await carla.look();
}

/** The officer prepares the end, the college takes it, and all voices are public; two of finance record what was paid back, and the mandate closes. */
export async function closes(
  stage: Stage,
  {
    noor,
    council,
    fatima,
    emre,
    anna,
    bram,
  }: { noor: Person; council: Person; fatima: Person; emre: Person; anna: Person; bram: Person },
  mandate: string,
): Promise<void> {
  await noor.visit(mandate, plan.title);
  await noor.fill("Hoe is het gegaan?", "De keuken draait.");
  await noor.fill("Wat raadt u aan voor later?", "Volgend jaar weer.");
  await noor.publishes("Bewaar uw oordeel", "Volgend jaar weer.");
  await noor.reads("Uw oordeel is bewaard.");
  await noor.fill("Kenmerk van het besluit", "2026-0413");
  await noor.fill("Waarom?", "De keuken draait. Elke uitgave heeft een bon.");
  await noor.fill("Kenmerk van de terugvordering", "2026-0414");
  await noor.fill("Waarom vraagt u het geld terug?", "Dit bedrag is over.");
  const toPrepare = noor.page.getByRole("heading", { name: "Bereid het besluit over het einde voor" });
  await noor.publishes("Leg het besluit voor", "Uiterlijk terugbetalen", noor.page.locator(".act", { has: toPrepare }));
  await noor.reads("Het besluit over het einde is voorbereid.");
  await isWith(noor, "het college");
  await noor.look();
  await council.visit(mandate, plan.title);
  await council.publishes("Neem dit besluit", "Volgend jaar weer.");
  await council.reads("De evaluatie staat online.");
  await isWith(council, "het bestuur van de onderneming");
  await council.look();
  await stage.letter(bram.email, "Besluit over het einde");
  await anna.visit("/mijn", "Mijn Hevel");
  await anna.follow("Bekijk wat u terugbetaalt");
  await anna.reads("2026-0414");
  await anna.look();
  await fatima.visit(mandate, plan.title);
  await fatima.fill("Hoeveel kwam er terug?", "2.750");
  await fatima.fillDate("Ontvangen op", today);
  await fatima.fill("Kenmerk van de bank", "RETOUR 2026-0412");
  await fatima.press("Leg de terugbetaling vast");
  await fatima.reads(`€ 2.750 ligt klaar voor de pot ${pot}.`);
  await fatima.follow("Bekijk de boeking");
  await fatima.arrives(/^€ 2.750 terug van/);
  await fatima.reads("U heeft deze boeking zelf voorbereid.");
  await fatima.look();
  await emre.visit(new URL(fatima.page.url()).pathname, /^€ 2.750 terug van/);
  await emre.press("Boek € 2.750");
  await emre.reads("€ 2.750 is geboekt.");
  await stage.letter(anna.email, "Afgerond");
}

/** Everybody can see what came of it, to the cent, and nobody reads a name that was not to be read. */
export async function isPublic(visitor: Person, people: readonly Person[], path: string): Promise<void> {
  await visitor.visit(path, plan.title);
  for (const words of [
    "Afgerond",
    "De keuken staat!",
    "Begin met een kleine groep.",
    "Lekker en gezellig.",
    "De keuken draait.",
  ])
    await visitor.reads(words);
  await visitor.page.getByRole("img", { name: "Een fornuis met zes pitten" }).waitFor();
  const shown = await visitor.page.content();
  for (const secret of ["Bram de Jong", "NL91", ...people.map(({ email }) => email)])
    expect(shown).not.toContain(secret);
  await visitor.follow(enterprise.name, visitor.page.getByRole("main"));
  await visitor.arrives(enterprise.name);
  await visitor.visit("/wijken", "Wijken");
  // In the list beside the map, whose drawing has its own link.
  await visitor.follow(/^Binnenstad(?!,)/, visitor.page.getByRole("main"));
  await visitor.arrives("Binnenstad");
  await visitor.reads(enterprise.name);
}

/** The money page: the flow, one line with its whole way, all lines as a file, and the proof that it adds up. */
export async function isAccountedFor(visitor: Person): Promise<void> {
  await visitor.visit("/geld", "Waar is het geld?");
  const [download] = await Promise.all([
    visitor.page.waitForEvent("download"),
    visitor.follow("Download om na te rekenen (CSV)"),
  ]);
  const csv = readFileSync(await download.path(), "utf8");
  for (const kind of ["APPROPRIATION", "COMMIT", "ADVANCE", "SPEND", "RELEASE", "REFUND"]) expect(csv).toContain(kind);
  await visitor.follow(/Soeppan/, visitor.page.getByRole("main"));
  await visitor.arrives(/^Uitgegeven.*€ 1\.250$/);
  await visitor.reads("Vingerafdruk van de bon (SHA-256)");
  await visitor.follow("Terug naar al het geld");
  await visitor.arrives("Waar is het geld?");
  await visitor.follow("Controleer zelf", visitor.page.getByRole("main"));
  await visitor.arrives("Controleer zelf");
  await visitor.reads("Alles klopt");
  await visitor.press("Reken alles na");
  await visitor.reads("Uw apparaat vindt hetzelfde");
  await visitor.look();
}
