import {
  askCompletion,
  askEvaluation,
  judgeContent,
  type Proposal,
  postUpdate,
  publishEvaluation,
  verifyEnterprise,
} from "@hevel/core";
import { storeEnterprise, storeProposal, storeStaff } from "./deps.ts";
import { createMandateWorld, payFirst, writeBoth } from "./mandate-world.ts";
import { keyOf } from "./money-world.ts";

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

/** For tests: A mandate whose evaluation is written, paid or not. */
export async function evaluated(isPaid: boolean) {
  const world = await createMandateWorld({ now });
  if (isPaid) await payFirst(world);
  await askEvaluation(world.deps, world.officer, { mandateId: world.mandate.id });
  await writeBoth(world);
  return world;
}

/** For tests: The same, published. */
export async function published(isPaid: boolean) {
  const { deps, officer, mandate } = await evaluated(isPaid);
  await publishEvaluation(deps, officer, { mandateId: mandate.id, idempotencyKey: keyOf(deps) });
  return deps;
}

/** For tests: News that an officer hid. */
export async function hiddenNews() {
  const { deps, officer, chair, proposalId } = await withProposal({});
  const { id: updateId } = await postUpdate(deps, chair, { proposalId, title: "Nieuws", body: "Bel mij." });
  const target = { kind: "update" as const, proposalId, updateId };
  await judgeContent(deps, officer, { outcome: "hide", target, reason: "Een nummer." });
  return { deps, officer, target };
}
