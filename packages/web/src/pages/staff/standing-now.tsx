import { Show } from "solid-js";
import type { Proposal } from "../../reading/answers.ts";
import { dayOf, formatDate } from "../../words/dates.ts";
import { staff, staffMandate, staffProposal, words, workList } from "../../words/nl.ts";
import { mandateInWords, nextInWords } from "../../words/standing.ts";
import { WorkDeadline } from "./work-deadline.tsx";

/** Where a proposal is, as it is now: who has it or the term of its mandate, what comes next, and by when. */
export function StandingNow(props: {
  readonly standing: Proposal["standing"];
  /** Last day of the board to answer what it was asked. */
  readonly answerBy?: string | undefined;
}) {
  const text = staffProposal.clock;
  const of = () => props.standing;
  const where = () => {
    const { mandate, heldBy } = of();
    if (mandate !== undefined) return mandateInWords(mandate);
    return heldBy === undefined ? staff.noActDone : words.holders[heldBy];
  };
  const isSilent = () => (of().next === "go-on" ? props.answerBy : undefined);
  return (
    <dl class="standing">
      <div>
        <dt>{of().mandate === undefined ? text.holder : staffMandate.crumb}</dt>
        <dd>
          {where()}
          <p class="small quiet">{workList.since(formatDate(of().since))}</p>
        </dd>
      </div>
      <Show when={nextInWords(of())}>
        {(next) => (
          <div>
            <dt>{text.next}</dt>
            <dd>{next()}</dd>
          </div>
        )}
      </Show>
      <Show when={of().mandate === undefined && (of().dueOn !== undefined || of().clock !== undefined)}>
        <div>
          <dt>{of().clock === undefined ? text.due : text.decideBy}</dt>
          <dd>
            <WorkDeadline
              dueOn={of().clock?.stoppedOn === undefined ? (of().clock?.endsOn ?? of().dueOn) : of().dueOn}
              clock={of().clock}
              since={of().since}
              today={dayOf(new Date())}
            />
            <Show when={isSilent()}>{(date) => <p class="small">{text.silent(formatDate(date()))}</p>}</Show>
          </dd>
        </div>
      </Show>
    </dl>
  );
}
