import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { dateIn, IsoDate, IsoInstant, lastDayToObject, lastDayToPay } from "../calendar.ts";
import { fromStates, next } from "../change.ts";
import { DomainError } from "../errors.ts";
import { EndingId, MandateId } from "../ids.ts";
import { type EndedMandate, endMandate } from "../ledger/mandate-money.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { closeMandate } from "../mandate/close.ts";
import { findMandateForStaff, type MandateCase } from "../mandate/find.ts";
import { type Mandate, MandateStatus, mandateTransitions } from "../mandate/mandate.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { proposalTransitions } from "../proposal/proposal.ts";
import { letterSubject, tell } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { type Ending, endingTransitions, type HowToPay } from "./ending.ts";
import { areSame, findEnding, readSums } from "./find.ts";
import { assertSettled } from "./prepare.ts";

/** What came of taking an ending, amounts in integer cents. */
export const EndingTaken = z
  .object({
    mandateId: MandateId,
    endingId: EndingId,
    status: MandateStatus,
    decidedOn: IsoDate,
    objectionUntil: IsoDate,
    publishedAt: IsoInstant,
    /** Never paid: flowed back to the pot. */
    releasedCents: z.int(),
    /** Paid and not spent: the enterprise pays it back. */
    refundDueCents: z.int(),
  })
  .meta({ id: "EndingTaken" });
export type EndingTaken = z.infer<typeof EndingTaken>;

/**
 * Takes an ending exactly as it was prepared, by another person than who prepared it: every voice becomes public at once,
 * the amount is established, and what was never paid flows back to the pot in the same transaction (`RELEASE`). The letter
 * leaves with it, so the terms to object and to pay begin the day after. With money left at the enterprise the mandate waits
 * for that (`refund-due`); without, it closes. @throws DomainError `four-eyes` (by the database), `unauthenticated`,
 * `forbidden`, `not-found`, `own-interest`, `wrong-state` (with `details.obstacles`, also when an amount is not any more
 * what the decision says), `idempotency-mismatch`.
 */
export async function takeEnding(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId; readonly endingId: EndingId; readonly idempotencyKey: string },
): Promise<EndingTaken> {
  const { mandateId, endingId, idempotencyKey: key } = input;
  assertRole(actor, "council");
  const by = actor.personId;
  const request = { verb: "takeEnding", by, mandateId, endingId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const found = await findMandateForStaff(deps, actor, "council", mandateId);
    const { mandate, enterprise } = found;
    const ending = await findEnding(deps, mandate, endingId);
    assertFrom(endingTransitions.take, ending.status);
    assertFrom(mandateTransitions.takeEnding, mandate.status);
    await assertSettled(deps, mandate);
    const ended = await endMandate(deps, mandate, { by, approvers: [ending.preparedBy] });
    await assertStillRight(deps, mandate, ending);
    const taken = takenOf(deps, ending, by);
    const publishedAt = deps.clock.now().toISOString();
    const { changes, status } = outcomeOf(deps, found, ended, { taken, publishedAt });
    const { decidedOn, objectionUntil } = taken;
    const { releasedCents, leftCents: refundDueCents } = ended;
    const shared = { mandateId, endingId, status, decidedOn, objectionUntil, publishedAt };
    const result: EndingTaken = { ...shared, releasedCents, refundDueCents };
    const commit: readonly Change[] = [
      next("ending", ending, taken, [
        fromStates(endingTransitions.take),
        { field: "preparedBy", is: "differ", value: by, refusal: "four-eyes" },
      ]),
      ...changes,
      ...ended.changes,
      stillHas("council", found.actor),
      stillTheSame(enterprise),
      ...writeLetters(deps, found, taken),
    ];
    return { changes: commit, result };
  });
}

type Taken = Ending & { readonly decidedOn: IsoDate; readonly objectionUntil: IsoDate };

function takenOf({ clock, municipality }: Deps, ending: Ending, decidedBy: Ending["preparedBy"]): Taken {
  const decidedOn = dateIn(clock.now());
  const { claim } = ending.draft;
  const payment = (): { payment: HowToPay } | undefined => {
    if (claim === undefined) return undefined;
    const { iban, holder } = municipality.refundAccount;
    return { payment: { iban, holder, reference: claim.reference, dueOn: lastDayToPay(decidedOn) } };
  };
  const objectionUntil = lastDayToObject(decidedOn);
  return { ...ending, status: endingTransitions.take.to, decidedBy, decidedOn, objectionUntil, ...payment() };
}

/** The ledger's accounts are conditions of the commit: what is read here still holds when it is written. */
async function assertStillRight(deps: Deps, mandate: Mandate, { sums }: Ending): Promise<void> {
  if (!areSame(await readSums(deps, mandate), sums))
    throw new DomainError("wrong-state", "The amounts are not any more what was prepared.", {
      details: { status: mandate.status, obstacles: "amounts-changed" },
    });
}

function outcomeOf(
  deps: Deps,
  found: MandateCase,
  { releasedCents, leftCents }: EndedMandate,
  { taken, publishedAt }: { readonly taken: Taken; readonly publishedAt: string },
): { readonly status: MandateStatus; readonly changes: readonly Change[] } {
  const { mandate, proposal } = found;
  const published = { evaluationPublishedAt: publishedAt };
  const events = [
    tell(deps, proposal, "evaluation-published"),
    ...(releasedCents > 0 ? [tell(deps, proposal, "money-returned", { amountCents: releasedCents })] : []),
  ];
  if (leftCents === 0) {
    const spentCents = mandate.amountCents - releasedCents;
    const closing = closeMandate(deps, found, { spentCents, returnedCents: releasedCents }, published);
    return { status: "closed", changes: [...closing, ...events] };
  }
  const { takeEnding } = mandateTransitions;
  const changes = [
    next("mandate", mandate, { ...published, status: takeEnding.to, turnSince: publishedAt }, [fromStates(takeEnding)]),
    // What is due now is the refund.
    next("proposal", proposal, { dueOn: taken.payment?.dueOn }, [fromStates(proposalTransitions.close)]),
    ...events,
  ];
  return { status: takeEnding.to, changes };
}

function writeLetters(deps: Deps, { mandate, proposal, enterprise }: MandateCase, taken: Taken): readonly Change[] {
  const { draft, sums, decidedOn, objectionUntil, payment } = taken;
  const { claim, ...reasons } = draft;
  const { decidingBody, objectionAddress } = deps.municipality;
  return writeToBoard(deps, "ending", enterprise, {
    ...letterSubject(proposal, enterprise),
    path: sitePaths.boardMandate(enterprise.id, mandate.id),
    ...reasons,
    awardReference: mandate.decisionReference,
    awardedCents: mandate.amountCents,
    ...sums,
    decidedOn,
    decidingBody,
    objectionUntil,
    objectionAddress,
    objectionPath: sitePaths.objectTo("einde", mandate.id),
    ...(claim === undefined || payment === undefined ? {} : { claim: { ...claim, payment } }),
  });
}
