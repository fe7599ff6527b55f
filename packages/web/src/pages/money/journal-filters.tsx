import { createSignal, For, Show, Suspense } from "solid-js";
import { dateProblem } from "../../forms/field-errors.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { createSearch, oneOf } from "../../site/search.ts";
import { districtName, useSite } from "../../site/site.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { formatDate, parseDate } from "../../words/dates.ts";
import { money, words } from "../../words/nl.ts";

export const filterNames = ["soort", "wijk", "onderneming", "mandaat", "pot", "jaar", "waaraan", "van", "tot"] as const;

export type JournalSearch = ReturnType<typeof createSearch<(typeof filterNames)[number]>>;

/** The filters of the journal in the address. */
export const createJournalSearch = (): JournalSearch => createSearch<(typeof filterNames)[number]>();

/** The figures of the site, by the word the address has for them. */
const figures = {
  vrijgemaakt: "appropriated",
  toegekend: "awarded",
  betaald: "paid",
  uitgegeven: "spent",
} as const;

/** What the address asks, as the API asks it. */
export function askedOf(search: JournalSearch) {
  const figure = oneOf(figures, search.get("soort"));
  return {
    figure: figure === undefined ? undefined : figures[figure],
    kind: oneOf(money.kinds, search.get("soort")),
    district: search.get("wijk"),
    enterpriseId: search.get("onderneming"),
    mandateId: search.get("mandaat"),
    potId: search.get("pot"),
    year: search.get("jaar"),
    category: oneOf(words.categories, search.get("waaraan")),
    from: search.get("van"),
    until: search.get("tot"),
  };
}

/** What was chosen elsewhere on the site and has no field here: said in words, and taken away with one press. */
export function Narrowed(props: { readonly search: JournalSearch }) {
  const chosen = () =>
    (["mandaat", "pot", "jaar", "waaraan"] as const).flatMap((name) => {
      const value = props.search.get(name);
      if (value === "") return [];
      const category = oneOf(words.categories, value);
      const label = {
        mandaat: money.only.mandate,
        pot: money.only.pot,
        jaar: value,
        waaraan: category && words.categories[category],
      };
      return [{ name, label: label[name] ?? value }];
    });
  return (
    <Show when={chosen().length > 0}>
      <ul class="cluster plain no-print" aria-label={money.only.title}>
        <For each={chosen()}>
          {({ name, label }) => (
            <li>
              <Button onPress={() => props.search.set(name, "")}>{money.only.remove(label)}</Button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** On paper: which lines these are. The boxes to choose with are not printed. */
export function ChosenOnPaper(props: { readonly search: JournalSearch }) {
  const site = useSite();
  const enterprises = createEnterprises();
  const chosen = () => {
    const { get } = props.search;
    const kind = oneOf(money.kinds, get("soort"));
    const figure = oneOf(money.figures, get("soort"));
    const category = oneOf(words.categories, get("waaraan"));
    const all: readonly (readonly [label: string, value: string | undefined])[] = [
      [money.district, get("wijk") && districtName(site(), get("wijk"))],
      [money.enterprise, enterprises.value()?.items.find(({ id }) => id === get("onderneming"))?.name],
      [money.kind, kind === undefined ? figure && money.figures[figure] : money.kinds[kind]],
      [money.only.title, get("mandaat") && money.only.mandate],
      [money.only.title, get("pot") && money.only.pot],
      [money.year, get("jaar")],
      [money.sheet.category, category && words.categories[category]],
      [money.from, get("van") && formatDate(get("van"))],
      [money.until, get("tot") && formatDate(get("tot"))],
    ];
    return all.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  };
  return (
    <Suspense>
      <p class="print-only">{chosen().join(". ") || money.allLines}</p>
    </Suspense>
  );
}

/** District, enterprise, kind and period; what is chosen is in the address at once. */
export function JournalFilters(props: { readonly search: JournalSearch }) {
  const site = useSite();
  return (
    <search class="sieve" aria-label={money.filters}>
      <SelectField
        name="wijk"
        label={money.district}
        value={props.search.get("wijk")}
        onInput={(value) => props.search.set("wijk", value)}
        alwaysChosen
        options={[
          { value: "", label: money.all },
          ...(site().municipality?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Suspense>
        <EnterpriseFilter search={props.search} />
      </Suspense>
      <SelectField
        name="soort"
        label={money.kind}
        value={props.search.get("soort")}
        onInput={(value) => props.search.set("soort", value)}
        alwaysChosen
        options={[
          { value: "", label: money.all },
          ...Object.entries(money.figures).map(([value, label]) => ({ value, label })),
          ...Object.entries(money.kinds).map(([value, label]) => ({ value, label: money.onlyKind(label) })),
        ]}
      />
      <DayFilter search={props.search} name="van" label={money.from} />
      <DayFilter search={props.search} name="tot" label={money.until} />
    </search>
  );
}

const createEnterprises = () =>
  createReading(
    () => true,
    () => answer(api.enterprises.$get({ query: {} })),
  );

/** The enterprises by name; one that is chosen and not among them is kept in the address. */
function EnterpriseFilter(props: { readonly search: JournalSearch }) {
  const reading = createEnterprises();
  return (
    <SelectField
      name="onderneming"
      label={money.enterprise}
      value={props.search.get("onderneming")}
      onInput={(value) => props.search.set("onderneming", value)}
      alwaysChosen
      options={[
        { value: "", label: money.all },
        ...(reading.value()?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

/** A day as it is typed; only a whole day goes into the address. */
function DayFilter(props: { readonly search: JournalSearch; readonly name: "van" | "tot"; readonly label: string }) {
  const [typed, setTyped] = createSignal<string>();
  const [error, setError] = createSignal<string>();
  const value = () => typed() ?? props.search.get(props.name);
  const input = (text: string) => {
    setTyped(text);
    const reading = parseDate(text);
    if (reading.ok) props.search.set(props.name, reading.date);
    else if (reading.problem === "empty") props.search.set(props.name, "");
    // A date that is still being typed is no mistake yet.
    const isUnfinished = reading.ok || reading.problem === "empty" || reading.problem === "incomplete";
    setError(isUnfinished ? undefined : dateProblem(text));
  };
  return <DateField name={props.name} label={props.label} value={value()} onInput={input} error={error()} optional />;
}
