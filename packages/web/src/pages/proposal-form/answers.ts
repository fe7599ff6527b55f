import { type Answer, api } from "../../reading/api.ts";

/** Asks for what a proposal is before it is sent in. */
export const readDraft = (proposalId: string) => api.proposals[":proposalId"].draft.$get({ param: { proposalId } });
/** Asks for what a proposal is afterwards. */
export const readProposal = (proposalId: string) => api.proposals[":proposalId"].$get({ param: { proposalId } });

export type Draft = Answer<Awaited<ReturnType<typeof readDraft>>>;
export type Proposal = Answer<Awaited<ReturnType<typeof readProposal>>>;
