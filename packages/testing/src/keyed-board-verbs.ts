import type { Actor, Deps, Mandate, SignedIn } from "@hevel/core";
import * as core from "@hevel/core";
import { profileOf, resident, visitor } from "./board-world.ts";
import { storeEnterprise, storeProposal, storeStaff } from "./records.ts";

/** What the rows about boards, followers and city hall need of their world. */
interface World {
  readonly deps: Deps;
  readonly mandate: Mandate;
  readonly officer: Actor & SignedIn;
}

type Call = (deps: Deps) => Promise<unknown>;

const caller = { ip: "192.0.2.7" };
const account = { iban: "NL57HEVL0123456789", holder: "De Schuur" };

const complaint = {
  kind: "complaint",
  name: "Hanna de Wit",
  address: "Dorpsstraat 1, 0000 AA Voorbeeldstad",
  email: "hanna@wijk.example",
  description: "Het gesprek van maandag",
  words: "Niemand luisterde.",
} as const;

async function ibanAsked({ deps }: World) {
  const { enterprise, treasurer, chair } = await storeEnterprise(deps);
  const { id: enterpriseId, revision } = enterprise;
  const asked = await core.proposeIban(deps, treasurer, { enterpriseId, ...account, revision });
  return { enterpriseId, chair, revision: asked.revision };
}

/** For tests: makes what a verb with a key is about, and gives the call: the same for both twins. */
export const keyedBoardVerbs = {
  registerEnterprise: async ({ deps }: World, idempotencyKey: string): Promise<Call> => {
    const founder = await resident(deps, "founder@example.org");
    const input = { profile: profileOf(deps), seat: { name: "Femke", role: "chair", isNamePublic: true } } as const;
    return (of) => core.registerEnterprise(of, founder, { ...input, idempotencyKey });
  },
  editEnterprise: async ({ deps }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise, chair } = await storeEnterprise(deps);
    const { id: enterpriseId, revision } = enterprise;
    const profile = { ...enterprise.profile, story: "Wij lenen nu ook ladders uit." };
    return (of) => core.editProfile(of, chair, { enterpriseId, profile, revision, idempotencyKey });
  },
  inviteMember: async ({ deps }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise, chair } = await storeEnterprise(deps);
    const input = { enterpriseId: enterprise.id, name: "Thijs", email: "thijs@example.org", role: "member" } as const;
    return (of) => core.inviteMember(of, chair, { ...input, idempotencyKey }, caller);
  },
  proposeIban: async ({ deps }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise, treasurer } = await storeEnterprise(deps);
    const { id: enterpriseId, revision } = enterprise;
    return (of) => core.proposeIban(of, treasurer, { enterpriseId, ...account, revision, idempotencyKey });
  },
  confirmIban: async (world: World, idempotencyKey: string): Promise<Call> => {
    const { enterpriseId, chair, revision } = await ibanAsked(world);
    return (of) => core.confirmIban(of, chair, { enterpriseId, revision, idempotencyKey });
  },
  refuseIban: async (world: World, idempotencyKey: string): Promise<Call> => {
    const { enterpriseId, chair, revision } = await ibanAsked(world);
    return (of) => core.refuseIban(of, chair, { enterpriseId, revision, idempotencyKey });
  },
  verifyEnterprise: async ({ deps, officer }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise } = await storeEnterprise(deps, { status: "registered" });
    const { id: enterpriseId, revision } = enterprise;
    const input = { enterpriseId, revision, outcome: "refuse", reason: "Het nummer klopt niet." } as const;
    return (of) => core.verifyEnterprise(of, officer, { ...input, idempotencyKey });
  },
  follow: async ({ deps }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise } = await storeEnterprise(deps);
    const { id } = await storeProposal(deps, enterprise);
    const subject = { kind: "proposal", id } as const;
    return (of) => core.startFollow(of, visitor, { subject, email: "volger@wijk.example", idempotencyKey }, caller);
  },
  evaluateAsResident: async ({ deps, officer, mandate }: World, idempotencyKey: string): Promise<Call> => {
    await core.askEvaluation(deps, officer, { mandateId: mandate.id });
    const voice = { mandateId: mandate.id, score: 8, sentence: "Mooi.", email: "buur@wijk.example" };
    return (of) => core.evaluateAsResident(of, visitor, { ...voice, idempotencyKey }, caller);
  },
  handOverCase: async ({ deps, officer }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise } = await storeEnterprise(deps);
    const { id: caseId } = await storeProposal(deps, enterprise);
    const { personId: to } = await storeStaff(deps, "officer");
    return (of) => core.handOverCase(of, officer, { caseId, role: "officer", to, note: "Voor jou.", idempotencyKey });
  },
  reportContent: async ({ deps }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise } = await storeEnterprise(deps);
    const { id: proposalId } = await storeProposal(deps, enterprise);
    const report = { target: { kind: "proposal", proposalId }, reason: "Er staat een nummer in." } as const;
    return (of) => core.reportContent(of, visitor, { ...report, idempotencyKey }, caller);
  },
  judgeContent: async ({ deps, officer }: World, idempotencyKey: string): Promise<Call> => {
    const { enterprise } = await storeEnterprise(deps);
    const { id: proposalId } = await storeProposal(deps, enterprise);
    const judgement = { outcome: "hide", target: { kind: "proposal", proposalId }, reason: "Een nummer." } as const;
    return (of) => core.judgeContent(of, officer, { ...judgement, idempotencyKey });
  },
  sendFormalMessage: async (_world: World, idempotencyKey: string): Promise<Call> => {
    const message = { ...complaint, attachments: [], idempotencyKey };
    return (of) => core.sendFormalMessage(of, visitor, message, caller);
  },
  supplementMessage: async ({ deps }: World, idempotencyKey: string): Promise<Call> => {
    const { id: messageId, path } = await core.sendFormalMessage(
      deps,
      visitor,
      { ...complaint, attachments: [] },
      caller,
    );
    const secret = path.split(".").at(-1) ?? "";
    const more = { messageId, secret, words: "Ook dinsdag luisterde niemand.", attachments: [], idempotencyKey };
    return (of) => core.supplementMessage(of, visitor, more);
  },
} as const;
