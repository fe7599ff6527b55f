import { type JSX, Show } from "solid-js";
import { Link } from "./link.tsx";

/** One large figure with the words that say what it means. */
export function Figure(props: {
  readonly children: JSX.Element;
  readonly words: string;
  /** Where the figure is taken apart. */
  readonly href?: string | undefined;
}) {
  return (
    <div class="figure">
      <p class="figure__number">
        <Show when={props.href} fallback={props.children}>
          {(href) => (
            <Link href={href()}>
              {props.children}
              <span class="visually-hidden"> {props.words}</span>
            </Link>
          )}
        </Show>
      </p>
      <p class="figure__words">{props.words}</p>
    </div>
  );
}
