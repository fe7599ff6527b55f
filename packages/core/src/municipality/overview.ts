import type { Enterprise } from "../enterprise/enterprise.ts";
import type { EnterpriseId, MandateId } from "../ids.ts";
import type { Account } from "../ledger/account.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { type Vessel, vesselsOf } from "../mandate/vessel.ts";
import type { Deps } from "../ports.ts";

/** What pages that show many things share: three lists of the municipality, read at once, instead of a read per card. */
export interface Overview {
  readonly enterprises: readonly Enterprise[];
  readonly mandates: readonly Mandate[];
  readonly accounts: readonly Account[];
  readonly nameOf: (id: EnterpriseId) => string;
  readonly mandateOf: (id: MandateId | undefined) => Mandate | undefined;
  readonly vesselOf: (mandate: Mandate) => Vessel;
}

/** Reads the lists of a municipality. Eventually consistent: for showing, never for deciding. */
export async function readOverview({ store }: Deps): Promise<Overview> {
  const [enterprises, mandates, accounts] = await Promise.all([
    store.listAll("enterprises", {}),
    store.listAll("mandates", {}),
    store.listAll("accounts", {}),
  ]);
  const names = new Map(enterprises.map(({ id, profile }) => [id, profile.name]));
  const byId = new Map(mandates.map((mandate) => [mandate.id, mandate]));
  return {
    enterprises,
    mandates,
    accounts,
    // A list may lag a moment behind a record that points into it.
    nameOf: (id) => names.get(id) ?? "",
    mandateOf: (id) => (id === undefined ? undefined : byId.get(id)),
    vesselOf: vesselsOf(accounts),
  };
}
