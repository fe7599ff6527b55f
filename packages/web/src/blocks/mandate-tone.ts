import type { Mandate } from "../reading/answers.ts";
import type { StatusTone } from "../ui/status-badge.tsx";

const tones: Record<Mandate["phase"], StatusTone> = {
  "to-begin": "quiet",
  running: "going",
  over: "waiting",
  evaluation: "waiting",
  "ending-prepared": "waiting",
  "refund-due": "attention",
  closed: "good",
};

/** The colour and shape that go with where a mandate is. */
export const toneOfMandate = (phase: Mandate["phase"]): StatusTone => tones[phase];
