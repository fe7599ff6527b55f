import * as z from "zod";
import { dateIn } from "../calendar.ts";
import { EnterpriseCard, viewEnterpriseCard } from "../enterprise/card.ts";
import { DomainError } from "../errors.ts";
import { PublishedEvaluation, publishedEvaluations } from "../evaluation/published.ts";
import { type DistrictCode, EnterpriseId, MandateId, ProposalId } from "../ids.ts";
import { readLevel } from "../ledger/read-levels.ts";
import { limits } from "../limits.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { Vessel, vesselOf } from "../mandate/vessel.ts";
import { District } from "../municipality/municipality.ts";
import { type Overview, readOverview } from "../municipality/overview.ts";
import type { Deps } from "../ports.ts";
import { PotView, viewPot } from "../pot/view.ts";
import { ProposalCard, viewCard } from "../proposal/card.ts";
import { UpdateView, viewUpdate } from "../update/view.ts";
import { readProposals, readUpdates } from "./read-items.ts";

const EvaluatedMandate = z.object({
  mandateId: MandateId,
  proposalId: ProposalId,
  title: z.string(),
  enterprise: z.object({ id: EnterpriseId, name: z.string() }),
  voices: z.array(PublishedEvaluation),
});

/** A district in the order of the page: its enterprises first, the neighbourhood team last. Amounts in integer cents. */
export const DistrictView = z
  .object({
    code: District.shape.code,
    name: z.string(),
    slug: z.string(),
    inhabitants: z.int(),
    intro: z.string(),
    polygons: District.shape.polygons,
    enterprises: z.array(EnterpriseCard),
    /** Those that are for this district, alone or among others; the newest first, the status says the stage. */
    proposals: z.array(ProposalCard),
    money: z.object({
      /** Pots for this district alone. */
      pots: z.array(PotView),
      /** All mandates for plans in this district alone, whatever pot they come from, and those that its own pots pay. */
      vessel: Vessel,
    }),
    /** The newest evaluations that were published. */
    evaluations: z.array(EvaluatedMandate),
    updates: z.array(UpdateView),
    team: District.shape.team,
  })
  .meta({ id: "District" });
export type DistrictView = z.infer<typeof DistrictView>;

/** Reads the page of a district. @throws DomainError `not-found`. */
export async function getDistrict(deps: Deps, input: { districtCode: DistrictCode }): Promise<DistrictView> {
  const { store } = deps;
  const district = deps.municipality.districts.find(({ code }) => code === input.districtCode);
  if (district === undefined) throw new DomainError("not-found", "There is no such district here.");
  const { code, name, slug, inhabitants, intro, polygons, team } = district;
  const [overview, found, pots, updates, level] = await Promise.all([
    readOverview(deps),
    readProposals(deps, code, limits.districtProposalsMax),
    store.listAll("pots", {}),
    readUpdates(deps, code, limits.districtUpdatesMax),
    readLevel(deps, { district: code }),
  ]);
  const proposals = found.filter(({ enterpriseId }) => overview.isPublic(enterpriseId));
  const mandates = proposals.flatMap(({ mandateId }) => overview.mandateOf(mandateId) ?? []);
  const [enterprises, cards, potViews, evaluations] = await Promise.all([
    enterprisesOf(deps, code, overview, mandates),
    Promise.all(proposals.map((proposal) => viewCard(deps, proposal, overview))),
    Promise.all(pots.filter((pot) => pot.district === code).map((pot) => viewPot(deps, pot))),
    evaluationsOf(deps, mandates, overview),
  ]);
  return {
    code,
    name,
    slug,
    inhabitants,
    intro,
    polygons,
    enterprises,
    proposals: cards,
    money: {
      pots: potViews,
      vessel: vesselOf(level),
    },
    evaluations,
    updates: updates
      .filter(({ enterpriseId }) => overview.isPublic(enterpriseId))
      .map((update) => viewUpdate(update, overview.nameOf)),
    team,
  };
}

/** Public enterprises that work here or hold a mandate here; those with something to ask them first. */
async function enterprisesOf(
  { clock }: Deps,
  code: DistrictCode,
  overview: Overview,
  mandates: readonly Mandate[],
): Promise<EnterpriseCard[]> {
  const today = dateIn(clock.now());
  const hosts = new Set(mandates.map((of) => of.enterpriseId));
  const found = overview.enterprises.filter(({ id, profile }) => profile.districts.includes(code) || hosts.has(id));
  const cards = await Promise.all(found.map((enterprise) => viewEnterpriseCard(enterprise, overview, today)));
  return cards.toSorted((left, right) => Number(right.askUs.length > 0) - Number(left.askUs.length > 0));
}

/** A mandate is evaluated once: reading those of the newest few that are over is bounded. */
async function evaluationsOf({ store }: Deps, mandates: readonly Mandate[], overview: Overview) {
  const evaluated = mandates
    .filter(
      ({ status, enterpriseId }) => (status === "closed" || status === "refund-due") && overview.isPublic(enterpriseId),
    )
    .slice(0, limits.districtEvaluationsMax);
  const views = evaluated.map(async (mandate) => ({
    mandateId: mandate.id,
    proposalId: mandate.proposalId,
    title: mandate.title,
    enterprise: { id: mandate.enterpriseId, name: overview.nameOf(mandate.enterpriseId) },
    voices: [
      ...publishedEvaluations(mandate, await store.listAll("evaluations-of-mandate", { mandateId: mandate.id })),
    ],
  }));
  return (await Promise.all(views)).filter(({ voices }) => voices.length > 0);
}
