import { type JSX, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Something of ours failed: what happened, what is kept, what to do. `requestId` is the code for the phone. */
export function ErrorState(props: {
  readonly title?: string | undefined;
  readonly children?: JSX.Element;
  readonly requestId?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <Notice tone="attention" title={props.title ?? ui.errorState.title} spoken>
      <p>{props.children ?? ui.errorState.text}</p>
      <Show when={props.requestId}>{(id) => <p class="small">{ui.errorState.code(id())}</p>}</Show>
      <Show when={props.onRetry}>{(retry) => <Button onPress={() => retry()()}>{ui.errorState.retry}</Button>}</Show>
    </Notice>
  );
}
