import { Notice } from "../ui/notice.tsx";
import { hidden as text } from "../words/nl.ts";

/** Says to a board and to city hall that nobody else sees this page, and what has to happen first. */
export function HiddenNotice(props: { readonly because: keyof typeof text.why }) {
  return (
    <Notice tone={props.because === "refused" ? "attention" : "asking"} title={text.title}>
      <p>{text.why[props.because]}</p>
    </Notice>
  );
}
