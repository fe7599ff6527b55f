import * as z from "zod";
import { assertRole } from "../actor.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Person } from "./person.ts";

/** Whether somebody at city hall gets a letter in the morning about what waits. */
export const MorningSetting = z.strictObject({ isOn: z.boolean("required") }).meta({ id: "MorningSetting" });
export type MorningSetting = z.infer<typeof MorningSetting>;

const viewOf = ({ hasNoMorningLetter }: Person): MorningSetting => ({ isOn: hasNoMorningLetter !== true });

/** @throws DomainError `unauthenticated`, `forbidden` for who has no tasks. */
export async function getMorningSetting(deps: Deps, actor: Actor): Promise<MorningSetting> {
  return viewOf(await me(deps, actor));
}

/**
 * Switches one's own morning letter on or off, from the next morning on. Letters about what cannot wait stay.
 * @throws DomainError `invalid`, `unauthenticated`, `forbidden`.
 */
export async function setMorningSetting(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof MorningSetting>,
): Promise<MorningSetting> {
  const { isOn } = parse(MorningSetting, input);
  await untilFresh(async () => {
    const person = await me(deps, actor);
    await deps.store.commit([next("person", person, { hasNoMorningLetter: isOn ? undefined : true })]);
  });
  return { isOn };
}

async function me(deps: Deps, actor: Actor): Promise<Person> {
  assertRole(actor, "officer", "council", "finance");
  const person = await deps.store.get("person", { id: actor.personId });
  if (person === undefined) throw new DomainError("forbidden", "This employee is not known here.");
  return person;
}
