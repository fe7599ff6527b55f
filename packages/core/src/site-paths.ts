import type {
  EnterpriseId,
  EvaluationId,
  ExpenseId,
  FollowId,
  FormalMessageId,
  MandateId,
  MemberId,
  OrderId,
  ProposalId,
  SignInId,
  TransferId,
} from "./ids.ts";

/**
 * Paths of the site as letters name them; the site has the same ones. A secret stands in the fragment: browsers do not
 * send that to any server, and a program that only opens links does not spend it.
 */
export const sitePaths = {
  proposal: (id: ProposalId) => `/voorstellen/${id}`,
  /** The decision on the page of its proposal, with how to object. */
  decision: (id: ProposalId) => `/voorstellen/${id}#besluit`,
  /** What everybody thought of it, on the page of its proposal. */
  evaluations: (id: ProposalId) => `/voorstellen/${id}#evaluatie`,
  /** Where the board reads the officer's question and answers it; before that, where it writes and changes its plan. */
  editProposal: (id: ProposalId) => `/voorstellen/${id}/bewerken`,
  enterprise: (id: EnterpriseId) => `/ondernemingen/${id}`,
  /** Where anybody reports what should not be on a page. */
  report: (kind: "enterprise" | "proposal", id: EnterpriseId | ProposalId) => `/melden/${kind}/${id}`,
  /** The board's own pages of an enterprise. */
  board: (id: EnterpriseId) => `/ondernemingen/${id}/bestuur`,
  /** Where the board sees who is on it, and invites. */
  boardMembers: (id: EnterpriseId) => `/ondernemingen/${id}/bestuur/leden`,
  /** Where the board changes what it says about its enterprise. */
  boardProfile: (id: EnterpriseId) => `/ondernemingen/${id}/bestuur/gegevens`,
  /** Where the board reads which bank account counts, and a second member confirms another. */
  boardAccount: (id: EnterpriseId) => `/ondernemingen/${id}/bestuur/rekening`,
  /** Where the board spends, and sees how to pay back. */
  boardMandate: (id: EnterpriseId, mandate: MandateId) => `/ondernemingen/${id}/bestuur/mandaten/${mandate}`,
  /** Where another member of the board looks at the receipt and confirms. */
  boardExpense: (id: EnterpriseId, mandate: MandateId, expense: ExpenseId) =>
    `/ondernemingen/${id}/bestuur/mandaten/${mandate}/uitgaven/${expense}`,
  boardEvaluation: (id: EnterpriseId, mandate: MandateId) =>
    `/ondernemingen/${id}/bestuur/mandaten/${mandate}/evaluatie`,
  /** Who helps at city hall, and how to reach them. */
  contact: () => "/contact",
  district: (code: string) => `/wijken/${code}`,
  /** The sign-in page; `notice` says why somebody came back to it: a code of a refusal, or `identity-provider`. */
  signIn: (notice?: string) => (notice === undefined ? "/inloggen" : `/inloggen?melding=${notice}`),
  /** Where staff begin. */
  staff: () => "/werk",
  /** Where staff switch their morning letter on and off. */
  morningLetter: () => "/werk/ochtendbrief",
  /** Where one person at city hall acts on it. */
  staffEnterprise: (id: EnterpriseId) => `/werk/ondernemingen/${id}`,
  staffMandate: (id: MandateId) => `/werk/mandaten/${id}`,
  staffModeration: () => "/werk/meldingen",
  staffProposal: (id: ProposalId) => `/werk/voorstellen/${id}`,
  staffOrder: (id: OrderId) => `/werk/boekingen/${id}`,
  staffTransfer: (id: TransferId) => `/werk/overhevelingen/${id}`,
  signInLink: (id: SignInId, secret: string) => `/inloggen/bevestigen#${id}.${secret}`,
  invitation: (enterprise: EnterpriseId, member: MemberId, secret: string) =>
    `/uitnodiging#${enterprise}.${member}.${secret}`,
  /** Where who got an invitation says that they do not know who sent it. */
  disavowal: (enterprise: EnterpriseId, address: string, secret: string) =>
    `/ik-ken-dit-niet#${enterprise}.${address}.${secret}`,
  /** Where who got a letter that a stranger asked for says that they do not know this; the hashes are of the address and of where it was asked from. */
  mailRefusal: (address: string, network: string, secret: string) =>
    `/ik-ken-dit-niet#mail.${address}.${network}.${secret}`,
  staffMessage: (id: FormalMessageId) => `/werk/berichten/${id}`,
  /** Where somebody objects to it: `about` as the site has it (besluit, einde, verborgen, onderneming). */
  objectTo: (about: string, id: string) => `/formeel/bezwaar/${about}/${id}`,
  /** Where the sender of a formal message sees how it stands. */
  formalMessage: (id: FormalMessageId, secret: string) => `/bericht#${id}.${secret}`,
  evaluationConfirmation: (mandate: MandateId, id: EvaluationId, secret: string) =>
    `/evaluatie/bevestigen#${mandate}.${id}.${secret}`,
  followConfirmation: (id: FollowId, secret: string) => `/volgen/bevestigen#${id}.${secret}`,
  unsubscribe: (id: FollowId, secret: string) => `/afmelden#${id}.${secret}`,
} as const;
