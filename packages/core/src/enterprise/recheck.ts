import { publicIdentity } from "../visibility/visibility.ts";
import { type Enterprise, enterpriseTransitions, Recheck } from "./enterprise.ts";

/**
 * What follows when a board changes what an officer had checked. Money goes to the legal person and the bank account that
 * were verified; a stolen mailbox must not be enough to send it elsewhere. So the enterprise is `registered` again, gets
 * no new money until it is verified again, and the board and the officer read why. Story, districts, photo and questions
 * are the enterprise's own and change freely. Mandates that run go on, so money already paid can be spent and answered for.
 * Until the new check the enterprise stays public under the name, form and number that were verified.
 */
export function rechecked(
  enterprise: Enterprise,
  changed: readonly Recheck[],
): Pick<Partial<Enterprise>, "recheck" | "verifiedAs"> & { status?: "registered" } {
  if (changed.length === 0 || enterprise.verifiedAt === undefined) return {};
  const all = new Set([...(enterprise.recheck ?? []), ...changed]);
  const recheck = Recheck.options.filter((option) => all.has(option));
  const isVerified = enterpriseTransitions.recheck.from.some((status) => status === enterprise.status);
  if (!isVerified) return { recheck };
  return { status: enterpriseTransitions.recheck.to, recheck, verifiedAs: publicIdentity(enterprise) };
}
