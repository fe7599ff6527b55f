import { For } from "solid-js";
import { ui } from "../words/nl.ts";

/** The outline of what is coming. Invisible for the first 300 ms: what arrives faster needs no waiting. */
export function Loading(props: { readonly shape?: "page" | "cards" | "table" | undefined }) {
  const bars = () => outlines[props.shape ?? "page"];
  return (
    <div class="skeleton" classList={{ grid: props.shape === "cards" }} role="status">
      <span class="visually-hidden">{ui.loading}</span>
      <For each={bars()}>{(bar) => <span class={`skeleton__bar skeleton__bar--${bar}`} aria-hidden="true" />}</For>
    </div>
  );
}

const outlines = {
  page: ["title", "line", "line", "short", "card"],
  cards: ["card", "card", "card"],
  table: ["row", "row", "row", "row", "row"],
} as const;
