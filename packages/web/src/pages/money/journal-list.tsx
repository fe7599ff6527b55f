import { Show } from "solid-js";
import { ListEnd } from "../../blocks/list-end.tsx";
import { HiddenLine } from "../../blocks/moderation.tsx";
import { Part } from "../../blocks/part.tsx";
import type { Journal } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { createGrowingList } from "../../reading/growing-list.ts";
import { paths } from "../../site/paths.ts";
import { filled } from "../../site/search.ts";
import { districtName, useSite } from "../../site/site.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Folding } from "../../ui/folding.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { SaveSheet } from "../../ui/save-sheet.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Table } from "../../ui/table.tsx";
import { dayOf, formatDate, formatMonth } from "../../words/dates.ts";
import { formatCentsExact, formatCount } from "../../words/money.ts";
import { money, words } from "../../words/nl.ts";
import {
  askedOf,
  ChosenOnPaper,
  filterNames,
  JournalFilters,
  type JournalSearch,
  Narrowed,
} from "./journal-filters.tsx";
import { journalSheet, sheetLinesMax } from "./journal-sheet.ts";
import { JournalSum } from "./journal-sum.tsx";
import { PrintAll } from "./print-all.tsx";

/** What fits a screen or two; who asks for more wants more at once. */
const sizeOf = (cursor: string | undefined) => (cursor === undefined ? "20" : "50");

/** Every line of the journal with filters that stay in the address, as a table and as a file. */
export function JournalList(props: { readonly search: JournalSearch }) {
  const search = props.search;
  const site = useSite();
  const filter = () => askedOf(search);
  const isFiltered = () => filterNames.some((name) => search.get(name) !== "");
  const list = createGrowingList(filter, (asked, cursor) =>
    answer(api.journal.$get({ query: filled({ ...asked, limit: sizeOf(cursor), cursor }) })),
  );
  const csv = () => {
    const query = new URLSearchParams(filled(filter())).toString();
    return query === "" ? "/v1/journal-export" : `/v1/journal-export?${query}`;
  };
  return (
    <section class="section stack" aria-labelledby="boekingen">
      <div class="section__head">
        <div class="stack stack--tight">
          <Heading level={2} id="boekingen">
            {money.journalTitle}
          </Heading>
          <Paragraph>{money.journalLead}</Paragraph>
        </div>
        <Link href={paths.checkMoney()} onward>
          {money.checkLink}
        </Link>
      </div>
      <div class="no-print">
        <Folding title={money.filters} isOpen={isFiltered()}>
          <JournalFilters search={search} />
        </Folding>
      </div>
      <Narrowed search={search} />
      <ChosenOnPaper search={search} />
      <JournalSum asked={filter()} />
      <div class="no-print stack stack--tight">
        <div class="cluster">
          <SaveSheet
            name={`geld-${dayOf(new Date())}`}
            make={() => journalSheet(filter(), (code) => districtName(site(), code))}
            max={formatCount(sheetLinesMax)}
          />
          <PrintAll list={list} max={sheetLinesMax} />
        </div>
        <p>
          <Link href={csv()} download="journaal.csv">
            {money.download}
          </Link>{" "}
          <span class="small quiet">{money.downloadHint}</span>
        </p>
      </div>
      <Part reading={list.reading} shape="table">
        {(part) => (
          <Show
            when={part().items.length > 0}
            fallback={
              <Show
                when={part().cursor}
                fallback={
                  <Show when={isFiltered()} fallback={<EmptyState>{money.empty}</EmptyState>}>
                    <EmptyState act={<Button onPress={() => search.clear(filterNames)}>{money.clear}</Button>}>
                      {money.emptyFiltered}
                    </EmptyState>
                  </Show>
                }
              >
                <p>{money.searchFurther}</p>
                <ListEnd list={list} part={part()} />
              </Show>
            }
          >
            <div class="stack">
              <JournalTable caption={money.journalTitle} journals={part().items} figure={filter().figure} />
              <ListEnd list={list} part={part()} />
            </div>
          </Show>
        )}
      </Part>
    </section>
  );
}

/** Lines of the journal; each opens its trail. */
export function JournalTable(props: {
  readonly caption: string;
  readonly journals: readonly Journal[];
  /** The figure these lines are added up to: what is taken off it has a minus. */
  readonly figure?: ReturnType<typeof askedOf>["figure"];
}) {
  const centsOf = ({ kind, amountCents }: Journal) =>
    props.figure !== undefined && (kind === "RELEASE" || kind === "REFUND") ? -amountCents : amountCents;
  return (
    <Table
      caption={props.caption}
      hideCaption
      rows={props.journals}
      groupOf={(journal) => formatMonth(journal.bookDate)}
      columns={[
        {
          key: "what",
          label: money.what,
          cell: (journal) => (
            <span>
              <Link href={paths.journal(journal.id)}>{journal.description || money.kinds[journal.kind]}</Link>
              <span class="promises__note">
                {[money.kinds[journal.kind], journal.enterprise, categoryOf(journal)].filter(Boolean).join("\u00a0· ")}
              </span>
              <HiddenLine hidden={journal.hidden} />
              <Show when={markOf(journal)}>
                {(mark) => (
                  <span class="promises__note">
                    <StatusBadge tone="attention">{mark()}</StatusBadge>
                  </span>
                )}
              </Show>
            </span>
          ),
        },
        {
          key: "date",
          label: money.date,
          bare: true,
          cell: (journal) => <span class="no-break">{formatDate(journal.bookDate)}</span>,
        },
        { key: "way", label: money.way, deskOnly: true, cell: (journal) => wayOf(journal) },
        {
          key: "amount",
          label: money.amount,
          figure: true,
          cell: (journal) => (
            <Show when={markOf(journal)} fallback={formatCentsExact(centsOf(journal))}>
              <s>{formatCentsExact(centsOf(journal))}</s>
            </Show>
          ),
        },
      ]}
    />
  );
}

/** A line that was taken back, and the line that did: neither counts. */
function markOf({ kind, reversedBy }: Journal): string | undefined {
  if (kind === "REVERSAL") return money.marks.reversal;
  return reversedBy === undefined ? undefined : money.marks.reversed;
}

const categoryOf = ({ kind, category }: Journal) =>
  kind === "SPEND" && category !== undefined ? words.categories[category].toLowerCase() : undefined;

/** Where a line moved money from and to, as a resident says it. */
export function wayOf(journal: Journal): string {
  const way = money.ways[journal.kind](journal.enterprise ?? "", journal.pot ?? "");
  const category = categoryOf(journal);
  return category === undefined ? way : `${way}: ${category}`;
}
