import type { Municipality } from "../municipality/municipality.ts";
import { authorityIn } from "./authority.ts";
import { looksLikeMunicipality } from "./municipality-name.ts";

/** Whose name a name looks like: the municipality's own, or an authority that people know. */
export type PosesAs = { readonly like: "municipality" } | { readonly like: "authority"; readonly authority: string };

/**
 * THE rule of names that stand in letters of the municipality: of enterprises, of who sits on a board, of who asks something.
 * The municipality is known by its name and by that of its office, which stands at the foot of every letter.
 */
export function posesAs(
  { name: municipality, contact }: Pick<Municipality, "name" | "contact">,
  name: string,
): PosesAs | undefined {
  if (looksLikeMunicipality(name, municipality) || looksLikeMunicipality(name, contact.name))
    return { like: "municipality" };
  const authority = authorityIn(name);
  return authority === undefined ? undefined : { like: "authority", authority };
}
