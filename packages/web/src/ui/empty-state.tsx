import { type JSX, Show } from "solid-js";
import { EmptyVessel } from "../pictures/empty-vessel.tsx";
import { ui } from "../words/nl.ts";

/** A list without anything in it: says when something will stand here, and what a person can do now. */
export function EmptyState(props: {
  readonly title?: string | undefined;
  readonly children: JSX.Element;
  readonly act?: JSX.Element;
}) {
  return (
    <div class="empty">
      <EmptyVessel class="empty__picture" />
      <div class="empty__text">
        <p>
          <strong>{props.title ?? ui.empty.title}</strong>
        </p>
        <p>{props.children}</p>
        <Show when={props.act}>
          <div class="cluster">{props.act}</div>
        </Show>
      </div>
    </div>
  );
}
