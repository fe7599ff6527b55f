import { Show } from "solid-js";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Table } from "../../ui/table.tsx";
import { formatMoment } from "../../words/dates.ts";
import { admin } from "../../words/nl.ts";
import type { AuditLine } from "./answers.ts";

/** What admins did this month, newest first. */
export function AuditTrail(props: { readonly lines: readonly AuditLine[] }) {
  return (
    <section class="stack">
      <Show
        when={props.lines.length > 0}
        fallback={
          <>
            <Heading level={2}>{admin.trail}</Heading>
            <EmptyState>{admin.trailEmpty}</EmptyState>
          </>
        }
      >
        <Table
          caption={admin.trail}
          rows={props.lines}
          columns={[
            { key: "at", label: admin.trailWhen, cell: (line) => formatMoment(line.at) },
            { key: "by", label: admin.trailWho, cell: (line) => line.byName },
            { key: "act", label: admin.trailWhat, cell: (line) => admin.acts[line.act](line.facts) },
          ]}
        />
      </Show>
    </section>
  );
}
