import type { Deps } from "../ports.ts";
import { type PotView, viewPot } from "./view.ts";

/** Every pot with its money, oldest first. Public. */
export async function listPots(deps: Deps): Promise<readonly PotView[]> {
  const pots = await deps.store.listAll("pots", {});
  return Promise.all(pots.map((pot) => viewPot(deps, pot)));
}
