import { A } from "@solidjs/router";
import type { JSX } from "solid-js";

/** A link inside the site or outside it; both look the same. `onward` gives it an arrow: the way on from a section. */
export function Link(props: {
  readonly href: string;
  readonly children: JSX.Element;
  readonly onward?: boolean | undefined;
  /** For a file to keep: the browser saves it under this name. */
  readonly download?: string | undefined;
}) {
  const classes = () => (props.onward === true ? "nl-link link--onward" : "nl-link");
  return props.download === undefined && props.href.startsWith("/") ? (
    <A href={props.href} class={classes()} activeClass="" inactiveClass="">
      {props.children}
    </A>
  ) : (
    <a
      href={props.href}
      class={classes()}
      download={props.download}
      rel={props.href.startsWith("http") ? "noopener" : undefined}
    >
      {props.children}
    </a>
  );
}
