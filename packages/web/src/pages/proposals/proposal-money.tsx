import { Show } from "solid-js";
import { ListEnd } from "../../blocks/list-end.tsx";
import { HiddenLine, ReportLink } from "../../blocks/moderation.tsx";
import { MandateSums, MoneySum } from "../../blocks/money-sums.tsx";
import type { Mandate, Proposal } from "../../reading/answers.ts";
import type { GrowingTail } from "../../reading/growing-list.ts";
import { paths } from "../../site/paths.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCentsExact } from "../../words/money.ts";
import { proposals, words } from "../../words/nl.ts";
import { moneyTitle } from "./proposal-parts.ts";
import { isOff } from "./proposal-plan.tsx";

const text = proposals.money;

type Category = keyof typeof words.categories;

interface Row {
  readonly category: Category;
  readonly lines: readonly string[];
  readonly budgetCents: number;
  readonly spentCents: number;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Budget against spending, per category: that is what budget lines and expenses have in common. */
function rowsOf({ plan, mandate }: Proposal): readonly Row[] {
  const spent = new Map((mandate?.balances.spentByCategory ?? []).map((of) => [of.category, of.amountCents]));
  const used = new Set<Category>([...plan.budgetLines.map(({ category }) => category), ...spent.keys()]);
  return [...used].map((category) => {
    const lines = plan.budgetLines.filter((line) => line.category === category);
    return {
      category,
      lines: lines.map(({ description }) => description),
      budgetCents: total(lines.map(({ amountCents }) => amountCents)),
      spentCents: spent.get(category) ?? 0,
    };
  });
}

/** The money line by line: what was planned and, once there is a mandate, what was spent. */
export function ProposalLines(props: { readonly proposal: Proposal }) {
  const rows = () => rowsOf(props.proposal);
  const columns = (): readonly Column<Row>[] => [
    {
      key: "category",
      label: text.category,
      cell: (row) => (
        <span>
          {words.categories[row.category]}
          <Show when={row.lines.length > 0}>
            <span class="promises__note">{row.lines.join("; ")}</span>
          </Show>
        </span>
      ),
      total: text.total,
    },
    {
      key: "budget",
      label: text.budget,
      figure: true,
      cell: (row) => formatCentsExact(row.budgetCents),
      total: formatCentsExact(props.proposal.costCents),
    },
    ...(props.proposal.mandate === undefined
      ? []
      : [
          {
            key: "spent",
            label: text.spent,
            figure: true,
            cell: (row: Row) => formatCentsExact(row.spentCents),
            total: formatCentsExact(props.proposal.mandate.balances.spentCents),
          },
        ]),
  ];
  return (
    <section class="stack stack--close" id="regels">
      <Heading level={2}>{text.byLine}</Heading>
      <p class="small quiet no-print">{explains(props.proposal)}</p>
      <Table caption={text.byLine} hideCaption rows={rows()} columns={columns()} />
    </section>
  );
}

/** The money as additions anybody can follow: what the plan costs, and where what was awarded is now. */
export function ProposalSums(props: { readonly proposal: Proposal }) {
  const of = () => props.proposal;
  return (
    <section class="stack stack--close" id="geld">
      <Heading level={2}>{moneyTitle(of())}</Heading>
      <MoneySum
        whole={{ label: text.budgeted, cents: of().costCents }}
        parts={[
          { label: text.asked, cents: of().appliedForCents },
          { label: text.own, cents: of().plan.ownContributionCents },
        ]}
      />
      <Show when={of().mandate}>{(mandate) => <MandateSums mandate={mandate()} />}</Show>
    </section>
  );
}

function explains({ mandate, status }: Proposal): string {
  if (mandate !== undefined) return text.byLineText;
  return isOff(status) ? text.byLineTextOff : text.byLineTextBefore;
}

const firstExpenses = 5;

type Expense = Mandate["expenses"][number];

/** Every expense, to the cent; each opens the way its money came. */
export function ProposalExpenses(props: { readonly proposal: Proposal; readonly list: GrowingTail<Expense> }) {
  const part = () => props.list.part();
  return (
    <Show when={props.proposal.mandate}>
      <section class="stack stack--close" id="uitgaven">
        <Heading level={2}>{text.expenses}</Heading>
        <Show when={part().items.length > 0} fallback={<EmptyState>{text.expensesEmpty}</EmptyState>}>
          <Table
            caption={text.expenses}
            hideCaption
            rows={part().items}
            first={firstExpenses}
            columns={[
              { key: "what", label: text.what, cell: (expense) => <What expense={expense} /> },
              {
                key: "when",
                label: text.when,
                bare: true,
                cell: (expense) => <span class="no-break">{formatDate(expense.spentOn)}</span>,
              },
              {
                key: "supplier",
                label: text.supplier,
                cell: (expense) => expense.supplier ?? (expense.hidden === undefined ? text.person : text.hidden),
              },
              {
                key: "amount",
                label: text.amount,
                figure: true,
                cell: (expense) => (
                  <Show when={expense.status === "corrected"} fallback={formatCentsExact(expense.amountCents)}>
                    <s>{formatCentsExact(expense.amountCents)}</s>
                  </Show>
                ),
              },
            ]}
          />
        </Show>
        <Show when={part().cursor}>
          <ListEnd list={props.list} part={part()} />
        </Show>
      </section>
    </Show>
  );
}

function What(props: { readonly expense: Expense }) {
  const name = () => props.expense.description || words.categories[props.expense.category];
  return (
    <span>
      <Show when={props.expense.journalId} fallback={name()}>
        {(journalId) => <Link href={paths.journal(journalId())}>{name()}</Link>}
      </Show>
      <Show when={props.expense.status === "corrected"}>
        <span class="promises__note">
          <StatusBadge tone="attention">{text.corrected}</StatusBadge>{" "}
          <Show when={props.expense.correctionReason}>{(reason) => text.correctedWhy(reason())}</Show>
        </span>
      </Show>
      <Show when={props.expense.overrideReason}>
        {(reason) => <span class="promises__note">{text.sameReceipt(reason())}</span>}
      </Show>
      <HiddenLine hidden={props.expense.hidden} />
      <Show when={props.expense.supplier !== undefined}>
        <ReportLink of={{ kind: "expense", id: props.expense.id }} about={name()} />
      </Show>
    </span>
  );
}
