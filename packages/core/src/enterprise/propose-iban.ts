import * as z from "zod";
import { assertBoard } from "../actor.ts";
import { dateIn, endOfTerm } from "../calendar.ts";
import { next, revised } from "../change.ts";
import type { EnterpriseId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { limits } from "../limits.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { line } from "../text.ts";
import { maskIban } from "../typed/mask-iban.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { assertChecked } from "./checked-board.ts";
import { assertRevision } from "./edit-profile.ts";
import { Iban } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";

const perDay = { name: "iban-proposals", max: limits.ibanProposalsPerEnterpriseDayMax, minutes: 24 * 60 };

/** Input of proposing a bank account: the IBAN and in whose name it is, as the bank has it. */
export const BankAccount = z
  .strictObject({ iban: Iban, holder: line(limits.nameLengthMax), revision: z.int("required").min(0) })
  .meta({ id: "BankAccount" });

/**
 * The treasurer proposes the bank account that money is to be paid to, the first one too. Everybody on the board gets a
 * letter; nothing changes until another member confirms it. A later proposal takes the place of an earlier one.
 * @throws DomainError `forbidden`; `not-verified` for who came after the check; `invalid` when the check digits are wrong; `stale`; `limit-reached`; `idempotency-mismatch`.
 */
export async function proposeIban(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof BankAccount> & Keyed & { readonly enterpriseId: EnterpriseId },
): Promise<BoardView> {
  const { enterpriseId, idempotencyKey: key, ...account } = input;
  const find = async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const seat = assertBoard(actor, enterprise, "treasurer");
    assertChecked(seat);
    const { iban, holder, revision } = parse(BankAccount, account);
    assertRevision(enterprise, revision);
    const isSame = enterprise.iban === iban && enterprise.ibanHolder === holder;
    return { enterprise, seat, iban, holder, isSame };
  };
  const uses = async () => ((await find()).isSame ? [] : [{ rule: perDay, subject: enterpriseId }]);
  const request = { verb: "proposeIban", by: askedBy(actor), enterpriseId, ...account };
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const { enterprise, seat, iban, holder, isSame } = await find();
    if (isSame) return { changes: [], result: viewBoard(deps, actor, enterprise) };
    const now = deps.clock.now();
    const ibanProposal = {
      iban,
      holder,
      proposedBy: seat.id,
      proposedAt: now.toISOString(),
      expiresAt: endOfTerm(now, limits.ibanProposalDays),
    };
    const changes = [
      next("enterprise", enterprise, { ibanProposal }),
      ...writeToBoard(deps, "iban-proposed", enterprise, {
        enterprise: publicIdentity(enterprise).name,
        path: sitePaths.boardAccount(enterpriseId),
        by: seat.name,
        maskedIban: maskIban(iban),
        holder,
        ...(enterprise.iban === undefined ? {} : { maskedIbanNow: maskIban(enterprise.iban) }),
        expiresOn: dateIn(new Date(ibanProposal.expiresAt)),
      }),
    ];
    return { changes, result: viewBoard(deps, actor, revised(enterprise, { ibanProposal })) };
  });
}
