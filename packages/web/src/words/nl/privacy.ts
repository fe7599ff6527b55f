import type { Retention, RetentionKind } from "@hevel/api/client";

export const privacy = {
  title: "Privacy",
  lead: "Het geld is openbaar. Mensen niet. Hier leest u wat wij van u bewaren, waarom en hoe lang.",
  who: (municipality: string) => `Gemeente ${municipality} is verantwoordelijk voor wat er met uw gegevens gebeurt.`,
  kept: "Wat bewaren wij?",
  rows: [
    {
      term: "U kijkt alleen rond",
      value: "Niets over u. Wij gebruiken geen cookies om u te volgen en meten niet wie u bent.",
    },
    {
      term: "U volgt iets",
      value: "Uw e-mailadres, tot u stopt. Bevestigt u niet binnen een week, dan wissen wij het.",
    },
    {
      term: "U stelt een onderneming een vraag",
      value:
        "Uw naam, e-mailadres en vraag gaan naar het bestuur. Zodra die mail weg is, wissen wij ze. Het bestuur heeft de mail dan nog.",
    },
    {
      term: "U geeft uw mening",
      value:
        "Uw cijfer en uw zin zijn openbaar. Uw e-mailadres bewaren wij alleen als onleesbare code, zodat iedereen één keer meedoet.",
    },
    {
      term: "U stuurt een formeel bericht",
      value:
        "Uw naam, adres, e-mailadres en wat u schreef. Alleen de behandelaar, de griffie en de controle lezen het. Wij veranderen er niets aan.",
    },
    {
      term: "U zit in een bestuur",
      value: "Uw naam, rol en e-mailadres. Uw naam is alleen openbaar als u dat zelf aanzet.",
    },
    {
      term: "U geeft geld uit",
      value:
        "Het bedrag, de datum en de soort zijn openbaar. Ook wie betaald is en waarvoor, maar niet bij een privépersoon. De bon zien alleen het bestuur en de gemeente.",
    },
    {
      term: "U logt in",
      value:
        "Een code in een cookie, die na 12 uur verloopt. Die is nodig om u ingelogd te houden. Een tweede cookie onthoudt een half jaar dat u op dit apparaat inlogde. Dan kan niemand anders u buitensluiten.",
    },
  ],
  terms: "Hoe lang bewaren wij het?",
  termsLead: "Dit gaat vanzelf, tenzij er iets anders staat.",
  kinds: {
    "sign-in": "Een code om in te loggen",
    session: "Dat u ingelogd bent",
    counter: "Hoe vaak er vanaf een adres iets gevraagd is (als onleesbare code)",
    board: "Gegevens van bestuursleden en van wie is uitgenodigd",
    proposal: "Voorstellen, bijlagen, besluiten en nieuws",
    money: "Uitgaven, bonnen en boekingen",
    follow: "Uw e-mailadres als u iets volgt",
    "follow-request": "Uw e-mailadres als u het volgen niet bevestigt",
    "mail-refusal": "Dat u geen mail wilt waar anderen om vragen (zonder uw adres zelf)",
    "voice-request": "Uw mening als u haar niet bevestigt",
    voice: "Uw mening in een evaluatie",
    "formal-message": "Bezwaren, klachten en andere formele berichten",
    "left-file": "Een bestand dat u uploadde en niet gebruikte",
    letter: "Mails die wij u stuurden",
    staff: "Wat medewerkers deden",
    "morning-letter": "Welke taken in een ochtendmail stonden",
  } satisfies Readonly<Record<RetentionKind, string>>,
  howLong: ({ forgetOn, ...terms }: Retention): string => {
    const units = { minutes: "minuten", hours: "uur", days: "dagen", years: "jaar" } as const;
    const [unit, count] = Object.entries(terms)[0] ?? [];
    const term = unit === undefined ? "" : `${count} ${units[unit as keyof typeof units]}`;
    if (forgetOn === "act") return "Tot u stopt.";
    if (forgetOn === "archive")
      return `${term} nadat de zaak is afgelopen. Dan haalt de gemeente het weg, volgens de regels van het archief.`;
    return unit === "years" ? `${term} na het antwoord.` : `${term}.`;
  },
  officer: "Wie let op uw privacy?",
  officerText:
    "Dat is de functionaris gegevensbescherming (FG). Die werkt onafhankelijk. U kunt de FG altijd bellen of mailen.",
  officerName: "FG",
  officerPhone: "Telefoon",
  officerEmail: "E-mail",
  files: "Foto's",
  filesText: "Wij halen de plaats en het toestel uit elke foto voordat wij hem bewaren.",
  device: "Op uw eigen apparaat",
  deviceText: "Wat u in een formulier typt, bewaart uw eigen browser tot u het verstuurt. Logt u uit, dan is het weg.",
  rights: "Wat zijn uw rechten?",
  rightsText: [
    "U mag zien wat wij van u hebben. U mag het laten verbeteren of wissen.",
    "Een boeking kunnen wij niet wissen, want het geld moet kloppen. De woorden erbij kunnen wij wel verbergen.",
    "Staat uw naam bij een uitgave, in een plan of in een bijlage? Kies daar: Meld dit. U heeft geen account nodig. Bedrag, datum en soort blijven staan.",
    "Bent u het niet met ons eens? Dan kunt u naar de Autoriteit Persoonsgegevens.",
  ],
  ask: "Stel uw vraag",
};
