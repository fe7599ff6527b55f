import { confirmIban, type Deps, proposeIban } from "@hevel/core";
import { storeEnterprise } from "./records.ts";

/** An enterprise whose treasurer proposed another bank account, confirmed by its chair or not yet. */
export async function proposedIban(deps: Deps, isConfirmed: boolean): Promise<Deps> {
  const { enterprise, treasurer, chair } = await storeEnterprise(deps);
  const { id: enterpriseId, revision } = enterprise;
  const account = { iban: "NL57HEVL0123456789", holder: "De Schuur", revision };
  const asked = await proposeIban(deps, treasurer, { enterpriseId, ...account });
  if (isConfirmed) await confirmIban(deps, chair, { enterpriseId, revision: asked.revision });
  return deps;
}
