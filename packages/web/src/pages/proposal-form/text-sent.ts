import type { Proposal } from "./answers.ts";

const sendings: ReadonlySet<string> = new Set(["proposal-submitted", "proposal-edited", "proposal-completed"]);

/** When a text of this proposal was sent in last (UTC): a file that is added makes a version, but no other text. */
export const textSentAt = ({ events, submittedAt }: Pick<Proposal, "events" | "submittedAt">): string =>
  events.reduce((last, { code, at }) => (sendings.has(code) && at > last ? at : last), submittedAt);
