/** What an election allows on one ballot. An absent limit does not bind. */
export interface BallotLimits {
  /** Number of projects. */
  readonly lengthMin?: number;
  readonly lengthMax?: number;
  /** Cents: the sum of the costs of the projects named. */
  readonly sumCostMin?: bigint;
  readonly sumCostMax?: bigint;
  /** Points for one project, in units of POINT. */
  readonly pointsMin?: bigint;
  readonly pointsMax?: bigint;
  /** Points of the whole ballot, in units of POINT. */
  readonly sumPointsMin?: bigint;
  readonly sumPointsMax?: bigint;
}
