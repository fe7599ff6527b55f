import type { Election } from "../election.ts";
import type { Explanation, Loss } from "../explain.ts";
import type { ShareRound } from "../explain-shares.ts";
import type { Fairness } from "../fairness.ts";
import type { Outcome } from "../outcome.ts";
import { countsPoints } from "../parameters.ts";
import type { Verification } from "./certificates.ts";
import type { Compared, Weighed } from "./compare-rules.ts";
import { nl } from "./messages-nl.ts";
import { decimal, fractionMoney, money, percentage, percentageReached, plainMoney } from "./money.ts";
import { type Column, labelLines, tableLines } from "./table.ts";

/** --explain: how each winner was paid for, and why each other project was not. */
export function explanationLines(
  election: Election,
  outcome: Outcome,
  explanation: Explanation,
  currency?: string,
): string[] {
  const name = (id: string) => {
    const project = election.projects.find((candidate) => candidate.id === id);
    return project?.name === undefined ? id : `${id} ${project.name}`;
  };
  const supports = new Map(explanation.winnersSupport.map((of) => [of.project, of.effectiveSupport]));
  const round = (entry: ShareRound, index: number) => {
    const support = supports.get(entry.project);
    return [
      `  ${nl.explain.round(index + 1, name(entry.project))}`,
      `     ${roundLine(entry, outcome, currency)}`,
      ...(support === undefined ? [] : [`     ${nl.explain.support(percentageReached(support))}`]),
    ];
  };
  const lost = (loss: Loss) => [
    `  ${name(loss.project)}`,
    `     ${nl.explain.reason(loss.reason, lossFigures(outcome, loss, currency))}`,
    ...distanceLines(loss, outcome, currency),
  ];
  const basis =
    outcome.endowment === null ? [] : [nl.explain.endowment(fractionMoney(outcome.endowment, currency)), ""];
  return [
    ...(explanation.rounds.length === 0 ? [] : basis),
    ...(explanation.rounds.length === 0 ? [] : [nl.explain.winners, ...explanation.rounds.flatMap(round), ""]),
    ...(explanation.losses.length === 0 ? [] : [nl.explain.losers, ...explanation.losses.flatMap(lost), ""]),
  ];
}

function roundLine(entry: ShareRound, outcome: Outcome, currency?: string): string {
  const price = entry.pricePerSupporter === null ? "" : fractionMoney(entry.pricePerSupporter, currency);
  const pointed = countsPoints(outcome.parameters.utility);
  return nl.explain.price({ price, votes: entry.votes, full: entry.payInFull, less: entry.payLess, pointed });
}

function lossFigures(outcome: Outcome, loss: Loss, currency?: string) {
  const amount = (cents: number) => money(BigInt(Math.round(cents)), currency);
  const passed = outcome.passed.find(({ project }) => project === loss.project);
  return {
    cost: money(loss.cost, currency),
    votes: loss.votes,
    start: loss.supportersMoney === null ? "" : amount(loss.supportersMoney.start),
    left: loss.supportersMoney === null ? "" : amount(loss.supportersMoney.left),
    spent: loss.spentOn.slice(0, 3).map(({ project, amount: cents }) => `${project} (${amount(cents)})`),
    before: passed === undefined ? "" : money(passed.moneyBefore, currency),
  };
}

function distanceLines(loss: Loss, outcome: Outcome, currency?: string): string[] {
  const lines: string[] = [];
  const cheaper = loss.winsAtCost !== null && loss.winsAtCost > 0 && loss.winsAtCost < Number(loss.cost);
  if (cheaper) lines.push(nl.explain.cheaper(money(BigInt(Math.floor(loss.winsAtCost ?? 0)), currency)));
  const points = outcome.parameters.rankBy === "score" && outcome.parameters.rule.startsWith("greedy");
  if (loss.extraSupporters !== null && loss.extraSupporters > 0) {
    lines.push(nl.explain.more(loss.extraSupporters, decimal(loss.extraSupporters), points));
  }
  if (loss.effectiveSupport !== null) lines.push(nl.explain.support(percentageReached(loss.effectiveSupport)));
  return lines.map((line) => `     ${line}`);
}

/** --stats: how evenly the money was spread. */
export function fairnessLines(fair: Fairness, currency?: string): string[] {
  const { labels } = nl.stats;
  const cents = (value: number) => money(BigInt(Math.round(value)), currency);
  return [
    nl.stats.title,
    ...labelLines([
      [labels.excluded, `${fair.excluded} (${percentage(fair.exclusionRatio)})`],
      [labels.meanWinners, decimal(fair.meanWinners)],
      [labels.meanCost, cents(fair.meanCost)],
      [labels.shareDistance, cents(fair.shareDistance)],
      [labels.shareRatio, percentage(fair.shareRatio)],
      [labels.powerInequality, decimal(fair.powerInequality)],
      [labels.ejrPlus, nl.stats.violations(fair.ejrPlus.map(({ project }) => project))],
      [labels.ejrPlusUpToOne, nl.stats.violations(fair.ejrPlusUpToOne.map(({ project }) => project))],
    ]),
    "",
    nl.stats.histogram,
    ...fair.winnersPerVoter.map((voters, won) => `  ${nl.stats.bar(won, voters, bar(voters, fair.voters))}`),
    "",
  ];
}

/** --stats after a comparison: how evenly each of the two sets of winners serves the voters. */
export function weighedLines(election: Election, { rule, greedy, fairness }: Weighed): string[] {
  const cost = (winners: readonly string[]) =>
    election.projects.reduce((sum, project) => (winners.includes(project.id) ? sum + project.cost : sum), 0n);
  const rows = [
    ruleRow(nl.compared.ruleItself, rule.length, cost(rule), fairness.rule),
    ruleRow(nl.compared.greedy, greedy.length, cost(greedy), fairness.greedy),
  ];
  return [nl.compared.weighed, ...tableLines(ruleColumns, rows), ""];
}

function bar(part: number, whole: number): string {
  return "#".repeat(Math.round((40 * part) / Math.max(whole, 1)));
}

const ruleColumns: readonly Column[] = [
  { title: nl.compared.rule, align: "left" },
  { title: nl.compared.winners, align: "right" },
  { title: nl.compared.cost, align: "right" },
  { title: nl.compared.excluded, align: "right" },
  { title: nl.compared.meanWinners, align: "right" },
  { title: nl.compared.shareRatio, align: "right" },
  { title: nl.compared.powerInequality, align: "right" },
  { title: nl.compared.ejr, align: "right" },
];

function ruleRow(name: string, winners: number, cost: bigint, fair: Fairness): string[] {
  return [
    name,
    String(winners),
    plainMoney(cost),
    percentage(fair.exclusionRatio),
    decimal(fair.meanWinners),
    percentage(fair.shareRatio),
    decimal(fair.powerInequality),
    String(fair.ejrPlusUpToOne.length),
  ];
}

/** --compare: the rules side by side, and which rule funds which project. */
export function comparedLines(election: Election, compared: readonly Compared[]): string[] {
  const rows = compared.map(({ outcome, fairness: fair }, index) =>
    ruleRow(`${letter(index)}  ${nl.ruleShort(outcome.parameters)}`, outcome.winners.length, outcome.totalCost, fair),
  );
  const funded = compared.map(({ outcome }) => new Set(outcome.winners));
  const projects = election.projects
    .filter(({ id }) => funded.some((winners) => winners.has(id)))
    .map((project) => [
      project.id,
      project.name ?? "",
      plainMoney(project.cost),
      ...funded.map((winners) => (winners.has(project.id) ? "x" : ".")),
    ]);
  const columns: Column[] = [
    { title: nl.columns.project, align: "left", widthMax: 16 },
    { title: nl.columns.name, align: "left", widthMax: 36 },
    { title: nl.columns.cost, align: "right" },
    ...compared.map((_, index): Column => ({ title: letter(index), align: "left" })),
  ];
  return [
    nl.compared.title,
    ...tableLines(ruleColumns, rows),
    "",
    nl.compared.projects,
    ...tableLines(columns, projects),
    "",
  ];
}

function letter(index: number): string {
  return String.fromCodePoint(65 + index);
}

/** --verify: whether the certificate holds. */
export function verificationLines(path: string, { valid, problems, recounted, winners }: Verification): string[] {
  return [
    valid ? nl.verify.valid(path) : nl.verify.invalid(path),
    ...problems.map((problem) => `  ${problem}`),
    ...(recounted.length === 0 || !valid ? [] : [nl.verify.recounted]),
    ...(valid ? [nl.verify.winners(winners)] : []),
  ];
}
