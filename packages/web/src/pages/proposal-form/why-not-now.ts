import { proposalForm } from "../../words/nl.ts";
import type { Proposal } from "./answers.ts";

const text = proposalForm.notNow.why;

/** Why a proposal cannot be changed, by where it is; who may not change it where its board may is not on that board. */
const reasons: Readonly<Record<Proposal["status"], keyof typeof text>> = {
  draft: "not-yours",
  submitted: "not-yours",
  "completion-asked": "not-yours",
  "in-review": "going",
  advised: "going",
  "decision-prepared": "going",
  awarded: "decided",
  evaluation: "decided",
  closed: "decided",
  rejected: "decided",
  withdrawn: "withdrawn",
};

/** In a sentence why this reader cannot change a proposal, or take it back. */
export const whyNotNow = ({ status }: Pick<Proposal, "status">): string => text[reasons[status]];
