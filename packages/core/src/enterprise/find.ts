import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Enterprise } from "./enterprise.ts";

/** The enterprise as it is now. @throws DomainError `not-found`. */
export async function findEnterprise(deps: Deps, id: EnterpriseId): Promise<Enterprise> {
  const enterprise = await deps.store.get("enterprise", { id });
  if (enterprise === undefined) throw new DomainError("not-found", "There is no such enterprise here.");
  return enterprise;
}
