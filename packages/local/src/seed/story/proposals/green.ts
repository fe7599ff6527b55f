import { awardPrepared, decided } from "../decision-scenes.ts";
import { refunded, spent, transferred } from "../money-scenes.ts";
import { advised, edited, reviewed, submitted } from "../plan-scenes.ts";
import type { ProposalPlot } from "../plot.ts";
import {
  ended,
  evaluationAsked,
  followedBy,
  judgedBy,
  judgedByOfficer,
  news,
  reached,
  toldByBoard,
} from "../progress-scenes.ts";

const hofjes = {
  enterprise: "hofjes",
  writer: "pieter",
  treasurer: "leila",
  confirmer: "pieter",
  officer: "daan",
} as const;

/** Closed: half of the second promise was not kept, so money was never paid and flowed back. */
const fronts: ProposalPlot = {
  ...hofjes,
  key: "gevels",
  plan: {
    title: "Zestig geveltuinen in de Singelstraat",
    summary: "Wij halen een rij tegels uit de stoep en zetten er planten in. Zestig huizen doen mee.",
    what: "Op twee plantdagen maken wij zestig geveltuinen. Bewoners kiezen zelf hun planten. Wij leren elkaar snoeien en water geven.",
    why: "De Singelstraat is de warmste straat van de stad. Bij regen staan de kelders vol. Groen helpt tegen allebei.",
    themes: ["green", "liveability"],
    audience: "Bewoners van de Singelstraat en de hofjes erachter",
    district: "WK999901",
    milestones: [
      ["Zestig huizen doen mee", 320],
      ["Dertig tuinen geplant", 250],
      ["Zestig tuinen geplant", 130],
    ],
    budget: [
      ["material", "Planten en aarde", 4200],
      ["equipment", "Gereedschap en regentonnen", 1300],
      ["activities", "Twee plantdagen met soep", 600],
      ["communication", "Brieven en bordjes", 400],
    ],
    own: [500, "Elke bewoner betaalt een tientje"],
    partners: [
      ["Kwekerij De Halm", "business", "Planten tegen kostprijs"],
      ["Hogeschool Voorbeeldstad", "research", "Meet of de straat koeler wordt"],
    ],
  },
  acts: [
    submitted(404),
    reviewed(398),
    followedBy(395, "lotte", "willem"),
    advised(381, {
      outcome: "award",
      reason: "Veel huizen doen mee en de kosten zijn laag. De wegbeheerder vindt het goed.",
      euros: 6000,
    }),
    awardPrepared(374, {
      reference: "0118",
      motivation: "Groene straten zijn koeler en gezonder. De bewoners onderhouden de tuinen zelf.",
      pot: "city",
      starts: 360,
      ends: 84,
      instalments: [
        [4000, 352],
        [2000, 180],
      ],
      conditions: ["De stoep blijft overal minstens anderhalve meter breed."],
    }),
    decided(361),
    ...transferred("t1", { proposed: 356, approved: 354, paid: 349 }),
    reached(322, 1, "Er doen 63 huizen mee."),
    ...spent({
      name: "tonnen",
      euros: 845,
      spent: 300,
      category: "equipment",
      supplier: "Tuincentrum Singelzicht",
      note: "Tien regentonnen en vier scheppen",
      receipt: [
        ["Regenton (10)", 690],
        ["Schep (4)", 155],
      ],
      confirmed: 298,
    }),
    ...spent({
      name: "planten",
      euros: 2318.75,
      spent: 262,
      category: "material",
      supplier: "Kwekerij De Halm",
      note: "Planten voor 32 tuinen",
      receipt: [
        ["Stokroos en salie", 1210],
        ["Klimop en jasmijn", 1108.75],
      ],
      confirmed: 260,
    }),
    ...spent({
      name: "aarde",
      euros: 412.6,
      spent: 258,
      category: "material",
      supplier: "Tuincentrum Singelzicht",
      note: "Aarde en compost",
      receipt: [["Aarde en compost", 412.6]],
      isPhotographed: true,
      confirmed: 256,
    }),
    ...spent({
      name: "soep",
      euros: 138.45,
      spent: 254,
      category: "activities",
      supplier: "Soepbar De Kom",
      note: "Soep voor 60 helpers",
      receipt: [["Soep", 138.45]],
      confirmed: 253,
    }),
    reached(252, 2, "De eerste plantdag leverde 32 tuinen op."),
    news(
      251,
      "32 tuinen op een dag",
      "Zestig buren, twee kruiwagens en een zak pleisters. De Singelstraat ruikt naar jasmijn. Straks doen wij de overkant.",
      {
        picture: "planting",
        alt: "Buren zetten samen planten in de grond",
      },
    ),
    evaluationAsked(95),
    toldByBoard(80, {
      outcomes: [
        ["yes", "63 huizen."],
        ["yes", "32 tuinen."],
        ["no", "Door werk aan het riool ging de tweede plantdag niet door."],
      ],
      people: 180,
      hours: 520,
      learned: "Vraag vooraf wanneer de straat opengaat. De 32 tuinen staan er goed bij: de buren geven elkaar water.",
    }),
    judgedBy(79, "lotte", 8, "Mijn straat is mooier en koeler. Jammer dat de overkant moest wachten."),
    judgedBy(78, "willem", 9, "Ik zit nu elke avond buiten."),
    judgedBy(77, "carla", 6, "Mooi, maar de helft is nog tegel."),
    judgedByOfficer(
      72,
      "De helft is gelukt, en die helft is goed. Het werk aan het riool konden de bewoners niet weten.",
      "Nodig de groep uit voor een tweede plan als het riool klaar is.",
    ),
    ended(66, "De beloften zijn gehaald en elke uitgave heeft een bon."),
    refunded(58, 285.2),
  ],
};

const churchSquare: ProposalPlot = {
  ...hofjes,
  key: "kerkplein",
  plan: {
    title: "Schaduw op het Kerkplein",
    summary: "Vier bomen in grote bakken en twee banken. Zo kan iedereen ook in de zomer op het plein zitten.",
    what: "Wij zetten vier bomen in bakken met een waterreservoir. Rond de bakken komen banken. Bewoners van het hofje geven water.",
    why: "Het plein is in de zomer te warm om te zitten. Ouderen lopen er nu omheen.",
    themes: ["green", "liveability"],
    audience: "Iedereen die in de Binnenstad woont of winkelt",
    district: "WK999901",
    milestones: [
      ["Bomen en bakken staan er", -150],
      ["Eerste zomer zonder dode boom", -300],
    ],
    budget: [
      ["equipment", "Vier bakken met waterreservoir", 5200],
      ["material", "Vier bomen en aarde", 2100],
      ["equipment", "Twee banken", 1500],
      ["communication", "Opening met de buurt", 300],
    ],
    own: [600, "Winkeliers aan het plein"],
    partners: [["Winkeliers Kerkplein", "business", "Geld voor een van de bomen"]],
    helpAsked: "Mag er een bak boven de oude kelders staan?",
  },
  acts: [submitted(27), reviewed(20), followedBy(18, "lotte")],
};

const weiland = {
  enterprise: "weiland",
  writer: "jelle",
  treasurer: "nadia",
  confirmer: "jelle",
  officer: "noor",
} as const;

const kitchenGarden: ProposalPlot = {
  ...weiland,
  key: "moestuin",
  plan: {
    title: "Een moestuin achter de school",
    summary: "Twintig bakken, een kas en een lange tafel. Gezinnen en de school tuinieren samen.",
    what: "Wij maken twintig houten bakken en een kleine kas. Tien bakken zijn voor gezinnen, tien voor de klassen van de school.",
    why: "Weidezicht heeft veel kinderen en nog geen plek om elkaar te zien. In een tuin leer je elkaar vanzelf kennen.",
    themes: ["green", "youth", "liveability"],
    audience: "Gezinnen en kinderen in Weidezicht",
    district: "WK999905",
    milestones: [
      ["Bakken en kas staan er", -120],
      ["Eerste oogst samen gegeten", -230],
    ],
    budget: [
      ["material", "Hout, aarde en zaden", 2600],
      ["equipment", "Kas en gereedschap", 2200],
      ["activities", "Vier tuindagen", 600],
    ],
    own: [400, "Ouders van de school"],
    partners: [["Basisschool Het Weiland", "education", "De grond achter de school"]],
  },
  acts: [
    submitted(12),
    edited(10, "Wij vroegen een tweede prijs voor de kas.", {
      budget: [
        ["material", "Hout, aarde en zaden", 2600],
        ["equipment", "Kas en gereedschap", 1950],
        ["activities", "Vier tuindagen", 600],
      ],
    }),
  ],
};

/** What was asked for green in streets, on squares and behind a school. */
export const greenProposals: readonly ProposalPlot[] = [fronts, churchSquare, kitchenGarden];
