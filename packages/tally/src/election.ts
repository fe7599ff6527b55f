/** What a ballot lists and how its points are read (docs: tally rules, section 1). */
export type BallotKind = "approval" | "single" | "knapsack" | "cumulative" | "score" | "ordinal";

/** Points are held as integers in ten-thousandths, so files with up to four decimals stay exact: one point = 10_000n. */
export const POINT = 10_000n;

/** Money is held as integer cents: one currency unit = 100n. */
export const CURRENCY_UNIT = 100n;

/** A project on the ballot. */
export interface Project {
  readonly id: string;
  /** Integer cents. */
  readonly cost: bigint;
  readonly name?: string;
  /** True when the organiser withdrew the project (cost 999999999 in .pb files): listed, never funded, never stops a walk. */
  readonly withdrawn?: boolean;
}

/** One voter's ballot; an empty `projects` is an empty ballot. */
export interface Ballot {
  readonly voterId: string;
  /** Indices into `Election.projects`, in ballot order (best first for ordinal), no index twice. */
  readonly projects: readonly number[];
  /** Parallel to `projects` for cumulative and score ballots, in units of {@link POINT}. A listed project supports nothing at 0 or less. */
  readonly points?: readonly bigint[];
}

/** Everything a rule may look at. Nothing else in a file influences an outcome. */
export interface Election {
  readonly kind: BallotKind;
  /** Integer cents. */
  readonly budget: bigint;
  /** In file order; the order only matters where a tie rule names it. */
  readonly projects: readonly Project[];
  /** Includes empty ballots: they count in the number of voters. */
  readonly ballots: readonly Ballot[];
}
