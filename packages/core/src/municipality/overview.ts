import type { Enterprise } from "../enterprise/enterprise.ts";
import type { EnterpriseId, MandateId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { readVessel } from "../mandate/read-vessel.ts";
import type { Vessel } from "../mandate/vessel.ts";
import type { Deps } from "../ports.ts";
import { isPublic, publicIdentity } from "../visibility/visibility.ts";

/** What pages that show many things share: two lists of the municipality, read at once, instead of a read per card. */
export interface Overview {
  /** Those that are public, in order of name. */
  readonly enterprises: readonly Enterprise[];
  readonly mandates: readonly Mandate[];
  readonly isPublic: (id: EnterpriseId) => boolean;
  /** What a public enterprise is called in public; empty for any other. */
  readonly nameOf: (id: EnterpriseId) => string;
  readonly mandateOf: (id: MandateId | undefined) => Mandate | undefined;
  /** Reads the vessel of a mandate that is shown. */
  readonly vesselOf: (mandate: Mandate) => Promise<Vessel>;
}

/** Reads the lists of a municipality. Eventually consistent: for showing, never for deciding. */
export async function readOverview(deps: Deps): Promise<Overview> {
  const { store } = deps;
  const [listed, mandates] = await Promise.all([
    store.listAll("enterprises-public", {}),
    store.listAll("mandates", {}),
  ]);
  const enterprises = listed.filter(isPublic);
  const names = new Map(enterprises.map((enterprise) => [enterprise.id, publicIdentity(enterprise).name]));
  const byId = new Map(mandates.map((mandate) => [mandate.id, mandate]));
  return {
    enterprises,
    mandates,
    isPublic: (id) => names.has(id),
    nameOf: (id) => names.get(id) ?? "",
    mandateOf: (id) => (id === undefined ? undefined : byId.get(id)),
    vesselOf: (mandate) => readVessel(deps, mandate),
  };
}
