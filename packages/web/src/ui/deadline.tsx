import { Show } from "solid-js";
import { daysUntil, formatDate, formatMoment } from "../words/dates.ts";
import { ui } from "../words/nl.ts";

/** A deadline with weekday and hour and how far off it is. A stopped clock says since when instead of counting. */
export function Deadline(props: {
  /** UTC instant. */
  readonly at: string;
  /** UTC instant of now; given by the page so that a list counts from one moment. */
  readonly now: string;
  /** ISO date since when the clock stands still. */
  readonly stoppedOn?: string | undefined;
}) {
  const days = () => daysUntil(props.at, props.now);
  const isPast = () => props.stoppedOn === undefined && new Date(props.at) < new Date(props.now);
  return (
    <span class="deadline" classList={{ "deadline--past": isPast() }}>
      <span class="deadline__left">
        <Show
          when={props.stoppedOn}
          fallback={isPast() ? ui.deadline.past(Math.max(1, -days())) : ui.deadline.left(days())}
        >
          {(since) => ui.deadline.stopped(formatDate(since()))}
        </Show>
      </span>
      <time class="quiet" datetime={props.at}>
        {ui.deadline.by(formatMoment(props.at))}
      </time>
    </span>
  );
}
