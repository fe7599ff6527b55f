import type { FlowColumn, FlowData, FlowLink, FlowNode } from "../../pictures/flow-layout.ts";
import type { Money } from "../../reading/answers.ts";
import { linesPath, paths } from "../../site/paths.ts";
import { money, words } from "../../words/nl.ts";

/** More pots than this and their names no longer fit; the smallest go together. */
const potsMax = 6;
const otherPots = "other-pots";
const otherHolders = "others";

type Pot = Money["pots"][number];

/** Whose money came how far: an enterprise, or the others together. */
type Holder = Omit<Money["enterprises"][number], "name"> & { readonly label: string; readonly href?: string };

/** The money as the drawing wants it: council, pots, enterprises and what it was spent on, with what went from each to each. */
export function flowOf(view: Money, year?: string): FlowData {
  const filled = view.pots
    .filter(({ appropriatedCents }) => appropriatedCents > 0)
    .toSorted((left, right) => right.appropriatedCents - left.appropriatedCents);
  const named = filled.length <= potsMax ? filled : filled.slice(0, potsMax - 1);
  const rest = filled.slice(named.length);
  const potOf = new Map([
    ...named.map(({ id }) => [id as string, id as string] as const),
    ...rest.map(({ id }) => [id as string, otherPots] as const),
  ]);
  const pots = [...named.map((pot) => potNode(pot)), ...(rest.length === 0 ? [] : [otherPotsNode(rest)])];
  const holders = holdersOf(view);
  const [council = "", potsLabel = "", enterprises = "", spentOn = ""] = money.columns;
  const columns: FlowColumn[] = [
    {
      label: council,
      nodes: [
        {
          id: "council",
          label: money.council,
          cents: view.appropriatedCents,
          href: linesPath({ soort: "vrijgemaakt", jaar: year }),
          fillings: [{ as: "spent", cents: view.appropriatedCents }],
        },
      ],
    },
    { label: potsLabel, nodes: pots },
    { label: enterprises, nodes: holders.map(holderNode) },
    {
      label: spentOn,
      nodes: view.spentByCategory.map(({ category, amountCents: cents }) => ({
        id: `spent-${category}`,
        label: words.categories[category],
        cents,
        href: linesPath({ soort: "uitgegeven", waaraan: category, jaar: year }),
        fillings: [{ as: "spent", cents }],
      })),
    },
  ];
  const links: FlowLink[] = [
    ...pots.map(({ id, cents }) => ({ from: "council", to: id, cents })),
    ...holders.flatMap(({ id, fromPots }) =>
      together(
        fromPots.map(({ potId, awardedCents }) => ({ from: potOf.get(potId) ?? otherPots, cents: awardedCents })),
      ).map(({ from, cents }) => ({ from, to: id, cents })),
    ),
    ...holders.flatMap(({ id, spentByCategory }) =>
      spentByCategory.map(({ category, amountCents: cents }) => ({ from: id, to: `spent-${category}`, cents })),
    ),
  ];
  return { columns: columns.filter(({ nodes }) => nodes.length > 0), links };
}

/** What is awarded has left the pot; what is not, still waits in it. */
function potNode({ id, name, appropriatedCents, awardedCents }: Pot): FlowNode {
  return {
    id,
    label: name,
    cents: appropriatedCents,
    href: linesPath({ pot: id }),
    fillings: [
      { as: "spent", cents: Math.min(awardedCents, appropriatedCents) },
      { as: "awarded", cents: appropriatedCents - awardedCents },
    ],
  };
}

function otherPotsNode(rest: readonly Pot[]): FlowNode {
  const appropriated = sum(rest.map(({ appropriatedCents }) => appropriatedCents));
  const awarded = sum(rest.map(({ awardedCents }) => awardedCents));
  return {
    id: otherPots,
    label: money.others(rest.length),
    cents: appropriated,
    fillings: [
      { as: "spent", cents: Math.min(awarded, appropriated) },
      { as: "awarded", cents: appropriated - awarded },
    ],
  };
}

function holdersOf({ enterprises, others }: Money): readonly Holder[] {
  const named = enterprises.map(
    (of): Holder => ({
      ...of,
      label: of.name || money.hiddenName,
      ...(of.name === "" ? {} : { href: paths.enterprise(of.id) }),
    }),
  );
  if (others === undefined || others.awardedCents <= 0) return named;
  const { count, ...rest } = others;
  return [
    ...named,
    { ...rest, id: otherHolders as Holder["id"], label: money.others(count), href: paths.enterprises() },
  ];
}

function holderNode({ id, label, href, awardedCents, paidCents, spentCents }: Holder): FlowNode {
  return {
    id,
    label,
    cents: awardedCents,
    href,
    fillings: [
      { as: "spent", cents: spentCents },
      { as: "paid", cents: paidCents - spentCents },
      { as: "awarded", cents: awardedCents - paidCents },
    ],
  };
}

/** Adds up the parts that come from the same pot. */
function together(parts: readonly { readonly from: string; readonly cents: number }[]) {
  return [...Map.groupBy(parts, ({ from }) => from)].map(([from, of]) => ({
    from,
    cents: sum(of.map(({ cents }) => cents)),
  }));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
