import {
  type Deps,
  getDistrict,
  getEnterprise,
  getHome,
  getMandate,
  getMoney,
  type JournalFigure,
  type JournalFilter,
  type JournalView,
  listJournal,
  listPots,
  sumJournal,
  type Vessel,
} from "@hevel/core";

/** One figure as the site shows it, with the lines of the journal that its link opens. */
export interface PublicFigure {
  readonly name: string;
  readonly cents: number;
  readonly filter: JournalFilter & { readonly figure: JournalFigure };
}

type Fillings = Pick<Vessel, "awardedCents" | "paidCents" | "spentCents">;

function fillings(name: string, of: Fillings, scope: JournalFilter): readonly PublicFigure[] {
  return [
    { name: `${name} awarded`, cents: of.awardedCents, filter: { ...scope, figure: "awarded" } },
    { name: `${name} paid`, cents: of.paidCents, filter: { ...scope, figure: "paid" } },
    { name: `${name} spent`, cents: of.spentCents, filter: { ...scope, figure: "spent" } },
  ];
}

/** Every figure about money that anybody can read: home, money page, pots, map, districts, enterprises and mandates. */
export async function publicFigures(deps: Deps): Promise<readonly PublicFigure[]> {
  const [home, money, pots, mandates] = await Promise.all([
    getHome(deps),
    getMoney(deps, {}),
    listPots(deps),
    deps.store.listAll("mandates", {}),
  ]);
  const years = await Promise.all(money.years.map(async (year) => ({ year, of: await getMoney(deps, { year }) })));
  const districts = await Promise.all(
    deps.municipality.districts.map(({ code }) => getDistrict(deps, { districtCode: code })),
  );
  const holders = [...new Set(mandates.map(({ enterpriseId }) => enterpriseId))];
  const enterprises = await Promise.all(
    holders.map((enterpriseId) => getEnterprise(deps, { kind: "visitor" }, { enterpriseId })),
  );
  const views = await Promise.all(mandates.map(({ id }) => getMandate(deps, { kind: "visitor" }, { mandateId: id })));
  const appropriated = (name: string, cents: number, scope: JournalFilter): PublicFigure => ({
    name: `${name} appropriated`,
    cents,
    filter: { ...scope, figure: "appropriated" },
  });
  return [
    ...fillings("home", home.figures, {}),
    appropriated("money", money.appropriatedCents, {}),
    ...fillings("money", money, {}),
    ...years.flatMap(({ year, of }) => [
      appropriated(`money of ${year}`, of.appropriatedCents, { year }),
      ...fillings(`money of ${year}`, of, { year }),
      ...of.enterprises.flatMap((holder) =>
        fillings(`${year}, ${holder.name}`, holder, { year, enterpriseId: holder.id }),
      ),
    ]),
    ...money.districts.flatMap((of) => fillings(`map, ${of.district}`, of, { district: of.district })),
    ...money.enterprises.flatMap((of) => fillings(`flow, ${of.name}`, of, { enterpriseId: of.id })),
    ...pots.flatMap((pot) => [
      appropriated(`pot ${pot.name}`, pot.appropriatedCents, { potId: pot.id }),
      ...fillings(`pot ${pot.name}`, pot, { potId: pot.id }),
    ]),
    ...districts.flatMap(({ code, name, money: of }) => fillings(name, of.vessel, { district: code })),
    ...enterprises.flatMap(({ id, name, money: of, mandates: held }) => [
      ...fillings(name, of, { enterpriseId: id }),
      ...held.flatMap((mandate) => fillings(`card ${mandate.title}`, mandate.vessel, { mandateId: mandate.id })),
    ]),
    ...views.flatMap(({ id, title, balances }) => fillings(title, balances, { mandateId: id })),
  ];
}

/** What adds to a figure and what is taken off it, written down once more so that it is not the same code. */
const signs: Readonly<Record<JournalFigure, Partial<Record<JournalView["kind"], 1 | -1>>>> = {
  appropriated: { APPROPRIATION: 1 },
  awarded: { COMMIT: 1, RELEASE: -1 },
  paid: { ADVANCE: 1, REFUND: -1 },
  spent: { SPEND: 1 },
};

/** Every line of a selection, page after page, as a stranger reads them. */
async function readLines(deps: Deps, filter: JournalFilter): Promise<readonly JournalView[]> {
  const lines: JournalView[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listJournal(deps, filter, { limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    lines.push(...page.items);
    cursor = page.cursor;
    if (cursor === undefined) return lines;
  }
}

/** What lines come to for a figure: without what was reversed. */
function addUp(lines: readonly JournalView[], figure: JournalFigure): number {
  const counting = lines.filter(({ reversedBy }) => reversedBy === undefined);
  return counting.reduce((cents, { kind, amountCents }) => cents + (signs[figure][kind] ?? 0) * amountCents, 0);
}

/** Figures that are not the sum of the lines behind them, or whose selection says another total; none when all are true. */
export async function untrueFigures(deps: Deps): Promise<readonly string[]> {
  const found: string[] = [];
  const byScope = Map.groupBy(await publicFigures(deps), ({ filter: { figure: _figure, ...scope } }) =>
    JSON.stringify(Object.entries(scope).toSorted()),
  );
  for (const figures of byScope.values()) {
    const { figure: _figure, ...scope } = figures[0]?.filter ?? {};
    const lines = await readLines(deps, scope);
    for (const { name, cents, filter } of figures) {
      const sum = await sumJournal(deps, filter);
      const [real, total] = [addUp(lines, filter.figure), sum?.[`${filter.figure}Cents`]];
      if (cents !== real || total !== real) found.push(`${name}: ${cents} shown, lines ${real}, selection ${total}`);
    }
  }
  // What a figure's link opens is those lines of everything, and no others.
  const all = await readLines(deps, {});
  for (const figure of ["appropriated", "awarded", "paid", "spent"] as const) {
    const opened = await readLines(deps, { figure });
    const isSpending = ({ kind }: JournalView) => figure === "spent" && kind === "REVERSAL";
    const expected = all.filter((line) => signs[figure][line.kind] !== undefined || isSpending(line));
    if (JSON.stringify(opened.map(({ id }) => id)) !== JSON.stringify(expected.map(({ id }) => id)))
      found.push(`${figure} opens ${opened.length} lines, not ${expected.length}`);
  }
  return found;
}
