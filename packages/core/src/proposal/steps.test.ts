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
import type { DecisionDraft } from "../decision/decision.ts";
import { prepareDecision } from "../decision/prepare.ts";
import { returnDecision } from "../decision/return.ts";
import { takeDecision } from "../decision/take.ts";
import type { DecisionId, PersonId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { askCompletion } from "./ask-completion.ts";
import { completeProposal } from "./complete.ts";
import { correctAdvice } from "./correct-advice.ts";
import { discardDraft } from "./discard-draft.ts";
import { editProposal } from "./edit.ts";
import { giveAdvice } from "./give-advice.ts";
import { type Proposal, ProposalStatus, proposalTransitions } from "./proposal.ts";
import { saveDraft } from "./save-draft.ts";
import { startReview } from "./start-review.ts";
import { submitProposal } from "./submit.ts";
import { withdrawProposal } from "./withdraw.ts";

const advice = { outcome: "award", reason: "Goed plan.", costingCents: 1_000_000, costingNote: "" } as const;

/** One municipality with everybody in it for the whole table: only proposals are made per case. */
async function createWorld() {
  const { deps, clock } = await createTestDeps();
  const { enterprise, chair } = await storeEnterprise(deps);
  const officer = await storeStaff(deps, "officer");
  const council = await storeStaff(deps, "council");
  const pot = await storePot(deps, 10_000_000);
  return { deps, clock, enterprise, chair, officer, council, pot };
}
let world: ReturnType<typeof createWorld> | undefined;

/** Every party that acts, and a proposal in one state with a decision that somebody else can take. */
async function scene(status: ProposalStatus) {
  world ??= createWorld();
  const { deps, clock, enterprise, chair, officer, council, pot } = await world;
  const award: DecisionDraft = {
    outcome: "award",
    reference: "B-1",
    legalBasis: "Awb 4.2",
    motivation: "Goed voor de straat.",
    instrument: "subsidy",
    potId: pot.id,
    amountCents: 1_000_000,
    startsOn: "2027-01-01",
    endsOn: "2027-12-31",
    instalments: [{ id: "i1", amountCents: 1_000_000, plannedOn: "2027-01-15" }],
    conditions: [],
  };
  const reject: DecisionDraft = {
    outcome: "reject",
    reference: "B-2",
    legalBasis: "Awb 4.2",
    motivation: "Er is al groen.",
  };
  const decisionId = deps.ids.next("dec");
  const completionAsked = { question: "Welke bomen?", askedOn: "2026-10-01", answerBy: "2026-10-29" };
  const proposal = await storeProposal(deps, enterprise, {
    status,
    ...(status === "decision-prepared" ? { decisionId } : {}),
    ...(status === "completion-asked" ? { completionAsked } : {}),
  });
  const prepare = (draft: DecisionDraft) =>
    deps.store.commit([
      {
        put: "decision",
        record: {
          id: decisionId,
          proposalId: proposal.id,
          enterpriseId: enterprise.id,
          draft,
          status: "prepared",
          preparedBy: officer.personId,
          preparedAt: clock.now().toISOString(),
          revision: 0,
        },
      },
    ]);
  return { deps, proposal, board: chair, officer, council, award, reject, prepare, decisionId };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const take = ({ deps, proposal, council, decisionId }: Scene, draft: DecisionDraft, prepare: Scene["prepare"]) =>
  prepare(draft).then(() =>
    takeDecision(deps, council, { proposalId: proposal.id, decisionId, idempotencyKey: deps.ids.next("evt") }),
  );

/** One verb per transition that is made on a proposal. Asking for an evaluation and closing are the mandate's. */
const verbs: Partial<Record<keyof typeof proposalTransitions, (scene: Scene) => Promise<unknown>>> = {
  submit: ({ deps, board, proposal }) =>
    submitProposal(deps, board, { proposalId: proposal.id, revision: proposal.revision }),
  edit: ({ deps, board, proposal }) => editProposal(deps, board, { proposalId: proposal.id, plan: testPlan(deps) }),
  withdraw: ({ deps, board, proposal }) =>
    withdrawProposal(deps, board, { proposalId: proposal.id, reason: "Geen tijd." }),
  startReview: ({ deps, officer, proposal }) => startReview(deps, officer, { proposalId: proposal.id }),
  resumeReview: ({ deps, officer, proposal }) => startReview(deps, officer, { proposalId: proposal.id }),
  askCompletion: ({ deps, officer, proposal }) =>
    askCompletion(deps, officer, { proposalId: proposal.id, question: "Welke bomen?" }),
  complete: ({ deps, board, proposal }) =>
    completeProposal(deps, board, { proposalId: proposal.id, plan: testPlan(deps), note: "Lindes." }),
  advise: ({ deps, officer, proposal }) => giveAdvice(deps, officer, { proposalId: proposal.id, advice }),
  correctAdvice: ({ deps, officer, proposal }) =>
    correctAdvice(deps, officer, { proposalId: proposal.id, correction: { ...advice, why: "Een tikfout." } }),
  correctAdviceLate: ({ deps, officer, proposal }) =>
    correctAdvice(deps, officer, { proposalId: proposal.id, correction: { ...advice, why: "Een tikfout." } }),
  prepareDecision: ({ deps, officer, proposal, award }) =>
    prepareDecision(deps, officer, { proposalId: proposal.id, draft: award }),
  returnDecision: ({ deps, council, proposal, decisionId, award, prepare }) =>
    prepare(award).then(() =>
      returnDecision(deps, council, { proposalId: proposal.id, decisionId, reason: "Te vaag." }),
    ),
  award: (scene) => take(scene, scene.award, scene.prepare),
  reject: (scene) => take(scene, scene.reject, scene.prepare),
};

/** The verbs that take a review up and that correct an advice serve two transitions each. */
const twofold = [
  ["startReview", "resumeReview"],
  ["correctAdvice", "correctAdviceLate"],
] as const satisfies readonly (readonly (keyof typeof proposalTransitions)[])[];

const startsOf = (name: keyof typeof proposalTransitions): readonly ProposalStatus[] => {
  const names: readonly (keyof typeof proposalTransitions)[] = twofold.find((pair) =>
    pair.some((one) => one === name),
  ) ?? [name];
  return names.flatMap((one) => [...proposalTransitions[one].from]);
};

const table = Object.entries(verbs).flatMap(([name, verb]) =>
  ProposalStatus.options.map((status) => {
    const transition = name as keyof typeof proposalTransitions;
    const isOfStaff = proposalTransitions[transition].by.every((party) => party !== "board");
    const refusal = status === "draft" && isOfStaff ? "not-found" : "wrong-state";
    return { transition, status, verb, expected: startsOf(transition).includes(status) ? "ok" : refusal };
  }),
);

describe("every transition from every state", () => {
  test.each(table)("$transition from $status: $expected", async ({ transition, status, verb, expected }) => {
    const at = await scene(status);
    expect(await codeOf(verb(at))).toBe(expected);
    const after = await at.deps.store.get("proposal", { id: at.proposal.id });
    const isCorrection = transition === "correctAdvice" || transition === "correctAdviceLate";
    const to = isCorrection
      ? status
      : status === "completion-asked" && transition === "startReview"
        ? "in-review"
        : proposalTransitions[transition].to;
    expect(after?.status).toBe(expected === "ok" ? to : status);
    expect(after?.revision).toBe(expected === "ok" ? 1 : 0);
  });

  test.each(ProposalStatus.options)(
    "a draft's own verbs work on a draft only, not on one that is %s",
    async (status) => {
      const { deps, board, proposal } = await scene(status);
      const expected = status === "draft" ? "ok" : "wrong-state";
      const { id: proposalId } = proposal;
      expect(await codeOf(saveDraft(deps, board, { proposalId, draft: { title: "Anders" }, revision: 0 }))).toBe(
        expected,
      );
      expect(await codeOf(discardDraft(deps, board, { proposalId }))).toBe(expected);
      expect((await deps.store.get("proposal", { id: proposalId })) === undefined).toBe(status === "draft");
    },
  );

  test("of two who take the same step at once, one does and the other is refused", async () => {
    const at = await scene("submitted");
    const other = await storeStaff(at.deps, "officer");
    const codes = await Promise.all(
      [at.officer, other].map((officer) => codeOf(startReview(at.deps, officer, { proposalId: at.proposal.id }))),
    );
    expect(codes.sort()).toEqual(["ok", "wrong-state"]);
    expect(await at.deps.store.listAll("events-of-proposal", { proposalId: at.proposal.id })).toHaveLength(1);
  });
});

describe("who may", () => {
  /** A state from which each verb works, and the verb. */
  const steps = Object.entries(verbs).map(([name, verb]) => {
    const transition = name as keyof typeof proposalTransitions;
    return {
      transition,
      verb,
      from: proposalTransitions[transition].from[0],
      by: proposalTransitions[transition].by[0],
    };
  });
  const as = (at: Scene, actor: Actor): Scene => ({ ...at, board: actor, officer: actor, council: actor }) as Scene;

  test.each(steps)("$transition is not for visitors", async ({ verb, from }) => {
    const at = await scene(from);
    expect(await codeOf(attempt(() => verb(as(at, { kind: "visitor" }))))).toBe("unauthenticated");
  });

  test.each(steps)("$transition is not for somebody of another board", async ({ verb, from }) => {
    const at = await scene(from);
    const { chair } = await storeEnterprise(at.deps);
    expect(await codeOf(attempt(() => verb(as(at, chair))))).toBe(from === "draft" ? "not-found" : "forbidden");
  });

  test.each(steps)("$transition is not for staff with every other role", async ({ verb, from, by }) => {
    const at = await scene(from);
    const roles = (["officer", "council", "finance", "clerk", "professional", "auditor", "admin"] as const).filter(
      (role) => role !== by,
    );
    const other = await storeStaff(at.deps, ...roles);
    expect(await codeOf(attempt(() => verb(as(at, other))))).toBe(from === "draft" ? "not-found" : "forbidden");
  });

  test.each(steps.filter(({ by }) => by !== "board"))(
    "$transition is not for $by who sits on the board, nor under the same address",
    async ({ verb, from, by }) => {
      const { deps } = await scene(from);
      const person = await storeStaff(deps, by as "officer" | "council");
      for (const isSameAddressOnly of [false, true]) {
        const at = await scene(from);
        const self = await storeStaff(at.deps, by as "officer" | "council");
        const seated = isSameAddressOnly ? { ...self, personId: person.personId } : self;
        const own = await storeEnterprise(at.deps, {}, [seated]);
        if (isSameAddressOnly)
          await moveTo(at.deps, self.personId, `${person.personId.toLowerCase()}@gemeente.example`);
        const proposal = await storeProposal(at.deps, own.enterprise, { ...pick(at.proposal), status: from });
        expect(await codeOf(attempt(() => verb({ ...as(at, self), proposal })))).toBe("own-interest");
      }
    },
  );

  test.each(steps.filter(({ by }) => by !== "board"))(
    "$transition is refused to $by whose role was taken away while the session lasts",
    async ({ verb, from, by }) => {
      const at = await scene(from);
      const actor = await storeStaff(at.deps, by as "officer" | "council");
      await at.deps.store.commit([
        { patch: "person", ref: { id: actor.personId }, set: { roles: ["clerk"] }, when: [] },
      ]);
      expect(await codeOf(attempt(() => verb(as(at, actor))))).toBe("forbidden");
    },
  );
});

const pick = ({ decisionId, completionAsked }: Proposal): Partial<Proposal> => ({
  ...(decisionId === undefined ? {} : { decisionId }),
  ...(completionAsked === undefined ? {} : { completionAsked }),
});

const moveTo = (deps: Deps, id: PersonId, email: string) =>
  deps.store.commit([{ patch: "person", ref: { id }, set: { email }, when: [] }]);

/** A verb may refuse before its promise: both are refusals. */
const attempt = async (act: () => Promise<unknown>) => act();

test("an id of a decision on another proposal is not found", async () => {
  const at = await scene("decision-prepared");
  const elsewhere = await scene("decision-prepared");
  await elsewhere.prepare(elsewhere.reject);
  const decisionId: DecisionId = elsewhere.decisionId;
  const input = { proposalId: at.proposal.id, decisionId, reason: "Nee." };
  expect(await codeOf(returnDecision(at.deps, at.council, input))).toBe("not-found");
});
