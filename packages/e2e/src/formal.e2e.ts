import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { signInStaff } from "./sign-in.ts";
import { linkIn, test } from "./stage.ts";

const words = "Ik vind dat de gemeente het geld niet goed heeft verdeeld.";
/** The smallest picture there is. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a resident objects to a decision, keeps the proof, adds to it, and gets an answer from another officer", async ({
  stage,
}) => {
  const karin = await stage.person("Karin");
  const { items } = (await (await karin.context.request.get(`${stage.origin}/v1/proposals`)).json()) as {
    items: { id: string; title: string; status: string }[];
  };
  const rejected = items.find(({ status }) => status === "rejected");
  if (rejected === undefined) throw new Error("The story has a proposal that was rejected.");

  // As the button of the letter does, and the page of the decision.
  await karin.page.goto(`${stage.origin}/voorstellen/${rejected.id}#besluit`);
  await karin.sees(rejected.title);
  await karin.follow(/^(Maak bezwaar op deze site|Toch bezwaar maken)$/);
  await karin.arrives("Maak bezwaar");
  await karin.reads(rejected.title);
  await karin.press("Verstuur het bezwaar");
  await karin.reads("Schrijf waarom u het er niet mee eens bent.");
  await karin.look();
  await karin.fill("Waarom bent u het er niet mee eens?", words);
  await karin.page
    .locator('input[type="file"]:not([capture])')
    .setInputFiles({ name: "foto van de straat.png", mimeType: "image/png", buffer: picture });
  await karin.reads("Bestanden die meegaan");
  await karin.fill("Uw naam", "Karin Smit");
  await karin.fill("Uw adres", "Dorpsstraat 1\n0000 AA Voorbeeldstad");
  await karin.fill("Uw e-mailadres", karin.email);
  await karin.look();
  await karin.page.getByRole("button", { name: "Verstuur het bezwaar" }).focus();
  await karin.page.keyboard.press("Enter");
  await karin.reads("Wij hebben uw bericht ontvangen");
  await expect.poll(() => karin.focused()).toBe("h2: Wij hebben uw bericht ontvangen");
  await karin.look();

  // What is kept is what was received, to the byte.
  const download = karin.page.waitForEvent("download");
  await karin.press("Bewaar uw bericht");
  const kept = await readFile(await (await download).path());
  const receipt = await stage.letter(karin.email, "Ontvangen: uw bezwaar");
  expect(receipt.text).toContain(createHash("sha256").update(kept).digest("hex"));
  expect(kept.toString("utf8")).toContain(words);
  expect(receipt.text).not.toContain(words);

  await karin.page.goto(linkIn(receipt, "/bericht"));
  await karin.sees("Uw bericht aan de gemeente");
  await karin.reads(rejected.title);
  await karin.look();
  await karin.fill("Uw aanvulling", "Ik hoorde dit pas vorige week.");
  await karin.press("Verstuur de aanvulling");
  await karin.reads("Wij hebben uw aanvulling ontvangen");
  await stage.letter(karin.email, "aanvulling op uw bezwaar");

  // Who prepared the decision cannot answer; a colleague takes it.
  const noor = await signInStaff(stage, "officer");
  await noor.visit("/werk/berichten", "Formele berichten");
  await noor.look();
  await noor.follow(/^FB-/, noor.page.getByRole("row").filter({ hasText: rejected.title }));
  await noor.arrives(/^Bezwaar FB-/);
  await noor.reads(words);
  await noor.reads("Ik hoorde dit pas vorige week.");
  await noor.look();
  await noor.press("Neem in behandeling");
  await noor.reads("U bent begonnen. De afzender hoort dat u dit doet.");
  await noor.page.getByRole("button", { name: "Geef terug" }).waitFor();
  await stage.letter(karin.email, "In behandeling");
  await noor.choose("Wat is de uitkomst?", /^Ongegrond/);
  await noor.fill("De reden", "De verdeling past bij de regels van de raad.");
  await noor.publishes("Verstuur het antwoord", "Antwoord op uw bezwaar");
  await noor.reads("Het antwoord is verstuurd.");
  await noor.look();

  const answer = await stage.letter(karin.email, "Antwoord op uw bezwaar");
  expect(answer.text).toContain("De verdeling past bij de regels van de raad.");
  expect(answer.text).toContain("rechtbank");
  // The same address as before, still open in her browser.
  expect(linkIn(answer, "/bericht")).toBe(karin.page.url());
  await karin.page.reload();
  await karin.reads("De gemeente gaf antwoord");
  expect(await karin.page.getByRole("button", { name: "Trek het bericht in" }).count()).toBe(0);
  await karin.look();
});

test("somebody complains from the contact page, and takes it back by the link", async ({ stage }) => {
  const omar = await stage.person("Omar");
  await omar.visit("/contact", "Contact");
  await omar.follow("Schrijf de gemeente");
  await omar.arrives("Bezwaar, klacht of ander bericht");
  await omar.look();
  await omar.follow("Dien een klacht in");
  await omar.arrives("Dien een klacht in");
  await omar.fill("Waar gaat uw klacht over?", "Het gesprek van maandag");
  await omar.fill("Wat ging er niet goed?", "Niemand luisterde.");
  await omar.fill("Uw naam", "Omar Haddad");
  await omar.fill("Uw adres", "Dorpsstraat 2, 0000 AA Voorbeeldstad");
  await omar.fill("Uw e-mailadres", omar.email);
  await omar.press("Verstuur de klacht");
  await omar.reads("Wij hebben uw bericht ontvangen");
  await omar.page.goto(linkIn(await stage.letter(omar.email, "Ontvangen: uw klacht"), "/bericht"));
  await omar.sees("Uw bericht aan de gemeente");
  await omar.press("Trek het bericht in");
  await expect.poll(() => omar.focused()).toBe("p: Weet u zeker dat u uw klacht intrekt?");
  await omar.look();
  await omar.press("Nee, laat het staan");
  await expect.poll(() => omar.focused()).toBe("button: Trek het bericht in");
  await omar.press("Trek het bericht in");
  await omar.press("Ja, trek het in");
  await omar.reads("Uw bericht is ingetrokken");
  await expect.poll(() => omar.focused()).toBe("h2: Uw bericht is ingetrokken");
  await omar.look();
  await stage.letter(omar.email, "Ingetrokken: uw klacht");
});
