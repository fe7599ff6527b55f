import { Shape, type ShapeName } from "./shape.tsx";

export type StatusTone = "quiet" | "going" | "waiting" | "good" | "attention";

const shapes: Record<StatusTone, ShapeName> = {
  quiet: "ring",
  going: "half",
  waiting: "clock",
  good: "check",
  attention: "triangle",
};

/** The state of something: a word, a shape and a colour that say the same. */
export function StatusBadge(props: { readonly tone: StatusTone; readonly children: string }) {
  return (
    <span class={`status status--${props.tone}`}>
      <Shape name={shapes[props.tone]} class="status__shape" />
      {props.children}
    </span>
  );
}
