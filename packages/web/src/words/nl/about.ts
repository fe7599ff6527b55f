export const about = {
  title: "Over Hevel",
  lead: "Hevel is de plek waar de gemeente budget geeft aan bewoners, en waar iedereen kan zien wat ervan komt.",
  sections: [
    {
      title: "Waarom Hevel?",
      text: [
        "Bewoners weten wat hun wijk nodig heeft, en zij kunnen veel zelf.",
        "Daarom geeft de gemeente hun meer dan een stem. Zij krijgen het geld en de ruimte om het zelf te doen.",
      ],
    },
    {
      title: "Wie besluit er?",
      text: [
        "De gemeenteraad bepaalt hoeveel geld er is. Daarna besluit het college welk voorstel budget krijgt.",
        "Binnen dat budget beslist de onderneming zelf. Zij laat van elke uitgave zien wat het was.",
      ],
    },
    {
      title: "Wat ziet u hier?",
      text: [
        "Alle voorstellen, adviezen en besluiten. Elke betaling en elke uitgave, tot op de cent.",
        "Namen van bewoners staan er alleen als zij dat zelf willen.",
      ],
    },
    {
      title: "Van wie is deze software?",
      text: ["Van ons allemaal. De broncode is open (EUPL-1.2). Elke gemeente mag die gebruiken en beter maken."],
    },
  ],
  toSteps: "Lees hoe het werkt",
  toContact: "Stel een vraag",
};
