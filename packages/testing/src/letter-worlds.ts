import {
  askCompletion,
  judgeContent,
  type Proposal,
  postUpdate,
  refuseExpense,
  sendFormalMessage,
  verifyEnterprise,
  withdrawMessage,
} from "@hevel/core";
import { storeEnterprise, storeProposal, storeStaff } from "./deps.ts";
import { createMandateWorld, enter, evaluated, type MandateWorld, payFirst, visitor } from "./mandate-world.ts";

const caller = { ip: "192.0.2.1" };

/** For tests: When letters are looked at: a Monday morning. */
export const now = "2026-11-23T08:00:00.000Z";
/** For tests: A municipality with people in it. */
export const newDeps = async () => (await createMandateWorld({ now })).deps;

/** For tests: An enterprise with a proposal, as it is sent in or with the fields given, and an officer. */
export async function withProposal(changed: Partial<Proposal>) {
  const deps = await newDeps();
  const [board, officer] = [await storeEnterprise(deps), await storeStaff(deps, "officer")];
  const { id: proposalId } = await storeProposal(deps, board.enterprise, changed);
  return { deps, ...board, officer, proposalId };
}

/** For tests: A proposal about which the officer asked something. */
export async function asked() {
  const world = await withProposal({ status: "in-review" });
  const { deps, officer, proposalId } = world;
  await askCompletion(deps, officer, { proposalId, question: "Wat kost het?" });
  return world;
}

/** For tests: A decision that says no. */
export const no = { outcome: "reject", reference: "B-1", legalBasis: "Awb", motivation: "Nee." } as const;

/** For tests: An enterprise that an officer just verified or refused. */
export async function verified(outcome: "verify" | "refuse") {
  const deps = await newDeps();
  const { enterprise } = await storeEnterprise(deps, { status: "registered" });
  const verification =
    outcome === "verify" ? ({ outcome } as const) : ({ outcome, reason: "Het nummer klopt niet." } as const);
  await verifyEnterprise(deps, await storeStaff(deps, "officer"), {
    enterpriseId: enterprise.id,
    revision: enterprise.revision,
    ...verification,
  });
  return deps;
}

/** For tests: What is left when these acts follow on an evaluation, with money at the enterprise. */
export async function after(...acts: readonly ((world: MandateWorld) => Promise<unknown>)[]) {
  const world = await evaluated(0, { now });
  for (const act of acts) await act(world);
  return world.deps;
}

/** For tests: What is left when these acts follow on an award of 900 euro. */
export async function awarded(...acts: readonly ((world: MandateWorld) => Promise<unknown>)[]) {
  const world = await createMandateWorld({ now });
  for (const act of acts) await act(world);
  return world.deps;
}

/** For tests: News that an officer hid. */
export async function hiddenNews() {
  const { deps, officer, chair, proposalId } = await withProposal({});
  const { id: updateId } = await postUpdate(deps, chair, { proposalId, title: "Nieuws", body: "Bel mij." });
  const target = { kind: "update" as const, proposalId, updateId };
  await judgeContent(deps, officer, { outcome: "hide", target, reason: "Een nummer." });
  return { deps, officer, target };
}

/** For tests: An expense that another board member refused. */
export const refusedExpense = () =>
  awarded(payFirst, async (world) => {
    const { id: expenseId } = await enter(world, 100_00);
    await refuseExpense(world.deps, world.world.chair, { expenseId, reason: "Ander bedrag." });
  });

/** For tests: A complaint that somebody sent, and the secret of the link in its receipt. */
export async function formalSent() {
  const deps = await newDeps();
  const complaint = {
    kind: "complaint",
    name: "Hanna de Wit",
    address: "Dorpsstraat 1, 0000 AA Voorbeeldstad",
    email: "hanna@wijk.example",
    description: "Het gesprek van maandag",
    words: "Niemand luisterde.",
    attachments: [],
  } as const;
  const { id: messageId, path } = await sendFormalMessage(deps, visitor, { ...complaint, attachments: [] }, caller);
  return { deps, messageId, secret: path.split(".").at(-1) ?? "" };
}

/** For tests: The same, taken back. */
export async function formalWithdrawn() {
  const { deps, messageId, secret } = await formalSent();
  await withdrawMessage(deps, visitor, { messageId, secret, reason: "" });
  return deps;
}
