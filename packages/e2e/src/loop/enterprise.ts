import type { Person } from "../person.ts";
import { askCode, signInStaff } from "../sign-in.ts";
import { linkIn, type Stage } from "../stage.ts";

/** An enterprise as it is typed in, step by step. */
export const enterprise = {
  name: "Coöperatie Samen aan Tafel",
  story: "Wij koken met en voor de buurt. Iedereen kan aanschuiven.",
  district: "Binnenstad",
  legalForm: "Coöperatie",
  kvkNumber: "12345678",
  askUs: "Kunnen wij bij u eten?",
  iban: "NL91 ABNA 0417 1643 00",
} as const;

/** A visitor with a plan: finds out that it takes an enterprise, signs in, and comes back where she was going. */
export async function comesWithAPlan(stage: Stage, anna: Person): Promise<void> {
  await anna.visit("/", /Echt geld voor plannen/);
  await anna.follow("Ik heb een plan");
  await anna.arrives("Zo doet u mee");
  await anna.follow("Maak een voorstel");
  await anna.arrives("Maak een voorstel");
  await anna.follow("Log in", anna.page.getByRole("main"));
  await anna.arrives("Inloggen");
  await anna.reads("Log in om verder te gaan.");
  await askCode(stage, anna);
  await anna.press("Log in", anna.page.getByRole("main"));
  await anna.arrives("Maak een voorstel");
  await anna.follow("Meld een onderneming aan");
  await anna.arrives(/Wie bent u samen\?$/);
}

/** Registers the enterprise, one subject per screen, with this person as its chair. */
export async function registers(anna: Person, name: string, wanted: { name: string }): Promise<void> {
  await anna.fill("Naam van de onderneming", wanted.name);
  await anna.fill("Uw verhaal", enterprise.story);
  await anna.press("Verder");
  await anna.arrives(/In welke wijken bent u actief\?$/);
  await anna.choose("Wijken", enterprise.district);
  await anna.press("Verder");
  await anna.arrives(/Welke rechtsvorm heeft u\?$/);
  await anna.choose("Rechtsvorm", enterprise.legalForm);
  await anna.fill("KvK-nummer", enterprise.kvkNumber);
  await anna.press("Verder");
  await anna.arrives(/Wat kunnen buren u vragen\?$/);
  await anna.fill("Vraag 1", enterprise.askUs);
  await anna.press("Verder");
  await anna.arrives(/Waar bent u te bereiken\?$/);
  await anna.press("Verder");
  await anna.arrives(/Heeft u een foto\?$/);
  await anna.press("Verder");
  await anna.arrives(/Wat doet u in het bestuur\?$/);
  await anna.fill("Uw naam", name);
  await anna.choose("Uw functie", "voorzitter");
  await anna.choose("Mag uw naam op de openbare pagina staan?", "Ja, toon mijn naam");
  await anna.press("Verder");
  await anna.arrives(/Klopt alles\?$/);
  await anna.reads(wanted.name);
  await anna.press("Meld de onderneming aan");
  await anna.arrives("Uw onderneming is aangemeld");
}

/** The chair invites a treasurer, who accepts with the link of the letter; that signs him in too. */
export async function invitesAndAccepts(stage: Stage, anna: Person, bram: Person): Promise<void> {
  await anna.follow("Nodig bestuursleden uit");
  await anna.arrives("Bestuursleden");
  await anna.fill("Naam", "Bram de Jong");
  await anna.fill("E-mailadres", bram.email);
  await anna.choose("Functie", "penningmeester");
  await anna.press("Stuur de uitnodiging");
  await anna.reads("De uitnodiging voor Bram de Jong is verstuurd.");
  await anna.look();
  await bram.visit(linkIn(await stage.letter(bram.email, "Uitnodiging"), "/uitnodiging"), /Samen aan Tafel/);
  await bram.fill("Uw naam", "Bram de Jong");
  await bram.choose("Mag uw naam op de openbare pagina staan?", "Nee, toon alleen mijn functie");
  await bram.press("Ja, ik ga in het bestuur");
  await bram.arrives(enterprise.name);
}

/** The treasurer enters the bank account, after a typing mistake. */
export async function entersAccount(bram: Person): Promise<void> {
  await bram.follow("Rekening", bram.page.getByRole("navigation", { name: "Pagina's van het bestuur" }));
  await bram.arrives("Rekening");
  await bram.fill("Rekeningnummer (IBAN)", enterprise.iban.replace(/0$/, "1"));
  await bram.fill("Op naam van", enterprise.name);
  await bram.press("Vraag om bevestiging");
  await bram.reads("Dit rekeningnummer klopt niet. Kijk het na op uw bankpas.");
  await bram.look();
  await bram.fill("Rekeningnummer (IBAN)", enterprise.iban);
  await bram.press("Vraag om bevestiging");
  await bram.reads("Een ander bestuurslid bevestigt deze rekening");
  await bram.look();
}

/** Another member of the board opens the letter, looks at the account and confirms it. */
export async function confirmsAccount(stage: Stage, anna: Person): Promise<void> {
  const { text } = await stage.letter(anna.email, "Bevestig de rekening");
  const link = /https?:\/\/\S+\/bestuur\/rekening/.exec(text)?.[0];
  await anna.visit(link ?? "", "Rekening");
  await anna.reads("NL91 ABNA 0417 1643 00");
  await anna.press("Ja, bevestig deze rekening");
  await anna.reads("De rekening is bevestigd");
  await anna.look();
}

/** An officer finds the enterprise on the work list and verifies it; the board gets a letter. */
export async function isVerified(stage: Stage, anna: Person, name: string): Promise<Person> {
  const noor = await signInStaff(stage, "officer");
  await noor.look();
  await noor.follow(name, noor.page.getByRole("main"));
  await noor.arrives(name);
  await noor.choose("Klopt het wat de onderneming opgaf?", /^Ja, het klopt/);
  await noor.press("Keur de onderneming goed");
  await noor.reads(`${name} is gecontroleerd.`);
  await noor.look();
  await stage.letter(anna.email, "goedgekeurd");
  return noor;
}
