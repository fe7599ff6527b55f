import type { BoardRole, BudgetCategory, Plan, Theme, WorkAct } from "@hevel/core";
import { costOf } from "@hevel/core";
import { type Block, facts, heading, list, sums, text, way } from "../block.ts";
import { day, euros } from "../format.ts";

/** Dutch words for what the code names in English. */
export const roles: Readonly<Record<BoardRole, string>> = {
  chair: "voorzitter",
  treasurer: "penningmeester",
  secretary: "secretaris",
  member: "bestuurslid",
};

export const themes: Readonly<Record<Theme, string>> = {
  liveability: "leefbaarheid",
  safety: "veiligheid",
  welfare: "welzijn",
  green: "groen",
  culture: "cultuur",
  care: "zorg voor elkaar",
  "making-ends-meet": "rondkomen",
  health: "gezondheid",
  housing: "wonen",
  transport: "vervoer",
  sport: "sport en bewegen",
  youth: "jeugd",
  work: "werk en inkomen",
  energy: "energie",
  other: "iets anders",
};

export const categories: Readonly<Record<BudgetCategory, string>> = {
  material: "Materiaal",
  space: "Ruimte en huur",
  people: "Mensen",
  equipment: "Apparaten en gereedschap",
  communication: "Communicatie",
  activities: "Activiteiten",
  other: "Overig",
};

const instruments: Readonly<Record<string, string>> = {
  subsidy: "subsidie",
  contract: "opdracht",
  "administrative-committee": "bestuurscommissie",
  "own-management": "eigen beheer door de gemeente",
};

/** What a task asks, as the work list says it. */
export const acts: Readonly<Record<WorkAct, string>> = {
  verifyEnterprise: "Controleer de onderneming",
  judgeContent: "Beoordeel een melding",
  startReview: "Begin met de behandeling",
  completeProposal: "Vul het voorstel aan",
  giveAdvice: "Geef advies",
  prepareDecision: "Bereid het besluit voor",
  takeDecision: "Neem het besluit",
  returnDecision: "Stuur het besluit terug, zo kan het niet door",
  proposeTransfer: "Stel een betaling voor",
  approveTransfer: "Geef akkoord voor de betaling",
  payTransfer: "Betaal en leg vast",
  refuseTransfer: "Stuur de betaling terug, de rekening is veranderd",
  writeEnterpriseEvaluation: "Schrijf de evaluatie",
  writeOfficerEvaluation: "Schrijf uw oordeel",
  prepareEnding: "Bereid het besluit over het einde voor",
  takeEnding: "Neem het besluit over het einde",
  returnEnding: "Stuur het besluit over het einde terug, er is iets veranderd",
  recordRefund: "Leg de terugbetaling vast",
  confirmOrder: "Controleer en bevestig de boeking",
  answerMessage: "Beantwoord het formele bericht",
};

/** How to object on the site; on paper stays possible, and stands below it. */
export const objectOnline = (path: string | undefined): readonly Block[] =>
  path === undefined ? [] : [way("Wilt u bezwaar maken op deze site?", "Maak bezwaar", path)];

/** The instrument in words. */
export const instrumentName = (instrument: string) => instruments[instrument] ?? instrument;

/** A copy of what was sent in: the law asks for it with every receipt (Awb 2:15, Wmebv). */
export function copyOf(
  plan: Plan,
  districts: readonly string[],
  attachments: readonly string[] = [],
): readonly Block[] {
  const own = plan.ownContributionCents > 0 ? [["Eigen bijdrage", euros(plan.ownContributionCents)] as const] : [];
  return [
    heading("Dit heeft u gestuurd"),
    facts(
      ["Titel", plan.title],
      ["Thema", plan.themes.map((theme) => themes[theme]).join(", ")],
      ["Voor wie", plan.audience],
      [districts.length === 1 ? "Wijk" : "Waar", districts.join(", ") || "De hele gemeente"],
    ),
    text(plan.summary),
    heading("Wat u gaat doen"),
    text(plan.what),
    heading("Waarom"),
    text(plan.why),
    heading("Beloften"),
    list(plan.milestones.map(({ title, plannedOn }) => `${day(plannedOn)}: ${title}`)),
    heading("Geld"),
    sums(
      ...plan.budgetLines.map(
        ({ category, description, amountCents }) =>
          [`${description} (${categories[category]})`, euros(amountCents)] as const,
      ),
      ["Kosten samen", euros(costOf(plan))],
      ...own,
      ["U vraagt", euros(costOf(plan) - plan.ownContributionCents)],
    ),
    ...(plan.ownContribution === "" ? [] : [text(`Over de eigen bijdrage: ${plan.ownContribution}`)]),
    ...(plan.partners.length === 0
      ? []
      : [heading("Partners"), list(plan.partners.map(({ name, contribution }) => `${name}: ${contribution}`))]),
    ...(plan.helpAsked === "" ? [] : [heading("Hulp die u vraagt"), text(plan.helpAsked)]),
    ...(attachments.length === 0 ? [] : [heading("Bijlagen"), list(attachments)]),
  ];
}
