import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  FINDINGS_PER_CODE_MAX,
  type Finding,
  type FindingCode,
  findingCodes,
  levelOf,
  PbUnreadableError,
} from "./findings.ts";
import { readPb } from "./read.ts";
import { RECORD_LENGTH_MAX } from "./records.ts";

const meta =
  "META\nkey;value\ndescription;d\ncountry;Netherlands\nunit;Voorbeeldstad\ninstance;1\nnum_projects;2\nnum_votes;2\n" +
  "budget;100\nvote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;2026\n";
const projects = "PROJECTS\nproject_id;cost;votes\na;60;2\nb;50;1\n";
const votes = "VOTES\nvoter_id;vote\nv1;a\nv2;a,b\n";
const plain = meta + projects + votes;

const cumulative = plain
  .replace("approval", "cumulative")
  .replace("voter_id;vote\nv1;a\nv2;a,b", "voter_id;vote;points\nv1;a;3\nv2;a,b;2,1");

/** How each code comes about: the text, and the line it must be reported on. */
const provocations: Readonly<Record<Exclude<FindingCode, "PB115" | "PB604">, readonly [string | Uint8Array, number]>> =
  {
    PB101: [`\uFEFF${plain}`, 1],
    PB102: [Uint8Array.from(new TextEncoder().encode(plain), (byte, index) => (index === 15 ? 0xff : byte)), 3],
    PB103: [plain.replaceAll("\n", "\r\n"), 1],
    PB104: [plain.replace("country;Netherlands\n", "country;Netherlands\r\n"), 4],
    PB105: [plain.slice(0, -1), 21],
    PB106: [plain.replace("PROJECTS", "\nPROJECTS"), 14],
    PB107: [plain.replace("unit;Voorbeeldstad", 'unit;Voorbeeld"stad'), 5],
    PB108: [plain.replace("unit;Voorbeeldstad", 'unit;"Voorbeeld" stad'), 5],
    PB109: [plain.replace("v1;a", 'v1;"a'), 20],
    PB110: [`META\nkey;value\ncomment;${"x".repeat(RECORD_LENGTH_MAX + 1)}\n`, 3],
    PB111: [plain.replace("v1;a", "v1;a;M"), 20],
    PB112: [plain.replace("b;50;1", "b;50"), 17],
    PB113: [plain.replace("v1;a\n", "v1; a\n"), 20],
    PB114: [plain.replace("v1;a\n", "v1;None\n"), 20],
    PB201: [`hello\n${plain}`, 1],
    PB202: [plain.replace("PROJECTS\n", "Projects;;\n"), 14],
    PB203: [meta + projects, 0],
    PB204: [`${plain}VOTES\n`, 22],
    PB205: [meta + votes + projects, 14],
    PB206: [projects + meta + votes, 5],
    PB207: [plain.replace("voter_id;vote", "voter_id;stem"), 19],
    PB208: [plain.replace("project_id;cost;votes", "project_id;cost;cost"), 15],
    PB209: [plain.replace("project_id;cost;votes", "project_id;cost;"), 15],
    PB210: [plain.replace("project_id;cost;votes", "project_id;cost;wijk"), 15],
    PB211: [plain.replace("project_id;cost;votes", "project_id;cost;target"), 15],
    PB212: [plain.replace("key;value\n", ""), 2],
    PB213: [plain.replace("project_id;cost;votes", "project_id;cost; Votes"), 15],
    PB301: [plain.replace("country;Netherlands\n", ""), 0],
    PB302: [plain.replace("budget;100\n", ""), 0],
    PB303: [plain.replace("rule;greedy", "unit;elsewhere"), 11],
    PB304: [plain.replace("rule;greedy", "colour;green"), 11],
    PB305: [plain.replace("description;d", "description;d;e"), 3],
    PB306: [plain.replace("budget;100", "budget;plenty"), 9],
    PB307: [plain.replace("budget;100", "budget;100,50"), 9],
    PB308: [plain.replace("budget;100", "budget;1000.001"), 9],
    PB309: [plain.replace("budget;100", "budget;1 000"), 9],
    PB310: [plain.replace("vote_type;approval", "vote_type;show of hands"), 10],
    PB311: [plain.replace("vote_type;approval", "vote_type;Approval"), 10],
    PB312: [plain.replace("rule;greedy", "rule;dictator"), 11],
    PB313: [plain.replace("date_end;2026", "date_end;31.02.2026"), 13],
    PB314: [plain.replace("date_end;2026", "date_end;31.12.2025"), 13],
    PB315: [plain.replace("PROJECTS", "max_length;many\nPROJECTS"), 14],
    PB316: [plain.replace("num_projects;2", "num_projects;3"), 7],
    PB317: [plain.replace("num_votes;2", "num_votes;3"), 8],
    PB318: [plain.replace("PROJECTS", "fully_funded;1\nPROJECTS"), 14],
    PB319: [plain.replace("PROJECTS", "max_length;1\nmin_length;2\nPROJECTS"), 15],
    PB401: [plain.replace("b;50;1", ";50;1"), 17],
    PB402: [plain.replace("b;50;1", "a;50;1"), 17],
    PB403: [plain.replace("b;50;1", "b;-50;1"), 17],
    PB404: [plain.replace("b;50;1", "b;0;1"), 17],
    PB405: [plain.replace("b;50;1", "b;999999999;1"), 17],
    PB406: [plain.replace("b;50;1", "b;100.01;1"), 17],
    PB407: [plain.replace("b;50;1", "b;50;one"), 17],
    PB408: [plain.replace("b;50;1", "b,c;50;1"), 17],
    PB409: [plain.replace("project_id;cost;votes", "project_id;cost;name"), 15],
    PB501: [plain.replace("v1;a", ";a"), 20],
    PB502: [plain.replace("v2;", "v1;"), 21],
    PB503: [plain.replace("v1;a", "v1;c"), 20],
    PB504: [plain.replace("v1;a", "v1;a,a"), 20],
    PB505: [plain.replace("v1;a", "v1;"), 20],
    PB506: [cumulative.replace("v2;a,b;2,1", "v2;a,b;3"), 21],
    PB507: [cumulative.replace("v2;a,b;2,1", "v2;a,b;2,one"), 21],
    PB508: [plain.replace("voter_id;vote\nv1;a", "voter_id;vote;points\nv1;a;1"), 19],
    PB509: [plain.replace("v1;a", "v1;a,"), 20],
    PB510: [plain.replace("PROJECTS", "max_length;1\nPROJECTS"), 22],
    PB511: [cumulative.replace("v2;a,b;2,1", "v2;a,b;1,2"), 21],
    PB601: [plain.replace("a;60;2", "a;60;1"), 16],
    PB602: [cumulative.replace("cost;votes", "cost;score").replace("a;60;2", "a;60;4"), 16],
    PB603: [plain.replace("cost;votes", "cost;selected").replace("a;60;2", "a;60;1"), 14],
  };

function findingsOf(input: string | Uint8Array): readonly Finding[] {
  try {
    return readPb(input).findings;
  } catch (error) {
    if (error instanceof PbUnreadableError) return error.findings;
    throw error;
  }
}

describe("findings of a .pb file", () => {
  test("an orderly file has none", () => {
    expect(findingsOf(plain)).toEqual([]);
    expect(findingsOf(cumulative)).toEqual([]);
  });

  test.each(Object.entries(provocations))("%s is reported on its line", (code, [text, line]) => {
    const found = findingsOf(text).filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.line)).toEqual([line]);
  });

  test.each(Object.entries(provocations))("%s makes a file unreadable only when it is an error", (code, [text]) => {
    const levels = findingsOf(text).map((finding) => finding.level);
    if (levelOf(code as FindingCode) === "error") expect(() => readPb(text)).toThrow(PbUnreadableError);
    else expect(levels).not.toContain("error");
  });

  test("every message is one line and ends as a sentence", () => {
    for (const [text] of Object.values(provocations)) {
      for (const finding of findingsOf(text))
        expect(finding.message).toMatch(/^[A-Z][^\n]*[.]$|^[a-z_]+ is [^\n]*[.]$|^[a-z_]+ is above [^\n]*[.]$/);
    }
  });

  test("are numbered from 1 in the order of their lines", () => {
    const findings = findingsOf(
      plain.replace("v1;a", "v1;a,a").replace("a;60;2", "a;60;7").replace("rule;greedy", "rule;x"),
    );
    expect(findings.map(({ number, code, line }) => [number, code, line])).toEqual([
      [1, "PB312", 11],
      [2, "PB601", 16],
      [3, "PB504", 20],
    ]);
  });

  test("PB115 counts what a flaw on every line does not list", () => {
    const rows = Array.from({ length: FINDINGS_PER_CODE_MAX + 5 }, (_, index) => `v${index};a,a\n`).join("");
    const findings = findingsOf(`${meta}${projects}VOTES\nvoter_id;vote\n${rows}`);
    expect(findings.filter((finding) => finding.code === "PB504")).toHaveLength(FINDINGS_PER_CODE_MAX);
    expect(findings.find((finding) => finding.code === "PB115")?.message).toMatch(/^5 more findings of PB504/);
  });

  test("an unreadable file lists all its errors, not the first", () => {
    const codes = findingsOf(
      plain.replace("budget;100", "budget;x").replace("a;60;2", "a;x;2").replace("v2;a,b", "v2;q"),
    ).map((finding) => finding.code);
    expect(codes).toEqual(expect.arrayContaining(["PB306", "PB403", "PB503"]));
  });

  test("the published table is the closed list", () => {
    const page = readFileSync(new URL("../../../../docs/tally/findings.md", import.meta.url), "utf8");
    const rows = [...page.matchAll(/^\| (PB\d{3}) \| (\w+) \| .+ \|$/gm)].map((match) => [match[1], match[2]]);
    const codes = Object.entries(findingCodes).flatMap(([level, list]) => list.map((code) => [code, level]));
    expect(rows).toEqual(codes.toSorted());
  });
});
