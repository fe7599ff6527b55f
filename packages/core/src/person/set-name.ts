import * as z from "zod";
import { assertResident } from "../actor.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { Name } from "../name/name.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";

/** Input of saying what one is called. */
export const MyName = z.strictObject({ name: Name(limits.nameLengthMax) }).meta({ id: "MyName" });
export type MyName = z.infer<typeof MyName>;

/** Sets one's own name, as it is filled in for the next board; names on boards stay as they were given there. */
export async function setMyName(deps: Deps, actor: Actor, input: z.input<typeof MyName>): Promise<MyName> {
  assertResident(actor);
  const { name } = parse(MyName, input);
  await untilFresh(async () => {
    const person = await deps.store.get("person", { id: actor.personId });
    if (person === undefined) throw new DomainError("unauthenticated", "Sign in again.");
    await deps.store.commit([next("person", person, { name })]);
  });
  return { name };
}
