import type { Deps } from "../ports.ts";
import { type PotView, viewPot } from "./view.ts";

/** Every pot with its money, oldest first. Public. */
export async function listPots(deps: Deps): Promise<readonly PotView[]> {
  const [pots, accounts] = await Promise.all([deps.store.listAll("pots", {}), deps.store.listAll("accounts", {})]);
  return pots.map((pot) => viewPot(pot, accounts));
}
