import { confirmIban, type Deps, proposeIban, removeMember } from "@hevel/core";
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

/** A checked enterprise with a chair and a treasurer, who left. */
export async function treasurerLeft(deps: Deps): Promise<Deps> {
  const { enterprise, treasurer } = await storeEnterprise(deps);
  const seat = enterprise.members.find(({ role }) => role === "treasurer");
  if (seat !== undefined) await removeMember(deps, treasurer, { enterpriseId: enterprise.id, memberId: seat.id });
  return deps;
}
