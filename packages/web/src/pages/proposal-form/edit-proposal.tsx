import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, Match, on, Show, Switch } from "solid-js";
import { AttachmentEditor } from "../../blocks/attachments.tsx";
import { answer, Refused } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { formatMoment } from "../../words/dates.ts";
import { proposalForm } from "../../words/nl.ts";
import { AnswerForm } from "./answer-form.tsx";
import { type Draft, type Proposal, readDraft, readProposal } from "./answers.ts";
import { DraftForm } from "./draft-form.tsx";
import { VersionForm } from "./version-form.tsx";
import { whyNotNow } from "./why-not-now.ts";

const text = proposalForm;
/** "Wie doet er mee?", after which comes the overview. */
const lastPlanStep = 6;
type Found =
  | { readonly draft: Draft; readonly proposal?: never }
  | { readonly proposal: Proposal; readonly draft?: never };

async function find(proposalId: string): Promise<Found> {
  try {
    return { draft: await answer(readDraft(proposalId)) };
  } catch (error) {
    // It was sent in already: then there is a plan to change, or a question to answer.
    if (error instanceof Refused && error.problem.code === "wrong-state")
      return { proposal: await answer(readProposal(proposalId)) };
    throw error;
  }
}

/** Writing a proposal: the draft, a change after sending it in, or the answer to a question of the officer. */
export function EditProposalPage() {
  const params = useParams<{ proposalId: string }>();
  const reading = createReading(() => params.proposalId, find);
  const [query] = useSearchParams();
  // Another form at the same address: its heading takes focus, as that of a new page does.
  createEffect(
    on(
      () => `${query["wijzig"]} ${query["plan"]}`,
      () => setTimeout(() => document.querySelector("h1")?.focus()),
      { defer: true },
    ),
  );
  const act = () =>
    reading
      .value()
      ?.proposal?.acts.find(
        (each) => each.refusal === undefined && (each.act === "editProposal" || each.act === "completeProposal"),
      )?.act;
  // A longer form asks for files at its end, where the plan is written; the answer to a question has one screen.
  const isTimeForFiles = () => {
    const isOneScreen = act() === "completeProposal" && query["plan"] === undefined;
    return isOneScreen || Number(query["stap"] ?? 1) >= lastPlanStep;
  };
  return (
    <Page title={text.title} bare>
      <Shown reading={reading} who={text.who}>
        {(found) => (
          <>
            <Switch fallback={<NotNow proposal={found().proposal} />}>
              <Match when={found().draft}>{(draft) => <DraftForm draft={draft()} />}</Match>
              <Match when={act() === "completeProposal" && found().proposal}>
                {(proposal) =>
                  query["plan"] === undefined ? (
                    <AnswerForm proposal={proposal()} />
                  ) : (
                    <VersionForm proposal={proposal()} isAnswer />
                  )
                }
              </Match>
              {/* Back, after sending in, must not land in a form that looks as if nothing was sent. */}
              <Match when={act() === "editProposal" && query["wijzig"] !== undefined && found().proposal}>
                {(proposal) => <VersionForm proposal={proposal()} isAnswer={false} />}
              </Match>
            </Switch>
            <Show when={isTimeForFiles() && (found().draft ?? (act() === undefined ? undefined : found().proposal))}>
              {(of) => <AttachmentEditor proposalId={of().id} enterpriseId={of().enterprise.id} />}
            </Show>
          </>
        )}
      </Shown>
    </Page>
  );
}

function NotNow(props: { readonly proposal: Proposal | undefined }) {
  const mayEdit = () =>
    props.proposal?.acts.some(({ act, refusal }) => act === "editProposal" && refusal === undefined) === true;
  const words = () => (mayEdit() ? text.sentIn : text.notNow);
  return (
    <div class="stack">
      <h1 class="nl-heading nl-heading--level-1" tabindex="-1">
        {words().title}
      </h1>
      <Show when={props.proposal}>
        {(proposal) => (
          <Notice
            tone="info"
            title={mayEdit() ? text.sentIn.at(formatMoment(proposal().submittedAt)) : whyNotNow(proposal())}
          >
            <Show when={mayEdit()}>
              <p>{text.sentIn.text}</p>
            </Show>
            <div class="cluster">
              <ButtonLink href={paths.proposal(proposal().id)}>{text.notNow.toProposal}</ButtonLink>
              <Show when={mayEdit()}>
                <ButtonLink href={paths.changeProposal(proposal().id)}>{text.sentIn.change}</ButtonLink>
              </Show>
            </div>
          </Notice>
        )}
      </Show>
    </div>
  );
}
