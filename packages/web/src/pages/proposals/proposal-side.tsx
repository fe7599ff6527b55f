import { For, Match, Show, Switch } from "solid-js";
import { MandateVessel } from "../../blocks/mandate-vessel.tsx";
import type { Mandate, Proposal } from "../../reading/answers.ts";
import { Amount } from "../../ui/amount.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { proposals, words } from "../../words/nl.ts";

/** Beside a proposal: its money as a vessel. */
export function ProposalMoney(props: { readonly proposal: Proposal }) {
  const of = () => props.proposal;
  return (
    <aside class="guided__side panel panel--plain stack stack--close" aria-label={proposals.money.title}>
      <Heading level={2} looks={3}>
        {proposals.money.title}
      </Heading>
      <Show when={of().mandate} fallback={<Asked proposal={of()} />}>
        {(mandate) => <MandateVessel vessel={mandate().balances} scope={{ mandaat: mandate().id }} />}
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

/** What was agreed: for how long, from which pot, and when which part is paid. */
export function Agreement(props: { readonly mandate: Mandate; readonly decidedOn: string | undefined }) {
  const of = () => props.mandate;
  return (
    <section class="stack stack--close" id="afspraak">
      <Heading level={2}>{proposals.facts.title}</Heading>
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
      <Heading level={3}>{proposals.money.instalments}</Heading>
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
