import type { StaffRole } from "@hevel/core";
import type { StaffAccount } from "./identity/staff-account.ts";

/** What the summary speaks of. */
export type Summary = {
  readonly site: string;
  readonly mailbox: string;
  /** Residents of the story to sign in as. */
  readonly residents: readonly { readonly role: string; readonly email: string }[];
  readonly staff: readonly StaffAccount[];
  readonly groupRoles: Readonly<Record<string, readonly StaffRole[]>>;
  /** Where the data are kept, as a person would name it. */
  readonly data: string;
  readonly seconds: number;
};

/** The one table that is printed when everything is ready: where to go, and as whom. */
export function summarize({ site, mailbox, residents, staff, groupRoles, data, seconds }: Summary): string {
  const rows: [string, string, string][] = [
    ["Site", site, "in Dutch, as residents see it"],
    ["API documentation", `${site}/v1/openapi.json`, "OpenAPI"],
    ["Mailbox", mailbox, "every letter the portal sends"],
    ["", "", ""],
    ["ROLE", "ACCOUNT", "HOW TO SIGN IN"],
    ["anybody", "any e-mail address", "by e-mail: link and code are in the mailbox"],
    ...residents.map(({ role, email }): [string, string, string] => [role, email, "by e-mail, in the same way"]),
    ...staff.map(({ name, groups }): [string, string, string] => [
      groups.flatMap((group) => groupRoles[group] ?? []).join(", "),
      name,
      "as staff: choose this name",
    ]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd(),
  );
  return [
    `Hevel is ready after ${seconds.toFixed(1)} seconds.`,
    "",
    ...lines,
    "",
    `  Data stay in ${data} until npm start -- --fresh. Ctrl-C stops everything.`,
  ].join("\n");
}
