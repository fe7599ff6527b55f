import { createSignal, For, Show } from "solid-js";
import type { Event, EventCode } from "../reading/answers.ts";
import type { GrowingTail } from "../reading/growing-list.ts";
import { paths } from "../site/paths.ts";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { Shape, type ShapeName } from "../ui/shape.tsx";
import { dayOf, formatDate } from "../words/dates.ts";
import { events } from "../words/nl.ts";
import { ListEnd } from "./list-end.tsx";

type Kind = keyof typeof events.kinds;

/** What moved: money, a decision, a promise, news or a step of the work. */
const kindOf: Record<EventCode, Kind> = {
  "enterprise-registered": "step",
  "enterprise-verified": "step",
  "proposal-submitted": "step",
  "proposal-edited": "step",
  "proposal-withdrawn": "step",
  "review-started": "step",
  "completion-asked": "step",
  "proposal-completed": "step",
  "advice-given": "step",
  "advice-corrected": "step",
  "decision-prepared": "step",
  "decision-returned": "step",
  "proposal-awarded": "decision",
  "proposal-rejected": "decision",
  "transfer-proposed": "money",
  "transfer-approved": "money",
  "transfer-refused": "money",
  "transfer-expired": "money",
  "transfer-paid": "money",
  "expense-confirmed": "money",
  "expense-corrected": "money",
  "milestone-reached": "promise",
  "update-posted": "news",
  "evaluation-asked": "step",
  "evaluation-published": "news",
  "money-returned": "money",
  "mandate-closed": "decision",
};

const shapes: Record<Kind, ShapeName> = {
  money: "drop",
  decision: "square",
  promise: "check",
  news: "info",
  step: "dot",
};

/** Steps of city hall among itself: they say nothing to who only wants to know what came of it. */
const internal: ReadonlySet<EventCode> = new Set([
  "review-started",
  "decision-prepared",
  "decision-returned",
  "transfer-proposed",
  "transfer-approved",
  "transfer-refused",
  "transfer-expired",
]);

/** What happened in public, newest first, one short sentence each. */
export function EventStream(props: {
  readonly events: readonly Event[];
  /** So many at first; the rest comes at the press of a button. */
  readonly first?: number | undefined;
  /** On the page of the proposal itself its title says nothing. */
  readonly hideProposal?: boolean | undefined;
  /** For city hall: its own steps too. */
  readonly whole?: boolean | undefined;
  /** Where what happened before comes from, when not all of it came with the page. */
  readonly list?: GrowingTail<Event> | undefined;
}) {
  const told = () => (props.whole === true ? props.events : props.events.filter(({ code }) => !internal.has(code)));
  const [isWhole, setWhole] = createSignal(false);
  const shown = () => (isWhole() || props.first === undefined ? told() : told().slice(0, props.first));
  return (
    <div class="stack stack--close">
      <ol class="stream">
        <For each={shown()}>{(event) => <Line event={event} hideProposal={props.hideProposal} />}</For>
      </ol>
      <Show when={shown().length === told().length && props.list?.part().cursor !== undefined ? props.list : undefined}>
        {(list) => <ListEnd list={list()} part={list().part()} />}
      </Show>
      <Show when={told().length - shown().length}>
        {(left) => (
          <div class="no-print">
            <Button onPress={() => setWhole(true)}>{events.more(left())}</Button>
          </div>
        )}
      </Show>
    </div>
  );
}

function Line(props: { readonly event: Event; readonly hideProposal: boolean | undefined }) {
  const kind = () => kindOf[props.event.code];
  const title = () => {
    const of = props.event.facts["title"];
    return typeof of === "string" && props.hideProposal !== true ? of : undefined;
  };
  return (
    <li class={`stream__line stream__line--${kind()}`}>
      <span class="stream__mark">
        <Shape name={shapes[kind()]} class="stream__shape" />
      </span>
      <div>
        <p>
          <span class="visually-hidden">{events.kinds[kind()]}: </span>
          {events.sentences[props.event.code](props.event.enterprise.name, props.event.facts)}
        </p>
        <p class="small quiet">
          <time datetime={dayOf(props.event.at)}>{formatDate(props.event.at)}</time>
          <Show when={props.event.proposalId === undefined ? undefined : title()}>
            {(of) => (
              <>
                {"\u00a0· "}
                <Link href={paths.proposal(props.event.proposalId ?? "")}>{of()}</Link>
              </>
            )}
          </Show>
        </p>
      </div>
    </li>
  );
}
