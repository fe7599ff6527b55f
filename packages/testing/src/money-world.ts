import {
  type Actor,
  accountIds,
  commitMandate,
  type Deps,
  type Enterprise,
  emptyAccount,
  type Mandate,
  type Person,
  type PotId,
  post,
  type SignedIn,
  type StaffRole,
  type StoredFile,
  untilFresh,
} from "@hevel/core";
import { groupsOf } from "./records.ts";

type Resident = Extract<Actor, { kind: "resident" }>;

/** Everybody a euro meets on its way, in a municipality with one pot and one enterprise that may hold money. */
export interface MoneyWorld {
  readonly deps: Deps;
  readonly finance: Actor & SignedIn;
  readonly payer: Actor & SignedIn;
  readonly council: Actor & SignedIn;
  readonly mayor: Actor & SignedIn;
  readonly treasurer: Actor & SignedIn;
  readonly chair: Actor & SignedIn;
  readonly secretary: Actor & SignedIn;
  readonly enterprise: Enterprise;
  readonly potId: PotId;
}

/** A client-made key for a request that may arrive twice. */
export const keyOf = (deps: Deps) => deps.ids.next("evt").slice(4);

function personOf(deps: Deps, kind: Person["kind"], roles: StaffRole[], name: string): Person {
  const id = deps.ids.next("per");
  const email = `${id.toLowerCase()}@${kind === "staff" ? "gemeente" : "wijk"}.example`;
  const groups = kind === "staff" ? { groups: groupsOf(deps, roles) } : {};
  return { id, kind, email, name, ...groups, roles, createdAt: deps.clock.now().toISOString(), revision: 0 };
}

const asStaff = ({ id, name = "", roles }: Person): Actor & SignedIn => ({ kind: "staff", personId: id, name, roles });

/** A member of city hall with these roles, known to the portal. */
export async function staffOf(deps: Deps, name: string, ...roles: StaffRole[]): Promise<Actor & SignedIn> {
  const person = personOf(deps, "staff", roles, name);
  await deps.store.commit([{ put: "person", record: person }]);
  return asStaff(person);
}

/** Makes the world with `potCents` in its pot. */
export async function createMoneyWorld(deps: Deps, potCents = 1_000_000_00): Promise<MoneyWorld> {
  const staff = (name: string, role: StaffRole) => personOf(deps, "staff", [role], name);
  const resident = (name: string) => personOf(deps, "resident", [], name);
  const people = {
    finance: staff("Fatima Financiën", "finance"),
    payer: staff("Bert Betaalt", "finance"),
    council: staff("Wendy Wethouder", "council"),
    mayor: staff("Bram Burgemeester", "council"),
  };
  const board = {
    treasurer: resident("Piet Penning"),
    chair: resident("Vera Voorzitter"),
    secretary: resident("Sem Secretaris"),
  };
  const asResident = ({ id, email }: Person): Resident => ({ kind: "resident", personId: id, email });
  const [treasurer, chair, secretary] = [board.treasurer, board.chair, board.secretary].map(asResident) as [
    Resident,
    Resident,
    Resident,
  ];
  const enterprise = enterpriseOf(deps, [
    { actor: treasurer, role: "treasurer", name: "Piet Penning" },
    { actor: chair, role: "chair", name: "Vera Voorzitter" },
    { actor: secretary, role: "secretary", name: "Sem Secretaris" },
  ]);
  const createdAt = deps.clock.now().toISOString();
  const potId = deps.ids.next("pot");
  await deps.store.commit([
    ...[...Object.values(people), ...Object.values(board)].map((record) => ({ put: "person" as const, record })),
    { put: "enterprise", record: enterprise },
    { put: "pot", record: { id: potId, name: "Wijkbudget", programme: "Wijken", year: 2026, createdAt } },
    { put: "account", record: emptyAccount(accountIds.pot(potId), createdAt.slice(0, 10), { potId }) },
  ]);
  const world = {
    deps,
    finance: asStaff(people.finance),
    payer: asStaff(people.payer),
    council: asStaff(people.council),
    mayor: asStaff(people.mayor),
    treasurer,
    chair,
    secretary,
    enterprise,
    potId,
  };
  if (potCents > 0) await fillPot(world, potCents);
  return world;
}

function enterpriseOf(
  deps: Deps,
  board: readonly {
    actor: Resident;
    role: "treasurer" | "chair" | "secretary";
    name: string;
  }[],
): Enterprise {
  const now = deps.clock.now().toISOString();
  const [district] = deps.municipality.districts;
  if (district === undefined) throw new Error("the test municipality has a district");
  const [first] = board;
  if (first === undefined) throw new Error("a board has members");
  return {
    id: deps.ids.next("ent"),
    profile: {
      name: "De Groene Straat",
      story: "Wij maken de straat groen.",
      districts: [district.code],
      legalForm: "informal-group",
      askUs: [],
    },
    status: "verified",
    members: board.map(({ actor, role, name }) => ({
      id: deps.ids.next("mem"),
      personId: actor.personId,
      email: actor.email,
      name,
      role,
      status: "confirmed",
      isNamePublic: false,
      invitedAt: now,
      confirmedAt: now,
    })),
    iban: "NL91ABNA0417164300",
    ibanHolder: "De Groene Straat",
    verifiedAt: now,
    registeredAt: now,
    registeredBy: first.actor.personId,
    revision: 0,
  };
}

/** Puts more money in the world's pot. */
export async function fillPot({ deps, potId, council }: MoneyWorld, amountCents: number): Promise<void> {
  await untilFresh(async () => {
    const { changes } = await post(deps, {
      kind: "APPROPRIATION",
      source: accountIds.council(2026, "Wijken"),
      destination: accountIds.pot(potId),
      amountCents,
      effectDate: "2026-01-15",
      decisionReference: "RB-2026-1",
      description: "Wijkbudget",
      potId,
      by: council.personId,
      approvers: [],
    });
    await deps.store.commit(changes);
  });
}

/** An active mandate with instalments `i1`, `i2`, ... of these amounts, its money moved from the pot; or with another term. */
export async function awardMandate(
  world: MoneyWorld,
  instalments: readonly number[],
  term: Partial<Pick<Mandate, "startsOn" | "endsOn">> = {},
): Promise<Mandate> {
  const { deps, enterprise, potId, council } = world;
  const [district] = enterprise.profile.districts;
  if (district === undefined) throw new Error("an enterprise has a district");
  const mandate: Mandate = {
    id: deps.ids.next("man"),
    proposalId: deps.ids.next("prp"),
    enterpriseId: enterprise.id,
    districts: [district],
    district,
    decisionId: deps.ids.next("dec"),
    decisionReference: "B-2026-7",
    potId,
    instrument: "subsidy",
    title: "Geveltuintjes in de Groene Straat",
    amountCents: instalments.reduce((sum, cents) => sum + cents, 0),
    startsOn: "2026-11-01",
    endsOn: "2027-10-31",
    ...term,
    conditions: [],
    instalments: instalments.map((amountCents, index) => ({
      id: `i${index + 1}`,
      amountCents,
      plannedOn: "2026-12-01",
      status: "planned",
    })),
    milestones: [],
    status: "active",
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
  };
  await untilFresh(async () => {
    const { changes } = await commitMandate(deps, mandate, { by: council.personId, approvers: [] });
    await deps.store.commit([{ put: "mandate", record: mandate }, ...changes]);
  });
  return mandate;
}

/** A clean receipt of the enterprise; `seed` makes its hash, so that the same seed is the same receipt. */
export function receiptOf({ deps, enterprise, treasurer }: MoneyWorld, seed: string): StoredFile {
  return {
    id: deps.ids.next("fil"),
    purpose: "receipt",
    contentType: "application/pdf",
    sizeBytes: 1_000,
    sha256: deps.digest.of(seed),
    storedSha256: deps.digest.of(seed),
    status: "clean",
    enterpriseId: enterprise.id,
    uploadedBy: treasurer.personId,
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
  };
}

/** Keeps such a receipt. */
export async function addReceipt(world: MoneyWorld, seed: string): Promise<StoredFile> {
  const record = receiptOf(world, seed);
  await world.deps.store.commit([{ put: "file", record }]);
  return record;
}
