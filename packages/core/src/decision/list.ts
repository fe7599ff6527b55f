import { assertRole, hasRole } from "../actor.ts";
import { isOnBoard } from "../at-commit.ts";
import { dateIn } from "../calendar.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { ErrorCode } from "../errors.ts";
import type { PersonId, ProposalId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import type { Decision } from "./decision.ts";
import { decisionTransitions } from "./decision.ts";
import { takeObstacle } from "./obstacle.ts";
import { type DecisionView, viewDecision } from "./view.ts";

/**
 * Every decision that was prepared on a proposal, newest first: taken, waiting or returned. For city hall.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`.
 */
export async function listDecisions(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId },
): Promise<readonly DecisionView[]> {
  assertRole(actor, "officer", "council", "finance", "clerk", "auditor");
  const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
  const decisions = await deps.store.listAll("decisions-of-proposal", { proposalId: proposal.id });
  const persons = await readPersons(deps, [
    actor.personId,
    ...decisions.flatMap(({ preparedBy, decidedBy }) =>
      decidedBy === undefined ? [preparedBy] : [preparedBy, decidedBy],
    ),
  ]);
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : persons.get(id)?.name);
  const person = persons.get(actor.personId);
  const views = decisions.map(async (decision) => {
    const refusal = (isTaking: boolean) => refusalOf(actor, person, decision, enterprise, isTaking);
    const pot = await readPot(deps, decision);
    const facts = { enterprise, today: dateIn(deps.clock.now()), potCents: pot?.availableCents };
    return viewDecision(decision, {
      nameOf,
      enterprise,
      pot,
      takeRefusal: refusal(true) ?? takeObstacle(decision, facts),
      returnRefusal: refusal(false),
    });
  });
  return (await Promise.all(views)).reverse();
}

async function readPersons(deps: Deps, ids: readonly PersonId[]): Promise<ReadonlyMap<string, Person>> {
  const persons = await Promise.all([...new Set(ids)].map((id) => deps.store.get("person", { id })));
  return new Map(persons.flatMap((person) => (person === undefined ? [] : [[person.id, person]])));
}

async function readPot(deps: Deps, { draft }: Decision): Promise<DecisionView["pot"]> {
  if (draft.outcome === "reject") return undefined;
  const [pot, account] = await Promise.all([
    deps.store.get("pot", { id: draft.potId }),
    deps.store.get("account", { id: accountIds.pot(draft.potId) }),
  ]);
  return pot === undefined ? undefined : { id: pot.id, name: pot.name, availableCents: account?.available ?? 0 };
}

function refusalOf(
  actor: Actor,
  person: Person | undefined,
  decision: Decision,
  enterprise: Enterprise,
  isTaking: boolean,
): ErrorCode | undefined {
  const transition = isTaking ? decisionTransitions.take : decisionTransitions.return;
  const from: readonly string[] = transition.from;
  if (!hasRole(actor, ...transition.by)) return "forbidden";
  if (!from.includes(decision.status)) return "wrong-state";
  if (person === undefined || isOnBoard(person, enterprise)) return "own-interest";
  return isTaking && decision.preparedBy === person.id ? "four-eyes" : undefined;
}
