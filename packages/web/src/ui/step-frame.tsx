import { createEffect, For, type JSX, on, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { createPageTitle } from "./page-title.ts";

/**
 * One subject of a longer form. Says "Stap 2 van 7" in the title of the tab and with the heading, and takes focus when
 * the step changes. Sits in a `Page` without a title of its own.
 */
export function StepFrame(props: {
  readonly step: number;
  readonly total: number;
  /** The subject, as a question or a noun: "Hoeveel geld is nodig?" */
  readonly title: string;
  readonly children: JSX.Element;
  /** Goes to the step before; leave out on the first. Never loses anything. */
  readonly onBack?: (() => void) | undefined;
}) {
  let heading: HTMLHeadingElement | undefined;
  createPageTitle(() => `${props.title} (${ui.step.count(props.step, props.total)})`);
  createEffect(
    on(
      () => props.step,
      () => {
        heading?.focus();
        scrollTo({ top: 0 });
      },
      { defer: true },
    ),
  );
  return (
    <div class="step">
      <Show when={props.onBack}>
        {(onBack) => (
          <button type="button" class="link-button step__back" onClick={() => onBack()()}>
            {ui.step.back}
          </button>
        )}
      </Show>
      <div class="step__track" aria-hidden="true">
        <For each={Array.from({ length: props.total })}>
          {(_, index) => <span class="step__mark" classList={{ "step__mark--done": index() < props.step }} />}
        </For>
      </div>
      <h1 class="nl-heading nl-heading--level-1" tabindex="-1" ref={(element) => (heading = element)}>
        <span class="step__count">{ui.step.count(props.step, props.total)} </span>
        {props.title}
      </h1>
      {props.children}
    </div>
  );
}
