import { For, Show } from "solid-js";
import { readAll } from "../../../reading/read-all.ts";
import { createReading, Shown } from "../../../reading/resource.tsx";
import { createSearch, oneOf } from "../../../site/search.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page } from "../../../ui/page.tsx";
import { SaveSheet } from "../../../ui/save-sheet.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Table } from "../../../ui/table.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dayOf } from "../../../words/dates.ts";
import { formatCount } from "../../../words/money.ts";
import { registers, staff } from "../../../words/nl.ts";
import { sheetOf } from "../../../words/sheet.ts";
import { StaffNav } from "../staff-nav.tsx";
import { whoMay } from "../staff-viewer.ts";
import { all, type Register, sheetColumns } from "./columns.tsx";
import { found, sorted } from "./sift.ts";

type Name = keyof typeof all;
type Search = ReturnType<typeof createSearch<"lijst" | "jaar" | "zoek" | "op" | "richting">>;

/** Lines of a year that are shown, searched and saved. */
const linesMax = 2_000;
/** Lines that are in sight at once; the rest at the press of a button, and on paper. */
const firstLines = 50;
/** The portal is not older than this. */
const firstYear = 2025;

/** Decisions, mandates, transfers and expenses of a year: searched, sorted and saved, as the address says. */
export function RegistersPage() {
  const search: Search = createSearch();
  const name = (): Name => oneOf(all, search.get("lijst")) ?? "besluiten";
  const year = () => search.get("jaar") || dayOf(new Date()).slice(0, 4);
  return (
    <Page title={registers.title} eyebrow={staff.eyebrow} lead={registers.lead}>
      <StaffNav />
      <div class="stack">
        <search class="sieve" aria-label={registers.filters}>
          <SelectField
            name="lijst"
            label={registers.list}
            value={name()}
            onInput={(value) => search.set("lijst", value)}
            alwaysChosen
            options={Object.entries(registers.lists).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="jaar"
            label={registers.year}
            value={year()}
            onInput={(value) => search.set("jaar", value)}
            alwaysChosen
            options={years().map((value) => ({ value, label: value }))}
          />
          <TextField
            name="zoek"
            label={registers.search}
            kind="search"
            value={search.get("zoek")}
            onInput={(value) => search.set("zoek", value)}
            optional
          />
        </search>
        <For each={[name()]}>
          {(of) => (
            // Each list has rows of its own kind; the page treats them alike, by their columns.
            <List name={of} year={year()} search={search} register={all[of] as unknown as Register<unknown>} />
          )}
        </For>
      </div>
    </Page>
  );
}

function years(): readonly string[] {
  const now = Number(dayOf(new Date()).slice(0, 4));
  return Array.from({ length: now - firstYear + 1 }, (_, index) => String(now - index));
}

function List(props: {
  readonly name: Name;
  readonly year: string;
  readonly search: Search;
  readonly register: Register<unknown>;
}) {
  const reading = createReading(
    () => props.year,
    (year) => readAll((cursor) => props.register.read(year, cursor), linesMax),
  );
  const columns = () => props.register.columns;
  const shown = () => {
    const rows = found(reading.value()?.items ?? [], columns(), props.search.get("zoek"));
    const column = columns().find(({ key }) => key === props.search.get("op"));
    return sorted(rows, column, props.search.get("richting") === "af");
  };
  const who = props.name === "uitgaven" ? whoMay("officer", "council", "finance", "auditor") : readers();
  return (
    <Shown reading={reading} shape="table" who={who} isPart>
      {(list) => (
        <Show when={list().items.length > 0} fallback={<EmptyState>{registers.empty}</EmptyState>}>
          <div class="stack">
            <Show when={!list().isAll}>
              <p>{registers.tooMany(formatCount(linesMax))}</p>
            </Show>
            <SortChoice search={props.search} columns={columns()} />
            <p class="small quiet" role="status">
              {registers.count(formatCount(shown().length), formatCount(list().items.length))}
            </p>
            <Show when={shown().length > 0} fallback={<Nothing search={props.search} />}>
              <SaveSheet
                name={`${props.name}-${props.year}`}
                make={async () => sheetOf(sheetColumns(columns()), shown())}
                max={formatCount(linesMax)}
              />
              <Table
                caption={registers.lists[props.name]}
                hideCaption
                rows={shown()}
                first={firstLines}
                columns={columns().map((column) => ({
                  key: column.key,
                  label: column.label,
                  figure: column.figure,
                  cell: (row: unknown) => (column.cell === undefined ? (column.value(row) ?? "") : column.cell(row)),
                }))}
              />
            </Show>
          </div>
        </Show>
      )}
    </Shown>
  );
}

const readers = () => whoMay("officer", "council", "finance", "clerk", "auditor");

function Nothing(props: { readonly search: Search }) {
  return (
    <EmptyState act={<Button onPress={() => props.search.clear(["zoek"])}>{registers.clear}</Button>}>
      {registers.nothing}
    </EmptyState>
  );
}

function SortChoice(props: {
  readonly search: Search;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
}) {
  return (
    <div class="sieve">
      <SelectField
        name="op"
        label={registers.sort}
        value={props.search.get("op")}
        onInput={(value) => props.search.set("op", value)}
        alwaysChosen
        options={[
          { value: "", label: registers.newest },
          ...props.columns.map(({ key, label }) => ({ value: key, label })),
        ]}
      />
      <Show when={props.search.get("op") !== ""}>
        <SelectField
          name="richting"
          label={registers.direction}
          value={props.search.get("richting")}
          onInput={(value) => props.search.set("richting", value)}
          alwaysChosen
          options={[
            { value: "", label: registers.up },
            { value: "af", label: registers.down },
          ]}
        />
      </Show>
    </div>
  );
}
