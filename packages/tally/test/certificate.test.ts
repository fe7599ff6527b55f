import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../src/canonical.ts";
import { type Certificate, type CertificateRound, type CertificateRun, certify } from "../src/certificate.ts";
import { checkCertificate } from "../src/check-certificate.ts";
import { count } from "../src/count.ts";
import type { Election } from "../src/election.ts";
import type { Parameters } from "../src/parameters.ts";
import { sha256 } from "../src/sha256.ts";
import { elections, parametersFor } from "./elections.ts";

/** What the checker leaves open, or the claim on which it refuses. */
function check(election: Election, certificate: Certificate): string[] | string {
  try {
    return checkCertificate(JSON.parse(JSON.stringify(certificate)), canonicalText(election));
  } catch (error) {
    return String(error);
  }
}

/** As a forger would: the changed body with hashes that fit it. */
function forge(certificate: Certificate, change: Partial<Certificate>): Certificate {
  const { sha256: _, ...body } = { ...certificate, ...change };
  const hashed = { ...body, parametersSha256: sha256(JSON.stringify(body.parameters)) };
  return { ...hashed, sha256: sha256(JSON.stringify(hashed)) };
}

const approvals = (budget: number, costs: number[], ballots: number[][]): Election => ({
  kind: "approval",
  budget: BigInt(budget) * 100n,
  projects: costs.map((cost, c) => ({ id: String(c + 1), cost: BigInt(cost) * 100n })),
  ballots: ballots.map((projects, i) => ({ voterId: `v${i}`, projects })),
});

/** The worked example of the rule pages. */
const eleven = approvals(
  1100,
  [700, 400, 250, 200, 100],
  [[0, 1], [0, 1, 2], [0, 1], [0, 1, 2], [0, 1, 2], [0, 1], [2, 3, 4], [3], [3, 4], [2, 3, 4], [0]],
);

/** Add1 over the worked example: two runs. */
const raised = certify(eleven, count(eleven, { completion: "add1" }));

const counts = elections.chain((election) =>
  fc.record({ election: fc.constant(election), given: parametersFor(election) }),
);

/** Another text for a claim: a number one off, or another project. */
function other(election: Election, text: string): string {
  if (/^\d+$/.test(text)) return String(BigInt(text) + 1n);
  return election.projects.find(({ id }) => id !== text)?.id ?? `${text}x`;
}

/** Every certificate in which one text or number of the counted claims is another. */
function tampered(election: Election, certificate: Certificate): { path: string; forged: Certificate }[] {
  const found: { path: string; forged: Certificate }[] = [];
  const visit = (value: unknown, path: string, put: (changed: unknown) => Partial<Certificate>) => {
    const forged = (changed: unknown) => found.push({ path, forged: forge(certificate, put(changed)) });
    if (typeof value === "string") forged(other(election, value));
    else if (typeof value === "number") for (const by of [-1, 1]) forged(value + by);
    else if (Array.isArray(value)) {
      value.forEach((entry, i) => {
        visit(entry, `${path}.${i}`, (changed) => put(value.with(i, changed)));
        forged(value.toSpliced(i, 1));
        forged(value.toSpliced(i, 0, entry));
        if (i > 0) forged(value.with(i, value[i - 1]).with(i - 1, entry));
      });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, entry] of Object.entries(value))
        visit(entry, `${path}.${key}`, (changed) => put({ ...value, [key]: changed }));
    }
  };
  const { winners, totalCost, ruleWinners, steps, runs } = certificate;
  visit({ winners, totalCost, ruleWinners, steps, runs }, "", (changed) => changed as Partial<Certificate>);
  return found;
}

describe("a certificate", () => {
  test("of any outcome convinces the checker", () => {
    fc.assert(
      fc.property(counts, ({ election, given }) => {
        const outcome = count(election, given);
        const open = check(election, certify(election, outcome));
        const searched = (outcome.search?.steps ?? 0) > 0;
        const chosen = given.rule === "phragmen" || given.rule === "knapsack";
        expect(open).toEqual([
          ...(chosen ? [`the choice by ${given.rule}`] : []),
          ...(searched ? ["that the search ends no sooner"] : []),
        ]);
      }),
      { numRuns: 1500 },
    );
  });

  test("does not hold when any winner, price, payment, total, step, endowment or order in it is another", () => {
    fc.assert(
      fc.property(counts, ({ election, given }) => {
        fc.pre(given.rule !== "phragmen" && given.rule !== "knapsack");
        const certificate = certify(election, count(election, given));
        for (const { path, forged } of tampered(election, certificate)) {
          // Nothing at all over another denominator is still nothing.
          const run = certificate.runs[Number(path.split(".")[2])];
          const isNothing = path.endsWith(".denominator") && run?.endowment === "0";
          if (!isNothing) expect(check(election, forged), path).toContain("Error");
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("does not hold after any change that leaves the hashes as they were", () => {
    const text = JSON.stringify(raised);
    for (let i = 0; i < text.length; i++) {
      const changed = `${text.slice(0, i)}${text[i] === "1" ? "2" : "1"}${text.slice(i + 1)}`;
      let certificate: Certificate;
      try {
        certificate = JSON.parse(changed);
      } catch {
        continue;
      }
      expect(check(eleven, certificate), `at ${i}`).toContain("Error");
    }
  });

  test("does not hold for an election with one ballot more, or another budget", () => {
    const certificate = certify(eleven, count(eleven));
    const more = { ...eleven, ballots: [...eleven.ballots, { voterId: "x", projects: [1] }] };
    const richer = { ...eleven, budget: eleven.budget + 1n };
    for (const election of [more, richer]) {
      expect(check(election, certificate)).toBe("Error: not so: the input is the one that was counted");
      const inputSha256 = sha256(canonicalText(election));
      expect(check(election, forge(certificate, { inputSha256 }))).toBe(
        "Error: not so: the endowment is the start and the steps",
      );
    }
  });

  test("does not hold for parameters that were changed without their hash, nor for others that choose otherwise", () => {
    const certificate = certify(eleven, count(eleven));
    expect(check(eleven, { ...certificate, totalCost: "1" })).toBe(
      "Error: not so: the certificate has the stated hash",
    );
    const parameters: Parameters = { ...certificate.parameters, utility: "cardinality" };
    expect(check(eleven, { ...certificate, parameters })).toBe("Error: not so: the parameters have the stated hash");
    expect(check(eleven, forge(certificate, { parameters }))).toBe("Error: not so: 1 is paid for");
  });

  test("is refused for a round that was not the cheapest, was not paid in full, or is missing", () => {
    const certificate = certify(eleven, count(eleven));
    const [run] = certificate.runs;
    const [one, four, five] = run?.rounds ?? [];
    if (!run || !one || !four || !five) throw new Error("three rounds");
    const told = (...rounds: CertificateRound[]) => {
      const winners = rounds.map(({ project }) => project);
      const cost = rounds.reduce(
        (sum, { project }) => sum + (eleven.projects.find(({ id }) => id === project)?.cost ?? 0n),
        0n,
      );
      const change = { runs: [{ ...run, rounds }], winners, ruleWinners: winners, totalCost: String(cost) };
      return check(eleven, forge(certificate, change));
    };
    expect(told(one, four, five)).toEqual([]);
    expect(told(one, five, four)).toBe("Error: not so: 5 goes before 4");
    expect(told(one, four)).toBe("Error: not so: 5 cannot be paid for");
    expect(told(one, { ...four, price: String(BigInt(four.price) - 1n) }, five)).toBe("Error: not so: 4 is paid for");
    expect(told(one, { ...four, full: String(BigInt(four.full) - 1n) }, five)).toBe("Error: not so: 4 is paid for");
    expect(told(one, one, four, five)).toBe("Error: not so: 1 is in the running");
  });

  test("is refused for a price at which all supporters pay all they have, when they could pay at a lower one", () => {
    // Everybody has 1. Two voters give a point each to 1 (cost 2, price 1), one gives two points to 2 (cost 1, price 1/2).
    const election: Election = {
      kind: "cumulative",
      budget: 300n,
      projects: [
        { id: "1", cost: 200n },
        { id: "2", cost: 100n },
      ],
      ballots: [0, 0, 1].map((c, i) => ({ voterId: `v${i}`, projects: [c], points: [c === 0 ? 10_000n : 20_000n] })),
    };
    const certificate = certify(election, count(election, { tie: "id" }));
    expect(certificate.winners).toEqual(["2", "1"]);
    expect(check(election, certificate)).toEqual([]);
    const [run] = certificate.runs;
    const [two, one] = run?.rounds ?? [];
    if (!run || !one || !two) throw new Error("two rounds");
    const told = (...rounds: CertificateRound[]) => check(election, forge(certificate, { runs: [{ ...run, rounds }] }));
    // The order of ties would put 1 first, but there is no tie.
    expect(told(one, two)).toBe("Error: not so: 1 goes before 2");
    expect(told({ ...two, price: one.price, full: "0" }, one)).toBe("Error: not so: 2 is paid for");
  });

  test("of Add1 proves that the next endowment overspends and refuses another endowment", () => {
    const [run, next] = raised.runs;
    if (!run || !next) throw new Error("two runs");
    const cents = ({ endowment, denominator }: CertificateRun) => Number(endowment) / Number(denominator);
    expect([cents(run), cents(next)]).toEqual([12_900, 13_000]);
    expect(check(eleven, raised)).toEqual(["that the search ends no sooner"]);
    const told = (change: Partial<Certificate>) => check(eleven, forge(raised, change));
    const wrongEndowment = "Error: not so: the endowment is the start and the steps";
    expect(told({ steps: 28 })).toBe(wrongEndowment);
    expect(told({ runs: [run] })).toBe("Error: not so: the endowment is raised as asked");
    const low = { ...run, endowment: String(BigInt(run.endowment) - 100n * BigInt(run.denominator)) };
    expect(told({ steps: 28, runs: [low, run] })).toBe("Error: not so: the next endowment overspends");
    const early = certify(eleven, count(eleven, { completion: "add1", stopWhenExhaustive: true }));
    expect(early).toMatchObject({
      steps: 0,
      runs: [{ rounds: [{ project: "1" }, { project: "4" }, { project: "5" }] }],
    });
    expect(check(eleven, forge(early, { parameters: raised.parameters }))).toBe(
      "Error: not so: the endowment is raised as asked",
    );
  });

  test("refuses the winners of a comparison that leaves out voters without any winner", () => {
    const outcome = count(eleven, { comparison: "satisfaction" });
    expect(outcome.comparison).toMatchObject({ preferRule: 4, preferGreedy: 6, kept: "greedy" });
    const certificate = certify(eleven, outcome);
    expect(check(eleven, certificate)).toEqual([]);
    const { ruleWinners } = certificate;
    const cost = String(count(eleven).totalCost);
    expect(check(eleven, forge(certificate, { winners: ruleWinners, totalCost: cost }))).toBe(
      "Error: not so: the rule and the comparison choose these projects",
    );
  });

  test("is checked by one short file that imports no part of the search", () => {
    const text = readFileSync(new URL("../src/check-certificate.ts", import.meta.url), "utf8");
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
    const imports = [...text.matchAll(/^import (?!type ).* from "(.*)";$/gm)].map(([, from]) => from);
    expect(imports).toEqual(["./sha256.ts"]);
  });
});
