export const notFound = {
  title: "Deze pagina bestaat niet",
  lead: "Het adres klopt niet meer, of er staat een typefout in.",
  text: "Voorstellen en besluiten blijven altijd op hun eigen adres staan. Zoek het voorstel in de lijst, of begin opnieuw.",
  toProposals: "Bekijk alle voorstellen",
  toHome: "Ga naar de startpagina",
};

export const notSetUp = {
  title: "Deze gemeente is hier nog niet begonnen",
  lead: "Op dit adres komt het portaal waarop u ziet welk geld naar burgerondernemingen gaat.",
  text: "Kijk later nog eens. Werkt u bij de gemeente? Vraag uw beheerder om de gegevens van de gemeente in te voeren.",
};
