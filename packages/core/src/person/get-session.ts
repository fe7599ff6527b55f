import { seatOf } from "../actor.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { PersonId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Session } from "./person.ts";
import type { SeatView, SessionView } from "./view.ts";

/** Who is signed in; for a resident with the boards they sit on. */
export async function getSession(deps: Deps, actor: Actor, session: Session | undefined): Promise<SessionView> {
  if (actor.kind === "visitor" || session === undefined) return { kind: "visitor" };
  const { expiresAt } = session;
  if (actor.kind === "staff") return { kind: "staff", name: actor.name, roles: [...actor.roles], expiresAt };
  const [person, enterprises] = await Promise.all([
    deps.store.get("person", { id: actor.personId }),
    enterprisesOf(deps, actor.personId),
  ]);
  return {
    kind: "resident",
    email: actor.email,
    ...(person?.name === undefined ? {} : { name: person.name }),
    boards: enterprises.flatMap((enterprise) => seatView(actor, enterprise) ?? []),
    expiresAt,
  };
}

/** The enterprises on whose board a person sits or is asked to sit, oldest first. */
export async function enterprisesOf({ store }: Deps, personId: PersonId): Promise<readonly Enterprise[]> {
  const memberships = await store.listAll("memberships-of-person", { personId });
  const found = await Promise.all(memberships.map(({ enterpriseId: id }) => store.get("enterprise", { id })));
  return found.filter((enterprise) => enterprise !== undefined);
}

/** The actor's confirmed seat on a board, for showing. */
export function seatView(actor: Actor, enterprise: Enterprise): SeatView | undefined {
  const seat = seatOf(actor, enterprise);
  if (seat === undefined) return undefined;
  const { id: enterpriseId, profile } = enterprise;
  return { enterpriseId, enterprise: profile.name, memberId: seat.id, role: seat.role };
}
