import { Show } from "solid-js";
import type { GrowingList, ListPart } from "../reading/growing-list.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { ShowMore } from "../ui/show-more.tsx";
import { money } from "../words/nl.ts";

/** Under a list: how much is shown, more of it, and what to do when that failed. */
export function ListEnd<T>(props: {
  readonly list: Pick<GrowingList<T>, "more" | "hasFailed">;
  readonly part: ListPart<T>;
}) {
  return (
    <div class="stack stack--close no-print">
      <Show when={props.list.hasFailed()}>
        <ErrorState onRetry={() => void props.list.more()}>{money.moreFailed}</ErrorState>
      </Show>
      <ShowMore
        shown={props.part.items.length}
        hasMore={props.part.cursor !== undefined}
        onMore={() => props.list.more()}
      />
    </div>
  );
}
