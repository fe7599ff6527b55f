import type { Problem } from "@hevel/api/client";
import { formatAgain as whenAgain } from "../dates.ts";
import { formatCentsExact } from "../money.ts";

type Details = NonNullable<Problem["details"]>;
type FieldCode = NonNullable<Problem["errors"]>[number]["code"];

const amount = (details: Details, key: string) => {
  const cents = details[key];
  return typeof cents === "number" ? formatCentsExact(cents) : undefined;
};

/** Every no has its reason, in Dutch. A code of the API without a sentence does not compile. */
export const refusals = {
  unreachable: "De site kan de gemeente nu niet bereiken. Wat u invulde, blijft staan. Probeer het straks opnieuw.",
  codes: {
    invalid: () => "Er ontbreekt nog iets, of iets klopt niet. Kijk bij de vragen hieronder.",
    unauthenticated: () => "U bent niet meer ingelogd. Log opnieuw in. Wat u invulde, blijft bewaard.",
    "sign-in-again": () => "Meld u opnieuw aan. Dat vragen wij bij grote bedragen. Wat u invulde, blijft bewaard.",
    forbidden: () => "Dit mag u niet doen. Het hoort bij een andere rol.",
    "not-found": () => "Dit bestaat niet, of u kunt het niet zien.",
    "wrong-state": () => "Dit kan nu niet meer. De situatie is veranderd. Laad de pagina opnieuw.",
    stale: () => "Iemand anders heeft dit net aangepast. Laad de pagina opnieuw en probeer het nog eens.",
    conflict: () => "Dit bestaat al.",
    "limit-reached": ({ why, max, retryAt }: Details) => {
      if (why === "at-a-time") return `U heeft er nu ${max}. Meer kan niet tegelijk. Maak er eerst een af.`;
      if (typeof retryAt === "string") return `Dit is te vaak gedaan. Probeer het ${whenAgain(retryAt)} weer.`;
      return "Het maximum is bereikt. Meer kan niet.";
    },
    "four-eyes": () => "U heeft de andere helft al gedaan. Een tweede persoon moet dit doen.",
    "own-interest": () => "U zit zelf in het bestuur van deze onderneming. Een collega moet dit doen.",
    "not-enough-money": (details: Details) => {
      const available = amount(details, "availableCents");
      return available === undefined
        ? "Er is niet genoeg geld voor dit bedrag."
        : `Er is niet genoeg geld. Beschikbaar is ${available}.`;
    },
    "mandate-not-active": () => "Het mandaat loopt niet meer, of nog niet. Daarom kan er geen geld bewegen.",
    "not-verified": ({ why }: Details) =>
      why === "board-unchecked"
        ? "De gemeente kijkt eerst naar het nieuwe bestuur. Tot die tijd moeten 2 leden die al langer in het bestuur zitten dit doen. U krijgt een mail zodra het klaar is."
        : why === "name-held"
          ? "De gemeente bekijkt eerst een naam in uw bestuur. Daarna kunt u mensen uitnodigen."
          : why === "refused"
            ? "De gemeente heeft uw burgeronderneming niet goedgekeurd. Pas eerst uw gegevens aan. Dan kijkt de gemeente opnieuw."
            : "De gemeente heeft uw burgeronderneming nog niet gecontroleerd. Daarna kunt u dit wel doen.",
    "cannot-hold-money": () =>
      "Deze onderneming kan nog geen geld ontvangen. Kijk op de pagina van het bestuur wat er nog nodig is.",
    "account-changed": () =>
      "Na het akkoord is de rekening veranderd. Er wordt niets overgemaakt. Het college stuurt de betaling terug. Financiën stelt hem daarna opnieuw voor.",
    "receipt-used": () => "Deze bon is al eerder gebruikt. Is dat terecht? Schrijf dan op waarom.",
    "file-refused": () => "Dit bestand kunnen wij niet gebruiken. Kies een PDF, JPEG of PNG van hoogstens 10 MB.",
    "code-wrong": () => "Deze code of link werkt niet. Misschien is hij verlopen of al gebruikt. Vraag een nieuwe aan.",
    "idempotency-mismatch": () => "Deze opdracht is al eerder verstuurd, met andere gegevens. Laad de pagina opnieuw.",
    "period-closed": () => "De periode van deze datum is afgesloten. Kies een latere datum.",
    "not-set-up": () => "Deze gemeente is hier nog niet begonnen.",
    "method-not-allowed": () => "Dit kan hier niet.",
    "media-type": () => "Dit kwam niet goed aan. Laad de pagina opnieuw.",
    "too-large": () => "U stuurt te veel in één keer. Maak de tekst korter.",
    "cross-site": () => "Dit verzoek kwam van een andere site. Open Hevel zelf en probeer het daar.",
    bug: () => "Er ging bij ons iets mis. Wat u invulde, blijft staan. Probeer het straks opnieuw.",
  } satisfies Record<Problem["code"], (details: Details) => string>,
  /** Per field, by the codes of the API. A code without a sentence does not compile. */
  fields: {
    invalid: () => "Kijk dit antwoord nog eens na.",
    required: () => "Vul dit in.",
    "too-long": (max?: number) =>
      max === undefined ? "Maak dit korter." : `Maak dit korter: hoogstens ${max} tekens.`,
    "too-many": (max?: number) => (max === undefined ? "Kies er minder." : `Kies er hoogstens ${max}.`),
    address: () => "Hier kan geen webadres, e-mailadres of telefoonnummer staan. Haal dat eruit.",
    "person-name": () => "Dit lijkt geen naam van een persoon. Vul de naam van het bestuurslid in.",
    unwanted: () => "Wie dit adres heeft, wil geen post van uw onderneming. Kies een ander adres.",
    characters: () => "Hier staat een onzichtbaar teken dat niet kan. Typ de tekst opnieuw.",
    email: () => "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
    amount: () => "Vul een bedrag in, bijvoorbeeld 2.500.",
    "amount-min": () => "Vul een bedrag in van €\u00a00,01 of meer.",
    "amount-max": () => "Dit bedrag is te hoog.",
    date: () => "Vul een datum in, bijvoorbeeld 21 11 2026.",
    instant: () => "Vul een datum en tijd in.",
    choice: () => "Kies een van de antwoorden.",
    phone: () => "Vul een telefoonnummer in, bijvoorbeeld 06 12345678. Een betaald nummer (0900) kan niet.",
    kvk: () => "Een KvK-nummer heeft 8 cijfers.",
    iban: () => "Dit rekeningnummer klopt niet. Kijk het na op uw bankpas.",
    url: () => "Vul een webadres in, bijvoorbeeld www.voorbeeld.nl.",
    twice: () => "Dit staat er 2 keer in.",
    "own-contribution-max": () => "De eigen bijdrage moet lager zijn dan de kosten samen.",
    "amount-applied-for": () => "Bij een hele toekenning is het bedrag gelijk aan wat is gevraagd.",
    "amount-in-part": () => "Bij een toekenning voor een deel is het bedrag lager dan wat is gevraagd.",
    "term-short": (days?: number) => `Geef het bestuur ten minste ${days ?? 7} dagen.`,
    "term-long": (days?: number) => `Geef het bestuur ten hoogste ${days ?? 90} dagen.`,
    "above-request": (cents?: number) =>
      cents === undefined
        ? "Dit is meer dan er is gevraagd."
        : `Er is ${formatCentsExact(cents)} gevraagd. Meer kan niet.`,
    "in-past": () => "Kies een datum na vandaag.",
    "before-submission": () => "Kies een datum op of na de dag van insturen.",
    "too-far": (years?: number) => `Kies een datum binnen ${years ?? 5} jaar.`,
    "too-long-ago": (years?: number) => `Kies een datum van hoogstens ${years ?? 5} jaar geleden.`,
    "instalments-sum": () => "De termijnen zijn samen niet gelijk aan het bedrag.",
    "end-before-start": () => "De einddatum ligt voor de begindatum.",
    "after-end": () => "Deze datum ligt na de einddatum.",
    "before-start": () => "Deze datum ligt voor de begindatum.",
    "before-approval": () => "Deze datum ligt voor de dag van het akkoord.",
    "outside-term": () => "Deze datum valt buiten de looptijd van het mandaat.",
    "seat-taken": () => "Deze functie is al bezet. Een bestuur heeft één voorzitter en één penningmeester.",
    "admin-needed": () => "Geef minstens één groep de rol beheer. Anders kan niemand dit nog wijzigen.",
    "in-future": () => "Deze datum ligt in de toekomst.",
    score: () => "Kies een cijfer van 1 tot en met 10.",
    number: () => "Vul een heel getal in.",
    "file-type": () =>
      "Dit is geen bestand dat wij kunnen gebruiken. Kies een JPEG, PNG of HEIC. Een bon mag ook een PDF zijn.",
    "file-empty": () => "Dit bestand is leeg.",
    "file-too-large": () => "Dit bestand is te groot. Kies er een van hoogstens 10 MB.",
    "file-broken": () => "Dit bestand is niet heel: wij kunnen het niet openen. Kies een ander bestand.",
    "file-password": () =>
      "Deze PDF gaat alleen open met een wachtwoord. Sla hem op zonder wachtwoord en kies hem opnieuw.",
    "file-pixels": () => "Deze foto is te groot van afmeting. Maak hem kleiner, of maak een nieuwe foto.",
    "file-unpacked": () =>
      "Deze PDF wordt te groot als wij hem openen. Maak er een nieuwe PDF van: open hem, kies afdrukken en dan bewaren als PDF.",
    "file-unknown": () => "Deze foto kunnen wij niet vinden. Kies hem opnieuw.",
    receipt: () => "Deze bon kunnen wij niet gebruiken. Kies hem opnieuw.",
    sha256: () => "Het bestand kwam niet goed aan. Probeer het opnieuw.",
    id: () => "Dit klopt niet. Laad de pagina opnieuw.",
    "idempotency-key": () => "Dit kwam niet goed aan. Laad de pagina opnieuw.",
    code: () => "De code heeft 6 cijfers.",
    cursor: () => "Deze plek in de lijst bestaat niet meer. Begin bij het begin.",
    "unknown-field": () => "Dit hoort hier niet. Laad de pagina opnieuw.",
    "municipality-code": () => "Dit is geen code van een gemeente.",
    "district-code": () => "Kies een wijk.",
    "district-unknown": () => "Deze wijk hoort niet bij de gemeente. Kies een andere.",
    json: () => "Dit kwam niet goed aan. Laad de pagina opnieuw.",
    path: () => "Dit adres klopt niet.",
  } satisfies Record<FieldCode, (limit?: number) => string>,
} as const;
