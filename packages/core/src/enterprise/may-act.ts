import { DomainError } from "../errors.ts";
import { visibilityOf } from "../visibility/visibility.ts";
import type { Enterprise } from "./enterprise.ts";

/**
 * Throws `not-verified` for a refused enterprise: until it applied again it starts, sends in and posts nothing, and invites
 * nobody. What it has to account for (money it was paid) it still can.
 */
export function assertNotRefused(enterprise: Enterprise): void {
  if (enterprise.status === "refused") throw notVerified("refused");
}

/** Throws `not-verified` unless the enterprise is public: who is not has nobody to tell anything to. */
export function assertPublic(enterprise: Enterprise): void {
  const visibility = visibilityOf(enterprise);
  if (!visibility.isPublic) throw notVerified(visibility.because);
}

const notVerified = (why: string) =>
  new DomainError("not-verified", "The municipality has not verified this enterprise.", { details: { why } });
