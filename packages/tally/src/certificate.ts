import { canonicalText } from "./canonical.ts";
import { type Counted, counted } from "./counted.ts";
import type { Election } from "./election.ts";
import { endowmentAt } from "./endowment.ts";
import { EqualShares } from "./equal-shares.ts";
import type { Outcome } from "./outcome.ts";
import type { Parameters } from "./parameters.ts";
import { gcd, type Rational, reduce } from "./rational.ts";
import { type Bought, replay } from "./replay.ts";
import { sha256 } from "./sha256.ts";
import { tieRanks } from "./tie-order.ts";

/** Version of the counting rules: changes whenever the same input and parameters could give another outcome. */
export const TALLY_VERSION = "1.0.0";

/** One purchase. Every supporter pays price x utility, or all that is left to them where that is less. */
export interface CertificateRound {
  readonly project: string;
  /** Cents per unit of utility, as a numerator over the denominator of the run. */
  readonly price: string;
  /** Utility, over all voters, of the supporters who pay in full; the others pay the rest of the cost. */
  readonly full: string;
}

/** One run of Equal Shares. Utility counts a point as 10 000; a project whose worth is its cost counts its cents. */
export interface CertificateRun {
  /** Of the endowment and all prices. */
  readonly denominator: string;
  /** Cents per voter, as a numerator. */
  readonly endowment: string;
  readonly rounds: readonly CertificateRound[];
}

/** What a checker needs to confirm an outcome from the canonical text without searching. Plain JSON. */
export interface Certificate {
  readonly format: "hevel-tally-certificate/2";
  readonly version: string;
  readonly inputSha256: string;
  readonly parameters: Parameters;
  readonly parametersSha256: string;
  /** Ids in order of selection, after a comparison. */
  readonly winners: readonly string[];
  /** Cents. */
  readonly totalCost: string;
  /** The rule's own winners, before a comparison. */
  readonly ruleWinners: readonly string[];
  /** Steps of Add1 from the first endowment to that of the first run. */
  readonly steps: number;
  /** Equal Shares: the run, and where Add1 ended because the next endowment overspends, that run up to where it does. */
  readonly runs: readonly CertificateRun[];
  /** Of everything above, as JSON without white space. */
  readonly sha256: string;
}

/** Writes a run down on whole numbers: prices per unit of utility, and who pays in full. */
function runOf({ profile, worth }: Counted, { endowment, winners, rates }: Bought): CertificateRun {
  const isPointed = worth.points === profile.supportPoints;
  const unit = isPointed ? profile.pointUnit : 1n;
  const prices = rates.map(({ num, den }, r) =>
    reduce({ num, den: den * unit * (worth.factor[winners[r] ?? 0] ?? 1n) }),
  );
  const start = reduce(endowment);
  const denominator = prices.reduce((den, price) => (den / gcd(den, price.den)) * price.den, start.den);
  const over = ({ num, den }: Rational) => String(num * (denominator / den));
  const rounds: CertificateRound[] = [];
  replay(profile, worth, { endowment, winners, rates }, ({ money, den }, r) => {
    const [winner, rate, price] = [winners[r], rates[r], prices[r]];
    if (winner === undefined || rate === undefined || price === undefined) return;
    let points = 0;
    for (let s = profile.supportStart[winner] ?? 0; s < (profile.supportStart[winner + 1] ?? 0); s++) {
      const g = profile.supportGroup[s] ?? 0;
      const asked = ((rate.num * den) / rate.den) * BigInt(worth.points[s] ?? 0);
      if ((money[g] ?? 0n) >= asked) points += (profile.weight[g] ?? 0) * (worth.points[s] ?? 0);
    }
    const full = BigInt(points) * unit * (worth.factor[winner] ?? 1n);
    rounds.push({ project: profile.election.projects[winner]?.id ?? "", price: over(price), full: String(full) });
  });
  return { denominator: String(denominator), endowment: over(start), rounds };
}

/** The certificate of an outcome. Runs Equal Shares once more at the next endowment where that is to be shown to overspend. */
export function certify(election: Election, outcome: Outcome): Certificate {
  const { parameters, comparison, search } = outcome;
  // What the rule itself chose, whatever the comparison kept.
  const of = counted(election, { ...outcome, rounds: comparison?.ruleRounds ?? outcome.rounds, comparison: null });
  const runs = of.bought ? [runOf(of, of.bought)] : [];
  if (of.bought && search?.stop === "overspend") {
    const endowment = endowmentAt(of.bought.endowment, parameters.stepCents, 1);
    const shares = new EqualShares(of.profile, of.worth, tieRanks(of.profile, parameters));
    runs.push(runOf(of, { endowment, ...shares.run(endowment, election.budget) }));
  }
  const body: Omit<Certificate, "sha256"> = {
    format: "hevel-tally-certificate/2",
    version: TALLY_VERSION,
    inputSha256: sha256(canonicalText(election)),
    parameters,
    parametersSha256: sha256(JSON.stringify(parameters)),
    winners: outcome.winners,
    totalCost: String(outcome.totalCost),
    ruleWinners: comparison?.ruleWinners ?? outcome.winners,
    steps: search?.steps ?? 0,
    runs,
  };
  return { ...body, sha256: sha256(JSON.stringify(body)) };
}
