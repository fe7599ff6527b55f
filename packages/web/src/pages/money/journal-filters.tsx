import { createSignal, Suspense } from "solid-js";
import { dateProblem } from "../../forms/field-errors.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import type { createSearch } from "../../site/search.ts";
import { useSite } from "../../site/site.ts";
import { DateField } from "../../ui/date-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { parseDate } from "../../words/dates.ts";
import { money } from "../../words/nl.ts";

export const filterNames = ["wijk", "onderneming", "soort", "van", "tot"] as const;

export type JournalSearch = ReturnType<typeof createSearch<(typeof filterNames)[number]>>;

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
          ...Object.entries(money.kinds).map(([value, label]) => ({ value, label })),
        ]}
      />
      <DayFilter search={props.search} name="van" label={money.from} />
      <DayFilter search={props.search} name="tot" label={money.until} />
    </search>
  );
}

/** Only enterprises that have had money: others have no lines. */
function EnterpriseFilter(props: { readonly search: JournalSearch }) {
  const reading = createReading(
    () => true,
    () => answer(api.money.$get({ query: {} })),
  );
  return (
    <SelectField
      name="onderneming"
      label={money.enterprise}
      value={props.search.get("onderneming")}
      onInput={(value) => props.search.set("onderneming", value)}
      alwaysChosen
      options={[
        { value: "", label: money.all },
        ...(reading.value()?.enterprises ?? []).map(({ id, name }) => ({ value: id, label: name })),
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
