export { CURRENCY_UNIT, POINT } from "./election.ts";
export type { Ballot, BallotKind, Election, Project } from "./election.ts";
