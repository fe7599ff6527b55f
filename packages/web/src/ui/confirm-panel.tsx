import { type JSX, Show } from "solid-js";
import { formatMoment } from "../words/dates.ts";
import { ui } from "../words/nl.ts";
import { Notice } from "./notice.tsx";

/**
 * An act that needs a second person. Says plainly who prepared it and when, and whether this person may confirm it.
 * With `refusal` (why not, and who can) the acts are not shown.
 */
export function ConfirmPanel(props: {
  readonly title: string;
  readonly preparedBy: string;
  /** Where the first half is not preparing: "Akkoord gegeven door". */
  readonly preparedLabel?: string | undefined;
  /** UTC instant. */
  readonly preparedAt: string;
  /** The present person with the role in which he acts: "M. de Boer, college". */
  readonly viewer: string;
  readonly viewerLabel?: string | undefined;
  readonly refusal?: string | undefined;
  /** What is confirmed: the amount, from where to where, the decision. */
  readonly children: JSX.Element;
  /** The buttons, or a form. */
  readonly acts: JSX.Element;
}) {
  return (
    <section class="confirm" aria-label={props.title}>
      <h2 class="nl-heading nl-heading--level-3">{props.title}</h2>
      <div class="confirm__people">
        <div class="confirm__person">
          <p class="small quiet">{props.preparedLabel ?? ui.confirm.preparedBy}</p>
          <p>
            <strong>{props.preparedBy}</strong>
          </p>
          <p class="small quiet">{formatMoment(props.preparedAt)}</p>
        </div>
        <div class="confirm__person confirm__person--waiting">
          <p class="small quiet">{props.viewerLabel ?? ui.confirm.second}</p>
          <p>
            <strong>{props.viewer}</strong>
          </p>
        </div>
      </div>
      {props.children}
      <div class="confirm__acts">
        <Show when={props.refusal} fallback={<div class="cluster">{props.acts}</div>}>
          {(refusal) => <Notice tone="asking" level={3} title={refusal()} />}
        </Show>
      </div>
    </section>
  );
}
