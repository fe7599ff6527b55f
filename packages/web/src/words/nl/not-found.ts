export const notFound = {
  title: "Deze pagina bestaat niet",
  lead: "Het adres klopt niet meer, of er staat een typefout in.",
  text: "Voorstellen en besluiten blijven altijd op hun eigen adres staan. Zoek het voorstel in de lijst, of begin opnieuw.",
  /** Of what an officer hid; above it stand the day and the reason. */
  hidden:
    "Wat hier stond, is niet weg. De gemeente kan het weer tonen. Het staat nu ook niet in de lijst. Bel of mail ons als u vragen heeft.",
  toProposals: "Bekijk alle voorstellen",
  toHome: "Ga naar de startpagina",
  /** By the first part of the address: what is not there, and where what is stands. */
  kinds: {
    voorstellen: {
      title: "Dit voorstel bestaat niet",
      text: "Een voorstel blijft altijd op zijn eigen adres staan. Zoek het in de lijst.",
      to: "Bekijk alle voorstellen",
    },
    ondernemingen: {
      title: "Deze onderneming bestaat niet",
      text: "Misschien is de onderneming nog niet openbaar. Zoek de naam in de lijst.",
      to: "Bekijk alle ondernemingen",
    },
    wijken: {
      title: "Deze wijk bestaat niet",
      text: "Kies de wijk op de kaart of in de lijst.",
      to: "Bekijk alle wijken",
    },
    geld: {
      title: "Deze boeking bestaat niet",
      text: "Een boeking verdwijnt nooit. Zoek die in de lijst van al het geld.",
      to: "Bekijk al het geld",
    },
    werk: {
      title: "Dit bestaat niet",
      text: "Zoek op de werklijst of in de lijsten.",
      to: "Ga naar de werklijst",
    },
  },
};

export const notSetUp = {
  title: "Deze gemeente is hier nog niet begonnen",
  lead: "Op dit adres komt het portaal waarop u ziet welk geld naar burgerondernemingen gaat.",
  text: "Kijk later nog eens. Werkt u bij de gemeente? Vraag uw beheerder om de gegevens van de gemeente in te voeren.",
};
