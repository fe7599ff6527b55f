import * as z from "zod";
import { assertBoard } from "../actor.ts";
import { next } from "../change.ts";
import type { EnterpriseId } from "../ids.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { line } from "../text.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { assertRevision } from "./edit-profile.ts";
import { Iban } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { rechecked } from "./recheck.ts";

/** Input of setting the bank account: the IBAN and in whose name it is, as the bank has it. */
export const BankAccount = z
  .strictObject({ iban: Iban, holder: line(limits.nameLengthMax), revision: z.int("required").min(0) })
  .meta({ id: "BankAccount" });

/**
 * Sets the bank account that money is paid to. Only the treasurer; after verification it is checked again before money
 * moves. @throws DomainError `invalid` when the check digits are wrong; `stale`.
 */
export async function setIban(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof BankAccount> & { readonly enterpriseId: EnterpriseId },
): Promise<BoardView> {
  const { enterpriseId, ...account } = input;
  const enterprise = await findEnterprise(deps, enterpriseId);
  assertBoard(actor, enterprise, "treasurer");
  const { iban, holder, revision } = parse(BankAccount, account);
  assertRevision(enterprise, revision);
  const isSame = enterprise.iban === iban && enterprise.ibanHolder === holder;
  if (isSame) return viewBoard(deps, actor, enterprise);
  const changed = { iban, ibanHolder: holder, ...rechecked(enterprise, ["iban"]) };
  await deps.store.commit([next("enterprise", enterprise, changed)]);
  return viewBoard(deps, actor, await findEnterprise(deps, enterpriseId));
}
