/** The lines of the journal a figure is made of, and whose: as the money page has it in its address. */
export interface LinesOf {
  readonly soort?: "vrijgemaakt" | "toegekend" | "betaald" | "uitgegeven" | undefined;
  readonly wijk?: string | undefined;
  readonly onderneming?: string | undefined;
  readonly mandaat?: string | undefined;
  readonly pot?: string | undefined;
  readonly jaar?: string | undefined;
  readonly waaraan?: string | undefined;
}

/** The money page at exactly the lines that a figure is made of. */
export function linesPath(of: LinesOf): string {
  const given = Object.entries(of).filter(([, value]) => value !== undefined && value !== "");
  return `/geld?${new URLSearchParams(Object.fromEntries(given)).toString()}#boekingen`;
}

const segment = (value: string) => encodeURIComponent(value);

/** Every address of the site. Dutch, for life: an address that was published is never given another meaning. */
export const paths = {
  home: () => "/",
  districts: () => "/wijken",
  district: (code: string) => `/wijken/${segment(code)}`,
  proposals: () => "/voorstellen",
  /** One item of news, on the page of its proposal. */
  update: (proposal: string, id: string) => `/voorstellen/${segment(proposal)}#${segment(id)}`,
  proposal: (id: string) => `/voorstellen/${segment(id)}`,
  newProposal: () => "/voorstellen/nieuw",
  enterprises: () => "/ondernemingen",
  enterprise: (id: string) => `/ondernemingen/${segment(id)}`,
  /** The form to ask an enterprise something, on its page. */
  askEnterprise: (id: string) => `/ondernemingen/${segment(id)}#vraag`,
  registerEnterprise: () => "/ondernemingen/aanmelden",
  money: () => "/geld",
  signIn: () => "/inloggen",
  mine: () => "/mijn",
  staff: () => "/werk",
  staffProposal: (id: string) => `/werk/voorstellen/${segment(id)}`,
  staffEnterprises: () => "/werk/ondernemingen",
  staffEnterprise: (id: string) => `/werk/ondernemingen/${segment(id)}`,
  staffMoney: () => "/werk/geld",
  staffTransfer: (id: string) => `/werk/overhevelingen/${segment(id)}`,
  staffOrder: (id: string) => `/werk/boekingen/${segment(id)}`,
  staffMandate: (id: string) => `/werk/mandaten/${segment(id)}`,
  morningLetter: () => "/werk/ochtendbrief",
  staffRegisters: () => "/werk/lijsten",
  staffAdmin: () => "/werk/beheer",
  confirmSignIn: () => "/inloggen/bevestigen",
  acceptInvitation: () => "/uitnodiging",
  myExpense: (id: string) => `/mijn/bestedingen/${segment(id)}`,
  enterpriseRegistered: (id: string) => `/ondernemingen/${segment(id)}/aangemeld`,
  board: (id: string) => `/ondernemingen/${segment(id)}/bestuur`,
  boardMembers: (id: string) => `/ondernemingen/${segment(id)}/bestuur/leden`,
  boardProfile: (id: string) => `/ondernemingen/${segment(id)}/bestuur/gegevens`,
  boardAccount: (id: string) => `/ondernemingen/${segment(id)}/bestuur/rekening`,
  boardMandate: (id: string, mandate: string) => `/ondernemingen/${segment(id)}/bestuur/mandaten/${segment(mandate)}`,
  newExpense: (id: string, mandate: string) =>
    `/ondernemingen/${segment(id)}/bestuur/mandaten/${segment(mandate)}/uitgaven/nieuw`,
  /** An expense that came back, opened to be entered again. */
  enterAgain: (id: string, mandate: string, expense: string) =>
    `/ondernemingen/${segment(id)}/bestuur/mandaten/${segment(mandate)}/uitgaven/nieuw?opnieuw=${segment(expense)}`,
  boardExpense: (id: string, mandate: string, expense: string) =>
    `/ondernemingen/${segment(id)}/bestuur/mandaten/${segment(mandate)}/uitgaven/${segment(expense)}`,
  reachMilestone: (id: string, mandate: string, milestone: string) =>
    `/ondernemingen/${segment(id)}/bestuur/mandaten/${segment(mandate)}/mijlpalen/${segment(milestone)}`,
  boardEvaluation: (id: string, mandate: string) =>
    `/ondernemingen/${segment(id)}/bestuur/mandaten/${segment(mandate)}/evaluatie`,
  editProposal: (id: string) => `/voorstellen/${segment(id)}/bewerken`,
  /** A plan that was sent in, opened to be changed. */
  changeProposal: (id: string) => `/voorstellen/${segment(id)}/bewerken?wijzig=ja`,
  /** The answer to a question of the officer, with the whole plan to change beside it. */
  answerWithPlan: (id: string) => `/voorstellen/${segment(id)}/bewerken?plan=ja`,
  proposalReceived: (id: string) => `/voorstellen/${segment(id)}/ontvangen`,
  changeReceived: (id: string) => `/voorstellen/${segment(id)}/ontvangen?wat=wijziging`,
  answerReceived: (id: string) => `/voorstellen/${segment(id)}/ontvangen?wat=antwoord`,
  withdrawProposal: (id: string) => `/voorstellen/${segment(id)}/intrekken`,
  proposalVersions: (id: string) => `/voorstellen/${segment(id)}/versies`,
  postUpdate: (id: string) => `/voorstellen/${segment(id)}/bericht`,
  editUpdate: (proposal: string, update: string) => `/voorstellen/${segment(proposal)}/nieuws/${segment(update)}`,
  /** Reporting something: its kind, the page it stands on, and its part of that page. */
  report: (kind: string, id: string, part?: string) =>
    `/melden/${segment(kind)}/${segment(id)}${part === undefined ? "" : `/${segment(part)}`}`,
  /** Choosing a formal message, and writing one: its kind, and what it is about where that is known. */
  formal: () => "/formeel",
  writeFormal: (kind: string, about?: string, id?: string) =>
    `/formeel/${segment(kind)}${about === undefined || id === undefined ? "" : `/${segment(about)}/${segment(id)}`}`,
  /** How a formal message stands, with the link of its letter. */
  formalMessage: () => "/bericht",
  staffMessages: () => "/werk/berichten",
  staffMessage: (id: string) => `/werk/berichten/${segment(id)}`,
  staffModeration: () => "/werk/meldingen",
  evaluate: (mandate: string) => `/mandaten/${segment(mandate)}/beoordelen`,
  confirmEvaluation: () => "/evaluatie/bevestigen",
  journal: (id: string) => `/geld/${segment(id)}`,
  checkMoney: () => "/geld/controle",
  confirmFollow: () => "/volgen/bevestigen",
  stopFollow: () => "/afmelden",
  disavowal: () => "/ik-ken-dit-niet",
  about: () => "/over",
  takePart: () => "/meedoen",
  howItWorks: () => "/hoe-het-werkt",
  accessibility: () => "/toegankelijkheid",
  privacy: () => "/privacy",
  openData: () => "/open-gegevens",
  contact: () => "/contact",
  styleGuide: () => "/stijl",
  styleGuideSteps: () => "/stijl/stappen",
  styleGuideProposal: () => "/stijl/voorstel",
} as const;
