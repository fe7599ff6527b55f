import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";

type Level = 1 | 2 | 3 | 4;

const classes: Record<Level, string> = {
  1: "nl-heading nl-heading--level-1",
  2: "nl-heading nl-heading--level-2",
  3: "nl-heading nl-heading--level-3",
  4: "nl-heading nl-heading--level-4",
};

/** A heading. `level` is its place in the outline; `looks` its size, where the two differ. The h1 belongs to `Page`. */
export function Heading(props: {
  readonly level: Level;
  readonly looks?: Level | undefined;
  readonly id?: string | undefined;
  readonly children: JSX.Element;
}) {
  return (
    <Dynamic component={`h${props.level}`} id={props.id} class={classes[props.looks ?? props.level]}>
      {props.children}
    </Dynamic>
  );
}
