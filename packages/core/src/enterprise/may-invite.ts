import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { posesAs } from "../name/poses-as.ts";
import { humanHash } from "../person/mailbox.ts";
import type { Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import { usesOfShared } from "../sign-in/shared-target.ts";
import type { Use } from "../sign-in/within-limit.ts";
import { isPublic } from "../visibility/visibility.ts";
import type { Enterprise, Member } from "./enterprise.ts";
import { assertNotRefused } from "./may-act.ts";

const rule = (name: string, max: number) => ({ name, max, minutes: 24 * 60 });

/**
 * To one human, of whichever board: apart from letters that others ask for. Boards that nobody checked, and networks, use up
 * nothing of what a checked one may send.
 */
const perMailbox = (state: "new" | "checked") => ({
  name: `invitation-mailbox-${state}`,
  perNetwork: limits.invitationsPerNetworkAndAddressDayMax,
  total: limits.lettersPerAddressDayMax,
  newcomers: limits.newcomersPerAddressDayMax,
});

/** How many invitations leave in a day, before and after anybody at city hall looked at the enterprise. */
const perDay = {
  unverified: {
    enterprise: rule("invite-new-enterprise", limits.invitationsUnverifiedPerEnterpriseDayMax),
    inviter: rule("invite-new-inviter", limits.invitationsUnverifiedPerInviterDayMax),
    network: rule("invite-new-network", limits.invitationsUnverifiedPerNetworkDayMax),
  },
  verified: {
    enterprise: rule("invite-enterprise", limits.invitationsPerEnterpriseDayMax),
    inviter: rule("invite-inviter", limits.invitationsPerInviterDayMax),
    network: rule("invite-network", limits.invitationsPerNetworkDayMax),
  },
} as const;

/**
 * THE rule of letters that an enterprise has sent to a stranger, in the municipality's name and with the enterprise's
 * words in it. None after a refusal; none under a name that looks like somebody else's, before an officer looked; none to
 * who said "I do not know this". Each that leaves counts, also when it is taken back: per enterprise, per inviter, per
 * network and per address, and before the enterprise was verified a handful a day.
 * Gives what the invitation counts for. @throws DomainError `not-verified`, `invalid` at `email` or `name`.
 */
export async function usesOfInvitation(
  deps: Deps,
  { enterprise, inviter }: { readonly enterprise: Enterprise; readonly inviter: Member },
  invited: { readonly email: string; readonly name: string },
  caller: { readonly ip: string },
): Promise<readonly Use[]> {
  assertNotRefused(enterprise);
  const isVerified = isPublic(enterprise);
  assertNamesAreTheirOwn(deps, enterprise, inviter, invited.name);
  const human = humanHash(deps.digest, invited.email);
  const refusal = { enterpriseId: enterprise.id, addressHash: human };
  if ((await deps.store.get("disavowal", refusal)) !== undefined)
    throw new DomainError("invalid", "This address wants no letters of this enterprise.", {
      fields: [{ path: "email", code: "unwanted" }],
    });
  const network = addressPrefix(caller.ip);
  const most = isVerified ? perDay.verified : perDay.unverified;
  return [
    { rule: most.enterprise, subject: enterprise.id },
    { rule: most.inviter, subject: inviter.personId ?? inviter.id },
    { rule: most.network, subject: network },
    ...usesOfShared(perMailbox(isVerified ? "checked" : "new"), human, network),
  ];
}

/** Whoever reads an invitation reads these three names. Of a checked enterprise it is the name that was checked. */
function assertNamesAreTheirOwn(deps: Deps, enterprise: Enterprise, inviter: Member, invited: string): void {
  const isHeld = !isPublic(enterprise) && (enterprise.nameDoubts ?? []).length > 0;
  if (isHeld || posesAs(deps.municipality, inviter.name) !== undefined)
    throw new DomainError("not-verified", "The municipality looks at this name first.", {
      details: { why: "name-held" },
    });
  assertNameOfPerson(deps, invited);
}

/** Throws `invalid` at `name` for what no person is called: the name stands in letters of the municipality. */
export function assertNameOfPerson({ municipality }: Pick<Deps, "municipality">, name: string): void {
  if (posesAs(municipality, name) !== undefined)
    throw new DomainError("invalid", "This is not the name of a person.", {
      fields: [{ path: "name", code: "person-name" }],
    });
}
