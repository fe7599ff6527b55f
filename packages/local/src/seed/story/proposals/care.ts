import { awardPrepared, decided } from "../decision-scenes.ts";
import { refunded, spent, transferred } from "../money-scenes.ts";
import { advised, completed, completionAsked, reviewed, submitted, withdrawn } from "../plan-scenes.ts";
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

const klus = {
  enterprise: "klus",
  writer: "dennis",
  treasurer: "samira",
  confirmer: "dennis",
  officer: "noor",
} as const;

/** Awarded in part, as a contract; the first proposal of it was refused by the college and made again. */
const handymen: ProposalPlot = {
  ...klus,
  key: "klusdienst",
  plan: {
    title: "Klusdienst voor wie het zelf niet kan",
    summary:
      "Leerlingen doen kleine klussen bij ouderen in Zuiderkade. Zo leren zij een vak en blijft een huis veilig.",
    what: "Vier klussers in opleiding doen elke week twintig klussen: een kraan, een lamp, een drempel. Een vakman gaat mee.",
    why: "Ouderen wachten weken op een kleine reparatie. Jongeren zonder diploma wachten op een kans. Wij brengen hen bij elkaar.",
    themes: ["work", "welfare", "safety"],
    audience: "Ouderen en mensen met een beperking in Zuiderkade",
    district: "WK999907",
    milestones: [
      ["Vier leerlingen gestart", 150],
      ["Vijfhonderd klussen gedaan", 45],
      ["Twee leerlingen hebben werk", -40],
    ],
    budget: [
      ["people", "Vakman die meegaat", 12000],
      ["equipment", "Bakfiets en gereedschap", 6000],
      ["material", "Hout, verf en kranen", 3000],
      ["communication", "Kaarten in de brievenbus", 1000],
    ],
    own: [2000, "Klanten betalen het materiaal"],
    partners: [
      ["Techniekschool Voorbeeldstad", "education", "Leerlingen en lesstof"],
      ["Woningbedrijf Zuid", "business", "Geeft klussen door"],
    ],
  },
  acts: [
    submitted(240),
    reviewed(233),
    completionAsked(228, "Hoe gaat u om met schade in een huis? Heeft u een verzekering?"),
    completed(221, "Wij sloten een verzekering af. De polis ligt bij de gemeente.", {
      helpAsked: "Wilt u ons plan delen met het wijkteam?",
    }),
    advised(205, {
      outcome: "award-in-part",
      reason: "Goed plan, met winst voor ouderen en jongeren. De klanten kunnen iets meer zelf betalen.",
      euros: 16000,
      costingNote: "Materiaal kan voor een groter deel door klanten worden betaald.",
    }),
    awardPrepared(198, {
      reference: "0009",
      motivation:
        "Deze BV doet werk dat nu blijft liggen. Wij geven een opdracht voor een jaar en kijken dan samen verder.",
      pot: "zuiderkade",
      isInPart: true,
      instrument: "contract",
      starts: 178,
      ends: -115,
      instalments: [
        [8000, 168],
        [5000, 75],
        [3000, 6],
      ],
    }),
    decided(179),
    ...transferred("t1", {
      proposed: 174,
      refused: { daysAgo: 172, reason: "De opdracht moet eerst door beide partijen zijn getekend." },
    }),
    ...transferred("t1", { proposed: 168, approved: 166, paid: 160 }),
    ...spent({
      name: "bakfiets",
      euros: 3495,
      spent: 152,
      category: "equipment",
      supplier: "Fietsen Van Zuid",
      note: "Bakfiets, tweedehands, met accu",
      receipt: [["Bakfiets met accu", 3495]],
      confirmed: 151,
    }),
    reached(149, 1, "Vier leerlingen van de techniekschool zijn begonnen."),
    ...spent({
      name: "gereedschap",
      euros: 1268.3,
      spent: 146,
      category: "equipment",
      supplier: "Gereedschapshuis Kade",
      note: "Vier koffers gereedschap",
      receipt: [["Gereedschapskoffer (4)", 1268.3]],
      confirmed: 145,
    }),
    ...spent({
      name: "kleding",
      euros: 486.2,
      spent: 141,
      category: "equipment",
      supplier: "Werkkleding De Mouw",
      note: "Werkkleding voor vier klussers",
      receipt: [
        ["Werkbroek (4)", 286.2],
        ["Schoenen (4)", 200],
      ],
      isPhotographed: true,
      confirmed: 140,
    }),
    news(
      139,
      "De bakfiets rijdt",
      "Onze eerste klant is mevrouw van de negende verdieping. Haar kraan drupte al maanden. Nu niet meer.",
      {
        picture: "bike",
        alt: "Een klusser met een bakfiets vol gereedschap wordt begroet",
      },
    ),
    ...spent({
      name: "vakman-1",
      euros: 2400,
      spent: 110,
      category: "people",
      supplier: "Vakman uit de wijk",
      isSupplierPerson: true,
      note: "Begeleiding, tien weken",
      receipt: [["Begeleiding 80 uur", 2400]],
      confirmed: 108,
    }),
    ...transferred("t2", { proposed: 80, approved: 77, paid: 70 }),
    ...spent({
      name: "hout",
      euros: 742.15,
      spent: 58,
      category: "material",
      supplier: "Bouwmarkt De Lat",
      note: "Hout, verf en drempels",
      receipt: [
        ["Hout", 402.15],
        ["Verf", 340],
      ],
      confirmed: 57,
    }),
    reached(43, 2, "Klus vijfhonderd: een losse trapleuning."),
    ...spent({
      name: "vakman-2",
      euros: 2400,
      spent: 33,
      category: "people",
      supplier: "Vakman uit de wijk",
      isSupplierPerson: true,
      note: "Begeleiding, weken elf tot twintig",
      receipt: [["Begeleiding 80 uur, tweede deel", 2400]],
      confirmed: 31,
    }),
    ...transferred("t3", { proposed: 11, approved: 8, paid: 4 }),
    news(
      6,
      "Vijfhonderd klussen verder",
      "Onze klussers werken nu ook samen met het wijkteam. Een van hen heeft een baan bij een installateur. Wie volgt?",
    ),
  ],
};

const energyCoaches: ProposalPlot = {
  ...klus,
  key: "energiecoach",
  officer: "daan",
  plan: {
    title: "Energiecoaches in de flats",
    summary:
      "Tien buren leren hoe je energie bespaart. Zij helpen daarna driehonderd huishoudens, galerij voor galerij.",
    what: "Wij leiden tien coaches op. Zij gaan langs met een tas vol tochtstrips, lampen en een meter.",
    why: "In de flats betaalt een op de drie huishoudens meer dan tien procent van zijn geld aan energie.",
    themes: ["energy", "welfare"],
    audience: "Huurders in de hoge flats",
    district: ["WK999907", "WK999908"],
    milestones: [
      ["Tien coaches opgeleid", -60],
      ["Driehonderd huizen bezocht", -240],
    ],
    budget: [
      ["people", "Opleiding van tien coaches", 3500],
      ["material", "Driehonderd tassen met spullen", 9000],
      ["communication", "Brieven in vijf talen", 900],
    ],
    own: [1400, "Bijdrage van het woningbedrijf"],
    partners: [["Woningbedrijf Zuid", "business", "Geld en een sleutel van elke galerij"]],
  },
  acts: [
    submitted(34),
    reviewed(28),
    followedBy(25, "joke"),
    completionAsked(
      8,
      "Uw plan is duidelijk. Wij missen nog twee dingen: een brief van het woningbedrijf, en hoe u de adressen van bewoners bewaart.",
    ),
  ],
};

const linden = {
  enterprise: "linden",
  writer: "truus",
  treasurer: "henk",
  confirmer: "gerda",
  officer: "noor",
} as const;

/** Over and evaluated; what was left is still to be paid back. */
const coffee: ProposalPlot = {
  ...linden,
  key: "koffie",
  plan: {
    title: "Koffie op dinsdag",
    summary: "Elke dinsdagochtend koffie in de hal van de Lindenflat, voor wie niemand spreekt.",
    what: "Twee gastvrouwen zetten koffie en bakken taart. Wie niet kan lopen, halen wij op.",
    why: "Veel ouderen in Lindenhof spreken dagen niemand.",
    themes: ["welfare"],
    audience: "Ouderen in Lindenhof",
    district: "WK999908",
    milestones: [
      ["Veertig dinsdagen koffie", 60],
      ["Vijftien mensen opgehaald", 120],
    ],
    budget: [
      ["space", "Huur van de hal", 1200],
      ["material", "Koffie, kopjes en meel", 900],
      ["activities", "Vier uitjes", 500],
    ],
    own: [200, "Een dubbeltje per kop"],
  },
  acts: [
    submitted(352),
    reviewed(345),
    advised(326, { outcome: "award", reason: "Klein, warm en goedkoop. De hal is beschikbaar.", euros: 2400 }),
    awardPrepared(320, {
      reference: "0002",
      motivation: "Wie elkaar kent, let op elkaar. Wij vertrouwen deze bewoners.",
      pot: "city",
      starts: 308,
      ends: 42,
      instalments: [[2400, 300]],
    }),
    decided(309),
    ...transferred("t1", { proposed: 304, approved: 301, paid: 295 }),
    ...spent({
      name: "huur",
      euros: 1140,
      spent: 280,
      category: "space",
      supplier: "Beheer Lindenflat",
      note: "Huur hal, tien maanden",
      receipt: [["Huur hal", 1140]],
      confirmed: 278,
    }),
    ...spent({
      name: "koffie",
      euros: 612.35,
      spent: 200,
      category: "material",
      supplier: "Koffiebranderij De Linde",
      note: "Koffie, kopjes en een kan",
      receipt: [
        ["Koffie", 318.35],
        ["Kopjes en kannen", 294],
      ],
      isPhotographed: true,
      confirmed: 198,
    }),
    news(199, "Taart van mevrouw De Boer", "Zij is 91 en bakte voor het eerst in tien jaar. Er was niets over.", {
      picture: "coffee",
      alt: "Ouderen drinken koffie met taart aan een ronde tafel",
    }),
    reached(122, 2, "Zeventien mensen laten zich ophalen."),
    ...spent({
      name: "uitje",
      euros: 423.35,
      spent: 101,
      category: "activities",
      supplier: "Rederij Vliet",
      note: "Boottocht met 22 mensen",
      receipt: [["Boottocht", 423.35]],
      confirmed: 99,
    }),
    reached(58, 1, "Eenenveertig zelfs."),
    evaluationAsked(40),
    toldByBoard(28, {
      outcomes: [["yes"], ["yes", "Zeventien."]],
      people: 64,
      hours: 290,
      learned: "Ophalen is belangrijker dan de koffie. Wie een keer kwam, bleef komen.",
    }),
    judgedBy(26, "willem", 9, "Dinsdag is mijn dag."),
    judgedBy(25, "joke", 9, "Mijn moeder lacht weer."),
    judgedByOfficer(
      17,
      "Precies wat beloofd was, voor weinig geld.",
      "Laat de bewoners hiermee doorgaan en vraag wat zij nodig hebben.",
    ),
    ended(11, "De groep deed wat zij beloofde. Elke uitgave heeft een bon."),
    refunded(4, 100),
  ],
};

const swimmingBus: ProposalPlot = {
  ...linden,
  key: "zwembus",
  officer: "daan",
  plan: {
    title: "Een busje naar het zwembad",
    summary: "Elke vrijdag rijden wij ouderen naar het zwembad.",
    what: "Wij huren elke vrijdag een busje met chauffeur.",
    why: "Het zwembad is te ver om te lopen.",
    themes: ["sport", "welfare"],
    audience: "Ouderen in Lindenhof die graag zwemmen",
    district: "WK999908",
    milestones: [["Eerste rit", 70]],
    budget: [["activities", "Huur van een busje, een jaar", 6200]],
  },
  acts: [
    submitted(122),
    reviewed(116),
    withdrawn(105, "De Buurtbus Veenpolder rijdt nu ook voor ons. Wij hebben geen eigen busje meer nodig."),
  ],
};

/** Decided this week: everything is still to come. */
const limeWalk: ProposalPlot = {
  ...linden,
  key: "ommetje",
  plan: {
    title: "Een ommetje met rustpunten",
    summary: "Zes banken langs een ronde van twee kilometer. Zo durft iedereen weer naar buiten.",
    what: "Wij zetten zes banken met een leuning. Bij elke bank staat een bordje met een verhaal van een bewoner.",
    why: "Wie niet ver kan lopen, blijft thuis. Een bank om de driehonderd meter maakt een wandeling mogelijk.",
    themes: ["liveability", "welfare", "sport"],
    audience: "Iedereen in Lindenhof die graag zit onderweg",
    district: "WK999908",
    milestones: [
      ["Zes banken staan er", -70],
      ["Elke week een wandelgroep", -130],
    ],
    budget: [
      ["material", "Zes banken", 3600],
      ["equipment", "Fundering en gereedschap", 900],
      ["communication", "Bordjes met verhalen", 500],
    ],
    own: [250, "Verkoop van taart"],
    partners: [["Basisschool De Linde", "education", "Kinderen schrijven de verhalen op"]],
  },
  acts: [
    submitted(46),
    reviewed(39),
    followedBy(37, "willem", "carla"),
    advised(19, {
      outcome: "award",
      reason: "Veel resultaat voor weinig geld. De plekken zijn samen met de wegbeheerder gekozen.",
      euros: 4750,
    }),
    awardPrepared(12, {
      reference: "0098",
      motivation: "Zes banken maken de wijk groter voor wie moeilijk loopt. De bewoners kozen zelf de plekken.",
      pot: "city",
      starts: 3,
      ends: -270,
      instalments: [[4750, -10]],
    }),
    decided(3),
    news(
      2,
      "Wij mogen beginnen",
      "Het college zei ja. Over tien weken staan er zes banken. Heeft u een verhaal bij een plek? Vertel het ons op dinsdag.",
      {
        picture: "avenue",
        alt: "Een laan met linden en twee ouderen op een bank",
      },
    ),
  ],
};

/** What was asked for help at home and for growing old together. */
export const careProposals: readonly ProposalPlot[] = [handymen, energyCoaches, coffee, swimmingBus, limeWalk];
