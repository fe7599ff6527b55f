import { expect } from "vitest";
import type { Person } from "../person.ts";
import { linkIn, oneClickIn, type Stage } from "../stage.ts";
import { enterprise } from "./enterprise.ts";
import { plan } from "./proposal.ts";

/** A picture that nobody took before: what this person has on the screen. */
async function photo(person: Person, name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name, mimeType: "image/jpeg", buffer: await person.page.screenshot({ type: "jpeg" }) };
}

/** The treasurer enters what he spent, photo first; another member of the board confirms it. */
export async function spends(
  stage: Stage,
  { anna, bram }: { anna: Person; bram: Person },
  board: string,
): Promise<void> {
  await bram.visit(board, enterprise.name);
  await bram.follow("Voer een uitgave in");
  await bram.arrives("Voer een uitgave in");
  await bram
    .group("Foto van de bon")
    .getByLabel("Kies een bestand")
    .setInputFiles(await photo(bram, "bon.jpg"));
  await bram.reads("Verstuurd");
  await bram.fill("Bedrag", "1.250,00");
  await bram.fill("Waar kocht u het?", "Keukenhandel De Pan");
  await bram.choose("Is dat een privépersoon?", "Nee, een winkel of bedrijf");
  await bram.select("Soort uitgave", "Apparaten en gereedschap");
  await bram.fill("Waarvoor is het?", "Soeppan van 40 liter");
  await bram.look();
  await bram.press("Voer de uitgave in");
  await bram.arrives("Uitgave van € 1.250");
  await bram.reads("De uitgave is ingevoerd");
  await bram.page.goto(bram.page.url().replace(/\?.*/, ""));
  await bram.reads("U voerde deze uitgave zelf in");
  await stage.letter(anna.email, "Bevestig een uitgave");
  await anna.visit("/mijn", "Mijn Hevel");
  await anna.follow("Bekijk de uitgave");
  await anna.arrives("Uitgave van € 1.250");
  await anna.press("Bevestig € 1.250");
  await anna.reads("De uitgave is bevestigd en staat op de site.");
  await anna.look();
}

/** A promise is kept, and who follows the proposal reads about it with a photo. */
export async function tells(stage: Stage, anna: Person, carla: Person): Promise<void> {
  const mandate = new URL(anna.page.url()).pathname.replace(/\/uitgaven\/.*/, "");
  await anna.visit(mandate, plan.title);
  await anna.follow(`Meld als gehaald ${plan.milestones[0]}`);
  await anna.arrives("Meld een belofte als gehaald");
  await anna.fill("Wat is er gelukt?", "Het fornuis staat en is gekeurd.");
  await anna.publishes("Meld als gehaald");
  await anna.reads("De belofte staat nu als gehaald op de site");
  await anna.follow("Terug naar het mandaat");
  await anna.arrives(plan.title);
  await anna.reads("Het fornuis staat en is gekeurd.");
  await anna.follow("Schrijf nieuws");
  await anna.arrives("Schrijf nieuws");
  await anna.fill("Titel", "De keuken staat!");
  await anna.fill("Wat wilt u vertellen?", "Volgende week koken wij voor het eerst.");
  await anna
    .group("Foto")
    .getByLabel("Kies een bestand")
    .setInputFiles(await photo(anna, "keuken.jpg"));
  await anna.fill("Wat is er op de foto te zien?", "Een fornuis met zes pitten");
  await anna.look();
  await anna.publishes("Plaats het nieuws");
  await anna.reads("Uw nieuws staat op de site");
  await anna.follow("Bekijk het nieuws");
  await anna.arrives(plan.title);
  const letter = await stage.letter(carla.email, "De keuken staat!");
  // One click, as a mail program does it (RFC 8058), and once more by the link for who reads the letter itself.
  const answer = await fetch(oneClickIn(stage, letter), {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  expect(answer.ok).toBe(true);
  await carla.visit(linkIn(letter, "/afmelden"), "Stop met volgen");
  await carla.press("Stop met volgen");
  await carla.arrives("U krijgt hierover geen e-mail meer");
}
