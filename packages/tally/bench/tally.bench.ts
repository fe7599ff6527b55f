import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { canonicalText } from "../src/canonical.ts";
import { certify } from "../src/certificate.ts";
import { checkCertificate } from "../src/check-certificate.ts";
import { count } from "../src/count.ts";
import { readPb } from "../src/pb/read.ts";
import { naiveShares } from "../test/naive.ts";
import { printBundles } from "./bundle-size.ts";
import { generatedPb } from "./generated.ts";

const GENERATED = "generated";
/** Voters x projects beyond which the naive implementation is not waited for. */
const NAIVE_MAX = 60_000;
const shared = process.env["HEVEL_SHARED"] ?? fileURLToPath(new URL("../../../../shared", import.meta.url));

interface Row {
  readonly file: string;
  readonly voters: number;
  readonly projects: number;
  readonly distinct: number;
  readonly parse: string;
  readonly greedy: string;
  readonly shares: string;
  readonly naive: string;
  readonly add1: string;
  readonly steps: number | "-";
  readonly phragmen: string;
  readonly check: string;
  readonly MB: number;
}

function seconds(work: () => void): string {
  const started = performance.now();
  work();
  return ((performance.now() - started) / 1000).toFixed(3);
}

/** One file in a process of its own, so that the memory is its own. */
function measure(name: string): Row {
  const generate = () => generatedPb({ voters: 60_000, projects: 80, distinct: 50_000 });
  const text = name === GENERATED ? generate() : readFileSync(`${shared}/data/pb/${name}`, "utf8");
  let file = readPb(
    "META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote\n1;a\n",
  );
  const parse = seconds(() => {
    file = readPb(text);
  });
  const { election } = file;
  const timed = (given: Parameters<typeof count>[1]) =>
    seconds(() => void count(election, { utility: "cost", ...given }));
  const greedy = timed({ rule: "greedy" });
  const shares = timed({ rule: "equal-shares" });
  const size = election.ballots.length * election.projects.length;
  const sets = size > NAIVE_MAX ? [] : election.ballots.map(({ projects }) => new Set(projects));
  const utility = (i: number, c: number) => (sets[i]?.has(c) ? (election.projects[c]?.cost ?? 0n) : 0n);
  const endowment = [election.budget, BigInt(election.ballots.length)] as const;
  const naive = size > NAIVE_MAX ? "-" : seconds(() => void naiveShares(election, endowment, utility));
  const phragmen = timed({ rule: "phragmen" });
  const started = performance.now();
  const raised = count(election, { rule: "equal-shares", utility: "cost", completion: "add1" });
  const add1 = ((performance.now() - started) / 1000).toFixed(3);
  const certificate = certify(election, raised);
  const canonical = canonicalText(election);
  const MB = Math.round(process.resourceUsage().maxRSS / 1000);
  const check = seconds(() => void checkCertificate(certificate, canonical));
  return {
    file: name.replace(".pb", ""),
    voters: election.ballots.length,
    projects: election.projects.length,
    distinct: new Set(election.ballots.map(({ projects }) => [...projects].sort((a, b) => a - b).join())).size,
    parse,
    greedy,
    shares,
    naive,
    add1,
    steps: raised.search?.steps ?? "-",
    phragmen,
    check,
    MB,
  };
}

function filesThere(): string[] {
  try {
    return readdirSync(`${shared}/data/pb`).filter((name) => name.endsWith(".pb"));
  } catch {
    console.log("The shared files are skipped: there are none here (HEVEL_SHARED says where to look).");
    return [];
  }
}

const [own = "", only] = process.argv.slice(1);
if (only !== undefined) process.stdout.write(JSON.stringify(measure(only)));
else {
  const rows = [...filesThere(), GENERATED].map((name): Row => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [own, name], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  console.log(
    "Seconds per step, utility cost, exact; naive: Equal Shares with a fraction per voter; MB: most memory held before the check.",
  );
  console.table(Object.fromEntries(rows.map(({ file, ...row }) => [file, row])));
  if (!(await printBundles())) process.exitCode = 1;
}
