import type { JSX } from "solid-js";

/** A paragraph; `lead` is the one under the title, `quiet` is for what may be skipped. */
export function Paragraph(props: {
  readonly children: JSX.Element;
  readonly look?: "lead" | "quiet" | "small" | undefined;
}) {
  return (
    <p
      class="nl-paragraph"
      classList={{
        "nl-paragraph--lead": props.look === "lead",
        quiet: props.look === "quiet",
        "small quiet": props.look === "small",
      }}
    >
      {props.children}
    </p>
  );
}
