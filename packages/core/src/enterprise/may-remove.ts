import type { IsoInstant } from "../calendar.ts";
import { isChecked, isSecond, openRemoval } from "./checked-board.ts";
import { boardOf, type Enterprise, type Member } from "./enterprise.ts";

/**
 * Whether a member may take another off the board: everybody may leave, the chair (or, without one, anybody) may remove,
 * or ask for it, and a second person may confirm what was asked. Who came after the check removes nobody.
 */
export function mayRemove(enterprise: Enterprise, by: Member, member: Member, now: IsoInstant): boolean {
  if (member.status === "left") return false;
  if (member.status === "invited" || by.id === member.id) return true;
  if (!isChecked(by)) return false;
  const removal = openRemoval(enterprise, member, now);
  if (removal !== undefined) return isSecond(enterprise, member, removal, by);
  return by.role === "chair" || !boardOf(enterprise).some(({ role }) => role === "chair");
}
