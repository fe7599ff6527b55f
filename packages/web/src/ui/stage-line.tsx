import { For, Show } from "solid-js";
import { formatDate, formatDaysShort } from "../words/dates.ts";
import { ui } from "../words/nl.ts";

/** A stage of a proposal. `on` is when it was reached; `heldBy` and `until` belong to the stage that is going on now. */
export interface Stage {
  readonly name: string;
  readonly state: "done" | "now" | "todo";
  /** ISO date or instant. */
  readonly on?: string | undefined;
  /** ISO date on which what is to come begins. */
  readonly from?: string | undefined;
  readonly heldBy?: string | undefined;
  /** ISO date by which the holder answers. */
  readonly until?: string | undefined;
}

/** Where something is: done stages with their dates, the present one with who has it and until when, and what is to come. */
export function StageLine(props: {
  readonly stages: readonly Stage[];
  readonly label: string;
  readonly wide?: boolean | undefined;
}) {
  const days = () => {
    const reached = props.stages.flatMap(({ on }) => on ?? []);
    const short = formatDaysShort(reached);
    return new Map(reached.map((on, index) => [on, short[index]]));
  };
  return (
    <ol class="stage-line" classList={{ "stage-line--wide": props.wide === true }} aria-label={props.label}>
      <For each={props.stages}>
        {(stage) => (
          <li
            class={`stage-line__step stage-line__step--${stage.state}`}
            aria-current={stage.state === "now" ? "step" : undefined}
          >
            <Dot state={stage.state} />
            <div>
              <span class="stage-line__name">
                {stage.name}
                <span class="visually-hidden">, {ui.stages[stage.state]}</span>
              </span>
              <Show when={stage.on}>
                {(on) => (
                  <time class="stage-line__when" datetime={on()} title={formatDate(on())}>
                    {props.wide === true ? days().get(on()) : formatDate(on())}
                  </time>
                )}
              </Show>
              <Show when={stage.from}>
                {(from) => (
                  <time class="stage-line__when" datetime={from()}>
                    {ui.stages.from(formatDate(from()))}
                  </time>
                )}
              </Show>
              <Show when={stage.heldBy}>
                {(who) => (
                  <span class="stage-line__who">
                    {ui.stages.heldBy(who())}
                    <Show when={stage.until}>{(until) => <>, {ui.stages.until(formatDate(until()))}</>}</Show>
                  </span>
                )}
              </Show>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}

const outer = { done: "var(--hevel-moss)", now: "var(--hevel-water)", todo: "var(--hevel-line-strong)" } as const;

function Dot(props: { state: Stage["state"] }) {
  return (
    <svg class="stage-line__dot" viewBox="0 0 28 28" aria-hidden="true">
      <circle
        cx="14"
        cy="14"
        r={props.state === "now" ? 12 : 9}
        fill={props.state === "done" ? outer.done : "var(--hevel-white)"}
        stroke={outer[props.state]}
        stroke-width={props.state === "now" ? 4 : 2.5}
      />
      <Show when={props.state === "done"}>
        <path
          d="m9.5 14.3 3.2 3.2 6-6.8"
          fill="none"
          stroke="var(--hevel-white)"
          stroke-width="2.8"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </Show>
      <Show when={props.state === "now"}>
        <circle cx="14" cy="14" r="5" fill="var(--hevel-sun)" />
      </Show>
    </svg>
  );
}
