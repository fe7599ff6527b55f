export const privacy = {
  title: "Privacy",
  lead: "Het geld is openbaar. Mensen niet. Hier leest u wat wij van u bewaren, waarom en hoe lang.",
  who: (municipality: string) => `Gemeente ${municipality} is verantwoordelijk voor wat er met uw gegevens gebeurt.`,
  kept: "Wat bewaren wij?",
  rows: [
    {
      term: "U kijkt alleen rond",
      value: "Niets over u. Wij gebruiken geen cookies om u te volgen en meten niet wie u bent.",
    },
    {
      term: "U volgt iets",
      value: "Uw e-mailadres, tot u stopt. Bevestigt u niet binnen een week, dan wissen wij het.",
    },
    {
      term: "U stelt een onderneming een vraag",
      value:
        "Uw naam, e-mailadres en vraag gaan naar het bestuur. Zodra die mail weg is, wissen wij ze. Het bestuur heeft de mail dan nog.",
    },
    {
      term: "U geeft uw mening",
      value:
        "Uw cijfer en uw zin zijn openbaar. Uw e-mailadres bewaren wij alleen als onleesbare code, zodat iedereen één keer meedoet.",
    },
    {
      term: "U zit in een bestuur",
      value: "Uw naam, rol en e-mailadres. Uw naam is alleen openbaar als u dat zelf aanzet.",
    },
    {
      term: "U geeft geld uit",
      value: "Het bedrag, de datum en de soort zijn openbaar. De bon zien alleen het bestuur en de gemeente.",
    },
    {
      term: "U logt in",
      value:
        "Een code in een cookie, die na 12 uur verloopt. Die is nodig om u ingelogd te houden. Een tweede cookie onthoudt een half jaar dat u op dit apparaat inlogde. Dan kan niemand anders u buitensluiten.",
    },
  ],
  files: "Foto's",
  filesText: "Wij halen de plaats en het toestel uit elke foto voordat wij hem bewaren.",
  device: "Op uw eigen apparaat",
  deviceText: "Wat u in een formulier typt, bewaart uw eigen browser tot u het verstuurt. Logt u uit, dan is het weg.",
  rights: "Wat zijn uw rechten?",
  rightsText: [
    "U mag zien wat wij van u hebben. U mag het laten verbeteren of wissen.",
    "Een boeking kunnen wij niet wissen, want het geld moet kloppen. Er staat geen naam in.",
    "Bent u het niet met ons eens? Dan kunt u naar de Autoriteit Persoonsgegevens.",
  ],
  ask: "Stel uw vraag",
};
