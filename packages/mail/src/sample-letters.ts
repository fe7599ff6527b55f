import type { DistrictCode, FollowId, LetterKind, LetterPayload, Plan } from "@hevel/core";

const contact = {
  name: "Team Overhevelen",
  phone: "000 000 00 01",
  email: "hevel@voorbeeldstad.example",
  openingHours: "maandag tot en met vrijdag van 9.00 tot 17.00 uur",
};
const shared = { municipality: "Voorbeeldstad", contact };
const about = {
  ...shared,
  title: "Buurtkeuken De Pollepel",
  enterprise: "Coöperatie Samen aan Tafel",
  path: "/voorstellen/prp_01ARZ3NDEKTSV4RRFFQ69G5FAV",
};

/** A complete plan with long words and an own contribution. */
export const plan: Plan = {
  title: "Buurtkeuken De Pollepel",
  summary: "Elke week koken bewoners voor elkaar in het leegstaande schoolgebouw.",
  what: "Wij koken elke woensdag voor 40 mensen.\nWie wil, kookt mee.",
  why: "Veel ouderen in de wijk eten alleen. Samen eten helpt tegen eenzaamheid.",
  themes: ["welfare", "liveability"],
  audience: "Bewoners van Noord, vooral ouderen en alleenstaanden",
  district: "WK999901" as DistrictCode,
  milestones: [
    { id: "m1", title: "Keuken klaar", plannedOn: "2027-02-01" },
    { id: "m2", title: "Eerste maaltijd", plannedOn: "2027-03-03" },
  ],
  budgetLines: [
    {
      id: "b1",
      category: "equipment",
      description: "Keukenapparatuur en brandveiligheidsvoorzieningen",
      amountCents: 650_050,
    },
    { id: "b2", category: "material", description: "Borden en pannen", amountCents: 185_000 },
  ],
  ownContributionCents: 50_000,
  ownContribution: "Opbrengst van de rommelmarkt",
  partners: [{ id: "p1", name: "Basisschool De Vuurtoren", sector: "education", contribution: "de ruimte" }],
  helpAsked: "Hulp bij de vergunning",
};

/** A realistic payload for every kind of letter. */
export const samples: { readonly [K in LetterKind]: LetterPayload<K> } = {
  "sign-in": {
    ...shared,
    path: "/inloggen/bevestigen#sgn_01ARZ3NDEKTSV4RRFFQ69G5FAV.c2VjcmV0",
    code: "042917",
    minutes: 15,
  },
  invitation: {
    ...shared,
    enterprise: about.enterprise,
    isVerified: false,
    disavowalPath: `/ik-ken-dit-niet#ent_x.${"0".repeat(64)}.s3cret`,
    inviter: "Anna Postma",
    name: "Bram de Jong",
    role: "treasurer",
    path: "/uitnodiging#x.y",
    expiresOn: "2026-12-05",
  },
  "enterprise-verified": {
    ...shared,
    enterprise: about.enterprise,
    obstacles: ["no-iban"],
    path: "/ondernemingen/ent_x",
  },
  "enterprise-refused": {
    ...shared,
    enterprise: about.enterprise,
    reason: "Het KvK-nummer hoort bij een andere vereniging.",
    path: "/bestuur/ent_x/gegevens",
  },
  receipt: {
    ...about,
    receivedAt: "2026-11-21T13:05:00.000Z",
    answerBy: "2027-01-18",
    plan,
    district: "Noord",
    version: 1,
  },
  withdrawn: { ...about, withdrawnAt: "2026-11-22T09:00:00.000Z" },
  "completion-asked": { ...about, question: "Wilt u een offerte van de keuken meesturen?", answerBy: "2026-12-21" },
  "completion-received": {
    ...about,
    receivedAt: "2026-12-01T09:00:00.000Z",
    answerBy: "2027-01-28",
    plan,
    district: "Noord",
    version: 2,
  },
  decision: {
    ...about,
    outcome: "award-in-part",
    reference: "2026-0412",
    decidedOn: "2026-12-08",
    decidingBody: "het college van burgemeester en wethouders van Voorbeeldstad",
    legalBasis: "artikel 4 van de Verordening overhevelen Voorbeeldstad",
    motivation: "Het plan brengt ouderen bij elkaar. De kosten van de keuken kunnen lager.",
    objectionUntil: "2027-01-19",
    objectionAddress: ["Gemeente Voorbeeldstad", "Bezwaar en beroep", "Postbus 1", "0000 AA Voorbeeldstad"],
    award: {
      amountCents: 700_000,
      amountAppliedForCents: 785_050,
      instrument: "subsidy",
      startsOn: "2027-01-01",
      endsOn: "2027-12-31",
      instalments: [
        { amountCents: 400_000, plannedOn: "2027-01-08" },
        { amountCents: 300_000, plannedOn: "2027-06-01" },
      ],
      conditions: ["U laat de keuken keuren voor de eerste maaltijd."],
    },
  },
  "transfer-waiting": { ...about, amountCents: 400_000, expiresOn: "2027-01-20" },
  "transfer-paid": {
    ...about,
    amountCents: 400_000,
    paidOn: "2027-01-08",
    bankReference: "HEVEL 2026-0412/1",
    leftCents: 300_000,
  },
  "expense-waiting": { ...about, amountCents: 123_450, supplier: "Bouwmarkt De Hamer", expiresOn: "2027-03-20" },
  "follow-confirm": { ...shared, subject: "de wijk Havenkwartier", path: "/volgen/bevestigen#flw_x.y" },
  update: {
    ...about,
    headline: "De keuken staat!",
    body: "Vrijdag is de keuken geplaatst. Kom zaterdag kijken.",
    followId: "flw_01ARZ3NDEKTSV4RRFFQ69G5FAV" as FollowId,
    unsubscribePath: "/v1/follows/flw_x/unsubscriptions/s3cret",
    unsubscribePagePath: "/afmelden#flw_x.s3cret",
  },
  "evaluation-asked": { ...about, dueOn: "2028-01-28" },
  "evaluation-confirm": {
    ...about,
    score: 8,
    sentence: "De straat is groener dan ooit.",
    path: "/evaluatie/bevestigen#x",
  },
  "mandate-closed": { ...about, spentCents: 685_000, returnedCents: 15_000 },
  "task-waiting": {
    ...about,
    path: "/werk/voorstellen/prp_01ARZ3NDEKTSV4RRFFQ69G5FAV",
    act: "takeDecision",
    dueOn: "2027-01-18",
    amountCents: 700_000,
    preparedBy: "Noor de Wit",
  },
  morning: {
    ...shared,
    day: "2027-01-14",
    path: "/werk",
    settingPath: "/werk/ochtendbrief",
    total: 27,
    tasks: [
      {
        act: "giveAdvice",
        title: "Verkeersveiligheidsverbeteringsplan Havenkwartier",
        enterprise: "Stichting Veilig Oversteken",
        path: "/werk/voorstellen/prp_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        dueOn: "2027-01-11",
      },
      {
        act: "payTransfer",
        title: about.title,
        enterprise: about.enterprise,
        path: "/werk/overhevelingen/trf_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        dueOn: "2027-01-18",
        amountCents: 400_000,
      },
      {
        act: "verifyEnterprise",
        title: "De Buurtschuur",
        enterprise: "De Buurtschuur",
        path: "/werk/ondernemingen/ent_01ARZ3NDEKTSV4RRFFQ69G5FAV",
      },
    ],
  },
  "case-moved": {
    ...about,
    path: "/werk/voorstellen/prp_01ARZ3NDEKTSV4RRFFQ69G5FAV",
    by: "Noor de Wit",
    happened: "given",
    note: "Ik ben twee weken weg. De offerte van de keuken komt nog.",
  },
  "refund-due": { ...about, amountCents: 12_345 },
};
