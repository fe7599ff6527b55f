import type { Election } from "./election.ts";
import type { Explanation } from "./explain.ts";
import type { Fairness } from "./fairness.ts";
import type { Outcome } from "./outcome.ts";
import type { Parameters } from "./parameters.ts";
import type { Finding } from "./pb/findings.ts";

/** What a page sends to the worker. Everything in it survives structured cloning. */
export interface TallyRequest {
  /** Comes back in the reply. */
  readonly id: number;
  /** An election, or a .pb file as text, bytes or a Blob (a File of a form is one and is read as a stream). */
  readonly input: { readonly election: Election } | { readonly pb: string | Uint8Array | Blob };
  readonly parameters: Partial<Parameters>;
  /** Explain the outcome; "with-winners" also measures every winner, one run each. */
  readonly explain: "no" | "losers" | "with-winners";
  readonly fairness: boolean;
}

/** The request was counted. */
export interface TallyCounted {
  readonly id: number;
  readonly state: "counted";
  readonly election: Election;
  readonly outcome: Outcome;
  readonly explanation: Explanation | null;
  readonly fairness: Fairness | null;
  /** Of the .pb file; none for an election. */
  readonly findings: readonly Finding[];
}

/** The request could not be counted: the file is unreadable, the parameters do not fit, or the worker broke. */
export interface TallyRefused {
  readonly id: number;
  readonly state: "unreadable" | "refused" | "failed";
  readonly message: string;
  readonly findings: readonly Finding[];
}

/** What the worker sends back: one reply to each request. */
export type TallyReply = TallyCounted | TallyRefused;
