import { createContext, useContext } from "solid-js";

/** Tells a page whether a person came to it inside the site, or opened the site with it. */
export interface Arrival {
  /** Called once by each page as it mounts; false for the very first. */
  readonly isNavigation: () => boolean;
}

/** Counts the pages: the browser itself says the title of the first one and puts focus at its start. */
export function makeArrival(): Arrival {
  let pages = 0;
  return {
    isNavigation: () => {
      pages += 1;
      return pages > 1;
    },
  };
}

export const ArrivalContext = createContext<Arrival>({ isNavigation: () => false });

export const useArrival = (): Arrival => useContext(ArrivalContext);
