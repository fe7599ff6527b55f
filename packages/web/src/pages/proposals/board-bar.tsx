import { Match, Show, Switch } from "solid-js";
import type { Proposal } from "../../reading/answers.ts";
import { paths } from "../../site/paths.ts";
import { useBoards } from "../../site/site.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { formatLastDay } from "../../words/dates.ts";
import { proposals } from "../../words/nl.ts";

const text = proposals.board;

/** For who sits on the board of the enterprise: what is asked of them here, and what they can do. */
export function BoardBar(props: { readonly proposal: Proposal }) {
  const isOnBoard = useBoards();
  const of = () => props.proposal;
  const can = (name: Proposal["acts"][number]["act"]) =>
    of().acts.some(({ act, refusal }) => act === name && refusal === undefined);
  const asked = () => (can("completeProposal") ? of().completionAsked : undefined);
  return (
    <Show when={isOnBoard(of().enterprise.id)}>
      <section class="panel board-bar stack stack--close no-print" aria-label={text.label}>
        <Heading level={2} looks={3}>
          {asked() === undefined ? text.label : text.askedTitle}
        </Heading>
        <Switch fallback={<p>{text.nothingAsked}</p>}>
          <Match when={asked()}>
            {(question) => (
              <>
                <p class="lines">{question().question}</p>
                <p class="small quiet">{text.answerBy(formatLastDay(question().answerBy))}</p>
              </>
            )}
          </Match>
        </Switch>
        <div class="cluster">
          <Show when={asked()}>
            <ButtonLink look="primary" href={paths.editProposal(of().id)}>
              {text.answer}
            </ButtonLink>
          </Show>
          <Show when={can("editProposal")}>
            <ButtonLink href={paths.changeProposal(of().id)}>{text.change}</ButtonLink>
          </Show>
          <Show when={of().mandate}>
            {(mandate) => (
              <ButtonLink href={paths.boardMandate(of().enterprise.id, mandate().id)}>{text.money}</ButtonLink>
            )}
          </Show>
          <Link href={paths.proposalVersions(of().id)}>{text.versions}</Link>
          <Show when={can("withdrawProposal")}>
            <Link href={paths.withdrawProposal(of().id)}>{text.withdraw}</Link>
          </Show>
        </div>
      </section>
    </Show>
  );
}
