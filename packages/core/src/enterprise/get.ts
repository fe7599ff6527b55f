import { dateIn, type IsoDate } from "../calendar.ts";
import { publishedEvaluations } from "../evaluation/published.ts";
import { viewEvent } from "../event/view.ts";
import type { EnterpriseId } from "../ids.ts";
import { readLevel } from "../ledger/read-levels.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { phaseOf, whyExpensesRest } from "../mandate/phase.ts";
import { countPromises } from "../mandate/promises.ts";
import { vesselOf } from "../mandate/vessel.ts";
import { readOverview } from "../municipality/overview.ts";
import type { Actor, Deps } from "../ports.ts";
import { viewUpdate } from "../update/view.ts";
import { isInsider, notVisible, publicIdentity, visibilityOf } from "../visibility/visibility.ts";
import { viewEnterpriseCard } from "./card.ts";
import { boardOf, type Enterprise } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import type { EnterpriseView } from "./view.ts";

/** So much news and so many lines a page shows; proposals' own pages have all of theirs. */
const newestShown = 20;

/**
 * The page of an enterprise. As long as it is not public it exists only for its board and for city hall, who see how it
 * would look, and why it is not public.
 * @throws DomainError `not-found`.
 */
export async function getEnterprise(
  deps: Deps,
  actor: Actor,
  input: { readonly enterpriseId: EnterpriseId },
): Promise<EnterpriseView> {
  const enterprise = await findEnterprise(deps, input.enterpriseId);
  const { id: enterpriseId, profile, registeredAt, verifiedAt } = enterprise;
  const visibility = visibilityOf(enterprise);
  if (!visibility.isPublic && !isInsider(actor, enterprise))
    throw notVisible(visibility, "There is no such enterprise here.");
  const { name, kvkNumber } = publicIdentity(enterprise);
  const newest = { limit: newestShown, newestFirst: true } as const;
  const [overview, updates, events, level] = await Promise.all([
    readOverview(deps),
    deps.store.list("updates-of-enterprise", { enterpriseId }, newest),
    deps.store.list("events-of-enterprise", { enterpriseId }, newest),
    readLevel(deps, { enterpriseId }),
  ]);
  const mandates = overview.mandates.filter((mandate) => mandate.enterpriseId === enterpriseId);
  const today = dateIn(deps.clock.now());
  const nameOf = () => name;
  return {
    ...(await viewEnterpriseCard(enterprise, overview, today)),
    ...(visibility.isPublic ? {} : { hidden: visibility.because }),
    story: profile.story,
    ...pickContact(profile),
    ...(kvkNumber === undefined ? {} : { kvkNumber }),
    board: publicBoard(enterprise),
    registeredAt,
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    scores: await readScores(deps, mandates),
    money: vesselOf(level),
    mandates: await Promise.all(
      mandates.toReversed().map(async (mandate) => {
        const vessel = await overview.vesselOf(mandate);
        const expenseRefusal = whyExpensesRest(mandate, today, vessel.paidNotSpentCents);
        return {
          ...pickMandate(mandate, today),
          ...(expenseRefusal === undefined ? {} : { expenseRefusal }),
          promises: countPromises([mandate], today),
          vessel,
        };
      }),
    ),
    updates: updates.items.map((update) => viewUpdate(update, nameOf)),
    events: events.items.map((event) => viewEvent(event, nameOf)),
  };
}

/** How to reach it, as far as it says so itself. */
function pickContact({ website, phone, address, openingHours }: Enterprise["profile"]) {
  return {
    ...(website === undefined ? {} : { website }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    ...(openingHours === undefined ? {} : { openingHours }),
  };
}

function pickMandate(mandate: Mandate, today: IsoDate) {
  const { id, proposalId, title, districts, status, startsOn, endsOn } = mandate;
  return { id, proposalId, title, districts, status, phase: phaseOf(mandate, today), startsOn, endsOn };
}

function publicBoard(enterprise: Enterprise): EnterpriseView["board"] {
  return boardOf(enterprise).map(({ role, name, isNamePublic }) => (isNamePublic ? { role, name } : { role }));
}

async function readScores({ store }: Deps, mandates: readonly Mandate[]): Promise<EnterpriseView["scores"]> {
  const ended = mandates.filter(({ evaluationPublishedAt }) => evaluationPublishedAt !== undefined);
  const published = await Promise.all(
    ended.map(async (mandate) =>
      publishedEvaluations(mandate, await store.listAll("evaluations-of-mandate", { mandateId: mandate.id })),
    ),
  );
  const scores = published
    .flat()
    .flatMap((evaluation) => (evaluation.by === "resident" ? [evaluation.content.score] : []));
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    evaluations: published.filter((list) => list.length > 0).length,
    residents: scores.length,
    ...(scores.length === 0 ? {} : { averageScore: Math.round((sum / scores.length) * 10) / 10 }),
  };
}
