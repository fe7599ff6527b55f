export const accessibility = {
  title: "Toegankelijkheid",
  lead: (municipality: string) =>
    `Gemeente ${municipality} wil dat iedereen deze site kan gebruiken. Ook met een schermlezer, of alleen met een toetsenbord.`,
  status: "Waar staan wij?",
  statusText: ["Wij bouwen volgens WCAG 2.2, niveau A en AA. Dat is strenger dan de wet vraagt."],
  statuses: {
    A: "Status A: de site voldoet volledig aan de eisen.",
    B: "Status B: de site voldoet voor een deel aan de eisen.",
    C: "Status C: wij hebben de eerste stappen gezet.",
    D: "Status D: de site voldoet nog niet aan de eisen.",
  },
  noStatement: "In het register staat nog geen verklaring van deze site. Tot die tijd is dit onze eigen verklaring.",
  toStatement: "Lees de verklaring in het register",
  tested: "Wat is getest?",
  testedItems: [
    "Elke pagina is met axe nagekeken, op een telefoon en op een groot scherm.",
    "Alles werkt met alleen het toetsenbord. U ziet altijd waar u bent.",
    "Elke pagina past op een smal scherm van 320 pixels. U hoeft nooit opzij te schuiven.",
    "Elke kleur is gemeten. Kleur is nooit het enige teken: er staat een woord en een vorm bij.",
    "Elke tekening met cijfers is er ook als tekst of tabel.",
    "Wie liever geen beweging ziet, krijgt die niet.",
  ],
  known: "Wat gaat nog niet goed?",
  knownItems: [
    "Een bon is een foto of pdf van de onderneming. Die kan een schermlezer vaak niet lezen. Het bedrag en de soort staan er wel als tekst bij.",
    "De omschrijving bij een foto schrijft de onderneming zelf. Wij kijken die niet na.",
  ],
  report: "Loopt u ergens tegenaan?",
  reportText: "Laat het ons weten. Wij zoeken het uit en geven u antwoord.",
  reportSteps: "Zeg erbij op welke pagina u was en wat u wilde doen.",
  unhappy:
    "Niet tevreden met ons antwoord? Dan kunt u een klacht indienen bij de gemeente of bij de Nationale ombudsman.",
};
