import { useParams, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ContactPanel } from "../../ui/contact-panel.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { formatDate, formatMoment } from "../../words/dates.ts";
import { proposalForm } from "../../words/nl.ts";
import type { Proposal } from "./answers.ts";

const text = proposalForm.received;

type What = keyof typeof text.titles;
const whats: Readonly<Record<string, What>> = { wijziging: "change", antwoord: "answer" };

/** What happens after sending in, by when, and whom to call. */
export function ProposalReceivedPage() {
  const params = useParams<{ proposalId: string }>();
  const reading = createReading(
    () => params.proposalId,
    (proposalId) => answer(api.proposals[":proposalId"].$get({ param: { proposalId } })),
  );
  const [query] = useSearchParams();
  const what = (): What => whats[String(query["wat"])] ?? "proposal";
  return (
    <Page title={text.titles[what()]} lead={reading.value()?.plan.title}>
      <Shown reading={reading} isPart>
        {(proposal) => (
          <div class="split split--start">
            <Next proposal={proposal()} what={what()} />
            <ContactPanel />
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Next(props: { readonly proposal: Proposal; readonly what: What }) {
  const said = () =>
    props.what === "proposal" ? text.at(formatMoment(props.proposal.submittedAt)) : text.received[props.what];
  const mayEdit = () => props.proposal.acts.some(({ act, refusal }) => act === "editProposal" && refusal === undefined);
  return (
    <div class="stack">
      <Notice tone="good" title={said()} />
      <Heading level={2}>{text.nextTitle}</Heading>
      <ol class="next-steps">
        <Show when={props.what === "proposal"}>
          <li class="next-steps__step">{text.steps.mail}</li>
        </Show>
        <li class="next-steps__step">{text.steps.read}</li>
        <Show when={props.proposal.standing.clock}>
          {(clock) => <li class="next-steps__step">{text.steps.answer(formatDate(clock().endsOn))}</li>}
        </Show>
        <Show when={mayEdit()}>
          <li class="next-steps__step">{text.steps.change}</li>
        </Show>
      </ol>
      <div class="cluster">
        <ButtonLink look="primary" href={paths.proposal(props.proposal.id)}>
          {text.toProposal}
        </ButtonLink>
        <Show when={mayEdit()}>
          <ButtonLink href={paths.changeProposal(props.proposal.id)}>{text.edit}</ButtonLink>
        </Show>
      </div>
    </div>
  );
}
