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
  --certificate UIT        schrijf een bewijs van de uitslag in het bestand UIT
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
  badArguments: (reason: string) => `De opties zijn niet te begrijpen:\n${reason}`,
} as const;
