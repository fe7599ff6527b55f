import { randomInt } from "node:crypto";
import { Municipality } from "@hevel/core";

const randomCode = () => `GM${String(randomInt(0, 10_000)).padStart(4, "0")}`;

/** A small municipality with two districts, for tests. */
export function testMunicipality(code: string = randomCode()): Municipality {
  const district = (number: number, name: string) => ({
    code: `WK${code.slice(2)}0${number}`,
    year: 2026,
    name,
    slug: name.toLowerCase(),
    inhabitants: 4_000,
    intro: "Een wijk om in te testen.",
    polygons: [
      [
        [
          [5, 53],
          [5.1, 53],
          [5.1, 53.1],
          [5, 53],
        ],
      ],
    ],
    team: {
      name: "Wijkteam",
      phone: "000 000 00 00",
      email: "wijkteam@gemeente.example",
      openingHours: "ma-vr 9-17 uur",
      helpsWith: "Vragen",
    },
  });
  return Municipality.parse({
    code,
    name: "Testgemeente",
    districts: [district(1, "Noord"), district(2, "Zuid")],
    contact: {
      name: "Team Overhevelen",
      phone: "000 000 00 01",
      email: "hevel@gemeente.example",
      openingHours: "ma-vr 9-17 uur",
    },
    objectionAnswerWeeks: 6,
    objectionAddress: ["Gemeente Testgemeente", "Postbus 1", "0000 AA Testgemeente"],
    refundAccount: { iban: "NL57HEVL0123456789", holder: "Gemeente Testgemeente" },
    decidingBody: "het college van burgemeester en wethouders van Testgemeente",
    groupRoles: {
      behandelaars: ["officer"],
      college: ["council"],
      financien: ["finance"],
      griffie: ["clerk"],
      wijkteam: ["professional"],
      controle: ["auditor"],
      beheer: ["admin"],
    },
    decisionTermDays: 56,
    completionDays: 28,
    proudestStep: 6,
    revision: 0,
  });
}
