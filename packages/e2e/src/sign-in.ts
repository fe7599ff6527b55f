import type { Person } from "./person.ts";
import { codeIn, type Stage } from "./stage.ts";

/** Employees of the demo municipality, as the page of the identity provider names them. */
export const staff = {
  officer: "Noor de Wit",
  council: "Bram Hoekstra",
  finance: "Fatima Yildiz",
  payer: "Emre Aydin",
  clerk: "Sjoerd Postma",
  professional: "Marieke Visser",
  auditor: "Ruben Jansen",
  admin: "Ilse Bakker",
} as const;

/** Somebody who signs in with the code of the letter, from the sign-in page to their own page. */
export async function signIn(stage: Stage, person: Person): Promise<void> {
  await person.page.goto(`${stage.origin}/inloggen`);
  await person.sees("Inloggen");
  await askCode(stage, person);
  await person.press("Log in", person.page.getByRole("main"));
  await person.sees("Mijn Hevel");
}

/** Asks for a letter on the sign-in page and fills in its code, without pressing the button. */
export async function askCode(stage: Stage, person: Person): Promise<void> {
  await person.fill("Uw e-mailadres", person.email);
  await person.press("Stuur mij een code");
  await person.sees("Kijk in uw mail");
  await person.fill("Code van 6 cijfers", codeIn(await stage.letter(person.email, "Inloggen")));
}

/** An employee who signs in at the identity provider of the municipality and comes back at work. */
export async function signInStaff(stage: Stage, role: keyof typeof staff): Promise<Person> {
  const person = await stage.person(staff[role]);
  await person.page.goto(`${stage.origin}/inloggen`);
  await person.sees("Inloggen");
  await person.follow("Log in met werkaccount");
  await person.press(new RegExp(`^${staff[role]}`));
  await person.sees("Werklijst");
  return person;
}
