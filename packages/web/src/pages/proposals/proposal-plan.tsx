import { For, Show } from "solid-js";
import { HiddenLine, HiddenNote, ReportLink } from "../../blocks/moderation.tsx";
import { paragraphsOf } from "../../blocks/update-feed.tsx";
import type { Proposal } from "../../reading/answers.ts";
import { paths } from "../../site/paths.ts";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { dayOf, formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { expense, moderation, proposals, words } from "../../words/nl.ts";

const text = proposals.plan;

/** What will be done and why, for whom and with whom. */
export function ProposalPlan(props: { readonly proposal: Proposal }) {
  const plan = () => props.proposal.plan;
  return (
    <section class="stack" id="plan">
      <Heading level={2}>{text.title}</Heading>
      <For each={["summary", "budget"] as const}>
        {(passage) => (
          <Show when={hiddenOf(props.proposal, passage)}>
            {(hidden) => (
              <div class="stack stack--tight">
                <Heading level={3}>{proposals.passages[passage]}</Heading>
                <HiddenNote hidden={hidden()} caseId={`${props.proposal.id}.${passage}`} />
              </div>
            )}
          </Show>
        )}
      </For>
      <Told proposal={props.proposal} passage="what" />
      <Told proposal={props.proposal} passage="why" />
      <DataList
        rows={[
          { term: text.audience, value: withHidden(props.proposal, "audience") },
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
                  value: [formatCents(plan().ownContributionCents), withHidden(props.proposal, "ownContribution")]
                    .filter(Boolean)
                    .join(": "),
                },
              ]),
          ...(withHidden(props.proposal, "helpAsked") === ""
            ? []
            : [{ term: text.help, value: withHidden(props.proposal, "helpAsked") }]),
        ]}
      />
      <Show when={hiddenOf(props.proposal, "partners")}>
        {(hidden) => (
          <div class="stack stack--tight">
            <Heading level={3}>{text.partners}</Heading>
            <HiddenNote hidden={hidden()} caseId={`${props.proposal.id}.partners`} />
          </div>
        )}
      </Show>
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

type Passage = keyof typeof proposals.passages;

/** Since when and why an officer hid a passage. Board and city hall still read its words. */
const hiddenOf = ({ hiddenPassages }: Proposal, passage: Passage) =>
  hiddenPassages?.find((each) => each.passage === passage);

/** A short passage; with, or instead of it, that it is hidden. */
function withHidden(proposal: Proposal, passage: "audience" | "ownContribution" | "helpAsked"): string {
  const hidden = hiddenOf(proposal, passage);
  const note = hidden && `${moderation.hidden(formatDate(hidden.at))}. ${moderation.reason(hidden.reason)}`;
  return [proposal.plan[passage], note].filter(Boolean).join(" ");
}

/** Which passages say something that can be reported. */
function reportable({ plan, hiddenPassages = [] }: Proposal): readonly Passage[] {
  const all = Object.keys(proposals.passages) as Passage[];
  return all.filter(
    (each) =>
      !hiddenPassages.some(({ passage }) => passage === each) &&
      (each === "budget" || (each === "partners" ? plan.partners.length > 0 : plan[each] !== "")),
  );
}

/** "Meld dit" for a plan that was awarded: part by part, because the decision and what it is about stay public. */
export function PassageReports(props: { readonly proposal: Proposal }) {
  return (
    <div class="small no-print">
      <p>{proposals.reportPassage}</p>
      <ul class="bullets">
        <For each={reportable(props.proposal)}>
          {(passage) => (
            <li>
              <Link href={paths.report("passage", props.proposal.id, passage)}>{proposals.passages[passage]}</Link>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

function Told(props: { readonly proposal: Proposal; readonly passage: "what" | "why" }) {
  return (
    <div class="stack stack--tight">
      <Heading level={3}>{text[props.passage]}</Heading>
      <Show when={hiddenOf(props.proposal, props.passage)}>
        {(hidden) => <HiddenNote hidden={hidden()} caseId={`${props.proposal.id}.${props.passage}`} />}
      </Show>
      <For each={paragraphsOf(props.proposal.plan[props.passage])}>
        {(paragraph) => <Paragraph>{paragraph}</Paragraph>}
      </For>
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
                <HiddenLine
                  hidden={promise.hidden}
                  caseId={props.proposal.mandate && `${props.proposal.mandate.id}.${promise.id}`}
                />
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
