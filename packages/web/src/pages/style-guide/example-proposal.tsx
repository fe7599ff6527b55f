import { For } from "solid-js";
import { Vessel } from "../../pictures/vessel.tsx";
import { paths } from "../../site/paths.ts";
import { Button } from "../../ui/button.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StageLine } from "../../ui/stage-line.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents, formatCentsExact } from "../../words/money.ts";
import { styleGuide } from "../../words/nl.ts";
import { runningStages } from "./examples.ts";

const text = styleGuide.proposal;
const whole = 1_250_000;
const spent = 824_000;
const lines = [
  { name: text.lineNames[0] ?? "", budget: 520_000, spent: 498_000 },
  { name: text.lineNames[1] ?? "", budget: 410_000, spent: 226_000 },
  { name: text.lineNames[2] ?? "", budget: 120_000, spent: 100_000 },
  { name: text.lineNames[3] ?? "", budget: 200_000, spent: 0 },
];
const milestoneDates = ["2027-02-01", "2027-04-01", "2027-06-15", "2028-10-01"];
const updateDates = ["2027-03-22", "2026-12-11", "2026-10-20"];

/** How a page is put together: head, stage line, two columns, sections; prints on one A4. */
export function ExampleProposalPage() {
  return (
    <Page
      title={text.title}
      lead={text.lead}
      eyebrow={
        <>
          <Link href={paths.styleGuide()}>{text.by}</Link> · {text.district}
        </>
      }
      crumbs={[{ label: styleGuide.title, href: paths.styleGuide() }]}
      acts={
        <>
          <StatusBadge tone="going">{styleGuide.statuses.running}</StatusBadge>
          <Button>{text.follow}</Button>
        </>
      }
    >
      <StageLine stages={runningStages} label={styleGuide.stageLabel} wide />
      <div class="split section">
        <aside class="split__aside stack" aria-label={text.budget}>
          <div class="panel panel--plain stack">
            <Heading level={2} looks={3}>
              {text.budget}
            </Heading>
            <Vessel
              cents={spent}
              wholeCents={whole}
              words={styleGuide.vessel.spentOf(formatCents(whole))}
              lines={[
                { label: styleGuide.vessel.advance, cents: 1_000_000, kind: "mark" },
                { label: styleGuide.vessel.left, cents: whole - spent, kind: "air" },
              ]}
            />
          </div>
          <Heading level={2} looks={3}>
            {text.facts}
          </Heading>
          <DataList
            compact
            rows={[
              { term: text.reference, value: "2026-114" },
              { term: text.decided, value: formatDate("2026-12-11") },
              { term: text.instrument, value: text.instrumentValue },
              { term: text.until, value: formatDate("2028-12-31") },
            ]}
          />
        </aside>
        <div class="stack stack--loose">
          <Plan />
          <Table
            caption={text.lines}
            rows={lines}
            columns={[
              { key: "name", label: text.line.category, cell: (line) => line.name, total: styleGuide.table.total },
              {
                key: "budget",
                label: text.line.budget,
                figure: true,
                cell: (line) => formatCentsExact(line.budget),
                total: formatCentsExact(whole),
              },
              {
                key: "spent",
                label: text.line.spent,
                figure: true,
                cell: (line) => formatCentsExact(line.spent),
                total: formatCentsExact(spent),
              },
            ]}
          />
          <section>
            <Heading level={2}>{text.updates}</Heading>
            <ol class="feed">
              <For each={text.update}>
                {(sentence, index) => (
                  <li class="feed__item">
                    <span class="feed__when">{formatDate(updateDates[index()] ?? "2026-10-20")}</span>
                    <p>{sentence}</p>
                  </li>
                )}
              </For>
            </ol>
          </section>
        </div>
      </div>
    </Page>
  );
}

function Plan() {
  return (
    <section class="stack">
      <Heading level={2}>{text.plan}</Heading>
      <For each={text.planText}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
      <Heading level={3}>{text.milestones}</Heading>
      <ul class="promises">
        <For each={text.milestone}>
          {(promise, index) => (
            <li class="promises__promise">
              <span>{promise}</span>
              <span class="cluster cluster--close">
                <span class="quiet small">{formatDate(milestoneDates[index()] ?? "2027-02-01")}</span>
                <StatusBadge tone={index() < 2 ? "good" : "quiet"}>
                  {index() < 2 ? text.reached : text.planned}
                </StatusBadge>
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
