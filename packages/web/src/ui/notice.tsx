import { type JSX, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Shape, type ShapeName } from "./shape.tsx";

export type NoticeTone = "info" | "asking" | "good" | "attention";

const shapes: Record<NoticeTone, ShapeName> = { info: "info", asking: "clock", good: "check", attention: "triangle" };

/**
 * Something a person should know before reading on. `spoken` says it aloud when it appears. `takesFocus` does too, by putting
 * focus on its title: for what came of an act, where the button that did it is gone.
 */
export function Notice(props: {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly spoken?: boolean | undefined;
  readonly takesFocus?: boolean | undefined;
  readonly children?: JSX.Element;
}) {
  let title: HTMLElement | undefined;
  onMount(() => {
    if (props.takesFocus === true) title?.focus();
  });
  return (
    <div class={`notice notice--${props.tone}`} role={props.spoken === true ? "alert" : undefined}>
      <Shape name={shapes[props.tone]} class="notice__shape" />
      <Dynamic
        component={`h${props.level ?? 2}`}
        class="notice__title"
        tabindex={props.takesFocus === true ? "-1" : undefined}
        ref={(heading: HTMLElement) => (title = heading)}
      >
        {props.title}
      </Dynamic>
      <Show when={props.children}>
        <div class="notice__body">{props.children}</div>
      </Show>
    </div>
  );
}
