import { For, Show } from "solid-js";
import { AttachmentList } from "../../../blocks/attachments.tsx";
import { EventStream } from "../../../blocks/event-stream.tsx";
import { createProposalTails } from "../../../reading/proposal-tails.ts";
import { paths } from "../../../site/paths.ts";
import { DataList } from "../../../ui/data-list.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate } from "../../../words/dates.ts";
import { formatCentsExact } from "../../../words/money.ts";
import { proposals, staffProposal, words } from "../../../words/nl.ts";
import { ProposalAdvice } from "../../proposals/proposal-decision.tsx";
import { ProposalPlan, ProposalPromises } from "../../proposals/proposal-plan.tsx";
import type { Decision } from "../answers.ts";
import type { Case } from "./case.ts";
import { Versions } from "./versions.tsx";

const firstEvents = 6;

/** Everything needed to decide, in the order in which it is read. */
export function Material(props: { readonly about: Case }) {
  const proposal = () => props.about.proposal;
  const tails = createProposalTails(proposal);
  const earlier = () => props.about.decisions.items.filter(({ status }) => status !== "prepared");
  return (
    <>
      <Show when={proposal().withdrawnReason}>
        {(reason) => (
          <Notice tone="info" title={proposals.withdrawn}>
            <p>{reason()}</p>
          </Notice>
        )}
      </Show>
      <Show when={proposal().completionAsked}>{(asked) => <Asked asked={asked()} />}</Show>
      <ProposalPlan proposal={proposal()} />
      <Budget about={props.about} />
      <ProposalPromises proposal={proposal()} />
      <AttachmentList proposalId={proposal().id} />
      <Versions about={props.about} />
      <BoardAndMoney about={props.about} />
      <ProposalAdvice proposal={proposal()} />
      <Show when={earlier().length > 0}>
        <section class="stack">
          <Heading level={2}>{staffProposal.decisions.title}</Heading>
          <For each={earlier()}>{(decision) => <EarlierDecision decision={decision} />}</For>
        </section>
      </Show>
      <section class="stack">
        <Heading level={2}>{proposals.timeline}</Heading>
        <EventStream events={tails.events.part().items} list={tails.events} first={firstEvents} hideProposal whole />
      </section>
    </>
  );
}

function Asked(props: { readonly asked: NonNullable<Case["proposal"]["completionAsked"]> }) {
  const text = staffProposal.asked;
  return (
    <section class="stack stack--close">
      <Heading level={2}>{text.title}</Heading>
      <Show when={props.asked.question}>{(question) => <p class="quote">{question()}</p>}</Show>
      <p class="small quiet">{text.when(formatDate(props.asked.askedOn), formatDate(props.asked.answerBy))}</p>
    </section>
  );
}

function Budget(props: { readonly about: Case }) {
  const plan = () => props.about.proposal.plan;
  return (
    <section class="stack">
      <Table
        caption={staffProposal.budget.title}
        rows={plan().budgetLines}
        columns={[
          {
            key: "what",
            label: staffProposal.budget.line,
            cell: (line) => line.description,
            total: staffProposal.budget.total,
          },
          { key: "category", label: staffProposal.budget.category, cell: (line) => words.categories[line.category] },
          {
            key: "amount",
            label: staffProposal.budget.amount,
            figure: true,
            cell: (line) => formatCentsExact(line.amountCents),
            total: formatCentsExact(props.about.proposal.costCents),
          },
        ]}
      />
      <DataList
        compact
        rows={[
          { term: staffProposal.budget.own, value: formatCentsExact(plan().ownContributionCents) },
          {
            term: staffProposal.budget.applied,
            value: <strong>{formatCentsExact(props.about.proposal.appliedForCents)}</strong>,
          },
        ]}
      />
    </section>
  );
}

function BoardAndMoney(props: { readonly about: Case }) {
  const text = staffProposal.board;
  return (
    <section class="stack stack--close">
      <Heading level={2}>{text.title}</Heading>
      <Show when={props.about.board} fallback={<p>{text.hidden}</p>}>
        {(board) => (
          <>
            <Show when={board().obstacles.length > 0} fallback={<Notice tone="good" level={3} title={text.ok} />}>
              <Notice tone="attention" level={3} title={text.notYet}>
                <ul class="bullets">
                  <For each={board().obstacles}>{(obstacle) => <li>{words.moneyObstacles[obstacle]}</li>}</For>
                </ul>
              </Notice>
            </Show>
            <Link href={paths.staffEnterprise(board().id)} onward>
              {text.more}
            </Link>
          </>
        )}
      </Show>
    </section>
  );
}

function EarlierDecision(props: { readonly decision: Decision }) {
  const text = staffProposal.decisions;
  const of = () => props.decision;
  return (
    <div class="panel panel--plain stack stack--tight">
      <p class="cluster cluster--close">
        <StatusBadge tone={of().status === "taken" ? "good" : "waiting"}>
          {words.decisionStatuses[of().status]}
        </StatusBadge>
        <strong>{words.outcomes[of().draft.outcome]}</strong>
        <span class="quiet">{of().draft.reference}</span>
      </p>
      <p class="small quiet">
        {text.preparedBy(of().preparedBy, formatDate(of().preparedAt))}
        <Show when={of().decidedBy}>
          {(who) => (
            <>
              {". "}
              {text.takenBy(who(), formatDate(of().decidedOn ?? of().preparedAt))}
            </>
          )}
        </Show>
      </p>
      <Show when={of().returnedReason}>
        {(reason) => (
          <div>
            <p class="small quiet">{text.returnedWhy}</p>
            <p class="lines">{reason()}</p>
          </div>
        )}
      </Show>
    </div>
  );
}
