import { createTestDeps, storeEnterprise, storeProposal } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { MandateStatus as statuses } from "../mandate/mandate.ts";
import { type Proposal, ProposalStatus } from "./proposal.ts";
import { type MandateFacts, Standing, standingOf } from "./standing.ts";

async function world() {
  const { deps } = await createTestDeps({ now: "2026-11-28T12:00:00.000Z" });
  const { enterprise } = await storeEnterprise(deps);
  const proposal = await storeProposal(deps, enterprise, { dueOn: "2026-12-28" });
  const of = (changed: Partial<Proposal>, mandate?: Partial<MandateFacts>) => {
    const facts = { status: "active", startsOn: "2026-11-01", endsOn: "2027-06-30", ...mandate } as const;
    return Standing.strict().parse(
      standingOf(deps, { ...proposal, ...changed }, mandate === undefined ? undefined : facts),
    );
  };
  return { of };
}

describe("who has a proposal, what comes next and by when", () => {
  test.each([
    ["draft", "board", "send-in"],
    ["submitted", "officer", "review"],
    ["in-review", "officer", "advise"],
    ["completion-asked", "board", "answer"],
    ["advised", "officer", "prepare-decision"],
    ["decision-prepared", "council", "take-decision"],
  ] as const)("%s: %s, %s", async (status, heldBy, next) => {
    const { of } = await world();
    expect(of({ status })).toMatchObject({ heldBy, next, dueOn: "2026-12-28" });
  });

  test("nobody once it is over", async () => {
    const { of } = await world();
    for (const status of ["closed", "rejected", "withdrawn"] as const) {
      const standing = of({ status, dueOn: undefined });
      expect(standing).not.toHaveProperty("heldBy");
      expect(standing).not.toHaveProperty("next");
    }
  });

  test("of a decision that the council sent back says so, until another is prepared", async () => {
    const { of } = await world();
    expect(of({ status: "advised", isReturned: true })).toMatchObject({ heldBy: "officer", next: "mend-decision" });
    expect(of({ status: "decision-prepared", isReturned: true }).next).toBe("take-decision");
  });

  test.each([
    [{ startsOn: "2026-11-29" }, "begin", "to-begin"],
    [{ startsOn: "2026-11-28" }, "carry-out", "running"],
    [{ endsOn: "2026-11-28" }, "carry-out", "running"],
    [{ endsOn: "2026-11-27" }, "ask-evaluation", "over"],
  ] as const)("an awarded one is its board's, with the term of its mandate: %o %s", async (term, next, phase) => {
    const { of } = await world();
    const standing = of({ status: "awarded", dueOn: undefined }, term);
    expect(standing).toMatchObject({ heldBy: "board", next, mandate: { phase, ...term } });
  });

  test.each([
    [{ voices: [] }, "board", "evaluate", "2026-11-28"],
    [{ voices: ["officer"] }, "board", "evaluate", "2026-11-28"],
    [{ voices: ["enterprise"] }, "officer", "prepare-ending", undefined],
    // Silence holds nothing up.
    [{ voices: [], evaluationDueOn: "2026-11-27" }, "officer", "prepare-ending", undefined],
    [{ status: "ending-prepared" }, "council", "take-ending", undefined],
    [{ status: "refund-due" }, "board", "pay-back", "2027-01-09"],
  ] as const)("in the evaluation %o: %s, %s", async (facts, heldBy, next, dueOn) => {
    const { of } = await world();
    const mandate = { status: "evaluation", evaluationDueOn: "2026-11-28", ...facts } as Partial<MandateFacts>;
    const standing = of({ status: "evaluation", dueOn: "2027-01-09" }, mandate);
    expect(standing).toMatchObject({ heldBy, next });
    expect(standing.dueOn).toBe(dueOn);
    expect(standing).not.toHaveProperty("mandate");
  });

  test("says since when it is the turn of who has it", async () => {
    const { of } = await world();
    const turnSince = "2026-11-20T09:00:00.000Z";
    const since = (status: Proposal["status"], facts: Partial<MandateFacts>) => of({ status }, facts).since;
    expect(since("evaluation", { status: "ending-prepared", turnSince })).toBe(turnSince);
    expect(since("evaluation", { status: "evaluation" })).not.toBe(turnSince);
    expect(since("awarded", { turnSince })).not.toBe(turnSince);
  });

  test("has one holder and one next step in every state, or neither", async () => {
    const { of } = await world();
    for (const status of ProposalStatus.options)
      for (const mandate of statuses.options) {
        const { heldBy, next } = of({ status }, { status: mandate });
        expect(heldBy === undefined).toBe(next === undefined);
      }
  });
});
