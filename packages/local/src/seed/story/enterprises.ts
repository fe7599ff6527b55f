import type { EnterprisePlot } from "./plot.ts";

/** The enterprises of Voorbeeldstad. KvK numbers begin with 00, which no number does. */
export const enterprises: readonly EnterprisePlot[] = [
  {
    key: "pollepel",
    name: "Buurtkeuken De Pollepel",
    story:
      "Wij koken elke woensdag in de oude school aan het Veldplein. Iedereen mag mee-eten en iedereen mag meekoken.\n\n" +
      "Wij begonnen met tien buren en een geleende pan. Nu eten er elke week ruim veertig mensen. Sommigen komen voor het eten, de meesten voor elkaar.",
    districts: ["WK999903"],
    legalForm: "foundation",
    kvkNumber: "00000103",
    askUs: [
      "Mag ik woensdag mee-eten?",
      "Brengt u een maaltijd bij iemand die ziek is?",
      "Mag ik een keer meekoken?",
      "Kan ik bij u een kookles volgen?",
    ],
    website: "https://depollepel.example",
    photo: { picture: "kitchen", alt: "Drie buren koken samen achter een lang aanrecht" },
    registered: 421,
    board: [
      { who: "anna", role: "chair", isNamePublic: true },
      { who: "bram", role: "treasurer", isNamePublic: true },
      { who: "wilma", role: "secretary", isNamePublic: false },
    ],
    account: 3001,
    verified: 414,
  },
  {
    key: "hofjes",
    name: "Vereniging Hofjesgroen",
    story:
      "De Binnenstad is van steen, en in de zomer heel warm. Wij maken er groen van: langs gevels, in hofjes en op pleinen.\n\n" +
      "Wij vragen eerst de buren, dan pas de schop. Zo blijft het groen ook als het geld op is.",
    districts: ["WK999901"],
    legalForm: "association",
    kvkNumber: "00000101",
    askUs: [
      "Helpt u mij met een geveltuin?",
      "Wie geeft de planten water in de vakantie?",
      "Mag er een bank in ons hofje?",
    ],
    photo: { picture: "street", alt: "Een straat met bloemen langs alle gevels" },
    registered: 418,
    board: [
      { who: "pieter", role: "chair", isNamePublic: true },
      { who: "leila", role: "treasurer", isNamePublic: false },
      { who: "koos", role: "member", isNamePublic: true },
    ],
    account: 1001,
    verified: 411,
  },
  {
    key: "buurtbus",
    name: "Coöperatie Buurtbus Veenpolder",
    story:
      "In Veenpolder rijdt de gewone bus nog twee keer per dag. Daarom rijden wij zelf, met vijftien chauffeurs uit het dorp.\n\n" +
      "Wij zijn een coöperatie: wie meerijdt, beslist mee over de route.",
    districts: ["WK999906", "WK999908"],
    legalForm: "cooperative",
    kvkNumber: "00000106",
    askUs: [
      "Wilt u mij naar het ziekenhuis brengen?",
      "Rijdt de bus ook op zondag?",
      "Ik heb een rijbewijs. Kan ik helpen?",
    ],
    photo: { picture: "bus", alt: "De gele buurtbus stopt in de avond bij een halte in de polder" },
    registered: 415,
    board: [
      { who: "geert", role: "chair", isNamePublic: true },
      { who: "ria", role: "treasurer", isNamePublic: true },
      { who: "hennie", role: "secretary", isNamePublic: true },
    ],
    account: 6001,
    verified: 406,
  },
  {
    key: "linden",
    name: "Bewonerscommissie Lindenhof",
    story:
      "Wij zijn bewoners van de Lindenlaan en de hofjes eromheen. De helft van ons is ouder dan zestig.\n\n" +
      "Wij willen hier samen oud worden. Dat begint met elkaar kennen.",
    districts: ["WK999908"],
    legalForm: "other",
    askUs: [
      "Is er dinsdag weer koffie?",
      "Wie loopt er met mij mee naar de huisarts?",
      "Kan iemand mijn lamp ophangen?",
    ],
    photo: { picture: "avenue", alt: "Twee ouderen zitten op een bank onder de linden" },
    registered: 372,
    board: [
      { who: "truus", role: "chair", isNamePublic: true },
      { who: "henk", role: "treasurer", isNamePublic: false },
      { who: "gerda", role: "secretary", isNamePublic: false },
    ],
    account: 8001,
    verified: 363,
  },
  {
    key: "klus",
    name: "Klusbrigade Zuid BV",
    story:
      "Wij doen kleine klussen bij mensen die dat zelf niet meer kunnen. Onze klussers leren het vak en vinden daarna vaker werk.\n\n" +
      "Wij maken geen winst voor onszelf. Wat overblijft, gaat terug naar de wijk.",
    districts: ["WK999907", "WK999903"],
    legalForm: "private-company",
    kvkNumber: "00000107",
    askUs: [
      "Kunt u een kraan vervangen?",
      "Helpt u met tocht en hoge energiekosten?",
      "Mag mijn zoon bij u het vak leren?",
    ],
    photo: { picture: "bike", alt: "Een bakfiets vol gereedschap voor een flat" },
    registered: 263,
    board: [
      { who: "dennis", role: "chair", isNamePublic: true },
      { who: "samira", role: "treasurer", isNamePublic: true },
    ],
    account: 7001,
    verified: 252,
  },
  {
    key: "werf",
    name: "Repair Café De Scheepswerf",
    story:
      "Weggooien kan altijd nog. Elke zaterdag repareren wij wat stuk is: radio's, fietsen, broodroosters en broeken.\n\n" +
      "U blijft erbij en leert het zelf. Er is koffie, en meestal ook taart.",
    districts: ["WK999902", "WK999901"],
    legalForm: "informal-group",
    askUs: ["Kunt u mijn radio maken?", "Leert u mij een band plakken?", "Heeft u gereedschap te leen?"],
    photo: { picture: "repair", alt: "Twee buren repareren een radio aan een werkbank" },
    registered: 214,
    board: [
      { who: "sem", role: "chair", isNamePublic: true },
      { who: "yara", role: "treasurer", isNamePublic: true },
    ],
    account: 2001,
    verified: 206,
  },
  {
    key: "klimboom",
    name: "Speeltuinvereniging De Klimboom",
    story:
      "Onze speeltuin ligt in een hoek van het Oosterpark en is veertig jaar oud. De glijbaan is afgekeurd, de kinderen niet.\n\n" +
      "Wij bouwen een nieuwe, samen met de kinderen. Ook een kind in een rolstoel moet er kunnen spelen.",
    districts: ["WK999904"],
    legalForm: "association",
    kvkNumber: "00000104",
    askUs: ["Wanneer is de speeltuin open?", "Mag ik er een kinderfeest geven?", "Helpt u mij oefenen met Nederlands?"],
    photo: { picture: "playground", alt: "Kinderen spelen op een glijbaan en een schommel onder oude bomen" },
    registered: 118,
    board: [
      { who: "fleur", role: "chair", isNamePublic: true },
      { who: "omar", role: "treasurer", isNamePublic: true },
      { who: "tess", role: "secretary", isNamePublic: false },
      { who: "ravi", role: "member", isNamePublic: true },
    ],
    account: 4001,
    verified: 109,
  },
  {
    key: "blinkend",
    name: "Blinkend Zuid",
    story: "Wij wassen ramen in Zuiderkade, snel en goedkoop. Wij zoeken geld voor een hoogwerker.",
    districts: ["WK999907"],
    legalForm: "informal-group",
    askUs: ["Wat kost het wassen van mijn ramen?"],
    registered: 96,
    board: [
      { who: "ronnie", role: "treasurer", isNamePublic: true },
      { who: "kim", role: "member", isNamePublic: false },
    ],
    account: 7002,
    refused: {
      daysAgo: 88,
      reason:
        "Uw groep werkt voor eigen inkomen. Een burgeronderneming werkt voor de wijk. Wilt u wel iets voor de wijk doen? " +
        "Pas dan uw verhaal aan en meld u opnieuw. Wij denken graag met u mee.",
    },
  },
  {
    key: "weiland",
    name: "Het Kleine Weiland",
    story:
      "Weidezicht is nieuw. Er zijn veel kinderen, maar er is nog geen plek om elkaar te zien.\n\n" +
      "Wij beginnen met een moestuin achter de school. De oprichting van onze stichting loopt bij de notaris.",
    districts: ["WK999905"],
    legalForm: "in-formation",
    askUs: ["Mag ik een eigen bak?", "Kan mijn klas komen kijken?"],
    photo: { picture: "garden", alt: "Buren werken in een moestuin met houten bakken en een kas" },
    registered: 19,
    board: [
      { who: "jelle", role: "chair", isNamePublic: true },
      { who: "nadia", role: "treasurer", isNamePublic: true },
    ],
    account: 5001,
  },
  {
    key: "buurtwacht",
    name: "Samen Wandelen Lindenhof",
    story:
      "Wij lopen elke avond een ronde door de wijk. Wij zien wat kapot is, en wie er alleen zit. Wij zoeken nog een penningmeester.",
    districts: ["WK999908"],
    legalForm: "informal-group",
    askUs: ["Mag ik een avond meelopen?"],
    registered: 13,
    board: [
      { who: "arjan", role: "chair", isNamePublic: true },
      { who: "els", role: "treasurer", isNamePublic: false, invited: 2, waits: true },
    ],
  },
];
