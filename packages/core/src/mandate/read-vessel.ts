import { readLevel } from "../ledger/read-levels.ts";
import type { Deps } from "../ports.ts";
import type { Mandate } from "./mandate.ts";
import { type Vessel, vesselOf } from "./vessel.ts";

/** How far the money of a mandate came: one read by key, so a list reads those it shows. */
export async function readVessel(deps: Deps, { id: mandateId }: Pick<Mandate, "id">): Promise<Vessel> {
  return vesselOf(await readLevel(deps, { mandateId }));
}
