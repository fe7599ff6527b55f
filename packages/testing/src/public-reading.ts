import { createApp, policy } from "@hevel/api";
import type { Deps } from "@hevel/core";

interface Reading {
  readonly path: string;
  readonly text: string;
}

/** What is asked of our own OpenAPI document. */
type Document = { readonly paths: Record<string, { get?: { operationId: keyof typeof policy } }> };

const origin = "http://hevel.example";
const ofId = /\b(?:[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}|WK\d{6})\b/g;
const prefixOf: Readonly<Record<string, string>> = {
  districtCode: "WK",
  enterpriseId: "ent_",
  fileId: "fil_",
  journalId: "jrn_",
  mandateId: "man_",
  proposalId: "prp_",
  updateId: "upd_",
};

/**
 * For tests: everything a visitor can read in a municipality: each public route, for every object that another public
 * answer names, and for every id that is `known` from elsewhere. Photos are left out; they are no text.
 */
export async function readInPublic(deps: Deps, ids: Iterable<string> = []): Promise<readonly Reading[]> {
  const app = createApp({
    version: "0.0.0",
    originOf: () => origin,
    municipalityOf: () => deps.municipality.code,
    depsFor: async () => deps,
    staffIdentityOf: () => undefined,
    log: () => {},
  });
  const get = (path: string) => app.request(`${origin}/v1${path}`);
  // Our own document, of the app just made: its shape is tested beside it.
  const paths = publicPaths((await (await get("/openapi.json")).json()) as Document);
  const read = new Map<string, string>();
  const known = new Set<string>(ids);
  for (let before = -1; before < read.size; ) {
    before = read.size;
    for (const path of paths.flatMap((path) => filledIn(path, known)).filter((path) => !read.has(path))) {
      const response = await get(path);
      const text = response.status === 200 ? await response.text() : "";
      read.set(path, text);
      for (const [id] of text.matchAll(ofId)) known.add(id);
    }
  }
  return [...read].filter(([, text]) => text !== "").map(([path, text]) => ({ path, text }));
}

function publicPaths({ paths }: Document): readonly string[] {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const parties: readonly string[] = get === undefined ? [] : policy[get.operationId];
    return parties.includes("everyone") && get?.operationId !== "getPhoto" ? [path] : [];
  });
}

/** A path for every known object of its kind; itself when it names none. */
function filledIn(path: string, known: ReadonlySet<string>): readonly string[] {
  if (path.includes("{about}")) return subjects(path, known);
  const [placeholder, name = ""] = /\{(\w+)\}/.exec(path) ?? [];
  if (placeholder === undefined) return [path];
  const prefix = prefixOf[name];
  if (prefix === undefined) throw new Error(`No kind of object is known for ${placeholder} in ${path}.`);
  return [...known]
    .filter((id) => id.startsWith(prefix))
    .flatMap((id) => filledIn(path.replace(placeholder, id), known));
}

/** What a formal message can be about, by the kind of object it names; what is hidden has the id of what it hangs on. */
const aboutOf = { decision: "prp_", ending: "man_", proposal: "prp_", enterprise: "ent_", hidden: "" } as const;

const subjects = (path: string, known: ReadonlySet<string>): readonly string[] =>
  Object.entries(aboutOf).flatMap(([about, prefix]) =>
    [...known]
      .filter((id) => id.startsWith(prefix) && !id.startsWith("WK"))
      .map((id) => path.replace("{about}", about).replace("{subjectId}", id)),
  );
