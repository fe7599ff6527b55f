import * as z from "zod";
import { assertBoard } from "../actor.ts";
import { type Changed, next, revised } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { maskIban } from "../typed/mask-iban.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { assertChecked } from "./checked-board.ts";
import { assertRevision } from "./edit-profile.ts";
import type { Enterprise, IbanProposal, Member } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { isAnotherThanProposer, openIbanProposal } from "./iban-proposal.ts";
import { rechecked } from "./recheck.ts";

/** Input of answering a proposed bank account; `revision` is what was looked at: nothing else gets confirmed. */
export const IbanAnswer = z.strictObject({ revision: z.int("required").min(0) }).meta({ id: "IbanAnswer" });

type Input = z.input<typeof IbanAnswer> & Keyed & { readonly enterpriseId: EnterpriseId };

/**
 * A second member of the board confirms the proposed bank account: from then on it is the one that counts, and after an
 * earlier verification city hall checks it before money moves. Everybody on the board gets a letter.
 * @throws DomainError `forbidden`; `wrong-state` when nothing waits (any more); `four-eyes` for who proposed; `not-verified`
 * for who came after the check; `stale`.
 */
export function confirmIban(deps: Deps, actor: Actor, input: Input): Promise<BoardView> {
  return settle(deps, actor, input, "confirmed", (enterprise, proposal, seat) => {
    if (!isAnotherThanProposer(enterprise, proposal, seat))
      throw new DomainError("four-eyes", "Somebody else on the board confirms this.");
    assertChecked(seat);
    const before = { maskedIban: maskIban(enterprise.iban ?? ""), holder: enterprise.ibanHolder ?? "" };
    return {
      iban: proposal.iban,
      ibanHolder: proposal.holder,
      ibanSince: deps.clock.now().toISOString(),
      // What was checked last, also when the account changes twice before the next check.
      ...(enterprise.iban === undefined || enterprise.recheck?.includes("iban") ? {} : { ibanBefore: before }),
      ...rechecked(enterprise, ["iban"]),
    };
  });
}

/**
 * Anybody on the board says no to the proposed bank account; who proposed it takes it back. The one of now stays.
 * @throws DomainError `forbidden`; `wrong-state` when nothing waits (any more); `stale`.
 */
export function refuseIban(deps: Deps, actor: Actor, input: Input): Promise<BoardView> {
  return settle(deps, actor, input, "refused", () => ({}));
}

async function settle(
  deps: Deps,
  actor: Actor,
  input: Input,
  outcome: "confirmed" | "refused",
  changed: (...about: [Enterprise, IbanProposal, Member]) => Changed<Enterprise>,
): Promise<BoardView> {
  const { enterpriseId, idempotencyKey: key, ...answer } = input;
  const verb = outcome === "confirmed" ? "confirmIban" : "refuseIban";
  const request = { verb, by: askedBy(actor), enterpriseId, ...answer };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const seat = assertBoard(actor, enterprise);
    const { revision } = parse(IbanAnswer, answer);
    const proposal = openIbanProposal(enterprise, deps.clock.now().toISOString());
    if (proposal === undefined) throw new DomainError("wrong-state", "No bank account waits for an answer.");
    assertRevision(enterprise, revision);
    const settled = { ...changed(enterprise, proposal, seat), ibanProposal: undefined };
    const changes = [
      next("enterprise", enterprise, settled),
      ...writeToBoard(deps, "iban-settled", enterprise, {
        enterprise: publicIdentity(enterprise).name,
        path: sitePaths.boardAccount(enterpriseId),
        by: seat.name,
        maskedIban: maskIban(proposal.iban),
        holder: proposal.holder,
        outcome,
        isCheckedAgain: outcome === "confirmed" && enterprise.verifiedAt !== undefined,
      }),
    ];
    return { changes, result: viewBoard(deps, actor, revised(enterprise, settled)) };
  });
}
