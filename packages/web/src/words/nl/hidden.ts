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
};

/** "I do not know this": the page behind that link in a letter. */
export const disavowal = {
  title: "Kent u de afzender niet?",
  lead: "Druk op de knop. De onderneming kan u dan nooit meer een brief of mail laten sturen. De gemeente ziet dat het gebeurde.",
  action: "Ik ken dit niet",
  done: "U krijgt hierover geen post meer",
  doneText: "De uitnodiging is weg. U hoeft verder niets te doen. Vertrouwt u het niet? Bel of mail de gemeente.",
  toContact: "Naar contact",
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
