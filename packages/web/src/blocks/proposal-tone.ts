import type { Proposal } from "../reading/answers.ts";
import type { StatusTone } from "../ui/status-badge.tsx";

const tones: Record<Proposal["status"], StatusTone> = {
  draft: "quiet",
  submitted: "waiting",
  "in-review": "going",
  "completion-asked": "waiting",
  advised: "going",
  "decision-prepared": "going",
  awarded: "good",
  evaluation: "going",
  closed: "good",
  rejected: "quiet",
  withdrawn: "quiet",
};

/** The colour and shape that go with a status of a proposal. */
export const toneOf = (status: Proposal["status"]): StatusTone => tones[status];
