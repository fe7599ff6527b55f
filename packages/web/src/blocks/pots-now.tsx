import { For, Show } from "solid-js";
import type { Pot } from "../reading/answers.ts";
import type { Districts } from "../site/site.ts";
import { formatCents } from "../words/money.ts";
import { pots as text } from "../words/nl.ts";

/** Whether a pot may pay for a plan: one of the whole municipality, or of a district that the plan is for. */
export const isForPot = (districts: Districts, ofPot: string | undefined): boolean =>
  ofPot === undefined || districts === "all" || districts.includes(ofPot);

/**
 * What can be paid from now: each pot with what is left, and in words when none holds what is asked. One decision takes
 * its money from one pot.
 */
export function PotsNow(props: {
  readonly pots: readonly Pot[];
  readonly askedCents: number;
  /** Who reads it: the board that asks, or the officer who advises. */
  readonly reader: "board" | "officer";
}) {
  const most = () => Math.max(0, ...props.pots.map(({ availableCents }) => availableCents));
  return (
    <div class="panel stack stack--tight">
      <p>
        <strong>{text.title}</strong>
      </p>
      <Show when={props.pots.length > 0} fallback={<p>{text.none}</p>}>
        <ul class="plain">
          <For each={props.pots}>
            {({ name, availableCents }) => <li>{text.left(name, formatCents(availableCents))}</li>}
          </For>
        </ul>
      </Show>
      <p role="status">
        <Show when={props.askedCents > most()}>{text.more[props.reader](formatCents(props.askedCents))}</Show>
      </p>
    </div>
  );
}
