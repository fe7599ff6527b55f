import { awardPrepared, decided } from "../decision-scenes.ts";
import { spent, transferred } from "../money-scenes.ts";
import { advised, drafted, reviewed, submitted } from "../plan-scenes.ts";
import type { ProposalPlot } from "../plot.ts";
import { followedBy, news, reached } from "../progress-scenes.ts";
import { board } from "./kitchen-board.ts";
import { kitchenTrial } from "./kitchen-trial.ts";

/** The main story: it runs, and its money is spent in public. */
const wednesdays: ProposalPlot = {
  ...board,
  key: "buurtkeuken",
  plan: {
    title: "Een vaste buurtkeuken in de oude school",
    summary:
      "Elke woensdag koken bewoners voor elkaar in de oude school. Met een echte keuken, voor veertig gasten. Iedereen kan aanschuiven.",
    what:
      "Wij bouwen het handenarbeidlokaal om tot keuken. Daarna koken wij elke woensdag voor veertig mensen. Wie ziek is, krijgt de maaltijd thuis.\n\n" +
      "Twee keer per maand geven wij kookles. Jongeren die meekoken halen een bewijs voor veilig werken met eten.",
    why:
      "De proef van acht weken liet zien dat het werkt. Er kwamen 96 verschillende mensen. Zonder eigen keuken kunnen wij niet verder.\n\n" +
      "In Molenveld woont een op de drie mensen alleen.",
    themes: ["welfare", "liveability", "youth"],
    audience: "Bewoners van Molenveld, vooral wie alleen woont",
    district: "WK999903",
    milestones: [
      ["Keuken is klaar", 140],
      ["Elke week veertig gasten", 90],
      ["Twaalf jongeren hebben hun bewijs", 25],
      ["Keuken betaalt zijn eigen boodschappen", -110],
    ],
    budget: [
      ["equipment", "Fornuis en afzuiging", 6500],
      ["space", "Huur van het lokaal, een jaar", 3000],
      ["material", "Servies en klein materiaal", 2400],
      ["activities", "Boodschappen eerste maanden", 2100],
      ["people", "Kookdocent en bewijs veilig werken", 1500],
      ["communication", "Flyers en een bord aan de gevel", 500],
    ],
    own: [3500, "Bijdrage van gasten en de rommelmarkt"],
    partners: [
      ["Basisschool De Vuurtoren", "education", "Het lokaal voor een lage huur"],
      ["Bakkerij Van Veld", "business", "Elke week brood van de dag"],
      ["Vereniging Oud Molenveld", "community", "Vier vaste vrijwilligers"],
    ],
    helpAsked: "Wilt u meekijken naar de regels voor brandveiligheid?",
  },
  acts: [
    submitted(238),
    followedBy(236, "carla", "joke", "murat"),
    reviewed(231),
    advised(214, {
      outcome: "award",
      reason:
        "De proef was geslaagd en de groep heeft laten zien dat zij met geld kan omgaan. De kosten passen bij een keuken van deze maat. De brandweer heeft meegekeken.",
      euros: 12500,
      costingNote: "Offerte voor de afzuiging gezien. De prijs is gewoon.",
    }),
    awardPrepared(207, {
      reference: "0012",
      motivation:
        "De Pollepel deed wat zij beloofde. Een vaste keuken brengt mensen samen en geeft jongeren een kans. Daarom kennen wij het hele bedrag toe.",
      pot: "city",
      starts: 194,
      ends: -160,
      instalments: [
        [6000, 185],
        [4000, 100],
        [2500, -40],
      ],
      conditions: ["De keuken staat ook open voor andere groepen uit de wijk."],
    }),
    decided(194),
    ...transferred("t1", { proposed: 188, approved: 186, paid: 178 }),
    ...spent({
      name: "fornuis",
      euros: 4985,
      spent: 165,
      category: "equipment",
      supplier: "Horecahandel Noordpoort",
      note: "Fornuis met zes pitten en oven",
      receipt: [
        ["Fornuis zes pitten", 4350],
        ["Plaatsen en aansluiten", 635],
      ],
      confirmed: 164,
    }),
    ...spent({
      name: "gereedschap",
      euros: 64.95,
      spent: 157,
      category: "material",
      supplier: "Bouwmarkt De Lat",
      note: "Pluggen en schroeven",
      receipt: [["Pluggen en schroeven", 64.95]],
      expired: 94,
    }),
    ...spent({
      name: "huur-1",
      euros: 750,
      spent: 150,
      category: "space",
      supplier: "Basisschool De Vuurtoren",
      note: "Huur eerste kwartaal",
      receipt: [["Huur lokaal, kwartaal", 750]],
      confirmed: 149,
    }),
    news(
      143,
      "De keuken staat!",
      "Vrijdag kwam de brandweer kijken. Alles is goed. Woensdag koken wij voor het eerst op ons eigen fornuis. Kom proeven.",
      {
        picture: "kitchen",
        alt: "Buren koken in de nieuwe keuken met een groot fornuis",
      },
    ),
    reached(141, 1, "De brandweer heeft de keuken goedgekeurd."),
    ...transferred("t2", { proposed: 108, approved: 106, paid: 97 }),
    ...spent({
      name: "afzuiging-fout",
      euros: 2140.5,
      spent: 90,
      category: "equipment",
      supplier: "Luchttechniek Zuid",
      note: "Afzuigkap met filter",
      receipt: [["Afzuigkap met filter", 1240.5]],
      confirmed: 89,
      correctionAsked: { daysAgo: 87, reason: "Ik typte € 2.140,50. Op de bon staat € 1.240,50." },
      corrected: 86,
    }),
    ...spent({
      name: "afzuiging",
      euros: 1240.5,
      spent: 90,
      entered: 85,
      category: "equipment",
      supplier: "Luchttechniek Zuid",
      note: "Afzuigkap met filter, nu met het goede bedrag",
      receipt: [["Afzuigkap met filter", 1240.5]],
      receiptOf: "afzuiging-fout",
      confirmed: 84,
    }),
    reached(88, 2, "Vorige week waren wij met 44 aan tafel."),
    ...spent({
      name: "servies",
      euros: 612.3,
      spent: 80,
      category: "material",
      supplier: "Kookwinkel De Deksel",
      note: "Borden, glazen en bestek voor veertig gasten",
      receipt: [
        ["Borden (40)", 248],
        ["Glazen (48)", 96],
        ["Bestek", 268.3],
      ],
      confirmed: 78,
    }),
    ...spent({
      name: "huur-2",
      euros: 750,
      spent: 75,
      category: "space",
      supplier: "Basisschool De Vuurtoren",
      note: "Huur tweede kwartaal",
      receipt: [["Huur lokaal, tweede kwartaal", 750]],
      confirmed: 74,
    }),
    ...spent({
      name: "docent",
      euros: 450,
      spent: 60,
      category: "people",
      supplier: "Kookdocent uit de wijk",
      isSupplierPerson: true,
      note: "Drie lessen veilig werken met eten",
      receipt: [["Drie lessen van twee uur", 450]],
      confirmed: 58,
    }),
    ...spent({
      name: "groothandel-servies",
      euros: 318.4,
      spent: 45,
      category: "material",
      supplier: "Groothandel De Vier Winden",
      note: "Warmhoudbakken",
      receipt: [
        ["Warmhoudbakken (8)", 318.4],
        ["Bonen, linzen, rijst", 143.25],
      ],
      isPhotographed: true,
      confirmed: 44,
    }),
    ...spent({
      name: "groothandel-eten",
      euros: 143.25,
      spent: 45,
      category: "activities",
      supplier: "Groothandel De Vier Winden",
      note: "Bonen, linzen en rijst",
      receipt: [
        ["Warmhoudbakken (8)", 318.4],
        ["Bonen, linzen, rijst", 143.25],
      ],
      isPhotographed: true,
      receiptOf: "groothandel-servies",
      overrideReason: "Op deze bon staan twee soorten kosten. Dit is het deel voor boodschappen.",
      confirmed: 44,
    }),
    ...spent({
      name: "lunch",
      euros: 58.4,
      spent: 31,
      category: "activities",
      supplier: "Lunchroom De Hoek",
      note: "Lunch van het bestuur",
      receipt: [["Drie lunches", 58.4]],
      isPhotographed: true,
      refused: { daysAgo: 30, reason: "Onze eigen lunch betalen wij zelf. Dat spraken wij zo af." },
    }),
    reached(24, 3, "Dertien jongeren haalden hun bewijs. Een meer dan beloofd."),
    news(
      23,
      "Dertien jongeren met een bewijs op zak",
      "Zij mogen nu overal veilig met eten werken. Twee van hen hebben al een baan in de horeca. Wij zijn trots.",
      {
        picture: "table",
        alt: "Jongeren en ouderen eten samen aan een lange tafel",
      },
    ),
    ...spent({
      name: "bord",
      euros: 96,
      spent: 20,
      category: "material",
      supplier: "Drukkerij Molenveld",
      note: "Bord voor aan de gevel",
      receipt: [["Gevelbord 60 x 40", 96]],
      confirmed: 19,
      correctionAsked: { daysAgo: 4, reason: "Dit hoort bij communicatie, niet bij materiaal." },
    }),
    ...spent({
      name: "kruiden",
      euros: 86.15,
      spent: 1,
      category: "activities",
      supplier: "Groentehal Voorbeeldstad",
      note: "Groente en kruiden voor woensdag",
      receipt: [
        ["Groente", 61.9],
        ["Kruiden", 24.25],
      ],
      isPhotographed: true,
    }),
    news(
      1,
      "Woensdag: stamppot uit zeven landen",
      "Onze gasten koken deze week zelf. Zeven pannen, zeven landen, een stamppot. Schuift u aan? Vanaf zes uur staat de deur open.",
    ),
  ],
};

/** Half written: only the board sees it. */
const cookbook: ProposalPlot = {
  ...board,
  key: "kookboek",
  plan: {
    title: "Het kookboek van Molenveld",
    summary: "Veertig recepten van veertig buren, met hun verhaal erbij.",
    what: "Wij schrijven de recepten op tijdens het koken. Een buurman die fotograaf is, maakt de foto's.",
    why: "",
    themes: ["culture", "welfare"],
    audience: "",
    district: "WK999903",
    milestones: [],
    budget: [],
  },
  acts: [drafted(8)],
};

/** What the neighbourhood kitchen asked for. */
export const kitchenProposals: readonly ProposalPlot[] = [kitchenTrial, wednesdays, cookbook];
