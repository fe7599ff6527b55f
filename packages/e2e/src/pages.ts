import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { paths } from "../../web/src/site/paths.ts";

/** Things in the demo story that have a page, by the name the routes give to their place in an address. */
export interface Places {
  readonly code: string;
  readonly enterpriseId: string;
  readonly proposalId: string;
  readonly draftId: string;
  readonly mandateId: string;
  readonly milestoneId: string;
  readonly expenseId: string;
  readonly transferId: string;
  readonly orderId: string;
  readonly journalId: string;
  readonly messageId: string;
  readonly updateId: string;
}

/** Who a page is for. */
export type Audience = "everybody" | "board" | "staff";

const routes = readFileSync(join(import.meta.dirname, "../../web/src/routes.tsx"), "utf8");

/** Every address the site has a page for, as it stands in its routes, with `:name` where something is filled in. */
export const patterns: readonly string[] = [...routes.matchAll(/path: (?:paths\.(\w+)\(\)|"([^"]+)")/g)].map(
  ([, name, pattern]) => {
    if (pattern !== undefined) return pattern;
    const make = paths[name as keyof typeof paths] as () => string;
    return make();
  },
);

/** Which of the pages this is one of. */
export function audienceOf(pattern: string): Audience {
  if (pattern.startsWith("/werk")) return "staff";
  return /\/bestuur|\/mijn|\/aanmelden|\/aangemeld|\/nieuw|\/bewerken|\/ontvangen|\/intrekken|\/versies|\/bericht$/.test(
    pattern,
  )
    ? "board"
    : "everybody";
}

/** The address of a pattern, with the places of the story filled in. */
export function addressOf(pattern: string, places: Places): string {
  const named: Record<string, string> = {
    ...places,
    id: pattern.startsWith("/geld")
      ? places.journalId
      : pattern.startsWith("/ondernemingen")
        ? places.enterpriseId
        : places.proposalId,
    kind: "proposal",
    part: "x",
    formalKind: "bezwaar",
    about: "besluit",
    subjectId: places.proposalId,
    proposalId: pattern.endsWith("/bewerken") ? places.draftId : places.proposalId,
  };
  return pattern
    .replace(/:(\w+)/g, (_, name: string) => {
      expect(named, `what :${name} stands for in ${pattern}`).toHaveProperty(name);
      return named[name] ?? "";
    })
    .replace("*", "bestaat-niet");
}
