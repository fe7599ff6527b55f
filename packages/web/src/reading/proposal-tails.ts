import type { Proposal } from "./answers.ts";
import { answer, api } from "./api.ts";
import { createGrowingTail } from "./growing-list.ts";

/** The lists on the page of a proposal, of which the page brings the newest part. */
export function createProposalTails(of: () => Proposal) {
  const proposal = api.proposals[":proposalId"];
  const mandate = api.mandates[":mandateId"];
  const param = () => ({ proposalId: of().id });
  const mandateParam = () => ({ mandateId: of().mandate?.id ?? "" });
  const none: NonNullable<Proposal["mandate"]>["expenses"] = [];
  return {
    updates: createGrowingTail(
      () => ({ items: of().updates, cursor: of().more.updates }),
      (cursor) => answer(proposal.updates.$get({ param: param(), query: { cursor } })),
    ),
    events: createGrowingTail(
      () => ({ items: of().events, cursor: of().more.events }),
      (cursor) => answer(proposal.events.$get({ param: param(), query: { cursor } })),
    ),
    evaluations: createGrowingTail(
      () => ({ items: of().evaluations, cursor: of().more.evaluations }),
      (cursor) => answer(mandate["published-evaluations"].$get({ param: mandateParam(), query: { cursor } })),
    ),
    expenses: createGrowingTail(
      () => ({ items: of().mandate?.expenses ?? none, cursor: of().mandate?.expensesCursor }),
      (cursor) => answer(mandate["public-expenses"].$get({ param: mandateParam(), query: { cursor } })),
    ),
  };
}
