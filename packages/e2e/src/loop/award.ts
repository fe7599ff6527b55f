import type { Person } from "../person.ts";
import { signInStaff } from "../sign-in.ts";
import type { Stage } from "../stage.ts";
import { enterprise } from "./enterprise.ts";
import { inDays, inWords, plan, today } from "./proposal.ts";
import { goesOn, isWith } from "./standing.ts";

/** Money, as people type it and as the site writes it. */
export const pot = "Wijkbudget 2026";

/** Finance makes a pot and prepares its filling after a decision of the council; the college confirms it. */
export async function fillPot(stage: Stage): Promise<{ fatima: Person; emre: Person; council: Person }> {
  const fatima = await signInStaff(stage, "finance");
  await fatima.visit("/werk/geld", "Geld");
  await fatima.press("Maak een pot");
  await fatima.fill("Naam", pot);
  await fatima.fill("Programma", "Sterke wijken");
  await fatima.fill("Jaar", today.slice(0, 4));
  await fatima.look();
  await fatima.press("Maak de pot");
  await fatima.reads(`De pot ${pot} is gemaakt en nog leeg.`);
  await fatima.press(`Vul deze pot ${pot}`);
  await fatima.fill("Hoeveel geeft de raad?", "50.000");
  await fatima.fill("Kenmerk van het raadsbesluit", "Raad 2026-11");
  await fatima.fillDate("Datum van het raadsbesluit", today);
  await fatima.press("Leg € 50.000 klaar voor de pot");
  await fatima.reads(`€ 50.000 ligt klaar voor de pot ${pot}.`);
  const council = await signInStaff(stage, "council");
  await council.visit("/werk/geld", "Geld");
  await council.follow(pot, council.page.getByRole("table", { name: "Boekingen die een collega bevestigt" }));
  await council.arrives(`€ 50.000 in de pot ${pot}`);
  await council.reads("Fatima Yildiz");
  await council.press("Boek € 50.000");
  await council.reads("€ 50.000 is geboekt.");
  await council.look();
  return { fatima, emre: await signInStaff(stage, "payer"), council };
}

/** The officer prepares a decision, and reads that somebody of the council must take it. */
export async function preparesDecision(noor: Person): Promise<void> {
  await noor.choose("Wat wordt het besluit?", "Voor een deel toekennen");
  await noor.field("Bedrag").first().fill("7.000");
  await noor.choose("Uit welke pot?", new RegExp(`^${pot}`));
  await noor.choose("In welke vorm geeft u het geld?", "Subsidie");
  await noor.fillDate("Eerste dag", today);
  await noor.fillDate("Laatste dag", inDays(300));
  await noor.fill("Bedrag", "4.000", noor.group("Deel 1"));
  await noor.fillDate("Betalen op", today, noor.group("Deel 1"));
  await noor.press("Nog een deel");
  await noor.fill("Bedrag", "3.000", noor.group("Deel 2"));
  await noor.fillDate("Betalen op", inDays(90), noor.group("Deel 2"));
  await noor.reads("Samen € 7.000. Dat klopt.");
  await noor.fill("Voorwaarden", "De keuken wordt gekeurd voor de eerste maaltijd.");
  await noor.fill("Kenmerk", "2026-0412");
  await noor.fill("Op welke regel rust dit?", "artikel 4 van de Verordening overhevelen Voorbeeldstad");
  await noor.fill("Waarom neemt de gemeente dit besluit?", "Het plan brengt ouderen bij elkaar.");
  await noor.look();
  await noor.publishes("Leg het besluit voor aan het college");
  await noor.reads("Het besluit ligt klaar.");
  await isWith(noor, "het college");
  await noor.reads("Alleen iemand met de rol college kan dit besluit nemen.");
  await noor.look();
}

/** The council takes it; the whole board gets the letter, with how to object. */
export async function takesDecision(stage: Stage, council: Person, bram: Person): Promise<void> {
  await council.visit("/werk", "Werklijst");
  await council.follow(plan.title, council.page.getByRole("main"));
  await council.arrives(plan.title);
  await council.reads("Noor de Wit");
  await council.press("Ken € 7.000 toe");
  await council.reads("Het besluit is genomen.");
  await goesOn(council, `Loopt tot en met ${inWords(inDays(300))}`);
  await council.look();
  const { text } = await stage.letter(bram.email, "Besluit over");
  if (!/\/formeel\/bezwaar\/besluit\/prp_/.test(text)) throw new Error("The letter does not say where to object.");
  if (!text.includes("Of stuur een brief naar:")) throw new Error("The letter does not say how to object on paper.");
}

/** Finance proposes the first instalment, the council approves it, a third person pays: nobody does two parts. */
export async function transfers(
  stage: Stage,
  { fatima, emre, council, anna }: { fatima: Person; emre: Person; council: Person; anna: Person },
): Promise<string> {
  await fatima.visit("/werk", "Werklijst");
  await fatima.follow(plan.title, fatima.page.getByRole("main"));
  await fatima.arrives(plan.title);
  const mandate = new URL(fatima.page.url()).pathname;
  await fatima.choose("Welk deel?", "Deel 1: € 4.000");
  await fatima.press("Stel € 4.000 voor");
  await fatima.reads("U stelde een betaling van € 4.000 voor.");
  await fatima.follow("Bekijk de betaling");
  await fatima.arrives(`€ 4.000 voor ${enterprise.name}`);
  await fatima.reads("Alleen iemand met de rol college geeft akkoord.");
  await stage.letter("bram@voorbeeldstad.example", "Wacht op uw akkoord");
  await council.visit("/werk/geld", "Geld");
  await council.follow(plan.title, council.page.getByRole("table", { name: "Wachten op een tweede persoon" }));
  await council.arrives(`€ 4.000 voor ${enterprise.name}`);
  await council.reads("Fatima Yildiz");
  await council.press("Geef akkoord voor € 4.000");
  await council.reads("U gaf akkoord voor € 4.000.");
  await council.reads("Alleen iemand met de rol financiën legt een betaling vast.");
  await council.look();
  await fatima.page.reload();
  await fatima.sees(`€ 4.000 voor ${enterprise.name}`);
  await fatima.reads("U stelde deze betaling voor of gaf zelf akkoord.");
  await emre.visit(new URL(fatima.page.url()).pathname, `€ 4.000 voor ${enterprise.name}`);
  await emre.fillDate("Betaald op", today);
  await emre.fill("Kenmerk van de bank", "HEVEL 2026-0412 deel 1");
  await emre.press("Leg vast: € 4.000 betaald");
  await emre.reads("€ 4.000 is betaald.");
  await emre.look();
  await stage.letter(anna.email, "Betaald");
  return mandate;
}
