import { useSite, type Viewer } from "../../site/site.ts";
import { admin, staff, words } from "../../words/nl.ts";
import type { Refusal } from "./answers.ts";

type StaffViewer = Extract<Viewer, { kind: "staff" }>;
export type StaffRole = StaffViewer["roles"][number];

/** The employee who is looking; undefined for a visitor, a resident, or while that is not known yet. */
export function useStaff(): () => StaffViewer | undefined {
  const site = useSite();
  return () => {
    const viewer = site().viewer;
    return viewer?.kind === "staff" ? viewer : undefined;
  };
}

/** Whether the employee who is looking has one of these roles. */
export const hasRole = (viewer: StaffViewer | undefined, ...roles: readonly StaffRole[]): boolean =>
  roles.some((role) => viewer?.roles.includes(role) === true);

/** Role names in a row, or that there are none. */
export const rolesNamed = (given: readonly StaffRole[]): string =>
  given.length === 0 ? admin.noRoles : given.map((role) => words.staffRoles[role]).join(", ");

/** Role names in a row, the last after a word: "financiën of controle". */
function listed(roles: readonly StaffRole[], word: string): string {
  const names = roles.map((role) => words.staffRoles[role]);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")}${word}${names.at(-1)}`;
}

/** The employee with the roles they act in: "Bram Hoekstra, college". */
export const staffName = (viewer: StaffViewer | undefined): string =>
  viewer === undefined ? "" : staff.viewer(viewer.name, listed(viewer.roles, staff.and));

/** Who may see a page, for who may not. */
export const whoMay = (...roles: readonly StaffRole[]): string => staff.who(listed(roles, staff.or));

/** Why the reader may not act, in a sentence; `own` has sentences that know what the act is. */
export function whyNot(refusal: Refusal, own: Partial<Record<Refusal, string>> = {}): string {
  const general: Partial<Record<Refusal, string>> = staff.why;
  return own[refusal] ?? general[refusal] ?? staff.why.other;
}
