import { For, Show } from "solid-js";
import { HiddenLine, ReportLink } from "../../blocks/moderation.tsx";
import { paragraphsOf } from "../../blocks/update-feed.tsx";
import type { Proposal } from "../../reading/answers.ts";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { dayOf, formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { expense, proposals, words } from "../../words/nl.ts";

const text = proposals.plan;

/** What will be done and why, for whom and with whom. */
export function ProposalPlan(props: { readonly proposal: Proposal }) {
  const plan = () => props.proposal.plan;
  return (
    <section class="stack" id="plan">
      <Heading level={2}>{text.title}</Heading>
      <Told title={text.what} text={plan().what} />
      <Told title={text.why} text={plan().why} />
      <DataList
        rows={[
          { term: text.audience, value: plan().audience },
          {
            term: text.themes,
            value: plan()
              .themes.map((theme) => words.themes[theme])
              .join(", "),
          },
          ...(plan().ownContributionCents === 0
            ? []
            : [
                {
                  term: text.own,
                  value: [formatCents(plan().ownContributionCents), plan().ownContribution].filter(Boolean).join(": "),
                },
              ]),
          ...(plan().helpAsked === "" ? [] : [{ term: text.help, value: plan().helpAsked }]),
        ]}
      />
      <Show when={plan().partners.length > 0}>
        <div class="stack stack--tight">
          <Heading level={3}>{text.partners}</Heading>
          <ul class="promises">
            <For each={plan().partners}>
              {(partner) => (
                <li class="promises__promise">
                  <span>
                    <strong>{partner.name}</strong>
                    <span class="promises__note">{partner.contribution}</span>
                  </span>
                  <span class="small quiet">{words.sectors[partner.sector]}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </section>
  );
}

function Told(props: { readonly title: string; readonly text: string }) {
  return (
    <div class="stack stack--tight">
      <Heading level={3}>{props.title}</Heading>
      <For each={paragraphsOf(props.text)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
    </div>
  );
}

interface Promise {
  readonly id: string;
  readonly title: string;
  readonly plannedOn: string;
  readonly reachedOn?: string | undefined;
  readonly note?: string | undefined;
  readonly editedAt?: string | undefined;
  readonly hidden?: { readonly at: string; readonly reason: string } | undefined;
}

/** The steps that were promised, each with its day and what came of it. */
export function ProposalPromises(props: { readonly proposal: Proposal }) {
  const promises = (): readonly Promise[] => props.proposal.mandate?.milestones ?? props.proposal.plan.milestones;
  return (
    <section class="stack stack--close" id="beloften">
      <Heading level={2}>{text.milestones}</Heading>
      <p class="small quiet no-print">{isOff(props.proposal.status) ? text.milestonesOff : text.milestonesHint}</p>
      <ul class="promises">
        <For each={promises()}>
          {(promise) => (
            <li class="promises__promise">
              <span>
                {promise.title}
                <span class="promises__note">
                  {text.plannedFor(formatDate(promise.plannedOn))}
                  <Show when={promise.reachedOn}>{(on) => <>, {text.reachedOn(formatDate(on()))}</>}</Show>
                  <Show when={promise.editedAt}>{(at) => <>. {expense.update.edited(formatDate(at()))}</>}</Show>
                </span>
                <Show when={promise.note}>{(note) => <span class="promises__note">{note()}</span>}</Show>
                <HiddenLine hidden={promise.hidden} />
                <Show when={promise.note !== undefined && props.proposal.mandate}>
                  {(mandate) => (
                    <ReportLink of={{ kind: "milestone", id: mandate().id, part: promise.id }} about={promise.title} />
                  )}
                </Show>
              </span>
              <PromiseState
                promise={promise}
                mandate={props.proposal.mandate?.status}
                isOff={isOff(props.proposal.status)}
              />
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function PromiseState(props: {
  readonly promise: Promise;
  readonly mandate: NonNullable<Proposal["mandate"]>["status"] | undefined;
  /** The plan does not go on. */
  readonly isOff: boolean;
}) {
  // A plan that is not under way cannot be late.
  const isLate = () => props.mandate === "active" && props.promise.plannedOn < dayOf(new Date());
  return (
    <Show when={props.promise.reachedOn === undefined} fallback={<StatusBadge tone="good">{text.reached}</StatusBadge>}>
      <Show
        when={isLate()}
        fallback={<StatusBadge tone="quiet">{props.isOff ? text.off : restOf(props.mandate)}</StatusBadge>}
      >
        <StatusBadge tone="attention">{text.late}</StatusBadge>
      </Show>
    </Show>
  );
}

/** A plan that ended without money promises nothing any more. */
export const isOff = (status: Proposal["status"]): boolean => status === "rejected" || status === "withdrawn";

const restOf = (mandate: string | undefined) => (mandate === "closed" ? text.missed : text.planned);
