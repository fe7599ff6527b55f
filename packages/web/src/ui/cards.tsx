import { For, type JSX } from "solid-js";

/** Cards beside each other as a list, so that who listens hears how many there are. */
export function Cards<T>(props: { readonly each: readonly T[]; readonly children: (item: T) => JSX.Element }) {
  return (
    <ul class="grid cards">
      <For each={props.each}>{(item) => <li class="cards__item">{props.children(item)}</li>}</For>
    </ul>
  );
}
