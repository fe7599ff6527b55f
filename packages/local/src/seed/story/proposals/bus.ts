import { awardPrepared, decided } from "../decision-scenes.ts";
import { spent, transferred } from "../money-scenes.ts";
import { advised, reviewed, submitted } from "../plan-scenes.ts";
import type { ProposalPlot } from "../plot.ts";
import { evaluationAsked, followedBy, judgedBy, news, reached } from "../progress-scenes.ts";

const board = {
  enterprise: "buurtbus",
  writer: "geert",
  treasurer: "ria",
  confirmer: "hennie",
  officer: "daan",
} as const;

/** At its end: residents say what they think, the board still has to. */
const evenings: ProposalPlot = {
  ...board,
  key: "avondbus",
  plan: {
    title: "De buurtbus rijdt ook 's avonds",
    summary: "Een jaar lang rijdt de buurtbus tot elf uur. Zo kan iedereen naar sport, familie en het ziekenhuis.",
    what: "Wij leasen een tweede, elektrische bus. Vijftien chauffeurs uit het dorp rijden om de beurt. U belt, wij komen.",
    why: "Na zes uur kwam niemand zonder auto Veenpolder in of uit. Jongeren stopten met sport. Ouderen misten verjaardagen.",
    themes: ["liveability", "welfare", "youth"],
    audience: "Bewoners van Veenpolder zonder auto",
    district: "WK999906",
    milestones: [
      ["Vijftien chauffeurs met diploma", 295],
      ["Duizend ritten", 200],
      ["Drieduizend ritten", 30],
    ],
    budget: [
      ["equipment", "Lease van de bus, een jaar", 14000],
      ["material", "Stroom en onderhoud", 5200],
      ["people", "Opleiding van chauffeurs", 2800],
      ["other", "Verzekering", 2000],
      ["communication", "Dienstregeling huis aan huis", 1000],
    ],
    own: [5000, "Kaartjes en leden"],
    partners: [
      ["Garage De Polder", "business", "Onderhoud tegen kostprijs"],
      ["Ziekenhuis Vlietland", "government", "Een vaste halte bij de deur"],
    ],
  },
  acts: [
    submitted(392),
    reviewed(386),
    followedBy(384, "carla", "willem"),
    advised(366, {
      outcome: "award",
      reason: "Er is grote steun in het dorp. De begroting is voorzichtig. De coöperatie heeft ervaring.",
      euros: 20000,
    }),
    awardPrepared(359, {
      reference: "0121",
      motivation: "Zonder vervoer loopt een dorp leeg. Deze bewoners lossen het zelf op, als zij het geld krijgen.",
      pot: "city",
      starts: 340,
      ends: -6,
      instalments: [
        [8000, 332],
        [6000, 235],
        [6000, 125],
      ],
    }),
    decided(344),
    ...transferred("t1", { proposed: 338, approved: 335, paid: 328 }),
    ...spent({
      name: "lease-1",
      euros: 4680,
      spent: 318,
      category: "equipment",
      supplier: "Lease Groen Rijden",
      note: "Lease eerste vier maanden",
      receipt: [["Lease bus, maand 1 tot 4", 4680]],
      confirmed: 316,
    }),
    ...spent({
      name: "verzekering",
      euros: 1946,
      spent: 310,
      category: "other",
      supplier: "Onderlinge Verzekering Vliet",
      note: "Verzekering voor een jaar",
      receipt: [["Verzekering bus en inzittenden", 1946]],
      confirmed: 308,
    }),
    ...spent({
      name: "opleiding",
      euros: 1250,
      spent: 302,
      category: "people",
      supplier: "Rijschool De Bocht",
      note: "Opleiding van vijftien chauffeurs",
      receipt: [["Opleiding chauffeur (15)", 1250]],
      confirmed: 300,
    }),
    reached(297, 1, "Vijftien chauffeurs, van 24 tot 71 jaar."),
    news(
      296,
      "De avondbus rijdt",
      "De eerste passagier was Daan van elf. Hij ging naar zijn training, en kwam ook weer thuis.",
      {
        picture: "bus",
        alt: "De buurtbus rijdt in de avond langs een molen",
      },
    ),
    ...transferred("t2", { proposed: 242, approved: 239, paid: 231 }),
    ...spent({
      name: "lease-2",
      euros: 4680,
      spent: 216,
      category: "equipment",
      supplier: "Lease Groen Rijden",
      note: "Lease maand vijf tot en met acht",
      receipt: [["Lease bus, maand 5 tot 8", 4680]],
      confirmed: 214,
    }),
    reached(203, 2, "Rit duizend ging naar de verloskundige."),
    ...spent({
      name: "stroom-1",
      euros: 1118.42,
      spent: 190,
      category: "material",
      supplier: "Energiebedrijf Polderwind",
      note: "Stroom, half jaar",
      receipt: [["Stroom laadpaal", 1118.42]],
      confirmed: 188,
    }),
    ...transferred("t3", { proposed: 132, approved: 129, paid: 120 }),
    ...spent({
      name: "lease-3",
      euros: 4680,
      spent: 110,
      category: "equipment",
      supplier: "Lease Groen Rijden",
      note: "Lease maand negen tot en met twaalf",
      receipt: [["Lease bus, maand 9 tot 12", 4680]],
      confirmed: 108,
    }),
    ...spent({
      name: "folders",
      euros: 386.5,
      spent: 100,
      category: "communication",
      supplier: "Drukkerij Molenveld",
      note: "Nieuwe dienstregeling, huis aan huis",
      receipt: [["1.300 folders", 386.5]],
      confirmed: 98,
    }),
    ...spent({
      name: "stroom-2",
      euros: 1045.8,
      spent: 41,
      category: "material",
      supplier: "Energiebedrijf Polderwind",
      note: "Stroom, tweede half jaar",
      receipt: [["Stroom laadpaal, tweede deel", 1045.8]],
      isPhotographed: true,
      confirmed: 39,
    }),
    reached(28, 3, "3.112 ritten in een jaar."),
    evaluationAsked(9),
    judgedBy(7, "carla", 9, "Ik kan weer naar mijn zus in de stad."),
    judgedBy(6, "willem", 8, "Heel fijn. Op zondag mis ik de bus nog."),
    news(
      5,
      "3.112 ritten in een jaar",
      "Dat zijn acht avonden vol stoelen per week. Wat vond u ervan? Vertel het ons op deze pagina.",
    ),
  ],
};

/** Ready for the college, with some days left on the clock. */
const groceries: ProposalPlot = {
  ...board,
  key: "boodschappenrit",
  officer: "noor",
  plan: {
    title: "De boodschappenrit",
    summary: "Twee keer per week rijdt de bus langs de winkels in de stad. Wie niet mee kan, geeft een lijstje mee.",
    what: "Op dinsdag en vrijdag rijden wij een vaste ronde langs de supermarkt, de markt en de apotheek.",
    why: "De laatste winkel van Veenpolder sloot dit jaar.",
    themes: ["liveability", "welfare"],
    audience: "Bewoners van Veenpolder die niet zelf kunnen rijden",
    district: "WK999906",
    milestones: [
      ["Eerste rit", -20],
      ["Vijftig vaste klanten", -120],
    ],
    budget: [
      ["material", "Stroom en onderhoud", 2900],
      ["equipment", "Koelboxen en tassen", 800],
      ["communication", "Boodschappenlijst huis aan huis", 300],
    ],
    own: [1000, "Een euro per rit"],
    partners: [["Supermarkt De Korf", "business", "Zet bestellingen klaar"]],
  },
  acts: [
    submitted(47),
    reviewed(40),
    followedBy(38, "carla"),
    advised(15, {
      outcome: "award",
      reason: "De bus en de chauffeurs zijn er al. Voor weinig geld kan iedereen weer zelf kiezen wat hij eet.",
      euros: 3000,
    }),
    awardPrepared(7, {
      reference: "0101",
      motivation: "Boodschappen doen is meer dan eten kopen. De coöperatie bewees al dat zij kan rijden.",
      pot: "city",
      starts: -10,
      ends: -375,
      instalments: [
        [2000, -14],
        [1000, -180],
      ],
    }),
  ],
};

/** What the neighbourhood bus asked for. */
export const busProposals: readonly ProposalPlot[] = [evenings, groceries];
