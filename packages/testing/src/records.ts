import {
  type Actor,
  accountIds,
  type BoardRole,
  type Deps,
  DomainError,
  dateIn,
  type Enterprise,
  emptyAccount,
  type Member,
  type Person,
  type Plan,
  type Pot,
  type Proposal,
  placeIn,
  post,
  type Session,
  type SignedIn,
  type StaffRole,
  termEndsOn,
} from "@hevel/core";

type Staff = Extract<Actor, { kind: "staff" }>;
type Resident = Extract<Actor, { kind: "resident" }>;

/** Stores a resident and gives the actor. */
export async function storeResident(deps: Deps, name = "Bewoner"): Promise<Resident> {
  const id = deps.ids.next("per");
  const email = `${id.toLowerCase()}@bewoner.example`;
  const record: Person = { id, kind: "resident", email, name, roles: [], createdAt: nowOf(deps), revision: 0 };
  await deps.store.commit([{ put: "person", record }]);
  return { kind: "resident", personId: id, email };
}

/** Stores an employee with these roles and gives the actor. */
export async function storeStaff(deps: Deps, ...roles: readonly StaffRole[]): Promise<Staff> {
  const id = deps.ids.next("per");
  const name = `Medewerker ${roles.join(" en ")}`;
  const email = `${id.toLowerCase()}@gemeente.example`;
  const groups = groupsOf(deps, roles);
  const record: Person = {
    id,
    kind: "staff",
    email,
    name,
    groups,
    roles: [...roles],
    createdAt: nowOf(deps),
    revision: 0,
  };
  await deps.store.commit([{ put: "person", record }]);
  return { kind: "staff", personId: id, name, roles };
}

/**
 * Gives somebody a session of a year and the cookie that holds it: somebody who is there all the time and signed in a moment
 * ago. Tests about idleness and about signing in again sign in themselves.
 */
export async function storeSession(
  deps: Deps,
  { personId, kind }: Pick<SignedIn, "personId" | "kind">,
): Promise<string> {
  const secret = deps.ids.secret();
  const expiresAt = new Date(deps.clock.now().getTime() + 365 * 86_400_000).toISOString();
  const session: Session = { hash: deps.digest.of(secret), personId, kind, createdAt: nowOf(deps), expiresAt };
  const there = kind === "staff" ? { seenAt: expiresAt, authenticatedAt: expiresAt } : {};
  await deps.store.commit([{ put: "session", record: { ...session, ...there } }]);
  return `hevel=${secret}`;
}

/** The groups that give these roles in the municipality of these deps. */
export function groupsOf({ municipality }: Deps, roles: readonly StaffRole[]): string[] {
  const given = Object.entries(municipality.groupRoles).filter(([, all]) => all.some((role) => roles.includes(role)));
  return given.map(([group]) => group);
}

/** A verified enterprise with a chair and a treasurer that may hold money; with more members or other fields where given. */
export interface StoredBoard {
  readonly enterprise: Enterprise;
  readonly chair: Resident;
  readonly treasurer: Resident;
}

/** Stores an enterprise with its board; `also` are further confirmed members, such as somebody who works at city hall. */
export async function storeEnterprise(
  deps: Deps,
  changed: Partial<Omit<Enterprise, "id" | "members" | "revision">> = {},
  also: readonly SignedIn[] = [],
): Promise<StoredBoard> {
  const [chair, treasurer] = [await storeResident(deps, "Voorzitter"), await storeResident(deps, "Penningmeester")];
  const at = nowOf(deps);
  const member = (actor: SignedIn, role: BoardRole): Member => ({
    id: deps.ids.next("mem"),
    personId: actor.personId,
    email: actor.kind === "resident" ? actor.email : `${actor.personId.toLowerCase()}@gemeente.example`,
    name: `Bestuurslid ${role}`,
    role,
    status: "confirmed",
    isNamePublic: false,
    invitedAt: at,
    confirmedAt: at,
  });
  const district = deps.municipality.districts[0];
  if (district === undefined) throw new Error("a municipality has a district");
  const enterprise: Enterprise = {
    id: deps.ids.next("ent"),
    profile: {
      name: "Buurtbeheer Noord",
      story: "Wij onderhouden samen de wijk.",
      districts: [district.code],
      legalForm: "foundation",
      kvkNumber: "12345678",
      askUs: ["Hulp in de tuin"],
    },
    status: "verified",
    members: [member(chair, "chair"), member(treasurer, "treasurer"), ...also.map((actor) => member(actor, "member"))],
    iban: "NL91ABNA0417164300",
    ibanHolder: "Stichting Buurtbeheer Noord",
    verifiedAt: at,
    registeredAt: at,
    registeredBy: chair.personId,
    ...changed,
    revision: 0,
  };
  await deps.store.commit([{ put: "enterprise", record: enterprise }]);
  return { enterprise, chair, treasurer };
}

/** Stores a pot that the council gave this amount in cents; zero leaves it without an appropriation. */
export async function storePot(deps: Deps, amountCents: number, changed: Partial<Pot> = {}): Promise<Pot> {
  const id = deps.ids.next("pot");
  const year = Number(dateIn(deps.clock.now()).slice(0, 4));
  const pot: Pot = { id, name: "Wijkbudget", programme: "Wijken", year, createdAt: nowOf(deps), ...changed };
  const account = emptyAccount(accountIds.pot(id), dateIn(deps.clock.now()), { potId: id });
  await deps.store.commit([
    { put: "pot", record: pot },
    { put: "account", record: account },
  ]);
  if (amountCents === 0) return pot;
  const { changes } = await post(deps, {
    kind: "APPROPRIATION",
    source: accountIds.council(pot.year, pot.programme),
    destination: accountIds.pot(pot.id),
    amountCents,
    effectDate: dateIn(deps.clock.now()),
    decisionReference: "RAAD-1",
    description: pot.name,
    potId: pot.id,
    by: deps.ids.next("per"),
    approvers: [],
  });
  await deps.store.commit(changes);
  return pot;
}

/** A plan that can be sent in: costs 12,500 euro, of which 2,500 euro is the enterprise's own. */
export function testPlan(deps: Deps, changed: Partial<Plan> = {}): Plan {
  const district = deps.municipality.districts[0];
  if (district === undefined) throw new Error("a municipality has a district");
  return {
    title: "Bomen in de Noorderstraat",
    summary: "Twintig bomen, met de buren geplant en verzorgd.",
    what: "Wij planten twintig bomen en verzorgen ze drie jaar.",
    why: "De straat is te heet in de zomer.",
    themes: ["green"],
    audience: "Alle bewoners van de straat",
    districts: [district.code],
    milestones: [
      { id: "m1", title: "De bomen staan", plannedOn: "2027-03-15" },
      { id: "m2", title: "Alle bomen leven nog", plannedOn: "2027-10-01" },
    ],
    budgetLines: [
      { id: "b1", category: "material", description: "Bomen", amountCents: 1_000_000 },
      { id: "b2", category: "activities", description: "Plantdag", amountCents: 250_000 },
    ],
    ownContributionCents: 250_000,
    ownContribution: "Wij planten zelf.",
    partners: [{ id: "p1", name: "De kwekerij", sector: "business", contribution: "Korting op de bomen" }],
    helpAsked: "",
    ...changed,
  };
}

/** Stores a proposal as it is after being sent in today, or in another state with the fields given; drafts have no plan. */
export async function storeProposal(
  deps: Deps,
  enterprise: Enterprise,
  changed: Partial<Proposal> = {},
): Promise<Proposal> {
  const at = nowOf(deps);
  const today = dateIn(deps.clock.now());
  const isDraft = changed.status === "draft";
  const term = { startedOn: today, days: deps.municipality.decisionTermDays, daysStopped: 0 };
  const sent = { plan: testPlan(deps), version: 1, submittedAt: at, term, dueOn: termEndsOn(term, today) };
  const proposal: Proposal = {
    id: deps.ids.next("prp"),
    enterpriseId: enterprise.id,
    status: "submitted",
    draft: isDraft ? testPlan(deps) : {},
    version: 0,
    createdAt: at,
    createdBy: enterprise.registeredBy,
    statusSince: at,
    ...(isDraft ? {} : sent),
    revision: 0,
    ...changed,
  };
  const { id: proposalId, enterpriseId, plan, submittedAt } = proposal;
  const item = { kind: "proposal", at: submittedAt ?? at, proposalId, enterpriseId } as const;
  const lines = plan === undefined ? [] : placeIn(plan.districts, item);
  await deps.store.commit([{ put: "proposal", record: proposal }, ...lines]);
  return proposal;
}

/** The refusal of a verb, or `ok`: what a test of a boundary compares. */
export function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : `not a refusal: ${String(error)}`),
  );
}

const nowOf = (deps: Deps) => deps.clock.now().toISOString();
