import type { Certificate, CertificateRun } from "./certificate.ts";
import { checkShares, fraction } from "./check-shares.ts";
import { compareAgain, walkAgain } from "./check-walks.ts";
import { recount } from "./recount.ts";
import { sha256 } from "./sha256.ts";

/**
 * Checks a certificate against the canonical text of its election, from the definitions of the rules, in time linear in the ballots
 * per round: it recounts what every round claims and searches nothing. `unproven` names the claims that only a full count can show.
 */
export function checkCertificate(certificate: Certificate, text: string): { problems: string[]; unproven: string[] } {
  const problems: string[] = [];
  const demand = (holds: boolean, claim: string) => void (holds || problems.push(`not so: ${claim}`));
  const { sha256: hash, ...body } = certificate;
  const { parameters: p, run, stop, comparison } = certificate;
  demand(sha256(text) === certificate.inputSha256, "the input is the one that was counted");
  demand(sha256(JSON.stringify(p)) === certificate.parametersSha256, "the parameters have the stated hash");
  demand(sha256(JSON.stringify(body)) === hash, "the certificate has the stated hash");
  if (problems.length > 0) return { problems, unproven: [] };

  const count = recount(text, p);
  const { budget, voters, ids, cost, running } = count;
  const indices = (list: readonly string[]) => list.map((id) => ids.indexOf(id));
  const picked = (of: CertificateRun | null, phase: string) =>
    indices((of?.rounds ?? []).flatMap((round) => (round[1] === phase ? round[0] : [])));
  const total = (list: readonly number[]) => list.reduce((sum, c) => sum + (cost[c] ?? 0n), 0n);
  const besides = (list: readonly number[]) => running.filter((c) => !list.includes(c));

  const own = indices(run.rounds.map(([id]) => id));
  const shares = picked(run, "equal-shares");
  const completed = picked(run, "completion");
  const before = own.slice(0, own.length - completed.length);
  const greedy = walkAgain(count, p, running, budget, "greedy");
  const raises = p.completion.startsWith("add1") && stop !== "all-supported-fit";
  const stepped = ([num, den]: [bigint, bigint], steps: number) =>
    [num + BigInt(p.stepCents * steps) * den, den] as const;
  const same = ([a, b]: readonly [bigint, bigint], [c, d]: readonly [bigint, bigint]) => a * d === c * b;
  if (p.rule === "equal-shares" && stop !== "all-supported-fit") {
    const [all, units] = [voters || 1n, (voters || 1n) * 100n];
    const start: [bigint, bigint] = p.start === "exact" ? [budget, all] : [(budget / units) * 100n, 1n];
    demand(
      same(fraction(run.endowment), stepped(start, certificate.steps)),
      "the endowment is the start and the steps",
    );
    demand(raises ? stop !== null : stop === null && certificate.steps === 0, "the endowment is raised as asked");
    problems.push(...checkShares(count, p, run, true));
    const exhaustive = !besides(shares).some((c) => (cost[c] ?? 0n) <= budget - total(shares));
    demand(stop === "exhaustive" ? exhaustive : !(raises && p.stopWhenExhaustive && exhaustive), "it stops as asked");
  }
  if (stop === "overspend") {
    const next = certificate.overspend ?? run;
    demand(same(fraction(next.endowment), stepped(fraction(run.endowment), 1)), "the next endowment is one step up");
    demand(total(picked(next, "equal-shares")) > budget, "the next endowment overspends");
    problems.push(...checkShares(count, p, next, false));
  }
  if (stop === "all-supported-fit")
    demand(besides(own).length === 0 && total(running) <= budget, "everything supported fits");
  if (p.rule.startsWith("greedy"))
    demand(String(walkAgain(count, p, running, budget, p.rule)) === String(own), "the walk is as stated");
  if (p.completion.endsWith("utilitarian") && stop !== "all-supported-fit") {
    const more = walkAgain(count, p, besides(before), budget - total(before), "greedy-value");
    demand(String(more) === String(completed), "the completion is as stated");
  } else demand(completed.length === 0, "nothing was completed");
  const [preferRule, preferGreedy] = compareAgain(count, p.comparison === "exclusion", own, greedy);
  if (p.comparison === "none") demand(comparison === null, "nothing was compared");
  else
    demand(
      comparison?.preferRule === preferRule && comparison.preferGreedy === preferGreedy,
      "the comparison is as stated",
    );
  const winners = p.comparison !== "none" && preferGreedy > preferRule ? greedy : own;
  demand(String(indices(certificate.winners)) === String(winners), "the winners are those of the rounds");
  demand(
    winners.every((c, i) => running.includes(c) && winners.indexOf(c) === i),
    "winners are supported and win once",
  );
  demand(
    certificate.totalCost === String(total(winners)) && total(winners) <= budget,
    "the total is theirs and within the budget",
  );
  const unproven = certificate.steps > 0 ? ["no lower endowment overspends"] : [];
  if (p.rule === "phragmen" || p.rule === "knapsack") unproven.push(`the choice by ${p.rule}: count again`);
  return { problems, unproven };
}
