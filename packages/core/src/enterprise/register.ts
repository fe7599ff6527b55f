import * as z from "zod";
import { assertResident } from "../actor.ts";
import { next } from "../change.ts";
import { DomainError } from "../errors.ts";
import { recordEvent } from "../event/record.ts";
import { limits } from "../limits.ts";
import { Name } from "../name/name.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { BoardRole, type Enterprise, EnterpriseProfile } from "./enterprise.ts";
import { claimKvk } from "./kvk-claim.ts";
import { claimName } from "./name-claim.ts";
import { assertProfileFits } from "./profile-checks.ts";

/** Input of registering: what the enterprise tells, and the seat of who registers it. */
export const EnterpriseRegistration = z
  .strictObject({
    profile: EnterpriseProfile,
    seat: z.strictObject({ name: Name(limits.nameLengthMax), role: BoardRole, isNamePublic: z.boolean("required") }),
  })
  .meta({ id: "EnterpriseRegistration" });

const perPerson = { name: "register-person", max: limits.enterprisesPerPersonDayMax, minutes: 24 * 60 };

/**
 * Registers an enterprise. Who does so is its first confirmed board member. Only its board and city hall see it, and it
 * gets no money, before an officer verified it. A name that looks like somebody else's, or a KvK
 * number that another gave, is kept with why.
 * @throws DomainError `invalid`; `limit-reached`; `idempotency-mismatch`.
 */
export async function registerEnterprise(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof EnterpriseRegistration> & Keyed,
): Promise<BoardView> {
  assertResident(actor);
  const { idempotencyKey: key, ...rest } = input;
  const { profile, seat } = parse(EnterpriseRegistration, rest);
  const uses = async () => {
    await assertProfileFits(deps, profile, undefined);
    return [{ rule: perPerson, subject: actor.personId }];
  };
  const now = deps.clock.now().toISOString();
  const { personId, email } = actor;
  const id = deps.ids.next("ent");
  const enterprise: Enterprise = {
    id,
    profile,
    status: "registered",
    members: [
      { id: deps.ids.next("mem"), personId, email, ...seat, status: "confirmed", invitedAt: now, confirmedAt: now },
    ],
    registeredAt: now,
    registeredBy: personId,
    revision: 0,
  };
  const request = { verb: "registerEnterprise", by: personId, profile, seat };
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const { changes, doubts } = await claimName(deps, undefined, enterprise);
    const number = await claimKvk(deps, undefined, enterprise);
    const record: Enterprise = {
      ...enterprise,
      ...(doubts.length === 0 ? {} : { nameDoubts: [...doubts] }),
      ...(number.doubt === undefined ? {} : { kvkDoubt: number.doubt }),
    };
    const person = await deps.store.get("person", { id: personId });
    if (person === undefined) throw new DomainError("unauthenticated", "Sign in again.");
    const commit: readonly Change[] = [
      { put: "enterprise", record },
      ...changes,
      ...number.changes,
      { put: "membership", record: { personId, enterpriseId: id, since: now } },
      ...(person.name === undefined ? [next("person", person, { name: seat.name })] : []),
      recordEvent(deps, { code: "enterprise-registered", enterpriseId: id, facts: {}, isUnlisted: true }),
    ];
    return { changes: commit, result: viewBoard(deps, actor, record) };
  });
}
