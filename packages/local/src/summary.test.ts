import { expect, test } from "vitest";
import { demoMunicipality } from "./seed/municipality.ts";
import { demoStaff } from "./seed/staff.ts";
import { demoResidents } from "./seed/story/residents.ts";
import { summarize } from "./summary.ts";

test("one table says where to go, as whom, and how long it took", () => {
  const lines = summarize({
    site: "http://localhost:4180",
    mailbox: "http://127.0.0.1:4181",
    residents: demoResidents,
    staff: demoStaff,
    groupRoles: demoMunicipality.groupRoles,
    data: ".local/data",
    seconds: 3.21,
  }).split("\n");

  expect(lines[0]).toBe("Hevel is ready after 3.2 seconds.");
  const rows = lines.map((line) => line.trim().split(/ {3,}/));
  expect(rows).toContainEqual(["Site", "http://localhost:4180", "in Dutch, as residents see it"]);
  expect(rows).toContainEqual(["council", "Bram Hoekstra", "as staff: choose this name"]);
  expect(rows).toContainEqual(["anybody", "any e-mail address", "by e-mail: link and code are in the mailbox"]);
  for (const { role, email } of demoResidents) expect(rows).toContainEqual([role, email, "by e-mail, in the same way"]);
  expect(lines.filter((line) => line.includes("as staff"))).toHaveLength(demoStaff.length);
  expect(lines.at(-1)).toContain("Data stay in .local/data until npm start -- --fresh.");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});
