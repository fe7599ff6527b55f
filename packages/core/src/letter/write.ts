import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { type Letter, type LetterKind, type LetterPayload, letterPayloads } from "./letter.ts";

/** The content of a letter without what every letter carries. */
export type LetterContent<K extends LetterKind> = Omit<LetterPayload<K>, "municipality" | "contact">;

/** A letter as it is when nobody has tried to send it. */
export function composeLetter<K extends LetterKind>(
  deps: Deps,
  kind: K,
  to: string,
  content: LetterContent<K>,
  { id, createdAt }: Pick<Letter, "id" | "createdAt">,
): Letter {
  const { name: municipality, contact } = deps.municipality;
  const payload = letterPayloads[kind].parse({ municipality, contact, ...content });
  return { id, kind, to, payload, createdAt, status: "waiting", attempts: 0 };
}

/**
 * A letter as one change of a commit: it leaves when, and only when, that commit is written.
 * @throws ZodError when the content does not fit the letter: a mistake of ours, never of the person.
 */
export function writeLetter<K extends LetterKind>(deps: Deps, kind: K, to: string, content: LetterContent<K>): Change {
  const is = { id: deps.ids.next("ltr"), createdAt: deps.clock.now().toISOString() };
  return { put: "letter", record: composeLetter(deps, kind, to, content, is) };
}
