import {
  codeOf,
  createTestDeps,
  storeEnterprise,
  storePot,
  storeProposal,
  storeStaff,
  testPlan,
} from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import { type Decision, DecisionDraft } from "./decision.ts";
import { prepareDecision } from "./prepare.ts";
import { returnDecision } from "./return.ts";
import { takeDecision } from "./take.ts";

type Award = Exclude<DecisionDraft, { outcome: "reject" }>;
const key = (number: number) => `01K0000000000000000000000${number}`;

/** A proposal with advice, a pot of this many cents, and an officer who prepares. */
async function advised(
  options: { potCents?: number; now?: string; enterprise?: Partial<Enterprise>; officer?: readonly StaffRole[] } = {},
) {
  const { deps, clock } = await createTestDeps({ now: options.now ?? "2026-11-20T09:00:00.000Z" });
  const board = await storeEnterprise(deps, options.enterprise);
  const officer = await storeStaff(deps, ...(options.officer ?? (["officer"] as const)));
  const council = await storeStaff(deps, "council");
  const pot = await storePot(deps, options.potCents ?? 1_000_000);
  const proposal = await storeProposal(deps, board.enterprise, { status: "advised" });
  const award = (changed: Partial<Award> = {}): Award => ({
    outcome: "award",
    reference: "B-2026-1",
    legalBasis: "Awb 4.2, Subsidieverordening artikel 3",
    motivation: "Dit maakt de straat koeler.",
    instrument: "subsidy",
    potId: pot.id,
    amountCents: 1_000_000,
    startsOn: "2026-12-01",
    endsOn: "2027-12-31",
    instalments: [
      { id: "i1", amountCents: 600_000, plannedOn: "2026-12-15" },
      { id: "i2", amountCents: 400_000, plannedOn: "2027-06-15" },
    ],
    conditions: ["Plant inheemse bomen."],
    ...changed,
  });
  const { id: proposalId } = proposal;
  const prepare = (draft: DecisionDraft) => prepareDecision(deps, officer, { proposalId, draft });
  const prepared = async (draft: DecisionDraft) => {
    const { decisionId } = await prepare(draft);
    return { proposalId, decisionId, idempotencyKey: key(1) };
  };
  return { deps, clock, ...board, officer, council, pot, proposalId, award, prepare, prepared };
}

const reject: DecisionDraft = {
  outcome: "reject",
  reference: "B-2026-2",
  legalBasis: "Awb 4.2",
  motivation: "Er komt al groen in deze straat.",
};

const problemsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: unknown) =>
      error instanceof DomainError ? error.fields.map(({ path, code }) => `${path}: ${code}`) : [String(error)],
  );

describe("a prepared decision", () => {
  const problems = (draft: object) => {
    const result = DecisionDraft.safeParse(draft);
    return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  };

  test("ends after it starts, and its instalments add up and are paid before it ends", async () => {
    const { award } = await advised();
    const part = (amountCents: number, plannedOn = "2026-12-15", id = "i1") => ({ id, amountCents, plannedOn });
    expect(problems(award())).toEqual([]);
    expect(problems(award({ endsOn: "2026-12-01", instalments: [part(1_000_000, "2026-12-01")] }))).toEqual([
      "endsOn: end-before-start",
    ]);
    expect(problems(award({ endsOn: "2026-12-02", instalments: [part(1_000_000, "2026-12-02")] }))).toEqual([]);
    expect(problems(award({ instalments: [part(999_999)] }))).toEqual(["instalments: instalments-sum"]);
    expect(problems(award({ instalments: [part(1_000_001)] }))).toEqual(["instalments: instalments-sum"]);
    expect(problems(award({ instalments: [part(500_000), part(500_000)] }))).toEqual(["instalments: twice"]);
    expect(problems(award({ instalments: [part(1_000_000, "2027-12-31")] }))).toEqual([]);
    expect(problems(award({ instalments: [part(1_000_000, "2028-01-01")] }))).toEqual([
      "instalments.0.plannedOn: after-end",
    ]);
  });

  test("names every problem at once, also those over more than one field", async () => {
    const { award } = await advised();
    const { reference, motivation, ...rest } = award({ endsOn: "2026-11-01" });
    expect(
      problems({ ...rest, reference: "", instalments: [] })
        .map((line) => line.split(":")[0])
        .sort(),
    ).toEqual(["endsOn", "instalments", "motivation", "reference"].sort());
    expect([reference, motivation]).not.toContain("");
  });

  test("a rejection needs its reasons", () => {
    expect(problems(reject)).toEqual([]);
    expect(problems({ ...reject, motivation: " " })).toEqual(["motivation: required"]);
  });

  test.each([
    ["all of it is exactly what was applied for", { amountCents: 1_000_000 }, []],
    ["all of it is not a cent less", { amountCents: 999_999 }, ["amountCents: amount-applied-for"]],
    ["all of it is not a cent more", { amountCents: 1_000_001 }, ["amountCents: amount-applied-for"]],
    ["a part is a cent less", { outcome: "award-in-part", amountCents: 999_999 }, []],
    ["a part is not all", { outcome: "award-in-part", amountCents: 1_000_000 }, ["amountCents: amount-in-part"]],
    ["the last day is not today", { startsOn: "2026-11-20", endsOn: "2026-11-20" }, ["endsOn: in-past"]],
    ["the last day may be tomorrow", { startsOn: "2026-11-20", endsOn: "2026-11-21" }, []],
    ["it may begin when it was applied for", { startsOn: "2026-11-20" }, []],
    ["it does not begin before", { startsOn: "2026-11-19" }, ["startsOn: before-submission"]],
    ["it may last five years", { endsOn: "2031-11-20" }, []],
    ["it does not last longer", { endsOn: "2031-11-21" }, ["endsOn: too-far"]],
    ["nothing is paid before it begins", { startsOn: "2026-12-16" }, ["instalments.0.plannedOn: before-start"]],
    [
      "all its days are measured at once",
      { startsOn: "2099-01-01", endsOn: "2099-12-31" },
      [
        "instalments.0.plannedOn: before-start",
        "instalments.1.plannedOn: before-start",
        "startsOn: too-far",
        "endsOn: too-far",
      ],
    ],
  ] as const)("%s", async (_name, changed, expected) => {
    const { award, prepare } = await advised();
    expect(await problemsOf(prepare(award(changed)))).toEqual(expected);
  });

  test("takes money from a pot of the whole municipality or of the plan's own district only", async () => {
    const { deps, award, prepare } = await advised();
    const [own, other] = deps.municipality.districts;
    const [here, there] = [
      await storePot(deps, 1_000_000, own === undefined ? {} : { district: own.code }),
      await storePot(deps, 1_000_000, other === undefined ? {} : { district: other.code }),
    ];
    expect(await problemsOf(prepare(award({ potId: there.id })))).toEqual(["potId: choice"]);
    expect(await problemsOf(prepare(award({ potId: deps.ids.next("pot") })))).toEqual(["potId: choice"]);
    expect(await problemsOf(prepare(award({ potId: here.id })))).toEqual([]);
  });
});

describe("taking an award", () => {
  test("makes the mandate with its money, in one go, as it was prepared", async () => {
    const { deps, council, officer, award, prepared, proposalId, enterprise, pot } = await advised();
    const input = await prepared(award());
    const result = await takeDecision(deps, council, input);
    expect(result).toMatchObject({ status: "awarded", decidedOn: "2026-11-20", objectionUntil: "2027-01-04" });
    const { mandateId } = result;
    const mandate = mandateId === undefined ? undefined : await deps.store.get("mandate", { id: mandateId });
    expect(mandate).toMatchObject({
      proposalId,
      enterpriseId: enterprise.id,
      decisionReference: "B-2026-1",
      amountCents: 1_000_000,
      endsOn: "2027-12-31",
      status: "active",
      milestones: testPlan(deps).milestones,
      instalments: [{ status: "planned" }, { status: "planned" }],
    });
    expect(await deps.store.get("account", { id: `POT#${pot.id}` })).toMatchObject({ posted: 0, available: 0 });
    expect(await deps.store.get("account", { id: `MANDAAT#${mandateId}` })).toMatchObject({ posted: 1_000_000 });
    expect(await deps.store.get("account", { id: `KAS#${mandateId}` })).toMatchObject({ posted: 0 });
    const journals = await deps.store.listAll("journals-of-mandate", { mandateId: String(mandateId) });
    expect(journals).toMatchObject([
      {
        kind: "COMMIT",
        amountCents: 1_000_000,
        decisionReference: "B-2026-1",
        by: council.personId,
        approvers: [officer.personId],
      },
    ]);
    expect(await deps.store.get("proposal", { id: proposalId })).toMatchObject({
      status: "awarded",
      mandateId,
      dueOn: "2027-12-31",
    });
    expect(await deps.store.get("decision", { id: input.decisionId, proposalId })).toMatchObject({
      status: "taken",
      draft: award(),
      preparedBy: officer.personId,
      decidedBy: council.personId,
      decidedOn: "2026-11-20",
    });
  });

  test("sends the whole board the decision with its reasons, the award and the right last day to object", async () => {
    const { deps, council, award, prepared, chair, treasurer } = await advised();
    await takeDecision(deps, council, await prepared(award()));
    const letters = (await deps.store.listAll("letters-waiting", {})).filter(({ kind }) => kind === "decision");
    expect(letters.map(({ to }) => to).sort()).toEqual([chair.email, treasurer.email].sort());
    expect(letters[0]?.payload).toMatchObject({
      outcome: "award",
      reference: "B-2026-1",
      decidedOn: "2026-11-20",
      // 20 November plus 42 days is New Year's Day, a Friday: Monday 4 January.
      objectionUntil: "2027-01-04",
      objectionAddress: deps.municipality.objectionAddress,
      decidingBody: deps.municipality.decidingBody,
      award: { amountCents: 1_000_000, amountAppliedForCents: 1_000_000, conditions: ["Plant inheemse bomen."] },
    });
  });

  test("is not for who prepared it, also not with the council role: the database refuses", async () => {
    const { deps, officer, award, prepared, proposalId } = await advised({ officer: ["officer", "council"] });
    const input = await prepared(award());
    expect(await codeOf(takeDecision(deps, officer, input))).toBe("four-eyes");
    expect((await deps.store.get("proposal", { id: proposalId }))?.status).toBe("decision-prepared");
    expect(await deps.store.listAll("mandates", {})).toEqual([]);
  });

  test("needs every cent in the pot", async () => {
    const short = await advised({ potCents: 999_999 });
    const input = await short.prepared(short.award());
    await expect(takeDecision(short.deps, short.council, input)).rejects.toMatchObject({
      code: "not-enough-money",
      details: { availableCents: 999_999 },
    });
    expect((await short.deps.store.get("proposal", { id: short.proposalId }))?.status).toBe("decision-prepared");
    expect(await short.deps.store.listAll("mandates", {})).toEqual([]);
    const exact = await advised({ potCents: 1_000_000 });
    expect(await codeOf(takeDecision(exact.deps, exact.council, await exact.prepared(exact.award())))).toBe("ok");
    const empty = await advised({ potCents: 0 });
    const fromEmpty = await empty.prepared(empty.award());
    expect(await codeOf(takeDecision(empty.deps, empty.council, fromEmpty))).toBe("not-enough-money");
  });

  test.each([
    ["is not verified", { status: "registered" }, "not-verified"],
    ["has no IBAN", { iban: undefined }, "no-iban"],
    ["was refused and has no IBAN", { status: "refused", iban: undefined }, "not-verified no-iban"],
  ] as const)("is refused while the enterprise %s", async (_name, changed, obstacles) => {
    const { deps, council, award, prepared } = await advised({ enterprise: changed as Partial<Enterprise> });
    await expect(takeDecision(deps, council, await prepared(award()))).rejects.toMatchObject({
      code: "cannot-hold-money",
      details: { obstacles },
    });
  });

  test("is refused when the board loses its treasurer between reading and writing", async () => {
    const { deps, council, award, prepared, enterprise } = await advised();
    const input = await prepared(award());
    const leave = enterprise.members.map((member) =>
      member.role === "treasurer" ? { ...member, status: "left" as const } : member,
    );
    // The first commit of the verb finds that the enterprise has changed since it was read.
    let isChanged = false;
    const store: typeof deps.store = {
      ...deps.store,
      commitOnce: async (changes, once) => {
        if (!isChanged) {
          isChanged = true;
          const record = { ...enterprise, members: leave, revision: 1 };
          await deps.store.commit([{ replace: "enterprise", record, when: [] }]);
        }
        return deps.store.commitOnce(changes, once);
      },
    };
    expect(await codeOf(takeDecision({ ...deps, store }, council, input))).toBe("cannot-hold-money");
    expect(await deps.store.listAll("mandates", {})).toEqual([]);
  });

  test("is refused from the last day of its term on", async () => {
    const { deps, clock, council, award, prepared } = await advised();
    const input = await prepared(
      award({ endsOn: "2026-12-31", instalments: [{ id: "i1", amountCents: 1_000_000, plannedOn: "2026-12-15" }] }),
    );
    clock.set("2026-12-30T23:00:00.000Z");
    expect(await codeOf(takeDecision(deps, council, input))).toBe("mandate-not-active");
    clock.set("2026-12-30T22:59:59.999Z");
    expect(await codeOf(takeDecision(deps, council, input))).toBe("ok");
  });

  test("that arrives twice is taken once and answered twice; another request under the same key is refused", async () => {
    const { deps, council, award, prepared } = await advised({ potCents: 5_000_000 });
    const input = await prepared(award());
    const [first, second] = await Promise.all([takeDecision(deps, council, input), takeDecision(deps, council, input)]);
    expect(second).toEqual(first);
    expect(await takeDecision(deps, council, input)).toEqual(first);
    expect(await deps.store.listAll("mandates", {})).toHaveLength(1);
    expect(await codeOf(takeDecision(deps, council, { ...input, idempotencyKey: key(2) }))).toBe("wrong-state");
    const other = await storeStaff(deps, "council");
    expect(await codeOf(takeDecision(deps, other, input))).toBe("idempotency-mismatch");
  });

  test("by two members of the college at once is taken by one", async () => {
    const { deps, council, award, prepared } = await advised({ potCents: 5_000_000 });
    const input = await prepared(award());
    const other = await storeStaff(deps, "council");
    const codes = await Promise.all([
      codeOf(takeDecision(deps, council, input)),
      codeOf(takeDecision(deps, other, { ...input, idempotencyKey: key(2) })),
    ]);
    expect(codes.sort()).toEqual(["ok", "wrong-state"]);
    expect(await deps.store.listAll("mandates", {})).toHaveLength(1);
  });
});

test("of two awards at once from a pot that holds one of them, one is made and the other refused", async () => {
  const { deps, council, officer, award, prepared, enterprise } = await advised({ potCents: 1_500_000 });
  const first = await prepared(award());
  const { id: proposalId } = await storeProposal(deps, enterprise, { status: "advised" });
  const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: award() });
  const codes = await Promise.all([
    codeOf(takeDecision(deps, council, first)),
    codeOf(takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: key(2) })),
  ]);
  expect(codes.sort()).toEqual(["not-enough-money", "ok"]);
  expect(await deps.store.listAll("mandates", {})).toHaveLength(1);
});

describe("taking a rejection", () => {
  test("moves no money, needs no account and tells the board why and until when to object", async () => {
    const { deps, council, prepared, proposalId } = await advised({
      potCents: 0,
      enterprise: { status: "registered" },
      now: "2026-11-13T09:00:00.000Z",
    });
    const result = await takeDecision(deps, council, await prepared(reject));
    // 13 November plus 42 days is Christmas Day: Monday 28 December.
    expect(result).toMatchObject({ status: "rejected", objectionUntil: "2026-12-28" });
    expect(result).not.toHaveProperty("mandateId");
    expect(await deps.store.get("proposal", { id: proposalId })).not.toHaveProperty("dueOn");
    const letters = (await deps.store.listAll("letters-waiting", {})).filter(({ kind }) => kind === "decision");
    expect(letters).toHaveLength(2);
    expect(letters[0]?.payload).toMatchObject({ outcome: "reject", motivation: reject.motivation });
    expect(letters[0]?.payload).not.toHaveProperty("award");
    expect(await deps.store.listAll("mandates", {})).toEqual([]);
  });
});

describe("returning", () => {
  test("keeps the decision with its reason; another one can then be prepared and taken", async () => {
    const { deps, council, award, prepared, proposalId } = await advised();
    const { decisionId } = await prepared(reject);
    await returnDecision(deps, council, { proposalId, decisionId, reason: "De motivering is te kort." });
    const returned = await deps.store.get("decision", { id: decisionId, proposalId });
    expect(returned).toMatchObject({
      status: "returned",
      returnedReason: "De motivering is te kort.",
    } satisfies Partial<Decision>);
    const again = await prepared(award());
    expect(await codeOf(takeDecision(deps, council, { ...again, decisionId }))).toBe("wrong-state");
    expect(await codeOf(takeDecision(deps, council, again))).toBe("ok");
  });
});
