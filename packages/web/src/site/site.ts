import { createContext, useContext } from "solid-js";
import { type Answer, api } from "../reading/api.ts";
import { words } from "../words/nl.ts";

const readMunicipality = () => api.municipality.$get();
const readSession = () => api.session.$get();

/** Whose site this is: its name without the word "gemeente", whom to call, its districts. */
export type Municipality = Answer<Awaited<ReturnType<typeof readMunicipality>>>;

type Session = Answer<Awaited<ReturnType<typeof readSession>>>;

/** Who is signed in: a resident with the boards and seats they have, or staff with their roles. */
export type Viewer = Exclude<Session, { kind: "visitor" }>;

/** Whose site this is and who is looking. Until the API has answered both are undefined and `isKnown` is false. */
export interface Site {
  readonly municipality: Municipality | undefined;
  readonly viewer: Viewer | undefined;
  /** False where the API says that this municipality has not begun here yet. */
  readonly isSetUp: boolean;
  /** The API said who is looking; before that a page waits rather than telling somebody to sign in. */
  readonly isKnown: boolean;
  /** Reads again who is looking: after signing in, after a change of one's name or boards. */
  readonly readAgain: () => Promise<void>;
  /** Ends the session and forgets what was typed on this device. */
  readonly signOut: () => Promise<void>;
}

const nowhere: Site = {
  municipality: undefined,
  viewer: undefined,
  isSetUp: true,
  isKnown: false,
  readAgain: async () => {},
  signOut: async () => {},
};

export const SiteContext = createContext<() => Site>(() => nowhere);

/** The site around this component; call the result to read it reactively. */
export const useSite = (): (() => Site) => useContext(SiteContext);

/** The name of a district; its code where the municipality does not know it (yet). */
export const districtName = (site: Site, code: string): string =>
  site.municipality?.districts.find((district) => district.code === code)?.name ?? code;

/** What a resident is called on the site: the name they gave, else their address. */
export const viewerName = (viewer: Viewer): string =>
  viewer.kind === "staff" ? viewer.name : (viewer.name ?? viewer.email);

/** Whether the viewer sits on the board of an enterprise. */
export function useBoards(): (enterpriseId: string) => boolean {
  const site = useSite();
  return (enterpriseId) => {
    const { viewer } = site();
    return viewer?.kind === "resident" && viewer.boards.some((board) => board.enterpriseId === enterpriseId);
  };
}

/** Where a plan is for: districts, or all of the municipality. */
export type Districts = "all" | readonly string[];

/** Where something is for, in words: "Noord, Oost en Zuid", or "De hele gemeente". */
export function districtNames(site: Site, districts: Districts): string {
  if (districts === "all") return words.everywhere;
  const names = districts.map((code) => districtName(site, code));
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" en ");
}
