import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count } from "../src/count.ts";
import type { Election } from "../src/election.ts";
import { EqualShares } from "../src/equal-shares.ts";
import { explain } from "../src/explain.ts";
import { fairness } from "../src/fairness.ts";
import { completeParameters, type Parameters } from "../src/parameters.ts";
import { prepare } from "../src/profile.ts";
import { format, parse, type Rational } from "../src/rational.ts";
import { tieRanks } from "../src/tie-order.ts";
import { groupAccounts, voterAccount } from "../src/voter-account.ts";
import { worthOf } from "../src/worth.ts";
import { elections, parametersFor, repeated } from "./elections.ts";

const cases = elections.chain((election) =>
  fc.record({ election: fc.constant(election), given: parametersFor(election) }),
);
const approvalCases = elections.filter(({ kind }) => kind === "approval" || kind === "single" || kind === "knapsack");
const supporters = (election: Election, c: number) =>
  election.ballots.filter((ballot) => ballot.projects.some((p, i) => p === c && (ballot.points?.[i] ?? 1n) > 0n));
const plus = (a: Rational, b: Rational): Rational => ({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });

describe("every rule", () => {
  test("keeps to the budget and funds each winner once, with support and not withdrawn", () => {
    fc.assert(
      fc.property(cases, ({ election, given }) => {
        const outcome = count(election, given);
        expect(outcome.totalCost).toBeLessThanOrEqual(election.budget);
        expect(new Set(outcome.winners).size).toBe(outcome.winners.length);
        const indices = outcome.winners.map((id) => election.projects.findIndex((p) => p.id === id));
        expect(indices.reduce((sum, c) => sum + (election.projects[c]?.cost ?? 0n), 0n)).toBe(outcome.totalCost);
        for (const c of indices) expect(supporters(election, c).length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("does not depend on the order of the ballots", () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ election, given }, keys) => {
        const shuffled = election.ballots
          .map((ballot) => ({ ballot, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ ballot }) => ballot);
        expect(count({ ...election, ballots: shuffled }, given)).toEqual(count(election, given));
      }),
      { numRuns: 600 },
    );
  });

  test("does not depend on the order of the projects unless ties go by it", () => {
    fc.assert(
      fc.property(cases, ({ election, given }) => {
        fc.pre(given.tie !== "cost-votes-file");
        const last = election.projects.length - 1;
        const flipped: Election = {
          ...election,
          projects: [...election.projects].reverse(),
          ballots: election.ballots.map((ballot) => ({ ...ballot, projects: ballot.projects.map((c) => last - c) })),
        };
        expect(count(flipped, given).winners).toEqual(count(election, given).winners);
      }),
      { numRuns: 600 },
    );
  });

  test("gives the same with every voter three times over, but for the numbers of voters", () => {
    fc.assert(
      fc.property(cases, ({ election, given }) => {
        fc.pre(given.rule !== "greedy-threshold" && !given.completion?.startsWith("add1"));
        fc.pre(given.start !== "integral");
        expect(count(repeated(election, 3), given).winners).toEqual(count(election, given).winners);
      }),
      { numRuns: 600 },
    );
  });

  test("says of a tie that it mattered exactly when the reverse order gives other winners", () => {
    fc.assert(
      fc.property(cases, ({ election, given }) => {
        const outcome = count(election, { ...given, tie: "id" });
        const [tie, ...more] = outcome.ties;
        fc.pre(tie !== undefined && more.length === 0 && tie.projects.length === 2);
        const [a = "", b = ""] = tie?.projects ?? [];
        const swap: Record<string, string> = { [a]: b, [b]: a };
        const renamed = { ...election, projects: election.projects.map((p) => ({ ...p, id: swap[p.id] ?? p.id })) };
        const groups = (given.exclusiveGroups ?? []).map((group) => group.map((id) => swap[id] ?? id));
        const other = count(renamed, { ...given, tie: "id", exclusiveGroups: groups });
        const back = other.winners.map((id) => swap[id] ?? id).sort();
        expect(tie?.mattered).toBe(String(back) !== String([...outcome.winners].sort()));
      }),
      { numRuns: 300 },
    );
  });
});

describe("greedy", () => {
  test("by votes keeps a winner that gains a supporter", () => {
    fc.assert(
      fc.property(approvalCases, fc.nat(), (election, pick) => {
        const { winners } = count(election, { rule: "greedy" });
        fc.pre(winners.length > 0);
        const id = winners[pick % winners.length] ?? "";
        const c = election.projects.findIndex((p) => p.id === id);
        const gained = { ...election, ballots: [...election.ballots, { voterId: "new", projects: [c] }] };
        expect(count(gained, { rule: "greedy" }).winners).toContain(id);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("Equal Shares", () => {
  test("before completion satisfies EJR+ up to one project", () => {
    fc.assert(
      fc.property(approvalCases, (election) => {
        const { winners } = count(election, { rule: "equal-shares", utility: "cost" });
        expect(fairness(election, winners).ejrPlusUpToOne).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test("spends exactly what the winners cost, and no voter more than the endowment", () => {
    fc.assert(
      fc.property(cases, ({ election, given }) => {
        fc.pre(given.rule === "equal-shares");
        const outcome = count(election, { ...given, comparison: "none" });
        fc.pre(outcome.endowment !== null);
        const paid = new Map<string, Rational>();
        for (const group of groupAccounts(election, outcome)) {
          let spent: Rational = parse(group.left ?? "0");
          expect(spent.num).toBeGreaterThanOrEqual(0n);
          for (const { project, paid: amount } of group.winners) {
            const own = parse(amount ?? "0");
            spent = plus(spent, own);
            const all = { num: own.num * BigInt(group.voters), den: own.den };
            paid.set(project, plus(paid.get(project) ?? { num: 0n, den: 1n }, all));
          }
          expect(format(spent)).toBe(outcome.endowment);
        }
        for (const { project, phase } of outcome.rounds) {
          if (phase !== "equal-shares") continue;
          const cost = election.projects.find((p) => p.id === project)?.cost ?? 0n;
          expect(format(paid.get(project) ?? { num: -1n, den: 1n })).toBe(format({ num: cost, den: 100n }));
        }
        election.ballots.forEach((_, i) => {
          const account = voterAccount(election, outcome, i);
          const parts = account.winners.reduce(
            (sum, { paid: part }) => plus(sum, parse(part ?? "0")),
            parse(account.left ?? "0"),
          );
          expect(format(parts)).toBe(outcome.endowment);
        });
      }),
      { numRuns: 500 },
    );
  });

  test("lets a loser win at the cost, or with the supporters, that the explanation names, and not a cent or a voter short of it", () => {
    const utilities = ["cost", "cardinality"] as const;
    fc.assert(
      fc.property(approvalCases, fc.constantFrom(...utilities), (election, utility) => {
        fc.pre(election.budget > 100n);
        const parameters: Parameters = { ...completeParameters(election.kind), utility };
        const outcome = count(election, parameters);
        const endowment = { num: election.budget, den: BigInt(Math.max(election.ballots.length, 1)) };
        /** Null where the winner of a tie with c decides. */
        const wins = (changed: Election, c: number): boolean | null => {
          const profile = prepare(changed, parameters);
          const shares = new EqualShares(profile, worthOf(profile, utility), tieRanks(profile, parameters));
          const run = shares.run(endowment);
          return run.ties.some(({ projects }) => projects.includes(c)) ? null : run.winners.includes(c);
        };
        for (const loss of explain(election, outcome).losses) {
          if (loss.supportersMoney === null) continue;
          const c = election.projects.findIndex((p) => p.id === loss.project);
          const priced = (cost: bigint): Election => ({
            ...election,
            projects: election.projects.map((p, i) => (i === c ? { ...p, cost } : p)),
          });
          const added = (voters: number): Election => ({
            ...election,
            ballots: [
              ...election.ballots,
              ...Array.from({ length: voters }, () => ({ voterId: "new", projects: [c] })),
            ],
          });
          const reached = BigInt(loss.winsAtCost ?? 0);
          if (reached > 1n) expect(wins(priced(reached - 1n), c), `${loss.project} at ${reached - 1n}`).not.toBe(false);
          if (reached + 1n < loss.cost)
            expect(wins(priced(reached + 1n), c), `${loss.project} at ${reached + 1n}`).not.toBe(true);
          const extra = loss.extraSupporters ?? 0;
          expect(wins(added(extra + 1), c), `${loss.project} with ${extra + 1} more`).not.toBe(false);
          if (extra > 1) expect(wins(added(extra - 1), c), `${loss.project} with ${extra - 1} more`).not.toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("gives every winner an effective support of at least 1 and every loser less, ties aside", () => {
    fc.assert(
      fc.property(approvalCases, (election) => {
        const explained = explain(election, count(election), { winnersSupport: true });
        for (const { effectiveSupport } of explained.winnersSupport) expect(effectiveSupport).toBeGreaterThan(1 - 1e-9);
        for (const { effectiveSupport } of explained.losses) expect(effectiveSupport ?? 0).toBeLessThan(1 + 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
