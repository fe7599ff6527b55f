/** Enterprises as city hall checks them. */
export const staffEnterprises = {
  title: "Ondernemingen",
  lead: "Een onderneming krijgt pas geld na controle door een behandelaar.",
  waitingTitle: "Wachten op controle",
  waitingEmpty: "Er wacht geen onderneming op controle.",
  sinceLabel: "Aangemeld op",
  /** Short, for a column; the page of one enterprise says it in full. */
  statuses: { registered: "Wacht", verified: "Klopt", refused: "Niet goed" },
  allTitle: "Alle ondernemingen",
  allEmpty: "Zodra een onderneming zich aanmeldt, ziet u die hier.",
  name: "Onderneming",
  form: "Rechtsvorm",
  district: "Wijk",
  status: "Controle",
};

/** One enterprise as city hall checks it. */
interface BoardChange {
  readonly name: string;
  readonly role: string;
  readonly since: string;
  readonly by: string | undefined;
}

export const staffEnterprise = {
  crumb: "Onderneming",
  registered: "Aangemeld op",
  verified: "Gecontroleerd op",
  profile: "Wie zijn zij?",
  story: "Hun verhaal",
  legalForm: "Rechtsvorm",
  kvk: "KvK-nummer",
  kvkNone: "niet nodig bij deze rechtsvorm",
  districts: "Wijken",
  askUs: "Wat u hun kunt vragen",
  website: "Website",
  none: "geen",
  board: "Het bestuur",
  member: "Naam",
  role: "Functie",
  memberStatus: "Stand",
  memberStatuses: {
    invited: "uitgenodigd, nog niet bevestigd",
    "invitation-expired": "uitnodiging verlopen",
    confirmed: "bevestigd",
    left: "weg uit het bestuur",
  },
  account: "De rekening",
  iban: "IBAN",
  ibanNone: "nog niet ingevuld",
  holder: "Op naam van",
  ibanSince: "Deze rekening geldt sinds",
  ibanBefore: "Rekening hiervoor",
  ibanBeforeValue: (iban: string, holder: string) => `${iban}, op naam van ${holder}`,
  name: "Naam van de onderneming",
  holderOther: "Is dit een groep die zelf geen rekening kan hebben? Dan mag de naam die van de penningmeester zijn.",
  obstaclesTitle: "Nog geen geld mogelijk",
  obstaclesNote: "U kunt de onderneming wel controleren. Geld komt pas als dit ook klaar is.",
  ready: "Na uw controle kan deze onderneming geld ontvangen.",
  canHold: "Deze onderneming kan geld ontvangen.",
  doubtsTitle: "Let op de naam",
  doubtLike: (name: string) => `De naam lijkt op die van ${name}.`,
  kvkDoubtTitle: "Let op het KvK-nummer",
  kvkDoubt: (name: string) => `${name} gaf hetzelfde KvK-nummer op.`,
  kvkDoubtNote:
    "Kijk in het Handelsregister van wie het nummer is. Keurt u de onderneming goed, dan keurt u ook dit goed.",
  doubtsNote: "Keurt u de onderneming goed, dan keurt u ook deze naam goed.",
  disavowedTitle: (count: number) =>
    count === 1 ? "1 persoon kende de uitnodiging niet" : `${count} personen kenden de uitnodiging niet`,
  disavowedText:
    "Zij kregen een uitnodiging en drukten op: Ik ken dit niet. Zij krijgen geen post meer van deze onderneming.",
  publicAs: (name: string) => `Tot uw oordeel staat zij op de site als ${name}.`,
  recheckTitle: "Opnieuw controleren",
  recheck: (what: string) => `Het bestuur veranderde: ${what}. Tot u dit controleert, komt er geen nieuw geld.`,
  boardTitle: "Het bestuur is veranderd",
  boardNote: "Kijk of dit echt verschillende mensen zijn. Wie nieuw is, doet tot uw oordeel niets met geld.",
  came: ({ name, role, since, by }: BoardChange) =>
    `Nieuw: ${name}, ${role}, sinds ${since}.${by === undefined ? "" : ` Uitgenodigd door ${by}.`}`,
  left: ({ name, role, since, by }: BoardChange) =>
    by === undefined
      ? `Weg: ${name}, ${role}, sinds ${since}. Stapte zelf op.`
      : `Weg: ${name}, ${role}, sinds ${since}. Weggehaald door ${by}.`,
  removalTitle: "Een bestuurslid moet weg, vraagt het bestuur",
  removal: (by: string, name: string, role: string) =>
    `${by} wil ${name} (${role}) uit het bestuur halen. Er is geen ander bestuurslid om dit te bevestigen. U beslist.`,
  refusedTitle: "Eerder niet goedgekeurd",
  refused: (reason: string) => `De reden was: ${reason}`,
  act: {
    title: "Uw oordeel",
    outcome: "Klopt het wat de onderneming opgaf?",
    outcomeEmpty: "Kies of het klopt.",
    verify: "Ja, het klopt",
    /** Only what is there can be right. */
    parts: { always: ["Naam", "bestuur", "rechtsvorm"], kvkNumber: "KvK-nummer", account: "rekening" },
    right: (most: string, last: string) => `${most} en ${last} kloppen.`,
    becomesPublic: "De onderneming wordt openbaar.",
    staysPublic: "De onderneming blijft openbaar.",
    staysHidden: "De onderneming blijft verborgen.",
    refuse: "Nee, het klopt niet",
    refuseHint:
      "Niets van de onderneming is dan openbaar. Het bestuur krijgt uw reden. Zij kunnen het aanpassen en zich opnieuw aanmelden.",
    refuseHintMandate:
      "De pagina en de voorstellen zijn dan niet openbaar. De bedragen blijven in het openbare kasboek, zonder de naam. Er komt geen nieuw geld. Het mandaat loopt door: het bestuur verantwoordt wat het kreeg. Het bestuur krijgt uw reden. Zij kunnen het aanpassen en zich opnieuw aanmelden.",
    removal: (name: string) => `Moet ${name} uit het bestuur?`,
    removalHint: "Spreek eerst met beiden. Het hele bestuur krijgt een mail over uw antwoord.",
    removalEmpty: "Kies of dit lid uit het bestuur moet.",
    carryOut: (name: string) => `Ja, ${name} gaat uit het bestuur`,
    keep: (name: string) => `Nee, ${name} blijft`,
    reason: "Wat klopt er niet?",
    reasonHint: "Het bestuur leest dit. Zeg ook wat zij kunnen doen.",
    reasonEmpty: "Schrijf op wat er niet klopt.",
    verifyButton: "Keur de onderneming goed",
    previewTo: (enterprise: string) => `Deze mail gaat naar het hele bestuur van ${enterprise}.`,
    letter: {
      subject: "Uw onderneming is niet goedgekeurd",
      opening: (enterprise: string) =>
        `De gemeente heeft uw onderneming bekeken: ${enterprise}. Er moet iets veranderen. Dit is de reden:`,
      after: "Uw pagina en uw voorstellen zijn niet openbaar. Na uw aanpassing kijkt de gemeente opnieuw.",
    },
    refuseButton: "Keur de onderneming niet goed",
    button: "Geef uw oordeel",
    doneVerify: (name: string) => `${name} is gecontroleerd. Het bestuur krijgt hierover een mail.`,
    doneVerifyNext: "De onderneming kan nu voorstellen doen en geld ontvangen, als bestuur en rekening rond zijn.",
    doneRefuse: (name: string) => `${name} is niet goedgekeurd. Het bestuur heeft uw reden en is nu aan zet.`,
    onlyOfficer: "Een behandelaar controleert ondernemingen.",
    already: "Deze onderneming is al gecontroleerd.",
    refusedAlready: "Het bestuur is aan zet. Het kan de gegevens aanpassen en zich opnieuw aanmelden.",
  },
};
