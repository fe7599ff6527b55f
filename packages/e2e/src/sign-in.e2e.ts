import { expect } from "vitest";
import type { Person } from "./person.ts";
import { askCode, signIn, signInStaff, staff } from "./sign-in.ts";
import { codeIn, linkIn, type Stage, test } from "./stage.ts";
import { letExpire } from "./time.ts";

/** Asks for a letter on the sign-in page and resolves with the link and the code in it. */
async function askLetter(stage: Stage, person: Person): Promise<{ link: string; code: string }> {
  await person.page.goto(`${stage.origin}/inloggen`);
  await person.sees("Inloggen");
  await person.fill("Uw e-mailadres", person.email);
  await person.press("Stuur mij een code");
  await person.sees("Kijk in uw mail");
  const letter = await stage.letter(person.email, "Inloggen");
  return { link: linkIn(letter, "/inloggen/bevestigen"), code: codeIn(letter) };
}

async function pressLink(person: Person, link: string): Promise<void> {
  await person.visit(link, "Bevestig dat u wilt inloggen");
  await person.press("Log in", person.page.getByRole("main"));
}

test("a resident signs in with the code of a letter, and out again", async ({ stage }) => {
  const anna = await stage.person("Anna");
  await anna.visit("/", /./);
  await anna.follow("Inloggen");
  await anna.arrives("Inloggen");
  await askCode(stage, anna);
  await anna.look();
  await anna.press("Log in", anna.page.getByRole("main"));
  await anna.arrives("Mijn Hevel");
  await anna.press("Log uit");
  await anna.page.getByRole("link", { name: "Inloggen", exact: true }).waitFor();
  await anna.look();
});

test("the link in a letter signs in once, and is used up after that", async ({ stage }) => {
  const anna = await stage.person("Anna");
  const { link } = await askLetter(stage, anna);
  await pressLink(anna, link);
  await anna.arrives("Mijn Hevel");
  anna.expectComplaint(/status of 400/);
  await pressLink(anna, link);
  await anna.reads("Inloggen met deze link lukt niet");
  await anna.reads("Deze code of link is al gebruikt.");
  await anna.look();
});

test("a program that opens every link in a letter does not use it up", async ({ stage }) => {
  const anna = await stage.person("Anna");
  const scanner = await stage.person("Scanner");
  const { link } = await askLetter(stage, anna);
  for (const method of ["HEAD", "GET"]) expect((await fetch(link, { method })).status).toBe(200);
  await scanner.visit(link, "Bevestig dat u wilt inloggen");
  await pressLink(anna, link);
  await anna.arrives("Mijn Hevel");
});

test("a link pressed on another device asks for the code of the same letter", async ({ stage }) => {
  const anna = await stage.person("Anna");
  const phone = await stage.person("Telefoon");
  const { link, code } = await askLetter(stage, anna);
  phone.expectComplaint(/status of 400/);
  await pressLink(phone, link);
  await phone.reads("De link werkt alleen op het apparaat waar u hem aanvroeg.");
  await phone.look();
  await phone.fill("Code van 6 cijfers", code);
  await phone.press("Log in", phone.page.getByRole("main"));
  await phone.arrives("Mijn Hevel");
});

test("a link of yesterday says that it has expired and how to get another", async ({ stage }) => {
  const anna = await stage.person("Anna");
  const { link } = await askLetter(stage, anna);
  await letExpire(stage.table, link);
  anna.expectComplaint(/status of 400/);
  await pressLink(anna, link);
  await anna.reads("Deze code of link is verlopen. Vraag een nieuwe aan.");
  await anna.look();
  await anna.follow("Vraag een nieuwe code aan");
  await anna.sees(/Inloggen|Kijk in uw mail/);
});

test("half a link says so", async ({ stage }) => {
  const anna = await stage.person("Anna");
  await anna.visit("/inloggen/bevestigen#sgn_half", "Bevestig dat u wilt inloggen");
  await anna.reads("Deze link is niet compleet");
});

test("five wrong codes end a sign-in, also for who has the right one", async ({ stage }) => {
  const anna = await stage.person("Anna");
  const { code } = await askLetter(stage, anna);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  anna.expectComplaint(/status of 400/);
  const tries = async (typed: string, answer: string) => {
    await anna.fill("Code van 6 cijfers", typed);
    await anna.press("Log in", anna.page.getByRole("main"));
    await anna.reads(answer);
    expect(await anna.field("Code van 6 cijfers").inputValue()).toBe(typed);
  };
  for (const left of [4, 3, 2, 1]) await tries(wrong, `Deze code klopt niet. U kunt het nog ${left} keer proberen.`);
  await anna.look();
  await tries(wrong, "U heeft te vaak een verkeerde code getypt.");
  await tries(code, "U heeft te vaak een verkeerde code getypt.");
});

test("an unknown address gets the same page as a known one", async ({ stage }) => {
  const [anna, nobody] = [await stage.person("Anna"), await stage.person("Niemand")];
  await signIn(stage, anna);
  await anna.press("Log uit");
  for (const person of [anna, nobody]) await askLetter(stage, person);
  const words = async (person: Person) =>
    (await person.page.getByRole("main").ariaSnapshot()).replaceAll(person.email, "het adres");
  expect(await words(nobody)).toBe(await words(anna));
});

test("an employee whose groups give no role is sent back with who can help", async ({ stage }) => {
  const ilse = await signInStaff(stage, "admin");
  await ilse.visit("/werk/beheer", "Rollen");
  await ilse.press("Haal hevel-wijkteams weg");
  await ilse.press("Bewaar de rollen");
  await ilse.reads("De rollen zijn bewaard.");
  await ilse.look();
  const marieke = await stage.person(staff.professional);
  await marieke.visit("/inloggen", "Inloggen");
  await marieke.follow("Log in met werkaccount");
  await marieke.press(new RegExp(`^${staff.professional}`));
  await marieke.sees("Inloggen");
  await marieke.reads(/rol/);
  await marieke.look();
});
