import { type JSX, onMount } from "solid-js";
import { Notice } from "../../ui/notice.tsx";

/** What came of an act: says what happened and who has it now. Takes focus, because the button that did it is gone. */
export function Outcome(props: { readonly title: string; readonly children?: JSX.Element }) {
  let element: HTMLDivElement | undefined;
  onMount(() => {
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  });
  return (
    <div class="outcome" tabindex="-1" ref={(div) => (element = div)}>
      <Notice tone="good" title={props.title}>
        {props.children}
      </Notice>
    </div>
  );
}
