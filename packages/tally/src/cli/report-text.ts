import type { Election } from "../election.ts";
import type { Outcome } from "../outcome.ts";
import { formatPoints } from "../pb/amount.ts";
import type { Finding } from "../pb/findings.ts";
import { Recount } from "../pb/official.ts";
import { hasPoints } from "../pb/votes.ts";
import type { Counted } from "./count-file.ts";
import { nl } from "./messages-nl.ts";
import { fractionMoney, money, plainMoney } from "./money.ts";
import { type Column, labelLines, tableLines } from "./table.ts";

const projectColumns: readonly Column[] = [
  { title: nl.columns.number, align: "right" },
  { title: nl.columns.project, align: "left", widthMax: 16 },
  { title: nl.columns.name, align: "left", widthMax: 44 },
  { title: nl.columns.cost, align: "right" },
  { title: nl.columns.votes, align: "right" },
  { title: nl.columns.score, align: "right" },
  { title: nl.columns.together, align: "right" },
  { title: nl.columns.remark, align: "left" },
];

/** The outcome as a page of text a council clerk can read. */
export function textReport(counted: Counted): string {
  const { outcome, pb } = counted;
  const { winners, losers } = projectRows(pb.election, outcome);
  const lines = [
    nl.result(counted.path),
    "",
    ...summary(counted),
    "",
    nl.winners(winners.length),
    ...(winners.length === 0 ? [] : tableLines(projectColumns, winners)),
    "",
    nl.losers(losers.length),
    ...(losers.length === 0 ? [] : tableLines(projectColumns, losers)),
    "",
    ...comparison(outcome),
    nl.ties(outcome.ties.length),
    ...outcome.ties.map((tie) => `  ${nl.tie(tie)}`),
    "",
    ...findingLines(counted.findings),
  ];
  return `${lines.join("\n")}\n`;
}

/** The findings of a file, one line each. */
export function findingLines(findings: readonly Finding[]): string[] {
  return [nl.findings(findings.length), ...findings.map((finding) => `  ${nl.finding(finding)}`)];
}

function summary({ outcome, pb, sha256 }: Counted): string[] {
  const { parameters, endowment, totalCost, search } = outcome;
  const currency = pb.meta.get("currency");
  const fair = parameters.rule === "equal-shares" || parameters.rule === "phragmen";
  const valued =
    parameters.rule === "equal-shares" || parameters.rule === "knapsack" || parameters.rule === "greedy-value";
  const { labels } = nl;
  const pairs: [string, string][] = [
    [labels.rule, nl.rule(parameters)],
    ...(valued ? [[labels.utility, nl.utility(parameters)] as [string, string]] : []),
    ...(fair ? [[labels.completion, nl.completion(parameters)] as [string, string]] : []),
    [labels.tie, nl.tieOrder(parameters)],
    [labels.voters, pb.election.ballots.length.toString()],
    [labels.budget, money(pb.election.budget, currency)],
    ...(endowment === null
      ? []
      : [[labels.endowment, endowmentText(endowment, search?.start ?? endowment, currency)] as [string, string]]),
    [labels.spent, money(totalCost, currency)],
    [labels.left, money(pb.election.budget - totalCost, currency)],
    [labels.hash, sha256],
  ];
  return labelLines(pairs);
}

function endowmentText(endowment: string, start: string, currency?: string): string {
  const amount = fractionMoney(endowment, currency);
  return start === endowment ? nl.perVoter(amount) : nl.raised(amount, fractionMoney(start, currency));
}

function comparison({ comparison: compared }: Outcome): string[] {
  if (compared === null) return [];
  return [nl.comparison(compared.preferRule, compared.preferGreedy, compared.kept), ""];
}

function projectRows(election: Election, outcome: Outcome): { winners: string[][]; losers: string[][] } {
  const recount = new Recount(election.kind, election.projects.length);
  for (const ballot of election.ballots) recount.add(ballot);
  const scored = hasPoints(election.kind) || election.kind === "ordinal";
  const index = new Map(election.projects.map((project, at) => [project.id, at]));
  const row = (at: number, number: string, together: string, remark: string): string[] => {
    const project = election.projects[at];
    const votes = String(recount.votes[at] ?? 0);
    const score = scored ? formatPoints(recount.scores[at] ?? 0n) : "";
    return [
      number,
      project?.id ?? "",
      project?.name ?? "",
      plainMoney(project?.cost ?? 0n),
      votes,
      score,
      together,
      remark,
    ];
  };
  let together = 0n;
  const winners = outcome.rounds.map(({ project, phase }, place) => {
    const at = index.get(project) ?? -1;
    together += election.projects[at]?.cost ?? 0n;
    return row(at, String(place + 1), plainMoney(together), nl.phase(phase));
  });
  const won = new Set(outcome.winners);
  const losers = election.projects
    .map((project, at) => ({ project, at }))
    .filter(({ project }) => !won.has(project.id))
    .sort((left, right) => (recount.votes[right.at] ?? 0) - (recount.votes[left.at] ?? 0))
    .map(({ project, at }) => row(at, "", "", project.withdrawn === true ? nl.withdrawn : ""));
  return { winners, losers };
}
