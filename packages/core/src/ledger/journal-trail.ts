import * as z from "zod";
import { IsoDate } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { PublicExpense, publicExpenses } from "../expense/view.ts";
import { DecisionId, type JournalId, ProposalId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Journal } from "./account.ts";
import { JournalView, viewJournals } from "./journal-view.ts";
import { accountIds } from "./open.ts";

/** One line with the way its money came: from the council's decision, by pot, mandate and payment, to the receipt. */
export const JournalTrail = z
  .object({
    journal: JournalView,
    /** What filled the pot, the award and the payments before this line, oldest first. */
    before: z.array(JournalView),
    /** The mirror of this line, if it was corrected, and the line this is a mirror of. */
    reversedBy: JournalView.optional(),
    reverses: JournalView.optional(),
    decision: z
      .object({
        id: DecisionId,
        reference: z.string(),
        legalBasis: z.string(),
        decidedOn: IsoDate.optional(),
        proposalId: ProposalId,
      })
      .optional(),
    /** The expense, with the hash of its receipt. */
    expense: PublicExpense.optional(),
  })
  .meta({ id: "JournalTrail" });
export type JournalTrail = z.infer<typeof JournalTrail>;

/** A journal with its trail. Public. @throws DomainError `not-found`. */
export async function getJournal(deps: Deps, id: JournalId): Promise<JournalTrail> {
  const journal = await deps.store.get("journal", { id });
  if (journal === undefined) throw new DomainError("not-found", "There is no such journal.");
  const [filled, ofMandate, mark, reverses, decision, expense] = await Promise.all([
    appropriations(deps, journal),
    journal.mandateId === undefined ? [] : deps.store.listAll("journals-of-mandate", { mandateId: journal.mandateId }),
    deps.store.get("reversal-mark", { journalId: id }),
    journal.reversalOf === undefined ? undefined : deps.store.get("journal", { id: journal.reversalOf }),
    decisionOf(deps, journal),
    journal.expenseId === undefined ? undefined : deps.store.get("expense", { id: journal.expenseId }),
  ]);
  const reversedBy = mark === undefined ? undefined : await deps.store.get("journal", { id: mark.by });
  const onTheWay = ofMandate.filter(({ kind }) => kind === "COMMIT" || kind === "ADVANCE");
  const before = [...filled, ...onTheWay].filter((line) => line.id < id);
  const [line] = await viewJournals(deps, [journal]);
  const view = async (other: Journal | undefined) =>
    other === undefined ? undefined : (await viewJournals(deps, [other]))[0];
  return JournalTrail.parse({
    journal: line,
    before: await viewJournals(deps, before),
    reversedBy: await view(reversedBy),
    reverses: await view(reverses),
    decision,
    expense: expense === undefined || line?.enterprise === undefined ? undefined : publicExpenses([expense])[0],
  });
}

/** The lines that filled the pot, oldest first. */
async function appropriations(deps: Deps, { potId }: Journal): Promise<readonly Journal[]> {
  if (potId === undefined) return [];
  const entries = await deps.store.listAll("entries-of-account", { accountId: accountIds.pot(potId) });
  const incoming = entries.filter(({ amountCents }) => amountCents > 0);
  const journals = await Promise.all(incoming.map(({ journalId }) => deps.store.get("journal", { id: journalId })));
  return journals.filter((journal) => journal !== undefined).filter(({ kind }) => kind === "APPROPRIATION");
}

async function decisionOf(deps: Deps, { mandateId }: Journal): Promise<JournalTrail["decision"]> {
  const mandate = mandateId === undefined ? undefined : await deps.store.get("mandate", { id: mandateId });
  if (mandate === undefined) return undefined;
  const { decisionId: id, proposalId } = mandate;
  const decision = await deps.store.get("decision", { id, proposalId });
  if (decision === undefined) return undefined;
  const { reference, legalBasis } = decision.draft;
  const { decidedOn } = decision;
  return { id, proposalId, reference, legalBasis, ...(decidedOn === undefined ? {} : { decidedOn }) };
}
