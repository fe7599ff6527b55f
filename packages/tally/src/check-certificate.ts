import type { CanonicalElection } from "./canonical.ts";
import type { Certificate, CertificateRun } from "./certificate.ts";
import type { Parameters } from "./parameters.ts";
import { sha256 } from "./sha256.ts";

type Group = { size: bigint; money: bigint };
type Project = { id: string; cost: bigint; votes: bigint; key: bigint; worth: bigint; supporters: Map<Group, bigint> };
function demand(holds: boolean, claim: string): asserts holds {
  if (!holds) throw new Error(`not so: ${claim}`);
}
const sign = <T extends bigint | number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const total = (projects: readonly Project[]): bigint => projects.reduce((sum, { cost }) => sum + cost, 0n);

/** Counts the canonical text from scratch. The projects in the running come in the order that settles ties. */
function recount(text: string, p: Parameters) {
  const { kind, budget, projects, ballots }: CanonicalElection = JSON.parse(text);
  const isPlain = p.utility === "cost" || p.utility === "cardinality";
  const none = { votes: 0n, key: 0n, worth: 0n };
  const all = projects.map(([id, cost]): Project => ({ id, cost: BigInt(cost), ...none, supporters: new Map() }));
  const ranks = p.scoring === "full-borda" ? all.map((_, place) => all.length - 1 - place) : p.scoring;
  const groups = ballots.map(([voters, list, points]) => {
    const group: Group = { size: BigInt(voters), money: 0n };
    for (const [place, c] of list.flatMap((index) => all[index] ?? []).entries()) {
      const rank = ranks === "ballot-length" ? list.length - place : (ranks[place] ?? 0);
      const own = BigInt(kind === "ordinal" ? Math.round(rank * 10_000) : (points?.[place] ?? 10_000));
      if (own <= 0n) continue;
      const utility = (isPlain ? 1n : own) * (p.utility.endsWith("cost") && c.cost > 0n ? c.cost : 1n);
      c.supporters.set(group, utility);
      c.votes += group.size;
      c.key += group.size * (p.rankBy === "votes" ? 10_000n : own);
      c.worth += group.size * utility;
    }
    return group;
  });
  const voters = groups.reduce((sum, { size }) => sum + size, 0n);
  const [share = 0n, per = 1n] = (p.eligibility ?? "0").split("/").map(BigInt);
  const reaches = ({ votes, cost }: Project) => votes > 0n && votes * BigInt(budget) * per >= share * cost * voters;
  const running = all.filter((c, place) => projects[place]?.[2] === 0 && reaches(c));
  const lot = ({ id }: Project) => (p.tie === "lot" ? sha256(`${p.lotSeed}${id}`) : p.tie === "id" ? id : "");
  running.sort((a, b) => (p.tie !== "id" && (sign(a.cost, b.cost) || sign(b.votes, a.votes))) || sign(lot(a), lot(b)));
  return { budget: BigInt(budget), voters: voters || 1n, groups, running };
}

/** A greedy walk looks at each project once, so checking one is walking it. `from`: in the order of ties. */
function walk(p: Parameters, rule: string, from: readonly Project[], budget: bigint): Project[] {
  const worth = ({ worth, key }: Project, rival: Project) => (rule === "greedy-value" ? worth * rival.cost : key);
  const funded: Project[] = [];
  for (const c of [...from].sort((a, b) => sign(worth(b, a), worth(a, b)))) {
    if (rule === "greedy-threshold" && Number(c.key) < p.minimumScore * 10_000) continue;
    if (p.exclusiveGroups.some((ids) => ids.includes(c.id) && funded.some(({ id }) => ids.includes(id)))) continue;
    if (total(funded) + c.cost <= budget) funded.push(c);
    else if (rule === "greedy-no-skip") break;
  }
  return funded;
}

/** Checks a run of Equal Shares: each winner is paid exactly, nobody was cheaper, nobody else can be paid. */
function checkRun(of: ReturnType<typeof recount>, run: CertificateRun, start: bigint): Project[] {
  const den = BigInt(run.denominator);
  demand(den > 0n && BigInt(run.endowment) * of.voters === start * den, "the endowment is the start and the steps");
  for (const group of of.groups) group.money = BigInt(run.endowment);
  const lack = (c: Project, price: bigint): [missing: bigint, full: bigint] => {
    let [poor, full] = [0n, 0n];
    for (const [{ size, money }, utility] of c.supporters)
      if (money < price * utility) poor += size * money;
      else full += size * utility;
    return [c.cost * den - poor - price * full, full];
  };
  // Money only shrinks: what a project lacks at one price shows up to which price it stays too dear unseen.
  const floors = new Map(of.running.map((c) => [c, 0n]));
  const bought = run.rounds.map((round) => {
    const [price, winner] = [BigInt(round.price), of.running.find(({ id }) => id === round.project)];
    demand(winner !== undefined && floors.delete(winner), `${round.project} is in the running`);
    demand(String(lack(winner, price)) === `0,${round.full}` && round.full !== "0", `${winner.id} is paid for`);
    for (const [c] of [...floors].filter(([, floor]) => floor <= price)) {
      const [missing, full] = lack(c, price);
      const isTied = missing === 0n && full > 0n && of.running.indexOf(winner) < of.running.indexOf(c);
      demand(missing > 0n || isTied, `${winner.id} goes before ${c.id}`);
      floors.set(c, full > 0n ? price + missing / full : c.cost * den);
    }
    for (const [g, utility] of winner.supporters) g.money = g.money > price * utility ? g.money - price * utility : 0n;
    return winner;
  });
  const open = total(bought) > of.budget ? [] : floors.keys();
  for (const c of open) demand(lack(c, c.cost * den)[0] > 0n, `${c.id} cannot be paid for`);
  return bought;
}

/** Throws an Error with the first claim that is not so. Returns the claims that only a full count can show. */
export function checkCertificate({ sha256: hash, ...body }: Certificate, text: string): string[] {
  const { parameters: p, runs, steps } = body;
  demand(sha256(text) === body.inputSha256, "the input is the one that was counted");
  demand(sha256(JSON.stringify(p)) === body.parametersSha256, "the parameters have the stated hash");
  demand(sha256(JSON.stringify(body)) === hash, "the certificate has the stated hash");
  const of = recount(text, p);
  const { budget, voters, groups, running } = of;
  const adds = p.completion.startsWith("add1");
  const fits = adds && total(running) <= budget;
  const isOpen = p.rule === "phragmen" || p.rule === "knapsack";
  const other = p.rule.startsWith("greedy") ? walk(p, p.rule, running, budget) : [];
  const named = [...new Set(body.ruleWinners)].flatMap((id) => running.filter((c) => c.id === id));
  const start = p.start === "exact" ? budget : (budget / voters / 100n) * 100n * voters;
  const asked = (k: number) => start + BigInt(p.stepCents * (steps + k)) * voters;
  const [own = isOpen ? named : other, next = []] = runs.map((run, k) => checkRun(of, run, asked(k)));
  const isDone = p.stopWhenExhaustive && running.every((c) => own.includes(c) || total(own) + c.cost > budget);
  const due = p.rule !== "equal-shares" || fits ? 0 : adds && !isDone ? 2 : 1;
  demand(runs.length === due && (due > 0 && adds ? steps >= 0 : steps === 0), "the endowment is raised as asked");
  demand(due < 2 || total(next) > budget, "the next endowment overspends");
  const left = running.filter((c) => (fits || (p.completion.endsWith("utilitarian") && !isOpen)) && !own.includes(c));
  const chosen = [...own, ...walk(p, "greedy-value", left, budget - total(own))];
  const greedy = walk(p, "greedy", running, budget);
  const [most, divided] = [p.comparison === "exclusion" ? 1 : running.length, p.comparison === "none" ? [] : groups];
  const got = (g: Group, by: Project[]) => Math.min(most, by.filter(({ supporters }) => supporters.has(g)).length);
  const lead = divided.reduce((sum, g) => sum + Number(g.size) * sign(got(g, chosen), got(g, greedy)), 0);
  const kept = lead < 0 ? greedy : chosen;
  const ids = JSON.stringify([chosen, kept].map((projects) => projects.map(({ id }) => id)));
  demand(ids === JSON.stringify([body.ruleWinners, body.winners]), "the rule and the comparison choose these projects");
  demand(total(chosen) <= budget && String(total(kept)) === body.totalCost, "the total is theirs, within the budget");
  return [...(isOpen ? [`the choice by ${p.rule}`] : []), ...(steps > 0 ? ["that the search ends no sooner"] : [])];
}
