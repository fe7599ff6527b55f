import type { Proposal } from "./answers.ts";

const sendings: ReadonlySet<string> = new Set(["proposal-submitted", "proposal-edited", "proposal-completed"]);

/** How often a text of this proposal was sent in: a file that is added makes a version, but no other text. */
export const textsSent = ({ events }: Pick<Proposal, "events">): number =>
  events.filter(({ code }) => sendings.has(code)).length;
