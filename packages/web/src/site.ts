import { createContext, useContext } from "solid-js";

/** Whose site this is and who is looking. Filled once the API has answered; until then both are undefined. */
export interface Site {
  /** Name of the municipality without the word "gemeente": `Voorbeeldstad`. */
  readonly municipality: string | undefined;
  /** The person signed in; `isStaff` shows the way to the work list. */
  readonly viewer: { readonly name: string; readonly isStaff: boolean } | undefined;
}

export const SiteContext = createContext<() => Site>(() => ({ municipality: undefined, viewer: undefined }));

/** The site around this component; call the result to read it reactively. */
export const useSite = (): (() => Site) => useContext(SiteContext);
