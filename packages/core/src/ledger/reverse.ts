import { dateIn } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import type { Journal } from "./account.ts";
import type { Hands } from "./mandate-money.ts";
import { type Posted, post } from "./post.ts";

/**
 * `REVERSAL`: the exact mirror of one journal; the original stays as it is (recipe R6, invariant I8).
 * @throws DomainError `wrong-state` for a reversal of a reversal. Refused by the database as `conflict` the second time.
 */
export async function reverse(deps: Deps, original: Journal, hands: Hands): Promise<Posted> {
  if (original.kind === "REVERSAL") throw new DomainError("wrong-state", "A reversal is not reversed: post anew.");
  const {
    id,
    source,
    destination,
    bankReference: _bank,
    approvers: _approvers,
    bookDate: _booked,
    sourceSequence: _s,
    sourceHash: _sh,
    destinationSequence: _d,
    destinationHash: _dh,
    postedAt: _at,
    ...same
  } = original;
  const { journal, changes } = await post(deps, {
    ...same,
    kind: "REVERSAL",
    source: destination,
    destination: source,
    effectDate: dateIn(deps.clock.now()),
    reversalOf: id,
    by: hands.by,
    approvers: [...hands.approvers],
  });
  return { journal, changes: [...changes, { put: "reversal-mark", record: { journalId: id, by: journal.id } }] };
}
