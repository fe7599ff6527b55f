/** On a page that only a board and city hall see. */
export const hidden = {
  title: "Alleen het bestuur en de gemeente zien deze pagina",
  why: {
    draft: "Dit voorstel is nog niet ingestuurd.",
    unverified: "De gemeente controleert de onderneming nog. Daarna ziet iedereen de pagina zo.",
    refused:
      "De gemeente heeft de onderneming niet goedgekeurd. Past het bestuur iets aan? Dan kijkt de gemeente opnieuw.",
    moderated: "De gemeente heeft dit verborgen. De reden staat in de mail aan het bestuur.",
  },
  /** A proposal about which was decided: its words are hidden, the decision and the money are not. */
  record: {
    title: "Iedereen ziet hier nog het besluit en het geld",
    text: "De gemeente heeft de teksten verborgen. Die ziet u alleen als bestuur of gemeente. Het besluit, de bedragen, de datums en de manier om bezwaar te maken blijven openbaar.",
    visitor: "Het besluit, de bedragen en de datums blijven openbaar. De teksten van de onderneming ziet u hier niet.",
    untitled: "Voorstel waarvan de tekst verborgen is",
  },
  /** On the pages of a board whose own page is hidden. */
  board: {
    title: "De gemeente heeft uw pagina verborgen",
    gone: "Niet meer te lezen: uw pagina, uw nieuws, uw bijlagen, uw voorstellen zonder besluit, en wat u schreef bij uw plannen, beloften en uitgaven.",
    stays:
      "Wel openbaar: uw naam bij het geld, elk besluit met de manier om bezwaar te maken, en alle bedragen, datums en boekingen.",
    why: "De reden staat in de mail aan het bestuur.",
  },
};

/** "I do not know this": the page behind that link in a letter. */
export const disavowal = {
  title: "Kent u de afzender niet?",
  lead: "Druk op de knop. De onderneming kan u dan nooit meer een brief of mail laten sturen. De gemeente ziet dat het gebeurde.",
  action: "Ik ken dit niet",
  done: "U krijgt hierover geen post meer",
  doneText: "De uitnodiging is weg. U hoeft verder niets te doen. Vertrouwt u het niet? Bel of mail de gemeente.",
  toContact: "Naar contact",
  /** Of a letter that a stranger asked for, under somebody's address. */
  mail: {
    title: "Vroeg u niet om deze mail?",
    lead: "Druk op de knop. Dan kan niemand u nog zo'n mail laten sturen. Van de plek waar dit vandaan kwam krijgt u een week lang ook geen mail om in te loggen.",
    done: "U krijgt zulke mail niet meer",
    doneText:
      "Dit geldt een jaar. U hoeft verder niets te doen. Wilt u later zelf iets volgen of uw mening geven? Log dan eerst in.",
  },
};

/** Why somebody looks at a name first; `authority` is what it looks like. */
export function doubtInWords(doubt: {
  readonly like: "municipality" | "authority" | "enterprise";
  readonly authority?: string | undefined;
}) {
  if (doubt.like === "municipality") return "De naam lijkt op die van de gemeente.";
  if (doubt.like === "authority") return `De naam lijkt op die van de overheid (${doubt.authority ?? ""}).`;
  return "De naam lijkt op die van een andere onderneming.";
}
