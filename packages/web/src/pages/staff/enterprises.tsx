import { Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { districtName, useSite } from "../../site/site.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge, type StatusTone } from "../../ui/status-badge.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../words/dates.ts";
import { staff, staffEnterprises, words } from "../../words/nl.ts";
import type { WorkRow } from "./answers.ts";
import { StaffNav } from "./staff-nav.tsx";
import { whoMay } from "./staff-viewer.ts";

const text = staffEnterprises;

export const enterpriseTones: Record<keyof typeof words.enterpriseStatuses, StatusTone> = {
  registered: "waiting",
  verified: "good",
  refused: "attention",
};

/** Every page of the list: city hall looks at all of them. */
async function readAll() {
  const { rows } = await answer(api["work-list"].$get({ query: { role: "officer" } }));
  const enterprises = [];
  let cursor: string | undefined;
  do {
    const page = await answer(api.enterprises.$get({ query: cursor === undefined ? {} : { cursor } }));
    enterprises.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { waiting: rows.filter(({ act }) => act === "verifyEnterprise"), enterprises };
}

/** Enterprises that wait to be checked, and all that are public. */
export function StaffEnterprisesPage() {
  const reading = createReading(() => true, readAll);
  return (
    <Page title={text.title} eyebrow={staff.eyebrow} lead={text.lead}>
      <StaffNav />
      <Shown
        reading={reading}
        shape="table"
        who={whoMay("officer", "council", "finance", "clerk", "professional", "auditor")}
        isPart
      >
        {(found) => (
          <div class="apart">
            <Waiting rows={found().waiting} />
            <All enterprises={found().enterprises} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Waiting(props: { readonly rows: readonly WorkRow[] }) {
  const site = useSite();
  return (
    <section class="stack">
      <Show
        when={props.rows.length > 0}
        fallback={
          <>
            <Heading level={2}>{text.waitingTitle}</Heading>
            <EmptyState>{text.waitingEmpty}</EmptyState>
          </>
        }
      >
        <Table
          caption={text.waitingTitle}
          rows={props.rows}
          columns={[
            {
              key: "name",
              label: text.name,
              cell: (row) => <Link href={paths.staffEnterprise(row.enterprise?.id ?? "")}>{row.title}</Link>,
            },
            {
              key: "district",
              label: text.district,
              cell: (row) => row.districts.map((code) => districtName(site(), code)).join(", "),
            },
            { key: "since", label: text.sinceLabel, cell: (row) => formatDate(row.since) },
          ]}
        />
      </Show>
    </section>
  );
}

type Enterprises = Awaited<ReturnType<typeof readAll>>["enterprises"];

function All(props: { readonly enterprises: Enterprises }) {
  const site = useSite();
  return (
    <section class="stack">
      <Show
        when={props.enterprises.length > 0}
        fallback={
          <>
            <Heading level={2}>{text.allTitle}</Heading>
            <EmptyState>{text.allEmpty}</EmptyState>
          </>
        }
      >
        <Table
          caption={text.allTitle}
          rows={props.enterprises}
          columns={[
            {
              key: "name",
              label: text.name,
              cell: (row) => <Link href={paths.staffEnterprise(row.id)}>{row.name}</Link>,
            },
            { key: "form", label: text.form, cell: (row) => words.legalForms[row.legalForm] },
            {
              key: "district",
              label: text.district,
              cell: (row) => row.districts.map((code) => districtName(site(), code)).join(", "),
            },
            {
              key: "status",
              label: text.status,
              cell: (row) => <StatusBadge tone={enterpriseTones[row.status]}>{text.statuses[row.status]}</StatusBadge>,
            },
          ]}
        />
      </Show>
    </section>
  );
}
