import { canonicalText } from "./canonical.ts";
import { counted } from "./counted.ts";
import type { Election } from "./election.ts";
import { EqualShares } from "./equal-shares.ts";
import type { Comparison, Outcome, Phase } from "./outcome.ts";
import type { Parameters } from "./parameters.ts";
import { format, parse, type Rational } from "./rational.ts";
import { greedyBaseline } from "./select.ts";
import { sha256 } from "./sha256.ts";
import { tieRanks } from "./tie-order.ts";

/** Version of the counting rules: changes whenever the same input and parameters could give another outcome. */
export const TALLY_VERSION = "1.0.0";

/** A purchase, or a project funded by a walk. Rates are fractions "num/den" of cents per ten-thousandth of a point, or per supporter. */
export type CertificateRound = readonly [project: string, phase: Phase, rate: string | null];

/** One run of Equal Shares or Phragmen, or one greedy walk. */
export interface CertificateRun {
  /** Cents per voter, "num/den"; null outside Equal Shares. */
  readonly endowment: string | null;
  readonly rounds: readonly CertificateRound[];
}

/** What a checker needs to confirm an outcome from the canonical text without searching. Plain JSON. */
export interface Certificate {
  readonly format: "hevel-tally-certificate/1";
  readonly version: string;
  readonly inputSha256: string;
  readonly parameters: Parameters;
  readonly parametersSha256: string;
  readonly winners: readonly string[];
  /** Cents. */
  readonly totalCost: string;
  /** The rule's own winners, before a comparison. */
  readonly run: CertificateRun;
  readonly steps: number;
  readonly stop: string | null;
  /** Add1 that ended because the next endowment overspends: that run, up to where it does. */
  readonly overspend: CertificateRun | null;
  /** Greedy by votes, when compared with. */
  readonly greedy: CertificateRun | null;
  readonly comparison: Pick<Comparison, "preferRule" | "preferGreedy" | "kept"> | null;
  /** Of everything above, as JSON without white space. */
  readonly sha256: string;
}

const inCents = (units: string): string => {
  const { num, den } = parse(units);
  return format({ num: num * 100n, den });
};

/** The certificate of an outcome. Runs the rule once more where the outcome does not hold a run (comparison, next endowment). */
export function certify(election: Election, outcome: Outcome): Certificate {
  const { parameters, comparison } = outcome;
  const of = counted(election, { ...outcome, comparison: null });
  const { profile, worth } = of;
  const ranks = tieRanks(profile, parameters);
  const id = (c: number) => election.projects[c]?.id ?? "";
  const unit = worth.points === profile.supportPoints ? profile.pointUnit : 1n;
  const rateOf = ({ num, den }: Rational) => format({ num, den: den * unit });
  const greedyRounds = greedyBaseline(profile, parameters, ranks)
    .steps.filter(({ passed }) => passed === null)
    .map(({ project }): CertificateRound => [id(project), "greedy", null]);
  const shares = () => new EqualShares(profile, worth, ranks);
  const runAt = (endowment: string, stopAbove?: bigint): CertificateRun => {
    const run = shares().run(parse(endowment), stopAbove);
    return {
      endowment,
      rounds: run.winners.map((c, i) => [id(c), "equal-shares", rateOf(run.rates[i] ?? { num: 0n, den: 1n })]),
    };
  };
  const endowment = outcome.endowment === null ? null : inCents(outcome.endowment);
  const own = (comparison?.ruleRounds ?? outcome.rounds).map(({ project, phase, rate }): CertificateRound => {
    if (phase !== "equal-shares") return [project, phase, rate && inCents(rate)];
    const { num, den } = parse(inCents(rate ?? "0"));
    return [project, phase, format({ num, den: worth.points === profile.supportPoints ? den * 10_000n : den })];
  });
  const overspends = outcome.search?.stop === "overspend" && endowment !== null;
  const next = ({ num, den }: Rational) => format({ num: num + BigInt(parameters.stepCents) * den, den });
  const body: Omit<Certificate, "sha256"> = {
    format: "hevel-tally-certificate/1",
    version: TALLY_VERSION,
    inputSha256: sha256(canonicalText(election)),
    parameters,
    parametersSha256: sha256(JSON.stringify(parameters)),
    winners: outcome.winners,
    totalCost: String(outcome.totalCost),
    run: { endowment, rounds: own },
    steps: outcome.search?.steps ?? 0,
    stop: outcome.search?.stop ?? null,
    overspend: overspends ? runAt(next(parse(endowment)), election.budget) : null,
    greedy: comparison ? { endowment: null, rounds: greedyRounds } : null,
    comparison: comparison && {
      preferRule: comparison.preferRule,
      preferGreedy: comparison.preferGreedy,
      kept: comparison.kept,
    },
  };
  return { ...body, sha256: sha256(JSON.stringify(body)) };
}
