import { Match, Show, Switch } from "solid-js";
import { Shape } from "../../ui/shape.tsx";
import { daysUntil, formatDate, formatLastDay } from "../../words/dates.ts";
import { ui, workList } from "../../words/nl.ts";
import type { WorkRow } from "./answers.ts";

/** A term of the work: how many days are left, whether its clock stands still and since when, and its last day. */
export function WorkDeadline(props: {
  readonly dueOn: string | undefined;
  readonly clock?: WorkRow["clock"] | undefined;
  /** ISO instant since when it waits; said where there is no last day. */
  readonly since: string;
  readonly today: string;
  /** The day is a plan and no term: payment of an instalment. */
  readonly isPlan?: boolean | undefined;
}) {
  const stopped = () => (props.clock?.stoppedOn === undefined ? undefined : props.clock);
  return (
    <div class="due">
      <Switch fallback={<p class="quiet">{workList.since(formatDate(props.since))}</p>}>
        <Match when={stopped()}>
          {(clock) => (
            <>
              <p class="due__left">
                <Shape name="square" class="due__shape" />
                {workList.stopped(ui.deadline.left(clock().daysLeft), formatDate(clock().stoppedOn ?? ""))}
              </p>
              <Show when={props.dueOn}>
                {(date) => <p class="small quiet">{workList.answerBy(formatLastDay(date()))}</p>}
              </Show>
            </>
          )}
        </Match>
        <Match when={props.dueOn}>
          {(date) => <Days date={date()} left={daysUntil(date(), props.today)} isPlan={props.isPlan === true} />}
        </Match>
      </Switch>
    </div>
  );
}

function Days(props: { date: string; left: number; isPlan: boolean }) {
  const isLate = () => props.left < 0;
  const says = () => (props.isPlan ? workList.planned : workList.by)(formatLastDay(props.date));
  return (
    <>
      <p class="due__left" classList={{ "due__left--late": isLate() }}>
        <Show when={isLate()}>
          <Shape name="triangle" class="due__shape" />
        </Show>
        {isLate() ? ui.deadline.past(-props.left) : ui.deadline.left(props.left)}
      </p>
      <p class="small quiet">{says()}</p>
    </>
  );
}
