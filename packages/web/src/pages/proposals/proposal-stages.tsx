import { Match, Show, Switch } from "solid-js";
import type { Proposal } from "../../reading/answers.ts";
import { Notice } from "../../ui/notice.tsx";
import { Shape } from "../../ui/shape.tsx";
import { type Stage, StageLine } from "../../ui/stage-line.tsx";
import { formatDate } from "../../words/dates.ts";
import { proposals } from "../../words/nl.ts";
import { nextInWords, standingInWords } from "../../words/standing.ts";

/** Where the proposal is: the line of dots with dates, who has it now, and what stands still or came to an end. */
export function ProposalStages(props: { readonly proposal: Proposal }) {
  const of = () => props.proposal;
  const stages = (): readonly Stage[] =>
    of().stages.map(({ stage, ...rest }) => ({ name: proposals.stages[stage], ...rest }));
  return (
    <div class="stack">
      <StageLine stages={stages()} label={proposals.stageLine} wide />
      <Show when={standingInWords(of().standing)}>
        {(line) => (
          <p class="holder">
            <Shape name="clock" class="holder__shape" />
            <span>
              <strong>{line()}</strong>
              <Show when={nextInWords(of().standing)}>{(next) => <span class="holder__next">{next()}</span>}</Show>
            </span>
          </p>
        )}
      </Show>
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
