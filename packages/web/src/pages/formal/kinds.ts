import type { api } from "../../reading/api.ts";

type Sent = Parameters<(typeof api)["formal-messages"]["$post"]>[0]["json"];
export type FormalKind = Sent["kind"];
export type FormalSubject = NonNullable<Sent["subject"]>;

/** The kinds as an address of the site has them, the most asked for first. */
const kinds: readonly (readonly [slug: string, kind: FormalKind])[] = [
  ["bezwaar", "objection"],
  ["ingebrekestelling", "default-notice"],
  ["klacht", "complaint"],
  ["anders", "other"],
];

/** What a message can be about, as an address of the site has it. */
const abouts: Readonly<Record<string, FormalSubject["about"]>> = {
  besluit: "decision",
  einde: "ending",
  verborgen: "hidden",
  voorstel: "proposal",
  onderneming: "enterprise",
};

export const formalKinds: readonly FormalKind[] = kinds.map(([, kind]) => kind);

/** How an address says a kind. */
export const slugOf = (kind: FormalKind): string => kinds.find(([, of]) => of === kind)?.[0] ?? "anders";

/** The kind an address asks for; undefined for what is none. */
export const kindIn = (slug: string): FormalKind | undefined => kinds.find(([of]) => of === slug)?.[1];

/** What an address says the message is about; undefined where it says nothing, or nothing there is. */
export function subjectIn(about: string | undefined, id: string | undefined): FormalSubject | undefined {
  const kind = about === undefined || !Object.hasOwn(abouts, about) ? undefined : abouts[about];
  return kind === undefined || id === undefined ? undefined : { about: kind, id };
}
