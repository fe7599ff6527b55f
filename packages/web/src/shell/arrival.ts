import { createContext, useContext } from "solid-js";

/** How a person came to the present page: by opening it, or by following a link inside the site. */
export interface Arrival {
  readonly byNavigation: () => boolean;
}

export const ArrivalContext = createContext<Arrival>({ byNavigation: () => false });

export const useArrival = (): Arrival => useContext(ArrivalContext);
