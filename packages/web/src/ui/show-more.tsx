import { Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { announce } from "./announcer.ts";
import { Button } from "./button.tsx";

/** More of a list, added under what is there. Says how much there is, and speaks how many lines came. */
export function ShowMore(props: {
  readonly shown: number;
  readonly total?: number | undefined;
  readonly hasMore: boolean;
  /** Fetches the next part; resolves to how many lines came. */
  readonly onMore: () => Promise<number>;
}) {
  return (
    <div class="cluster">
      <Show when={props.hasMore}>
        <Button onPress={async () => announce(ui.showMore.added(await props.onMore()))}>{ui.showMore.button}</Button>
      </Show>
      <span class="small quiet">{ui.showMore.shown(props.shown, props.total)}</span>
    </div>
  );
}
