import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../src/canonical.ts";
import { type Certificate, certify } from "../src/certificate.ts";
import { checkCertificate } from "../src/check-certificate.ts";
import { count } from "../src/count.ts";
import type { Election } from "../src/election.ts";
import type { Parameters } from "../src/parameters.ts";
import { sha256 } from "../src/sha256.ts";
import { elections, parametersFor } from "./elections.ts";

const check = (election: Election, certificate: Certificate) =>
  checkCertificate(JSON.parse(JSON.stringify(certificate)), canonicalText(election));

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

describe("a certificate", () => {
  test("of any outcome convinces the checker", () => {
    fc.assert(
      fc.property(
        elections.chain((election) => fc.record({ election: fc.constant(election), given: parametersFor(election) })),
        ({ election, given }) => {
          const outcome = count(election, given);
          const { problems, unproven } = check(election, certify(election, outcome));
          expect(problems).toEqual([]);
          const searched = (outcome.search?.steps ?? 0) > 0 || given.rule === "phragmen" || given.rule === "knapsack";
          expect(unproven.length > 0).toBe(searched);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("does not hold for an election with one ballot more", () => {
    const certificate = certify(eleven, count(eleven));
    const more = { ...eleven, ballots: [...eleven.ballots, { voterId: "x", projects: [1] }] };
    expect(check(more, certificate).problems).toEqual(["not so: the input is the one that was counted"]);
  });

  test("refuses parameters, rounds or totals that were changed without their hash", () => {
    const certificate = certify(eleven, count(eleven));
    expect(check(eleven, { ...certificate, totalCost: "1" }).problems).toEqual([
      "not so: the certificate has the stated hash",
    ]);
    const parameters: Parameters = { ...certificate.parameters, utility: "cardinality" };
    expect(check(eleven, { ...certificate, parameters }).problems).toContain(
      "not so: the parameters have the stated hash",
    );
  });

  test("refuses a round that was not the cheapest, was not paid in full, or is missing", () => {
    const certificate = certify(eleven, count(eleven));
    const { endowment, rounds } = certificate.run;
    const told = (changed: typeof rounds) => {
      const winners = changed.map(([id]) => id);
      const totalCost = String(
        changed.reduce((sum, [id]) => sum + (eleven.projects.find((p) => p.id === id)?.cost ?? 0n), 0n),
      );
      return check(eleven, forge(certificate, { run: { endowment, rounds: changed }, winners, totalCost })).problems;
    };
    expect(told(rounds)).toEqual([]);
    const [one, four, five] = rounds;
    if (!one || !four || !five) throw new Error("three rounds");
    expect(told([one, five, four])).toContain("not so: 5 goes before 4");
    expect(told([one, four])).toContain("not so: 5 cannot be paid for");
    expect(told([one, [four[0], four[1], "4999"], five])).toContain("not so: 4 is paid for");
    expect(told([one, one, four, five])).toContain("not so: 1 is in the running");
  });

  test("of Add1 proves that the next endowment overspends and refuses another endowment", () => {
    const certificate = certify(eleven, count(eleven, { completion: "add1" }));
    expect(certificate.run.endowment).toBe("12900");
    expect(certificate.overspend?.endowment).toBe("13000");
    expect(check(eleven, certificate)).toEqual({ problems: [], unproven: ["no lower endowment overspends"] });
    const earlier = count(eleven, { completion: "add1", stopWhenExhaustive: true });
    expect(earlier.endowment).toBe("100");
    expect(check(eleven, forge(certificate, { steps: 28 })).problems).toContain(
      "not so: the endowment is the start and the steps",
    );
    const low = { endowment: "12800", rounds: certificate.run.rounds };
    const claims = check(eleven, forge(certificate, { steps: 28, run: low, overspend: certificate.run }));
    expect(claims.problems).toContain("not so: the next endowment overspends");
  });

  test("refuses a comparison that miscounts voters without any winner", () => {
    const certificate = certify(eleven, count(eleven, { comparison: "satisfaction" }));
    expect(certificate.comparison).toMatchObject({ preferRule: 4, preferGreedy: 6, kept: "greedy" });
    const forged = forge(certificate, { comparison: { preferRule: 0, preferGreedy: 6, kept: "greedy" } });
    expect(check(eleven, forged).problems).toEqual(["not so: the comparison is as stated"]);
  });
});
