import type { EnterpriseId, EvaluationId, FollowId, MandateId, MemberId, ProposalId, SignInId } from "./ids.ts";

/**
 * Paths of the site as letters name them; the site has the same ones. A secret stands in the fragment: browsers do not
 * send that to any server, and a program that only opens links does not spend it.
 */
export const sitePaths = {
  proposal: (id: ProposalId) => `/voorstellen/${id}`,
  enterprise: (id: EnterpriseId) => `/ondernemingen/${id}`,
  /** The board's own pages of an enterprise. */
  board: (id: EnterpriseId) => `/ondernemingen/${id}/bestuur`,
  /** Where the board spends, and sees how to pay back. */
  boardMandate: (id: EnterpriseId, mandate: MandateId) => `/ondernemingen/${id}/bestuur/mandaten/${mandate}`,
  boardEvaluation: (id: EnterpriseId, mandate: MandateId) =>
    `/ondernemingen/${id}/bestuur/mandaten/${mandate}/evaluatie`,
  district: (code: string) => `/wijken/${code}`,
  /** The sign-in page; `notice` says why somebody came back to it: a code of a refusal, or `identity-provider`. */
  signIn: (notice?: string) => (notice === undefined ? "/inloggen" : `/inloggen?melding=${notice}`),
  /** Where staff begin. */
  staff: () => "/werk",
  signInLink: (id: SignInId, secret: string) => `/inloggen/bevestigen#${id}.${secret}`,
  invitation: (enterprise: EnterpriseId, member: MemberId, secret: string) =>
    `/uitnodiging#${enterprise}.${member}.${secret}`,
  evaluationConfirmation: (mandate: MandateId, id: EvaluationId, secret: string) =>
    `/evaluatie/bevestigen#${mandate}.${id}.${secret}`,
  followConfirmation: (id: FollowId, secret: string) => `/volgen/bevestigen#${id}.${secret}`,
  unsubscribe: (id: FollowId, secret: string) => `/afmelden#${id}.${secret}`,
} as const;
