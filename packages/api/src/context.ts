import type { Actor, Deps, Session } from "@hevel/core";
import type { Portal } from "./portal.ts";

/** What middleware has found out before a handler runs. */
export interface Env {
  Variables: {
    portal: Portal;
    deps: Deps;
    actor: Actor;
    session: Session | undefined;
    /** Origin of this municipality's site. */
    origin: string;
    requestId: string;
    /** Salted prefix of the caller's address is made from this; never logged. */
    clientAddress: string;
  };
}
