import type { JSX } from "solid-js";

/** One large figure with the words that say what it means. */
export function Figure(props: { readonly children: JSX.Element; readonly words: string }) {
  return (
    <div class="figure">
      <p class="figure__number">{props.children}</p>
      <p class="figure__words">{props.words}</p>
    </div>
  );
}
