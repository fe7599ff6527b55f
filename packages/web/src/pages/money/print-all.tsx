import { createSignal, Show } from "solid-js";
import type { GrowingList } from "../../reading/growing-list.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../words/money.ts";
import { money } from "../../words/nl.ts";

/** Prints a list that grows: the rest of it is fetched first, so that nothing is missing on paper. Too long a list is not printed. */
export function PrintAll<T>(props: { readonly list: GrowingList<T>; readonly max: number }) {
  const [isBusy, setBusy] = createSignal(false);
  const [isTooLong, setTooLong] = createSignal(false);
  const part = () => props.list.reading.value();
  const printAll = async () => {
    if (isBusy()) return;
    setBusy(true);
    while (part()?.cursor !== undefined && (part()?.items.length ?? 0) < props.max && !props.list.hasFailed())
      await props.list.more();
    setBusy(false);
    setTooLong(part()?.cursor !== undefined && !props.list.hasFailed());
    // What failed is said under the list, with a button to try again.
    if (part()?.cursor === undefined) print();
  };
  return (
    <div class="stack stack--tight">
      <div>
        <Button busy={isBusy()} onPress={() => void printAll()}>
          {money.print}
        </Button>
      </div>
      <p class="small" role="status">
        <Show when={isTooLong()}>{money.printTooMany(formatCount(props.max))}</Show>
      </p>
    </div>
  );
}
