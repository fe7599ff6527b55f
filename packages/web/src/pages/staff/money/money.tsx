import { createSignal, Show } from "solid-js";
import { answer, api } from "../../../reading/api.ts";
import { createReading, Shown } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Page } from "../../../ui/page.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatDate } from "../../../words/dates.ts";
import { formatCentsExact } from "../../../words/money.ts";
import { staff, staffMoney } from "../../../words/nl.ts";
import type { WorkRow } from "../answers.ts";
import { Outcome } from "../outcome.tsx";
import { StaffNav } from "../staff-nav.tsx";
import { whoMay } from "../staff-viewer.ts";
import { Pots } from "./pots.tsx";

const text = staffMoney;

async function readMoney() {
  const [{ rows }, pots] = await Promise.all([answer(api["work-list"].$get({ query: {} })), answer(api.pots.$get())]);
  return { rows, pots: pots.items };
}

/** Everything about money that waits for finance or the council, and the pots it comes from. */
export function StaffMoneyPage() {
  const reading = createReading(() => true, readMoney);
  const [done, setDone] = createSignal<string>();
  return (
    <Page title={text.title} eyebrow={staff.eyebrow} lead={text.lead}>
      <StaffNav />
      <Shown reading={reading} shape="table" who={whoMay("officer", "council", "finance", "clerk", "auditor")} isPart>
        {(found) => (
          <div class="apart">
            <Show when={done()} keyed>
              {(what) => <Outcome title={what} />}
            </Show>
            <Waiting kind="toApprove" rows={found().rows} />
            <Waiting kind="toConfirm" rows={found().rows} />
            <Show when={found().rows.some(({ act }) => act === kinds.toReturn)}>
              <Waiting kind="toReturn" rows={found().rows} />
            </Show>
            <Waiting kind="toPay" rows={found().rows} />
            <Waiting kind="toPropose" rows={found().rows} />
            <Waiting kind="refunds" rows={found().rows} />
            <Pots
              pots={found().pots}
              onDone={(what) => {
                setDone(what);
                reading.again();
              }}
            />
          </div>
        )}
      </Shown>
    </Page>
  );
}

const kinds = {
  toApprove: "approveTransfer",
  toConfirm: "confirmOrder",
  toReturn: "refuseTransfer",
  toPay: "payTransfer",
  toPropose: "proposeTransfer",
  refunds: "recordRefund",
} as const satisfies Record<string, WorkRow["act"]>;

/** Whose hand was the last: of what was approved who approved it, of anything else that waits for a second who prepared it. */
function handOf(kind: keyof typeof kinds): readonly Column<WorkRow>[] {
  switch (kind) {
    case "toApprove":
    case "toConfirm":
      return [{ key: "prepared", label: text.prepared[kind], cell: (row) => row.preparedBy ?? "" }];
    case "toPay":
    case "toReturn":
      return [{ key: "approved", label: text.prepared[kind], cell: (row) => row.approvedBy ?? "" }];
    default:
      return [];
  }
}

/** One kind of what waits, as a table; each row leads to the one place where it is done. */
function Waiting(props: { readonly kind: keyof typeof kinds; readonly rows: readonly WorkRow[] }) {
  const words = () => text[props.kind];
  const rows = () => props.rows.filter(({ act }) => act === kinds[props.kind]);
  const hrefOf = (row: WorkRow) => {
    if (row.orderId !== undefined) return paths.staffOrder(row.orderId);
    return row.transferId === undefined ? paths.staffMandate(row.mandateId ?? "") : paths.staffTransfer(row.transferId);
  };
  const columns = (): readonly Column<WorkRow>[] => [
    { key: "what", label: text.what, cell: (row) => <Link href={hrefOf(row)}>{row.title}</Link> },
    { key: "who", label: text.who, cell: (row) => row.enterprise?.name ?? text.toConfirm.pot },
    ...handOf(props.kind),
    ...(props.kind === "refunds"
      ? [{ key: "since", label: text.since, cell: (row: WorkRow) => formatDate(row.since) }]
      : [
          {
            key: "due",
            label: text.due[props.kind],
            cell: (row: WorkRow) => (row.dueOn === undefined ? "" : formatDate(row.dueOn)),
          },
        ]),
    {
      key: "amount",
      label: text.amount,
      figure: true,
      cell: (row) => (row.amountCents === undefined ? "" : formatCentsExact(row.amountCents)),
    },
  ];
  return (
    <section class="stack">
      <Show
        when={rows().length > 0}
        fallback={
          <>
            <Heading level={2}>{words().title}</Heading>
            <EmptyState>{words().empty}</EmptyState>
          </>
        }
      >
        <Table caption={words().title} rows={rows()} columns={columns()} />
      </Show>
    </section>
  );
}
