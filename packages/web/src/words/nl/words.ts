import { categories } from "./categories.ts";

/** The first and last day of a mandate, as they are written. */
interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What the portal calls things: one Dutch word for each value of the API's lists, the same on every page. */
export const words = {
  everywhere: "De hele gemeente",
  and: " en ",
  legalForms: {
    "informal-group": "Bewonersgroep zonder rechtsvorm",
    "in-formation": "Rechtsvorm in oprichting",
    association: "Vereniging",
    foundation: "Stichting",
    cooperative: "Coöperatie",
    "private-company": "Besloten vennootschap (bv)",
    other: "Iets anders",
  },
  boardRoles: { chair: "voorzitter", treasurer: "penningmeester", secretary: "secretaris", member: "bestuurslid" },
  themes: {
    liveability: "Leefbaarheid",
    safety: "Veiligheid",
    welfare: "Welzijn",
    care: "Zorg voor elkaar",
    "making-ends-meet": "Rondkomen",
    health: "Gezondheid",
    housing: "Wonen",
    transport: "Vervoer",
    green: "Groen",
    culture: "Cultuur",
    sport: "Sport en bewegen",
    youth: "Jeugd",
    work: "Werk en inkomen",
    energy: "Energie",
    other: "Iets anders",
  },
  categories,
  sectors: {
    business: "Ondernemers",
    research: "Onderzoek",
    education: "Onderwijs",
    government: "Overheid",
    community: "Omgeving",
  },
  enterpriseStatuses: {
    registered: "Nog niet gecontroleerd",
    verified: "Gecontroleerd door de gemeente",
    refused: "Niet goedgekeurd",
  },
  proposalStatuses: {
    draft: "Concept",
    submitted: "Ontvangen",
    "in-review": "In behandeling",
    "completion-asked": "Aanvulling gevraagd",
    advised: "Advies gegeven",
    "decision-prepared": "Ligt klaar voor besluit",
    awarded: "Toegekend",
    evaluation: "Evaluatie",
    closed: "Afgerond",
    rejected: "Afgewezen",
    withdrawn: "Ingetrokken",
  },
  holders: {
    board: "het bestuur van de onderneming",
    officer: "de behandelaar bij de gemeente",
    council: "het college",
    finance: "de afdeling financiën",
  },
  /** Of an advised proposal: the council sent back the decision that was prepared. */
  decisionReturned: "Besluit wordt aangepast",
  /** What comes next, and by whom. */
  nextSteps: {
    "send-in": "Het bestuur dient het voorstel in.",
    review: "De behandelaar begint met de behandeling.",
    advise: "De behandelaar geeft advies, of vraagt om meer informatie.",
    answer: "Het bestuur beantwoordt de vraag van de gemeente.",
    "go-on": "Het bestuur antwoordde niet op tijd. De behandelaar gaat verder.",
    "prepare-decision": "De behandelaar bereidt het besluit voor.",
    "mend-decision": "Het college stuurde het besluit terug. De behandelaar past het aan.",
    "take-decision": "Het college neemt het besluit, of stuurt het terug.",
    begin: "Vanaf die dag kan de gemeente betalen en kan de onderneming uitgeven.",
    "carry-out": "De onderneming voert het plan uit.",
    "ask-evaluation": "De looptijd is voorbij. Nu komt de evaluatie.",
    evaluate: "Het bestuur schrijft wat er is gelukt.",
    "prepare-ending": "De behandelaar bereidt het besluit over het einde voor.",
    "take-ending": "Het college neemt het besluit over het einde, of stuurt het terug.",
    "pay-back": "De onderneming betaalt terug wat over is.",
  },
  mandatePhases: {
    "to-begin": ({ startsOn }: Term) => `Begint op ${startsOn}`,
    running: ({ endsOn }: Term) => `Loopt tot en met ${endsOn}`,
    over: ({ endsOn }: Term) => `Liep tot en met ${endsOn}`,
    evaluation: (_term: Term) => "Evaluatie",
    "ending-prepared": (_term: Term) => "Het college beslist over het einde",
    "refund-due": (_term: Term) => "Terugbetalen",
    closed: (_term: Term) => "Afgerond",
  },
  expenseStatuses: {
    entered: "Wacht op een tweede bestuurslid",
    confirmed: "Bevestigd",
    refused: "Afgekeurd",
    expired: "Verlopen",
    "taken-back": "Teruggenomen",
    "correction-asked": "Correctie gevraagd",
    corrected: "Teruggeboekt",
  },
  /** Whose account money is paid to; said alike wherever it is said. */
  accountHolder: {
    rule: "De rekening staat op naam van de onderneming.",
    exception: "Kan uw groep zelf geen rekening hebben? Dan mag zij op naam van de penningmeester staan.",
    other: "De naam bij de rekening is een andere dan die van de onderneming.",
    otherText: "Dat mag alleen als de groep zelf geen rekening kan hebben. De gemeente kijkt ernaar.",
  },
  /** What still stands between an enterprise and money. */
  moneyObstacles: {
    "not-verified": "De gemeente heeft de onderneming nog niet gecontroleerd.",
    "board-too-small": "Er zijn nog geen 2 bevestigde bestuursleden.",
    "no-treasurer": "Er is nog geen penningmeester.",
    "no-iban": "Er is nog geen bevestigd rekeningnummer.",
  },
  /** What the board changed after it was checked. */
  rechecks: {
    name: "naam",
    "legal-form": "rechtsvorm",
    "kvk-number": "KvK-nummer",
    iban: "rekeningnummer",
    board: "wie in het bestuur zitten",
  },
  instruments: {
    subsidy: "Subsidie",
    contract: "Opdracht",
    "administrative-committee": "Bestuurscommissie",
    "own-management": "Eigen beheer door de gemeente",
  },
  outcomes: { award: "Toekennen", "award-in-part": "Voor een deel toekennen", reject: "Afwijzen" },
  decisionStatuses: { prepared: "Ligt klaar voor besluit", taken: "Genomen", returned: "Teruggestuurd" },
  instalmentStatuses: {
    planned: "Gepland",
    proposed: "Wacht op akkoord",
    approved: "Akkoord, nog betalen",
    paid: "Betaald",
  },
  transferStatuses: {
    proposed: "Wacht op akkoord",
    approved: "Akkoord, nog betalen",
    paid: "Betaald",
    refused: "Afgekeurd",
    expired: "Verlopen",
  },
  staffRoles: {
    officer: "behandelaar",
    council: "college",
    finance: "financiën",
    clerk: "griffie",
    professional: "wijkteam",
    auditor: "controle",
    admin: "beheer",
  },
} as const;
