import { limits } from "../limits.ts";
import { addressHash } from "../person/by-address.ts";
import type { Deps } from "../ports.ts";
import { assertWithin } from "../sign-in/within-limit.ts";

const perDay = { name: "letters-day", max: limits.lettersPerAddressDayMax, minutes: 24 * 60 };

/**
 * Counts a letter that somebody else may have asked for (an invitation, a confirmation): nobody's mailbox is filled by
 * others. @throws DomainError `limit-reached`.
 */
export function assertLettersWithinDay(deps: Deps, email: string): Promise<void> {
  return assertWithin(deps, perDay, addressHash(deps.digest, email));
}
