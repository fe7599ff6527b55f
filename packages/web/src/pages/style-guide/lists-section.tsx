import { createSignal } from "solid-js";
import { Vessel } from "../../pictures/vessel.tsx";
import { paths } from "../../site/paths.ts";
import { Card } from "../../ui/card.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ShowMore } from "../../ui/show-more.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents, formatCentsExact } from "../../words/money.ts";
import { styleGuide } from "../../words/nl.ts";

const dates = ["2026-11-17", "2026-11-09", "2026-10-30"];
const amounts = [123_450, 28_500, 9_995];
const expenses = styleGuide.table.rows.map((what, index) => ({
  date: dates[index] ?? "2026-11-17",
  what,
  category: styleGuide.table.categories[index] ?? "",
  cents: amounts[index] ?? 0,
}));

export function ListsSection() {
  const [shown, setShown] = createSignal(3);
  const more = async () => {
    setShown(6);
    return 3;
  };
  return (
    <section class="section stack stack--loose">
      <Heading level={2}>{styleGuide.sections.lists}</Heading>
      <div class="grid">
        <Card
          title={styleGuide.card.title}
          href={paths.styleGuideProposal()}
          above={<StatusBadge tone="good">{styleGuide.statuses.good}</StatusBadge>}
          foot={
            <Vessel cents={824_000} wholeCents={1_250_000} words={styleGuide.vessel.spentOf(formatCents(1_250_000))} />
          }
        >
          <p>{styleGuide.card.text}</p>
          <p>
            <strong>{styleGuide.card.promises}</strong>
          </p>
        </Card>
        <Card
          title={styleGuide.secondCard.title}
          href={paths.styleGuideProposal()}
          above={<StatusBadge tone="going">{styleGuide.statuses.going}</StatusBadge>}
          foot={<Vessel cents={0} wholeCents={4_800_000} words={styleGuide.vessel.spentOf(formatCents(4_800_000))} />}
        >
          <p>{styleGuide.secondCard.text}</p>
          <p>
            <strong>{styleGuide.secondCard.promises}</strong>
          </p>
        </Card>
      </div>
      <DataList
        rows={[
          {
            term: styleGuide.facts.mandate,
            value: formatCents(1_250_000),
            act: <Link href={paths.styleGuide()}>{styleGuide.change}</Link>,
          },
          {
            term: styleGuide.facts.term,
            value: styleGuide.facts.termValue,
            act: <Link href={paths.styleGuide()}>{styleGuide.change}</Link>,
          },
          { term: styleGuide.facts.contact, value: styleGuide.facts.contactValue },
        ]}
      />
      <Table
        caption={styleGuide.table.caption}
        rows={expenses}
        columns={[
          { key: "what", label: styleGuide.table.what, cell: (row) => row.what, total: styleGuide.table.total },
          { key: "date", label: styleGuide.table.date, cell: (row) => formatDate(row.date) },
          { key: "category", label: styleGuide.table.category, cell: (row) => row.category },
          {
            key: "cents",
            label: styleGuide.table.amount,
            figure: true,
            cell: (row) => formatCentsExact(row.cents),
            total: formatCentsExact(161_945),
          },
        ]}
      />
      <ShowMore shown={shown()} total={6} hasMore={shown() < 6} onMore={more} />
      <EmptyState>{styleGuide.empty}</EmptyState>
      <Loading shape="cards" />
    </section>
  );
}
