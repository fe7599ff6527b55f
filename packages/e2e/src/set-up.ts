import { enterprise, registers } from "./loop/enterprise.ts";
import type { Person } from "./person.ts";
import { signIn } from "./sign-in.ts";
import type { Stage } from "./stage.ts";

let count = 0;

/** A chair who is signed in and has just registered an enterprise of her own. Another test looks at the pages on the way. */
export async function chair(
  stage: Stage,
  name: string,
  called: string = enterprise.name,
): Promise<{ person: Person; enterprise: string; board: string }> {
  const person = await stage.person(name);
  person.hurry();
  count += 1;
  const own = `${called} ${process.pid}-${count}`;
  await signIn(stage, person);
  await person.page.goto(`${stage.origin}/ondernemingen/aanmelden`);
  await person.sees(/Wie bent u samen\?$/);
  await registers(person, name, { name: own });
  const board = new URL(person.page.url()).pathname.replace("/aangemeld", "/bestuur");
  person.takeTime();
  return { person, enterprise: own, board };
}

/** A chair who has just begun a proposal and is on its first screen. */
export async function writer(stage: Stage, name: string): Promise<{ person: Person; path: string }> {
  const { person } = await chair(stage, name);
  await person.page.goto(`${stage.origin}/voorstellen/nieuw`);
  await person.sees("Maak een voorstel");
  await person.press("Begin met het voorstel");
  await person.sees(/Wat is uw plan\?$/);
  return { person, path: new URL(person.page.url()).pathname };
}
