import { assertResident } from "../actor.ts";
import { type Enterprise, moneyObstacles } from "../enterprise/enterprise.ts";
import { isActive } from "../enterprise/seats.ts";
import { subjectName } from "../follow/subject-name.ts";
import type { FollowView } from "../follow/view.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Actor, Deps, SignedIn } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import { standingOf } from "../proposal/standing.ts";
import { enterprisesOf, seatView } from "./get-session.ts";
import { addressHash } from "./mailbox.ts";
import type { MyPage } from "./view.ts";
import { waitingOnBoard } from "./waiting.ts";

/** Everything of one resident together: what waits for them, their boards and proposals, what they follow. */
export async function getMyPage(deps: Deps, actor: Actor): Promise<MyPage> {
  assertResident(actor);
  const [person, enterprises, follows] = await Promise.all([
    deps.store.get("person", { id: actor.personId }),
    enterprisesOf(deps, actor.personId),
    readFollows(deps, actor.email),
  ]);
  const own = enterprises.filter((enterprise) => seatView(actor, enterprise) !== undefined);
  const works = await Promise.all(own.map((enterprise) => readWork(deps, actor, enterprise)));
  const waiting = works.flatMap((work) => work.waiting);
  const last = "9999-12-31";
  return {
    email: actor.email,
    ...(person?.name === undefined ? {} : { name: person.name }),
    waiting: waiting.toSorted((left, right) => ((left.dueOn ?? last) < (right.dueOn ?? last) ? -1 : 1)),
    boards: own.flatMap((enterprise) => {
      const seat = seatView(actor, enterprise);
      const { status } = enterprise;
      return seat === undefined ? [] : [{ ...seat, status, obstacles: [...moneyObstacles(enterprise)] }];
    }),
    invitations: enterprises.flatMap((enterprise) => invitationsOf(deps, actor, enterprise)),
    proposals: works.flatMap((work) => work.proposals),
    follows: [...follows],
  };
}

async function readFollows(deps: Deps, email: string): Promise<readonly FollowView[]> {
  const emailHash = addressHash(deps.digest, email);
  const follows = await deps.store.listAll("follows-of-address", { emailHash });
  const confirmed = follows.filter(({ status }) => status === "confirmed");
  return Promise.all(
    confirmed.map(async ({ id, subject }) => {
      // What was followed may be gone from public view; then there is still a follow to stop.
      const name = await subjectName(deps, subject).catch(() => "");
      return { id, subject, name };
    }),
  );
}

function invitationsOf(deps: Deps, actor: SignedIn, enterprise: Enterprise): MyPage["invitations"] {
  const now = deps.clock.now().toISOString();
  return enterprise.members
    .filter((member) => member.personId === actor.personId && member.status === "invited" && isActive(member, now))
    .map(({ id: memberId, role, invitationExpiresAt }) => ({
      enterpriseId: enterprise.id,
      enterprise: enterprise.profile.name,
      memberId,
      role,
      expiresAt: invitationExpiresAt ?? now,
    }));
}

async function readWork(deps: Deps, actor: SignedIn, enterprise: Enterprise) {
  const { id: enterpriseId } = enterprise;
  const [proposals, mandates] = await Promise.all([
    deps.store.listAll("proposals-of-enterprise", { enterpriseId }),
    deps.store.listAll("mandates-of-enterprise", { enterpriseId }),
  ]);
  const waiting = await waitingOnBoard(deps, actor, { enterprise, proposals, mandates });
  const views = proposals.toReversed().map((proposal) => viewOwn(deps, enterprise, proposal, mandates));
  return { waiting, proposals: views };
}

function viewOwn(
  deps: Deps,
  enterprise: Enterprise,
  proposal: Proposal,
  mandates: readonly Mandate[],
): MyPage["proposals"][number] {
  const { id, status, plan, draft, mandateId } = proposal;
  const mandate = mandates.find((candidate) => candidate.id === mandateId);
  return {
    id,
    title: plan?.title ?? draft.title ?? "",
    status,
    enterpriseId: enterprise.id,
    enterprise: enterprise.profile.name,
    standing: standingOf(deps, proposal, mandate),
  };
}
