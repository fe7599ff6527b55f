import { assertRole } from "../actor.ts";
import { assertNotPayee, isOnBoard, stillHas, stillTheSame } from "../at-commit.ts";
import { dateIn, endOfDay, endOfTerm, type IsoInstant } from "../calendar.ts";
import { DomainError, invariant } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { reserve } from "../ledger/reserve.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { assertMoneyMoves } from "../mandate/phase.ts";
import { staffOfNow } from "../municipality/staff-of-now.ts";
import { once } from "../once.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { assertMayHoldMoney, markInstalment, payeesOf, readSelf, type TransferCase, transferEvent } from "./case.ts";
import type { Transfer } from "./transfer.ts";
import { summarizeTransfer, type TransferSummary } from "./view.ts";

/** Input of proposing a transfer: which instalment of which mandate. */
export interface ProposeTransfer {
  readonly mandateId: MandateId;
  readonly instalmentId: string;
  readonly idempotencyKey: string;
}

/**
 * Finance proposes to pay an instalment: its amount is set apart on the mandate's account (recipe R1) and the council
 * role is asked to approve. @throws DomainError `forbidden`, `own-interest`, `not-found`, `wrong-state` (the instalment
 * is on its way or paid), `cannot-hold-money`, `mandate-not-active`, `not-enough-money`, `idempotency-mismatch`.
 */
export async function proposeTransfer(deps: Deps, actor: Actor, input: ProposeTransfer): Promise<TransferSummary> {
  assertRole(actor, "finance");
  const { mandateId, instalmentId, idempotencyKey: key } = input;
  const request = { verb: "proposeTransfer", by: actor.personId, mandateId, instalmentId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const [mandate, me, staff] = await Promise.all([
      deps.store.get("mandate", { id: mandateId }),
      readSelf(deps, actor),
      staffOfNow(deps),
    ]);
    const instalment = mandate?.instalments.find(({ id }) => id === instalmentId);
    if (mandate === undefined || instalment === undefined)
      throw new DomainError("not-found", "There is no such instalment.");
    if (instalment.status !== "planned")
      throw new DomainError("wrong-state", "This instalment is on its way or paid.", {
        details: { status: instalment.status },
      });
    const enterprise = await deps.store.get("enterprise", { id: mandate.enterpriseId });
    invariant(enterprise !== undefined, `mandate ${mandateId} has an enterprise`);
    assertMayHoldMoney(enterprise);
    assertNotPayee(me, enterprise);
    assertMoneyMoves(deps, mandate);
    const now = deps.clock.now();
    const transfer: Transfer = {
      id: deps.ids.next("trf"),
      mandateId,
      proposalId: mandate.proposalId,
      enterpriseId: mandate.enterpriseId,
      instalmentId,
      amountCents: instalment.amountCents,
      status: "proposed",
      proposedBy: actor.personId,
      proposedAt: now.toISOString(),
      payees: payeesOf(enterprise),
      expiresAt: lastMoment(now, mandate),
      revision: 0,
    };
    const about = { transfer, mandate, enterprise };
    const changes: Change[] = [
      { put: "transfer", record: transfer },
      reserve(accountIds.committed(mandateId), transfer.amountCents, dateIn(now)),
      markInstalment(mandate, instalmentId, { status: "proposed", transferId: transfer.id }),
      stillTheSame(enterprise),
      stillHas("finance", actor),
      transferEvent(deps, about, "transfer-proposed"),
      ...letters(deps, about, staff),
    ];
    return { changes, result: summarizeTransfer(transfer) };
  });
}

/** The end of the term to approve; not after the last day of the mandate, when nothing can be paid any more. */
function lastMoment(now: Date, { endsOn }: Mandate): IsoInstant {
  const [term, end] = [endOfTerm(now, limits.transferDays), endOfDay(endsOn)];
  if (end < term) return end;
  return term;
}

/** At most this many people are asked at once: a college has fewer members, and a transaction has 100 changes. */
const askedMax = 40;

/** A letter to everybody who could approve it: council role, not the proposer, not on the receiving board. */
function letters(
  deps: Deps,
  { transfer, mandate, enterprise }: TransferCase,
  staff: readonly Person[],
): readonly Change[] {
  return staff
    .filter(({ id, roles }) => roles.includes("council") && id !== transfer.proposedBy)
    .filter((person) => !isOnBoard(person, enterprise))
    .slice(0, askedMax)
    .map(({ email }) =>
      writeLetter(deps, "transfer-waiting", email, {
        title: mandate.title,
        enterprise: publicIdentity(enterprise).name,
        path: sitePaths.staffTransfer(transfer.id),
        amountCents: transfer.amountCents,
        expiresOn: dateIn(new Date(transfer.expiresAt)),
      }),
    );
}
