export const notFound = {
  title: "Deze pagina bestaat niet",
  lead: "Het adres klopt niet meer, of er staat een typefout in.",
  text: "Voorstellen en besluiten blijven altijd op hun eigen adres staan. Zoek het voorstel in de lijst, of begin opnieuw.",
  toProposals: "Bekijk alle voorstellen",
  toHome: "Ga naar de startpagina",
};
