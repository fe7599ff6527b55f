import { counted } from "./counted.ts";
import type { Election } from "./election.ts";
import type { Outcome } from "./outcome.ts";
import { format, type Rational } from "./rational.ts";
import { replay } from "./replay.ts";

/** What one voter's money bought. Fractions as "num/den" in currency units. */
export interface VoterAccount {
  /** Null where voters have no money of their own (all rules but Equal Shares). */
  readonly start: string | null;
  /** Winners the voter supports, in order of selection, and what the voter paid for each. */
  readonly winners: readonly { readonly project: string; readonly paid: string | null }[];
  readonly left: string | null;
}

/** The accounts of a group of equal ballots. */
export interface GroupAccount extends VoterAccount {
  /** Project ids on the ballot that count as support. */
  readonly ballot: readonly string[];
  readonly voters: number;
}

function accounts(election: Election, outcome: Outcome, wanted: (g: number) => boolean): Map<number, GroupAccount> {
  const { profile, worth, bought } = counted(election, outcome);
  const id = (c: number) => election.projects[c]?.id ?? "";
  const inUnits = (cents: Rational) => format({ num: cents.num, den: cents.den * 100n });
  const groups = Array.from(profile.weight, (_, g) => g).filter(wanted);
  const paid = new Map(groups.map((g) => [g, new Map<string, string>()]));
  const left = new Map<number, string>();
  if (bought) {
    replay(profile, worth, bought, ({ money, den }, round) => {
      const winner = bought.winners[round];
      if (winner === undefined) {
        for (const g of groups) left.set(g, inUnits({ num: money[g] ?? 0n, den }));
        return;
      }
      const rate = bought.rates[round] ?? { num: 0n, den: 1n };
      for (let s = profile.supportStart[winner] ?? 0; s < (profile.supportStart[winner + 1] ?? 0); s++) {
        const g = profile.supportGroup[s] ?? 0;
        const asked = ((rate.num * den) / rate.den) * BigInt(worth.points[s] ?? 0);
        const has = money[g] ?? 0n;
        paid.get(g)?.set(id(winner), inUnits({ num: has < asked ? has : asked, den }));
      }
    });
  }
  return new Map(
    groups.map((g) => {
      const entries = profile.ballotProject.subarray(profile.ballotStart[g], profile.ballotStart[g + 1]);
      const ballot = Array.from(entries, id);
      const winners = outcome.winners.filter((winner) => ballot.includes(winner));
      return [
        g,
        {
          ballot,
          voters: profile.weight[g] ?? 0,
          start: bought ? inUnits(bought.endowment) : null,
          winners: winners.map((project) => ({ project, paid: paid.get(g)?.get(project) ?? null })),
          left: left.get(g) ?? null,
        },
      ];
    }),
  );
}

/** Exact payments of every group of equal ballots. */
export function groupAccounts(election: Election, outcome: Outcome): GroupAccount[] {
  return [...accounts(election, outcome, () => true).values()];
}

/** Exact account of the voter whose ballot stands at this place in `election.ballots`. */
export function voterAccount(election: Election, outcome: Outcome, ballot: number): VoterAccount {
  const g = counted(election, outcome).profile.groupOfBallot[ballot] ?? -1;
  const account = accounts(election, outcome, (group) => group === g).get(g);
  if (account) return { start: account.start, winners: account.winners, left: account.left };
  const start = outcome.comparison?.kept === "greedy" ? null : outcome.endowment;
  return { start, winners: [], left: start };
}
