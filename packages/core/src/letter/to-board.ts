import { boardOf, type Enterprise } from "../enterprise/enterprise.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { LetterKind } from "./letter.ts";
import { type LetterContent, writeLetter } from "./write.ts";

/** The same letter to every confirmed member of a board, once per address. */
export function writeToBoard<K extends LetterKind>(
  deps: Deps,
  kind: K,
  enterprise: Enterprise,
  content: LetterContent<K>,
): readonly Change[] {
  const addresses = new Set(boardOf(enterprise).map(({ email }) => email));
  return [...addresses].map((to) => writeLetter(deps, kind, to, content));
}
