import { awardPrepared, decided, decisionReturned, rejectionPrepared } from "../decision-scenes.ts";
import { spent, transferred } from "../money-scenes.ts";
import { advised, reviewed, submitted } from "../plan-scenes.ts";
import type { ProposalPlot } from "../plot.ts";
import { followedBy, news, reached } from "../progress-scenes.ts";

const werf = { enterprise: "werf", writer: "sem", treasurer: "yara", confirmer: "sem", officer: "daan" } as const;

/** Runs; its second instalment waits for a second person at city hall. */
const repairCafe: ProposalPlot = {
  ...werf,
  key: "repair",
  plan: {
    title: "Elke zaterdag repareren op de werf",
    summary: "Een vaste werkplaats in de oude touwslagerij. Buren repareren samen wat stuk is en leren het elkaar.",
    what: "Wij richten een werkplaats in met goed gereedschap. Elke zaterdag zijn er acht reparateurs. Na schooltijd leren kinderen solderen en naaien.",
    why: "Veel belandt bij het vuil omdat niemand weet hoe je het maakt. En wie samen sleutelt, leert elkaar kennen.",
    themes: ["liveability", "work", "energy"],
    audience: "Iedereen in het Havenkwartier met iets dat stuk is",
    district: "WK999902",
    milestones: [
      ["Werkplaats is open", 100],
      ["Vijfhonderd reparaties", 10],
      ["Dertig kinderen kunnen solderen", -60],
    ],
    budget: [
      ["equipment", "Werkbanken en gereedschap", 3800],
      ["space", "Huur van de touwslagerij", 1800],
      ["material", "Onderdelen en draad", 1200],
      ["communication", "Bord en posters", 400],
    ],
    own: [800, "De pot op de koffietafel"],
    partners: [
      ["Scheepswerf De Hoop", "business", "De ruimte voor een halve huur"],
      ["Techniekschool Voorbeeldstad", "education", "Vier leerlingen per zaterdag"],
    ],
  },
  acts: [
    submitted(190),
    reviewed(184),
    followedBy(180, "murat", "carla"),
    advised(163, {
      outcome: "award",
      reason: "De groep draait al een jaar zonder geld. De ruimte is geregeld en de kosten zijn laag.",
      euros: 6400,
    }),
    awardPrepared(156, {
      reference: "0031",
      motivation: "Repareren spaart spullen en brengt buren bij elkaar. De groep heeft al laten zien dat zij volhoudt.",
      pot: "city",
      starts: 142,
      ends: -130,
      instalments: [
        [3400, 132],
        [3000, 5],
      ],
    }),
    decided(142),
    ...transferred("t1", { proposed: 138, approved: 135, paid: 128 }),
    ...spent({
      name: "gereedschap",
      euros: 1879.9,
      spent: 119,
      category: "equipment",
      supplier: "Gereedschapshuis Kade",
      note: "Twee werkbanken, soldeerstation en een naaimachine",
      receipt: [
        ["Werkbank (2)", 980],
        ["Soldeerstation", 449.9],
        ["Naaimachine", 450],
      ],
      confirmed: 118,
    }),
    ...spent({
      name: "huur",
      euros: 450,
      spent: 104,
      category: "space",
      supplier: "Scheepswerf De Hoop",
      note: "Huur drie maanden",
      receipt: [["Huur touwslagerij", 450]],
      confirmed: 102,
    }),
    reached(98, 1, "Op de eerste zaterdag kwamen 61 mensen."),
    news(
      97,
      "Open! En meteen 38 reparaties",
      "Negen radio's, elf lampen, een accordeon en veel fietsbanden. Alleen de accordeon kon niet gered worden.",
      {
        picture: "repair",
        alt: "Twee buren repareren samen een oude radio",
      },
    ),
    ...spent({
      name: "onderdelen",
      euros: 312.75,
      spent: 66,
      category: "material",
      supplier: "Elektronica Aan Zet",
      note: "Snoeren, schakelaars en zekeringen",
      receipt: [
        ["Snoeren en stekkers", 187.25],
        ["Schakelaars", 125.5],
      ],
      isPhotographed: true,
      confirmed: 64,
    }),
    ...spent({
      name: "posters",
      euros: 129,
      spent: 40,
      category: "communication",
      supplier: "Drukkerij Kade",
      note: "Posters voor alle portieken",
      receipt: [["200 posters A3", 129]],
      confirmed: 39,
    }),
    ...spent({
      name: "draad",
      euros: 58.2,
      spent: 5,
      category: "material",
      supplier: "Fournituren De Spoel",
      note: "Garen, knopen en ritsen",
      receipt: [
        ["Garen en knopen", 33.7],
        ["Ritsen", 24.5],
      ],
      isPhotographed: true,
      confirmed: 3,
    }),
    reached(9, 2, "Reparatie vijfhonderd was een waterkoker."),
    ...transferred("t2", { proposed: 2 }),
    news(
      3,
      "Waterkoker nummer vijfhonderd",
      "Zaterdag maakten wij onze vijfhonderdste reparatie. De eigenaar is 84 en gaat nu zelf meehelpen.",
    ),
  ],
};

/** Said no to, with the reason in public. */
const festival: ProposalPlot = {
  ...werf,
  key: "festival",
  plan: {
    title: "Zomerfestival op de kade",
    summary: "Twee dagen muziek en eten langs het water, voor achtduizend bezoekers.",
    what: "Wij huren een podium en vragen twaalf bands. Langs de kade komen kramen met eten en drinken.",
    why: "Het Havenkwartier verdient een eigen feest.",
    themes: ["culture"],
    audience: "Bezoekers uit de hele streek",
    district: "all",
    milestones: [["Festival gehouden", 60]],
    budget: [
      ["equipment", "Podium en geluid", 28000],
      ["people", "Bands en beveiliging", 24000],
      ["communication", "Reclame", 8000],
    ],
    own: [10000, "Kaartjes en drank"],
  },
  acts: [
    submitted(152),
    reviewed(146),
    advised(124, {
      outcome: "reject",
      reason:
        "Het festival is vooral voor bezoekers van buiten. De buurt zelf is niet gevraagd en buren vrezen overlast. Er is geen plan voor veiligheid.",
      euros: 50000,
      costingNote: "Veiligheid en schoonmaak staan niet in de begroting. Die kosten zeker € 15.000.",
    }),
    rejectionPrepared(
      117,
      "0044",
      "Dit plan maakt de wijk niet beter voor wie er woont. Het vraagt veel geld en er is geen steun van de buurt. Een buurtfeest met bewoners is wel mogelijk. Daar denken wij graag over mee.",
    ),
    decided(108),
  ],
};

const klimboom = {
  enterprise: "klimboom",
  writer: "fleur",
  treasurer: "omar",
  confirmer: "tess",
  officer: "noor",
} as const;

/** Just begun: one instalment paid, the next approved and waiting for payment. */
const everybodysPlayground: ProposalPlot = {
  ...klimboom,
  key: "speeltuin",
  plan: {
    title: "Een speeltuin voor ieder kind",
    summary: "Nieuwe toestellen in de speeltuin van het Oosterpark, ook voor kinderen die niet kunnen lopen.",
    what:
      "Wij vervangen de oude toestellen door een toren met brede helling, een schommel waar een rolstoel in past en een klimkoepel.\n\n" +
      "Kinderen tekenen mee. Ouders en buren helpen met bouwen.",
    why: "De glijbaan is afgekeurd. En vier kinderen uit de wijk kijken nu alleen maar toe, omdat zij in een rolstoel zitten.",
    themes: ["youth", "sport", "liveability"],
    audience: "Alle kinderen tot en met twaalf jaar",
    district: "WK999904",
    milestones: [
      ["Ontwerp klaar, samen met kinderen", 5],
      ["Toestellen geplaatst", -75],
      ["Honderd kinderen per week", -200],
    ],
    budget: [
      ["equipment", "Toren, schommel en koepel", 38000],
      ["material", "Zachte ondergrond", 6500],
      ["people", "Ontwerper en bouwbegeleider", 4000],
      ["communication", "Tekendagen en opening", 1500],
    ],
    own: [8000, "Sponsorloop en leden"],
    partners: [
      ["Stichting Samen Spelen", "community", "Advies over spelen met een beperking"],
      ["Bouwbedrijf Oost", "business", "Een week een graafmachine"],
    ],
  },
  acts: [
    submitted(86),
    followedBy(82, "murat", "lotte", "carla"),
    reviewed(79),
    advised(60, {
      outcome: "award",
      reason: "De speeltuin is hard nodig en de begroting is goed onderbouwd. Drie offertes zijn vergeleken.",
      euros: 42000,
      costingNote: "De ondergrond kan misschien goedkoper. Dat laten wij aan de vereniging.",
    }),
    awardPrepared(55, {
      reference: "0077",
      motivation: "Elk kind moet kunnen spelen. De vereniging onderhoudt de speeltuin al veertig jaar.",
      pot: "oosterpark",
      starts: 52,
      ends: -320,
      instalments: [
        [12000, 30],
        [22000, 2],
        [8000, -90],
      ],
    }),
    decisionReturned(51, "De laatste termijn hoort na de keuring. Zet dat in de voorwaarden."),
    awardPrepared(47, {
      reference: "0077",
      motivation: "Elk kind moet kunnen spelen. De vereniging onderhoudt de speeltuin al veertig jaar.",
      pot: "oosterpark",
      starts: 39,
      ends: -320,
      instalments: [
        [12000, 30],
        [22000, 2],
        [8000, -90],
      ],
      conditions: ["De toestellen zijn gekeurd voordat de laatste termijn wordt betaald."],
    }),
    decided(39),
    ...transferred("t1", { proposed: 34, approved: 32, paid: 25 }),
    ...spent({
      name: "ontwerp",
      euros: 3850,
      spent: 14,
      category: "people",
      supplier: "Ontwerpbureau Kinderhand",
      note: "Ontwerp en twee tekendagen",
      receipt: [
        ["Ontwerp", 3100],
        ["Tekendagen (2)", 750],
      ],
      confirmed: 12,
    }),
    ...transferred("t2", { proposed: 9, approved: 3 }),
    reached(5, 1, "Zestig kinderen tekenden mee. De helling is hun idee."),
    news(
      4,
      "Zestig tekeningen, een speeltuin",
      "Het ontwerp is klaar. De toren krijgt een helling, een uitkijk en een geheime bel. Over elf weken bouwen wij. Helpt u mee?",
      {
        picture: "playground",
        alt: "Kinderen op een toren met glijbaan, een schommel en een klimkoepel",
      },
    ),
  ],
};

const languageCafe: ProposalPlot = {
  ...klimboom,
  key: "taalcafe",
  officer: "daan",
  plan: {
    title: "Taalcafé onder de bomen",
    summary: "Twee middagen per week Nederlands oefenen, terwijl de kinderen spelen.",
    what: "Ouders oefenen Nederlands met buren, aan lange tafels in de speeltuin. Er is thee, en een spel met kaarten.",
    why: "In Oosterpark wonen mensen uit meer dan zestig landen. Een cursus past vaak niet bij jonge kinderen. De speeltuin wel.",
    themes: ["welfare", "youth", "culture"],
    audience: "Ouders in Oosterpark die Nederlands willen oefenen",
    district: "WK999904",
    milestones: [
      ["Eerste middag", -30],
      ["Vijftig ouders oefenen mee", -150],
    ],
    budget: [
      ["people", "Begeleider, twee middagen", 4800],
      ["material", "Kaarten, boeken en thee", 900],
      ["equipment", "Twee tafels en een afdak", 1700],
    ],
    own: [400, "Vrijwilligers brengen hapjes"],
    partners: [["Bibliotheek Oosterpark", "government", "Boeken en kaarten te leen"]],
    helpAsked: "Wie kan ons leren hoe je een gesprek begeleidt?",
  },
  acts: [
    submitted(42),
    reviewed(35),
    followedBy(30, "joke"),
    news(
      28,
      "Proefmiddag met twaalf ouders",
      "Wij wilden niet wachten. Twaalf ouders oefenden met vier buren. Het woord van de dag was: gezellig.",
      {
        picture: "language",
        alt: "Buren oefenen Nederlands aan een lange tafel in het park",
      },
    ),
    advised(6, {
      outcome: "award-in-part",
      reason:
        "Het plan is goed en de plek is slim gekozen. Het afdak kan wachten: dat komt al bij de nieuwe speeltuin.",
      euros: 6000,
      costingNote: "Zonder afdak is € 6.000 genoeg.",
    }),
  ],
};

/** What was asked for places where people meet: a wharf and a playground. */
export const placeProposals: readonly ProposalPlot[] = [repairCafe, festival, everybodysPlayground, languageCafe];
