export const howItWorks = {
  title: "Hoe het werkt",
  lead: "Bewoners weten het beste wat hun wijk nodig heeft. Daarom krijgen zij niet alleen een stem, maar ook het geld.",
  nameTitle: "Waarom deze naam?",
  name: "Een hevel is een buis die water van het ene vat naar het andere laat lopen. Overhevelen is ook het woord voor geld dat van eigenaar wisselt. Dat gebeurt hier: van de gemeente naar de wijk.",
  from: "Gemeente",
  to: "Wijk",
  stepsTitle: "De 7 stappen",
  steps: [
    {
      title: "Geef vertrouwen",
      text: "De gemeente en de onderneming spreken een bedrag, een tijd en een paar regels af. Dat heet een mandaat.",
    },
    {
      title: "Zet burgers vóór het wijkteam",
      text: "Op elke wijkpagina staan eerst de bewoners die iets voor u kunnen doen. Daarna komt het wijkteam.",
    },
    {
      title: "Als zelfstandige onderneming",
      text: "Bewoners vormen samen een bestuur met een eigen rekening. Eén persoon alleen beheert nooit geld.",
    },
    {
      title: "Met voorstellen",
      text: "Elk voorstel heeft één pagina, van idee tot resultaat. Die pagina blijft altijd bestaan.",
    },
    {
      title: "Hevel budget over",
      text: "De raad bepaalt hoeveel geld er is, het college besluit over elk voorstel. Geen betaling is van één persoon. Elke uitgave is openbaar, tot op de cent.",
    },
    {
      title: "Heb lef, laat los",
      text: "Binnen het mandaat keurt de gemeente geen losse uitgaven goed. Iedereen kan ze wel zien.",
    },
    {
      title: "Ondersteun op verzoek, en evalueer",
      text: "De onderneming zegt zelf in haar voorstel welke hulp zij wil. Na afloop vertellen alle partijen wat het opleverde.",
    },
  ],
  seeTitle: "Kijk zelf",
  seeText:
    "U hoeft niets te geloven. Alle besluiten, betalingen en uitgaven staan op deze site. De bonnen zelf zien het bestuur en de gemeente.",
  toMoney: "Volg het geld",
  toProposals: "Bekijk de voorstellen",
};
