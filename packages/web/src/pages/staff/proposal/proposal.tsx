import { useParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { Existing } from "../../../blocks/existing.tsx";
import { toneOf } from "../../../blocks/proposal-tone.ts";
import { createReading, Shown } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import { districtNames, useSite } from "../../../site/site.ts";
import { ButtonLink } from "../../../ui/button.tsx";
import { Link } from "../../../ui/link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { StageLine } from "../../../ui/stage-line.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { formatCents } from "../../../words/money.ts";
import { proposals, staff, staffProposal, workList } from "../../../words/nl.ts";
import { nextInWords, statusInWords } from "../../../words/standing.ts";
import { CaseHolder } from "../case-holder.tsx";
import { Desk } from "../desk.tsx";
import { Outcome } from "../outcome.tsx";
import { hasRole, useStaff, whoMay, whyNot } from "../staff-viewer.ts";
import { StandingNow } from "../standing-now.tsx";
import { AskOrAdvise, StartReview } from "./act-review.tsx";
import { CorrectAdvice } from "./advice-form.tsx";
import type { Case } from "./case.ts";
import { readCase } from "./case.ts";
import type { Done } from "./done.ts";
import { Material } from "./material.tsx";
import { PrepareDecision } from "./prepare-decision.tsx";
import { ReturnDecision } from "./return-decision.tsx";
import { PreparedDecision } from "./take-decision.tsx";

/** One proposal for city hall: everything needed to decide on the left, the act on the right. */
export function StaffProposalPage() {
  const params = useParams<{ proposalId: string }>();
  const site = useSite();
  const viewer = useStaff();
  const reading = createReading(
    () =>
      site().isKnown
        ? { proposalId: params.proposalId, seesBoard: hasRole(viewer(), "officer", "council", "finance", "auditor") }
        : undefined,
    readCase,
  );
  const [done, setDone] = createSignal<Done>();
  const finish = async (what: Done) => {
    // Who has it is what the API says now: before the page says what was done.
    await reading.again();
    setDone(what);
  };
  const of = () => reading.value()?.proposal;
  return (
    <Existing reading={reading}>
      <Page
        title={of()?.plan.title ?? staffProposal.crumb}
        lead={of()?.plan.summary}
        eyebrow={
          <Show when={of()} fallback={staff.eyebrow}>
            {(proposal) => (
              <>
                <Link href={paths.staffEnterprise(proposal().enterprise.id)}>{proposal().enterprise.name}</Link>
                {`\u00a0· ${districtNames(site(), proposal().plan.districts)}\u00a0· ${formatCents(proposal().appliedForCents)}`}
              </>
            )}
          </Show>
        }
        acts={
          <Show when={of()}>
            {(proposal) => (
              <>
                <StatusBadge tone={toneOf(proposal().status)}>{statusInWords(proposal())}</StatusBadge>
                <Link href={paths.proposal(proposal().id)}>{staff.toPublic}</Link>
              </>
            )}
          </Show>
        }
        crumbs={[{ label: workList.title, href: paths.staff() }]}
      >
        <Shown reading={reading} who={whoMay("officer", "council", "finance", "clerk", "auditor")} isPart>
          {(about) => (
            <div class="stack stack--loose">
              <StandingNow standing={about().proposal.standing} answerBy={about().proposal.completionAsked?.answerBy} />
              <StageLine
                stages={about().proposal.stages.map(({ stage, ...rest }) => ({
                  name: proposals.stages[stage],
                  ...rest,
                }))}
                label={proposals.stageLine}
                wide
              />
              <Desk
                isLargeAct={isPreparing(about(), viewer())}
                material={<Material about={about()} />}
                act={
                  <>
                    <Show when={done()} keyed>
                      {(what) => <DoneNotice done={what} />}
                    </Show>
                    <Act about={about()} onDone={finish} />
                    <Show when={about().proposal.standing.heldBy}>
                      {(heldBy) => <CaseHolder caseId={about().proposal.id} heldBy={heldBy()} />}
                    </Show>
                  </>
                }
              />
            </div>
          )}
        </Shown>
      </Page>
    </Existing>
  );
}

/** Making a decision ready takes a form with many fields. */
const isPreparing = ({ proposal, decisions }: Case, viewer: ReturnType<ReturnType<typeof useStaff>>): boolean =>
  hasRole(viewer, "officer") &&
  proposal.acts.some(({ act, refusal }) => act === "prepareDecision" && refusal !== "own-interest") &&
  !decisions.items.some(({ status }) => status === "prepared");

function DoneNotice(props: { readonly done: Done }) {
  return (
    <Outcome title={props.done.title}>
      <Show when={props.done.next}>{(next) => <p>{next()}</p>}</Show>
      <div class="cluster">
        <Show when={props.done.link}>
          {(link) => (
            <Link href={link().href} onward>
              {link().label}
            </Link>
          )}
        </Show>
        <Link href={paths.staff()} onward>
          {staff.toList}
        </Link>
      </div>
    </Outcome>
  );
}

/** The one thing the reader can do now; or who can, and why not the reader. */
function Act(props: { readonly about: Case; readonly onDone: (done: Done) => void }) {
  const viewer = useStaff();
  const acts = () => props.about.proposal.acts;
  const can = (name: ReturnType<typeof acts>[number]["act"]) => acts().find(({ act }) => act === name);
  const own = () => acts().find(({ refusal }) => refusal === "own-interest")?.refusal;
  const prepared = () => props.about.decisions.items.find(({ status }) => status === "prepared");
  return (
    <Switch fallback={<Nothing about={props.about} />}>
      <Match when={prepared()}>
        {(decision) => (
          <>
            <PreparedDecision about={props.about} decision={decision()} onDone={props.onDone} />
            <Show when={can("correctAdvice")?.refusal === undefined && can("correctAdvice")}>
              <CorrectAdvice about={props.about} onDone={props.onDone} />
            </Show>
            <Show when={decision().returnRefusal === undefined}>
              <ReturnDecision about={props.about} decision={decision()} onDone={props.onDone} />
            </Show>
          </>
        )}
      </Match>
      <Match when={hasRole(viewer(), "officer") && own()}>
        {(refusal) => (
          <div class="act act--quiet">
            <Notice tone="asking" title={whyNot(refusal())} />
          </div>
        )}
      </Match>
      <Match when={can("startReview")}>
        {(act) => <StartReview about={props.about} refusal={act().refusal} onDone={props.onDone} />}
      </Match>
      <Match when={can("giveAdvice")}>
        <AskOrAdvise about={props.about} onDone={props.onDone} />
      </Match>
      <Match when={can("prepareDecision")}>
        <PrepareDecision about={props.about} onDone={props.onDone} />
        <CorrectAdvice about={props.about} onDone={props.onDone} />
      </Match>
    </Switch>
  );
}

function Nothing(props: { readonly about: Case }) {
  const standing = () => props.about.proposal.standing;
  return (
    <div class="act act--quiet stack stack--close">
      <p>
        <strong>{standing().heldBy === undefined ? staff.noActDone : staff.noAct}</strong>
      </p>
      <Show when={nextInWords(standing())}>{(next) => <p>{next()}</p>}</Show>
      <Show when={props.about.proposal.mandate}>
        {(mandate) => <ButtonLink href={paths.staffMandate(mandate().id)}>{staffProposal.mandate}</ButtonLink>}
      </Show>
    </div>
  );
}
