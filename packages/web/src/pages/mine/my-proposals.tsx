import { For, Show } from "solid-js";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Link } from "../../ui/link.tsx";
import { StatusBadge, type StatusTone } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { mine } from "../../words/nl.ts";
import { standingInWords, statusInWords } from "../../words/standing.ts";
import type { MyPage } from "./task-list.tsx";

type MyProposal = MyPage["proposals"][number];

const tones: Record<MyProposal["status"], StatusTone> = {
  draft: "quiet",
  submitted: "going",
  "in-review": "going",
  "completion-asked": "waiting",
  advised: "going",
  "decision-prepared": "going",
  awarded: "good",
  evaluation: "waiting",
  closed: "good",
  rejected: "attention",
  withdrawn: "quiet",
};

const text = mine.proposals;

/** Proposals of one's boards: where each is, who has it, by when. A draft opens in its form, the others on their page. */
export function MyProposals(props: { readonly proposals: readonly MyProposal[]; readonly startHref: string }) {
  return (
    <Show
      when={props.proposals.length > 0}
      fallback={
        <EmptyState title={text.emptyTitle} act={<ButtonLink href={props.startHref}>{text.start}</ButtonLink>}>
          {text.empty}
        </EmptyState>
      }
    >
      <ul class="rows">
        <For each={props.proposals}>
          {(proposal) => (
            <li class="rows__row">
              <div>
                <p class="rows__title">
                  <Link
                    href={proposal.status === "draft" ? paths.editProposal(proposal.id) : paths.proposal(proposal.id)}
                  >
                    {proposal.title || text.untitled}
                  </Link>
                </p>
                <p class="small quiet">
                  {proposal.enterprise}
                  <Standing standing={proposal.standing} isDraft={proposal.status === "draft"} />
                </p>
              </div>
              <StatusBadge tone={tones[proposal.status]}>{statusInWords(proposal)}</StatusBadge>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Standing(props: { readonly standing: MyProposal["standing"]; readonly isDraft: boolean }) {
  return (
    <Show when={props.isDraft ? undefined : standingInWords(props.standing)}>
      {(line) => (
        <>
          {"\u00a0· "}
          {line()}
          <Show when={props.standing.clock?.stoppedOn}>{(date) => <>. {text.stopped(formatDate(date()))}</>}</Show>
        </>
      )}
    </Show>
  );
}
