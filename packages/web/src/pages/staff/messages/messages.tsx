import { createSignal, Show } from "solid-js";
import { ListEnd } from "../../../blocks/list-end.tsx";
import { type Answer, answer, api } from "../../../reading/api.ts";
import { createGrowingList } from "../../../reading/growing-list.ts";
import { Shown } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Page } from "../../../ui/page.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { Table } from "../../../ui/table.tsx";
import { dayOf, formatDate } from "../../../words/dates.ts";
import { formal, staff } from "../../../words/nl.ts";
import { messageTones } from "../../formal/message.tsx";
import { StaffNav } from "../staff-nav.tsx";
import { whoMay } from "../staff-viewer.ts";

const text = formal.staff;
const read = (year: string, cursor: string | undefined) =>
  answer(api["formal-messages"].$get({ query: { year, ...(cursor === undefined ? {} : { cursor }) } }));
type Row = Answer<Awaited<ReturnType<(typeof api)["formal-messages"]["$get"]>>>["items"][number];

/** The register of formal messages, one year at a time. */
export function MessagesPage() {
  const [year, setYear] = createSignal(dayOf(new Date()).slice(0, 4));
  const list = createGrowingList(year, read);
  const before = () => String(Number(year()) - 1);
  return (
    <Page title={text.title} eyebrow={staff.eyebrow} lead={text.lead}>
      <StaffNav />
      <section class="stack">
        <Heading level={2}>{text.year(year())}</Heading>
        <Shown reading={list.reading} who={whoMay("officer", "clerk", "auditor")} isPart shape="table">
          {(part) => (
            <>
              <Show when={part().items.length > 0} fallback={<EmptyState>{text.empty}</EmptyState>}>
                <Table caption={text.title} hideCaption rows={part().items} columns={columns} />
                <ListEnd list={list} part={part()} />
              </Show>
              <div>
                <Button look="subtle" onPress={() => setYear(before())}>
                  {text.earlier(before())}
                </Button>
              </div>
            </>
          )}
        </Shown>
      </section>
    </Page>
  );
}

const columns = [
  {
    key: "reference",
    label: text.columns.reference,
    cell: (row: Row) => <Link href={paths.staffMessage(row.id)}>{row.reference}</Link>,
  },
  {
    key: "kind",
    label: text.columns.kind,
    cell: (row: Row) => (
      <>
        {formal.kinds[row.kind].name}
        <Show when={row.isLate}> ({text.late})</Show>
      </>
    ),
  },
  { key: "about", label: text.columns.about, cell: (row: Row) => row.title ?? text.described },
  { key: "received", label: text.columns.received, cell: (row: Row) => formatDate(row.receivedAt) },
  { key: "due", label: text.columns.due, cell: (row: Row) => formatDate(row.dueOn) },
  {
    key: "status",
    label: text.columns.status,
    cell: (row: Row) => <StatusBadge tone={messageTones[row.status]}>{formal.message.status[row.status]}</StatusBadge>,
  },
];
