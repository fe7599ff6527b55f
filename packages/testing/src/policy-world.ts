import type { OperationId } from "@hevel/api";
import {
  type Actor,
  appropriate,
  type Deps,
  type Enterprise,
  enterExpense,
  type Mandate,
  proposeTransfer,
  type SignedIn,
} from "@hevel/core";
import { storeProposal, testPlan } from "./deps.ts";
import { addReceipt, awardMandate, createMoneyWorld, keyOf, type MoneyWorld } from "./money-world.ts";

/** For tests: one municipality in which every route has an object to be about. */
export interface PolicyWorld {
  readonly money: MoneyWorld;
  readonly mandate: Mandate;
  /** What stands in the braces of a path. */
  readonly params: Readonly<Record<string, string>>;
  readonly bodies: Bodies;
}

/** A body that fits, so that a refusal is about who asks and not about what is asked. */
type Bodies = Readonly<Partial<Record<OperationId, unknown>>>;

const personOf = (actor: Actor & SignedIn) => actor.personId;

/** Makes the world: a running mandate with a transfer under way and an expense that waits. */
export async function createPolicyWorld(deps: Deps): Promise<PolicyWorld> {
  const money = await createMoneyWorld(deps);
  const { enterprise, finance, treasurer } = money;
  const awarded = await awardMandate(money, [100_000, 200_000]);
  const mandate = { ...awarded, milestones: [{ id: "m1", title: "Klaar", plannedOn: "2027-01-01" }] };
  await deps.store.commit([{ replace: "mandate", record: mandate, when: [] }]);
  const proposal = await storeProposal(deps, enterprise, { status: "awarded", mandateId: mandate.id });
  const linked = { ...mandate, proposalId: proposal.id };
  await deps.store.commit([{ replace: "mandate", record: linked, when: [] }]);
  const transfer = await proposeTransfer(deps, finance, {
    mandateId: mandate.id,
    instalmentId: "i1",
    idempotencyKey: keyOf(deps),
  });
  const order = await appropriate(deps, finance, {
    potId: money.potId,
    amountCents: 100,
    decisionReference: "RB-2",
    decidedOn: "2026-01-15",
    idempotencyKey: keyOf(deps),
  });
  const receipt = await addReceipt(money, "first");
  const journal = (await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id }))[0];
  const seat = enterprise.members.find((member) => member.personId === personOf(treasurer));
  const params = {
    enterpriseId: enterprise.id,
    memberId: seat?.id ?? "",
    personId: personOf(finance),
    fileId: receipt.id,
    followId: deps.ids.next("flw"),
    secret: "s".repeat(43),
    proposalId: proposal.id,
    decisionId: deps.ids.next("dec"),
    potId: money.potId,
    mandateId: mandate.id,
    transferId: transfer.id,
    orderId: order.id,
    expenseId: deps.ids.next("exp"),
    journalId: journal?.id ?? "",
    milestoneId: "m1",
    updateId: deps.ids.next("upd"),
    endingId: deps.ids.next("end"),
    evaluationId: deps.ids.next("eva"),
    caseId: proposal.id,
    messageId: deps.ids.next("fml"),
    about: "proposal",
    subjectId: proposal.id,
    role: "officer",
    districtCode: deps.municipality.districts[0]?.code ?? "",
  };
  return { money, mandate: linked, params, bodies: bodiesOf(deps, enterprise, params) };
}

/** An expense needs money in cash; worlds that ask for one pay the instalment first. */
export async function enterAnExpense(world: PolicyWorld): Promise<string> {
  const { deps, treasurer } = world.money;
  const receipt = await addReceipt(world.money, "second");
  const { id } = await enterExpense(deps, treasurer, {
    mandateId: world.mandate.id,
    idempotencyKey: keyOf(deps),
    amountCents: 100,
    spentOn: "2026-11-20",
    category: "material",
    supplier: "Winkel",
    isSupplierPerson: false,
    note: "",
    receiptId: receipt.id,
  });
  return id;
}

/** What says nothing about this world. */
const plainBodies = {
  prepareEnding: { reference: "B-1", legalBasis: "art. 1", motivation: "Het is klaar." },
  returnEnding: { reason: "Nog niet." },
  setMorningSetting: { isOn: false },
  appropriate: { amountCents: 100, decisionReference: "RB-1", decidedOn: "2026-01-15" },
  recordRefund: { amountCents: 100, receivedOn: "2026-11-21", bankReference: "REF" },
};

/** Of letters, and of who asks an enterprise something. */
const invitationBodies = {
  readInvitation: { secret: "s".repeat(43) },
  declineInvitation: { secret: "s".repeat(43) },
  disavowLetter: { address: "0".repeat(64), secret: "0".repeat(64) },
  refuseMail: { address: "0".repeat(64), network: "0".repeat(64), secret: "0".repeat(64) },
  askEnterprise: { name: "Hanna", email: "hanna@wijk.example", question: "Mag ik een boor lenen?" },
} satisfies Bodies;

/** Of formal messages. */
const messageBodies = ({ proposalId = "" }: Readonly<Record<string, string>>) => ({
  sendFormalMessage: {
    kind: "complaint",
    subject: { about: "proposal", id: proposalId },
    name: "Hanna de Wit",
    address: "Dorpsstraat 1, 0000 AA Voorbeeldstad",
    email: "hanna@wijk.example",
    description: "",
    words: "Het duurt te lang.",
    attachments: [],
  },
  announceFormalFile: { contentType: "image/png", sizeBytes: 100, sha256: "0".repeat(64) },
  readFormalMessage: { secret: "0".repeat(64) },
  supplementMessage: { secret: "0".repeat(64), words: "Nog iets.", attachments: [] },
  withdrawMessage: { secret: "0".repeat(64), reason: "" },
  answerMessage: { outcome: "answered", reason: "Zo zit het." },
});

/** Of acts that name the account that was looked at. */
const ibanBodies = (revision: number) => ({
  approveTransfer: { enterpriseRevision: revision },
  proposeIban: { iban: "NL91ABNA0417164300", holder: "De Groene Straat", revision },
  confirmIban: { revision },
  refuseIban: { revision },
});

function bodiesOf(deps: Deps, enterprise: Enterprise, params: Readonly<Record<string, string>>): Bodies {
  const plan = testPlan(deps);
  const secret = { secret: "s".repeat(43) };
  const reason = { reason: "Zo is het afgesproken." };
  const { revision } = enterprise;
  return {
    requestSignIn: { email: "iemand@wijk.example" },
    signIn: { signInId: deps.ids.next("sgn"), code: "000000" },
    setMyName: { name: "Nieuwe Naam" },
    registerEnterprise: { profile: enterprise.profile, seat: { name: "Iemand", role: "chair", isNamePublic: false } },
    editEnterprise: { profile: enterprise.profile, revision },
    inviteMember: { name: "Nieuw Lid", email: "nieuw@wijk.example", role: "member" },
    setNameVisibility: { isNamePublic: true },
    acceptInvitation: { ...secret, name: "Iemand", isNamePublic: false },
    ...invitationBodies,
    ...ibanBodies(revision),
    verifyEnterprise: { outcome: "verify", revision },
    announceFile: {
      purpose: "photo",
      contentType: "image/png",
      sizeBytes: 100,
      sha256: "0".repeat(64),
      enterpriseId: enterprise.id,
    },
    addAttachment: { fileId: params["fileId"], name: "Offerte", isPublic: true },
    follow: { subject: { kind: "district", id: params["districtCode"] }, email: "volger@wijk.example" },
    confirmFollow: secret,
    setGroupRoles: { groups: [], revision: 0 },
    startProposal: {},
    saveDraft: { draft: plan, revision: 0 },
    submitProposal: { revision: 0 },
    editProposal: { plan },
    completeProposal: { plan, note: "" },
    withdrawProposal: { reason: "" },
    askCompletion: { question: "Wat kost het?" },
    correctAdvice: { outcome: "award", ...reason, costingCents: 1_000_000, costingNote: "", why: "Een tikfout." },
    giveAdvice: { outcome: "award", ...reason, costingCents: 1_000_000, costingNote: "" },
    ...plainBodies,
    prepareDecision: { outcome: "reject", reference: "B-1", legalBasis: "art. 1", motivation: "Het past niet." },
    returnDecision: reason,
    takeCase: {},
    handOverCase: { to: deps.ids.next("per"), note: "" },
    createPot: { name: "Pot", programme: "Wijken", year: 2026 },
    proposeTransfer: { instalmentId: "i2" },
    refuseOrder: reason,
    refuseTransfer: reason,
    payTransfer: { paidOn: "2026-11-21", bankReference: "REF" },
    enterExpense: {
      amountCents: 100,
      spentOn: "2026-11-20",
      category: "material",
      supplier: "Winkel",
      isSupplierPerson: false,
      note: "",
      receiptId: params["fileId"],
    },
    refuseExpense: reason,
    askCorrection: reason,
    reachMilestone: { reachedOn: "2026-11-20", note: "" },
    correctMilestone: { reachedOn: "2026-11-20", note: "" },
    editUpdate: { title: "Nieuws", body: "Het gaat goed." },
    reportContent: { target: { kind: "proposal", proposalId: params["proposalId"] }, ...reason },
    judgeContent: { outcome: "hide", target: { kind: "enterprise", enterpriseId: enterprise.id }, ...reason },
    postUpdate: { title: "Nieuws", body: "Het gaat goed." },
    writeEnterpriseEvaluation: {
      outcomes: [{ milestoneId: "m1", reached: "yes" }],
      peopleReached: 1,
      volunteerHours: 1,
      learned: "Veel.",
    },
    writeOfficerEvaluation: { judgement: "Goed.", advice: "Door." },
    evaluateAsResident: { score: 4, sentence: "Fijn.", email: "mening@wijk.example" },
    confirmEvaluation: secret,
    ...messageBodies(params),
  };
}
