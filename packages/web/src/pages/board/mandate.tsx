import { groupIban } from "@hevel/api/client";
import { For, Show } from "solid-js";
import { EndingWords } from "../../blocks/ending-words.tsx";
import { HiddenLine } from "../../blocks/moderation.tsx";
import { Vessel } from "../../pictures/vessel.tsx";
import { Shown } from "../../reading/resource.tsx";
import { linesPath, paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Contents, type PagePart } from "../../ui/contents.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { board, ending as ended, expense as text } from "../../words/nl.ts";
import { mandateInWords } from "../../words/standing.ts";
import { BoardPage, createBoard } from "./board-page.tsx";
import { ExpenseRows } from "./expense-rows.tsx";
import { createMandate, type Ending, type Mandate } from "./mandate-reading.ts";
import { whyNoExpense, whyNoPromise } from "./when-possible.ts";

const own = text.mandate;

/** One mandate for its board: the level, what to do, expenses and milestones. */
export function BoardMandatePage() {
  const { enterpriseId, reading } = createBoard();
  const { reading: found } = createMandate();
  const title = () => found.value()?.mandate.title ?? own.eyebrow;
  return (
    <BoardPage enterpriseId={enterpriseId()} reading={reading} title={title()}>
      {(team) => (
        <Shown reading={found} who={board.who} isPart>
          {(value) => (
            <div class="guided">
              <Contents parts={partsOf(value().mandate)} />
              <aside class="guided__side stack" aria-label={own.levelTitle}>
                <Level mandate={value().mandate} />
              </aside>
              <div class="guided__main">
                <Acts
                  mandate={value().mandate}
                  whyNoExpense={whyNoExpense(value().mandate, team())}
                  payment={value().ending?.payment}
                  isTreasurer={team().members.some(({ isYou, role }) => isYou && role === "treasurer")}
                />
                <section class="section stack" id="uitgaven">
                  <Heading level={2}>{own.expensesTitle}</Heading>
                  <ExpenseRows expenses={value().expenses} enterpriseId={enterpriseId()} />
                </section>
                <Show when={value().mandate.ending}>
                  {(ending) => (
                    <div class="section">
                      <EndingWords ending={ending()} mandateId={value().mandate.id} endsOn={value().mandate.endsOn} />
                    </div>
                  )}
                </Show>
                <Milestones mandate={value().mandate} />
                <Facts mandate={value().mandate} />
              </div>
            </div>
          )}
        </Shown>
      )}
    </BoardPage>
  );
}

/** The parts its page has, in their order. */
const partsOf = (mandate: Mandate): readonly PagePart[] => [
  { id: "uitgaven", label: own.expensesTitle },
  ...(mandate.ending === undefined ? [] : [{ id: "einde", label: ended.title }]),
  { id: "beloften", label: own.milestonesTitle },
  { id: "afspraak", label: own.factsTitle },
];

function Level(props: { readonly mandate: Mandate }) {
  const balances = () => props.mandate.balances;
  return (
    <div class="panel panel--plain">
      <Vessel
        cents={balances().spentCents}
        wholeCents={balances().awardedCents}
        paidCents={balances().paidCents}
        words={own.spentOf(formatCents(balances().awardedCents))}
        lines={[
          {
            label: own.lines.paid,
            cents: balances().paidCents,
            kind: "paid",
            href: linesPath({ mandaat: props.mandate.id, soort: "betaald" }),
          },
          {
            label: props.mandate.status === "refund-due" ? own.lines.due : own.lines.left,
            cents: balances().paidNotSpentCents - balances().waitingCents,
            kind: "air",
          },
          // Came back to the pot: without it the figures do not add up to what was awarded.
          ...(balances().refundedCents === 0
            ? []
            : [{ label: own.lines.refunded, cents: balances().refundedCents, kind: "air" as const }]),
          { label: own.lines.waiting, cents: balances().waitingCents, kind: "air" },
          { label: own.lines.toCome, cents: balances().committedCents, kind: "air" },
        ]}
      />
    </div>
  );
}

function Facts(props: { readonly mandate: Mandate }) {
  const facts = own.facts;
  return (
    <section class="section stack stack--close" id="afspraak">
      <Heading level={2}>{own.factsTitle}</Heading>
      <DataList
        rows={[
          { term: facts.status, value: mandateInWords(props.mandate) },
          { term: facts.reference, value: props.mandate.decisionReference },
          {
            term: facts.term,
            value: facts.termValue(formatDate(props.mandate.startsOn), formatDate(props.mandate.endsOn)),
          },
          {
            term: facts.conditions,
            value: <span class="lines">{props.mandate.conditions.join("\n") || facts.noConditions}</span>,
          },
        ]}
      />
      <Link href={paths.proposal(props.mandate.proposalId)} onward>
        {own.proposal}
      </Link>
    </section>
  );
}

function Acts(props: {
  readonly mandate: Mandate;
  readonly whyNoExpense: string | undefined;
  readonly payment: Ending["payment"];
  readonly isTreasurer: boolean;
}) {
  return (
    <div class="stack stack--close">
      <Show when={props.mandate.status === "refund-due"}>
        <Notice tone="asking" title={own.refundTitle(formatCents(props.mandate.balances.paidNotSpentCents))}>
          <Show when={props.payment}>{(payment) => <HowToPay payment={payment()} />}</Show>
          <Show when={props.mandate.balances.refundedCents > 0}>
            <p>{ended.pay.already(formatCents(props.mandate.balances.refundedCents))}</p>
          </Show>
          <p>{ended.pay.text}</p>
        </Notice>
      </Show>
      <div class="cluster">
        <Show when={props.whyNoExpense === undefined && props.isTreasurer}>
          <ButtonLink
            look="primary"
            icon="camera"
            href={paths.newExpense(props.mandate.enterpriseId, props.mandate.id)}
          >
            {own.add}
          </ButtonLink>
        </Show>
        <Show when={props.mandate.status === "evaluation"}>
          <ButtonLink look="primary" href={paths.boardEvaluation(props.mandate.enterpriseId, props.mandate.id)}>
            {own.evaluate}
          </ButtonLink>
        </Show>
        <ButtonLink href={paths.postUpdate(props.mandate.proposalId)}>{own.update}</ButtonLink>
      </div>
      <Show when={props.whyNoExpense}>{(why) => <Paragraph>{why()}</Paragraph>}</Show>
      <Show when={props.whyNoExpense === undefined && !props.isTreasurer}>
        <Paragraph look="small">{own.onlyTreasurer}</Paragraph>
      </Show>
    </div>
  );
}

function HowToPay(props: { readonly payment: NonNullable<Ending["payment"]> }) {
  const pay = () => props.payment;
  return (
    <DataList
      compact
      rows={[
        { term: ended.pay.iban, value: <span class="tabular">{groupIban(pay().iban)}</span> },
        { term: ended.pay.holder, value: pay().holder },
        { term: ended.pay.reference, value: <strong>{pay().reference}</strong> },
        { term: ended.pay.dueOn, value: formatDate(pay().dueOn) },
      ]}
    />
  );
}

function Milestones(props: { readonly mandate: Mandate }) {
  const mayReport = () => whyNoPromise(props.mandate) === undefined;
  return (
    <section class="section stack" id="beloften">
      <Heading level={2}>{own.milestonesTitle}</Heading>
      <Show when={whyNoPromise(props.mandate)}>{(why) => <p>{why()}</p>}</Show>
      <ul class="rows">
        <For each={props.mandate.milestones}>
          {(milestone) => (
            <li class="rows__row">
              <div>
                <p class="rows__title">{milestone.title}</p>
                <p class="small quiet">
                  {milestone.reachedOn === undefined
                    ? own.planned(formatDate(milestone.plannedOn))
                    : own.reachedOn(formatDate(milestone.reachedOn))}
                </p>
                <Show when={milestone.note}>{(note) => <p>{note()}</p>}</Show>
                <HiddenLine hidden={milestone.hidden} />
                <Show when={milestone.reachedOn !== undefined && milestone.hidden === undefined && mayReport()}>
                  <p class="small">
                    <Link href={paths.reachMilestone(props.mandate.enterpriseId, props.mandate.id, milestone.id)}>
                      {text.milestone.edit} <span class="visually-hidden">{milestone.title}</span>
                    </Link>
                  </p>
                </Show>
              </div>
              <Show
                when={milestone.reachedOn === undefined && mayReport()}
                fallback={
                  <StatusBadge tone={milestone.reachedOn === undefined ? "quiet" : "good"}>
                    {milestone.reachedOn === undefined ? own.notYet : own.reached}
                  </StatusBadge>
                }
              >
                <ButtonLink
                  href={paths.reachMilestone(props.mandate.enterpriseId, props.mandate.id, milestone.id)}
                  class="rows__button"
                >
                  {own.report} <span class="visually-hidden">{milestone.title}</span>
                </ButtonLink>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
