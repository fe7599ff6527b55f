import type { Answer, api } from "./api.ts";

type Endpoint = (...args: never[]) => Promise<unknown>;
/** What an endpoint answers when it goes well. */
type AnswerOf<F extends Endpoint> = Answer<Awaited<ReturnType<F>>>;

/** The answers of the API that pages share, by the names of its documentation; each is the type of its route. */
export type Home = AnswerOf<typeof api.home.$get>;
export type District = AnswerOf<(typeof api.districts)[":districtCode"]["$get"]>;
export type Proposal = AnswerOf<(typeof api.proposals)[":proposalId"]["$get"]>;
export type ProposalCard = AnswerOf<typeof api.proposals.$get>["items"][number];
export type Enterprise = AnswerOf<(typeof api.enterprises)[":enterpriseId"]["$get"]>;
type Seat = (typeof api.enterprises)[":enterpriseId"]["members"][":memberId"];
export type Invitation = AnswerOf<Seat["invitation-readings"]["$post"]>;
export type EnterpriseCard = District["enterprises"][number];
export type Event = Home["events"][number];
export type EventCode = Event["code"];
export type Update = Home["updates"][number];
export type Vessel = NonNullable<ProposalCard["vessel"]>;
export type Mandate = NonNullable<Proposal["mandate"]>;
export type Evaluation = Proposal["evaluations"][number];
export type Money = AnswerOf<typeof api.money.$get>;
export type Pot = AnswerOf<typeof api.pots.$get>["items"][number];
export type Journal = AnswerOf<typeof api.journal.$get>["items"][number];
export type JournalTrail = AnswerOf<(typeof api.journal)[":journalId"]["$get"]>;
export type Verification = AnswerOf<typeof api.verification.$get>;
