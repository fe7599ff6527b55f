import { Match, Show, Switch } from "solid-js";
import type { Proposal } from "../../answers.ts";
import { formatDate } from "../../dates.ts";
import { proposals, words } from "../../messages/nl.ts";
import { Notice } from "../../ui/notice.tsx";
import { type Stage, StageLine } from "../../ui/stage-line.tsx";

/** Where the proposal is: the line of dots with dates, who has it now, and what stands still or came to an end. */
export function ProposalStages(props: { readonly proposal: Proposal }) {
  const of = () => props.proposal;
  const stages = (): readonly Stage[] =>
    of().stages.map(({ stage, state, on }) => ({
      name: proposals.stages[stage],
      state,
      ...(on === undefined ? {} : { on }),
      ...(state === "now" ? holderOf(of()) : {}),
    }));
  return (
    <div class="stack">
      <StageLine stages={stages()} label={proposals.stageLine} wide />
      <Switch>
        <Match when={of().standing.clock?.stoppedOn}>
          {(stoppedOn) => (
            <Notice tone="asking" title={proposals.until.stopped(formatDate(stoppedOn()))}>
              <Show when={of().completionAsked}>
                {(asked) => <p>{proposals.until.answerBy(formatDate(asked().answerBy))}</p>}
              </Show>
            </Notice>
          )}
        </Match>
        <Match when={of().status === "withdrawn"}>
          <Notice tone="info" title={proposals.withdrawn}>
            <Show when={of().withdrawnReason}>{(reason) => <p>{reason()}</p>}</Show>
          </Notice>
        </Match>
      </Switch>
    </div>
  );
}

function holderOf({ standing }: Proposal): Pick<Stage, "heldBy" | "until"> {
  return {
    ...(standing.heldBy === undefined ? {} : { heldBy: words.holders[standing.heldBy] }),
    ...(standing.dueOn === undefined ? {} : { until: standing.dueOn }),
  };
}
