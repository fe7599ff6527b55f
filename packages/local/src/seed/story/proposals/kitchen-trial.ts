import { awardPrepared, decided } from "../decision-scenes.ts";
import { refunded, spent, transferred } from "../money-scenes.ts";
import { advised, reviewed, submitted } from "../plan-scenes.ts";
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
import { board } from "./kitchen-board.ts";

/** A small beginning: tried, evaluated and closed. What was left came back. */
export const kitchenTrial: ProposalPlot = {
  ...board,
  key: "proefkeuken",
  plan: {
    title: "Acht woensdagen samen eten",
    summary: "Wij proberen acht weken of een buurtkeuken in Molenveld werkt. Met geleende spullen en verse groente.",
    what: "Acht woensdagen koken wij voor 25 mensen in de oude school. Wie wil, kookt mee. Na elke avond vragen wij wat beter kan.",
    why: "In Molenveld eten veel mensen elke avond alleen. Wij denken dat samen eten helpt. Dat willen wij eerst klein proberen.",
    themes: ["welfare", "liveability"],
    audience: "Bewoners van Molenveld die vaak alleen eten",
    district: "WK999903",
    milestones: [
      ["Eerste woensdag met 15 gasten", 378],
      ["Acht woensdagen gekookt", 325],
      ["Plan voor een vaste keuken", 310],
    ],
    budget: [
      ["material", "Groente, rijst, kruiden", 900],
      ["equipment", "Grote pannen", 450],
      ["space", "Huur lokaal, acht avonden", 250],
      ["communication", "Flyers", 100],
    ],
    own: [200, "Bijdrage van gasten: een euro per bord"],
    partners: [["Basisschool De Vuurtoren", "education", "Het lokaal en de sleutel"]],
  },
  acts: [
    submitted(411),
    followedBy(409, "joke"),
    reviewed(406),
    advised(400, {
      outcome: "award",
      reason:
        "Het plan is klein, helder en goed te volgen. De school doet mee. Mislukt het, dan is er weinig verloren.",
      euros: 1500,
    }),
    awardPrepared(398, {
      reference: "0107",
      motivation: "Samen eten gaat eenzaamheid tegen. Wij geven deze buren het vertrouwen om het te proberen.",
      pot: "city",
      starts: 394,
      ends: 296,
      instalments: [[1500, 390]],
    }),
    decided(394),
    ...transferred("t1", { proposed: 392, approved: 391, paid: 388 }),
    ...spent({
      name: "pannen",
      euros: 398,
      spent: 382,
      category: "equipment",
      supplier: "Kookwinkel De Deksel",
      note: "Twee pannen van 20 liter",
      receipt: [
        ["Soeppan 20 liter", 214],
        ["Braadpan", 184],
      ],
      confirmed: 381,
    }),
    ...spent({
      name: "flyers",
      euros: 64.8,
      spent: 381,
      category: "communication",
      supplier: "Drukkerij Molenveld",
      note: "Flyers voor acht avonden",
      receipt: [["500 flyers A5", 64.8]],
      confirmed: 380,
    }),
    reached(377, 1, "Er waren 19 gasten. De soep was op."),
    news(
      376,
      "De eerste woensdag was raak",
      "Er kwamen 19 buren eten. Twee van hen woonden al tien jaar naast elkaar en spraken elkaar voor het eerst.",
      {
        picture: "table",
        alt: "Buren eten samen aan een lange tafel met slingers",
      },
    ),
    ...spent({
      name: "boodschappen",
      euros: 612.45,
      spent: 332,
      category: "material",
      supplier: "Groentehal Voorbeeldstad",
      note: "Groente en rijst voor acht avonden",
      receipt: [
        ["Groente", 441.2],
        ["Rijst en kruiden", 171.25],
      ],
      confirmed: 330,
    }),
    ...spent({
      name: "huur",
      euros: 250,
      spent: 328,
      category: "space",
      supplier: "Basisschool De Vuurtoren",
      note: "Huur lokaal, acht avonden",
      receipt: [["Huur lokaal", 250]],
      confirmed: 327,
    }),
    reached(325, 2, "Gemiddeld 24 gasten per avond."),
    reached(309, 3, "Het plan voor een vaste keuken is klaar."),
    evaluationAsked(300),
    toldByBoard(292, {
      outcomes: [["yes"], ["yes", "Een avond viel uit door griep. Die haalden wij in."], ["yes"]],
      people: 96,
      hours: 410,
      learned: "Koken voor 25 mensen vraagt een echte keuken. En wie meekookt, komt vaker terug dan wie alleen eet.",
    }),
    judgedBy(290, "joke", 9, "Ik at vier jaar alleen. Nu ken ik de hele straat."),
    judgedBy(289, "willem", 8, "Gezellig en lekker. De zaal was wel koud."),
    judgedByOfficer(
      285,
      "Alles wat beloofd was, is gelukt. De groep is groter dan gedacht.",
      "Steun een vaste keuken als de groep daarom vraagt.",
    ),
    ended(281, "De proef is klaar. Elke uitgave heeft een bon."),
    refunded(273, 174.75),
  ],
};
