import { type District, Municipality } from "@hevel/core";
import { type DemoDistrictCode, districtPolygons } from "./district-shapes.ts";

type DemoDistrict = {
  readonly code: DemoDistrictCode;
  readonly name: string;
  readonly slug: string;
  readonly inhabitants: number;
  readonly intro: string;
  readonly helpsWith: string;
};

const districts: readonly DemoDistrict[] = [
  {
    code: "WK999901",
    name: "Binnenstad",
    slug: "binnenstad",
    inhabitants: 6_840,
    intro:
      "De Binnenstad ligt tussen de Vliet en de oude singel. Hier wonen mensen boven winkels, in hofjes en in oude pakhuizen. " +
      "Het is er levendig. Dat vraagt om afspraken tussen bewoners, ondernemers en bezoekers.",
    helpsWith: "Vragen over geld, zorg en wonen. U kunt ook terecht als u zich zorgen maakt over een buur.",
  },
  {
    code: "WK999902",
    name: "Havenkwartier",
    slug: "havenkwartier",
    inhabitants: 8_215,
    intro:
      "In het Havenkwartier stonden vroeger scheepswerven. Nu is het een wijk met veel jonge gezinnen en kleine bedrijven. " +
      "Langs het water is ruimte voor nieuwe plannen.",
    helpsWith: "Opvoeden, opgroeien en rondkomen. Er is elke dinsdag een inloop in het buurthuis.",
  },
  {
    code: "WK999903",
    name: "Molenveld",
    slug: "molenveld",
    inhabitants: 11_460,
    intro:
      "Molenveld is gebouwd in de jaren zestig, rond drie grote velden. Veel mensen wonen er al lang. " +
      "Steeds meer bewoners zorgen voor elkaar: met een klusdienst, een eettafel en een eigen tuin.",
    helpsWith: "Hulp thuis, mantelzorg en eenzaamheid. Het wijkteam komt ook bij u langs.",
  },
  {
    code: "WK999904",
    name: "Oosterpark",
    slug: "oosterpark",
    inhabitants: 9_730,
    intro:
      "Oosterpark ligt om het grootste park van de stad. In de wijk wonen mensen uit meer dan zestig landen. " +
      "Het park is van iedereen, en daarom beslissen bewoners mee over wat er gebeurt.",
    helpsWith: "Taal, werk en formulieren. U kunt een tolk vragen.",
  },
  {
    code: "WK999905",
    name: "Weidezicht",
    slug: "weidezicht",
    inhabitants: 5_390,
    intro:
      "Weidezicht is de jongste wijk, aan de rand van het weiland. Er zijn veel kinderen en nog weinig voorzieningen. " +
      "Bewoners bouwen zelf aan plekken om elkaar te ontmoeten.",
    helpsWith: "Vragen van jonge ouders, school en jeugd.",
  },
  {
    code: "WK999906",
    name: "Veenpolder",
    slug: "veenpolder",
    inhabitants: 2_980,
    intro:
      "Veenpolder is een dorp en een polder tegelijk. De afstanden zijn groot en de bus rijdt weinig. " +
      "Daarom regelen bewoners vervoer, boodschappen en energie samen.",
    helpsWith: "Vervoer, zorg aan huis en hulp bij het huishouden.",
  },
  {
    code: "WK999907",
    name: "Zuiderkade",
    slug: "zuiderkade",
    inhabitants: 13_105,
    intro:
      "Zuiderkade is de grootste wijk van de stad. Hoge flats staan naast straten met kleine huizen. " +
      "Er zijn veel verenigingen die elkaar steeds beter vinden.",
    helpsWith: "Schulden, huur en energie. Elke werkdag is er een spreekuur zonder afspraak.",
  },
  {
    code: "WK999908",
    name: "Lindenhof",
    slug: "lindenhof",
    inhabitants: 7_025,
    intro:
      "Lindenhof dankt zijn naam aan de lange laan met linden. De helft van de bewoners is ouder dan zestig. " +
      "Buren willen hier samen oud worden, met hulp die dichtbij is.",
    helpsWith: "Ouder worden, dementie en hulp voor mantelzorgers.",
  },
];

/**
 * The fictional municipality of the demo: Voorbeeldstad, GM9999. Its telephone numbers cannot exist (no Dutch area code is 099, no
 * subscriber number begins with 0) and its addresses end in `.example` (RFC 2606).
 */
export const demoMunicipality: Municipality = Municipality.parse({
  code: "GM9999",
  name: "Voorbeeldstad",
  districts: districts.map(asDistrict),
  contact: {
    name: "Team Overhevelen",
    phone: "(099) 010 10 10",
    email: "overhevelen@voorbeeldstad.example",
    openingHours: "Maandag tot en met vrijdag van 9.00 tot 17.00 uur",
  },
  dataProtectionOfficer: { name: "Hanneke Vos", email: "fg@voorbeeldstad.example", phone: "(099) 010 10 11" },
  accessibility: { status: "C", statementUrl: "https://www.toegankelijkheidsverklaring.example/register/0000" },
  objectionAnswerWeeks: 12,
  objectionAddress: [
    "Gemeente Voorbeeldstad",
    "Commissie bezwaarschriften",
    "Stadhuisplein 1",
    "0000 AA Voorbeeldstad",
  ],
  refundAccount: { iban: "NL57HEVL0123456789", holder: "Gemeente Voorbeeldstad" },
  decidingBody: "het college van burgemeester en wethouders van Voorbeeldstad",
  groupRoles: {
    "hevel-behandelaars": ["officer"],
    "hevel-college": ["council"],
    "hevel-financien": ["finance"],
    "hevel-griffie": ["clerk"],
    "hevel-wijkteams": ["professional"],
    "hevel-rekenkamer": ["auditor"],
    "hevel-beheer": ["admin"],
  },
  decisionTermDays: 56,
  completionDays: 28,
  proudestStep: 6,
  revision: 0,
});

function asDistrict({ code, name, slug, inhabitants, intro, helpsWith }: DemoDistrict) {
  const number = Number(code.slice(-2));
  return {
    code,
    year: 2026,
    name,
    slug,
    inhabitants,
    intro,
    polygons: districtPolygons(code),
    team: {
      name: `Wijkteam ${name}`,
      phone: `(099) 020 20 0${number}`,
      email: `wijkteam.${slug}@voorbeeldstad.example`,
      openingHours: "Maandag tot en met vrijdag van 9.00 tot 12.30 uur",
      helpsWith,
    },
  } satisfies Record<keyof District, unknown>;
}
