import type * as z from "zod";
import { assertRole } from "../actor.ts";
import { dateIn } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { Pot } from "../ledger/account.ts";
import { accountIds, emptyAccount } from "../ledger/open.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { type PotView, viewPot } from "./view.ts";

/** Input of making a pot. Without a district it is for the whole municipality. */
export const PotDraft = Pot.pick({ name: true, programme: true, year: true, district: true });
export type PotDraft = z.infer<typeof PotDraft>;

/**
 * Makes an empty pot with its account; the council fills it. For finance.
 * @throws DomainError `forbidden`, `invalid` (also a district that is not here).
 */
export async function createPot(deps: Deps, actor: Actor, input: PotDraft): Promise<PotView> {
  assertRole(actor, "finance");
  const draft = parse(PotDraft, input);
  const isHere =
    draft.district === undefined || deps.municipality.districts.some(({ code }) => code === draft.district);
  if (!isHere)
    throw new DomainError("invalid", "This district is not in the municipality.", {
      fields: [{ path: "district", code: "choice" }],
    });
  const now = deps.clock.now();
  const id = deps.ids.next("pot");
  const pot: Pot = { id, ...draft, createdAt: now.toISOString() };
  const account = emptyAccount(accountIds.pot(id), dateIn(now), { potId: id });
  await deps.store.commit([
    { put: "pot", record: pot },
    { put: "account", record: account },
  ]);
  return viewPot(pot, [account]);
}
