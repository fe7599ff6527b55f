import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas } from "../at-commit.ts";
import { dateIn, IsoDate } from "../calendar.ts";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { JournalId, PotId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { post } from "../ledger/post.ts";
import { AmountCents } from "../money.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { line } from "../text.ts";

/** Input of filling a pot: how much, by which decision of the council, taken when. */
export const Appropriation = z.strictObject({
  amountCents: AmountCents,
  decisionReference: line(60),
  decidedOn: IsoDate,
});
export type Appropriation = z.infer<typeof Appropriation>;

/** What was booked. */
export const AppropriationView = z
  .object({ potId: PotId, journalId: JournalId, amountCents: z.int() })
  .meta({ id: "Appropriation" });
export type AppropriationView = z.infer<typeof AppropriationView>;

/**
 * `APPROPRIATION`: the council sets money apart in a pot. For the council role.
 * @throws DomainError `forbidden`, `invalid`, `not-found`, `period-closed`, `idempotency-mismatch`.
 */
export async function appropriate(
  deps: Deps,
  actor: Actor,
  input: Appropriation & { readonly potId: PotId; readonly idempotencyKey: string },
): Promise<AppropriationView> {
  assertRole(actor, "council");
  const { potId, idempotencyKey: key, ...rest } = input;
  const { amountCents, decisionReference, decidedOn } = parse(Appropriation, rest);
  if (decidedOn > dateIn(deps.clock.now()))
    throw new DomainError("invalid", "A decision is not taken in the future.", {
      fields: [{ path: "decidedOn", code: "in-future" }],
    });
  const request = { verb: "appropriate", by: actor.personId, potId, amountCents, decisionReference, decidedOn };
  return untilFresh(async () => {
    const [earlier, pot] = await Promise.all([
      deps.store.replay<AppropriationView>(key, request),
      deps.store.get("pot", { id: potId }),
    ]);
    if (earlier !== undefined) return earlier;
    if (pot === undefined) throw new DomainError("not-found", "There is no such pot.");
    const { journal, changes } = await post(deps, {
      kind: "APPROPRIATION",
      source: accountIds.council(pot.year, pot.programme),
      destination: accountIds.pot(potId),
      amountCents,
      effectDate: decidedOn,
      decisionReference,
      description: pot.name,
      potId,
      ...(pot.district === undefined ? {} : { district: pot.district }),
      by: actor.personId,
      approvers: [],
    });
    const result = { potId, journalId: journal.id, amountCents };
    return deps.store.commitOnce([...changes, stillHas("council", actor)], { key, request, result });
  });
}
