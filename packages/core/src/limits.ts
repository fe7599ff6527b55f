/** Every limit of the portal, with its reason. Lengths of text are code points of the cleaned text: `countCharacters`. */
export const limits = {
  /** A title must fit in a letter's subject line and on a card. */
  titleLengthMax: 80,
  /** A summary is what a council member reads first: about 50 words. */
  summaryLengthMax: 400,
  /** Free text of one subject: about one A4. */
  textLengthMax: 4_000,
  /** A note, sentence or reason. */
  noteLengthMax: 1_000,
  /** A person's, supplier's or partner's name. */
  nameLengthMax: 120,
  /** RFC 5321 section 4.5.3.1. */
  emailLengthMax: 254,
  /** Longer is a tracking link, not an address people type. */
  websiteLengthMax: 200,
  /** Ten million million cents: far under 2^53, far over any municipal budget (reference: money 1.1). */
  amountCentsMax: 1_000_000_000_000,
  /** Enough for a whole board to write at once; stops a script. */
  draftsPerEnterpriseMax: 20,
  /** Before anybody at city hall looked: one to send in and some to try. */
  draftsUnverifiedMax: 3,
  /** Waiting for city hall at a time: more than any enterprise can carry out. */
  openProposalsMax: 10,
  /** The one that made somebody register, and one more. */
  openProposalsUnverifiedMax: 2,
  /** Sending in and taking back again is work for city hall each time. */
  submissionsPerEnterpriseDayMax: 10,
  /** Each change is a letter to the whole board and a version that is kept. */
  planEditsPerEnterpriseDayMax: 20,
  /** A profile is written in an evening, with second thoughts; each change of it is looked at again. */
  profileEditsPerEnterpriseDayMax: 40,
  /** A council sits for four years; who plans for the next one too needs a year to finish. Also as far as a budget looks back. */
  planYearsMax: 5,
  /** Each is a line of its own in that district's list; who is for more is for the whole municipality. */
  districtsPerPlanMax: 10,
  milestonesMax: 20,
  budgetLinesMax: 30,
  partnersMax: 20,
  instalmentsMax: 12,
  conditionsMax: 20,
  /** A board larger than this is a members' meeting. */
  membersMax: 25,
  districtsPerEnterpriseMax: 30,
  questionsMax: 8,
  /** As long as any number, with blanks and signs between its digits. */
  phoneLengthMax: 40,
  /** Questions of neighbours a day: each is a letter to a whole board. */
  questionsPerEnterpriseDayMax: 20,
  /** Of one network to one enterprise, and under one address: a few of them never fill what all share. */
  questionsPerNetworkAndEnterpriseDayMax: 3,
  questionsPerAskerDayMax: 5,
  /** When what all networks share of one thing is used up: so many that did not take of it yet still have one. */
  newcomersPerTargetDayMax: 30,
  /** A library or a village hall shares one. */
  questionsPerNetworkDayMax: 10,
  /** Of one proposal: quotes, a drawing, statutes. */
  attachmentsMax: 10,
  /** Versions after which files of what was sent in are no longer changed one by one: each change is a version to keep. */
  attachmentVersionsMax: 60,
  /** A phone photo is 3 to 8 MB. */
  fileBytesMax: 10 * 1024 * 1024,
  /** Sign-in (issue: 15 minutes, 5 tries). */
  signInMinutes: 15,
  signInTriesMax: 5,
  /** Letters with a sign-in code per address and caller (a known browser, a network): stops filling somebody's mailbox (reference: reliability T23). */
  signInsPerAddressMax: 3,
  signInsPerAddressMinutes: 15,
  signInsPerAddressDayMax: 12,
  /** All networks together that never signed in with an address: more is no mistake. Known callers are not counted here. */
  lettersFromStrangersMax: 6,
  lettersFromStrangersMinutes: 60,
  lettersFromStrangersDayMax: 20,
  /** A browser that signed in before is known for half a year: who comes twice a year keeps it. */
  knownBrowserDays: 183,
  /** Wrong codes and links per network: 5 tries of a letter each, from a village hall full of people. */
  wrongCodesPerPrefixMax: 60,
  wrongCodesPerPrefixMinutes: 15,
  /** Per /24 (IPv4) or /64 (IPv6): a library or a village hall shares one. */
  signInsPerPrefixMax: 30,
  signInsPerPrefixMinutes: 15,
  /** A school that works with it for a day; a stranger who writes to a whole street does not get far. */
  signInsPerPrefixDayMax: 200,
  followsPerPrefixDayMax: 30,
  /** An opinion under an address that is not signed in is a stranger's words in the municipality's name: a handful. */
  voicesPerPrefixDayMax: 5,
  /** "I do not know this" counts a year for what strangers ask, and some days for sign-in letters from the same network. */
  mailRefusedDays: 365,
  networkRefusedDays: 7,
  refusedNetworksMax: 20,
  /** Follow requests and resident evaluations ask for a confirmation letter too. */
  lettersPerAddressDayMax: 10,
  /** Tries of one letter; with the pauses between them (letter/deliver.ts) some 40 hours, longer than SES was ever away. */
  letterTriesMax: 8,
  /** A letter that nobody picked up by then was missed by the stream. */
  letterLeftBehindMinutes: 2,
  /** Time to sign in at the identity provider. */
  staffSignInMinutes: 10,
  sessionHours: 12,
  staffSessionHours: 8,
  /** A desk left alone: after so long without a request a staff session is over (BIO2: lock what is not used). */
  staffIdleMinutes: 30,
  /** That staff are there is written down at most so often: no write on every request. */
  staffSeenMinutes: 1,
  /** Moving more than this asks for a sign-in of a moment ago; a municipality may set its own. */
  freshSignInAboveCents: 1_000_000,
  /** What "a moment ago" is: long enough to work through a list of payments. */
  freshSignInMinutes: 10,
  invitationDays: 14,
  /** Before anybody checked an enterprise its invitations are a stranger's words in the municipality's name: a handful. */
  invitationsUnverifiedPerEnterpriseDayMax: 5,
  invitationsUnverifiedPerInviterDayMax: 5,
  /** A village hall founds two enterprises in one evening. */
  invitationsUnverifiedPerNetworkDayMax: 10,
  /** A whole board in a day. */
  invitationsPerEnterpriseDayMax: 25,
  invitationsPerInviterDayMax: 25,
  invitationsPerNetworkDayMax: 60,
  /** To one human from one network, of whichever board; and of networks new to them, when that day's letters are all sent. */
  invitationsPerNetworkAndAddressDayMax: 5,
  newcomersPerAddressDayMax: 5,
  /** Enterprises that are remembered under one look of a name; who comes after is doubtful all the same. */
  nameHoldersMax: 20,
  /** An address that does not confirm is forgotten. */
  followConfirmDays: 7,
  /** Words under an address that is not confirmed are forgotten; long enough for a holiday within the four weeks. */
  voiceConfirmDays: 14,
  /** Members of now and of before: an enterprise is one record of at most 400 kB. */
  memberRecordsMax: 100,
  /** Stops a script from filling the list; nobody founds more in a day. */
  enterprisesPerPersonDayMax: 5,
  /** A year's receipts in one evening. */
  filesPerEnterpriseDayMax: 200,
  uploadMinutes: 15,
  /** Largest picture that is decoded whole: phones make up to 50 million pixels; a picture of 40,000 by 40,000 is an attack. */
  imagePixelsMax: 64_000_000,
  /** Longest side of a picture that is decoded: a panorama is 16,000; one row of 64 million pixels takes 5 GB. */
  imageSideMax: 20_000,
  /** Largest JPEG: it is made smaller while it is read. Phones make up to 200 million pixels. */
  jpegPixelsMax: 250_000_000,
  /** What a PDF may become when it is opened: a thousand pages of small print are 30 MB; 300 MB take 12 seconds. */
  pdfUnpackedBytesMax: 48 * 1024 * 1024,
  /** Things a PDF may say it consists of: a book has some ten thousand; saying so costs no bytes. */
  pdfObjectsMax: 500_000,
  /** Streams with such things in it, some hundred things each. */
  pdfStreamsMax: 5_000,
  /** Longest side of the copy of a receipt: A4 at 400 dots an inch, good enough for the small print. */
  receiptSideMax: 5_000,
  /** Largest copy of a public photo: a few seconds on a weak telephone connection. */
  photoBytesMax: 600_000,
  /** Longest side of a public photo, in pixels. */
  photoSideMax: 2_000,
  /** A repeat of a request that moves no money comes within a day, or not at all (reference: money 1.5). */
  idempotencyHours: 24,
  /** How often who is refused for a budget looks whether a twin of the request was done meanwhile: a double press, not a queue. */
  looksForTwin: 5,
  /** Groups of the identity provider that give roles: the table of roles names each up to seven times, in one record. */
  groupsMax: 100,
  /** Groups of one person that are kept: large organisations have hundreds, a few of which are of this portal. */
  groupsOfPersonMax: 1_000,
  /** A proposed transfer that nobody approves gives its reservation back. */
  transferDays: 28,
  /** A prepared booking (a filled pot, money that came back) that nobody confirms gives its reservation back. */
  orderDays: 28,
  /** A proposed bank account waits this long for a second member; each proposal writes to the whole board. */
  ibanProposalDays: 14,
  /** Who is to leave the board waits this long for a second member, as a proposed account does. */
  removalDays: 14,
  ibanProposalsPerEnterpriseDayMax: 5,
  /** A correction that nobody books is over, as a proposed account: a question nobody can end would keep the mandate open. */
  correctionDays: 14,
  /** An entered expense that nobody confirms gives its reservation back. */
  expenseDays: 60,
  /** Awb 4:13 lid 2: a reasonable term is over after eight weeks at the latest. */
  decisionTermDays: 56,
  /** Time the enterprise gets to complete its proposal (Awb 4:5: a term set by the authority). */
  completionDays: 28,
  /** Less is no time to ask one's board; more keeps the clock standing for a season. */
  completionDaysMin: 7,
  completionDaysMax: 90,
  /** Time to write the evaluation: four weeks, as the board does this beside its work. */
  evaluationDays: 28,
  /** News is mailed to every follower: more a day is a mistake, or a nuisance. */
  updatesPerProposalDayMax: 5,
  /** The same for all of an enterprise's proposals together: whoever follows a district gets all of them. */
  updatesPerEnterpriseDayMax: 8,
  /** Reports need no account: a handful a day is a neighbourhood that cares, more is a nuisance. */
  reportsPerNetworkDayMax: 10,
  /** Of one network about one thing; others can always report it too. */
  reportsPerTargetDayMax: 3,
  /** Reports whose words are kept beside one thing; all are counted. */
  reportsKeptMax: 20,
  /** Formal messages need no account, and each has a letter: a family that objects in one evening. */
  formalPerNetworkDayMax: 20,
  /** Under one address from one network, and from all together: each has a receipt, and nobody confirmed the address. */
  formalPerSenderDayMax: 6,
  formalPerSenderDayTotalMax: 30,
  /** Of one network about one thing; whoever writes from elsewhere is never kept from it. */
  formalPerSubjectDayMax: 10,
  /** Of one message: each has a receipt, and nobody confirmed the address. */
  formalSupplementsDayMax: 3,
  formalFilesPerNetworkDayMax: 40,
  /** All networks together, so that nobody rents space here: 5 GB a day (and one file for each network that comes after), forgotten after `unclaimedFileDays`. */
  formalFilesDayMax: 500,
  /** Things that happen to one message: supplements and answers, all in one transaction when it is forgotten. */
  formalStepsMax: 30,
  /** A file that nothing refers to by then was left behind by who uploaded it. */
  unclaimedFileDays: 7,
  /** Awb 4:17 lid 3, Awb 9:11, and Awb 4:13 for the rest. Of an objection: setting `objectionAnswerWeeks`. */
  formalAnswerDays: { "default-notice": 14, complaint: 42, other: 56 },
  /** A message is kept seven years after it was answered (VNG selectielijst, objections and complaints). */
  formalKeptDays: 7 * 365,
  /** Forgotten in one round of the schedule; the rest waits for the next. */
  forgottenAtOnceMax: 100,
  /** Corrections of one piece of news, one promise or one advice; the earlier words are kept. */
  correctionsMax: 10,
  /** Awb 6:7. */
  objectionDays: 42,
  /** Awb 4:87. */
  paymentDays: 42,
  /** A week of a busy municipality; more is no news any more. */
  homeEventsMax: 40,
  /** Promises a track record names of each kind: more is a list of its own. */
  promisesNamedMax: 5,
  /** Enterprises the drawing of the money names: more labels do not fit beside their bars. */
  flowHoldersMax: 7,
  /** Of one proposal at a time, so that its page stays far under the 6 MB that Lambda carries, however long it lives. */
  updatesShownMax: 20,
  eventsShownMax: 100,
  expensesShownMax: 50,
  voicesShownMax: 100,
  homeUpdatesMax: 6,
  /** Cards on the page of a district; the list of proposals has the others. */
  districtProposalsMax: 50,
  districtUpdatesMax: 6,
  districtEvaluationsMax: 6,
  /** Of each kind that waits (proposals, enterprises, payments), earliest first: more is a list nobody reads. */
  workListMax: 300,
  /** People who work at a city hall and use this; a list of everybody with a role is read at once. */
  staffMax: 1_000,
  /** People who get the same letter about one task: a college or a team is smaller, and a transaction has 100 changes. */
  calledMax: 40,
  /** Who must act within so many days (a weekend is among them) is written to at once, and not next morning. */
  urgentDays: 5,
  /** Hour of the day in Amsterdam from which the morning letter leaves: before a working day begins. */
  morningHour: 7,
  /** Tasks a morning letter names one by one; the rest it counts. */
  morningTasksMax: 25,
  /** So long it is remembered who got a morning letter, and which task was called. */
  morningLetterDays: 30,
  taskCallDays: 400,
  pageSizeMax: 100,
  /** The whole ledger is added up again after a booking, at most once in so long: it reads everything there is. */
  recountMinutes: 60,
  /** So long an older version of what is published stays for who is reading it, or when the scheduler is away. */
  publicationDays: 7,
  /** Pieces of 100,000 characters in one answer: far under the 6 MB that Lambda carries, and what BatchGetItem gives at once. */
  publicationPiecesPerPart: 30,
  /** DynamoDB's own limit for one transaction. */
  transactionItemsMax: 100,
  /** A re-read and rebuild after somebody else was first: one more than people who book on one account in the same instant. */
  staleRetriesMax: 25,
} as const;
