import type * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas } from "../at-commit.ts";
import { dateIn } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { Pot } from "../ledger/account.ts";
import { accountIds, emptyAccount } from "../ledger/open.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { type PotView, viewPot } from "./view.ts";

/** Input of making a pot. Without a district it is for the whole municipality. */
export const PotDraft = Pot.pick({ name: true, programme: true, year: true, district: true });
export type PotDraft = z.infer<typeof PotDraft>;

/**
 * Makes an empty pot with its account; the council fills it. For finance.
 * @throws DomainError `forbidden`, `invalid` (also a district that is not here), `idempotency-mismatch`.
 */
export async function createPot(deps: Deps, actor: Actor, input: PotDraft & Keyed): Promise<PotView> {
  assertRole(actor, "finance");
  const { idempotencyKey: key, ...rest } = input;
  const draft = parse(PotDraft, rest);
  const isHere =
    draft.district === undefined || deps.municipality.districts.some(({ code }) => code === draft.district);
  if (!isHere)
    throw new DomainError("invalid", "This district is not in the municipality.", {
      fields: [{ path: "district", code: "choice" }],
    });
  assertYear(deps, draft.year);
  const request = { verb: "createPot", by: actor.personId, ...draft };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const now = deps.clock.now();
    const id = deps.ids.next("pot");
    const pot: Pot = { id, ...draft, createdAt: now.toISOString() };
    const account = emptyAccount(accountIds.pot(id), dateIn(now), { potId: id });
    const changes: readonly Change[] = [
      { put: "pot", record: pot },
      { put: "account", record: account },
      stillHas("finance", actor),
    ];
    return { changes, result: await viewPot(deps, pot) };
  });
}

/** The year of the budget that the money comes from: not further away than money is planned or set apart. */
function assertYear({ clock }: Deps, year: number): void {
  const away = year - Number(dateIn(clock.now()).slice(0, 4));
  const limit = limits.planYearsMax;
  if (Math.abs(away) <= limit) return;
  throw new DomainError("invalid", "There is no budget of this year to take it from.", {
    fields: [{ path: "year", code: away > 0 ? "too-far" : "too-long-ago", limit }],
  });
}
