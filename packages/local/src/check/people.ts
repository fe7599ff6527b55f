import { Deviation, expectSame, type Step } from "./walk.ts";
import type { World } from "./world.ts";

/** The residents of the loop. */
export const anna = { who: "chair", email: "anna.postma@bewoner.example", name: "Anna Postma" };
export const bram = { who: "treasurer", email: "bram.dejong@bewoner.example", name: "Bram de Jong" };
export const carla = { who: "resident", email: "carla.bos@bewoner.example", name: "Carla Bos" };

/** A link in a letter that goes to this path of the site; its secret is in the fragment. */
export function linkIn(text: string, origin: string, path: string): string[] {
  const link = new RegExp(`${origin}${path}#(\\S+)`).exec(text)?.[1];
  if (link === undefined) throw new Deviation(`The letter has no link to ${path}: ${text.slice(0, 400)}`);
  return link.split(".");
}

/** Signs a resident in by the letter, with the code or with the link. */
export async function signIn(world: World, person: { who: string; email: string }, by: "code" | "link"): Promise<void> {
  const { signInId } = await world.ask<{ signInId: string }>(person.who, "POST", "/sign-in-requests", {
    json: { email: person.email },
    expect: 202,
  });
  const { text } = await world.letter(person.email, "Inloggen");
  const code = /\b(\d{6})\b/.exec(text)?.[1];
  const [id, secret] = linkIn(text, world.origin, "/inloggen/bevestigen");
  expectSame(id, signInId, "sign-in in the link");
  const proof = by === "code" ? { signInId, code } : { signInId, secret };
  await world.ask(person.who, "POST", "/sessions", { json: proof, expect: 201 });
  // Single use: the same proof opens nothing a second time.
  await world.ask("stranger", "POST", "/sessions", { json: proof, expect: 400, code: "code-wrong" });
}

/** Signs an employee in at the identity provider, as a browser does. */
async function signInStaff(world: World, who: string, account: string): Promise<void> {
  const browser = world.browserOf(who);
  const choice = await browser.open(`${world.origin}/v1/staff-sign-in?returnTo=/werk`);
  const back = await browser.open(choice.url, { account });
  if (!back.url.startsWith(`${world.origin}/werk`)) throw new Deviation(`${who} came back at ${back.url}`);
  const session = await world.ask<{ kind: string; roles: string[] }>(who, "GET", "/session");
  expectSame(session.kind, "staff", "kind of session");
}

const staff = {
  officer: "noor",
  council: "bram",
  finance: "fatima",
  payer: "emre",
  clerk: "sjoerd",
  professional: "marieke",
  auditor: "ruben",
  admin: "ilse",
} as const;

/** Everybody at city hall comes to work. */
export const staffArrives: readonly Step<World>[] = Object.entries(staff).map(([who, account]) => ({
  who,
  does: "signs in at the identity provider",
  async run(world) {
    await signInStaff(world, who, account);
    const { roles } = await world.ask<{ roles: string[] }>(who, "GET", "/session");
    const role = who === "payer" ? "finance" : who;
    if (!roles.includes(role)) throw new Deviation(`${account} has the roles ${roles.join(", ")}, not ${role}`);
    return roles.join(", ");
  },
}));
