import type { LossReason } from "../explain.ts";
import type { Phase, Tie } from "../outcome.ts";
import type { Parameters } from "../parameters.ts";
import type { Finding } from "../pb/findings.ts";

/** Every sentence a council clerk reads, in plain Dutch. Names of options and codes stay as they are typed. */

export const usage = `Gebruik: npm run -s tally -- BESTAND.pb [opties]

Telt een stemming over een budget en laat zien welke projecten geld krijgen.

  --rule REGEL             greedy | greedy-no-skip | greedy-threshold | greedy-value |
                           knapsack | equal-shares | phragmen        (standaard: equal-shares)
  --utility MAAT           cost | cardinality | points | points-cost | borda
                           (standaard: cost; bij punten points, bij een rangorde borda)
  --rank-by WAARDE         greedy op volgorde van: votes | score
  --completion AANVULLING  none | utilitarian | add1 | add1-utilitarian   (standaard: none)
  --start BEDRAG           add1 begint bij: exact | integral              (standaard: exact)
  --step CENTEN            add1 verhoogt per stap met zoveel cent         (standaard: 100)
  --stop-when-exhaustive   add1 stopt zodra geen gesteund project meer past
  --comparison MAAT        vergelijk met greedy op: none | satisfaction | exclusion
  --phragmen-stop MANIER   eerste project dat niet past: first (stop) | skip (sla over)
  --tie VOLGORDE           gelijke stand: cost-votes-file | id | lot:SEED (standaard: cost-votes-file)
  --scoring PUNTEN         rangorde: ballot-length | full-borda | lijst zoals 5,4,3,2,1
  --threshold AANTAL       greedy-threshold: minder stemmen (of punten) is geen geld
  --eligibility DEEL       project doet mee vanaf DEEL x kosten / budget van de stemmers, zoals 1/3
  --exclusive ID,ID,...    greedy: van deze projecten hoogstens een (mag vaker)

  --json                   uitslag als JSON
  --explain                ook: waarom won dit project, waarom won dat niet
  --stats                  ook: hoe eerlijk is het geld verdeeld
  --compare                ook: alle regels naast elkaar
  --certificate UIT        schrijf een bewijs van de uitslag in UIT, en in UIT.input.json
                           de invoer in de vorm waar het bewijs over gaat
  --verify BEWIJS          controleer of BEWIJS klopt met BESTAND.pb

Afloop: 0 gelukt, 1 het bewijs klopt niet, 2 bestand of opties niet te begrijpen.
`;

const ruleNames: Readonly<Record<Parameters["rule"], string>> = {
  greedy: "meeste stemmen eerst; wat niet past wordt overgeslagen",
  "greedy-no-skip": "meeste stemmen eerst; stop bij het eerste project dat niet past",
  "greedy-threshold": "meeste stemmen eerst, met een ondergrens",
  "greedy-value": "meeste waarde per euro eerst",
  knapsack: "samen zo veel mogelijk waarde binnen het budget",
  "equal-shares": "gelijke delen (Method of Equal Shares)",
  phragmen: "gelijk opsparen (sequential Phragmén)",
};

const utilityNames: Readonly<Record<Parameters["utility"], string>> = {
  cost: "de kosten van een project",
  cardinality: "elk project telt even zwaar",
  points: "de punten van de stemmer",
  "points-cost": "de punten van de stemmer maal de kosten",
  borda: "de plaats in de rangorde",
};

const completionNames: Readonly<Record<Parameters["completion"], string>> = {
  none: "geen",
  utilitarian: "op volgorde van waarde per euro, zolang het past",
  add1: "het startbedrag stap voor stap verhogen",
  "add1-utilitarian": "het startbedrag stap voor stap verhogen, daarna op waarde per euro",
};

const tieNames: Readonly<Record<Parameters["tie"], string>> = {
  "cost-votes-file": "laagste kosten, dan meeste stemmen, dan plaats in het bestand",
  id: "nummer van het project",
  lot: "laagste kosten, dan meeste stemmen, dan loting",
};

const decisions: Readonly<Record<Tie["decidedBy"], string>> = {
  cost: "laagste kosten",
  votes: "meeste stemmen",
  file: "plaats in het bestand",
  id: "nummer van het project",
  lot: "loting",
};

const phaseNames: Readonly<Record<Phase, string>> = {
  greedy: "",
  knapsack: "",
  "equal-shares": "",
  phragmen: "",
  completion: "aanvulling",
  "all-supported-fit": "alles past",
};

const levels: Readonly<Record<Finding["level"], string>> = {
  note: "opmerking",
  warning: "waarschuwing",
  error: "fout",
};

/** Amounts are written out already. */
interface LossFigures {
  readonly cost: string;
  readonly votes: number;
  readonly start: string;
  readonly left: string;
  readonly spent: readonly string[];
  readonly before: string;
}

const reasons: Readonly<Record<LossReason, (figures: LossFigures) => string>> = {
  unsupported: () => "Niemand stemde op dit project.",
  withdrawn: () => "Het project is ingetrokken.",
  ineligible: () => "Te weinig stemmers steunden het project voor wat het kost.",
  "no-money": ({ cost, before }) => `Het project kost ${cost}; er was nog ${before} toen het aan de beurt was.`,
  stopped: () => "De telling stopte bij een project eerder in de rij dat niet paste.",
  "below-threshold": ({ votes }) => `Het project bleef met ${votes} stemmen onder de ondergrens.`,
  excluded: () => "Een project dat niet samengaat met dit project was eerder aan de beurt.",
  "never-affordable": ({ cost, votes, start }) =>
    `De ${plural(votes, "stemmer", "stemmers")} hadden samen ${start}. Dat is minder dan de kosten van ${cost}.`,
  "money-spent-elsewhere": ({ cost, left, spent }) =>
    `De stemmers gaven hun geld vooral uit aan ${spent.join(", ")}. Samen hielden zij ${left} over; dit project kost ${cost}.`,
  "not-reached": ({ cost }) => `De stemmers hadden de kosten van ${cost} nog niet bij elkaar toen het budget op was.`,
  "not-in-best-set": () => "Andere projecten samen leveren binnen het budget meer op.",
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const nl = {
  usage,
  result: (file: string) => `Uitslag van ${file}`,
  labels: {
    rule: "Regel",
    utility: "Waarde",
    completion: "Aanvulling",
    budget: "Budget",
    voters: "Stemmers",
    endowment: "Startbedrag",
    tie: "Gelijke stand",
    spent: "Uitgegeven",
    left: "Over",
    hash: "SHA-256 bestand",
  },
  rule: (parameters: Parameters) => ruleNames[parameters.rule],
  ruleShort: (parameters: Parameters) => {
    const completion = parameters.completion === "none" ? "" : ` + ${parameters.completion}`;
    return `${parameters.rule}${completion}`;
  },
  utility: (parameters: Parameters) => utilityNames[parameters.utility],
  completion: (parameters: Parameters) => completionNames[parameters.completion],
  tieOrder: (parameters: Parameters) =>
    parameters.tie === "lot" ? `${tieNames.lot} (seed ${parameters.lotSeed ?? ""})` : tieNames[parameters.tie],
  perVoter: (amount: string) => `${amount} per stemmer`,
  raised: (amount: string, start: string) => `${amount} per stemmer (verhoogd van ${start})`,
  columns: {
    number: "nr",
    project: "project",
    name: "naam",
    cost: "kosten",
    votes: "stemmen",
    score: "punten",
    together: "samen",
    remark: "",
  },
  winners: (count: number) => `Gekozen: ${plural(count, "project", "projecten")}`,
  losers: (count: number) => `Niet gekozen: ${plural(count, "project", "projecten")}`,
  phase: (phase: Phase) => phaseNames[phase],
  withdrawn: "ingetrokken",
  ties: (count: number) => (count === 0 ? "Er was geen gelijke stand." : `Gelijke stand: ${count} keer`),
  tie: ({ projects, round, decidedBy, mattered }: Tie) =>
    `ronde ${round}: ${projects.join(", ")}; beslist op ${decisions[decidedBy]}; ` +
    (mattered
      ? "een andere volgorde had andere winnaars gegeven"
      : "een andere volgorde had dezelfde winnaars gegeven"),
  comparison: (rule: number, greedy: number, kept: "rule" | "greedy") =>
    `Vergelijking met meeste stemmen eerst: ${plural(rule, "stemmer", "stemmers")} beter af met deze regel, ` +
    `${greedy} met meeste stemmen eerst. ${kept === "rule" ? "Deze uitslag blijft staan." : "De uitslag van meeste stemmen eerst geldt."}`,
  findings: (count: number) =>
    count === 0 ? "Het bestand is in orde." : `Over het bestand: ${plural(count, "bevinding", "bevindingen")}`,
  finding: ({ code, level, line, message }: Finding) =>
    `${code} ${levels[level]}${line === 0 ? "" : `, regel ${line}`}: ${message}`,
  unreadable: (file: string) => `${file} kan niet worden geteld.`,
  noFile: (file: string, reason: string) => `${file} kan niet worden geopend: ${reason}`,
  refused: (reason: string) => `Zo kan niet worden geteld: ${reason}`,
  explain: {
    winners: "Waarom deze projecten wonnen",
    losers: "Waarom deze projecten niet wonnen",
    round: (number: number, project: string) => `${number}. ${project}`,
    price: (round: { price: string; votes: number; full: number; less: number; pointed: boolean }) =>
      round.price === ""
        ? "Het project kost niets."
        : `${plural(round.votes, "stemmer", "stemmers")}; ${round.full} ${round.full === 1 ? "betaalt" : "betalen"} ${round.price}` +
          `${round.pointed ? " per punt" : ""}${round.less === 0 ? "" : `, ${round.less} ${round.less === 1 ? "betaalt" : "betalen"} minder: alles wat zij nog hadden`}.`,
    reason: (reason: LossReason, figures: LossFigures) => reasons[reason](figures),
    cheaper: (cost: string) => `Bij kosten van ${cost} had het gewonnen.`,
    more: (count: number, written: string, points: boolean) => {
      if (points) return `Met ${written} ${count === 1 ? "punt" : "punten"} meer had het gewonnen.`;
      return `Met ${written} extra ${count === 1 ? "stemmer" : "stemmers"} (alleen voor dit project) had het gewonnen.`;
    },
    endowment: (amount: string) => `De bedragen hieronder gaan uit van het startbedrag van ${amount} per stemmer.`,
    support: (share: string) => `Effectieve steun: ${share} van de kosten.`,
  },
  stats: {
    title: "Hoe eerlijk is het geld verdeeld",
    labels: {
      excluded: "Stemmers zonder gekozen project",
      meanWinners: "Gekozen projecten per stemmer",
      meanCost: "Kosten daarvan per stemmer",
      shareDistance: "Afstand tot eerlijk deel, gemiddeld",
      shareRatio: "Eerlijk deel gehaald, gemiddeld",
      powerInequality: "Ongelijkheid van invloed (0 is gelijk)",
      ejrPlus: "Groepen die te kort komen (EJR+)",
      ejrPlusUpToOne: "Idem, op een project na",
    },
    violations: (projects: readonly string[]) =>
      projects.length === 0 ? "geen" : `${projects.length}: ${projects.join(", ")}`,
    histogram: "Aantal gekozen projecten per stemmer",
    bar: (won: number, voters: number, hashes: string) =>
      `${String(won).padStart(3)}  ${String(voters).padStart(7)}  ${hashes}`.trimEnd(),
  },
  compared: {
    title: "Alle regels naast elkaar",
    rule: "regel",
    winners: "gekozen",
    cost: "kosten",
    excluded: "zonder project",
    meanWinners: "per stemmer",
    shareRatio: "eerlijk deel",
    powerInequality: "ongelijkheid",
    weighed: "De twee uitslagen die zijn vergeleken",
    ruleItself: "deze regel",
    greedy: "meeste stemmen eerst",
    ejr: "te kort (EJR+)",
    projects: "Welke regel kiest welk project",
  },
  certificate: (paths: readonly string[]) => `Bewijs geschreven: ${paths.join(" en ")}`,
  verify: {
    valid: (path: string) => `Het bewijs ${path} klopt.`,
    invalid: (path: string) => `Het bewijs ${path} klopt NIET:`,
    recounted: "Wat het bewijs niet zelf laat zien is opnieuw geteld; het kwam overeen.",
    winners: (winners: readonly string[]) => `Gekozen: ${winners.join(", ")}`,
  },
  badArguments: (reason: string) => `De opties zijn niet te begrijpen:\n${reason}`,
} as const;
