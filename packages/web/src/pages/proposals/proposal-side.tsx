import { For, Match, Show, Switch } from "solid-js";
import { FollowPanel } from "../../blocks/follow-panel.tsx";
import { MandateVessel } from "../../blocks/mandate-vessel.tsx";
import type { Mandate, Proposal } from "../../reading/answers.ts";
import { Amount } from "../../ui/amount.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { proposals, words } from "../../words/nl.ts";

/** Beside a proposal: its money as a vessel, what was agreed, and following it. */
export function ProposalSide(props: { readonly proposal: Proposal }) {
  const of = () => props.proposal;
  return (
    <aside class="split__aside split__aside--still stack" aria-label={proposals.money.title}>
      <div class="panel panel--plain stack stack--close">
        <Heading level={2} looks={3}>
          {proposals.money.title}
        </Heading>
        <Show when={of().mandate} fallback={<Asked proposal={of()} />}>
          {(mandate) => <MandateVessel vessel={mandate().balances} scope={{ mandaat: mandate().id }} />}
        </Show>
      </div>
      <Show when={of().mandate}>
        {(mandate) => <Agreement mandate={mandate()} decidedOn={of().decision?.decidedOn} />}
      </Show>
      <Show when={of().hidden === undefined}>
        <FollowPanel subject={{ kind: "proposal", id: of().id }} />
      </Show>
    </aside>
  );
}

function Asked(props: { readonly proposal: Proposal }) {
  return (
    <>
      <div>
        <p class="asked">
          <Amount cents={props.proposal.appliedForCents} />
        </p>
        <p class="quiet">{proposals.money.asked}</p>
      </div>
      <DataList
        compact
        rows={[
          { term: proposals.money.cost, value: formatCents(props.proposal.costCents) },
          { term: proposals.money.own, value: formatCents(props.proposal.plan.ownContributionCents) },
        ]}
      />
    </>
  );
}

function Agreement(props: { readonly mandate: Mandate; readonly decidedOn: string | undefined }) {
  const of = () => props.mandate;
  return (
    <section class="stack stack--close">
      <Heading level={2} looks={3}>
        {proposals.facts.title}
      </Heading>
      <p class="small quiet no-print">{proposals.facts.mandateHint}</p>
      <DataList
        compact
        rows={[
          { term: proposals.facts.reference, value: of().decisionReference },
          ...(props.decidedOn === undefined
            ? []
            : [{ term: proposals.facts.decided, value: formatDate(props.decidedOn) }]),
          { term: proposals.facts.instrument, value: words.instruments[of().instrument] },
          { term: proposals.facts.term, value: formatDate(of().startsOn) },
          { term: proposals.facts.until, value: formatDate(of().endsOn) },
          { term: proposals.facts.pot, value: of().pot },
        ]}
      />
      <Heading level={3} looks={4}>
        {proposals.money.instalments}
      </Heading>
      <ul class="promises">
        <For each={of().instalments}>
          {(instalment) => (
            <li class="promises__promise">
              <Amount cents={instalment.amountCents} />
              <Switch fallback={<StatusBadge tone="waiting">{proposals.money.underWay}</StatusBadge>}>
                <Match when={instalment.status === "paid"}>
                  <StatusBadge tone="good">{`${proposals.money.paid} ${formatDate(instalment.paidOn ?? instalment.plannedOn)}`}</StatusBadge>
                </Match>
                <Match when={instalment.status === "planned"}>
                  <StatusBadge tone="quiet">{`${proposals.money.planned} ${formatDate(instalment.plannedOn)}`}</StatusBadge>
                </Match>
              </Switch>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
