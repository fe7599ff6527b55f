import { formatCount } from "../money.ts";

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** The words of the building blocks in src/ui and src/pictures. */
export const ui = {
  form: {
    rule: "Vul alle velden in. Hoeft een veld niet? Dan staat dat erbij.",
    optional: "(niet verplicht)",
    sending: "Bezig met versturen",
    send: "Verstuur",
    errorPrefix: "Fout: ",
    notSent: "Het versturen is niet gelukt",
    notSentText: "Uw antwoorden staan hier nog. Probeer het over een minuut opnieuw.",
  },
  preview: {
    show: "Bekijk het eerst",
    title: "Zo komt het op de site",
    letter: "Zo komt het in de mail",
    change: "Pas het nog aan",
    back: "Ga terug",
    subject: "Onderwerp",
  },
  errorSummary: (count: number) =>
    count === 1
      ? "Er klopt nog iets niet. Kijk naar deze vraag:"
      : `Er klopt nog iets niet. Kijk naar deze ${count} vragen:`,
  error: "Fout:",
  textArea: {
    left: (left: number) => `U kunt nog ${plural(left, "teken", "tekens")} gebruiken.`,
    over: (over: number) => `Uw tekst is ${plural(over, "teken", "tekens")} te lang.`,
  },
  select: { choose: "Maak een keuze" },
  amount: {
    understood: (written: string) => `Wij lezen: ${written}`,
    problems: {
      empty: "Vul het bedrag in. Bijvoorbeeld: 2.500",
      "not-an-amount": "Dit is geen bedrag. Schrijf het zo: 1.234,50",
      negative: "Vul een bedrag in zonder min ervoor.",
      "too-many-decimals": "Gebruik niet meer dan 2 cijfers na de komma.",
      "too-large": "Dit bedrag is te groot.",
    },
  },
  date: {
    day: "Dag",
    month: "Maand",
    year: "Jaar",
    understood: (written: string) => `Wij lezen: ${written}`,
    missing: (day: string) => `${day} bestaat niet.`,
    problems: {
      empty: "Vul de datum in. Bijvoorbeeld: 21 11 2026",
      incomplete: "Vul de dag, de maand en het jaar in.",
      "not-a-date": "Dit is geen datum. Schrijf het jaar met 4 cijfers.",
      "other-weekday": "De dag van de week hoort niet bij deze datum. Kijk de datum na.",
    },
  },
  file: {
    takePhoto: "Maak een foto",
    choose: "Kies een bestand",
    chooseOther: "Kies een ander bestand",
    remove: "Haal weg",
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`
        : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")}\u00a0MB`,
    sending: (percent: number) => `Bezig met versturen: ${percent} procent`,
    sent: "Verstuurd",
    preview: "Voorbeeld van de gekozen foto",
    kept: "Het bestand dat u eerder koos, is bewaard",
  },
  step: {
    count: (step: number, total: number) => `Stap ${step} van ${total}`,
    back: "Vorige stap",
    next: "Verder",
    change: "Wijzig",
  },
  autosave: {
    saving: "Bezig met bewaren",
    saved: (hour: string) => `Concept op dit apparaat, ${hour}`,
    restored: "Uw concept van dit apparaat staat hier weer.",
    failed: "Bewaren lukt niet op dit apparaat. Verstuur voordat u de pagina sluit.",
  },
  stages: {
    done: "klaar",
    now: "nu bezig",
    todo: "nog niet",
    heldBy: (who: string) => `Ligt nu bij: ${who}`,
    until: (date: string) => `uiterlijk ${date}`,
    from: (date: string) => `vanaf ${date}`,
  },
  deadline: {
    left: (days: number) => (days === 0 ? "vandaag" : days === 1 ? "morgen" : `nog ${days} dagen`),
    past: (days: number) => `${plural(days, "dag", "dagen")} te laat`,
    stopped: (date: string) => `stilgezet sinds ${date}`,
    by: (moment: string) => `uiterlijk ${moment}`,
  },
  loading: "Bezig met laden",
  empty: { title: "Hier staat nog niets" },
  errorState: {
    title: "Dit is niet gelukt",
    text: "Er ging bij ons iets mis. Wat u heeft ingevuld, is bewaard.",
    retry: "Probeer opnieuw",
    code: (requestId: string) => `Belt u ons hierover? Noem dan deze code: ${requestId}`,
  },
  noPermission: {
    title: "U mag dit niet zien of doen",
    who: (who: string) => `Dit kan wel: ${who}.`,
    signIn: "Log in met een ander account",
  },
  contact: { title: "Heeft u een vraag?", call: (name: string) => `Bel ${name}:`, mail: "Of mail naar" },
  showMore: {
    button: "Toon meer",
    shown: (shown: number, total: number | undefined) =>
      total === undefined ? `${formatCount(shown)} getoond` : `${formatCount(shown)} van ${formatCount(total)} getoond`,
    added: (added: number) => `${plural(added, "regel", "regels")} erbij`,
  },
  contents: "Op deze pagina",
  printed: (municipality: string, url: string, date: string) =>
    `Gemeente ${municipality}. Afgedrukt op ${date}. Deze pagina staat op ${url}`,
  table: { all: (count: number) => `Toon alle ${formatCount(count)} regels` },
  confirm: {
    preparedBy: "Voorbereid door",
    second: "Tweede persoon",
    you: "u",
  },
  money: { out: "af", of: "van" },
  sheet: {
    save: "Download voor Excel",
    done: "Het bestand staat bij uw downloads.",
    failed: "Het bestand maken is niet gelukt. Probeer het nog eens.",
    tooMany: (max: string) => `Dit zijn meer dan ${max} regels. Kies een kortere periode of een deel.`,
  },
  flow: {
    caption: "Waar komt het geld vandaan en waar gaat het heen?",
    from: "Van",
    to: "Naar",
    amount: "Bedrag",
    fillings: {
      awarded: "toegekend, of nog in de pot",
      paid: "betaald, nog niet uitgegeven",
      spent: "uitgegeven, of verder gestroomd",
    },
    tableTitle: "Dezelfde gegevens als tabel",
  },
  map: { caption: (municipality: string) => `Kaart van ${municipality} met de wijken`, list: "Wijken" },
};
