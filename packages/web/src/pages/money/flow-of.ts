import type { FlowColumn, FlowData, FlowLink, FlowNode } from "../../pictures/flow-layout.ts";
import type { Money } from "../../reading/answers.ts";
import { money, words } from "../../words/nl.ts";

/** More holders than this and the labels no longer fit beside their bars; the smallest go together. */
const enterprisesMax = 8;
const others = "others";

interface Holder {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
  readonly fromPots: readonly { readonly potId: string; readonly cents: number }[];
  readonly spent: readonly { readonly category: keyof typeof words.categories; readonly cents: number }[];
}

/** The money as the drawing wants it: council, pots, enterprises and what it was spent on, with what went from each to each. */
export function flowOf(view: Money): FlowData {
  const pots = view.pots.filter(({ appropriatedCents }) => appropriatedCents > 0);
  const holders = holdersOf(view.enterprises);
  const [council = "", potsLabel = "", enterprises = "", spentOn = ""] = money.columns;
  const columns: FlowColumn[] = [
    { label: council, nodes: [{ id: "council", label: money.council, cents: view.appropriatedCents }] },
    { label: potsLabel, nodes: pots.map(({ id, name, appropriatedCents: cents }) => ({ id, label: name, cents })) },
    { label: enterprises, nodes: holders.map(({ id, label, cents }): FlowNode => ({ id, label, cents })) },
    {
      label: spentOn,
      nodes: view.spentByCategory.map(({ category, amountCents: cents }) => ({
        id: `spent-${category}`,
        label: words.categories[category],
        cents,
      })),
    },
  ];
  const links: FlowLink[] = [
    ...pots.map(({ id, appropriatedCents: cents }) => ({ from: "council", to: id, cents })),
    ...holders.flatMap(({ id, fromPots }) => fromPots.map(({ potId, cents }) => ({ from: potId, to: id, cents }))),
    ...holders.flatMap(({ id, spent }) =>
      spent.map(({ category, cents }) => ({ from: id, to: `spent-${category}`, cents })),
    ),
  ];
  return { columns: columns.filter(({ nodes }) => nodes.length > 0), links };
}

function holdersOf(enterprises: Money["enterprises"]): readonly Holder[] {
  const all = enterprises.map(
    ({ id, name, delegatedCents, fromPots, spentByCategory }): Holder => ({
      id,
      label: name || money.notPublic,
      cents: delegatedCents,
      fromPots: fromPots.map(({ potId, delegatedCents: cents }) => ({ potId, cents })),
      spent: spentByCategory.map(({ category, amountCents: cents }) => ({ category, cents })),
    }),
  );
  if (all.length <= enterprisesMax) return all;
  const [named, rest] = [all.slice(0, enterprisesMax - 1), all.slice(enterprisesMax - 1)];
  return [
    ...named,
    {
      id: others,
      label: money.others(rest.length),
      cents: sum(rest.map(({ cents }) => cents)),
      fromPots: together(
        rest.flatMap(({ fromPots }) => fromPots),
        ({ potId }) => potId,
      ),
      spent: together(
        rest.flatMap(({ spent }) => spent),
        ({ category }) => category,
      ),
    },
  ];
}

/** Adds up the parts that have the same key. */
function together<T extends { readonly cents: number }>(parts: readonly T[], keyOf: (part: T) => string): readonly T[] {
  return [...Map.groupBy(parts, keyOf).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, cents: sum(group.map(({ cents }) => cents)) }];
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
