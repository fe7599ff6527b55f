import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { AttachmentList } from "../../blocks/attachments.tsx";
import { EndingWords } from "../../blocks/ending-words.tsx";
import { EvaluationList } from "../../blocks/evaluation-list.tsx";
import { EventStream } from "../../blocks/event-stream.tsx";
import { FollowPanel } from "../../blocks/follow-panel.tsx";
import { HiddenNotice } from "../../blocks/hidden-notice.tsx";
import { ListEnd } from "../../blocks/list-end.tsx";
import { HiddenNote, ReportLink } from "../../blocks/moderation.tsx";
import { PageOf } from "../../blocks/page-of.tsx";
import { PrintedAddress } from "../../blocks/printed-address.tsx";
import { toneOf } from "../../blocks/proposal-tone.ts";
import { UpdateFeed } from "../../blocks/update-feed.tsx";
import type { Mandate, Proposal } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { createProposalTails } from "../../reading/proposal-tails.ts";
import { createReading } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useBoards } from "../../site/site.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Contents } from "../../ui/contents.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { evaluations, follow, hidden as hiddenText, proposals, words } from "../../words/nl.ts";
import { statusInWords } from "../../words/standing.ts";
import { BoardBar } from "./board-bar.tsx";
import { ProposalAdvice, ProposalDecision } from "./proposal-decision.tsx";
import { ProposalExpenses, ProposalLines, ProposalSums } from "./proposal-money.tsx";
import { isOnRecord, partsOf } from "./proposal-parts.ts";
import { isOff, PassageReports, ProposalPlan, ProposalPromises } from "./proposal-plan.tsx";
import { Agreement, ProposalMoney } from "./proposal-side.tsx";
import { ProposalStages } from "./proposal-stages.tsx";

const firstEvents = 4;
const firstUpdates = 2;

/** The one page of a proposal, for life. */
export function ProposalPage() {
  const params = useParams<{ id: string }>();
  const reading = createReading(
    () => params.id,
    (proposalId) => answer(api.proposals[":proposalId"].$get({ param: { proposalId } })),
  );
  return (
    <PageOf reading={reading} name={proposals.one}>
      {(proposal) => <Whole proposal={proposal()} />}
    </PageOf>
  );
}

function Whole(props: { readonly proposal: Proposal }) {
  const of = () => props.proposal;
  const isOnBoard = useBoards();
  const tails = createProposalTails(of);
  return (
    <Page
      title={of().plan.title || hiddenText.record.untitled}
      lead={of().plan.summary}
      eyebrow={
        <>
          <Link href={paths.enterprise(of().enterprise.id)}>{of().enterprise.name}</Link>
          {"\u00a0· "}
          <Where of={of()} />
        </>
      }
      crumbs={[{ label: proposals.title, href: paths.proposals() }]}
      acts={
        <>
          <StatusBadge tone={toneOf(of().status)}>{statusInWords(of())}</StatusBadge>
          <Show when={of().hidden === undefined && of().wordsHidden === undefined}>
            <Button onPress={toFollow}>{follow.title.proposal}</Button>
          </Show>
        </>
      }
    >
      <div class="stack stack--loose">
        <Show when={of().hidden} fallback={<OnRecord proposal={of()} />}>
          {(because) => <HiddenNotice because={because()} id={of().id} isOnRecord={of().wordsHidden !== undefined} />}
        </Show>
        <ProposalStages proposal={of()} />
      </div>
      <BoardBar proposal={of()} />
      <div class="guided split--printed section">
        <Contents parts={partsOf(of())} />
        <ProposalMoney proposal={of()} />
        <div class="guided__main stack stack--sections">
          <Show when={of().mandate?.status === "evaluation" ? of().mandate : undefined}>
            {(mandate) => (
              <div class="no-print">
                <Notice tone="asking" title={proposals.evaluation.invite}>
                  <ButtonLink href={paths.evaluate(mandate().id)}>{proposals.evaluation.act}</ButtonLink>
                </Notice>
              </div>
            )}
          </Show>
          <Show when={!isOnRecord(of())}>
            <ProposalPlan proposal={of()} />
          </Show>
          <ProposalPromises proposal={of()} />
          <ProposalSums proposal={of()} />
          <ProposalLines proposal={of()} />
          <ProposalExpenses proposal={of()} list={tails.expenses} />
          <Show when={!isOnRecord(of())}>
            <AttachmentList proposalId={of().id} />
          </Show>
          <Show when={!isOnRecord(of()) && (of().updates.length > 0 || !isOff(of().status))}>
            <section class="stack no-print" id="nieuws">
              <Heading level={2}>{proposals.news.title}</Heading>
              <Show when={of().updates.length > 0} fallback={<EmptyState>{proposals.news.empty}</EmptyState>}>
                <UpdateFeed
                  updates={tails.updates.part().items}
                  list={tails.updates}
                  first={firstUpdates}
                  mayEdit={isOnBoard(of().enterprise.id)}
                />
              </Show>
            </section>
          </Show>
          <ProposalAdvice proposal={of()} />
          <ProposalDecision proposal={of()} />
          <Show when={of().mandate}>
            {(mandate) => <Agreement mandate={mandate()} decidedOn={of().decision?.decidedOn} />}
          </Show>
          <Show when={of().mandate?.ending}>
            {(ending) => (
              <EndingWords ending={ending()} mandateId={of().mandate?.id ?? ""} endsOn={of().mandate?.endsOn} />
            )}
          </Show>
          <Show when={of().mandate}>
            {(mandate) => (
              <section class="stack no-print" id="evaluatie">
                <Heading level={2}>{proposals.evaluation.title}</Heading>
                <Show
                  when={of().evaluations.length > 0}
                  fallback={
                    <Show when={isBeingEvaluated(mandate())} fallback={<EmptyState>{evaluations.empty}</EmptyState>}>
                      <EmptyState title={proposals.evaluation.goingTitle}>{proposals.evaluation.going}</EmptyState>
                    </Show>
                  }
                >
                  <EvaluationList
                    voices={tails.evaluations.part().items}
                    isPart={tails.evaluations.part().cursor !== undefined}
                    milestones={mandate().milestones}
                  />
                  <Show when={tails.evaluations.part().cursor}>
                    <ListEnd list={tails.evaluations} part={tails.evaluations.part()} />
                  </Show>
                </Show>
              </section>
            )}
          </Show>
          <section class="stack no-print" id="tijdlijn">
            <Heading level={2}>{proposals.timeline}</Heading>
            <EventStream events={tails.events.part().items} list={tails.events} first={firstEvents} hideProposal />
          </section>
          <Show when={!isOnRecord(of())}>
            <Show
              when={of().mandate}
              fallback={<ReportLink of={{ kind: "proposal", id: of().id }} about={of().plan.title} />}
            >
              <PassageReports proposal={of()} />
            </Show>
          </Show>
          <PrintedAddress />
        </div>
        <Show when={of().hidden === undefined && of().wordsHidden === undefined}>
          <div class="guided__side guided__side--later no-print">
            <FollowPanel subject={{ kind: "proposal", id: of().id }} />
          </div>
        </Show>
      </div>
    </Page>
  );
}

/** For everybody, in the place of the words: since when they are hidden, why, what stays, and how to object. */
function OnRecord(props: { readonly proposal: Proposal }) {
  const { hidden: ownPage } = props.proposal;
  const caseId = () => (props.proposal.plan.title === "" ? props.proposal.id : props.proposal.enterprise.id);
  return (
    <Show when={ownPage === undefined ? props.proposal.wordsHidden : undefined}>
      {(hidden) => (
        <>
          <HiddenNote hidden={hidden()} caseId={caseId()} />
          <p>{hiddenText.record.visitor}</p>
        </>
      )}
    </Show>
  );
}

const isBeingEvaluated = ({ status }: Mandate) => status === "evaluation" || status === "ending-prepared";

/** To the panel that asks for an address: its box, or the one button of who is signed in. */
function toFollow(): void {
  document.querySelector<HTMLElement>("#volgen input, #volgen button")?.focus();
}

/** Where it is for: each of its districts as a link, or the whole municipality. */
function Where(props: { readonly of: Proposal }) {
  const districts = () => (props.of.plan.districts === "all" ? [] : props.of.districts);
  return (
    <For each={districts()} fallback={words.everywhere}>
      {({ code, name }, index) => (
        <>
          <Show when={index() > 0}>{index() === districts().length - 1 ? words.and : ", "}</Show>
          <Link href={paths.district(code)}>{name}</Link>
        </>
      )}
    </For>
  );
}
