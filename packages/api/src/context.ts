import type { Actor, Deps, Resumed, Session } from "@hevel/core";
import type { Portal } from "./portal.ts";

/** What middleware has found out before a handler runs. */
export interface Env {
  Variables: {
    portal: Portal;
    deps: Deps;
    actor: Actor;
    session: Session | undefined;
    /** Who came back with a session, and what that rests on. */
    resumed: Resumed | undefined;
    /** Origin of this municipality's site. */
    origin: string;
    requestId: string;
    /** Salted prefix of the caller's address is made from this; never logged. */
    clientAddress: string;
  };
}
